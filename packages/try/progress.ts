import { stepsByAwstoe } from "./awstoe";
import type { LeftOut } from "./plan-image";

/** How a step ended: `ignored` and `left-out` are not failures. */
const outcomes = ["ok", "skipped", "failed", "ignored", "left-out"] as const;

export interface StepResult {
  readonly component: string;
  readonly phase: string;
  readonly name: string;
  readonly action: string;
  readonly outcome: (typeof outcomes)[number];
  readonly reason?: string;
  readonly seconds: number;
  readonly attempts: number;
  /** Its last lines, if it failed. */
  readonly log: readonly string[];
}

/** Number of lines from a failed step that are shown again at the end. */
const keptLines = 20;

/** An engine's messages about its own work, which are not shown. */
const noise =
  /^(?:STEP \d+\/\d+: |-->|COMMIT |Successfully tagged |[0-9a-f]{64}$|\[[\w ]*\d+\/\d+\] |DONE |CACHED$|sha256:|time="|subprocess exited |Error: building at STEP "RUN --mount=type=bind,source=\d\d-)/;

/** Follows a build through its lines of output, and shows it to the user. */
export class Progress {
  public readonly steps: StepResult[] = [];
  public readonly started: string[] = [];
  public readonly leftOut: LeftOut[] = [];
  public system: { readonly id: string; readonly name: string } | undefined;
  public testsPassed: boolean | undefined;
  /** Files that differ between two images, prefixed with `here` or `awstoe`. */
  public readonly differences: string[] = [];
  private component = "";
  private step: { phase: string; name: string; action: string; since: number; attempts: number } | undefined;
  private lines: string[] = [];
  private emptyLine = false;

  public constructor(private readonly say: (text: string) => void) {}

  /** The last lines that are not part of a step. They show why a build failed before or between its steps. */
  public get lastLines(): readonly string[] {
    return this.lines.slice(-keptLines);
  }

  public readonly line = (raw: string): void => {
    // BuildKit: `#7 1.234 text`
    const text = raw.replace(/^#\d+ (?:\d+\.\d+ )?/, "").replace(/\r$/, "");
    const [, fields] = /^##try (.*)$/.exec(text) ?? [];
    if (fields !== undefined) this.mark(fields.split("|"));
    else {
      if (this.emptyLine) this.log("");
      if (text !== "") this.log(text);
    }
    this.emptyLine = fields === undefined && text === "";
  };

  private log(text: string): void {
    if (this.step === undefined && noise.test(text)) return;
    this.lines.push(text);
    if (this.lines.length > 10 * keptLines) this.lines.splice(0, 5 * keptLines);
    // A test build ends with an intentional error.
    if (this.step !== undefined) this.say(`      | ${text}`);
    else if (this.testsPassed === undefined) this.say(`  ${text}`);
  }

  private mark([kind = "", ...fields]: readonly string[]): void {
    const [first = "", second = "", third = ""] = fields;
    if (kind === "component") {
      this.component = first;
      this.started.push(first);
      this.lines = [];
      this.say(`  ${first}`);
    } else if (kind === "step") {
      this.step = { phase: first, name: second, action: third, since: Date.now(), attempts: 1 };
      this.lines = [];
      this.say(`    ${first}.${second} (${third})`);
    } else if (kind === "retry") {
      if (this.step) this.step.attempts++;
      this.say(`      ${first}; attempt ${second} of ${third}`);
    } else if (kind === "end" && this.step !== undefined) this.end(first, fields.slice(1).join("|"));
    else if (kind === "os") this.system = { id: first, name: second };
    else if (kind === "tests") this.testsPassed = first === "passed";
    else if (kind === "left-out") this.leave({ component: first, step: second, reason: third });
    else if (kind === "differs") this.differences.push(fields.join(""));
    else if (kind === "awstoe") {
      // AWSTOE's log does not show which step a line belongs to.
      const { lines } = this;
      for (const step of stepsByAwstoe(fields.join("|"))) {
        this.lines = lines;
        this.say(`    ${step.phase}.${step.name} (${step.action})`);
        this.step = { ...step, since: Date.now() - step.seconds * 1000, attempts: 1 };
        this.end(step.outcome, step.reason);
      }
    } else if (kind === "note") this.say(`    ${first}`);
  }

  private end(word: string, reason: string): void {
    const { component, step } = this;
    const outcome = outcomes.find((each) => each === word);
    if (step === undefined || outcome === undefined) return;
    const { since, ...rest } = step;
    const seconds = Math.round((Date.now() - since) / 100) / 10;
    const log = outcome === "failed" ? this.lines.slice(-keptLines) : [];
    this.steps.push({ component, ...rest, outcome, ...(reason && { reason }), seconds, log });
    if (outcome === "left-out") this.leave({ component, step: `${step.phase}.${step.name}`, reason }, false);
    this.say(`      ${[outcome.replace("-", " "), reason].filter(Boolean).join(": ")} (${seconds.toFixed(1)} s)`);
    this.step = undefined;
    this.lines = [];
  }

  public leave(left: LeftOut, say = true): void {
    if (this.leftOut.some(({ component, step }) => component === left.component && step === left.step)) return;
    this.leftOut.push(left);
    if (say) this.say(`  left out: ${[left.component, left.step].filter(Boolean).join(" ")}: ${left.reason}`);
  }
}
