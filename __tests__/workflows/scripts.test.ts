import * as fs from "node:fs";
import * as path from "node:path";
import { FakeGitHub, hasJq, writeFiles } from "./fake-gh";

if (!hasJq())
  process.stderr.write("\nSKIPPED: scripts of the workflows\n  jq was not found: https://jqlang.org/download\n\n");
const describeWithJq = hasJq() ? describe : describe.skip;

const comments = "GET repos/o/r/issues/7/comments";
const labels = "GET repos/o/r/issues/7/labels";

/** A folder of plans, as the artifacts of a run are downloaded. */
function plans(github: FakeGitHub, outcomes: Readonly<Record<string, string>>, prefix = "plan"): string {
  const folder = path.join(github.home, "plans");
  for (const [stack, outcome] of Object.entries(outcomes)) {
    writeFiles(path.join(folder, `${prefix}-${stack}`), {
      outcome: `${outcome}\n`,
      "summary.md": `${stack}: planned.\n`,
    });
  }
  return folder;
}

describeWithJq("comment.sh", () => {
  const env = {
    RUN_URL: "https://github.com/o/r/actions/runs/1",
    HEAD_SHA: "0123456789abcdef0123456789abcdef01234567",
  };
  const message = (stack: string) =>
    `<!-- plan of ${stack} -->\n${stack}: planned.\n\n<sub>Plan of 0123456789ab, [made here](https://github.com/o/r/actions/runs/1). Changed images were [tried in containers](https://github.com/o/r/actions/workflows/try.yml).</sub>\n`;

  test("writes one comment for each stack", () => {
    const github = new FakeGitHub({ [comments]: [], "POST repos/o/r/issues/7/comments": {} });
    const { status, stdout } = github.run("comment.sh", [plans(github, { dev: "harmless", prod: "dangerous" })], env);
    expect(stdout).toBe("dev: commented\nprod: commented\n");
    expect(status).toBe(0);
    expect(github.asked.filter(({ method }) => method === "POST").map(({ body }) => body)).toEqual([
      message("dev"),
      message("prod"),
    ]);
  });

  test("updates its own comment, and leaves alone those of others that hold its mark", () => {
    const github = new FakeGitHub({
      [comments]: [
        { id: 1, user: { login: "mallory" }, body: "<!-- plan of dev -->\nmine" },
        { id: 2, user: { login: "github-actions[bot]" }, body: "<!-- plan of prod -->\nanother stack" },
        { id: 3, user: { login: "github-actions[bot]" }, body: "<!-- plan of dev -->\nolder" },
      ],
      "PATCH repos/o/r/issues/comments/3": {},
    });
    const { stdout } = github.run("comment.sh", [plans(github, { dev: "harmless" })], env);
    expect(stdout).toBe("dev: comment 3 updated\n");
    expect(github.asked.at(-1)).toEqual({ method: "PATCH", path: "repos/o/r/issues/comments/3", body: message("dev") });
  });

  test("refuses a folder whose name is no stack's", () => {
    const github = new FakeGitHub({ [comments]: [] });
    const { status, stderr } = github.run("comment.sh", [plans(github, { "x --> @all": "harmless" })], env);
    expect(stderr).toContain("not a stack's name: ");
    expect(status).toBe(1);
    expect(github.asked).toEqual([]);
  });
});

