import { PlanSource, readPlanMembers } from "./plan-members";
import { ResourceChange, resourceChange, shownChange } from "./resource-change";
import { isList, isObject, Value } from "./values";

/** An output whose value changes. */
export interface OutputChange {
  readonly name: string;
  readonly before: Value;
  readonly after: Value;
}

/** What a plan says beside its resources. */
export interface PlanHead {
  /** Terraform stopped with an error while it made this plan. */
  readonly errored: boolean;
  /** False where the plan leaves something out: `-target`, or changes that Terraform puts off. */
  readonly complete: boolean;
  readonly outputs: readonly OutputChange[];
  /** Names of `check` blocks, preconditions and postconditions that do not hold. */
  readonly failedChecks: readonly string[];
}

/** Told every resource as it is read. */
export interface ResourceReader {
  readonly change: (change: ResourceChange) => void;
  /** A resource that was changed outside of Terraform. */
  readonly drift: (change: ResourceChange) => void;
}

const wanted: ReadonlyMap<string, "whole" | "elements"> = new Map([
  ["errored", "whole"],
  ["complete", "whole"],
  ["resource_changes", "elements"],
  ["resource_drift", "elements"],
  ["output_changes", "whole"],
  ["checks", "elements"],
]);

/**
 * Reads a plan, and hands each resource on as soon as it is read.
 *
 * @throws {UnusablePlan} for everything that is no plan
 */
export function readPlan(source: PlanSource, reader: ResourceReader): PlanHead {
  const head = new Map<string, unknown>();
  const failedChecks: string[] = [];
  readPlanMembers(source, {
    wanted,
    value: (member, value, index) => {
      if (member === "resource_changes") reader.change(resourceChange(value, `${member}[${index}]`));
      else if (member === "resource_drift") reader.drift(resourceChange(value, `${member}[${index}]`));
      else if (member === "checks") failedChecks.push(...failedCheck(value));
      else head.set(member, value);
    },
  });
  return {
    errored: head.get("errored") === true,
    complete: head.get("complete") !== false,
    outputs: outputChanges(head.get("output_changes")),
    failedChecks,
  };
}

function outputChanges(value: unknown): OutputChange[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, change]) => {
    if (!isObject(change) || !isList(change["actions"])) return [];
    if (change["actions"].join() === "no-op") return [];
    return [{ name, ...shownChange(change) }];
  });
}

function failedCheck(value: unknown): string[] {
  if (!isObject(value) || (value["status"] !== "fail" && value["status"] !== "error")) return [];
  const address = isObject(value["address"]) ? value["address"]["to_display"] : undefined;
  return [typeof address === "string" ? address : "(no address)"];
}
