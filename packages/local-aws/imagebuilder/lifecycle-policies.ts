import { type JsonObject, object, objects, omit, text } from "../json";
import type { Scope } from "../world";
import { configurationOperations } from "./configurations";
import { invalidCombination, invalidValue } from "./errors";
import { checkExecutionRole } from "./execution-role";
import { tagsOf } from "./operation";
import type { Configuration } from "./state";

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-lifecycles.html */
function check(settings: JsonObject, scope: Scope): void {
  const selection = object(settings, "resourceSelection") ?? {};
  if ((selection["recipes"] === undefined) === (selection["tagMap"] === undefined)) {
    throw invalidCombination(
      "Exactly one of 'resourceSelection.recipes' and 'resourceSelection.tagMap' must be given.",
    );
  }
  for (const [i, detail] of objects(settings, "policyDetails").entries()) {
    const filter = object(detail, "filter") ?? {};
    const isAge = text(filter, "type") === "AGE";
    if (isAge && filter["unit"] === undefined) {
      throw invalidValue(`policyDetails[${i}].filter.unit`, "A filter by age needs a unit.");
    }
    if (!isAge && filter["unit"] !== undefined) {
      throw invalidValue(`policyDetails[${i}].filter.unit`, "A filter by count has no unit.");
    }
    const action = text(object(detail, "action") ?? {}, "type");
    if (text(settings, "resourceType") === "CONTAINER_IMAGE" && action !== "DELETE") {
      throw invalidValue(`policyDetails[${i}].action.type`, "Container images can only be deleted.");
    }
  }
  checkExecutionRole(settings, scope);
}

/** Image Builder's API returns times as numbers only for lifecycle policies. */
function describe({ arn, name, settings, created, updated, tags }: Configuration): JsonObject {
  const seconds = (date: Date | undefined) => (date === undefined ? undefined : date.getTime() / 1000);
  return { ...settings, arn, name, dateCreated: seconds(created), dateUpdated: seconds(updated), tags: tagsOf(tags) };
}

export const lifecyclePolicyOperations = configurationOperations({
  type: "LifecyclePolicy",
  plural: "LifecyclePolicies",
  kind: "lifecycle-policy",
  arnField: "lifecyclePolicyArn",
  field: "lifecyclePolicy",
  listField: "lifecyclePolicySummaryList",
  all: (scope) => scope.imageBuilder.lifecyclePolicies,
  check,
  complete: (settings) => ({ status: "ENABLED", ...settings }),
  describe,
  summary: (described) => omit(described, "policyDetails", "resourceSelection"),
});
