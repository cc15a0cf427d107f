import { isDeepStrictEqual } from "node:util";
import { code } from "@pipelines/findings/escape";
import type { Row } from "./row";
import { isList, type JsonObject, objectAt, plainText } from "./values";

/**
 * Protections from destruction that a configuration gives up.
 *
 * `prevent_destroy` is an order to Terraform: it is in no state and in no plan, so it takes the two configurations
 * (`cdk.tf.json`), before and after, to see it go. Once it is gone, the next plan may destroy what it kept.
 */
export function protectionsRemoved(before: JsonObject, after: JsonObject): Row[] {
  const now = protectedAddresses(after);
  const removed = [...protectedAddresses(before)].filter(([address, was]) => was && now.get(address) !== true);
  return [
    ...stateMoved(before, after),
    ...removed.map(([address]): Row => {
      const message = now.has(address)
        ? "protection removed: from now on a plan may destroy it (`prevent_destroy` is gone)"
        : "no longer in the configuration, nor its protection (`prevent_destroy`): it will be destroyed";
      return { meaning: "data", subject: code(address), message };
    }),
  ];
}

/** With another state, Terraform does not see what is there, and so no plan shows what becomes of it. */
function stateMoved(before: JsonObject, after: JsonObject): Row[] {
  const [old, now] = [before, after].map((config) => {
    const { backend, cloud } = objectAt(config, "terraform");
    return { backend, cloud };
  });
  if (isDeepStrictEqual(old, now)) return [];
  return [{ meaning: "data", subject: "state", message: "is kept elsewhere: this plan does not know what is there" }];
}

/** Every resource of a configuration, and whether Terraform refuses to destroy it. */
export function protectedAddresses(config: JsonObject): Map<string, boolean> {
  return new Map(
    Object.entries(objectAt(config, "resource")).flatMap(([type, resources]) =>
      Object.entries(objectAt(resources)).map(
        ([name, resource]) => [`${type}.${name}`, objectAt(resource, "lifecycle")["prevent_destroy"] === true] as const,
      ),
    ),
  );
}

/** Ids of the accounts that the provider of a configuration may work in. */
export function accountsOf(config: JsonObject): string[] {
  const { aws } = objectAt(config, "provider");
  return (isList(aws) ? aws : [aws]).flatMap((one) => {
    const ids = objectAt(one)["allowed_account_ids"];
    return isList(ids) ? ids.map(plainText) : [];
  });
}
