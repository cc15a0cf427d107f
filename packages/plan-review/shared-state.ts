import * as path from "node:path";
import { code } from "@pipelines/findings/escape";
import { GivenVersions } from "@pipelines/version-lock/given-versions";
import { isRecipe, resourceChange } from "./resource-change";
import type { Row } from "./row";
import { subject } from "./subject";
import { isList, type JsonObject, objectAt, plainText, textAt } from "./values";

/** This project's lock file. */
export const ownLock = path.join(__dirname, "../..", "image-versions.lock");

/**
 * Returns a row for each recipe in the state with a version that the lock never assigned: someone else deploys to the
 * same state, and the plan would remove their recipe.
 *
 * @param lock the content of the lock file; if undefined, nothing is compared
 */
export function foreignRecipes(plan: JsonObject, lock: string | undefined): Row[] {
  const changes = plan["resource_changes"];
  if (lock === undefined || !isList(changes)) return [];
  const given = new GivenVersions(lock);
  return changes.flatMap((changed, index): Row[] => {
    if (!isRecipe({ type: plainText(objectAt(changed)["type"]) })) return [];
    const change = resourceChange(changed, `resource_changes[${index}]`);
    const [name, version] = [textAt(change.before, "name"), textAt(change.before, "version")];
    if (change.deposed || name === undefined || version === undefined) return [];
    if (given.has(name, version) !== false) return [];
    const message =
      `the state contains ${code(`${name} ${version}`)}, which no commit of this project's lock has assigned: two trees may share ` +
      "this state. Give one of them a project name, or a state of its own (docs/versions.md); if it was deployed from a branch " +
      "that this clone does not have, fetch it";
    return [{ meaning: "version_conflict", subject: subject(change), message }];
  });
}
