/**
 * Time as the local AWS sees it: it starts at the real time and runs faster, so that a build of twenty minutes can be
 * waited for.
 */
export class Clock {
  private readonly started = Date.now();
  private skippedMs = 0;

  /** @param speed simulated seconds for each real one. */
  constructor(private readonly speed: number) {}

  now(): Date {
    return new Date(this.started + (Date.now() - this.started) * this.speed + this.skippedMs);
  }

  /** Lets simulated minutes pass at once. */
  skip(minutes: number): void {
    this.skippedMs += minutes * 60_000;
  }
}
