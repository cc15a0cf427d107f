/**
 * The local AWS clock. It starts at the real time or earlier and runs faster, so that a twenty-minute build does not
 * take long.
 */
export class Clock {
  private readonly started = Date.now();
  private skippedMs = 0;

  /**
   * @param speed simulated seconds per real second.
   * @param daysAgo how many days ago it starts; it then never runs ahead of real time
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

  /** Lets simulated minutes pass immediately. */
  public skip(minutes: number): void {
    this.skippedMs += minutes * 60_000;
  }
}
