import * as fs from "node:fs";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { writeWhole } from "@pipelines/findings/files";
import { hasErrors } from "@pipelines/findings/finding";
import { formatFindings } from "@pipelines/findings/report";
import { unplannable } from "./plannable";
import { ended, readConfiguration } from "./unusable-plan";

const command = {
  name: "npm run -s plannable",
  about: `Decides whether a stack in a pull request may be planned with credentials before someone has approved it.`,
  takes: ["<cdk.tf.json>"],
  options: {
    base: {
      type: "string",
      value: "<cdk.tf.json>",
      required: true,
      help: "the same stack on the base branch; a file that does not exist means a new stack",
    },
    out: {
      type: "string",
      value: "<cdk.tf.json>",
      help:
        "write the configuration as it was understood, which is what must be planned: Terraform reads some files " +
        "differently than other programs do",
    },
  },
  more: `exit code: 0 planned; 2 not planned, needs approval; 1 refused: it would run a program, connect elsewhere or read files`,
} as const;

/** Runs the command and returns its exit code. */
export function main(args: readonly string[]): number {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const { base = "", out } = read.values;
  const [file = ""] = read.positionals;
  return ended("plannable", () => {
    const config = readConfiguration(file);
    const findings = unplannable(config, fs.existsSync(base) ? readConfiguration(base) : undefined, file);
    if (findings.length > 0) process.stdout.write(`${formatFindings(findings)}\n`);
    if (hasErrors(findings)) return 1;
    if (out !== undefined) writeWhole(out, JSON.stringify(config));
    return findings.length > 0 ? 2 : 0;
  });
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
