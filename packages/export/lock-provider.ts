import * as path from "node:path";
import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { writeWhole } from "@pipelines/findings/files";
import { list } from "@pipelines/findings/text";
import { lockFile, lockedVersion } from "@pipelines/plan-review/provider-lock";
import { lockProviders, platforms } from "./provider-locks";
import { synthesizeStacks } from "./synthesize-stacks";

const command = {
  name: "npm run lock-provider",
  about: `Writes ${lockFile}: the newest version of the AWS provider in the range set in stacks/environment/provider.ts, with its
hashes for ${list(platforms)}. Commit it: CI then plans and deploys with exactly this provider.`,
  options: {
    mirror: {
      type: "string",
      value: "<folder or https address>",
      help: "where the provider comes from, instead of registry.terraform.io",
    },
  },
} as const;

/** Runs the command and returns its exit code. */
function main(args: readonly string[]): number {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const { mirror } = read.values;
  const stacks = synthesizeStacks((text) => process.stderr.write(text), { withoutHistory: true });
  const [config] = stacks?.values() ?? [];
  if (config === undefined) return 1;
  const lock = lockProviders(config, mirror);
  if ("missing" in lock) {
    const words = {
      found: lock.missing,
      allowed: `a registry or mirror that has the provider for ${list(platforms)}`,
    };
    return printHelp(
      refuseCommandLine(command, [wrongOption(command.name, mirror === undefined ? "" : "--mirror", words)]),
    );
  }
  const file = path.join(__dirname, "..", "..", lockFile);
  writeWhole(file, lock.text);
  process.stdout.write(`${lockFile}: hashicorp/aws ${lockedVersion(lock.text) ?? "?"}. Commit it.\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
