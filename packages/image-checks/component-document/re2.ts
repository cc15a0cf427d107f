/**
 * Returns the first thing that Go's regexp package would reject in a pattern; undefined if nothing was found. Covers
 * the mistakes that people make.
 *
 * https://github.com/google/re2/wiki/Syntax
 */
export function re2Problem(pattern: string): string | undefined {
  let open = 0;
  for (let index = 0; index < pattern.length; index++) {
    const char = pattern[index];
    if (char === "\\") {
      const next = pattern[++index];
      if (next === undefined) return "a trailing backslash";
      if (/[1-9]/.test(next) || next === "k") return `the backreference \\${next}`;
      if (next === "Q") {
        const end = pattern.indexOf("\\E", index);
        index = end < 0 ? pattern.length : end + 1;
      }
    } else if (char === "[") {
      const end = endOfClass(pattern, index);
      if (end < 0) return "an unclosed [";
      index = end;
    } else if (char === "(") {
      open++;
      const group = ["(?=", "(?!", "(?<=", "(?<!", "(?>"].find((each) => pattern.startsWith(each, index));
      if (group !== undefined) return group === "(?>" ? "the atomic group (?>" : `the lookaround ${group}`;
    } else if (char === ")" && --open < 0) return "a ) without a matching (";
  }
  return open > 0 ? "an unclosed (" : undefined;
}

/** Returns the end of the character class that begins at `start`; -1 if it is not closed. */
function endOfClass(pattern: string, start: number): number {
  let index = pattern[start + 1] === "^" ? start + 2 : start + 1;
  // A ] in first position is literal.
  if (pattern[index] === "]") index++;
  for (; index < pattern.length; index++) {
    if (pattern[index] === "\\") index++;
    else if (pattern[index] === "[")
      index += (/^\[:\^?\w{1,10}:\]/.exec(pattern.slice(index, index + 16))?.[0].length ?? 1) - 1;
    else if (pattern[index] === "]") return index;
  }
  return -1;
}
