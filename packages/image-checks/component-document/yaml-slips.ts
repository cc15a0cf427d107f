import type { ErrorCode } from "yaml";
import { type At, error, type Finding, type Words } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";

/** A parser error and its position in the text. */
export interface YamlError {
  readonly code: ErrorCode;
  readonly offset: number;
}

/**
 * Returns the mistake behind a text's syntax errors, if it is a common one. (A single mistake causes many errors.)
 *
 * @param at returns the position of an offset in the text
 */
export function slipOf(text: string, errors: readonly YamlError[], at: (offset: number) => At): Finding | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  const lines = text.split("\n");
  const last = (at(first.offset).line ?? 1) - 1;
  const starts = [0];
  for (const line of lines) starts.push((starts[starts.length - 1] ?? 0) + line.length + 1);
  const found = (index: number, code: string, words: Words): Finding =>
    error(at((starts[index] ?? 0) + indent(lines[index])), code, {
      ...words,
      found: `${words.found}: ${quote((lines[index] ?? "").trim())}`,
    });
  const marker = lines.findIndex((line) => /^(?:<{7} |>{7} |={7}\r?$)/.test(line));
  if (marker >= 0) return found(marker, "IB-YAML-CONFLICT", conflict);
  const here = hereDocument(lines, last);
  if (here !== undefined) return found(here, "IB-YAML-HERE-DOCUMENT", hereDocuments);
  const script = scriptWithoutBar(lines, last);
  if (script !== undefined) return found(script.line, "IB-YAML-SCRIPT", script.indented ? noBar : notIndented);
  return strayQuote(text, first, at);
}

const conflict = {
  found: "an unresolved merge conflict in the file",
  allowed: "one of the two sides, without the <<<<<<<, ======= and >>>>>>> lines",
  fix: "resolve the conflict",
};
const hereDocuments = {
  found: "a here-document line that is indented less than its script, which therefore ends there",
  allowed: "every line of the here-document, including its end, indented like the script",
  fix: "indent them: YAML removes the indentation before the script runs",
};
const noBar = {
  found: "a multi-line script without a | before it",
  allowed: "- | on its own line, with the script indented below it",
  fix: "write - | before the script's first line",
};
const notIndented = {
  found: "a script that is not indented further than the | before it",
  allowed: "- | on its own line, with the script indented below it",
  fix: "indent the script",
};

function indent(line = ""): number {
  return line.length - line.trimStart().length;
}

/** Reports whether the text of a list entry or field is a block below it: `- |`, `commands: >-`. */
function opensBlock(line = ""): boolean {
  const [before, sign = ""] = ["", ...(line.split(" #")[0] ?? "").trim().split(/\s+/)].slice(-2);
  return /^[|>][-+1-9]{0,2}$/.test(sign) && /^$|[-:]$/.test(before ?? "");
}

/** Returns the first line of a here-document that is outside the block in which the here-document began. */
function hereDocument(lines: readonly string[], last: number): number | undefined {
  for (let index = Math.min(last, lines.length - 1); index >= 0; index--) {
    const [, word = ""] = /<<-?\s?['"\\]?([A-Za-z_]\w*)/.exec(lines[index] ?? "") ?? [];
    if (word === "") continue;
    let header = index - 1;
    while (header >= 0 && ((lines[header] ?? "").trim() === "" || indent(lines[header]) >= indent(lines[index])))
      header--;
    while (header >= 0 && !opensBlock(lines[header])) header--;
    if (header < 0) continue;
    for (let inside = index + 1; inside <= last; inside++) {
      const line = lines[inside] ?? "";
      if (line.trim() === "") continue;
      if (indent(line) <= indent(lines[header])) return inside;
      if (line.trim().startsWith(word)) break;
    }
  }
  return undefined;
}

/**
 * Returns the start of the script under `commands` that contains the line with the error, if that script is not a
 * block.
 */
function scriptWithoutBar(lines: readonly string[], last: number): { line: number; indented: boolean } | undefined {
  let above = last - 1;
  while (above >= 0 && (lines[above] ?? "").trim() === "") above--;
  if (opensBlock(lines[above]) && indent(lines[last]) <= indent(lines[above])) {
    return /^(?:- |[\w-]+:(?:\s|$))/.test((lines[last] ?? "").trim()) ? undefined : { line: last, indented: false };
  }
  let entry = last;
  for (let index = last; index >= 0; index--) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    if (/^\s*(?:- )?commands:\s*(?:#.*)?$/.test(line)) {
      const inside = entry > index && indent(lines[entry]) > indent(line);
      // If a list entry has only one line, the mistake is something else.
      const next = lines.slice(entry + 1).find((each) => each.trim() !== "");
      const several = !/^\s*- /.test(lines[entry] ?? "") || indent(next) > indent(lines[entry]);
      return inside && several ? { line: entry, indented: true } : undefined;
    }
    if (opensBlock(line) && indent(lines[last]) > indent(line)) return undefined;
    if (indent(line) <= indent(lines[entry]) && !/^\s*- /.test(lines[entry] ?? "")) entry = index;
  }
  return undefined;
}

/** Finds a stray quote, or other text, after a closing quote. */
function strayQuote(text: string, { code, offset }: YamlError, at: (offset: number) => At): Finding | undefined {
  if (code !== "UNEXPECTED_TOKEN") return undefined;
  const rest = text.slice(offset, text.indexOf("\n", offset) < 0 ? undefined : text.indexOf("\n", offset)).trim();
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim();
  if (!/['"]$/.test(before)) return undefined;
  const found = quote(`${before}${text.slice(0, offset).endsWith(" ") ? " " : ""}${rest}`);
  if (/^['"]{1,2}$/.test(rest)) {
    const words = { found: `a stray quote at the end of ${found}`, allowed: "one quote on each side of the text" };
    return error(at(offset), "IB-YAML-QUOTE", { ...words, fix: "remove it" });
  }
  return error(at(offset), "IB-YAML-QUOTE", {
    found: `text after a closing quote: ${found}`,
    allowed: "quotes around the whole text",
    fix: "put the whole text in the other kind of quotes, or below a |",
  });
}

type Slip = Words & { readonly code: string };

/**
 * Finds a multi-line script without a |. YAML joins the script's lines with spaces: `\` followed by a space becomes an
 * argument that starts with a space, and a `fi` or `done` after a command becomes one of the command's arguments.
 */
export function foldedScript(raw: string): Slip | undefined {
  const lines = raw.split("\n").map((line) => line.trim());
  const broken = lines.findIndex((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || next === "" || line === "") return false;
    if (/(?:^|[^\\])\\$/.test(line)) return true;
    return /^(?:fi|done|esac|else|elif)\b/.test(next) && !/(?:;|&|\||\{|\(|\b(?:then|do|else|in))$/.test(line);
  });
  if (broken < 0) return undefined;
  const found = `a multi-line script without a |, which YAML joins to one line: ${quote(`${lines[broken] ?? ""} ${lines[broken + 1] ?? ""}`)}`;
  return { code: "IB-YAML-SCRIPT", found, allowed: noBar.allowed, fix: noBar.fix };
}

/** Finds unquoted text that ends with a quote, which becomes part of the text. */
export function looseQuote(raw: string): Slip | undefined {
  const [, quoted = ""] = /^[^'"\n]{1,200}(['"])$/.exec(raw) ?? [];
  if (quoted === "" || /\d["']$/.test(raw)) return undefined;
  return {
    code: "IB-YAML-QUOTE",
    found: `a stray quote at the end of ${quote(raw)}`,
    allowed: "no quotes, or one on each side of the text",
    fix: "remove it",
  };
}
