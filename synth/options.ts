import { readCommandLine, printHelp } from "../checks/command-line";

import { type Format, FORMATS } from "../checks/formats";

export interface SynthOptions {
  /** Whether the version lock must match already, and nothing moves. */
  readonly frozen: boolean;
  /** Whether warnings are errors. */
  readonly strict: boolean;
  /** Whether to look only, and write nothing. */
  readonly check: boolean;
  /** How findings are written to the standard output, for programs; without it, for people. */
  readonly format?: Format | undefined;
}

const usage = `usage: npm run synth [-- <option> …]

  --frozen    fail where image-versions.lock does not match, instead of moving versions (the default where CI is set)
  --strict    fail for warnings too
  --format <name>    how findings are written for programs: json, sarif or github
  --check     only look for mistakes, and write nothing: as npm run check does
`;

/** What the command line and the environment ask of a synth. Help, or a mistake, ends the process. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): SynthOptions {
  const flag = { type: "boolean" } as const;
  const command = {
    name: "npm run synth",
    usage,
    options: { frozen: flag, strict: flag, check: flag, format: { type: "string" } as const },
  };
  const read = readCommandLine(command, args, environment);
  if ("help" in read) process.exit(printHelp(read));
  const ci = !["", "0", "false"].includes(environment["CI"]?.toLowerCase() ?? "");
  const { frozen = ci, strict = false, check = false } = read.values;
  return { frozen, strict, check, format: FORMATS.find((each) => each === read.values.format) };
}
