import { createHash } from "node:crypto";
import { readPlanMembers } from "./plan-members";
import { isObject, JsonObject } from "./values";

/**
 * What another plan would do otherwise than the one that was reviewed: addresses of resources and outputs, with
 * words. Nothing: both do the same to the same things, down to the last attribute.
 *
 * Both are JSON of the same Terraform, which writes the same value always in the same way.
 *
 * @throws {UnusablePlan} where one of the files is no plan
 */
export function differences(reviewed: string, fresh: string): string[] {
  const [old, now] = [fingerprints(reviewed), fingerprints(fresh)];
  const told: string[] = [];
  for (const [address, print] of now) {
    if (!old.has(address)) told.push(`${address} was not in the reviewed plan`);
    else if (old.get(address) !== print) told.push(`${address} changes otherwise than was reviewed`);
  }
  for (const address of old.keys()) {
    if (!now.has(address)) told.push(`${address} was to change, and no longer does`);
  }
  return told.sort();
}

/** A hash of every change of a plan, by address. Values never leave this function: they may be secrets. */
function fingerprints(file: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (address: string, change: unknown): void => {
    if (!isObject(change) || isNothing(change)) return;
    found.set(address, createHash("sha256").update(JSON.stringify(change)).digest("hex"));
  };
  readPlanMembers(
    { file },
    {
      wanted: new Map([
        ["resource_changes", "elements"],
        ["output_changes", "whole"],
      ]),
      value: (member, value) => {
        if (!isObject(value)) return;
        if (member === "output_changes") {
          for (const [name, change] of Object.entries(value)) add(`output ${name}`, change);
        } else {
          const deposed = typeof value["deposed"] === "string" ? ` (deposed ${value["deposed"]})` : "";
          add(`${String(value["address"])}${deposed}`, value["change"]);
        }
      },
    },
  );
  return found;
}

function isNothing({ actions, importing }: JsonObject): boolean {
  const list = Array.isArray(actions) ? actions.join() : "";
  return (list === "no-op" || list === "read") && importing === undefined;
}
