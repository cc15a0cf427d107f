import type { AwsError } from "./errors";
import { type JsonObject, tagList, texts } from "./json";
import { tagRules } from "./model";
import type { Operation } from "./protocols";
import type { Scope } from "./world";

/** How a service tags resources. */
interface Tagging {
  /** The part after Tag and Untag in its operation names. @default "Resource" */
  readonly kind?: string;
  /** The parameter for the tags, a list of keys and values or a map. */
  readonly field: "tags" | "Tags";
  readonly find: (input: JsonObject, scope: Scope) => { readonly tags: Map<string, string> };
  /** Refuses more tags than a resource can have. */
  readonly tooMany: AwsError;
  /** Reads the tags of a request. @default any */
  readonly read?: (input: JsonObject) => ReadonlyMap<string, string>;
  /** What two keys have in common if the second replaces the first. @default the whole key */
  readonly same?: (key: string) => string;
}

/** The operations that list and change the tags of one kind of resource, such as `TagRole` and `UntagRole`. */
export function tagging({ kind = "Resource", field, find, tooMany, ...rules }: Tagging): Record<string, Operation> {
  const { read = (input: JsonObject) => tagList(input, field), same = (key: string) => key } = rules;
  return {
    [kind === "Resource" ? "ListTagsForResource" : `List${kind}Tags`]: (input, scope) => ({
      IsTruncated: false,
      [field]: find(input, scope).tags,
    }),
    [`Tag${kind}`]: (input, scope) => {
      const { tags } = find(input, scope);
      const added = read(input);
      const keys = new Set([...added.keys()].map(same));
      const replaced = [...tags.keys()].filter((key) => !added.has(key) && keys.has(same(key)));
      if (new Set([...tags.keys(), ...added.keys()]).size - replaced.length > tagRules.most) throw tooMany;
      for (const key of replaced) tags.delete(key);
      for (const [key, value] of added) tags.set(key, value);
    },
    [`Untag${kind}`]: (input, scope) => {
      const { tags } = find(input, scope);
      for (const key of texts(input, field === "tags" ? "tagKeys" : "TagKeys")) tags.delete(key);
    },
  };
}

/** Tags in an answer that has none if there are none. */
export function unlessEmpty(tags: ReadonlyMap<string, string>): ReadonlyMap<string, string> | undefined {
  return tags.size === 0 ? undefined : tags;
}
