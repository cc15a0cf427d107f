import { distance } from "fastest-levenshtein";

/**
 * Returns the name that `text` was probably meant to be; undefined if none is close.
 *
 * Close means one typo per three characters, ignoring case: `ExecuteBsh`, `executebash`, `us-eastt-1`, `dve`.
 */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  // Text longer than any name is not a misspelling, and the cost of comparing it grows with the square of its length.
  if (text === "" || text.length > 200) return undefined;
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const name of names) {
    const slips = slipsBetween(text.toLowerCase(), name.toLowerCase());
    if (slips <= Math.max(1, Math.floor(Math.min(text.length, name.length) / 3)) && slips < (best?.slips ?? Infinity)) {
      best = { name, slips };
    }
  }
  return best?.name;
}

/** Counts the letters that were added, omitted or changed; two adjacent letters that were swapped count as one. */
function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b);
  if (slips !== 2 || a.length !== b.length) return slips;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) ? 1 : slips;
}
