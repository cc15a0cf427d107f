import { parseArgs } from "node:util";

export interface SynthOptions {
  /** Whether the version lock must match already, and nothing moves. */
  readonly frozen: boolean;
  /** Whether warnings are errors. */
  readonly strict: boolean;
  /** Whether to look only, and write nothing. */
  readonly check: boolean;
}

const usage = "usage: npm run synth [-- --frozen] [--strict], npm run check [-- --strict] [<document> …]";

/** What the command line and the environment ask of a synth. An argument that is not known ends the process. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): SynthOptions {
  const ci = !["", "0", "false"].includes(environment["CI"]?.toLowerCase() ?? "");
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { frozen: { type: "boolean" }, strict: { type: "boolean" }, check: { type: "boolean" } },
    });
    return { frozen: values.frozen ?? ci, strict: values.strict ?? false, check: values.check ?? false };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(1);
  }
}
