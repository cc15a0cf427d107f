import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { does, isList, isNothing, isObject, type JsonObject, objectAt, objectsOf, omit, plainText } from "./values";

/**
 * Attributes that AWS sets by itself, whatever the configuration says: a scheduled build between review and deploy
 * moves them, and no change to them is part of a plan. No type of these services has one that a configuration can set.
 */
const setByAws = {
  types: /^aws_(imagebuilder|iam)_/,
  names: ["create_date", "date_created", "date_last_run", "date_next_run", "date_updated"],
};

/**
 * What another plan would do differently from the one that was reviewed: addresses with words, never values, which may
 * be secrets. Nothing: an apply of either executes the same.
 */
export function differences(reviewed: JsonObject, fresh: JsonObject): string[] {
  const [old, now] = [executed(reviewed), executed(fresh)];
  const found: string[] = [];
  for (const [name, part] of now) {
    if (!old.has(name)) found.push(`${name} was not in the reviewed plan`);
    else if (!isDeepStrictEqual(old.get(name), part)) found.push(`${name} changes otherwise than was reviewed`);
  }
  for (const name of old.keys()) {
    if (!now.has(name)) found.push(`${name} was to change, and no longer does`);
  }
  return found.sort();
}

/** The same for two plans of which an apply executes the same, and for no others. */
export function fingerprint(plan: JsonObject): string {
  return hash([...executed(plan)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same for equal configurations, and for no others; undefined stands for a stack that is gone. */
export function configurationFingerprint(config: JsonObject | undefined): string {
  return hash(config ?? null);
}

function hash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(inOrder(value)))
    .digest("hex");
}

/** Whether an apply of a plan only creates resources. */
export function createsOnly(plan: JsonObject): boolean {
  return objectsOf(plan["resource_changes"]).every((element) => {
    const isHarmless = ["create", "read", "no-op"].some((action) => does(objectAt(element, "change"), action));
    return element["deposed"] === undefined && isHarmless;
  });
}

/** Everything that an apply of a plan executes, by address or name. */
function executed(plan: JsonObject): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const resource of objectsOf(plan["resource_changes"])) {
    const { address, previous_address: from, deposed, change, type } = resource;
    if (!isObject(change) || (isNoChange(change) && from === undefined)) continue;
    const key = plainText(address) + (typeof deposed === "string" ? ` (deposed ${deposed})` : "");
    found.set(key, { change: withoutSetByAws(change, plainText(type)), from });
  }
  for (const [name, change] of Object.entries(objectAt(plan, "output_changes"))) {
    // Only what changes: the rest of an output may have been changed by a deploy in the meantime.
    if (isObject(change) && !isNoChange(change)) found.set(`output ${name}`, changedParts(change));
  }
  for (const [name, provider] of Object.entries(objectAt(plan, "configuration", "provider_config"))) {
    found.set(`provider ${name}`, withoutDefaultTags(provider));
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
  // The first plan after a deploy finds empty values where there was none before: nothing that an apply would do.
  const found = {
    before: withoutEmpty(strip(change["before"])),
    before_sensitive: withoutEmpty(change["before_sensitive"]),
  };
  return { ...change, ...found, after: strip(change["after"]) };
}

/** A value without members that are null, or have nothing in them. */
function withoutEmpty(value: unknown): unknown {
  if (isList(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, withoutEmpty(inner)] as const);
  return Object.fromEntries(members.filter(([, inner]) => !isNothing(inner)));
}

/** Their values are in what changes. */
function withoutDefaultTags(provider: unknown): unknown {
  if (!isObject(provider) || !isObject(provider["expressions"])) return provider;
  return { ...provider, expressions: omit(provider["expressions"], "default_tags") };
}

/** A change of an output without those members of it that stay as they are. */
function changedParts({ before, after, after_unknown: unknown, ...rest }: JsonObject): JsonObject {
  if (!isObject(before) || !isObject(after)) return { ...rest, before, after, unknown };
  const changes = Object.keys({ ...before, ...after }).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const pick = (half: JsonObject) => Object.fromEntries(changes.map((key) => [key, half[key]]));
  return { ...rest, before: pick(before), after: pick(after), unknown };
}

function isNoChange(change: JsonObject): boolean {
  return does(change, "no-op") && change["importing"] === undefined;
}

/** The members of objects in the order of their names. */
export function inOrder(value: unknown): unknown {
  if (isList(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}
