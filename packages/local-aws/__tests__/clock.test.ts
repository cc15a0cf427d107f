import { Clock } from "../clock";

describe("The local AWS clock", () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date("2026-11-29T12:00:00Z") }));
  afterEach(() => jest.useRealTimers());

  const hours = (clock: Clock) => (clock.now().getTime() - Date.now()) / 3_600_000;

  it("runs ahead of real time", () => {
    const clock = new Clock(3601);
    expect(hours(clock)).toBe(0);
    jest.advanceTimersByTime(1_000);
    expect(hours(clock)).toBe(1);
  });

  it("does not run ahead if it starts in the past", () => {
    const clock = new Clock(3601, 1);
    expect(hours(clock)).toBe(-24);
    jest.advanceTimersByTime(23_000);
    expect(hours(clock)).toBe(-1);
    jest.advanceTimersByTime(60_000);
    expect(hours(clock)).toBe(0);
    clock.skip(60);
    expect(hours(clock)).toBe(0);
  });
});
