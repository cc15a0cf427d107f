import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { type Format, FORMATS } from "@pipelines/findings/formats";
import { list, quote } from "@pipelines/findings/text";
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

const usage = `usage: npm run synth [-- <option> …]

  --frozen            fail where image-versions.lock does not match, instead of moving versions (the default where CI is set)
  --strict            fail for warnings too
  --check             only look for mistakes, and write nothing: as npm run check does
  --describe          print as JSON which environments and images there are, and write nothing
  --list              print as JSON the names of all stacks, and write nothing
  --format <name>     how findings are written for programs: json, sarif or github
  --forward <image>   give the image's resources the next version although nothing changed; several times for several.
                      <image>=1.0.34711: one above that version, which AWS has
  --environment <it>  of --forward: in that environment only
  --without-history   do with the lock alone where its history in git cannot be seen
`;

const command = "npm run synth";

/** What the command line and the environment ask of a synth. Help, or a mistake, ends the process. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): SynthOptions {
  const flag = { type: "boolean" } as const;
  const read = readCommandLine(
    {
      name: command,
      usage,
      options: {
        frozen: flag,
        strict: flag,
        check: flag,
        describe: flag,
        list: flag,
        format: { type: "string" },
        forward: { type: "string", multiple: true },
        environment: { type: "string" },
        "without-history": flag,
      },
    },
    args,
    environment,
  );
  if ("help" in read) process.exit(printHelp(read));
  const ci = !["", "0", "false"].includes(environment["CI"]?.toLowerCase() ?? "");
  const { frozen = ci, strict = false, check = false, describe = false, list: names = false } = read.values;
  const withoutHistory = read.values["without-history"] ?? false;
  const forward = (read.values.forward ?? []).map((text) => readForward(text, read.values.environment));
  const wrong = forward
    .filter(({ past }) => past !== undefined && !isVersion(past))
    .map(({ past = "" }) =>
      wrongOption(command, "--forward", {
        found: `"${past}"`,
        allowed: "a version that AWS has, such as web=1.0.34711",
      }),
    );
  const format = FORMATS.find((each) => each === read.values.format);
  if (read.values.format !== undefined && format === undefined) {
    wrong.push(
      wrongOption(command, "--format", { found: quote(read.values.format), allowed: list([...FORMATS], "or") }),
    );
  }
  if (frozen && forward.length > 0) {
    wrong.push(
      wrongOption(command, "--forward", {
        found: "it where the lock is frozen (CI, or --frozen)",
        allowed: "it where versions may move",
        fix: "run it where CI is not set, and commit the lock",
      }),
    );
  }
  if (read.values.environment !== undefined && forward.length === 0) {
    wrong.push(wrongOption(command, "--environment", { found: "it without --forward", allowed: "it with --forward" }));
  }
  if (wrong.length > 0) process.exit(printHelp(refuseCommandLine(usage, wrong)));
  return { frozen, strict, check, describe, list: names, format, forward, withoutHistory };
}

function readForward(text: string, environment: string | undefined): Forward {
  const [image = "", ...past] = text.split("=");
  return { image, environment, past: past.length === 0 ? undefined : past.join("=") };
}
