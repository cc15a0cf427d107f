import { readCommandLine, tellHelp } from "../checks/command-line";

export interface SynthOptions {
  /** Whether the version lock must match already, and nothing moves. */
  readonly frozen: boolean;
  /** Whether warnings are errors. */
  readonly strict: boolean;
  /** Whether to look only, and write nothing. */
  readonly check: boolean;
  /** Whether to print as JSON which environments and images there are, and write nothing. */
  readonly describe: boolean;
}

const usage = `usage: npm run synth [-- <option> …]

  --frozen    fail where image-versions.lock does not match, instead of moving versions (the default where CI is set)
  --strict    fail for warnings too
  --check     only look for mistakes, and write nothing: as npm run check does
  --describe  print as JSON which environments and images there are, and write nothing
`;

/** What the command line and the environment ask of a synth. Help, or a mistake, ends the process. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): SynthOptions {
  const flag = { type: "boolean" } as const;
  const command = {
    name: "npm run synth",
    usage,
    options: { frozen: flag, strict: flag, check: flag, describe: flag },
  };
  const read = readCommandLine(command, args, environment);
  if ("help" in read) process.exit(tellHelp(read));
  const ci = !["", "0", "false"].includes(environment["CI"]?.toLowerCase() ?? "");
  const { frozen = ci, strict = false, check = false, describe = false } = read.values;
  return { frozen, strict, check, describe };
}
