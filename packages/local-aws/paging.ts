import type { AnswerObject } from "./answers";
import { AwsError } from "./errors";
import { type JsonObject, number, text } from "./json";

/** Returns one page of a list and the token for the next page. */
export function paged<T>(
  list: string,
  all: readonly T[],
  input: JsonObject,
  { size, badToken }: { readonly size: number; readonly badToken: string },
  describe: (one: T) => AnswerObject = (one) => one as AnswerObject,
): AnswerObject {
  const start = Number(text(input, "nextToken") ?? 0);
  if (Number.isNaN(start)) throw new AwsError(badToken, "The pagination token is not valid.");
  const end = start + (number(input, "maxResults") ?? number(input, "limit") ?? size);
  return { [list]: all.slice(start, end).map(describe), nextToken: end < all.length ? String(end) : undefined };
}
