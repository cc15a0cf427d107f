import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { does, isList, isNothing, isObject, type JsonObject, objectAt, objectsOf, omit, plainText } from "./values";

/**
 * Attributes that AWS sets itself, regardless of the configuration: a scheduled build between review and deploy changes
 * them, and a plan never does. In these services, no resource type has a configurable attribute of that name.
 */
const setByAws = {
  types: /^aws_(imagebuilder|iam)_/,
  names: ["create_date", "date_created", "date_last_run", "date_next_run", "date_updated"],
};

/**
 * Returns how another plan differs from the one that was reviewed, by addresses and in words, without values, which may
 * be secret. Empty if applying either plan has the same effect.
 */
export function differences(reviewed: JsonObject, fresh: JsonObject): string[] {
  const [old, now] = [executed(reviewed), executed(fresh)];
  const found: string[] = [];
  for (const [name, part] of now) {
    if (!old.has(name)) found.push(`${name} was not in the reviewed plan`);
    else if (!isDeepStrictEqual(old.get(name), part)) found.push(`${name} changes differently than reviewed`);
  }
  for (const name of old.keys()) {
    if (!now.has(name)) found.push(`${name} was in the reviewed plan and is not in this one`);
  }
  return found.sort();
}

/** Returns a hash that is equal only for plans that do the same when applied. */
export function fingerprint(plan: JsonObject): string {
  return hash([...executed(plan)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns a hash that is equal only for equal configurations; undefined stands for a removed stack. */
export function configurationFingerprint(config: JsonObject | undefined): string {
  return hash(config ?? null);
}

function hash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(inOrder(value)))
    .digest("hex");
}

/** Reports whether an apply of this plan only creates resources. */
export function createsOnly(plan: JsonObject): boolean {
  return objectsOf(plan["resource_changes"]).every((element) => {
    const change = objectAt(element, "change");
    const isHarmless = ["create", "read", "no-op"].some((action) => does(change, action));
    return element["deposed"] === undefined && change["importing"] === undefined && isHarmless;
  });
}

/** Returns everything that an apply of a plan does, by address or name. */
function executed(plan: JsonObject): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const resource of objectsOf(plan["resource_changes"])) {
    const { address, previous_address: from, deposed, change, type } = resource;
    if (!isObject(change) || (isNoChange(change) && from === undefined)) continue;
    const key = plainText(address) + (typeof deposed === "string" ? ` (deposed ${deposed})` : "");
    found.set(key, { change: withoutSetByAws(change, plainText(type)), from });
  }
  for (const [name, change] of Object.entries(objectAt(plan, "output_changes"))) {
    // Includes only the parts that change: a deploy may have changed the rest of an output in the meantime.
    if (isObject(change) && !isNoChange(change)) found.set(`output ${name}`, changedParts(change));
  }
  for (const [name, provider] of Object.entries(objectAt(plan, "configuration", "provider_config"))) {
    // The default tags are left out, because their values are visible in the changes.
    const isKnown = isObject(provider) && isObject(provider["expressions"]);
    const expressions = omit(objectAt(provider, "expressions"), "default_tags");
    found.set(`provider ${name}`, isKnown ? { ...provider, expressions } : provider);
  }
  const { resources, module_calls: modules } = objectAt(plan, "configuration", "root_module");
  for (const resource of objectsOf(resources)) {
    const { address, mode, provisioners } = resource;
    if (provisioners !== undefined) found.set(`provisioner of ${plainText(address)}`, provisioners);
    if (mode !== "managed" && mode !== "data") found.set(plainText(address), resource);
  }
  const others = { modules, actions: plan["action_invocations"], deferred: plan["deferred_changes"] };
  for (const [name, value] of Object.entries(others)) if (value !== undefined) found.set(name, value);
  return found;
}

function withoutSetByAws(change: JsonObject, type: string): JsonObject {
  const strip = (half: unknown): unknown =>
    isObject(half) && setByAws.types.test(type) ? omit(half, ...setByAws.names) : half;
  return {
    ...change,
    // The first plan after a deploy reads empty values that were absent before; this does not affect what an apply does.
    before: withoutEmpty(strip(change["before"])),
    before_sensitive: withoutEmpty(change["before_sensitive"]),
    after: strip(change["after"]),
  };
}

/** Returns a value without members that are null or empty. */
function withoutEmpty(value: unknown): unknown {
  if (isList(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, withoutEmpty(inner)] as const);
  return Object.fromEntries(members.filter(([, inner]) => !isNothing(inner)));
}

/** Returns a change to an output without the members that stay the same. */
function changedParts({ before, after, after_unknown: unknown, ...rest }: JsonObject): JsonObject {
  if (!isObject(before) || !isObject(after)) return { ...rest, before, after, unknown };
  const same = Object.keys({ ...before, ...after }).filter((key) => isDeepStrictEqual(before[key], after[key]));
  return { ...rest, before: omit(before, ...same), after: omit(after, ...same), unknown };
}

function isNoChange(change: JsonObject): boolean {
  return does(change, "no-op") && change["importing"] === undefined;
}

/** Returns a value with the members of its objects sorted by name. */
export function inOrder(value: unknown): unknown {
  if (isList(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}
