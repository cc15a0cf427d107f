import { seconds } from "./report";

/** Longest silence, in milliseconds. */
const longest = 9_000;

/**
 * Prints steps as they start, with times, and records how long they took. If nothing happens for a few seconds, it
 * prints what it is waiting for.
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

  /**
   * Sets a function that returns what is being waited for, if that is more specific than the step. It is called
   * whenever a waiting message is printed.
   */
  public waitFor(what: () => string | undefined): void {
    this.waiting = what;
  }

  /** Stops printing automatically. */
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

  /**
   * Records a call to local AWS. If no call is made for more than a second, the provider is waiting, or the step does
   * not use AWS.
   */
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

  /** Prints one or more lines below the step. */
  public detail(lines: string | readonly string[]): void {
    for (const line of typeof lines === "string" ? lines.split("\n") : lines)
      this.write(`    ${line}`.trimEnd() + "\n");
  }

  /** Prints a line that is not part of a step. */
  public say(text: string): void {
    this.write(`${text}\n`);
  }

  /**
   * Returns how many seconds each step took and how many of them passed without a call to local AWS, and the total
   * time.
   */
  public summary(): string[][] {
    this.call();
    const ends = [...this.steps.slice(1).map(({ at }) => at), Date.now()];
    const rows = this.steps.map(({ title, at, quiet }, index) => [title, seconds(at, ends[index]), seconds(0, quiet)]);
    return [["STEP", "TIME", "NO CALL TO AWS"], ...rows, ["all", seconds(this.started)]];
  }
}
