import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { changes, type FaultKind, faultKinds, faultsAt, faultWords, pointsOf } from "../fault-points";
import { FaultData, markdownTable, tellTried } from "../fault-report";
import { expectReviewedHelp } from "@pipelines/testing/expected";
import { difference, shorten } from "../fault-text";
import { phases } from "../fault-trials";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { root } from "@pipelines/testing/life";

describe("npm run rehearse:faults", () => {
  const matrix = (...args: string[]) =>
    spawnSync(process.execPath, ["--require", "./typescript.cjs", "packages/rehearsal/faults-matrix.ts", ...args], {
      ...{ cwd: root, encoding: "utf8", env: { ...process.env, TERRAFORM_BINARY_NAME: "no-terraform" } },
    });

  it("prints its help, and what to install if there is no Terraform", () => {
    const helped = matrix("--help");
    expectReviewedHelp(helped.stdout);
    expect(helped.status).toBe(0);
    const { status, stderr } = matrix();
    expect(stderr).toBe(
      "Terraform was not found (no-terraform). Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install\n",
    );
    expect(status).toBe(1);
  });

  it.each([
    [
      ["--only", "kiled"],
      "throttled, error-500, reset, lost, interrupted, killed or cdktf-killed",
      "  fix:     write --only killed\n",
    ],
    [["--phase", "destroi"], "deploy, update, ripple, destroy or recover", "  fix:     write --phase destroy\n"],
    [["--every", "0"], "a whole number from 1", ""],
  ])("shows the allowed values for %j", (args, allowed, fix) => {
    const { status, stderr } = matrix(...args);
    expect(status).toBe(1);
    const found = `${args[0] ?? ""} IB-OPTION\n  found:   "${args[1] ?? ""}"\n`;
    const usage = "usage: npm run rehearse:faults";
    expect(stderr).toContain(`${found}  allowed: ${allowed}\n${fix}\n1 error\n\n${usage}`);
  });
});

