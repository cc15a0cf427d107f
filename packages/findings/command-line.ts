import { parseArgs, type ParseArgsConfig } from "node:util";
import { error, type Finding } from "./finding";
import { formatFor, formats } from "./formats";
import { nearest } from "./nearest";
import { processStreams, type Streams } from "./output";
import { formatFindings } from "./report";
import { list, quote } from "./text";

/** A command-line option. */
export interface Option {
  readonly type: "boolean" | "string";
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** Description, for the usage text. */
  readonly help: string;
  /** Placeholder for the option's value in the usage text, such as `<file>`. @default `<name>` */
  readonly value?: string;
  /** The values that the option accepts. @default any */
  readonly choices?: readonly string[];
  /** Whether the option is required. @default false */
  readonly required?: boolean;
}
export type Options = Readonly<Record<string, Option>>;

/** A command in this project and what it accepts; its usage text is generated from this. */
export interface Command<O extends Options> {
  /** The name as the user types it: `npm run rehearse`. */
  readonly name: string;
  /** Description, in paragraphs. */
  readonly about: string;
  /** Arguments in order, as shown in the usage text: `<image>`, `[<environment>]`, `<file> …`. @default none */
  readonly takes?: readonly string[];
  readonly options: O;
  /** Text after the options. @default none */
  readonly more?: string;
}

/** Output printed instead of running a command: its help text, or the errors on its command line. */
export interface CommandHelp {
  readonly help: string;
  readonly wrong: boolean;
  /** Whether `help` contains the errors in a form for programs. @default false */
  readonly data?: boolean;
}

type ParseArgsOptions = NonNullable<ParseArgsConfig["options"]>;

/** Values of the options by name, and positional arguments. */
export type CommandLine<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** Returns a command's usage text. */
export function usageOf({ name, about, takes = [], options, more }: Command<Options>): string {
  const all = Object.entries(options);
  const required = all.filter(([, { required = false }]) => required).map(signature);
  const rest = all.length > required.length ? ["[<option> …]"] : [];
  const [first, ...others] = [...takes, ...required, ...rest];
  const dashes = first === undefined || !name.startsWith("npm ") ? "" : first.startsWith("[") ? "[-- " : "-- ";
  const words = first === undefined ? [name] : [name, dashes + (dashes === "[-- " ? first.slice(1) : first), ...others];
  const rows = [
    ...all.map((option) => [signature(option), helpOf(option[1])] as const),
    ["--help", "this text"] as const,
  ];
  const width = Math.max(...rows.map(([left]) => left.length)) + 4;
  const lines = rows.map(([left, right]) => `  ${left}`.padEnd(width) + wrap(right, 120 - width, " ".repeat(width)));
  const paragraphs = about.split("\n\n").map((text) => wrap(text.replaceAll("\n", " "), 120, ""));
  const parts = [`usage: ${words.join(" ")}`, ...paragraphs, lines.join("\n"), ...(more === undefined ? [] : [more])];
  return `${parts.join("\n\n")}\n`;
}

function signature([name, { type, value = "<name>" }]: readonly [string, Option]): string {
  return type === "boolean" ? `--${name}` : `--${name} ${value}`;
}

function helpOf({ help, choices, multiple = false }: Option): string {
  return `${help}${choices === undefined ? "" : ` (${list(choices, "or")})`}${multiple ? "; can be repeated" : ""}`;
}

/** Breaks text into lines of at most this width; all but the first are indented. */
function wrap(text: string, width: number, indent: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    const line = lines[last] === "" ? word : `${lines[last] ?? ""} ${word}`;
    if (line.length <= width) lines[last] = line;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
}

/**
 * Reads a command line, including `--help`. Reports all mistakes together, each with the nearest existing name.
 *
 * @param environment With `npm run synth --frozen`, without `--`, npm does not pass the option through: it treats it as
 * one of its own settings and puts it in the environment. That is reported as well.
 */
