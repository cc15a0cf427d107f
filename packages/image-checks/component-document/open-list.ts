import { error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import type { Located, Path } from "@pipelines/findings/located";

/**
 * A value from a list that AWS extends: a near miss of a listed value is an error, any other value a warning, because
 * AWS may have added it since.
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
  const allowed = `one of ${list(known, "or")}, as far as is known here; AWS may have added more`;
  return [warning(located.at(path), code, { found, allowed })];
}
