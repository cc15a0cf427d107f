import fc from "fast-check";
import { run, steps } from "./history-run";

// About ten git commands for each of about twenty steps, three hundred times.
jest.setTimeout(30 * 60_000);

describe("Whatever happens in git", () => {
  const refused = { byReview: 0, byRepository: 0 };

  it("no number stands for two different contents, none goes back, and every refusal has a remedy that works", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const aws = run(all);
        refused.byReview += aws.refused.byReview;
        refused.byRepository += aws.refused.byRepository;
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it("some deploys were refused by the plan's review, and some by an immutable repository", () => {
    expect(refused.byReview).toBeGreaterThan(0);
    expect(refused.byRepository).toBeGreaterThan(0);
  });
});