describe("The points of a run", () => {
  const call = { region: "", account: "", invocation: "", status: 200, error: undefined, fault: undefined, at: 0 };

  it("are its calls, each identified as the nth call to its operation, without retries", () => {
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

describe("The faults at a point", () => {
  const point = { number: 1, service: "iam", operation: "CreateRole", occurrence: 2 };
  const call = { number: 1, service: "iam", operation: "CreateRole", region: "", account: "", attempt: 1 };
  const ends = () => ({ kill: new AbortController(), interrupt: new AbortController() });
  /** Returns what happens to two calls to the operation, and to two retries of the second one. */
  const happening = (kind: FaultKind) => {
    const { faults, reached } = faultsAt(point, kind, ends());
    const calls = [
      { ...call, invocation: "a" },
      { ...call, invocation: "b" },
      { ...call, invocation: "b", attempt: 2 },
      { ...call, invocation: "b", attempt: 3 },
    ];
    return [...calls.map((each) => faults(each)?.kind), reached()];
  };

  it.each([
    ["throttled", ["throttle", "throttle", undefined]],
    ["error-500", ["internal-error", undefined, undefined]],
    ["reset", ["reset-after-effect", undefined, undefined]],
    ["lost", ["reset-after-effect", "reset-before-effect", "reset-before-effect"]],
    ["interrupted", ["hook", undefined, undefined]],
  ] as const)("hit that call and its retries: %s", (kind, expected) => {
    expect(happening(kind)).toEqual([undefined, ...expected, true]);
  });
});

describe("The matrix's data file", () => {
  const trial = {
    phase: "deploy",
    kind: "killed",
    point: { number: 9, service: "iam", operation: "GetRole", occurrence: 2 },
  } as const;
  const file = path.join(temporaryFolder(), "faults.csv");

  it("skips trials that have already recovered, but not those that have not", () => {
    const data = new FaultData(file);
    data.add({ ...trial, outcome: "not", said: "" });
    expect(new FaultData(file).has(trial)).toBe(false);
    data.add({ ...trial, outcome: "by recover and a re-run", said: "" });
    // The line that a run leaves behind if it is killed while writing.
    fs.appendFileSync(file, "deploy,iam:GetRole,3,kil");
    const again = new FaultData(file);
    expect(again.has(trial)).toBe(true);
    again.write();
    expect(fs.readFileSync(file, "utf8")).toBe(
      "phase,call,occurrence,fault,outcome\ndeploy,iam:GetRole,2,killed,by recover and a re-run\n",
    );
    expect(again.outcomeOf(trial)).toBe("by recover and a re-run");
    expect(again.has({ ...trial, kind: "lost" })).toBe(false);
  });

  it("decides which trials remain: first those that have not recovered, then the others, spread out", () => {
    const data = new FaultData(undefined);
    const trials = [1, 2, 3, 4].map((occurrence) => ({
      ...trial,
      point: { ...trial.point, number: 30 * occurrence, occurrence },
    }));
    const [first, second, third, fourth] = trials;
    if (first === undefined || third === undefined) throw new Error("There are trials");
    data.add({ ...first, outcome: "at once", said: "" });
    data.add({ ...third, outcome: "not", said: "" });
    expect(data.remaining(trials)).toEqual([third, fourth, second]);
  });

  it("is kept in memory if there is none", () => {
    const data = new FaultData(undefined);
    data.add({ ...trial, outcome: "by a re-run", said: "" });
    data.write();
    expect(data.has(trial)).toBe(true);
  });
});

test("The result of the matrix says how often each fault was recovered from, and where it was not", () => {
  const row = { call: "iam:GetRole", occurrence: 2 };
  expect(
    markdownTable([
      { ...row, phase: "recover", kind: "lost", outcome: "not" },
      { ...row, phase: "deploy", kind: "killed", outcome: "by a re-run" },
      { ...row, phase: "deploy", kind: "killed", outcome: "by a re-run" },
      { ...row, phase: "deploy", kind: "lost", outcome: "by recover and a re-run" },
    ]),
  ).toEqual([
    "| of | fault | points | at once | by a re-run | by recover and a re-run | not |",
    "|---|---|---:|---:|---:|---:|---:|",
    "| deploy | response permanently lost, but the effect took place | 1 | 0 | 0 | 1 | 0 |",
    "| deploy | killed with all its processes (SIGKILL), without writing the state | 2 | 0 | 2 | 0 | 0 |",
    "| recover | response permanently lost, but the effect took place | 1 | 0 | 0 | 0 | 1 |",
    "",
    "4 points, of which 3 recovered.",
    "- recover,iam:GetRole,2,lost",
  ]);
  const tried = {
    phase: "deploy",
    kind: "killed",
    point: { ...row, number: 1, service: "iam", operation: "GetRole" },
  } as const;
  expect(tellTried({ ...tried, outcome: "by a re-run", said: "no" })).toBe("deploy iam:GetRole 2 killed: by a re-run");
  expect(tellTried({ ...tried, outcome: "not", said: "no" })).toBe("deploy iam:GetRole 2 killed: not (no)");
});

test("docs/faults.md has a row for every phase and kind of fault", () => {
  const page = fs.readFileSync(path.join(root, "docs/faults.md"), "utf8");
  const rows = [...page.matchAll(/^\| (\w+) +\| (.*?) +\| +\d+ \|/gm)].map(([, phase, fault]) => `${phase}: ${fault}`);
  const all = phases.flatMap((phase) => faultKinds.map((kind) => `${phase}: ${faultWords[kind]}`));
  // A recovery does not use `cdktf`.
  expect(rows).toEqual(all.slice(0, -1));
});

test("A failed trial is described on one line: by its error, or by what differs from the expected state", () => {
  const error =
    "Error: creating\n  Role: https response error StatusCode: 409, RequestID: a-1, HostID: b, Conflict;  https response error StatusCode: 500, RequestID: c, no";
  expect(shorten(error)).toBe("Error: creating Role: 409 Conflict; 500 no");
  expect(shorten(`${"x".repeat(299)} y`)).toBe("x".repeat(299));
  expect(difference("a\nb\nb\nc", "a\nb\nd")).toBe("1 instead of 2: b; 0 instead of 1: c; 1 instead of 0: d");
});
