/** A Dockerfile instruction, with its continuation lines joined. */
export interface Instruction {
  /** The keyword in capitals; empty for a line that is not an instruction, such as a lone template variable. */
  readonly keyword: string;
  readonly text: string;
  /** Line on which the instruction starts, counting from 1. */
  readonly line: number;
  /** Line on which it ends, including its here-documents. */
  readonly end: number;
  /** First line of its here-documents, if it has any. */
  readonly hereFrom?: number;
}

/**
 * Returns the instructions in a Dockerfile, without comments.
 *
 * It parses only as much of the format as the template rules need: comments (including those between continuation
 * lines), the escape directive, continuation and here-documents. https://docs.docker.com/reference/dockerfile/
 */
export function instructionsOf(text: string): Instruction[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escape = /^[ \t]*#[ \t]*escape[ \t]*=[ \t]*`[ \t]*$/im.test(directives(lines)) ? "`" : "\\";
  const found: Instruction[] = [];
  for (let index = 0; index < lines.length; index++) {
    const start = index;
    let whole = "";
    for (; index < lines.length; index++) {
      const line = lines[index] ?? "";
      if (/^\s*#/.test(line) || (whole !== "" && line.trim() === "")) continue;
      const bare = line.trimEnd();
      const goesOn = bare.endsWith(escape);
      whole += `${goesOn ? bare.slice(0, -1) : bare}${goesOn ? " " : ""}`;
      if (!goesOn) break;
    }
    if (whole.trim() === "") continue;
    const keyword = (/^\s*([A-Za-z]+)(?=\s|$)/.exec(whole)?.[1] ?? "").toUpperCase();
    const last = Math.min(index, lines.length - 1);
    index = endOfHereDocuments(lines, keyword, whole, index);
    found.push({
      keyword,
      text: whole.trim(),
      line: firstLine(lines, start),
      end: index + 1,
      ...(index > last ? { hereFrom: last + 2 } : {}),
    });
  }
  return found;
}

/** Returns the parser directives: comments before anything else. */
function directives(lines: readonly string[]): string {
  const end = lines.findIndex((line) => !/^\s*#\s*\w+\s*=/.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).join("\n");
}

/** Returns the number of the instruction's first line, after any comments and blank lines before it. */
function firstLine(lines: readonly string[], start: number): number {
  let index = start;
  while (index < lines.length - 1 && /^\s*(?:#|$)/.test(lines[index] ?? "")) index++;
  return index + 1;
}

const hereDocument = /<<(-?)(?:"([A-Za-z_]\w*)"|'([A-Za-z_]\w*)'|([A-Za-z_]\w*))/g;

/** Returns the index of the last line of the here-documents that `RUN <<EOF` and `COPY <<EOF` open. */
function endOfHereDocuments(lines: readonly string[], keyword: string, whole: string, index: number): number {
  if (!["RUN", "COPY", "ADD"].includes(keyword)) return index;
  let last = index;
  for (const [, dash, double, single, bare] of whole.matchAll(hereDocument)) {
    const name = double ?? single ?? bare;
    const end = lines.findIndex((line, at) => at > last && (dash ? line.replace(/^\t+/, "") : line) === name);
    if (end < 0) return index;
    last = end;
  }
  return last;
}
