import { parseArgs, type ParseArgsConfig } from "node:util";
import { error, type Finding } from "./finding";
import { nearest } from "./nearest";
import { formatFindings } from "./report";
import { list, quote } from "./text";

type OptionTypes = NonNullable<ParseArgsConfig["options"]>;

/** What a command of this project takes. */
export interface Command<Options extends OptionTypes> {
  /** As it is typed: `npm run rehearse`. */
  readonly name: string;
  readonly usage: string;
  readonly options: Options;
  /** What its arguments are, and how many it takes at most. @default none */
  readonly takes?: { readonly what: string; readonly most: number };
}

/** What ends a command before it begins: its help, or what is wrong with its command line. */
export interface CommandHelp {
  readonly help: string;
  readonly wrong: boolean;
}

/** Values of the options by name, and the arguments that belong to none. */
type CommandLine<Options extends OptionTypes> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>;

/**
 * Reads a command line, `--help` included. All mistakes come together, each with the nearest name that exists.
 *
 * @param environment `npm run synth --frozen`, without `--`, passes no option on: npm takes it for a setting of its
 * own and leaves it in the environment. That is a mistake too.
 */
export function readCommandLine<const Options extends OptionTypes>(
  command: Command<Options>,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): CommandLine<Options> | CommandHelp {
  const options = { ...command.options, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (values.help === true) return { help: command.usage, wrong: false };
  const seen = new Set<string>();
  const findings = tokens.flatMap((token) => {
    if (token.kind !== "option") return [];
    const option: OptionTypes[string] | undefined = Object.hasOwn(options, token.name)
      ? (options as OptionTypes)[token.name]
      : undefined;
    const again = seen.has(token.name);
    seen.add(token.name);
    if (option === undefined) return unknownOption(command, token.rawName);
    if (option.type === "boolean") {
      if (token.value === undefined) return [];
      return wrongOption(command.name, token.rawName, { found: "a value", allowed: "none" });
    }
    if (token.value === undefined || token.value === "" || (!token.inlineValue && token.value.startsWith("-"))) {
      return wrongOption(command.name, token.rawName, { found: "no value", allowed: `${token.rawName} <value>` });
    }
    if (!again || option.multiple === true) return [];
    return wrongOption(command.name, token.rawName, { found: "it twice", allowed: "it once" });
  });
  findings.push(...takenByNpm(command, environment));
  const { what = "", most = 0 } = command.takes ?? {};
  if (positionals.length > most) {
    findings.push(
      wrongOption(command.name, "", {
        found: `the ${most === 0 ? "argument" : "arguments"} ${list(positionals.map(quote))}`,
        allowed: most === 0 ? "options only" : `at most ${most} ${what}`,
      }),
    );
  }
  if (findings.length > 0) return refuseCommandLine(command.usage, findings);
  return parseArgs({ args: [...args], options: command.options, allowPositionals: true });
}

/** Findings about a command line, with the usage below them. */
export function refuseCommandLine(usage: string, findings: readonly Finding[]): CommandHelp {
  return { help: `${formatFindings(findings)}\n\n${usage}`, wrong: true };
}

/** Prints what ends a command. @returns the exit code */
export function printHelp({ help, wrong }: CommandHelp): number {
  (wrong ? process.stderr : process.stdout).write(help);
  return wrong ? 1 : 0;
}

/** A mistake on the command line. */
export function wrongOption(
  command: string,
  option: string,
  words: Pick<Finding, "found" | "allowed" | "fix">,
): Finding {
  return error({ file: command, ...(option === "" ? {} : { field: option }) }, "IB-OPTION", words);
}

function unknownOption({ name, options }: Command<OptionTypes>, option: string): Finding {
  const known = Object.keys(options).map((each) => `--${each}`);
  const near = nearest(option, known);
  return wrongOption(name, option, {
    found: `the option ${quote(option)}`,
    allowed: known.length === 0 ? "no options" : list(known),
    ...(near === undefined ? {} : { fix: `write ${near}` }),
  });
}

/** https://docs.npmjs.com/cli/v10/using-npm/config: `--fail-build web` becomes npm_config_fail_build=web. */
function takenByNpm({ name, options }: Command<OptionTypes>, environment: NodeJS.ProcessEnv): Finding[] {
  return Object.entries(options).flatMap(([option, { type }]) => {
    const value = environment[`npm_config_${option.replaceAll("-", "_")}`];
    // Empty where npm's own settings say no. `yes` is one of them, and without it a command only asks.
    if (value === undefined || value === "" || option === "yes") return [];
    const given = type === "boolean" || value === "true" ? `--${option}` : `--${option} ${value}`;
    return wrongOption(name, `--${option}`, {
      found: `${given} before the --, where npm takes it as its own setting`,
      allowed: "options after a --",
      fix: `write ${name} -- ${type === "string" && value === "true" ? `${given} <value>` : given}`,
    });
  });
}
