import { count, list } from "@pipelines/findings/text";
import { type Ripple, Ripples } from "./chains";
import { AttributeChange, attributeChanges } from "./attributes";
import { renderResource } from "./details";
import { code } from "@pipelines/findings/escape";
import { driftedProtections } from "./gate";
import { reenabledText } from "./images";
import { isBuild, isPipeline, isRecipe, isVersioned } from "./kinds";
import { PlanContext } from "./plan-context";
import { PlanHead, ResourceReader } from "./read-plan";
import { isReplacement, ResourceChange } from "./resource-change";
import { Meaning, meanings, Row } from "./row";
import { subject } from "./subject";
import { rowsOf } from "./rows";
import { VersionConflicts } from "./version-conflicts";

/** How many of each there are: what the first sentence is made of. */
export interface Counts {
  created: number;
  updated: number;
  replaced: number;
  deleted: number;
  tagged: number;
  /** Images that the deploy builds. */
  rebuilt: number;
  /** New versions of components and workflows. */
  definitions: number;
  /** Resources that Terraform no longer looks after. */
  forgotten: number;
  /** Images that get a new version of their recipe. */
  versions: number;
  newImages: number;
  removedImages: number;
  schedules: number;
  /** Resources that only move in the state. */
  stateOnly: number;
}

/** Everything of one meaning: rows and folded details, both only as many as a comment could hold. */
export interface Group {
  readonly meaning: Meaning;
  readonly rows: readonly Row[];
  readonly details: readonly string[];
  /** Rows and details that there are in all. */
  readonly rowCount: number;
  readonly detailCount: number;
}

export interface Review {
  readonly head: PlanHead;
  readonly counts: Readonly<Counts>;
  readonly ripple: Ripple;
  /** In the order of `meanings`; none is empty. */
  readonly groups: readonly Group[];
}

/** Of each meaning, what is kept: a comment holds less, so that memory stays small whatever the plan's size. */
const keptRows = 200;
const keptDetailCharacters = 65_536;

/** Takes a plan's resources one by one and keeps of each what a reviewer reads. */
export class Reviewer implements ResourceReader {
  private readonly counts: Counts = {
    created: 0,
    updated: 0,
    replaced: 0,
    deleted: 0,
    tagged: 0,
    rebuilt: 0,
    definitions: 0,
    forgotten: 0,
    versions: 0,
    newImages: 0,
    removedImages: 0,
    schedules: 0,
    stateOnly: 0,
  };
  private readonly kept = new Map<Meaning, KeptGroup>();
  private readonly drifted = new Map<string, Drift>();
  private plan = new PlanContext({}, undefined);
  private readonly versions = new VersionConflicts();
  private readonly ripples = new Ripples();

  public context(plan: PlanContext): void {
    this.plan = plan;
    for (const row of plan.rows()) this.add(row);
  }

  public change(change: ResourceChange): void {
    this.versions.see(change);
    this.ripples.see(change);
    const attributes = attributeChanges(change);
    const rows = rowsOf(change, attributes, this.plan);
    this.count(change, rows);
    this.takeBack(change, attributes);
    this.keep(rows, () => renderResource(change, attributes));
  }

  /** Called before the changes, which show whether the plan does anything about it. */
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

  /** Something that is known from elsewhere than the plan's resources. */
  public add(row: Row): void {
    this.keep([row], undefined);
  }

  public finish(head: PlanHead): Review {
    this.keep(this.versions.rows(), undefined);
    for (const { change, attributes } of this.drifted.values()) {
      this.group("left").addDetails(() => renderResource(change, attributes, "was changed"));
    }
    if (head.outputs.length > 0) {
      const changes = head.outputs.map(({ name, before, after }) => ({ path: name, before, after }));
      const row: Row = { meaning: "output", subject: count(changes.length, "output"), message: changedNames(changes) };
      this.keep([row], () => renderResource(undefined, changes));
    }
    const groups = meaningNames.flatMap((meaning) => this.kept.get(meaning)?.group(meaning) ?? []);
    return { head, counts: this.counts, ripple: this.ripples.ripple(), groups };
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
      : [reenabled ?? [], others.length > 0 ? changedNames(others) : []].flat().join("; also ");
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
    for (const [index, row] of rows.entries()) {
      const group = this.group(row.meaning);
      group.addRow(row);
      if (index === 0 && details !== undefined) group.addDetails(details);
    }
  }

  private group(meaning: Meaning): KeptGroup {
    let group = this.kept.get(meaning);
    if (group === undefined) this.kept.set(meaning, (group = new KeptGroup()));
    return group;
  }
}

interface Drift {
  readonly change: ResourceChange;
  readonly attributes: readonly AttributeChange[];
}

const meaningNames = Object.keys(meanings).filter((name): name is Meaning => name in meanings);

class KeptGroup {
  private readonly rows: Row[] = [];
  private readonly details: string[] = [];
  private rowCount = 0;
  private detailCount = 0;
  private characters = 0;

  public addRow(row: Row): void {
    this.rowCount++;
    if (this.rows.length < keptRows) this.rows.push(row);
  }

  public addDetails(details: () => string): void {
    this.detailCount++;
    if (this.characters > keptDetailCharacters) return;
    const text = details();
    this.characters += text.length;
    this.details.push(text);
  }

  public group(meaning: Meaning): Group {
    const { rows, details, rowCount, detailCount } = this;
    return { meaning, rows, details, rowCount, detailCount };
  }
}

/** Whether one path is the other, or leads to it. */
function isWithin(a: string, b: string): boolean {
  const [outer, inner] = a.length < b.length ? [a, b] : [b, a];
  return inner.startsWith(outer) && /^(?:$|[.[])/.test(inner.slice(outer.length));
}

function changedNames(attributes: readonly AttributeChange[]): string {
  const names = attributes.slice(0, 4).map(({ path }) => code(path, 60));
  const more = attributes.length - names.length;
  return `${names.join(", ") || "something"}${more > 0 ? ` and ${more} more` : ""}`;
}
