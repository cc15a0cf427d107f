import { error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import type { Located, Path } from "@pipelines/findings/located";

/**
 * Checks a value against a list that AWS may extend: a near miss is an error; any other value that is not listed is a
 * warning, because AWS may have added it.
 */
export function checkOpenList(
  value: unknown,
  known: readonly string[],
  { code, what, words }: { readonly code: string; readonly what: string; readonly words: string },
  path: Path,
  located: Located,
): Finding[] {
  if (typeof value !== "string" || known.includes(value)) return [];
  const found = `${what} ${quote(value)}`;
  const near = nearest(value, known);
  if (near !== undefined) return [error(located.at(path), code, { found, allowed: words, fix: `write ${near}` })];
  const allowed = `one of ${list(known, "or")}, as far as this project knows; AWS may have added more`;
  return [warning(located.at(path), code, { found, allowed })];
}
