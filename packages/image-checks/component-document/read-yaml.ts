import { Composer, type CST, type Document, LineCounter, Parser } from "yaml";
import { type At, error, type Finding } from "@pipelines/findings/finding";
import { Located } from "@pipelines/findings/located";
import { DocumentTooLarge, mostLevels, NodeReader, tooDeep } from "./node-reader";
import { yamlFinding } from "./yaml-finding";
import { slipOf } from "./yaml-slips";

/** The result of reading a document: its values, unless the text is not YAML at all. */
export interface Read {
  readonly located?: Located;
  readonly findings: readonly Finding[];
}

/**
 * Reads YAML. Never throws, and does a bounded amount of work for any text (aliases that multiply, deeply nested
 * brackets).
 */
export function readYaml(file: string, text: string): Read {
  const lines = new LineCounter();
  // A file from Windows may start with a byte order mark, which does not count toward the first column. A lone carriage
  // return ends a line in YAML, but the parser recognizes it only before a line feed.
  const body = text.replace(/^\uFEFF/, "").replace(/\r(?!\n)/g, "\n");
  const at = (offset: number): At => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const [document, ...more] = documentsOf(body, lines, at);
    if (!document) return { findings: [empty(file)] };
    const findings = document.errors.map((each) =>
      yamlFinding(body, each.code, each.message, at(pastBlanks(body, each.pos[0]))),
    );
    const [second] = more;
    if (second) {
      const words = {
        found: "a second YAML document",
        allowed: "one document; Image Builder reads only the first",
        fix: "remove the --- line, or create two components",
      };
      findings.push(error(at(second.range[0]), "IB-YAML-DOCUMENTS", words));
    }
    if (document.errors.length > 0) {
      const slip = slipOf(
        body,
        document.errors.map(({ code, pos }) => ({ code, offset: pos[0] })),
        at,
      );
      return { findings: slip ? [slip] : firstOfEachLine(findings) };
    }
    const reader = new NodeReader(body, at);
    const value = reader.read(document.contents);
    if (value === null || value === undefined) return { findings: [empty(file)] };
    // If a key is duplicated, the rest is still readable.
    const duplicates = reader.duplicateKeys().map((offset) => yamlFinding(body, "DUPLICATE_KEY", "", at(offset)));
    const located = new Located(value, reader.places, file, (offset) => {
      const { line = 1, column = 1 } = at(offset);
      return { line, column };
    });
    return { located, findings: [...findings, ...duplicates, ...reader.findings] };
  } catch (thrown) {
    if (thrown instanceof DocumentTooLarge) return { findings: [thrown.finding] };
    throw thrown;
  }
}

/** Returns the documents that have content: a lone `---` or `...` at the end does not start one. */
function documentsOf(text: string, lines: LineCounter, at: (offset: number) => At): Document.Parsed[] {
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tokens.map(tooDeepAt).find((offset) => offset !== undefined);
  if (deep !== undefined) throw new DocumentTooLarge(tooDeep(at(deep)));
  // Merge keys are resolved by the node reader, which knows the positions of their values.
  const documents = [...new Composer({ logLevel: "silent", uniqueKeys: false }).compose(tokens)];
  return documents.filter((each) => each.errors.length > 0 || !isEmpty(each.contents));
}

/** Reports whether lists and maps are nested too deeply for the text to be parsed: see {@link tooDeepAt}. */
export function isTooDeep(text: string): boolean {
  return [...new Parser().parse(text)].some((token) => tooDeepAt(token) !== undefined);
}

/**
 * Returns the offset of the token at which nesting exceeds the limit, if there is one.
 *
 * The composer is recursive. If a regular expression then reaches the end of the stack, V8 ends the whole process,
 * without an exception that could be caught. So the depth of the tokens is measured first, which needs no recursion.
 */
function tooDeepAt(token: CST.Token): number | undefined {
  const open: (readonly [token: CST.Token, level: number])[] = [[token, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [each, level] = next;
    if (level > mostLevels) return each.offset;
    if (each.type === "document" && each.value) open.push([each.value, level]);
    if (!("items" in each)) continue;
    for (const { key, value } of each.items) {
      if (key) open.push([key, level + 1]);
      if (value) open.push([value, level + 1]);
    }
  }
  return undefined;
}

/**
 * The parser reports wrong indentation at the start of the line, but the mistake is easier to see where the text
 * starts.
 */
function pastBlanks(text: string, offset: number): number {
  let end = offset;
  while (text[end] === " ") end++;
  return text[end] === undefined || text[end] === "\n" || text[end] === "\r" ? offset : end;
}

function isEmpty(contents: unknown): boolean {
  return contents === null || (typeof contents === "object" && "source" in contents && contents.source === "");
}

/** One broken line causes several parser errors; the first is the most helpful. */
function firstOfEachLine(findings: readonly Finding[]): Finding[] {
  const seen = new Set<number | undefined>();
  return findings.filter(({ line }) => !seen.has(line) && seen.add(line));
}

function empty(file: string): Finding {
  return error({ file, line: 1, column: 1 }, "IB-YAML-EMPTY", {
    found: "no document",
    allowed: "a YAML map with schemaVersion, and with phases (a component) or steps (a workflow)",
  });
}
