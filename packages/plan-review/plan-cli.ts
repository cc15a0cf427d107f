import * as fs from "node:fs";
import * as path from "node:path";
import { textStreams } from "@pipelines/findings/output";
import { agree } from "./agree";
import type { Reviewers, Verdict } from "./deployable-stacks";
import { deployLimits } from "./deploy-limits";
import { parsePlan } from "./plan-json";
import { lockProblem } from "./provider-lock";
import { createsOnly, differences, fingerprint } from "./same-changes";
import { ended, UnusablePlan } from "./unusable-plan";
import { own } from "./values";

/**
 * The questions that plan.sh and agree.sh ask: `plan-cli.ts <question> …` prints the answer and exits with 0, or exits
 * with 1 and the reason.
 */
const answers: Readonly<Record<string, (...given: string[]) => number>> = {
  /** `limits <plan.json>` prints how long an apply may take, as lines for GITHUB_OUTPUT. */
  limits(file = "") {
    const { minutes, sessionSeconds, parallelism } = deployLimits(parsePlan({ file }));
    process.stdout.write(`minutes=${minutes}\nsession-seconds=${sessionSeconds}\nparallelism=${parallelism}\n`);
    return 0;
  },
  /** `does <plan.json>` prints a hash that is equal for plans that do the same when applied. */
  does(file = "") {
    process.stdout.write(`${fingerprint(parsePlan({ file }))}\n`);
    return 0;
  },
  /** `lock <root>` checks whether the provider lock in this checkout may be used. */
  lock(root = "") {
    const problem = lockProblem(root);
    if (problem !== undefined) throw new UnusablePlan(problem);
    return 0;
  },
  /**
   * `agree <stack> <fresh folder> <reviewed folder> <scratch>`: exits with 0 if the fresh plan may be applied, else 1,
   * with an explanation either way. The scratch folder contains fresh.json and, if a plan was reviewed, reviewed.json.
   */
  agree(stack = "", fresh = "", reviewed = "", scratch = "") {
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
      outcome: textIn(fresh, "outcome") ?? "",
      createsOnly: createsOnly(plan),
      verdict: (process.env["VERDICT"] ?? "approval") as Verdict,
      reviewers: (process.env["REVIEWERS"] ?? "environment") as Reviewers,
      byHand: process.env["EVENT"] !== "push",
      riskAccepted: process.env["ACCEPT_DATA_RISK"] === "true",
      administrator: process.env["ADMINISTRATOR"] === "true",
      pullRequest: textIn(reviewed, "pull-request"),
      differences: compare(),
      approvedBy: textIn(reviewed, "approved")?.split("\n").filter(Boolean) ?? [],
      notCounted: textIn(reviewed, "not-counted") ?? "",
    });
    textStreams.out(`${answer.words}\n`);
    return answer.apply ? 0 : 1;
  },
};

function textIn(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : undefined;
}

const [question = "", ...given] = process.argv.slice(2);
process.exitCode = ended(question, () => {
  const answer = own(answers, question);
  if (answer === undefined) throw new UnusablePlan(`not one of ${Object.keys(answers).join(", ")}`);
  return answer(...given);
});
