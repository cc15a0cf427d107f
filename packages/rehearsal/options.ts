import { readCommandLine, type CommandHelp } from "@pipelines/findings/command-line";
import { testedProvider } from "@pipelines/terraform/provider-mirror";

/** What the command line asks of a rehearsal. */
export interface RehearsalOptions {
  readonly stack: string;
  /** Whether the local AWS stays after the deploy, until Ctrl-C. */
  readonly keep: boolean;
  /** Image whose first build fails. */
  readonly failBuild: string | undefined;
  /** Version of the AWS provider. */
  readonly provider: string;
}

export const usage = `usage: npm run rehearse [-- <environment>] [--keep] [--fail-build <image>] [--provider <version>]

Deploys an environment, changes it and destroys it again, with the real Terraform and AWS provider against a local
AWS on 127.0.0.1: no account, no credentials, no cost. It works in a temporary copy of this tree.

  <environment>           a stack of main.ts; dev where none is named
  --keep                  stop after the deploy and leave the local AWS running, to look around with the AWS CLI
  --fail-build <image>    let the first build of this image fail, and fix it
  --provider <version>    run this version of the AWS provider, not ${testedProvider}, which all is tested with
  --help                  this text

docs/rehearsal.md says more.
`;

const command = {
  name: "npm run rehearse",
  usage,
  options: {
    keep: { type: "boolean", default: false },
    "fail-build": { type: "string" },
    provider: { type: "string", default: testedProvider },
  },
  takes: { what: "environment", most: 1 },
} as const;

export function readRehearsalOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): RehearsalOptions | CommandHelp {
  const read = readCommandLine(command, args, environment);
  if ("help" in read) return read;
  const { keep, "fail-build": failBuild, provider } = read.values;
  return { stack: read.positionals[0] ?? "dev", keep, failBuild, provider };
}
