import type { ErrorCode } from "yaml";
import { type At, error, type Finding, type Words } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";

/** This project's messages for the parser's errors; any others are reported in the parser's words. */
const known: Partial<Record<ErrorCode, readonly [code: string, words: Words]>> = {
  DUPLICATE_KEY: [
    "IB-YAML-DUPLICATE",
    { found: "a key that is already in the same map", allowed: "each key once", fix: "remove one of the two" },
  ],
  TAB_AS_INDENT: [
    "IB-YAML-TAB",
    {
      found: "a tab in the indentation",
      allowed: "spaces only: YAML forbids tabs there",
      fix: "replace the tab with spaces",
    },
  ],
  BAD_ALIAS: [
    "IB-YAML-ALIAS",
    {
      found: "an alias (*name) for an anchor that is not defined before it",
      allowed: "an alias for an earlier &name",
      fix: 'quote it if it is text: "*.log"',
    },
  ],
  BAD_INDENT: [
    "IB-YAML-SYNTAX",
    {
      found: "a line that is indented differently from its neighbors",
      allowed: "the same indentation for all entries in a map or list",
    },
  ],
  BAD_DQ_ESCAPE: [
    "IB-YAML-ESCAPE",
    {
      found: "an unknown escape in double quotes",
      allowed: "\\\\ for a backslash",
      fix: "put Windows paths in single quotes",
    },
  ],
  MISSING_CHAR: [
    "IB-YAML-SYNTAX",
    {
      found: "a quote, bracket, comma or colon is missing",
      allowed: "all quotes and brackets closed, and a colon after each key",
    },
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    "IB-YAML-SYNTAX",
    {
      found: "a second colon on the line, or a map instead of text",
      allowed: "one key and one value per line",
      fix: "quote text that contains a colon and a space",
    },
  ],
  MULTILINE_IMPLICIT_KEY: [
    "IB-YAML-SYNTAX",
    {
      found: "multi-line text where a key is expected",
      allowed: "key: value",
      fix: "indent the text under its key, or start it with |",
    },
  ],
  BAD_SCALAR_START: [
    "IB-YAML-SYNTAX",
    {
      found: "text that starts with a character reserved in YAML",
      allowed: "quotes around such text",
      fix: "quote it",
    },
  ],
};

/** Returns a syntax error as a finding. `message` is the parser's. */
export function yamlFinding(text: string, code: ErrorCode, message: string, at: At): Finding {
  const line = text.split("\n", at.line ?? 1)[(at.line ?? 1) - 1]?.trim() ?? "";
  if (/^(?:- +)*(?:[\w-]+: +)?\{\{/.test(line) && code !== "DUPLICATE_KEY") {
    return error(at, "IB-YAML-UNQUOTED", {
      found: `${quote(line)} contains an unquoted reference, which YAML reads as a map`,
      allowed: "quotes around a value that starts with a reference",
      fix: "put the whole value in quotes",
    });
  }
  const [stable, words] = known[code] ?? [
    "IB-YAML-SYNTAX",
    { found: `not valid YAML: ${message.split("\n")[0] ?? ""}`, allowed: "a YAML document" },
  ];
  return error(at, stable, { ...words, found: line === "" ? words.found : `${words.found}: ${quote(line)}` });
}
