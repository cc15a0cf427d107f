import { FaultBench } from "../fault-bench";
import { changes, type FaultKind } from "../fault-points";
import type { Phase } from "../fault-trials";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { root } from "@pipelines/testing/life";

/** A different sample each day; `FAULT_SEED=<number>` repeats one. */
const seed = Number(process.env["FAULT_SEED"] ?? Math.floor(Date.now() / 86_400_000));

const sample: readonly (readonly [Phase, FaultKind])[] = [
  ["deploy", "killed"],
  ["update", "lost"],
];

describeWithTerraform(`After a fault at a point of \`npm run rehearse:faults\`, seed ${seed}`, (terraform) => {
  let bench: FaultBench;

  beforeAll(async () => {
    bench = await FaultBench.open(terraform, root);
  });
  afterAll(async () => {
    await bench.end();
  });

  it.each(sample)("in a %s, %s, `recover` and a re-run reach the same final state", async (phase, kind) => {
    const points = (await bench.points(phase)).filter(changes);
    const point =
      points[(seed * 7 + sample.findIndex((each) => each[0] === phase && each[1] === kind)) % points.length];
    if (point === undefined) throw new Error(`a ${phase} changes nothing`);
    const tried = await bench.try({ phase, kind, point });
    expect(tried).toEqual({ ...tried, outcome: expect.not.stringMatching(/^not$/) as string });
  });
});
