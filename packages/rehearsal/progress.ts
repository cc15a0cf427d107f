import { seconds } from "./report";

/** Prints steps as they begin, each with its time, and keeps how long they took. */
export class Progress {
  private readonly started = Date.now();
  private readonly steps: { readonly title: string; readonly at: number }[] = [];

  public constructor(private readonly write: (text: string) => void) {}

  public step(title: string): void {
    this.steps.push({ title, at: Date.now() });
    this.write(`[${seconds(this.started).padStart(7)}] ${title}\n`);
  }

  /** A line, or several, below the step. */
  public detail(lines: string | readonly string[]): void {
    for (const line of typeof lines === "string" ? lines.split("\n") : lines)
      this.write(`    ${line}`.trimEnd() + "\n");
  }

  /** A line that stands beside the steps. */
  public say(text: string): void {
    this.write(`${text}\n`);
  }

  /** Every step with its seconds, and all of them together. */
  public summary(): string[][] {
    const ends = [...this.steps.slice(1).map(({ at }) => at), Date.now()];
    const rows = this.steps.map(({ title, at }, index) => [title, seconds(at, ends[index])]);
    return [...rows, ["all", seconds(this.started)]];
  }
}
