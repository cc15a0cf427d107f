import { type JsonObject, tagList, texts } from "./json";
import type { QueryOperation } from "./protocols";
import type { Scope } from "./world";

interface Tagged {
  readonly tags: Map<string, string>;
}

/** The operations that tag things of a kind: `TagRole` and `UntagRole`, say. */
export function tagging(
  kind: string,
  find: (input: JsonObject, scope: Scope) => Tagged,
): Record<string, QueryOperation> {
  return {
    [`Tag${kind}`]: (input, scope) => {
      const { tags } = find(input, scope);
      for (const [key, value] of tagList(input, "Tags")) tags.set(key, value);
      return undefined;
    },
    [`Untag${kind}`]: (input, scope) => {
      const { tags } = find(input, scope);
      for (const key of texts(input, "TagKeys")) tags.delete(key);
      return undefined;
    },
  };
}
