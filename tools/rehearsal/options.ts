import { parseArgs } from "node:util";

/** What the command line asks of a rehearsal. */
export interface RehearsalOptions {
  readonly stack: string;
  /** Whether the local AWS stays after the deploy, until Ctrl-C. */
  readonly keep: boolean;
  /** Image whose first build fails. */
  readonly failBuild: string | undefined;
}

export const usage = `usage: npm run rehearse [-- <environment>] [--keep] [--fail-build <image>]

Deploys an environment, changes it and destroys it again, with the real Terraform and AWS provider against a local
AWS on 127.0.0.1: no account, no credentials, no cost. It works in a temporary copy of this tree.

  <environment>           a stack of main.ts; dev where none is named
  --keep                  stop after the deploy and leave the local AWS running, to look around with the AWS CLI
  --fail-build <image>    let the first build of this image fail, and fix it
  --help                  this text

docs/rehearsal.md says more.
`;

/** The options, or a text for the person at the terminal: help, or what is wrong with the arguments. */
export function readRehearsalOptions(args: readonly string[]): RehearsalOptions | { help: string; wrong: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        keep: { type: "boolean" },
        "fail-build": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return { help: usage, wrong: false };
    const [stack = "dev", ...others] = positionals;
    if (others.length > 0) {
      return { help: `one environment at a time: ${positionals.join(", ")}\n\n${usage}`, wrong: true };
    }
    return { stack, keep: values.keep ?? false, failBuild: values["fail-build"] };
  } catch (error) {
    return { help: `${error instanceof Error ? error.message : String(error)}\n\n${usage}`, wrong: true };
  }
}
