/** Maximum length of a user's text repeated in a message, in characters. */
const excerptLength = 60;

/** Returns the user's text in double quotes, shortened in the middle if it is long, to keep messages readable. */
export function quote(text: string): string {
  return `"${excerpt(text)}"`;
}

/** Returns the text itself, shortened in the middle if it is longer than {@link excerptLength} characters. */
export function excerpt(text: string, length = excerptLength): string {
  if (text.length <= length) return text;
  const half = Math.floor((length - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}

/** Joins words: `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[], last: "and" | "or" = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1] ?? ""}`;
}

/** Formats a count: `1 error`, `2 errors`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** Compares by code units, so that the order is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
