import * as fs from "node:fs";
import { type Outcome, outcomes, type Phase, phases, type Trial, type Tried } from "./fault-trials";
import { type FaultKind, faultKinds, faultWords } from "./fault-points";
import { count } from "@pipelines/findings/text";

/** One line of the data: a trial, and its outcome. */
export type Row = Pick<Tried, "phase" | "kind" | "outcome"> & { readonly call: string; readonly occurrence: number };

const header = "phase,call,occurrence,fault,outcome";

/** A file with the trials so far, so that the next run can continue from there if a run ends early. */
export class FaultData {
  private readonly rows = new Map<string, Row>();

  public constructor(private readonly file: string | undefined) {
    if (file === undefined || !fs.existsSync(file)) return;
    for (const line of fs.readFileSync(file, "utf8").split("\n").slice(1)) {
      const [phase, call = "", occurrence, kind, outcome] = line.split(",");
      // A truncated line is a trial that must be repeated.
      if (!isOne(phases, phase) || !isOne(faultKinds, kind) || !isOne(outcomes, outcome)) continue;
      this.keep({ phase, call, occurrence: Number(occurrence), kind, outcome });
    }
  }

  /** Reports whether a trial has been made and has recovered. */
  public has(trial: Trial): boolean {
    const outcome = this.outcomeOf(trial);
    return outcome !== undefined && outcome !== "not";
  }

  /** Returns the trials that are still to be made, in order: a run that is cut short is still a sample of the whole. */
  public remaining(trials: readonly Trial[]): Trial[] {
    const rank = (trial: Trial) => spread(trial) - (this.outcomeOf(trial) === "not" ? 1000 : 0);
    // Points that failed before come first, then the others, spread out.
    return trials.filter((trial) => !this.has(trial)).sort((a, b) => rank(a) - rank(b));
  }

  public outcomeOf({ phase, kind, point }: Trial): Outcome | undefined {
    return this.rows.get(keyOf({ phase, kind, call: callOf(point), occurrence: point.occurrence }))?.outcome;
  }

  public add({ phase, kind, point, outcome }: Tried): void {
    const row = { phase, kind, call: callOf(point), occurrence: point.occurrence, outcome };
    this.keep(row);
    if (this.file === undefined) return;
    if (!fs.existsSync(this.file)) fs.writeFileSync(this.file, `${header}\n`);
    fs.appendFileSync(this.file, `${textOf(row)}\n`);
  }

  /** Writes the trials in order, without duplicates. */
  public write(): void {
    if (this.file === undefined) return;
    fs.writeFileSync(this.file, `${[header, ...this.all().map(textOf).sort()].join("\n")}\n`);
  }

  public all(): Row[] {
    return [...this.rows.values()];
  }

  private keep(row: Row): void {
    this.rows.set(keyOf(row), row);
  }
}

function spread({ phase, kind, point }: Trial): number {
  const column = phases.indexOf(phase) * faultKinds.length + faultKinds.indexOf(kind);
  return (point.number * 61 + column * 37) % 997;
}

function isOne<T extends string>(all: readonly T[], text: string | undefined): text is T {
  return all.some((each) => each === text);
}

function callOf({ service, operation }: Trial["point"]): string {
  return `${service}:${operation}`;
}

function keyOf({ phase, call, occurrence, kind }: Omit<Row, "outcome">): string {
  return [phase, call, occurrence, kind].join(",");
}

function textOf(row: Row): string {
  return `${keyOf(row)},${row.outcome}`;
}

/** Returns text such as `deploy imagebuilder:CreateComponent 1 killed: by a re-run`. */
export function tellTried({ phase, kind, point, outcome, said }: Tried): string {
  return `${phase} ${callOf(point)} ${point.occurrence} ${kind}: ${outcome}${outcome === "not" ? ` (${said})` : ""}`;
}

/** Returns the number of points tried and the number per outcome, then those that did not recover. */
export function markdownTable(rows: readonly Row[]): string[] {
  const times = (phase: Phase, kind: FaultKind, outcome?: Outcome) =>
    rows.filter((row) => row.phase === phase && row.kind === kind && (outcome ?? row.outcome) === row.outcome).length;
  const lines = phases.flatMap((phase) =>
    faultKinds.flatMap((kind) => {
      const all = times(phase, kind);
      const each = outcomes.map((outcome) => times(phase, kind, outcome));
      return all === 0 ? [] : [`| ${phase} | ${faultWords[kind]} | ${all} | ${each.join(" | ")} |`];
    }),
  );
  const not = rows.filter(({ outcome }) => outcome === "not").map(keyOf);
  return [
    `| of | fault | points | ${outcomes.join(" | ")} |`,
    `|---|---|---:|${outcomes.map(() => "---:|").join("")}`,
    ...lines,
    "",
    `${count(rows.length, "point")}, of which ${rows.length - not.length} recovered.`,
    ...not.map((each) => `- ${each}`),
  ];
}
