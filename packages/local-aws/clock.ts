/**
 * The clock of the local AWS. It starts at the real time or earlier and runs faster, so that a build of twenty minutes
 * does not take long.
 */
export class Clock {
  private readonly started = Date.now();
  private skippedMs = 0;

  /**
   * @param speed simulated seconds per real second.
   * @param daysAgo how far in the past it starts; it then never runs ahead of the real time
   */
  public constructor(
    private readonly speed: number,
    private readonly daysAgo = 0,
  ) {}

  public now(): Date {
    const real = Date.now();
    const past = this.daysAgo * 86_400_000;
    const simulated = this.started - past + (real - this.started) * this.speed + this.skippedMs;
    return new Date(past === 0 ? simulated : Math.min(simulated, real));
  }

  /** Lets simulated minutes pass at once. */
  public skip(minutes: number): void {
    this.skippedMs += minutes * 60_000;
  }
}
