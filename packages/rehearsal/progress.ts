import { seconds } from "./report";

/** Longest silence, in milliseconds. */
const longest = 9_000;

/**
 * Prints steps as they begin, with times, and keeps how long they took. While nothing happens, it prints every few
 * seconds what it is waiting for.
 */
export class Progress {
  private readonly started = Date.now();
  private readonly steps: { readonly title: string; readonly at: number; quiet: number }[] = [];
  private called = Date.now();
  private spoke = Date.now();
  private waiting: () => string | undefined = () => undefined;
  private readonly timer = setInterval(() => {
    this.beat();
  }, 1_000).unref();

  public constructor(private readonly print: (text: string) => void) {}

  /** Sets what is waited for from now on, if that is more specific than the step; called when it is printed. */
  public waitFor(what: () => string | undefined): void {
    this.waiting = what;
  }

  /** Prints nothing more by itself. */
  public rest(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    if (Date.now() - this.spoke < longest) return;
    const { title = "Starting", at = this.started } = this.steps.at(-1) ?? {};
    this.detail(`… ${seconds(at)}: waiting for ${this.waiting() ?? `the end of this step: ${title}`}`);
  }

  private write(text: string): void {
    this.spoke = Date.now();
    this.print(text);
  }

  /** Notes a call to the local AWS. More than a second without one is the provider waiting by itself, or work without AWS. */
  public call(): void {
    const step = this.steps.at(-1);
    const quiet = Date.now() - Math.max(this.called, step?.at ?? 0);
    if (step !== undefined && quiet > 1_000) step.quiet += quiet;
    this.called = Date.now();
  }

  public step(title: string): void {
    this.call();
    this.steps.push({ title, at: Date.now(), quiet: 0 });
    this.waiting = () => undefined;
    this.write(`[${seconds(this.started).padStart(7)}] ${title}\n`);
  }

  /** A line, or several, below the step. */
  public detail(lines: string | readonly string[]): void {
    for (const line of typeof lines === "string" ? lines.split("\n") : lines)
      this.write(`    ${line}`.trimEnd() + "\n");
  }

  /** A line that belongs to no step. */
  public say(text: string): void {
    this.write(`${text}\n`);
  }

  /** Every step with its seconds, and those of them without a call to the local AWS; and the sum. */
  public summary(): string[][] {
    this.call();
    const ends = [...this.steps.slice(1).map(({ at }) => at), Date.now()];
    const rows = this.steps.map(({ title, at, quiet }, index) => [title, seconds(at, ends[index]), seconds(0, quiet)]);
    return [["STEP", "TIME", "NO CALL TO AWS"], ...rows, ["all", seconds(this.started)]];
  }
}
