import { FaultBench, type Outcome, type Phase } from "../../../tools/rehearsal/fault-bench";
import type { FaultKind, Point } from "../../../tools/rehearsal/fault-points";
import { describeWithTerraform } from "../../terraform";
import { root } from "./life";

/** A spread sample of `npm run rehearse:faults`; docs/faults.md has the rest. */
const sample: readonly [Phase, string, FaultKind, Outcome][] = [
  ["deploy", "iam:CreateRole", "throttled", "at once"],
  // Image Builder's throttle is the one that the provider does not retry.
  ["deploy", "imagebuilder:CreateContainerRecipe", "throttled", "by a re-run"],
  ["deploy", "ecr:CreateRepository", "error-500", "at once"],
  ["update", "imagebuilder:CreateComponent", "reset", "at once"],
  ["update", "imagebuilder:UpdateImagePipeline", "interrupted", "by a re-run"],
  // The state is written at the end: what was created before is in none, and must be imported.
  ["update", "imagebuilder:CreateContainerRecipe", "killed", "by hand and re-run"],
];

describeWithTerraform("After a fault", (terraform) => {
  let bench: FaultBench;
  const points = new Map<Phase, Point[]>();

  beforeAll(async () => {
    bench = await FaultBench.open(terraform, root);
    for (const phase of ["deploy", "update"] as const) points.set(phase, await bench.points(phase));
  });
  afterAll(async () => {
    await bench.end();
  });

  it.each(sample)("in a %s, %s %s, the final state is the same %s", async (phase, call, kind, outcome) => {
    const point = points.get(phase)?.find(({ service, operation }) => `${service}:${operation}` === call);
    if (point === undefined) throw new Error(`${call} is not called in a ${phase}`);
    const tried = await bench.try(phase, kind, point);
    expect([tried.outcome, tried.said]).toEqual([outcome, tried.said]);
  });
});
