import type { ErrorCode } from "yaml";
import { type At, error, type Finding, type Words } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";

/** This project's message for each of the parser's errors; others are reported in the parser's words. */
const known: Partial<Record<ErrorCode, readonly [code: string, words: Words]>> = {
  DUPLICATE_KEY: [
    "IB-YAML-DUPLICATE",
    { found: "a key that the same map already has", allowed: "each key once", fix: "remove one of the two" },
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
      found: "an alias (*name) of an anchor that is not defined before it",
      allowed: "an alias of an earlier &name",
      fix: 'quote it if it is meant as text: "*.log"',
    },
  ],
  BAD_INDENT: [
    "IB-YAML-SYNTAX",
    {
      found: "a line that is indented unlike its neighbours",
      allowed: "the same indentation for all entries of one map or list",
    },
  ],
  BAD_DQ_ESCAPE: [
    "IB-YAML-ESCAPE",
    {
      found: "an unknown escape in double quotes",
      allowed: "\\\\ for a backslash",
      fix: "write a Windows path between single quotes",
    },
  ],
  MISSING_CHAR: [
    "IB-YAML-SYNTAX",
    {
      found: "a quote, bracket, comma or colon is missing",
      allowed: "every quote and bracket closed, and a colon after each key",
    },
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    "IB-YAML-SYNTAX",
    {
      found: "a second colon on the line, or a map where a text is meant",
      allowed: "one key and one value on a line",
      fix: "quote a text that holds a colon and a space",
    },
  ],
  MULTILINE_IMPLICIT_KEY: [
    "IB-YAML-SYNTAX",
    {
      found: "text that goes on over several lines where a key is expected",
      allowed: "key: value",
      fix: "indent the text under its key, or begin it with |",
    },
  ],
  BAD_SCALAR_START: [
    "IB-YAML-SYNTAX",
    {
      found: "text that begins with a character that YAML reserves",
      allowed: "quotes around such text",
      fix: "quote it",
    },
  ],
};

/** A syntax error as a finding. `message` is the parser's. */
export function yamlFinding(text: string, code: ErrorCode, message: string, at: At): Finding {
  const line = text.split("\n", at.line ?? 1)[(at.line ?? 1) - 1]?.trim() ?? "";
  if (/^(?:- +)*(?:[\w-]+: +)?\{\{/.test(line) && code !== "DUPLICATE_KEY") {
    return error(at, "IB-YAML-UNQUOTED", {
      found: `${quote(line)} has a reference outside quotes, which YAML reads as a map`,
      allowed: "a value that begins with a reference between quotes",
      fix: "put the whole value between quotes",
    });
  }
  const [stable, words] = known[code] ?? [
    "IB-YAML-SYNTAX",
    { found: `not valid YAML: ${message.split("\n")[0] ?? ""}`, allowed: "a YAML document" },
  ];
  return error(at, stable, { ...words, found: line === "" ? words.found : `${words.found}: ${quote(line)}` });
}
