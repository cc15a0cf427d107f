import { isDeepStrictEqual } from "node:util";
import { parsePlan } from "./plan-json";
import { isList, isObject, JsonObject, plainText } from "./values";

/**
 * Attributes that AWS sets by itself, whatever the configuration says: a scheduled build between review and deploy
 * moves them, and no change to them is part of a plan. An attribute that the configuration can set is never one.
 */
const setByAws: Readonly<Record<string, readonly string[]>> = {
  aws_imagebuilder_container_recipe: ["date_created"],
  aws_imagebuilder_component: ["date_created"],
  aws_imagebuilder_distribution_configuration: ["date_created", "date_updated"],
  aws_imagebuilder_image: ["date_created"],
  aws_imagebuilder_image_pipeline: ["date_created", "date_last_run", "date_next_run", "date_updated"],
  aws_imagebuilder_infrastructure_configuration: ["date_created", "date_updated"],
  aws_iam_role: ["create_date"],
  aws_iam_instance_profile: ["create_date"],
};

/**
 * What another plan would do otherwise than the one that was reviewed: addresses of resources and outputs, with
 * words, never values, which may be secrets. Nothing: both do the same to the same things.
 *
 * @throws {UnusablePlan} where one of the files is no plan
 */
export function differences(reviewed: string, fresh: string): string[] {
  const [old, now] = [changesOf(reviewed), changesOf(fresh)];
  const found: string[] = [];
  for (const [address, change] of now) {
    if (!old.has(address)) found.push(`${address} was not in the reviewed plan`);
    else if (!isDeepStrictEqual(old.get(address), change)) found.push(`${address} changes otherwise than was reviewed`);
  }
  for (const address of old.keys()) {
    if (!now.has(address)) found.push(`${address} was to change, and no longer does`);
  }
  return found.sort();
}

/** Every change of a plan, by address. */
function changesOf(file: string): Map<string, JsonObject> {
  const plan = parsePlan({ file });
  const found = new Map<string, JsonObject>();
  const add = (address: string, change: unknown, type = ""): void => {
    if (isObject(change) && !isNothing(change)) found.set(address, withoutSetByAws(change, type));
  };
  const { resource_changes: resources, output_changes: outputs } = plan;
  for (const resource of isList(resources) ? resources.filter(isObject) : []) {
    const deposed = typeof resource["deposed"] === "string" ? ` (deposed ${resource["deposed"]})` : "";
    add(`${plainText(resource["address"])}${deposed}`, resource["change"], plainText(resource["type"]));
  }
  for (const [name, change] of Object.entries(isObject(outputs) ? outputs : {})) add(`output ${name}`, change);
  return found;
}

function withoutSetByAws(change: JsonObject, type: string): JsonObject {
  const names = Object.hasOwn(setByAws, type) ? (setByAws[type] ?? []) : [];
  const strip = (half: unknown): unknown =>
    isObject(half) ? Object.fromEntries(Object.entries(half).filter(([name]) => !names.includes(name))) : half;
  return { ...change, before: strip(change["before"]), after: strip(change["after"]) };
}

function isNothing({ actions, importing }: JsonObject): boolean {
  const list = isList(actions) ? actions.map(plainText).join() : "";
  return (list === "no-op" || list === "read") && importing === undefined;
}
