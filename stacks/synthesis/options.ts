import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { type Format, formats } from "@pipelines/findings/formats";
import type { Forward } from "@pipelines/version-lock/version-lock";
import { isVersion } from "@pipelines/version-lock/version-number";

export interface SynthOptions {
  /** Whether the version lock must match already, and nothing moves. */
  readonly frozen: boolean;
  /** Whether warnings are errors. */
  readonly strict: boolean;
  /** Whether to look only, and write nothing. */
  readonly check: boolean;
  /** How findings are written to the standard output, for programs; without it, for people. */
  readonly format?: Format | undefined;
  /** Images whose versions move on although nothing changed. */
  readonly forward: readonly Forward[];
  /** Whether git's history of the version lock need not be seen. */
  readonly withoutHistory: boolean;
  /** Whether to print as JSON which environments and images there are, and write nothing. */
  readonly describe: boolean;
  /** Whether to print as JSON which stacks there are, whatever is wrong with them, and write nothing. */
  readonly list: boolean;
}

const flag = { type: "boolean" } as const;

const command = {
  name: "npm run synth",
  about: `Checks all stacks and writes cdktf.out/ and image-versions.lock, if nothing is wrong.`,
  options: {
    frozen: {
      ...flag,
      help: "fail if image-versions.lock does not match, instead of moving versions (the default if CI is set)",
    },
    strict: { ...flag, help: "fail for warnings too" },
    check: { ...flag, help: "only look for mistakes, and write nothing: as npm run check does" },
    describe: { ...flag, help: "print as JSON which environments and images there are, and write nothing" },
    list: { ...flag, help: "print as JSON all stacks and their order, and write nothing" },
    format: { type: "string", help: "how findings are written for programs", choices: formats },
    forward: {
      type: "string",
      value: "<image>",
      multiple: true,
      help: "give the image's resources the next version although nothing changed; <image>=1.0.34711: the version after that one, which AWS has",
    },
    environment: { type: "string", help: "of --forward: in that environment only" },
    "without-history": { ...flag, help: "use the lock alone if its history in git cannot be seen" },
  },
} as const;

/** What the command line and the environment ask of a synth. Help, or a mistake, ends the process. */
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
        allowed: "a version that AWS has, such as web=1.0.34711",
      }),
    );
  if (frozen && forward.length > 0) {
    wrong.push(
      wrongOption(command.name, "--forward", {
        found: "it where the lock is frozen (CI, or --frozen)",
        allowed: "it where versions may move",
        fix: "run it where CI is not set, and commit the lock",
      }),
    );
  }
  if (read.values.environment !== undefined && forward.length === 0) {
    wrong.push(
      wrongOption(command.name, "--environment", { found: "it without --forward", allowed: "it with --forward" }),
    );
  }
  if (wrong.length > 0) process.exit(printHelp(refuseCommandLine(command, wrong)));
  const format = formats.find((each) => each === read.values.format);
  return { frozen, strict, check, describe, list: names, format, forward, withoutHistory };
}

function readForward(text: string, environment: string | undefined): Forward {
  const [image = "", ...past] = text.split("=");
  return { image, environment, past: past.length === 0 ? undefined : past.join("=") };
}
