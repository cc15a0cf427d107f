import { readCommandLine, refuseCommandLine, printHelp, wrongOption } from "@pipelines/findings/command-line";
import { writeWhole } from "@pipelines/findings/files";
import { textStreams } from "@pipelines/findings/output";
import { groupedEnvironment, readNeighbours } from "./neighbours";
import { accountsOf, protectionsRemoved } from "./protections";
import { summarizePlanFile } from "./plan-summary";
import { ended, readConfiguration } from "./unusable-plan";
import { ownLock } from "./version-conflicts";

const command = {
  name: "npm run -s plan-summary",
  about: `Says in Markdown what a plan means. <plan.json> is what \`terraform show -json <plan file>\` writes; without it, or
with -, it is read from standard input. The two configurations, that of the main branch and that of the change, also
show which protections from destruction are given up, and which accounts are the stack's own: no plan says that. Without
them, what depends on the account needs approval.`,
  takes: ["[<plan.json>]"],
  options: {
    stack: { type: "string", help: "the name that the summary starts with" },
    out: { type: "string", value: "<file>", help: "where to write it, instead of standard output" },
    "config-before": { type: "string", value: "<cdk.tf.json>", help: "the configuration before the change" },
    config: { type: "string", value: "<cdk.tf.json>", help: "the configuration after the change" },
    stacks: {
      type: "string",
      value: "<folder>",
      help: "the stacks after the change, such as cdktf.out/stacks: refuse a plan that removes what another stack in the environment has",
    },
  },
  more: `exit code: 0 routine: every change is known to be harmless; 2 needs approval;
1 no summary, a plan that is refused, or one that failed in Terraform`,
} as const;

/** Runs the command and returns its exit code. */
export function main(args: readonly string[]): number {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const [plan = process.stdin.isTTY ? undefined : "-"] = read.positionals;
  const { stack, out, stacks, "config-before": before, config: after } = read.values;
  const refuse = (option: string, found: string, allowed: string): number =>
    printHelp(refuseCommandLine(command, [wrongOption(command.name, option, { found, allowed })]));
  if (plan === undefined)
    return refuse("<plan.json>", "no plan", "the file that `terraform show -json <plan file>` wrote, or its output");
  if ((before === undefined) !== (after === undefined)) {
    return refuse("--config", "only one of --config-before and --config", "both: they are compared with each other");
  }
  if (stacks !== undefined && stack === undefined) {
    return refuse(
      "--stack",
      "--stacks without --stack",
      "both: a stack is compared with the others in its environment",
    );
  }
  return ended("plan-summary", () => {
    const [old, now] = [before, after].map((file) => (file === undefined ? undefined : readConfiguration(file)));
    const summary = summarizePlanFile(plan, {
      stack,
      rows: old && now && protectionsRemoved(old, now),
      config: now,
      base: old && { accounts: accountsOf(old), environment: groupedEnvironment(old) },
      neighbours: stacks === undefined || stack === undefined ? undefined : readNeighbours(stacks, stack),
      lock: ownLock,
    });
    if (out === undefined) textStreams.out(summary.markdown);
    else writeWhole(out, summary.markdown);
    if (summary.errored) return 1;
    return summary.needsApproval ? 2 : 0;
  });
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
