import { type JsonObject, objects, text } from "../json";
import type { Scope } from "../world";
import { invalidCombination, invalidValue } from "./errors";
import { newOwned, operationsOn, settingsOf } from "./resources";
import { checkExecutionRole } from "./workflow-resources";

const type = "LifecyclePolicy";

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-lifecycles.html */
function complete(settings: JsonObject, scope: Scope): JsonObject {
  const { recipes, tagMap } = settings["resourceSelection"] as JsonObject;
  if ((recipes === undefined) === (tagMap === undefined)) {
    throw invalidCombination(
      "Exactly one of 'resourceSelection.recipes' and 'resourceSelection.tagMap' must be given.",
    );
  }
  for (const [i, detail] of objects(settings, "policyDetails").entries()) {
    const isAge = text(detail, "filter", "type") === "AGE";
    if (isAge !== (text(detail, "filter", "unit") !== undefined)) {
      const why = isAge ? "A filter by age needs a unit." : "A filter by count has no unit.";
      throw invalidValue(`policyDetails[${i}].filter.unit`, why);
    }
    const action = text(detail, "action", "type");
    if (text(settings, "resourceType") === "CONTAINER_IMAGE" && action !== "DELETE") {
      throw invalidValue(`policyDetails[${i}].action.type`, "Container images can only be deleted.");
    }
  }
  checkExecutionRole(settings, scope);
  return { status: "ENABLED", ...settings };
}

export const lifecyclePolicyOperations = operationsOn({
  type,
  plural: "LifecyclePolicies",
  all: (scope) => scope.imageBuilder.lifecyclePolicies,
  make: (input, scope) => newOwned(type, input, complete(settingsOf(input), scope), scope),
  change: complete,
});
