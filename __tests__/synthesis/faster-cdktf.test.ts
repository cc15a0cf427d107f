import { Token } from "cdktf";
import { withoutTokenTraces } from "../../stacks/synthesis/faster-cdktf";

describe("Work without token traces", () => {
  it("returns what the work returns", () => {
    expect(withoutTokenTraces(() => 5)).toBe(5);
  });

  it("lets CDKTF keep no trace of a token", () => {
    const traceOf = (): string[] => Token.asAny("a value").creationStack;
    expect(traceOf()).not.toEqual([]);
    expect(withoutTokenTraces(traceOf)).toEqual([]);
  });

  it("puts the traces back, also when the work throws, and that error has its own", () => {
    const before = Object.getOwnPropertyDescriptor(Error, "captureStackTrace");
    let thrown: unknown;
    try {
      withoutTokenTraces(() => {
        throw new RangeError("on purpose");
      });
    } catch (error) {
      thrown = error;
    }
    expect(Object.getOwnPropertyDescriptor(Error, "captureStackTrace")).toEqual(before);
    expect(String((thrown as Error).stack)).toContain("faster-cdktf.test.ts");
  });
});
