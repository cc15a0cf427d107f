import { count } from "../../checks/text";
import { AttributeChange, attributeChanges } from "./attributes";
import { holdsData } from "./data-at-risk";
import { renderResource } from "./details";
import { code } from "./escape";
import { isBuild, isEnding, isPipeline, isRecipe, isVersioned } from "./images";
import { PlanHead, ResourceReader } from "./read-plan";
import { isReplacement, ResourceChange } from "./resource-change";
import { Meaning, meanings, Row } from "./row";
import { subject } from "./subject";
import { rowsOf } from "./rows";
import { textAt } from "./values";
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
  /** In the order of `meanings`; none is empty. */
  readonly groups: readonly Group[];
}

/** Of each meaning, what is kept: a comment holds less, so that memory stays small whatever the plan's size. */
const keptRows = 200;
const keptDetailCharacters = 65_536;

/** Takes a plan's resources one by one and keeps of each what a reviewer is told. */
export class Reviewer implements ResourceReader {
  private readonly counts: Counts = {
    created: 0,
    updated: 0,
    replaced: 0,
    deleted: 0,
    tagged: 0,
    rebuilt: 0,
    versions: 0,
    newImages: 0,
    removedImages: 0,
    schedules: 0,
    stateOnly: 0,
  };
  private readonly kept = new Map<Meaning, KeptGroup>();
  /** Rows whose meaning depends on what else the plan holds. */
  private readonly waiting: { readonly change: ResourceChange; readonly rows: readonly Row[] }[] = [];
  private readonly drifted = new Map<string, Drift>();
  private readonly versions = new VersionConflicts();
  private readonly ending = new Set<string>();
  private readonly beginning = new Set<string>();

  public change(change: ResourceChange): void {
    this.versions.see(change);
    const attributes = attributeChanges(change);
    const rows = rowsOf(change, attributes);
    this.count(change, rows);
    this.takeBack(change, attributes);
    if (rows.length === 0) return;
    if (holdsData(change) && isEnding(change)) this.ending.add(heldName(change));
    if (holdsData(change) && (change.action === "create" || isReplacement(change))) {
      this.beginning.add(heldName(change));
    }
    if (dependsOnOthers(change)) this.waiting.push({ change, rows });
    else this.keep(rows, () => renderResource(change, attributes));
  }

  /** Comes before the changes, as in every plan: whether the plan does anything about it, they tell. */
  public drift(change: ResourceChange): void {
    const attributes = attributeChanges(change);
    // The provider reads back an empty list where there was none: a difference that is none.
    if (attributes.length === 0) return;
    this.drifted.set(change.address, {
      change,
      attributes,
      told: change.action === "delete" ? "deleted by somebody" : changedNames(attributes),
    });
  }

  /** Something that is known from elsewhere than the plan's resources. */
  public add(row: Row): void {
    this.keep([row], undefined);
  }

  public finish(head: PlanHead): Review {
    for (const { change, rows } of this.waiting) {
      this.keep(
        rows.map((row) => this.settled(row, change)),
        () => renderResource(change, attributeChanges(change)),
      );
    }
    this.keep(this.versions.rows(), undefined);
    for (const { change, attributes } of this.drifted.values()) {
      this.group("left").addDetails(() => renderResource(change, attributes, "was changed"));
    }
    if (head.outputs.length > 0) {
      const changes = head.outputs.map(({ name, before, after }) => ({ path: name, before, after }));
      const row: Row = { meaning: "output", subject: count(changes.length, "output"), told: changedNames(changes) };
      this.keep([row], () => renderResource(undefined, changes));
    }
    const groups = meaningNames.flatMap((meaning) => this.kept.get(meaning)?.group(meaning) ?? []);
    return { head, counts: this.counts, groups };
  }

  /** With a bucket go its settings, and rules for a new repository delete nothing. */
  private settled(row: Row, change: ResourceChange): Row {
    const gone = this.ending.has(heldName(change));
    if (row.meaning === "opened" && change.action === "delete" && gone) {
      return { ...row, meaning: "access", told: "deleted, with its bucket" };
    }
    if (change.type === "aws_ecr_lifecycle_policy" && change.action === "create") {
      if (this.beginning.has(heldName(change))) return row;
      return {
        ...row,
        meaning: "data",
        told: "from now on, images of a repository that is there are deleted by rules",
      };
    }
    return row;
  }

  /** Somebody changed what this plan changes back. */
  private takeBack(change: ResourceChange, planned: readonly AttributeChange[]): void {
    const drift = this.drifted.get(change.address);
    if (drift === undefined || change.action === "no-op") return;
    const paths = new Set(planned.map(({ path }) => path));
    if (drift.change.action !== "delete" && !drift.attributes.some(({ path }) => paths.has(path))) return;
    this.drifted.delete(change.address);
    const row: Row = { meaning: "drift", subject: subject(change), told: drift.told };
    this.keep([row], () => renderResource(drift.change, drift.attributes, "was changed"));
  }

  private count(change: ResourceChange, rows: readonly Row[]): void {
    const { counts } = this;
    const { action } = change;
    if (change.deposed) return;
    if (rows.some(({ meaning }) => meaning === "tags") && rows.length === 1) counts.tagged++;
    else if (action === "create") counts.created++;
    else if (action === "update") counts.updated++;
    else if (action === "delete") counts.deleted++;
    // Of what is immutable, a new version takes the place of the old one: that is no loss to tell of.
    else if (isReplacement(change) && !isVersioned(change) && !isBuild(change)) counts.replaced++;
    else if (rows.length > 0 && rows.every(({ meaning }) => meaning === "state")) counts.stateOnly++;
    if (isBuild(change) && (action === "create" || isReplacement(change))) counts.rebuilt++;
    if (isRecipe(change) && isReplacement(change)) counts.versions++;
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
  readonly told: string;
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

/** Name of the bucket or repository that a resource is or belongs to. */
function heldName({ before, after }: ResourceChange): string {
  for (const half of [before, after]) {
    const name = textAt(half, "bucket") ?? textAt(half, "repository") ?? textAt(half, "name");
    if (name !== undefined) return name;
  }
  return "";
}

function dependsOnOthers({ type, action }: ResourceChange): boolean {
  return (
    (type.endsWith("_public_access_block") && action === "delete") ||
    (type === "aws_ecr_lifecycle_policy" && action === "create")
  );
}

function changedNames(attributes: readonly AttributeChange[]): string {
  const names = attributes.slice(0, 4).map(({ path }) => code(path, 60));
  const more = attributes.length - names.length;
  return `${names.join(", ") || "something"}${more > 0 ? ` and ${more} more` : ""}`;
}
