import { knownOperators } from "@pipelines/image-checks/component-document/schema-node";
import { isList, isRecord } from "@pipelines/findings/values";
import { fixedText, quoted, type Scope, textOf, word } from "./shell-words";

/**
 * Returns a condition as a shell command that succeeds if the condition is true. The functions are in runtime.sh.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html
 */
export function condition(value: unknown, scope: Scope): string {
  // The documentation does not cover multiple conditions in one list.
  if (isList(value)) return joined(value, "&&", scope);
  if (!isRecord(value)) return ":";
  const operator = Object.keys(value).find((key) => knownOperators.includes(key));
  if (operator === undefined) return ":";
  const operand = value[operator];
  switch (operator) {
    case "and":
      return joined(operand, "&&", scope);
    case "or":
      return joined(operand, "||", scope);
    case "not":
      return `! ${condition(isList(operand) ? operand : [operand], scope)}`;
    case "patternMatches":
      return `pattern ${patternOf(operand, scope)} ${word(value.value, scope)}`;
    default: {
      const [, algorithm] = /^file(\w+)Equals$/.exec(operator) ?? [];
      if (algorithm !== undefined)
        return `has_checksum ${word(value.path, scope)} ${word(operand, scope)} ${algorithm}`;
      const words = `${word(operand, scope)} ${word(value.value, scope)}`;
      const [, kind, order = "", equal] = /^(string|number)(Less|Greater)?(?:Than)?(Equals)?$/i.exec(operator) ?? [];
      if (kind === undefined || operator === "stringEquals") return `${operator} ${words}`;
      const sign = order === "" ? "" : order.toLowerCase() === "less" ? "<" : ">";
      return `${kind} '${sign}${equal ? "=" : ""}' ${words}`;
    }
  }
}

function joined(conditions: unknown, by: "&&" | "||", scope: Scope): string {
  const commands = (isList(conditions) ? conditions : [conditions]).map((each) => condition(each, scope));
  return `{ ${commands.join(` ${by} `)}; }`;
}

/** Returns flags and a pattern for grep. */
function patternOf(operand: unknown, scope: Scope): string {
  const text = fixedText(operand, scope);
  const pattern = text === undefined ? undefined : extendedPattern(text);
  if (pattern === undefined) {
    scope.missing.add(`a pattern that grep cannot express, ${textOf(operand)}`);
    return "'' ''";
  }
  return `${quoted(pattern.ignoreCase ? "-i" : "")} ${quoted(pattern.text)}`;
}

const classes: Readonly<Record<string, string>> = { d: "0-9", s: "[:space:]", w: "A-Za-z0-9_" };

/**
 * Translates an RE2 pattern to a POSIX pattern that matches the same strings; `undefined` if that is impossible.
 *
 * https://github.com/google/re2/wiki/Syntax
 */
export function extendedPattern(pattern: string): { readonly text: string; readonly ignoreCase: boolean } | undefined {
  const flags = /^\(\?[is]+\)/.exec(pattern)?.[0] ?? "";
  let inClass = false;
  const unknown: string[] = [];
  const part = /\\[\s\S]|\(\?(?::|P?<\w+>)|\[\^?\]?|\[:\^?\w+:\]|[*+?}]\?|[\s\S]/g;
  const text = pattern.slice(flags.length).replaceAll(part, (each) => {
    const escaped = each.startsWith("\\") ? each.slice(1) : "";
    const named = classes[escaped.toLowerCase()];
    if (inClass) {
      inClass = each !== "]";
      if (named !== undefined && escaped in classes) return named;
      // POSIX has no escapes inside brackets.
      if (escaped !== "" && !/[./$*+?(){}|@:,]/.test(escaped)) unknown.push(each);
      return escaped === "" ? each : escaped;
    }
    if (named !== undefined) return `[${escaped in classes ? "" : "^"}${named}]`;
    if (/[A-Za-z0-9]/.test(escaped) && escaped !== "b") unknown.push(each);
    inClass = each.startsWith("[");
    return each.startsWith("(?") ? "(" : /^[*+?}]\?$/.test(each) ? each.slice(0, 1) : each;
  });
  return unknown.length > 0 || text.includes("(?") ? undefined : { text, ignoreCase: flags.includes("i") };
}
