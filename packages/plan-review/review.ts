import { count, list } from "@pipelines/findings/text";
import { type Ripple, ripple } from "./chains";
import type { AttributeChange } from "./attributes";
import { renderAttributes, renderResource } from "./details";
import { code } from "@pipelines/findings/escape";
import { driftedProtections, isLost } from "./gate";
import { reenabledText } from "./images";
import { loopRows } from "./loops";
import type { Neighbour } from "./neighbours";
import { type Base, PlanContext } from "./plan-context";
import { changesIn, isBuild, isPipeline, isRecipe, isReplacement, isVersioned } from "./resource-change";
import type { Action, ResourceChange } from "./resource-change";
import { type Meaning, meanings, type Row } from "./row";
import { namesOf, rowsOf } from "./rows";
import { subject } from "./subject";
import { does, isList, isObject, type JsonObject, objectAt, objectsOf, plainText, shownChange } from "./values";
import { foreignRecipes, versionConflicts } from "./version-conflicts";

/**
 * Categories that the first sentence counts in addition to rows; `definitions` are new versions of components and
 * workflows, `versions` are new versions of recipes.
 */
export type Counted =
  "created" | "updated" | "replaced" | "deleted" | "forgotten" | "stateOnly" | "definitions" | "versions";

/** All changes with the same meaning: their rows, and functions that render their collapsed details. */
export interface Group {
  readonly meaning: Meaning;
  readonly rows: Row[];
  readonly details: (() => string)[];
}

export interface Review {
  /** Whether Terraform stopped with an error while creating this plan. */
  readonly errored: boolean;
  /** False if the plan leaves something out: `-target`, or changes that Terraform defers. */
  readonly complete: boolean;
  /** Names of `check` blocks, preconditions and postconditions that fail. */
  readonly failedChecks: readonly string[];
  readonly counts: ReadonlyMap<Counted, number>;
  readonly ripple: Ripple;
  /** Whether the stack's own accounts are known. */
  readonly accountsKnown: boolean;
  /** The groups, in the order of `meanings`; empty groups are left out. */
  readonly groups: readonly Group[];
}

export interface ReviewOptions {
  /** Rows from other sources, such as protections that the configuration removes. */
  readonly rows?: readonly Row[] | undefined;
  /** The configuration in effect before the change. @default nothing: whatever depends on it needs approval */
  readonly base?: Base | undefined;
  /** The configuration that was planned. @default an unknown value may be more than a reference */
  readonly config?: JsonObject | undefined;
  /** The other stacks in its environment. @default they are not compared */
  readonly neighbours?: readonly Neighbour[] | undefined;
  /** The version lock file, with which the recipes in the state are compared. @default they are not compared */
  readonly lock?: string | undefined;
}

/**
 * Reviews a plan.
 *
 * @throws {UnusablePlan} if a resource is not in the known format
 */
