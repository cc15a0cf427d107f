import fc from "fast-check";
import { run, steps } from "./history-run";

describe("Whatever happens in git", () => {
  it("no number stands for two contents, none goes back, and every refusal has a way out that works", () => {
    fc.assert(
      fc.property(steps, (all) => {
        run(all);
      }),
      { numRuns: Number(process.env["N"] ?? 15), endOnFailure: true, seed: Number(process.env["S"] ?? 1) },
    );
  });
});
