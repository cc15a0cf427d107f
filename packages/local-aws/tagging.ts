import { type JsonObject, tagList, textMap, texts } from "./json";
import type { Scope } from "./world";

/** How a service tags things. */
interface Tagging<Answer> {
  /** The part after Tag and Untag in the names of its operations. */
  readonly kind: string;
  /** The parameter with the tags, a list of keys and values or a map. */
  readonly field: "tags" | "Tags";
  readonly find: (input: JsonObject, scope: Scope) => { readonly tags: Map<string, string> };
  readonly answer: Answer;
}

/** The operations that tag things of a kind, such as `TagRole` and `UntagRole`. */
export function tagging<Answer>({ kind, field, find, answer }: Tagging<Answer>) {
  const operations: Record<string, (input: JsonObject, scope: Scope) => Answer> = {
    [`Tag${kind}`]: (input, scope) => {
      const { tags } = find(input, scope);
      for (const [key, value] of [...tagList(input, field), ...textMap(input, field)]) tags.set(key, value);
      return answer;
    },
    [`Untag${kind}`]: (input, scope) => {
      const { tags } = find(input, scope);
      for (const key of texts(input, field === "tags" ? "tagKeys" : "TagKeys")) tags.delete(key);
      return answer;
    },
  };
  return operations;
}
