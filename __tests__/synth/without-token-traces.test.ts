import { withoutTokenTraces } from "../../synth/without-token-traces";

describe("Work without token traces", () => {
  it("returns what the work returns", () => {
    expect(withoutTokenTraces(() => 5)).toBe(5);
  });

  it("puts the traces back, also when the work throws, and that error has its own", () => {
    const { prepareStackTrace } = Error as { prepareStackTrace?: unknown };
    let thrown: unknown;
    try {
      withoutTokenTraces(() => {
        throw new RangeError("on purpose");
      });
    } catch (error) {
      thrown = error;
    }
    expect((Error as { prepareStackTrace?: unknown }).prepareStackTrace).toBe(prepareStackTrace);
    expect(String((thrown as Error).stack)).toContain("without-token-traces.test.ts");
  });
});
