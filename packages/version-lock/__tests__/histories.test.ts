import fc from "fast-check";
import { run, steps } from "./history-run";

describe("A sample of random git histories", () => {
  it("gives no number to two different contents, never goes back, and has a remedy for every refusal", () => {
    fc.assert(
      fc.property(steps, (all) => {
        run(all);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
