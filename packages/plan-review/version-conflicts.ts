import * as path from "node:path";
import { GivenVersions } from "@pipelines/version-lock/given-versions";
import { compareVersions, isVersion, lineOf, rankOf } from "@pipelines/version-lock/version-number";
import { code } from "@pipelines/findings/escape";
import { isRecipe, isReplacement, isVersioned, type ResourceChange } from "./resource-change";
import type { Row } from "./row";
import { subject } from "./subject";
import { textAt, type Value } from "./values";

/**
 * Returns rows for versions of components and recipes that already exist in AWS, or that are lower than before: one
 * branch's lock does not know what another branch has deployed.
 */
export function versionConflicts(changes: readonly ResourceChange[]): Row[] {
  const versioned = changes.filter((change) => isVersioned(change) && !change.deposed);
  const held = new Map(versioned.map((change) => [versionKey(change, change.before), change.address]));
  const coming = versioned.filter((change) => change.action === "create" || isReplacement(change));
  const given = new Map<string, string>();
  return coming.flatMap((change) => {
    const key = versionKey(change, change.after);
    if (key === undefined) return [];
    const message = conflict(change, held.get(key) ?? given.get(key));
    given.set(key, change.address);
    return message === undefined ? [] : [{ meaning: "version_conflict", subject: subject(change), message }];
  });
}

/** @param holder address of a resource that already has the version */
function conflict(change: ResourceChange, holder: string | undefined): string | undefined {
  const { before, after } = change;
  const [old, now] = [textAt(before, "version"), textAt(after, "version") ?? ""];
  if (holder !== undefined) {
    const of = holder === change.address ? "" : ` of ${code(holder)}`;
    return `${code(now)} is already the version${of} in AWS, which refuses it a second time; ${way(change, now)}`;
  }
  if (old === undefined || textAt(before, "name") !== textAt(after, "name")) return undefined;
  if (!isVersion(old) || !isVersion(now) || compareVersions(now, old) >= 0) return undefined;
  return `${code(old)} → ${code(now)}: a lower version replaces a higher one, which another branch deployed; ${way(change, old)}`;
}

/** This project's lock file. */
export const ownLock = path.join(__dirname, "../..", "image-versions.lock");

/**
 * Returns a row for each recipe in the state with a version that the lock never assigned: someone else deploys to the
 * same state, and the plan would remove their recipe.
 *
 * @param lock the lock file; if undefined, nothing is compared
 */
export function foreignRecipes(changes: readonly ResourceChange[], lock: string | undefined): Row[] {
  if (lock === undefined) return [];
  const given = new GivenVersions(lock);
  return changes.flatMap((change): Row[] => {
    const [name, version] = [textAt(change.before, "name"), textAt(change.before, "version")];
    if (!isRecipe(change) || change.deposed || name === undefined || version === undefined) return [];
    if (given.has(name, version) !== false) return [];
    const message =
      `the state contains ${code(`${name} ${version}`)}, which no commit of this project's lock has assigned: two trees may share ` +
      "this state. Give one of them a project name, or a state of its own (docs/versions.md); if it was deployed from a branch " +
      "that this clone does not have, fetch it";
    return [{ meaning: "version_conflict", subject: subject(change), message }];
  });
}

/** Returns a version as AWS knows it; `undefined` if it is known only after the apply. */
function versionKey({ type }: ResourceChange, half: Value): string | undefined {
  const [name, version] = [textAt(half, "name"), textAt(half, "version")];
  return name === undefined || version === undefined ? undefined : `${type} ${name} ${version}`;
}

/** Address of a component or recipe that this project's constructs create. */
const ownAddress = /\.image_([\w-]+)_recipe(?:_component-([\w-]+))?_[0-9A-F]{8}$/;

/** Returns the command that raises the version above a given one. */
function way({ address, after }: ResourceChange, past: string): string {
  const [, image = "", component] = ownAddress.exec(address) ?? [];
  const own = component === undefined ? `-${image}` : `-${image}-${component}`;
  const name = textAt(after, "name") ?? "";
  const environment = name.endsWith(own) ? name.slice(0, -own.length) : "";
  if (image === "" || !/^[\w-]+$/.test(environment)) return "give it a version above that one";
  const version = textAt(after, "version") ?? "";
  // The next number is usually enough; only the plan shows how far ahead other branches are.
  const next = isVersion(version) && isVersion(past) && Math.floor(rankOf(version)) + 1 >= rankOf(past);
  const target = next && lineOf(version) === lineOf(past) ? image : `${image}=${past}`;
  return `run ${code(`npm run synth -- --forward ${target} --environment ${environment}`)}, commit the lock and plan again`;
}
