import { type JsonObject, object, objects, omit, text, textMap } from "../json";
import type { Scope } from "../world";
import { alreadyExists, invalidCombination, invalidValue, notFound } from "./errors";
import { checkExecutionRole } from "./execution-role";
import { arnOf } from "./names";
import { endDryRun, idempotent, type Operation, paged, settingsOf, tagsOf } from "./operation";
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

function find(input: JsonObject, scope: Scope): Configuration {
  const arn = text(input, "lifecyclePolicyArn") ?? "";
  const policy = scope.imageBuilder.lifecyclePolicies.get(arn);
  if (policy === undefined) throw notFound(arn);
  return policy;
}

/** Times are numbers here, unlike everywhere else in this API. */
function describe({ arn, name, settings, created, updated, tags }: Configuration): JsonObject {
  const seconds = (date: Date | undefined) => (date === undefined ? undefined : date.getTime() / 1000);
  return { ...settings, arn, name, dateCreated: seconds(created), dateUpdated: seconds(updated), tags: tagsOf(tags) };
}

export const lifecyclePolicyOperations: Record<string, Operation> = {
  CreateLifecyclePolicy: idempotent("CreateLifecyclePolicy", (input, scope) => {
    const name = text(input, "name") ?? "";
    const arn = arnOf(scope, "lifecycle-policy", name);
    if (scope.imageBuilder.lifecyclePolicies.has(arn)) throw alreadyExists("LifecyclePolicy", arn);
    const settings = { status: "ENABLED", ...settingsOf(input) };
    check(settings, scope);
    endDryRun(input);
    const tags = textMap(input, "tags");
    scope.imageBuilder.lifecyclePolicies.set(arn, {
      arn,
      name,
      settings,
      created: scope.now(),
      updated: undefined,
      tags,
    });
    return { lifecyclePolicyArn: arn };
  }),
  GetLifecyclePolicy: (input, scope) => ({ lifecyclePolicy: describe(find(input, scope)) }),
  UpdateLifecyclePolicy: idempotent("UpdateLifecyclePolicy", (input, scope) => {
    const policy = find(input, scope);
    const rest = omit(settingsOf(input), "lifecyclePolicyArn");
    const settings = { status: "ENABLED", ...rest };
    check(settings, scope);
    policy.settings = settings;
    policy.updated = scope.now();
    return { lifecyclePolicyArn: policy.arn };
  }),
  DeleteLifecyclePolicy: (input, scope) => {
    const { arn } = find(input, scope);
    scope.imageBuilder.lifecyclePolicies.delete(arn);
    return { lifecyclePolicyArn: arn };
  },
  ListLifecyclePolicies: (input, scope) => {
    const rows = [...scope.imageBuilder.lifecyclePolicies.values()].map((policy) => {
      return omit(describe(policy), "policyDetails", "resourceSelection");
    });
    return paged("lifecyclePolicySummaryList", rows, input);
  },
};
