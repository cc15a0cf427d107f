import { distance } from "fastest-levenshtein";

/**
 * The name that `text` was probably meant to be; undefined if none is near.
 *
 * Near is one slip in three characters, the case of letters aside: `ExecuteBsh`, `executebash`, `us-eastt-1`.
 */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  // Text longer than any name is not a misspelling, and comparing it would cost its length squared.
  if (text === "" || text.length > 200) return undefined;
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const name of names) {
    const slips = distance(text.toLowerCase(), name.toLowerCase());
    if (slips <= Math.max(1, Math.floor(Math.min(text.length, name.length) / 3)) && slips < (best?.slips ?? Infinity)) {
      best = { name, slips };
    }
  }
  return best?.name;
}
