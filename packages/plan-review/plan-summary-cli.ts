import { workflowLog } from "@pipelines/findings/escape";
import { readCommandLine, refuseCommandLine, printHelp, wrongOption } from "@pipelines/findings/command-line";
import { accountsOf, protectionsRemoved } from "./protections";
import { summarizePlanFile } from "./plan-summary";
import { ownLock } from "./shared-state";
import { UnusablePlan } from "./unusable-plan";
import { writeWhole } from "./write-whole";

/** Runs the command and returns its exit code. */
export function main(args: readonly string[]): number {
  try {
    const options = optionsOf(args);
    if ("help" in options) return printHelp(options);
    const { plan, stack, out, before, after } = options;
    const rows = before === undefined || after === undefined ? [] : protectionsRemoved(before, after);
    const summary = summarizePlanFile(plan, {
      stack,
      rows,
      lock: ownLock,
      ...(before !== undefined && { base: { accounts: accountsOf(before) } }),
    });
    if (out === undefined) process.stdout.write(summary.markdown);
    else writeWhole(out, summary.markdown);
    if (summary.errored) return 1;
    return summary.dangerous ? 2 : 0;
  } catch (error) {
    if (!(error instanceof UnusablePlan)) throw error;
    process.stderr.write(workflowLog(`plan-summary: ${error.message}\n`));
    return 1;
  }
}

const command = {
  name: "npm run -s plan-summary",
  about: `Says in Markdown what a plan means. <plan.json> is what \`terraform show -json <plan file>\` writes; without it, or
with -, it is read from standard input. The two configurations, that of the main branch and that of the change, also
show which protections from destruction are given up, and which accounts are the stack's own: no plan says that.`,
  takes: ["[<plan.json>]"],
  options: {
    stack: { type: "string", help: "the name that the summary begins with" },
    out: { type: "string", value: "<file>", help: "where to, instead of standard output" },
    "config-before": { type: "string", value: "<cdk.tf.json>", help: "the configuration before the change" },
    config: { type: "string", value: "<cdk.tf.json>", help: "the configuration of the change" },
  },
  more: `exit code: 0 routine: every change is known to be harmless; 2 needs approval;
1 no summary, or a plan that Terraform ended with an error`,
} as const;

function optionsOf(args: readonly string[]) {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return read;
  const { values, positionals } = read;
  const [plan = process.stdin.isTTY ? undefined : "-"] = positionals;
  if (plan === undefined) {
    const words = {
      found: "no plan",
      allowed: "the file that `terraform show -json <plan file>` wrote, or its output",
    };
    return refuseCommandLine(command, [wrongOption(command.name, "<plan.json>", words)]);
  }
  const { "config-before": before, config: after } = values;
  if ((before === undefined) !== (after === undefined)) {
    const words = { found: "one of --config-before and --config", allowed: "both: one is compared with the other" };
    return refuseCommandLine(command, [wrongOption(command.name, "--config", words)]);
  }
  return { plan, stack: values.stack, out: values.out, before, after };
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