export function reviewPlan(plan: JsonObject, { rows = [], base, config, neighbours, lock }: ReviewOptions): Review {
  const context = new PlanContext(plan, base, config);
  const changes = changesIn(plan, "resource_changes");
  // The provider reads back an empty list where there was no list: not a real difference.
  const drifts = changesIn(plan, "resource_drift").filter(({ attributes }) => attributes.length > 0);
  const left = new Map(drifts.map((drift) => [drift.address, drift]));
  const counts = new Map<Counted, number>();
  const groups = (Object.keys(meanings) as Meaning[]).map((meaning): Group => ({ meaning, rows: [], details: [] }));
  const group = (meaning: Meaning | undefined) => groups.find((each) => each.meaning === meaning);
  const keep = (found: readonly Row[], details?: () => string, about = found[0]?.meaning): void => {
    for (const row of found) group(row.meaning)?.rows.push(row);
    if (details !== undefined) group(about)?.details.push(details);
  };

  keep([
    ...rows,
    ...foreignRecipes(changes, lock),
    ...context.rows(),
    ...loopRows(changes, context, neighbours),
    ...drifts.flatMap(protectionRows(context, changes)),
  ]);
  for (const change of changes) {
    const own = rowsOf(change, context);
    const counted = countedAs(change, own);
    if (counted !== undefined) counts.set(counted, (counts.get(counted) ?? 0) + 1);
    const drift = left.get(change.address);
    const message = drift && revertedText(drift, change);
    if (drift !== undefined && message !== undefined) {
      left.delete(change.address);
      const happened = drift.action === "delete" ? "was deleted" : "was changed";
      keep([{ meaning: "drift", subject: subject(change), message }], () => renderResource(drift, happened));
    }
    keep(own, () => renderResource(change));
  }
  keep(versionConflicts(changes));
  for (const drift of left.values()) keep([], () => renderResource(drift, "was changed"), "left");
  const outputs = outputChanges(plan["output_changes"]);
  if (outputs.length > 0) {
    const message = namesOf(outputs.map(({ path }) => path));
    const row: Row = { meaning: "output", subject: count(outputs.length, "output"), message };
    keep([row], () => renderAttributes(outputs));
  }
  return {
    errored: plan["errored"] === true,
    complete: plan["complete"] !== false,
    failedChecks: objectsOf(plan["checks"])
      .filter(({ status }) => status === "fail" || status === "error")
      .map((check) => plainText(objectAt(check, "address")["to_display"] ?? "(no address)")),
    accountsKnown: context.accounts.size > 0,
    counts,
    ripple: ripple(changes),
    groups: groups.filter(({ rows: found, details }) => found.length + details.length > 0),
  };
}

function outputChanges(value: unknown): AttributeChange[] {
  return Object.entries(objectAt(value)).flatMap(([path, change]) => {
    if (!isObject(change) || !isList(change["actions"]) || does(change, "no-op")) return [];
    return [{ path, ...shownChange(change) }];
  });
}

function protectionRows(plan: PlanContext, changes: readonly ResourceChange[]): (drift: ResourceChange) => Row[] {
  return (drift) => {
    const names = driftedProtections(drift, plan);
    const messages = [
      ...(names.length > 0 ? [`${list(names.map((name) => code(name)))} changed outside Terraform`] : []),
      ...(isLost(drift, changes) ? ["deleted outside Terraform, and this plan does not create it again"] : []),
    ];
    return messages.map((message) => ({ meaning: "approval", subject: subject(drift), message }));
  };
}

/** Describes what the plan reverts of a change that someone made outside Terraform; undefined if it reverts nothing. */
function revertedText(drift: ResourceChange, change: ResourceChange): string | undefined {
  if (change.action === "no-op") return undefined;
  if (drift.action === "delete") return "deleted by someone";
  // Attributes that AWS sets itself, such as the time of the change, are not reverted.
  const back = drift.attributes.map(({ path }) => path).filter((path) => change.attributes.some(isWithin(path)));
  if (back.length === 0) return undefined;
  const reenabled = isPipeline(change) ? reenabledText(drift, change) : undefined;
  const others = reenabled === undefined ? back : back.filter((path) => path !== "status");
  return [reenabled ?? [], others.length > 0 ? namesOf(others) : []].flat().join("; also ");
}

const countedActions: Partial<Record<Action, Counted>> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  forget: "forgotten",
};

/**
 * Returns the category under which a change is counted; builds, schedules, images and tags are counted by their rows.
 */
function countedAs(change: ResourceChange, rows: readonly Row[]): Counted | undefined {
  if (change.deposed) return "deleted";
  if (rows.length === 1 && rows[0]?.meaning === "tags") return undefined;
  if (!isReplacement(change)) {
    const isMove = rows.length > 0 && rows.every(({ meaning }) => meaning === "state");
    return countedActions[change.action] ?? (isMove ? "stateOnly" : undefined);
  }
  // A new version of something immutable replaces the old one; that is not a loss worth reporting.
  if (isVersioned(change)) return isRecipe(change) ? "versions" : "definitions";
  return isBuild(change) ? undefined : "replaced";
}

/** Reports whether an attribute's path equals this one, or one of them is a prefix of the other. */
function isWithin(a: string): (attribute: AttributeChange) => boolean {
  return ({ path: b }) => {
    const [outer, inner] = a.length < b.length ? [a, b] : [b, a];
    return inner.startsWith(outer) && /^(?:$|[.[])/.test(inner.slice(outer.length));
  };
}
