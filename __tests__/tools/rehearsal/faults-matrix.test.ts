import { spawnSync } from "node:child_process";
import { changes, pointsOf } from "../../../tools/rehearsal/fault-points";
import { root } from "./life";

describe("npm run rehearse:faults", () => {
  const matrix = (...args: string[]) =>
    spawnSync(process.execPath, ["--require", "./typescript.cjs", "tools/rehearsal/faults-matrix.ts", ...args], {
      cwd: root,
      encoding: "utf8",
    });

  it.each([
    [["--only", "kiled"], "throttled, error-500, reset, interrupted, killed", "  fix:     write --only killed\n"],
    [["--phase", "destroy"], "deploy, update", ""],
    [["--every", "0"], "a whole number from 1", ""],
  ])("says what %j should be", (args, allowed, fix) => {
    const { status, stderr } = matrix(...args);
    expect(status).toBe(1);
    const found = `${args[0] ?? ""} IB-OPTION\n  found:   "${args[1] ?? ""}"\n`;
    const usage = "usage: npm run rehearse:faults";
    expect(stderr).toContain(`${found}  allowed: ${allowed}\n${fix}\n1 error\n\n${usage}`);
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
