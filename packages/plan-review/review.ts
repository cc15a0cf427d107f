import { count, list } from "@pipelines/findings/text";
import { type Ripple, Ripples } from "./chains";
import { type AttributeChange, attributeChanges } from "./attributes";
import { renderResource } from "./details";
import { code } from "@pipelines/findings/escape";
import { driftedProtections } from "./gate";
import { reenabledText } from "./images";
import { isBuild, isPipeline, isRecipe, isVersioned } from "./kinds";
import { type Base, PlanContext } from "./plan-context";
import { isReplacement, type ResourceChange, resourceChange } from "./resource-change";
import { type Meaning, meanings, type Row } from "./row";
import { subject } from "./subject";
import { namesOf, rowsOf } from "./rows";
import { isList, isObject, type JsonObject, objectAt, shownChange } from "./values";
import { VersionConflicts } from "./version-conflicts";

/** What the first sentence counts. `rebuilt`: images that the deploy builds; `definitions`: new versions of components and workflows; `versions`: of recipes. */
const counted = [
  ...(["created", "updated", "replaced", "deleted", "tagged", "forgotten", "stateOnly"] as const),
  ...(["rebuilt", "definitions", "versions", "newImages", "removedImages", "schedules"] as const),
];
type Counts = Record<(typeof counted)[number], number>;

/** Everything of one meaning: rows and folded details, both only as many as a comment could hold. */
export interface Group {
  readonly meaning: Meaning;
  readonly rows: Row[];
  readonly details: string[];
  /** Rows and details that there are in all. */
  rowCount: number;
  detailCount: number;
}

/** What a plan says in addition to its resources. */
export interface PlanHead {
  /** Terraform stopped with an error while it made this plan. */
  readonly errored: boolean;
  /** False where the plan leaves something out: `-target`, or changes that Terraform puts off. */
  readonly complete: boolean;
  readonly outputs: readonly AttributeChange[];
  /** Names of `check` blocks, preconditions and postconditions that do not hold. */
  readonly failedChecks: readonly string[];
}

export interface Review {
  readonly head: PlanHead;
  readonly counts: Readonly<Counts>;
  readonly ripple: Ripple;
  /** Whether it is known which accounts are the stack's own. */
  readonly accountsKnown: boolean;
  /** In the order of `meanings`; none is empty. */
  readonly groups: readonly Group[];
}

/** Of each meaning, what is kept: a comment holds less, so that memory stays small whatever the plan's size. */
const keptRows = 200;
const keptDetailCharacters = 65_536;

/**
 * Reads a plan.
 *
 * @param rows what is known from elsewhere than the plan
 * @throws {UnusablePlan} for a resource that the format does not know
 */
export function reviewPlan(plan: JsonObject, base: Base | undefined, rows: readonly Row[]): Review {
  const elements = (member: string): readonly unknown[] => {
    const value = plan[member];
    return isList(value) ? value : [];
  };
  const context = new PlanContext(plan, base);
  const reviewer = new Reviewer(context);
  for (const row of [...rows, ...context.rows()]) reviewer.add(row);
  // What drifted comes first: the changes show whether the plan does anything about it.
  for (const [index, drifted] of elements("resource_drift").entries()) {
    reviewer.drift(resourceChange(drifted, `resource_drift[${index}]`));
  }
  for (const [index, changed] of elements("resource_changes").entries()) {
    reviewer.change(resourceChange(changed, `resource_changes[${index}]`));
  }
  return reviewer.finish({
    errored: plan["errored"] === true,
    complete: plan["complete"] !== false,
    outputs: outputChanges(plan["output_changes"]),
    failedChecks: elements("checks").flatMap(failedCheck),
  });
}

function outputChanges(value: unknown): AttributeChange[] {
  return Object.entries(objectAt(value)).flatMap(([path, change]) => {
    if (!isObject(change) || !isList(change["actions"]) || change["actions"].join() === "no-op") return [];
    return [{ path, ...shownChange(change) }];
  });
}

function failedCheck(value: unknown): string[] {
  const { status } = objectAt(value);
  const address = objectAt(value, "address")["to_display"];
  return status === "fail" || status === "error" ? [typeof address === "string" ? address : "(no address)"] : [];
}

/** Takes a plan's resources one by one and keeps of each what a reviewer reads. */
class Reviewer {
  private readonly counts = Object.fromEntries(counted.map((name) => [name, 0])) as Counts;
  private readonly kept = new Map<Meaning, Group>();
  private readonly drifted = new Map<string, Drift>();
  private readonly versions = new VersionConflicts();
  private readonly ripples = new Ripples();

  public constructor(private readonly plan: PlanContext) {}

  public change(change: ResourceChange): void {
    this.versions.see(change);
    this.ripples.see(change);
    const attributes = attributeChanges(change);
    const rows = rowsOf(change, attributes, this.plan);
    this.count(change, rows);
    this.takeBack(change, attributes);
    this.keep(rows, () => renderResource(change, attributes));
  }

