import type { Point } from "../fault-points";
import { changed, type Phase, type Trial, tried, type TriedStack, walk } from "../fault-trials";

const point: Point = { number: 1, service: "iam", operation: "CreateRole", occurrence: 2 };

/** What a stack does: each list ends with the result that is repeated. */
interface Script {
  /** Whether the run with a fault fails, and whether it reaches the fault. @default a failure at the fault */
  readonly faulty?: { readonly failed?: boolean; readonly reached?: boolean };
  /** Whether each later run fails. @default none fails */
  readonly fails?: readonly boolean[];
  /** What exists, each time it is asked for. @default what is expected */
  readonly what?: readonly string[];
  readonly tainted?: boolean;
  readonly plan?: number;
}

/** Makes a trial on a stack that follows the script. Returns its result, and what was run after the fault. */
async function outcomeOf(phase: Phase, kind: Trial["kind"], script: Script = {}) {
  const { faulty = {}, fails = [false], what = ["whole"], tainted = false, plan = 0 } = script;
  const ran: string[] = [];
  let asked = 0;
  const stack: TriedStack = {
    write: () => undefined,
    faulty: () => Promise.resolve({ failed: true, reached: true, said: "the fault", ...faulty }),
    run: (next) => {
      const failed = fails[Math.min(ran.push(next), fails.length) - 1] ?? false;
      return Promise.resolve({ failed, said: failed ? `${next} failed` : "" });
    },
    what: () => Promise.resolve(what[Math.min(++asked, what.length) - 1] ?? ""),
    hasTaintedImage: () => Promise.resolve(tainted),
    plan: () => Promise.resolve({ code: plan, stdout: `${"x".repeat(500)}~ role` }),
  };
  const { outcome, said } = await tried(stack, { phase, kind, point }, "whole");
  return [outcome, said, ran];
}

const done = { failed: false };
const [atOnce, byRerun, byRecovery] = ["at once", "by a re-run", "by recover and a re-run"];

describe("After a fault, a stack reaches its final state", () => {
  it.each<[string, Phase, Trial["kind"], Script, readonly unknown[]]>([
    ["at once if the run succeeds", "deploy", "throttled", { faulty: done }, [atOnce, "", []]],
    ["by a re-run if Terraform knows what it did", "deploy", "throttled", {}, [byRerun, "the fault", ["deploy"]]],
    [
      "by a recovery if the re-run fails as well",
      "update",
      "interrupted",
      { fails: [true, false] },
      [byRecovery, "the fault", ["update", "recover", "update"]],
    ],
    ...(["killed", "cdktf-killed", "lost", "reset"] as const).map(
      (kind): [string, Phase, Trial["kind"], Script, unknown[]] => [
        `by a recovery first if a call may have had an effect: ${kind}`,
        "deploy",
        kind,
        {},
        [byRecovery, "the fault", ["recover", "deploy"]],
      ],
    ),
    [
      "by a recovery first if a build has not been seen to finish",
      "deploy",
      "throttled",
      { tainted: true },
      [byRecovery, "the fault", ["recover", "deploy"]],
    ],
    [
      "by another destroy, even if there is nothing left to recover",
      "destroy",
      "killed",
      { fails: [true, false], plan: 2 },
      [byRecovery, "the fault", ["recover", "destroy"]],
    ],
    [
      "by a recovery if the run did not notice the fault",
      "deploy",
      "reset",
      { faulty: done, what: ["half", "whole"] },
      [byRecovery, "the fault", ["recover", "deploy"]],
    ],
    ["at once if a recovery succeeds", "recover", "throttled", { faulty: done }, [atOnce, "", ["update"]]],
    ["by another recovery", "recover", "killed", {}, [byRerun, "the fault", ["recover", "update"]]],
  ])("%s", async (_, phase, kind, script, result) => {
    expect(await outcomeOf(phase, kind, script)).toEqual(result);
  });

  it.each<[string, Phase, Trial["kind"], Script, readonly unknown[]]>([
    [
      "the fault was not reached",
      "deploy",
      "lost",
      { faulty: { reached: false } },
      ["the point was not reached: the fault", []],
    ],
    ["the recovery fails", "deploy", "killed", { fails: [true] }, ["recover failed", ["recover"]]],
    ["the run after it fails", "deploy", "killed", { fails: [false, true] }, ["deploy failed", ["recover", "deploy"]]],
    ["another recovery fails", "recover", "lost", { fails: [true] }, ["recover failed", ["recover"]]],
    [
      "the update after a recovery fails",
      "recover",
      "lost",
      { faulty: done, fails: [true] },
      ["update failed", ["update"]],
    ],
    [
      "a recovery cannot repair what the run did not notice",
      "deploy",
      "reset",
      { faulty: done, what: ["half"], fails: [false, true] },
      ["deploy failed", ["recover", "deploy"]],
    ],
    [
      "something else exists in the end",
      "deploy",
      "throttled",
      { what: ["half"] },
      ["0 instead of 1: whole; 1 instead of 0: half", ["deploy"]],
    ],
    [
      "a plan has changes",
      "update",
      "throttled",
      { plan: 2 },
      [`the plan is not empty: ${"x".repeat(494)}~ role`, ["update"]],
    ],
  ])("but not if %s", async (_, phase, kind, script, result) => {
    expect(await outcomeOf(phase, kind, script)).toEqual(["not", ...result]);
  });
});

