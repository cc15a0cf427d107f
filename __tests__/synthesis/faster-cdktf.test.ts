import { withoutTokenTraces } from "../../stacks/synthesis/faster-cdktf";

describe("Work without token traces", () => {
  it("returns its result", () => {
    expect(withoutTokenTraces(() => 5)).toBe(5);
  });

  it("stops CDKTF from keeping stack traces for tokens", () => {
    // Other tests do without them (__tests__/setup.ts).
    jest.resetModules().unmock("cdktf/lib/tokens/private/stack-trace");
    const { Token } = jest.requireActual<typeof import("cdktf")>("cdktf");
    const traceOf = (): string[] => Token.asAny("a value").creationStack;
    expect(traceOf()).not.toEqual([]);
    expect(withoutTokenTraces(traceOf)).toEqual([]);
  });

  it("restores stack traces, even if the work throws an error, and keeps the stack trace of that error", () => {
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
