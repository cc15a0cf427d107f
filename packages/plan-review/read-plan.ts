import { parsePlan, PlanSource } from "./plan-json";
import { type Base, PlanContext } from "./plan-context";
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
  /** Called first, with what changes are judged by. */
  readonly context: (plan: PlanContext) => void;
  readonly change: (change: ResourceChange) => void;
  /** A resource that was changed outside of Terraform. */
  readonly drift: (change: ResourceChange) => void;
}

/**
 * Reads a plan, and hands on what drifted, then what changes.
 *
 * @throws {UnusablePlan} for everything that is no plan
 */
export function readPlan(source: PlanSource, reader: ResourceReader, base: Base | undefined): PlanHead {
  const plan = parsePlan(source);
  const elements = (member: string): readonly unknown[] => {
    const value = plan[member];
    return isList(value) ? value : [];
  };
  reader.context(new PlanContext(plan, base));
  for (const [index, drifted] of elements("resource_drift").entries()) {
    reader.drift(resourceChange(drifted, `resource_drift[${index}]`));
  }
  for (const [index, changed] of elements("resource_changes").entries()) {
    reader.change(resourceChange(changed, `resource_changes[${index}]`));
  }
  return {
    errored: plan["errored"] === true,
    complete: plan["complete"] !== false,
    outputs: outputChanges(plan["output_changes"]),
    failedChecks: elements("checks").flatMap(failedCheck),
  };
}

function outputChanges(value: unknown): OutputChange[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, change]) => {
    if (!isObject(change) || !isList(change["actions"])) return [];
    if (change["actions"].length === 1 && change["actions"][0] === "no-op") return [];
    return [{ name, ...shownChange(change) }];
  });
}

function failedCheck(value: unknown): string[] {
  if (!isObject(value) || (value["status"] !== "fail" && value["status"] !== "error")) return [];
  const address = isObject(value["address"]) ? value["address"]["to_display"] : undefined;
  return [typeof address === "string" ? address : "(no address)"];
}
