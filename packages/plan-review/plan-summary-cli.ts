import { workflowLog } from "@pipelines/findings/escape";
import { readCommandLine, refuseCommandLine, printHelp, wrongOption } from "@pipelines/findings/command-line";
import { accountsOf, protectionsRemoved } from "./protections";
import { summarizePlanFile } from "./plan-summary";
import { UnusablePlan } from "./unusable-plan";
import { writeWhole } from "./write-whole";

const usage = `usage: npm run -s plan-summary -- <plan.json> [--stack prod] [--out summary.md]
         [--config-before <cdk.tf.json> --config <cdk.tf.json>]

<plan.json> is what \`terraform show -json <plan file>\` writes; - reads it from standard input. The two configurations,
that of the main branch and that of the change, also show which protections from destruction are given up, and which
accounts are the stack's own: no plan says that.

exit code: 0 routine: every change is known to be harmless; 2 needs approval;
1 no summary, or a plan that Terraform ended with an error
`;

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
  name: "npm run plan-summary",
  usage,
  options: {
    stack: { type: "string" },
    out: { type: "string" },
    "config-before": { type: "string" },
    config: { type: "string" },
  },
  takes: { what: "plan", most: 1 },
} as const;

function optionsOf(args: readonly string[]) {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return read;
  const { values, positionals } = read;
  const [plan] = positionals;
  if (plan === undefined) {
    const words = { found: "no plan", allowed: "the file that `terraform show -json <plan file>` wrote" };
    return refuseCommandLine(usage, [wrongOption(command.name, "", words)]);
  }
  const { "config-before": before, config: after } = values;
  if ((before === undefined) !== (after === undefined)) {
    const words = { found: "one of --config-before and --config", allowed: "both: one is compared with the other" };
    return refuseCommandLine(usage, [wrongOption(command.name, "--config", words)]);
  }
  return { plan, stack: values.stack, out: values.out, before, after };
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
