import * as fs from "node:fs";
import * as path from "node:path";
import { textStreams } from "@pipelines/findings/output";
import { agree } from "./agree";
import type { Reviewers, Verdict } from "./deployable-stacks";
import { parsePlan } from "./plan-json";
import { createsOnly, differences } from "./same-changes";
import { ended, UnusablePlan } from "./unusable-plan";

/**
 * `agree-cli.ts <stack> <fresh folder> <reviewed folder> <scratch>`: exits with 0 if the fresh plan may be applied,
 * else 1, with an explanation either way. The scratch folder contains fresh.json and, if a plan was reviewed,
 * reviewed.json.
 */
const [stack = "", fresh = "", reviewed = "", scratch = ""] = process.argv.slice(2);

const left = (folder: string, name: string): string | undefined => {
  const file = path.join(folder, name);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : undefined;
};

process.exitCode = ended("agree", () => {
  const plan = parsePlan({ file: path.join(scratch, "fresh.json") });
  const compare = (): string[] | "unreadable" | undefined => {
    if (!fs.existsSync(path.join(reviewed, "plan", "plan.tfplan"))) return undefined;
    try {
      return differences(parsePlan({ file: path.join(scratch, "reviewed.json") }), plan);
    } catch (error) {
      if (error instanceof UnusablePlan) return "unreadable";
      throw error;
    }
  };
  const answer = agree({
    stack,
    outcome: left(fresh, "outcome") ?? "",
    createsOnly: createsOnly(plan),
    verdict: (process.env["VERDICT"] ?? "approval") as Verdict,
    reviewers: (process.env["REVIEWERS"] ?? "environment") as Reviewers,
    byHand: process.env["EVENT"] !== "push",
    riskAccepted: process.env["ACCEPT_DATA_RISK"] === "true",
    administrator: process.env["ADMINISTRATOR"] === "true",
    pullRequest: left(reviewed, "pull-request"),
    differences: compare(),
    approvedBy:
      left(reviewed, "approved")
        ?.split("\n")
        .filter((login) => login !== "") ?? [],
    notCounted: left(reviewed, "not-counted") ?? "",
  });
  textStreams.out(`${answer.words}\n`);
  return answer.apply ? 0 : 1;
});
