import { OPERATORS } from "@pipelines/image-checks/component-document/schema-node";
import { isList, isRecord } from "@pipelines/findings/values";
import { fixedText, quoted, type Scope, textOf, word } from "./shell-words";

/**
 * A condition as a command of the shell, which succeeds if it holds. The functions are in runtime.sh.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html
 */
export function condition(value: unknown, scope: Scope): string {
  // Several conditions in one list are not documented.
  if (isList(value)) return joined(value, "&&", scope);
  if (!isRecord(value)) return ":";
  const operator = Object.keys(value).find((key) => OPERATORS.includes(key));
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
      const name = operator === "stringlessThan" ? "stringLessThan" : operator;
      return `${name} ${word(operand, scope)} ${word(name.startsWith("file") ? value.path : value.value, scope)}`;
    }
  }
}

function joined(conditions: unknown, by: "&&" | "||", scope: Scope): string {
  const commands = (isList(conditions) ? conditions : [conditions]).map((each) => condition(each, scope));
  return `{ ${commands.join(` ${by} `)}; }`;
}

/** Flags and pattern for grep. */
function patternOf(operand: unknown, scope: Scope): string {
  const text = fixedText(operand, scope);
  const pattern = text === undefined ? undefined : extendedPattern(text);
  if (pattern === undefined) {
    scope.missing.add(`a pattern that grep has no words for, ${textOf(operand)}`);
    return "'' ''";
  }
  return `${quoted(pattern.ignoreCase ? "-i" : "")} ${quoted(pattern.text)}`;
}

const CLASSES: Readonly<Record<string, string>> = { d: "0-9", s: "[:space:]", w: "A-Za-z0-9_" };

/**
 * A pattern of RE2 as one of POSIX, for whether it matches; `undefined` if there is none.
 *
 * https://github.com/google/re2/wiki/Syntax
 */
export function extendedPattern(pattern: string): { readonly text: string; readonly ignoreCase: boolean } | undefined {
  const flags = /^\(\?[is]+\)/.exec(pattern)?.[0] ?? "";
  let inClass = false;
  let text = "";
  const part = /\\[\s\S]|\(\?(?::|P?<\w+>)|\[\^?\]?|\[:\^?\w+:\]|[*+?}]\?|[\s\S]/gy;
  part.lastIndex = flags.length;
  for (const [each] of pattern.matchAll(part)) {
    const escaped = each.startsWith("\\") ? (each[1] ?? "") : "";
    const named = CLASSES[escaped.toLowerCase()];
    if (inClass) {
      // POSIX knows no escapes between brackets.
      if (escaped === "") text += each;
      else if (named !== undefined && escaped in CLASSES) text += named;
      else if (/[./$*+?(){}|@:,]/.test(escaped)) text += escaped;
      else return undefined;
      if (each === "]") inClass = false;
    } else if (named !== undefined) text += `[${escaped in CLASSES ? "" : "^"}${named}]`;
    else if (escaped !== "") {
      if (/[A-Za-z0-9]/.test(escaped) && escaped !== "b") return undefined;
      text += each;
    } else if (each.startsWith("(?")) text += "(";
    else if (/^[*+?}]\?$/.test(each)) text += each[0] ?? "";
    else {
      inClass = each.startsWith("[");
      text += each;
    }
  }
  return text.includes("(?") ? undefined : { text, ignoreCase: flags.includes("i") };
}
