import { spawnSync } from "node:child_process";
import { FaultBench, type Outcome, type Phase } from "../../../tools/rehearsal/fault-bench";
import { changes, type FaultKind, type Point, pointsOf } from "../../../tools/rehearsal/fault-points";
import { describeWithTerraform } from "../../terraform";
import { root } from "./life";

describe("npm run rehearse:faults", () => {
  const matrix = (...args: string[]) =>
    spawnSync(process.execPath, ["--require", "./typescript.cjs", "tools/rehearsal/faults-matrix.ts", ...args], {
      cwd: root,
      encoding: "utf8",
    });

  it.each([
    [["--only", "kiled"], '--only "kiled"; did you mean killed?: throttled, error-500, reset, interrupted, killed'],
    [["--phase", "destroy"], '--phase "destroy": deploy, update'],
    [["--every", "0"], "--every 0: a whole number from 1"],
  ])("tells what %j should be", (args, message) => {
    const { status, stderr } = matrix(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(`${message}\n\nusage: npm run rehearse:faults`);
  });
});

describe("The points of a run", () => {
  const call = { region: "", account: "", invocation: "", status: 200, error: undefined, fault: undefined, at: 0 };

  it("are its calls, each the n-th of its operation, without retries", () => {
    const calls = [
      { ...call, number: 7, service: "iam", operation: "GetRole", attempt: 1 },
      { ...call, number: 8, service: "iam", operation: "CreateRole", attempt: 1 },
      { ...call, number: 9, service: "iam", operation: "CreateRole", attempt: 2 },
      { ...call, number: 10, service: "iam", operation: "GetRole", attempt: 1 },
    ];
    expect(pointsOf(calls)).toEqual([
      { number: 1, service: "iam", operation: "GetRole", occurrence: 1 },
      { number: 2, service: "iam", operation: "CreateRole", occurrence: 1 },
      { number: 3, service: "iam", operation: "GetRole", occurrence: 2 },
    ]);
    expect(pointsOf(calls).map(changes)).toEqual([false, true, false]);
  });
});

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
