import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { type Format, formats } from "@pipelines/findings/formats";
import type { Forward } from "@pipelines/version-lock/version-lock";
import { isVersion } from "@pipelines/version-lock/version-number";

export interface SynthOptions {
  /** Whether the version lock must already match and must not change. */
  readonly frozen: boolean;
  /** Whether to treat warnings as errors. */
  readonly strict: boolean;
  /** Whether to only run the checks, and write nothing. */
  readonly check: boolean;
  /** Format of findings on standard output, for programs; if it is not set, findings are printed for people. */
  readonly format?: Format | undefined;
  /** Images whose versions advance although nothing changed. */
  readonly forward: readonly Forward[];
  /** Whether a synth may continue if the version lock's history in git cannot be read. */
  readonly withoutHistory: boolean;
  /** Whether to print the environments and images as JSON, and write nothing. */
  readonly describe: boolean;
  /** Whether to print the stacks as JSON, whatever is wrong with them, and write nothing. */
  readonly list: boolean;
}

const flag = { type: "boolean" } as const;

const command = {
  name: "npm run synth",
  about: `Checks all stacks, and writes cdktf.out/ and image-versions.lock if nothing is wrong.`,
  options: {
    frozen: {
      ...flag,
      help: "fail if image-versions.lock does not match, instead of changing versions (the default if CI is set)",
    },
    strict: { ...flag, help: "also fail for warnings" },
    check: { ...flag, help: "only look for mistakes, and write nothing, like npm run check" },
    describe: { ...flag, help: "print the environments and images as JSON, and write nothing" },
    list: { ...flag, help: "print all stacks and their order as JSON, and write nothing" },
    format: { type: "string", help: "output format of the findings, for programs", choices: formats },
    forward: {
      type: "string",
      value: "<image>",
      multiple: true,
      help: "give the image's resources the next version although nothing changed; <image>=1.0.34711: the version after that one, which is already in AWS",
    },
    environment: { type: "string", help: "for --forward: only in that environment" },
    "without-history": { ...flag, help: "use only the lock if its history in git cannot be read" },
  },
} as const;

/**
 * Returns what the command line and the process environment ask a synth to do. Asking for help, or a mistake, ends the
 * process.
 */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): SynthOptions {
  const read = readCommandLine(command, args, environment);
  if ("help" in read) process.exit(printHelp(read));
  const ci = !["", "0", "false"].includes(environment["CI"]?.toLowerCase() ?? "");
  const { frozen = ci, strict = false, check = false, describe = false, list: names = false } = read.values;
  const withoutHistory = read.values["without-history"] ?? false;
  const forward = (read.values.forward ?? []).map((text) => readForward(text, read.values.environment));
  const wrong = forward
    .filter(({ past }) => past !== undefined && !isVersion(past))
    .map(({ past = "" }) =>
      wrongOption(command.name, "--forward", {
        found: `"${past}"`,
        allowed: "a version that exists in AWS, such as web=1.0.34711",
      }),
    );
  if (frozen && forward.length > 0) {
    wrong.push(
      wrongOption(command.name, "--forward", {
        found: "it with a frozen lock (CI, or --frozen)",
        allowed: "it if versions may change",
        fix: "run it with CI unset, and commit the lock",
      }),
    );
  }
  if (read.values.environment !== undefined && forward.length === 0) {
    wrong.push(
      wrongOption(command.name, "--environment", { found: "it without --forward", allowed: "it with --forward" }),
    );
  }
  if (wrong.length > 0) process.exit(printHelp(refuseCommandLine(command, wrong, read.values)));
  const format = formats.find((each) => each === read.values.format);
  return { frozen, strict, check, describe, list: names, format, forward, withoutHistory };
}

function readForward(text: string, environment: string | undefined): Forward {
  const [image = "", ...past] = text.split("=");
  return { image, environment, past: past.length === 0 ? undefined : past.join("=") };
}