  public drift(change: ResourceChange): void {
    const attributes = attributeChanges(change);
    // The provider reads back an empty list where there was none: a difference that is none.
    if (attributes.length === 0) return;
    this.drifted.set(change.address, { change, attributes });
    const names = driftedProtections(change, attributes, this.plan);
    if (names.length === 0) return;
    const message = `${list(names.map((name) => code(name)))} changed outside Terraform`;
    this.add({ meaning: "approval", subject: subject(change), message });
  }

  public add(row: Row): void {
    this.keep([row], undefined);
  }

  public finish(head: PlanHead): Review {
    this.keep(this.versions.rows(), undefined);
    for (const { change, attributes } of this.drifted.values()) {
      addDetails(this.group("left"), () => renderResource(change, attributes, "was changed"));
    }
    const { outputs } = head;
    if (outputs.length > 0) {
      const row: Row = {
        meaning: "output",
        subject: count(outputs.length, "output"),
        message: namesOf(outputs.map(({ path }) => path)),
      };
      this.keep([row], () => renderResource(undefined, outputs));
    }
    const groups = meaningNames.flatMap((meaning) => this.kept.get(meaning) ?? []);
    const accountsKnown = this.plan.accounts.size > 0;
    return { head, counts: this.counts, ripple: this.ripples.ripple(), accountsKnown, groups };
  }

  /** Somebody changed what this plan changes back. */
  private takeBack(change: ResourceChange, planned: readonly AttributeChange[]): void {
    const drift = this.drifted.get(change.address);
    if (drift === undefined || change.action === "no-op") return;
    const isDeleted = drift.change.action === "delete";
    // What AWS sets by itself, such as the time of the change, is not changed back.
    const back = drift.attributes.filter((each) => planned.some(({ path }) => isWithin(path, each.path)));
    if (!isDeleted && back.length === 0) return;
    this.drifted.delete(change.address);
    const reenabled = isPipeline(change) ? reenabledText(drift.change, change) : undefined;
    const others = reenabled === undefined ? back : back.filter(({ path }) => path !== "status");
    const message = isDeleted
      ? "deleted by somebody"
      : [reenabled ?? [], others.length > 0 ? namesOf(others.map(({ path }) => path)) : []].flat().join("; also ");
    const row: Row = { meaning: "drift", subject: subject(change), message };
    const verb = isDeleted ? "was deleted" : "was changed";
    this.keep([row], () => renderResource(drift.change, drift.attributes, verb));
  }

  private count(change: ResourceChange, rows: readonly Row[]): void {
    const { counts } = this;
    const { action } = change;
    if (change.deposed) {
      counts.deleted++;
      return;
    }
    if (rows.some(({ meaning }) => meaning === "tags") && rows.length === 1) counts.tagged++;
    else if (action === "create") counts.created++;
    else if (action === "update") counts.updated++;
    else if (action === "delete") counts.deleted++;
    else if (action === "forget") counts.forgotten++;
    // Of what is immutable, a new version takes the place of the old one: that is no loss to tell of.
    else if (isReplacement(change) && !isVersioned(change) && !isBuild(change)) counts.replaced++;
    else if (rows.length > 0 && rows.every(({ meaning }) => meaning === "state")) counts.stateOnly++;
    if (isBuild(change) && (action === "create" || isReplacement(change))) counts.rebuilt++;
    if (isVersioned(change) && isReplacement(change)) counts[isRecipe(change) ? "versions" : "definitions"]++;
    if (isPipeline(change) && action === "create") counts.newImages++;
    if (isPipeline(change) && action === "delete") counts.removedImages++;
    if (rows.some(({ meaning }) => meaning === "schedule")) counts.schedules++;
  }

  private keep(rows: readonly Row[], details: (() => string) | undefined): void {
    for (const row of rows) {
      const group = this.group(row.meaning);
      if (++group.rowCount <= keptRows) group.rows.push(row);
    }
    const [first] = rows;
    if (first !== undefined && details !== undefined) addDetails(this.group(first.meaning), details);
  }

  private group(meaning: Meaning): Group {
    const group = this.kept.get(meaning) ?? { meaning, rows: [], details: [], rowCount: 0, detailCount: 0 };
    this.kept.set(meaning, group);
    return group;
  }
}

interface Drift {
  readonly change: ResourceChange;
  readonly attributes: readonly AttributeChange[];
}

const meaningNames = Object.keys(meanings).filter((name): name is Meaning => name in meanings);

function addDetails(group: Group, details: () => string): void {
  group.detailCount++;
  if (group.details.reduce((sum, { length }) => sum + length, 0) <= keptDetailCharacters) group.details.push(details());
}

/** Whether one path is the other, or leads to it. */
function isWithin(a: string, b: string): boolean {
  const [outer, inner] = a.length < b.length ? [a, b] : [b, a];
  return inner.startsWith(outer) && /^(?:$|[.[])/.test(inner.slice(outer.length));
}
