import { count, list } from "@pipelines/findings/text";
import { type Ripple, Ripples } from "./chains";
import { type AttributeChange, attributeChanges } from "./attributes";
import { renderResource } from "./details";
import { code } from "@pipelines/findings/escape";
import { driftedProtections } from "./gate";
import { reenabledText } from "./images";
import { type Base, PlanContext } from "./plan-context";
import { type Action, isBuild, isPipeline, isRecipe, isReplacement, isVersioned } from "./resource-change";
import { type ResourceChange, resourceChange } from "./resource-change";
import { type Meaning, meanings, type Row } from "./row";
import { subject } from "./subject";
import { namesOf, rowsOf } from "./rows";
import { does, isList, isObject, type JsonObject, objectAt, objectsOf, plainText, shownChange } from "./values";
import { VersionConflicts } from "./version-conflicts";

/**
 * Categories that the first sentence counts in addition to rows; `definitions` are new versions of components and
 * workflows, `versions` are new versions of recipes.
 */
type Counted = "created" | "updated" | "replaced" | "deleted" | "forgotten" | "stateOnly" | "definitions" | "versions";

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

/**
 * Reviews a plan.
 *
 * @param rows rows that come from outside the plan
 * @throws {UnusablePlan} if a resource is not in the known format
 */
export function reviewPlan(plan: JsonObject, base: Base | undefined, rows: readonly Row[]): Review {
  const read = (member: string): ResourceChange[] => {
    const value = plan[member];
    return (isList(value) ? value : []).map((each, index) => resourceChange(each, `${member}[${index}]`));
  };
  const context = new PlanContext(plan, base);
  const reviewer = new Reviewer(context);
  reviewer.keep([...rows, ...context.rows()]);
  // Drift is read first, so that the changes read afterward show whether the plan reverts it.
  for (const drifted of read("resource_drift")) reviewer.drift(drifted);
  for (const change of read("resource_changes")) reviewer.change(change);
  return {
    errored: plan["errored"] === true,
    complete: plan["complete"] !== false,
    failedChecks: objectsOf(plan["checks"])
      .filter(({ status }) => status === "fail" || status === "error")
      .map((check) => plainText(objectAt(check, "address")["to_display"] ?? "(no address)")),
    accountsKnown: context.accounts.size > 0,
    ...reviewer.finish(outputChanges(plan["output_changes"])),
  };
}

function outputChanges(value: unknown): AttributeChange[] {
  return Object.entries(objectAt(value)).flatMap(([path, change]) => {
    if (!isObject(change) || !isList(change["actions"]) || does(change, "no-op")) return [];
    return [{ path, ...shownChange(change) }];
  });
}

/** Reads a plan's resources one by one and keeps what a reviewer needs to know about each. */
class Reviewer {
  private readonly counts = new Map<Counted, number>();
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
    const counted = countedAs(change, rows);
    if (counted !== undefined) this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1);
    this.takeBack(change, attributes);
    this.keep(rows, () => renderResource(change, attributes));
  }

  public drift(change: ResourceChange): void {
    const attributes = attributeChanges(change);
    // The provider reads back an empty list where there was no list: not a real difference.
    if (attributes.length === 0) return;
    this.drifted.set(change.address, { change, attributes });
    const names = driftedProtections(change, attributes, this.plan);
    if (names.length === 0) return;
    const message = `${list(names.map((name) => code(name)))} changed outside Terraform`;
    this.keep([{ meaning: "approval", subject: subject(change), message }]);
  }

  public finish(outputs: readonly AttributeChange[]): Pick<Review, "counts" | "ripple" | "groups"> {
    this.keep(this.versions.rows());
    for (const { change, attributes } of this.drifted.values()) {
      this.group("left").details.push(() => renderResource(change, attributes, "was changed"));
    }
    if (outputs.length > 0) {
      const message = namesOf(outputs.map(({ path }) => path));
      const row: Row = { meaning: "output", subject: count(outputs.length, "output"), message };
      this.keep([row], () => renderResource(undefined, outputs));
    }
    const groups = Object.keys(meanings).flatMap((meaning) => this.kept.get(meaning as Meaning) ?? []);
    return { counts: this.counts, ripple: this.ripples.ripple(), groups };
  }

  /** Adds rows for changes that someone made outside Terraform and that this plan reverts. */
  private takeBack(change: ResourceChange, planned: readonly AttributeChange[]): void {
    const drift = this.drifted.get(change.address);
    if (drift === undefined || change.action === "no-op") return;
    const isDeleted = drift.change.action === "delete";
    // Attributes that AWS sets itself, such as the time of the change, are not reverted.
    const back = drift.attributes.filter((each) => planned.some(({ path }) => isWithin(path, each.path)));
    if (!isDeleted && back.length === 0) return;
    this.drifted.delete(change.address);
    const reenabled = isPipeline(change) ? reenabledText(drift.change, change) : undefined;
    const others = reenabled === undefined ? back : back.filter(({ path }) => path !== "status");
    const message = isDeleted
      ? "deleted by someone"
      : [reenabled ?? [], others.length > 0 ? namesOf(others.map(({ path }) => path)) : []].flat().join("; also ");
    const verb = isDeleted ? "was deleted" : "was changed";
    this.keep([{ meaning: "drift", subject: subject(change), message }], () =>
      renderResource(drift.change, drift.attributes, verb),
    );
  }

  public keep(rows: readonly Row[], details?: () => string): void {
    for (const row of rows) this.group(row.meaning).rows.push(row);
    if (rows[0] !== undefined && details !== undefined) this.group(rows[0].meaning).details.push(details);
  }

  private group(meaning: Meaning): Group {
    const group = this.kept.get(meaning) ?? { meaning, rows: [], details: [] };
    this.kept.set(meaning, group);
    return group;
  }
}

interface Drift {
  readonly change: ResourceChange;
  readonly attributes: readonly AttributeChange[];
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

/** Reports whether one path equals the other or is a prefix of it. */
function isWithin(a: string, b: string): boolean {
  const [outer, inner] = a.length < b.length ? [a, b] : [b, a];
  return inner.startsWith(outer) && /^(?:$|[.[])/.test(inner.slice(outer.length));
}
