import { parsePlan, PlanSource } from "./plan-json";
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
  /** Ids of the accounts that the plan's provider may work in: called first. */
  readonly accounts: (ids: readonly string[]) => void;
  readonly change: (change: ResourceChange) => void;
  /** A resource that was changed outside of Terraform. */
  readonly drift: (change: ResourceChange) => void;
}

/**
 * Reads a plan, and hands on what drifted, then what changes.
 *
 * @throws {UnusablePlan} for everything that is no plan
 */
export function readPlan(source: PlanSource, reader: ResourceReader): PlanHead {
  const plan = parsePlan(source);
  const elements = (member: string): readonly unknown[] => {
    const value = plan[member];
    return isList(value) ? value : [];
  };
  reader.accounts(allowedAccounts(plan["configuration"]));
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

/** The provider's `allowed_account_ids`, where they are written out. */
function allowedAccounts(configuration: unknown): string[] {
  const providers = isObject(configuration) ? configuration["provider_config"] : undefined;
  return Object.values(isObject(providers) ? providers : {}).flatMap((provider) => {
    const expressions = isObject(provider) ? provider["expressions"] : undefined;
    const ids = isObject(expressions) ? expressions["allowed_account_ids"] : undefined;
    const value = isObject(ids) ? ids["constant_value"] : undefined;
    return isList(value) ? value.filter((id) => typeof id === "string") : [];
  });
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
