import * as fs from "node:fs";
import * as path from "node:path";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { formatFindings } from "@pipelines/findings/report";
import { byAccount, environmentOf, type JudgedStack, judgeStacks, type ReviewerRules } from "./deployable-stacks";
import { configurationFingerprint } from "./same-changes";
import { readDependencies, readSynth } from "./read-synth";
import { ended, UnusablePlan } from "./unusable-plan";
import { verdictComment } from "./verdict-comment";

const command = {
  name: "deployable-stacks-cli.ts",
  about: `Judges each stack of a change against the base, and writes for each <folder>/<stack>/: cdk.tf.json, as it was
understood; base.json; summary.md if it is not planned; and <folder>/verdicts.json. A base that is not there could not be
synthesized. A stack that is as in the base is left alone. Prints lines for GITHUB_OUTPUT: stacks, those to plan for a
pull request; accounts, all that a deploy deploys, in their order.`,
  takes: ["<cdktf.out>"],
  options: {
    base: { type: "string", value: "<cdktf.out>", required: true, help: "the cdktf.out folder of the base branch" },
    out: { type: "string", value: "<folder>", required: true, help: "where to" },
    reviewers: { type: "string", value: "<json>", help: "file listing which deploys wait for a reviewer" },
    only: { type: "string", value: "<stack>", help: "only this stack, or all stacks of this environment" },
    all: { type: "boolean", help: "include stacks that are the same as in the base" },
    deploy: { type: "boolean", help: "for a deploy: fail if a stack is refused" },
  },
  more: "exit code: 0; 1 if nothing can be read or, with --deploy, if a stack is refused",
} as const;

/** Runs the command and returns its exit code. */
export function main(args: readonly string[]): number {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const { base = "", out = "", reviewers, only, all = false, deploy = false } = read.values;
  const [change = ""] = read.positionals;
  return ended("deployable-stacks", () => {
    const found = judgeStacks(
      fs.existsSync(base) ? readSynth(base) : undefined,
      readSynth(change),
      readRules(reviewers),
    );
    // A stack that is the same as in the base can be planned like the base.
    const verdictOf = ({ verdict }: JudgedStack) => (all && verdict === "unchanged" ? "planned" : verdict);
    const judged = found.map((one) => ({ ...one, verdict: verdictOf(one) }));
    const chosen = judged.filter((one) => [undefined, one.stack, environmentOf(one)].includes(only));
    if (only !== undefined && chosen.length === 0) {
      const names = judged.map(({ stack }) => stack).join(", ");
      throw new UnusablePlan(`there is no environment "${only}"; there are ${names}`);
    }
    // All of them, because the review of a plan compares it with the other stacks in its environment.
    for (const stack of judged) write(out, stack);
    const verdicts = Object.fromEntries(
      chosen.map(({ stack, verdict, reviewers, after }) => [
        stack,
        { verdict, reviewers, does: configurationFingerprint(after) },
      ]),
    );
    fs.writeFileSync(path.join(out, "verdicts.json"), `${JSON.stringify(verdicts)}\n`);
    const findings = chosen.flatMap((stack) => stack.findings);
    if (findings.length > 0) process.stderr.write(`${formatFindings(findings)}\n`);
    process.stdout.write(
      `stacks=${JSON.stringify(chosen.filter(({ verdict }) => verdict === "planned").map(short))}\n`,
    );
    if (deploy) {
      const deployed = chosen.filter(({ after, verdict }) => after !== undefined && verdict !== "unchanged");
      const accounts = byAccount(deployed, readDependencies(change), short);
      process.stdout.write(`accounts=${JSON.stringify(accounts)}\n`);
    }
    return deploy && chosen.some(({ verdict }) => verdict === "refused") ? 1 : 0;
  });
}

function readRules(file: string | undefined): ReviewerRules {
  if (file === undefined) return { stacks: null, by: "environment" };
  return JSON.parse(fs.readFileSync(file, "utf8")) as ReviewerRules;
}

function write(out: string, judged: JudgedStack): void {
  const folder = path.join(out, judged.stack);
  fs.mkdirSync(folder, { recursive: true });
  const files = {
    // Refused stacks are not passed on.
    "cdk.tf.json": judged.verdict === "refused" ? undefined : judged.after && JSON.stringify(judged.after),
    "base.json": judged.before && JSON.stringify(judged.before),
    "summary.md": judged.verdict === "planned" ? undefined : verdictComment(judged),
  };
  for (const [name, text] of Object.entries(files)) {
    if (text !== undefined) fs.writeFileSync(path.join(folder, name), text);
  }
}

function short({ stack, account, region, partition, reviewers, verdict }: JudgedStack) {
  return { stack, account, region, partition, reviewers, verdict };
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
