import { AwsError } from "../errors";
import type { JsonObject } from "../json";
import { tagging } from "../tagging";
import type { Scope } from "../world";
import { existing } from "./errors";
import type { Operation } from "./operation";
import type { Owned } from "./state";

const tooManyTags = new AwsError("InvalidParameterException", "A resource has at most 50 tags.");

function find(input: JsonObject, scope: Scope): Owned {
  return existing(input, "resourceArn", (arn) => scope.imageBuilder.tagged(arn));
}

export const tagOperations: Record<string, Operation> = {
  ListTagsForResource: (input, scope) => ({ tags: Object.fromEntries(find(input, scope).tags) }),
  ...tagging({ kind: "Resource", field: "tags", find, tooMany: tooManyTags, answer: {} }),
};
