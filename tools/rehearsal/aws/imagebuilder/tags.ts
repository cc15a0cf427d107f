import { type JsonObject, text, textMap, texts } from "../json";
import type { Scope } from "../world";
import { notFound } from "./errors";
import type { Operation } from "./operation";

function tagsOf(input: JsonObject, scope: Scope): Map<string, string> {
  const arn = text(input, "resourceArn") ?? "";
  const resource = scope.imageBuilder.tagged(arn);
  if (resource === undefined) throw notFound(arn);
  return resource.tags;
}

export const tagOperations: Record<string, Operation> = {
  ListTagsForResource: (input, scope) => ({ tags: Object.fromEntries(tagsOf(input, scope)) }),
  TagResource: (input, scope) => {
    const tags = tagsOf(input, scope);
    for (const [key, value] of textMap(input, "tags")) tags.set(key, value);
    return {};
  },
  UntagResource: (input, scope) => {
    const tags = tagsOf(input, scope);
    for (const key of texts(input, "tagKeys")) tags.delete(key);
    return {};
  },
};