describe("A random walk", () => {
  const resource = {
    aws_imagebuilder_component: {
      "image_hello-world_install": { version: "1.0.0", data: "a\n" },
      image_base_install: { version: "1.0.0", data: "b\n" },
    },
    aws_imagebuilder_container_recipe: { "image_hello-world_recipe": { version: "1.0.0" } },
  };
  const config = JSON.stringify({ provider: {}, resource });
  const whole = (version: string, build: number): string =>
    `imagebuilder image dev-web ${version}/${build}\nstate image/dev-web/${version}/${build}\nrole`;

  /** Walks on a stack that is always whole, unless its run fails or it has something else. */
  async function walked(
    steps: number,
    seed: number,
    { fails, more = "" }: { readonly fails?: (run: number) => boolean; readonly more?: string } = {},
  ) {
    const did: string[] = [];
    const configs = [config];
    let runs = 0;
    const run = (phase: string) => {
      did.push(phase);
      return Promise.resolve({ failed: fails?.(++runs) ?? false, said: "no" });
    };
    const stack: TriedStack = {
      write: (text) => configs.push(text),
      run,
      faulty: async ({ phase, kind, point: { number } }) => ({
        ...(await run(`${phase} ${kind} at ${number}`)),
        reached: true,
      }),
      what: () => {
        const [, version = "1.0.0"] = /"version": "(1\.0\.\d+)",\s+"data": "a/.exec(configs.at(-1) ?? "") ?? [];
        return Promise.resolve(whole(version, did.length) + more);
      },
      hasTaintedImage: () => Promise.resolve(false),
      plan: () => Promise.resolve({ code: 0, stdout: "" }),
    };
    const points = new Map(
      (["deploy", "update", "destroy", "recover"] as const).map((phase, at) => [phase, [{ ...point, number: at }]]),
    );
    const told: string[] = [];
    const reason = await walk(stack, { steps, seed }, { config, expected: whole("1.0.0", 1), points }, (step) =>
      told.push(step),
    );
    return { did, told, reason, edits: configs.length - 1 };
  }

  it("is the same for the same seed, and checks the stack every tenth step and at the end", async () => {
    const fails = (run: number): boolean => run === 4;
    const { did, told, reason, edits } = await walked(12, 1, { fails });
    expect(reason).toBeUndefined();
    expect(did).toEqual([
      "deploy interrupted at 0",
      "deploy interrupted at 0",
      "destroy cdktf-killed at 2",
      "recover error-500 at 3",
      "deploy interrupted at 1",
      "recover",
      "destroy lost at 2",
      "destroy cdktf-killed at 2",
      "deploy error-500 at 0",
      "destroy throttled at 2",
      ...["recover", "deploy", "recover"],
      "destroy reset at 2",
      "deploy",
      ...["recover", "deploy", "recover"],
    ]);
    expect(told).toEqual([
      "1 version 1: deploy, interrupted at iam:CreateRole 2: done",
      "2 version 1: deploy, interrupted at iam:CreateRole 2: done",
      "3 version 1: destroy, cdktf-killed at iam:CreateRole 2: done",
      "4 version 1: recover, error-500 at iam:CreateRole 2: failed",
      "5 version 2: deploy, interrupted at iam:CreateRole 2: done",
      "6 version 3: recover: done",
      "7 version 3: destroy, lost at iam:CreateRole 2: done",
      "8 version 3: destroy, cdktf-killed at iam:CreateRole 2: done",
      "9 version 4: deploy, error-500 at iam:CreateRole 2: done",
      "10 version 4: destroy, throttled at iam:CreateRole 2: done",
      "10 whole",
      "11 version 5: destroy, reset at iam:CreateRole 2: done",
      "12 version 5: deploy: done",
      "12 whole",
    ]);
    expect(edits).toBe(5);
    expect((await walked(12, 2)).told).not.toEqual(told);
  });

  it("ends if a repair fails, or if something else exists", async () => {
    const failing = await walked(3, 1, { fails: (run) => run === 5 });
    expect(failing.reason).toBe("deploy after step 3: no");
    expect(failing.told).toHaveLength(3);
    expect((await walked(2, 1, { more: "\nbucket" })).reason).toBe("after step 2: 1 instead of 0: bucket");
  });

  it("edits all components of one image", () => {
    const edited = JSON.parse(changed(config)) as { readonly resource: typeof resource };
    expect(edited.resource).toEqual({
      aws_imagebuilder_component: {
        "image_hello-world_install": { version: "1.0.14711", data: "a\n# 1\n" },
        image_base_install: { version: "1.0.0", data: "b\n" },
      },
      aws_imagebuilder_container_recipe: { "image_hello-world_recipe": { version: "1.0.14711" } },
    });
    const base = JSON.parse(changed(config, { edit: 2, image: "base" })) as { readonly resource: typeof resource };
    expect(base.resource.aws_imagebuilder_component.image_base_install).toEqual({
      ...{ version: "1.0.24711", data: "b\n# 2\n" },
    });
  });
});
