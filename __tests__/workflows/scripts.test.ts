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
    writeFiles(path.join(folder, `${prefix}-${stack}`), { outcome: `${outcome}\n`, "summary.md": `${stack}: told.\n` });
  }
  return folder;
}

describeWithJq("comment.sh", () => {
  const env = {
    RUN_URL: "https://github.com/o/r/actions/runs/1",
    HEAD_SHA: "0123456789abcdef0123456789abcdef01234567",
  };
  const told = (stack: string) =>
    `<!-- plan of ${stack} -->\n${stack}: told.\n\n<sub>Plan of 0123456789ab, [made here](https://github.com/o/r/actions/runs/1).</sub>\n`;

  test("writes one comment for each stack", () => {
    const github = new FakeGitHub({ [comments]: [], "POST repos/o/r/issues/7/comments": {} });
    const { status, stdout } = github.run("comment.sh", [plans(github, { dev: "harmless", prod: "dangerous" })], env);
    expect(stdout).toBe("dev: commented\nprod: commented\n");
    expect(status).toBe(0);
    expect(github.asked.filter(({ method }) => method === "POST").map(({ body }) => body)).toEqual([
      told("dev"),
      told("prod"),
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
    expect(github.asked.at(-1)).toEqual({ method: "PATCH", path: "repos/o/r/issues/comments/3", body: told("dev") });
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
  const env = { LABEL: "data-risk-accepted" };

  test("opens for plans without danger, and asks nobody", () => {
    const github = new FakeGitHub();
    const { status, stdout } = github.run("gate.sh", [plans(github, { dev: "harmless", prod: "unchanged" })], env);
    expect(stdout).toBe("No plan puts data at risk or opens access.\n");
    expect(status).toBe(0);
    expect(github.asked).toEqual([]);
  });

  test("stays shut for a dangerous one until the label is there", () => {
    const shut = new FakeGitHub({ [labels]: [{ name: "not-data-risk-accepted" }] });
    const refused = shut.run("gate.sh", [plans(shut, { dev: "harmless", prod: "dangerous" })], env);
    expect(refused.stdout).toBe(
      '::error::The plan of prod puts data at risk or opens access: read its comment. To agree, add the label "data-risk-accepted" and run this job again; the next push takes it off.\n',
    );
    expect(refused.status).toBe(1);

    const open = new FakeGitHub({ [labels]: [{ name: "bug" }, { name: "data-risk-accepted" }] });
    const agreed = open.run("gate.sh", [plans(open, { prod: "dangerous" })], env);
    expect(agreed.stdout).toBe(
      'The plan of prod is dangerous, and the label "data-risk-accepted" says that a person agreed.\n',
    );
    expect(agreed.status).toBe(0);
  });

  test("stays shut where there is no plan, label or not", () => {
    const github = new FakeGitHub({ [labels]: [{ name: "data-risk-accepted" }] });
    const { status, stdout } = github.run("gate.sh", [plans(github, { prod: "failed" })], env);
    expect(stdout).toBe("::error::There is no plan of prod: nothing was reviewed.\n");
    expect(status).toBe(1);
  });
});

describeWithJq("reviewed-plan.sh", () => {
  const SHA = "a".repeat(40);
  const head = "b".repeat(40);
  const pulls = `GET repos/o/r/commits/${SHA}/pulls`;
  const merged = [
    { number: 6, merged_at: "2026-01-01", merge_commit_sha: "c".repeat(40), head: { sha: "d".repeat(40) } },
    { number: 7, merged_at: "2026-01-01", merge_commit_sha: SHA, head: { sha: head } },
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
    const { status, stdout } = github.run("reviewed-plan.sh", ["prod", "reviewed"], { SHA });
    expect(stdout).toBe("Pull request 7: its plan of prod is that of run 51.\n");
    expect(status).toBe(0);
    expect(fs.readFileSync(path.join(github.home, "reviewed", "pull-request"), "utf8")).toBe("7\n");
    expect(fs.readFileSync(path.join(github.home, "reviewed", "plan", "outcome"), "utf8")).toBe("harmless\n");
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
    const { status, stdout } = github.run("reviewed-plan.sh", ["prod", "reviewed"], { SHA });
    expect(stdout).toBe(words);
    expect(status).toBe(0);
    expect(fs.existsSync(path.join(github.home, "reviewed", "plan"))).toBe(false);
  });
});

describeWithJq("changed.sh", () => {
  test("keeps the stacks whose plan was let through and changes something", () => {
    const github = new FakeGitHub();
    const all = ["dev", "prod", "staging"].map((stack) => ({ stack, account: "111122223333" }));
    const folder = plans(github, { dev: "unchanged", prod: "harmless" }, "deploy");
    const { status, stdout } = github.run("changed.sh", [folder], { STACKS: JSON.stringify(all) });
    expect(stdout).toBe('stacks=[{"stack":"prod","account":"111122223333"}]\n');
    expect(status).toBe(0);
    expect(github.run("changed.sh", [path.join(github.home, "none")], { STACKS: "[]" }).stdout).toBe("stacks=[]\n");
  });
});