describeWithJq("gate.sh", () => {
  /** Runs the gate after jobs that all went well, but for those named, over the plans of dev and prod. */
  const gate = (
    github: FakeGitHub,
    outcomes: Readonly<Record<string, string>>,
    {
      results = {},
      stacks = ["dev", "prod"],
      review = "on",
    }: {
      results?: Readonly<Record<string, string>>;
      stacks?: readonly string[];
      review?: string;
    } = {},
  ) => {
    const jobs = ["synth", "environments", "plan", "comment"].map((job) => [
      job,
      { result: results[job] ?? "success", outputs: {} },
    ]);
    const needs = Object.fromEntries(jobs) as Record<string, object>;
    needs["environments"] = {
      ...needs["environments"],
      outputs: { stacks: JSON.stringify(stacks.map((stack) => ({ stack }))) },
    };
    return github.run("gate.sh", [plans(github, outcomes)], {
      LABEL: "data-risk-accepted",
      REVIEW: review,
      NEEDS: JSON.stringify(needs),
    });
  };
  const approved = () => new FakeGitHub({ [labels]: [{ name: "bug" }, { name: "data-risk-accepted" }] });

  test("opens for plans without danger, and asks nobody", () => {
    const github = new FakeGitHub();
    expect(gate(github, { dev: "harmless", prod: "unchanged" })).toMatchObject({
      stdout: "No plan is dangerous.\n",
      status: 0,
    });
    expect(github.asked).toEqual([]);
  });

  test("stays shut for a dangerous one until the label is there", () => {
    const shut = new FakeGitHub({ [labels]: [{ name: "not-data-risk-accepted" }] });
    expect(gate(shut, { dev: "harmless", prod: "dangerous" })).toMatchObject({
      stdout:
        '::error::The plan of prod is dangerous: read its comment. To approve it, add the label "data-risk-accepted" and run this job again; the next push removes the label.\n',
      status: 1,
    });
    expect(gate(approved(), { dev: "harmless", prod: "dangerous" })).toMatchObject({
      stdout: 'The plan of prod is dangerous and approved by the label "data-risk-accepted".\n',
      status: 0,
    });
  });

  test.each([
    ["failed", { dev: "harmless", prod: "failed" }],
    ["is not there", { dev: "harmless" }],
    ["is another environment's", { dev: "harmless", other: "harmless" }],
  ])("stays shut where a plan %s, label or not", (_, outcomes) => {
    const { status, stdout } = gate(approved(), outcomes);
    expect(stdout).toBe("::error::There is no plan of prod: nothing was reviewed.\n");
    expect(status).toBe(1);
  });

  test.each([
    [{ synth: "failure" }, 'The job synth ended with "failure": nothing was reviewed.'],
    [{ synth: "cancelled" }, 'The job synth ended with "cancelled": nothing was reviewed.'],
    [{ environments: "skipped" }, 'The job environments ended with "skipped": nothing was reviewed.'],
    [{ plan: "cancelled" }, 'The job plan ended with "cancelled": nobody could read the plans.'],
    [{ comment: "failure" }, 'The job comment ended with "failure": nobody could read the plans.'],
    [
      { synth: "skipped", environments: "skipped" },
      "A pull request from a fork is not planned: push its branch to this repository and open it from there.",
    ],
  ])("stays shut where a job before it did not succeed: %j", (results, words) => {
    const { status, stdout } = gate(approved(), { dev: "harmless", prod: "harmless" }, { results });
    expect(stdout).toBe(`::error::${words}\n`);
    expect(status).toBe(1);
  });

  test("stays shut where the environments are not known", () => {
    const github = new FakeGitHub();
    const NEEDS = JSON.stringify({ synth: { result: "success" }, environments: { result: "success", outputs: {} } });
    expect(github.run("gate.sh", [plans(github, {})], { REVIEW: "on", NEEDS }).status).not.toBe(0);
  });

  test("opens where there is nothing to plan: no environment in S3, or no review at all", () => {
    const skipped = { results: { plan: "skipped", comment: "skipped" }, stacks: [] };
    expect(gate(new FakeGitHub(), {}, skipped)).toMatchObject({
      stdout: "No environment has its state in S3: there is nothing to plan here.\n",
      status: 0,
    });
    const off = { results: { synth: "skipped" }, review: "" };
    expect(gate(new FakeGitHub(), {}, off)).toMatchObject({
      stdout: 'Nothing is planned: the repository variable AWS_REVIEW is not "on".\n',
      status: 0,
    });
  });
});

describeWithJq("reviewed-plan.sh", () => {
  const SHA = "a".repeat(40);
  const LABEL = "data-risk-accepted";
  const head = "b".repeat(40);
  const pulls = `GET repos/o/r/commits/${SHA}/pulls`;
  const merged = [
    { number: 6, merged_at: "2026-01-01", merge_commit_sha: "c".repeat(40), head: { sha: "d".repeat(40) } },
    { number: 7, merged_at: "2026-01-01", merge_commit_sha: SHA, head: { sha: head }, labels: [{ name: "bug" }] },
  ];
  const runs = `GET repos/o/r/actions/workflows/plan.yml/runs?event=pull_request&head_sha=${head}&per_page=20`;

  test("fetches the last plan of the pull request that was merged as this commit", () => {
    const github = new FakeGitHub({
      [pulls]: merged,
      [runs]: {
        workflow_runs: [
          { id: 50, run_number: 1, head_sha: head },
          { id: 51, run_number: 2, head_sha: head },
        ],
      },
    });
    github.artifact(51, "plan-prod", { outcome: "harmless\n" });
    const { status, stdout } = github.run("reviewed-plan.sh", ["prod", "reviewed"], { SHA, LABEL });
    expect(stdout).toBe("Pull request 7: its plan of prod is that of run 51.\n");
    expect(status).toBe(0);
    expect(fs.readFileSync(path.join(github.home, "reviewed", "pull-request"), "utf8")).toBe("7\n");
    expect(fs.readFileSync(path.join(github.home, "reviewed", "plan", "outcome"), "utf8")).toBe("harmless\n");
  });

  test.each([
    [[], false],
    [[{ name: "bug" }, { name: "data-risk-accepted" }], true],
  ])("leaves a mark only where the pull request was approved: labels %j", (labelled, approved) => {
    const github = new FakeGitHub({ [pulls]: [{ ...merged[1], labels: labelled }], [runs]: { workflow_runs: [] } });
    expect(github.run("reviewed-plan.sh", ["prod", "reviewed"], { SHA, LABEL }).status).toBe(0);
    expect(fs.existsSync(path.join(github.home, "reviewed", "approved"))).toBe(approved);
  });

  test.each([
    ["a push without a pull request", { [pulls]: [] }, `${SHA} came to main without a pull request.\n`],
    [
      "a pull request that was never planned",
      { [pulls]: merged, [runs]: { workflow_runs: [] } },
      "Pull request 7 was never planned.\n",
    ],
    [
      "a plan that is no longer kept",
      { [pulls]: merged, [runs]: { workflow_runs: [{ id: 9, run_number: 1, head_sha: head }] } },
      "Pull request 7: its plan of prod is no longer kept, or there was none.\n",
    ],
  ])("leaves none for %s", (_, answers, words) => {
    const github = new FakeGitHub(answers);
    const { status, stdout } = github.run("reviewed-plan.sh", ["prod", "reviewed"], { SHA, LABEL });
    expect(stdout).toBe(words);
    expect(status).toBe(0);
    expect(fs.existsSync(path.join(github.home, "reviewed", "plan"))).toBe(false);
  });
});
