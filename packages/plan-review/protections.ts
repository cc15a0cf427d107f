import { isDeepStrictEqual } from "node:util";
import { code } from "@pipelines/findings/escape";
import type { Row } from "./row";
import { isList, type JsonObject, objectAt, plainText } from "./values";

/**
 * Returns the protections against destruction that a configuration removes.
 *
 * `prevent_destroy` is an instruction to Terraform that appears in neither the state nor the plan. Detecting its
 * removal requires both configurations (`cdk.tf.json`), before and after. Once it is gone, the next plan may destroy
 * the resource that it protected.
 */
export function protectionsRemoved(before: JsonObject, after: JsonObject): Row[] {
  const now = protectedAddresses(after);
  const removed = [...protectedAddresses(before)].filter(([address, was]) => was && now.get(address) !== true);
  const reasons = removed.map(([address]) => [
    code(address),
    now.has(address)
      ? "protection removed: from now on, a plan may destroy it (`prevent_destroy` is gone)"
      : "no longer in the configuration, and neither is its protection (`prevent_destroy`): it will be destroyed",
  ]);
  // If the state is a different one, Terraform does not see the existing resources, so no plan shows what happens to
  // them.
  if (!isDeepStrictEqual(stateOf(before), stateOf(after))) {
    reasons.unshift(["state", "is stored elsewhere: this plan does not know what exists there"]);
  }
  return reasons.map(([subject = "", message = ""]) => ({ meaning: "data", subject, message }));
}

/** Returns the settings that decide where a configuration's state is stored. */
function stateOf(config: JsonObject): unknown {
  const { backend, cloud } = objectAt(config, "terraform");
  return { backend, cloud };
}

/** Returns every resource in a configuration, and whether Terraform refuses to destroy it. */
export function protectedAddresses(config: JsonObject): Map<string, boolean> {
  return new Map(
    Object.entries(objectAt(config, "resource")).flatMap(([type, resources]) =>
      Object.entries(objectAt(resources)).map(
        ([name, resource]) => [`${type}.${name}`, objectAt(resource, "lifecycle")["prevent_destroy"] === true] as const,
      ),
    ),
  );
}

/** Returns the IDs of the accounts that the provider in a configuration may work in. */
export function accountsOf(config: JsonObject): string[] {
  const { aws } = objectAt(config, "provider");
  return (isList(aws) ? aws : [aws]).flatMap((one) => {
    const ids = objectAt(one)["allowed_account_ids"];
    return isList(ids) ? ids.map(plainText) : [];
  });
}
