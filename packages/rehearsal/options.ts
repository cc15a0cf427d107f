import { type CommandHelp, type CommandLine, readCommandLine } from "@pipelines/findings/command-line";
import { testedProvider } from "@pipelines/terraform/provider-mirror";

const command = {
  name: "npm run rehearse",
  about: `Deploys an environment, changes it and destroys it again, with the real Terraform and AWS provider against a local
AWS on 127.0.0.1: no account, no credentials, no cost. It works in a temporary copy of this tree. If no name is given, it
uses the first environment in main.ts.`,
  takes: ["[<environment>]"],
  options: {
    keep: {
      type: "boolean",
      default: false,
      help: "stop after the deploy and leave the local AWS running, to look around with the AWS CLI",
    },
    run: {
      type: "boolean",
      default: false,
      help:
        "build the images for real first, in containers on this machine (docs/try.md), so that digests, layers and " +
        "ancestry in the local ECR are real",
    },
    "fail-build": { type: "string", value: "<image>", help: "make the first build of this image fail, then fix it" },
    missing: {
      type: "string",
      multiple: true,
      help:
        "omit something that the environment refers to but does not create, such as a repository, policy, " +
        "topic or parent image; all others are assumed to exist",
    },
    provider: {
      type: "string",
      value: "<version>",
      default: testedProvider,
      help: `run this version of the AWS provider instead of ${testedProvider}, which all tests use`,
    },
  },
  more: "For details, see docs/rehearsal.md.",
} as const;

/** The command line of a rehearsal. */
export type RehearsalOptions = CommandLine<typeof command.options>["values"] & {
  /** @default the first environment in the app */
  readonly stack: string | undefined;
};

export function readRehearsalOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): RehearsalOptions | CommandHelp {
  const read = readCommandLine(command, args, environment);
  return "help" in read ? read : { stack: read.positionals[0], ...read.values };
}