export function readCommandLine<const O extends Options>(
  command: Command<O>,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): CommandLine<O> | CommandHelp {
  const options: ParseArgsOptions = { ...command.options, help: { type: "boolean", short: "h" } };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (values["help"] === true) return { help: usageOf(command), wrong: false };
  const seen = new Set<string>();
  const findings = tokens.flatMap((token) => {
    if (token.kind !== "option") return [];
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
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
    if (again && option.multiple !== true) {
      return wrongOption(command.name, token.rawName, { found: "it twice", allowed: "it once" });
    }
    if (option.choices === undefined || option.choices.includes(token.value)) return [];
    return notOneOf(command.name, token.rawName, token.value, option.choices);
  });
  findings.push(...takenByNpm(command, environment));
  findings.push(...wrongArguments(command, positionals));
  const missing = Object.entries(command.options).filter(([name, { required }]) => required && !seen.has(name));
  for (const [name, option] of missing) {
    const words = { found: `no --${name}`, allowed: signature([name, option]) };
    findings.push(wrongOption(command.name, `--${name}`, words));
  }
  if (findings.length > 0) return refuseCommandLine(command, findings, values);
  return parseArgs({ args: [...args], options: command.options, allowPositionals: true });
}

/** Reports extra arguments, or each missing one. */
function wrongArguments({ name, takes = [] }: Command<Options>, given: readonly string[]): Finding[] {
  const isEndless = takes.some((word) => word.includes("…"));
  if (given.length > takes.length && !isEndless) {
    const found = `the ${given.length === 1 ? "argument" : "arguments"} ${list(given.map(quote))}`;
    return [wrongOption(name, "", { found, allowed: takes.length === 0 ? "options only" : takes.join(" ") })];
  }
  return takes.slice(given.length).flatMap((word) => {
    if (word.startsWith("[")) return [];
    const [, what = word] = /<([^<>]+)>/.exec(word) ?? [];
    return wrongOption(name, word, { found: `no ${what}`, allowed: `${name} -- ${takes.join(" ")}` });
  });
}

/**
 * Returns findings about a command line, followed by the usage text; or only the findings, if the command's options ask
 * for output for programs (`--json`, `--format`).
 */
export function refuseCommandLine(
  command: Command<Options>,
  findings: readonly Finding[],
  values: Readonly<Record<string, unknown>> = {},
): CommandHelp {
  const { json, format } = command.options;
  if (json !== undefined && values["json"] === true) {
    return { help: `${JSON.stringify({ findings })}\n`, wrong: true, data: true };
  }
  const asked = formats.find((each) => each === values["format"] && format?.choices?.includes(each));
  if (asked !== undefined) return { help: formatFor(asked, findings), wrong: true, data: true };
  return { help: `${formatFindings(findings)}\n\n${usageOf(command)}`, wrong: true };
}

/** Returns a finding about an unknown value, with the nearest known one. */
export function notOneOf(command: string, option: string, value: string, names: readonly string[]): Finding {
  const near = nearest(value, names);
  return wrongOption(command, option, {
    found: quote(value),
    allowed: list(names, "or"),
    ...(near === undefined ? {} : { fix: `write ${option.startsWith("-") ? `${option} ` : ""}${near}` }),
  });
}

/** Prints the help text or the errors. @returns the exit code */
export function printHelp({ help, wrong, data = false }: CommandHelp, streams: Streams = processStreams): number {
  (wrong && !data ? streams.err : streams.out)(help);
  return wrong ? 1 : 0;
}

/** Returns a finding about a mistake on the command line. */
export function wrongOption(
  command: string,
  option: string,
  words: Pick<Finding, "found" | "allowed" | "fix">,
): Finding {
  return error({ file: command, ...(option === "" ? {} : { field: option }) }, "IB-OPTION", words);
}

function unknownOption({ name, options }: Command<Options>, option: string): Finding {
  const known = Object.keys(options).map((each) => `--${each}`);
  const near = nearest(option, [...known, "--help"]);
  return wrongOption(name, option, {
    found: `the option ${quote(option)}`,
    allowed: known.length === 0 ? "no options" : list(known),
    ...(near === undefined ? {} : { fix: `write ${near}` }),
  });
}

/** https://docs.npmjs.com/cli/v10/using-npm/config: `--fail-build web` becomes npm_config_fail_build=web. */
function takenByNpm({ name, options }: Command<Options>, environment: NodeJS.ProcessEnv): Finding[] {
  return Object.entries(options).flatMap(([option, { type }]) => {
    const value = environment[`npm_config_${option.replaceAll("-", "_")}`];
    // Empty if the setting is off. `yes` is also one of npm's own settings, and without it, a command merely asks for
    // confirmation.
    if (value === undefined || value === "" || option === "yes") return [];
    const given = type === "boolean" || value === "true" ? `--${option}` : `--${option} ${value}`;
    return wrongOption(name, `--${option}`, {
      found: `${given} before the --, where npm takes it as its own setting`,
      allowed: "options after --",
      fix: `write ${name} -- ${type === "string" && value === "true" ? `${given} <value>` : given}`,
    });
  });
}
