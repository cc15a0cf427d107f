import { compareVersions, isVersion, lineOf, rankOf } from "@pipelines/version-lock/version-number";
import { code } from "@pipelines/findings/escape";
import { isReplacement, isVersioned, type ResourceChange } from "./resource-change";
import type { Row } from "./row";
import { subject } from "./subject";
import { textAt, type Value } from "./values";

/**
 * Finds versions of components and recipes that already exist in AWS, or that are lower than before: one branch's lock
 * does not know what another branch has deployed. Reads a plan's resources one by one.
 */
export class VersionConflicts {
  private readonly held = new Map<string, string>();
  private readonly coming: ResourceChange[] = [];

  public see(change: ResourceChange): void {
    if (!isVersioned(change) || change.deposed) return;
    const { action, address, before } = change;
    const old = versionKey(change, before);
    if (old !== undefined) this.held.set(old, address);
    if (action === "create" || isReplacement(change)) this.coming.push(change);
  }

  public rows(): Row[] {
    const given = new Map<string, string>();
    return this.coming.flatMap((change) => {
      const key = versionKey(change, change.after);
      if (key === undefined) return [];
      const other = given.get(key);
      given.set(key, change.address);
      const message = this.conflict(change, key, other);
      return message === undefined ? [] : [{ meaning: "version_conflict", subject: subject(change), message }];
    });
  }

  private conflict(change: ResourceChange, key: string, other: string | undefined): string | undefined {
    const { before, after } = change;
    const [old, now] = [textAt(before, "version"), textAt(after, "version") ?? ""];
    const holder = this.held.get(key) ?? other;
    if (holder !== undefined) {
      const of = holder === change.address ? "" : ` of ${code(holder)}`;
      return `${code(now)} is already the version${of} in AWS, which refuses it a second time; ${way(change, now)}`;
    }
    if (old === undefined || textAt(before, "name") !== textAt(after, "name")) return undefined;
    if (!isVersion(old) || !isVersion(now) || compareVersions(now, old) >= 0) return undefined;
    return `${code(old)} → ${code(now)}: a lower version replaces a higher one, which another branch deployed; ${way(change, old)}`;
  }
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
