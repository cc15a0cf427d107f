interface Reporter {
  onRunStart(results: { numTotalTestSuites: number }): void;
  onTestFileStart(file: { path: string }): void;
  onTestFileResult(file: { path: string }): void;
  onRunComplete(): void;
}

const ProgressReporter = jest.requireActual<new (config: object, options: object) => Reporter>("./progress-reporter");

describe("A test run", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("prints what is running at least every ten seconds, and nothing while files keep finishing", () => {
    const lines: string[] = [];
    const reporter = new ProgressReporter({}, { write: (text: string) => lines.push(text), always: true });
    reporter.onRunStart({ numTotalTestSuites: 3 });
    reporter.onTestFileStart({ path: "/project/packages/try/__tests__/engine.test.ts" });
    jest.advanceTimersByTime(5_000);
    reporter.onTestFileStart({ path: "/project/__tests__/docs.test.ts" });
    jest.advanceTimersByTime(5_000);
    expect(lines).toEqual(["… 9 s: 0 of 3 test files done, running engine.test.ts (9 s), docs.test.ts (4 s)\n"]);
    jest.advanceTimersByTime(7_000);
    reporter.onTestFileResult({ path: "/project/__tests__/docs.test.ts" });
    jest.advanceTimersByTime(8_000);
    expect(lines).toHaveLength(1);
    jest.advanceTimersByTime(1_000);
    expect(lines[1]).toBe("… 26 s: 1 of 3 test files done, running engine.test.ts (26 s)\n");
    reporter.onRunComplete();
    jest.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(2);
  });
});
