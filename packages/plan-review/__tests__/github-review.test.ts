import * as fs from "node:fs";
import * as path from "node:path";
import { FakeGitHub, writeFiles } from "../../../__tests__/workflows/fake-gh";

const head = "b".repeat(40);
const pullRequest = {
  number: 7,
  state: "open",
  user: { login: "alice", type: "User" },
  merged_at: null,
  merge_commit_sha: null,
  head: { ref: "topic", sha: head, repo: { full_name: "o/r" } },
  base: { ref: "main", repo: { full_name: "o/r" } },
};
const run = {
  id: 40,
  path: ".github/workflows/synth.yml",
  event: "pull_request",
  head_branch: "topic",
  head_sha: head,
  conclusion: "success",
  repository: { full_name: "o/r" },
  head_repository: { full_name: "o/r" },
};
const planRun = { ...run, id: 50, path: ".github/workflows/plan.yml", event: "workflow_run", head_branch: "main" };
const pulls = `GET repos/o/r/commits/${head}/pulls?per_page=100`;
const statuses = `POST repos/o/r/statuses/${head}`;
const artifacts = (sha = head) => `GET repos/o/r/actions/artifacts?name=review-7-${sha}&per_page=100`;
const record = { number: 7, head, since: Date.parse("2026-11-01T10:00:00Z"), does: "x", stacks: { dev: "approval" } };
const approval = {
  user: { login: "bob", type: "User" },
  state: "APPROVED",
  commit_id: head,
  submitted_at: "2026-11-01T11:00:00Z",
};
const commits = [{ sha: head, author: { login: "alice" }, committer: { login: "web-flow" }, parents: [{ sha: "c" }] }];

/** A fake GitHub that has a review of the pull request from run 50, and these reviews by people. */
function reviewed(given: object = {}, reviews: readonly object[] = [], origin: object = planRun): FakeGitHub {
  const github = new FakeGitHub({
    [pulls]: [pullRequest],
    "GET repos/o/r/pulls/7": pullRequest,
    "GET repos/o/r/pulls/7/commits?per_page=100": commits,
    "GET repos/o/r/pulls/7/reviews?per_page=100": reviews,
    [`GET repos/o/r/commits/${head}`]: commits[0],
    "GET repos/o/r/collaborators/bob/permission": { permission: "write" },
    [artifacts()]: { artifacts: [{ created_at: "2026-11-01T10:00:00Z", expired: false, workflow_run: { id: 50 } }] },
    "GET repos/o/r/actions/runs/50": origin,
    [statuses]: {},
  });
  github.artifact(50, `review-7-${head}`, { "review.json": JSON.stringify({ ...record, ...given }) });
  return github;
}

/** Runs a command that is triggered by the end of this workflow run. */
function after(github: FakeGitHub, command: string, triggering: object) {
  const event = path.join(github.home, "event.json");
  fs.writeFileSync(event, JSON.stringify({ workflow_run: triggering }));
  const ended = github.command([command], { GITHUB_EVENT_PATH: event });
  const posted = github.asked
    .filter(({ method }) => method === "POST")
    .map(({ path: to, body }) => {
      const { state, context, description } = JSON.parse(body ?? "{}") as Record<string, string>;
      return [to, state, context, description];
    });
  return { ...ended, posted };
}

describe("review-cli.ts pull-request", () => {
  test("finds the pull request for a run, and reports that its plans are in progress", () => {
    const github = new FakeGitHub({ [pulls]: [pullRequest], [statuses]: {} });
    expect(after(github, "pull-request", run)).toMatchObject({
      status: 0,
      stdout: `number=7\nhead=${head}\n`,
      posted: [[`repos/o/r/statuses/${head}`, "pending", "gate", "The plans are in progress."]],
    });
  });

  test.each<[string, object, object]>([
    ["another workflow file with the same name", { path: ".github/workflows/evil.yml" }, {}],
    ["another repository's run", { repository: { full_name: "evil/r" } }, {}],
    ["another event", { event: "push" }, {}],
    ["a closed pull request", {}, { state: "closed" }],
    ["a head that no longer belongs to the pull request", {}, { head: { ...pullRequest.head, sha: "e".repeat(40) } }],
    ["a pull request from another branch with the same commit", { head_branch: "other" }, {}],
    ["a pull request to another branch", {}, { base: { ...pullRequest.base, ref: "other" } }],
    [
      "a pull request from a fork with the same commit",
      {},
      { head: { ref: "topic", sha: head, repo: { full_name: "evil/r" } } },
    ],
  ])("reviews nothing for %s", (_, change, pull) => {
    const github = new FakeGitHub({ [pulls]: [{ ...pullRequest, ...pull }], [statuses]: {} });
    const { status, stdout, stderr, posted } = after(github, "pull-request", { ...run, ...change });
    expect({ status, stdout, posted }).toEqual({ status: 0, stdout: "", posted: [] });
    expect(stderr).toMatch(/^Ignored: /);
  });

  test.each<[object, string]>([
    [{ conclusion: "failure" }, 'The synth for this pull request ended with "failure".'],
    [
      { head_repository: { full_name: "evil/r" } },
      "From a fork: push the branch to this repository and open the pull request from there.",
    ],
  ])("reports why there is no review: %j", (change, words) => {
    const github = new FakeGitHub({ [pulls]: [pullRequest], [statuses]: {} });
    const { stdout, posted } = after(github, "pull-request", { ...run, ...change });
    expect(stdout).toBe("");
    expect(posted).toEqual([[`repos/o/r/statuses/${head}`, "failure", "gate", words]]);
  });

  test.each<[readonly object[], string, string]>([
    [[approval], "success", "dev: approved by bob."],
    [[], "pending", "dev: needs an approving review."],
  ])("gives a merge queue's commit the same status as the pull request", (reviews, state, words) => {
    const github = reviewed({}, reviews);
    const queue = "f".repeat(40);
    github.answer({ [`POST repos/o/r/statuses/${queue}`]: {} });
    const merge = {
      event: "merge_group",
      head_branch: `gh-readonly-queue/main/pr-7-${"a".repeat(40)}`,
      head_sha: queue,
    };
    expect(after(github, "pull-request", { ...run, ...merge }).posted).toEqual([
      [`repos/o/r/statuses/${queue}`, state, "gate", words],
    ]);
  });
});

describe("review-cli.ts review", () => {
  const ended = { ...run, path: ".github/workflows/review.yml", event: "pull_request_review" };
  const statusAfter = (github: FakeGitHub) => after(github, "review", ended).posted.map(([, ...words]) => words);

  test("reports success after an approval that counts", () => {
    expect(statusAfter(reviewed({}, [approval]))).toEqual([["success", "gate", "dev: approved by bob."]]);
  });

  test("shortens a description that GitHub would not accept", () => {
    const stacks = (length: number) => ({ stacks: { ["x".repeat(length)]: "refused" } });
    const describe = (length: number) => statusAfter(reviewed(stacks(length)))[0]?.[2] ?? "";
    const fixed = describe(1).length - 1;
    expect(describe(140 - fixed)).toMatch(/^Refused: x+\. Read the comment\.$/);
    expect(describe(141 - fixed)).toMatch(/^Refused: x+\. Read the commen…$/);
    expect(describe(300)).toMatch(/^Refused: x{130}…$/);
  });

  test("reports nothing for another workflow, or if nothing has been reviewed yet", () => {
    expect(after(reviewed({}, [approval]), "review", { ...ended, path: ".github/workflows/evil.yml" }).posted).toEqual(
      [],
    );
    expect(statusAfter(new FakeGitHub({ [pulls]: [pullRequest], [artifacts()]: { artifacts: [] } }))).toEqual([]);
  });

  test.each<[string, readonly object[], string]>([
    [
      "the author of the pull request",
      [{ ...approval, user: { login: "Alice", type: "User" } }],
      "Alice wrote part of it",
    ],
    ["a program", [{ ...approval, user: { login: "ci[bot]", type: "Bot" } }], "ci[bot] is not a person"],
    [
      "somebody without write access",
      [{ ...approval, user: { login: "eve", type: "User" } }],
      "eve has no write access",
    ],
    ["an approval for another commit", [{ ...approval, commit_id: "e".repeat(40) }], "bob approved another commit"],
    [
      "an approval that came before the plan",
      [{ ...approval, submitted_at: "2026-11-01T10:00:00Z" }],
      "bob approved it before the plan",
    ],
    ["a dismissed approval", [{ ...approval, state: "DISMISSED" }], "dev: needs an approving review."],
    [
      "a reviewer who later requested changes",
      [{ ...approval, state: "CHANGES_REQUESTED", submitted_at: "2026-11-02T10:00:00Z" }, approval],
      "dev: needs an approving review.",
    ],
  ])("does not count %s", (_, reviews, words) => {
    const [posted] = statusAfter(reviewed({}, reviews));
    expect(posted?.slice(0, 2)).toEqual(["pending", "gate"]);
    expect(posted?.[2]).toContain(words);
  });

  test("does not count an approval by the author of one of the commits, or by a reviewer whose access cannot be read", () => {
    const written = reviewed({}, [approval]);
    written.answer({
      "GET repos/o/r/pulls/7/commits?per_page=100": [...commits, { ...commits[0], author: { login: "bob" } }],
    });
    expect(statusAfter(written)[0]?.[2]).toContain("bob wrote part of it");
    const unreadable = reviewed({}, [approval]);
    unreadable.answer({ "GET repos/o/r/collaborators/bob/permission": null });
    expect(statusAfter(unreadable)[0]?.[2]).toContain("bob has no write access, as far as can be determined");
  });

  test.each<[string, object]>([
    ["another workflow", { path: ".github/workflows/evil.yml" }],
    ["a branch", { head_branch: "topic" }],
    ["another event", { event: "workflow_dispatch" }],
    ["a fork", { head_repository: { full_name: "evil/r" } }],
  ])("does not trust a record from %s", (_, origin) => {
    expect(statusAfter(reviewed({ stacks: { dev: "routine" } }, [approval], { ...planRun, ...origin }))).toEqual([]);
  });

  test.each<[object, string, string]>([
    [{ stacks: { dev: "routine", prod: "refused" } }, "failure", "Refused: prod. Read the comment."],
    [{ stacks: { dev: "failed" } }, "failure", "There is no plan for dev."],
    [{ stacks: { dev: "routine" } }, "success", "Nothing needs approval."],
  ])("reports problems that no approval can change: %j", (given, state, words) => {
    expect(statusAfter(reviewed(given, [approval]))).toEqual([[state, "gate", words]]);
  });

  describe("after the base was merged into the head", () => {
    const old = "d".repeat(40);
    const base = "a".repeat(40);
    /**
     * A head that merges `other` into an approved head. If `does` matches, its plan does the same as the approved plan.
     */
    const merged = (other: string, does: string) => {
      const github = reviewed({}, [{ ...approval, commit_id: old }]);
      github.answer({
        [`GET repos/o/r/commits/${head}`]: { ...commits[0], parents: [{ sha: old }, { sha: other }] },
        [`GET repos/o/r/compare/main...${base}`]: { status: "behind" },
        [`GET repos/o/r/compare/main...${"e".repeat(40)}`]: { status: "diverged" },
        [artifacts(old)]: {
          artifacts: [{ created_at: "2026-11-01T09:00:00Z", expired: false, workflow_run: { id: 49 } }],
        },
        "GET repos/o/r/actions/runs/49": { ...planRun, id: 49 },
      });
      github.artifact(49, `review-7-${old}`, { "review.json": JSON.stringify({ ...record, head: old, does }) });
      return github;
    };
    const stateOf = (github: FakeGitHub) => statusAfter(github)[0]?.[0];

    test("the approval is kept if the plan does the same", () => {
      expect(stateOf(merged(base, "x"))).toBe("success");
    });

    test("the approval is dropped if the plan does something else, or if the merged commit is not the base's", () => {
      expect(stateOf(merged(base, "y"))).toBe("pending");
      expect(stateOf(merged("e".repeat(40), "x"))).toBe("pending");
    });

    test("the approval is dropped if the review of the earlier head is no longer stored", () => {
      const github = merged(base, "x");
      github.answer({ [artifacts(old)]: { artifacts: [] } });
      expect(stateOf(github)).toBe("pending");
    });
  });
});

describe("review-cli.ts record", () => {
  const needs = (results: Readonly<Record<string, string>> = {}, stacks = '[{"stack":"dev"}]') =>
    JSON.stringify(
      Object.fromEntries(
        ["pull-request", "stacks", "plan", "comment"].map((job) => [
          job,
          { result: results[job] ?? "success", outputs: job === "stacks" ? { stacks } : {} },
        ]),
      ),
    );
  /** Records a review whose stacks have these verdicts, plan outcomes, and hashes of what the plans do. */
  const make = (
    github: FakeGitHub,
    stacks: Readonly<Record<string, readonly [verdict: string, reviewers: string, outcome?: string, does?: string]>>,
    NEEDS = needs(),
  ) => {
    const folder = path.join(github.home, "artifacts-of-run");
    const verdicts: Record<string, object> = {};
    for (const [stack, [verdict, reviewers, outcome, does = "a"]] of Object.entries(stacks)) {
      verdicts[stack] = { verdict, reviewers, does };
      if (outcome !== undefined) writeFiles(path.join(folder, `plan-${stack}`), { outcome, does });
    }
    writeFiles(path.join(folder, "stacks"), { "verdicts.json": JSON.stringify(verdicts) });
    const file = path.join(github.home, "review.json");
    fs.rmSync(file, { force: true });
    const env = { PULL_REQUEST: "7", HEAD_SHA: head, NEEDS };
    const ended = github.command(["record", path.join(folder, "stacks"), folder, file], env);
    const made = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as typeof record) : undefined;
    return { ...ended, made };
  };

  test("reports in the status which stacks need approval", () => {
    const github = reviewed();
    const { stdout, made } = make(github, {
      dev: ["planned", "none", "routine"],
      staging: ["planned", "none", "unchanged"],
      prod: ["planned", "environment", "approval"],
      new: ["approval", "none"],
      evil: ["refused", "none"],
      lost: ["planned", "none"],
      shared: ["planned", "pull request", "routine"],
    });
    expect(stdout).toBe(`name=review-7-${head}\n`);
    expect(made?.stacks).toEqual({
      dev: "routine",
      staging: "routine",
      prod: "approval",
      new: "approval",
      evil: "refused",
      lost: "failed",
      shared: "approval",
    });
    const { status, stdout: words } = github.command(["status", path.join(github.home, "review.json")]);
    expect({ status, words }).toEqual({ status: 0, words: "failure: Refused: evil. Read the comment.\n" });
  });

  test("keeps the time of an identical plan for the same head, but not for a different one", () => {
    const first = make(new FakeGitHub({ [artifacts()]: { artifacts: [] } }), {
      dev: ["planned", "none", "approval"],
    }).made;
    expect(Math.abs(Date.now() - (first?.since ?? 0))).toBeLessThan(60_000);
    const again = make(reviewed({ does: first?.does }), { dev: ["planned", "none", "approval"] }).made;
    expect(again).toMatchObject({ does: first?.does, since: record.since });
    const other = make(reviewed({ does: first?.does }), { dev: ["planned", "none", "approval", "b"] }).made;
    expect(other?.does).not.toBe(first?.does);
    expect(other?.since).toBeGreaterThan(record.since);
  });

  test.each<[Readonly<Record<string, string>>, string]>([
    [{ stacks: "failure" }, 'The job stacks ended with "failure", so the plans were not available for review.'],
    [{ comment: "cancelled" }, 'The job comment ended with "cancelled", so the plans were not available for review.'],
    [{ plan: "skipped" }, 'The job plan ended with "skipped", so the plans were not available for review.'],
  ])("records nothing if an earlier job failed: %j", (results, words) => {
    const github = reviewed();
    const { status, made } = make(github, { dev: ["planned", "none", "routine"] }, needs(results));
    expect({ status, made }).toEqual({ status: 1, made: undefined });
    expect(github.asked.at(-1)?.body).toContain(JSON.stringify(words).slice(1, -1));
  });

  test("records that a plan failed, because its comment says why", () => {
    const { made } = make(reviewed(), { dev: ["planned", "none"] }, needs({ plan: "failure" }));
    expect(made?.stacks).toEqual({ dev: "failed" });
  });

  test("needs no plan if there is nothing to plan", () => {
    const nothing = needs({ plan: "skipped" }, "[]");
    expect(make(reviewed(), { dev: ["refused", "none"] }, nothing).made?.stacks).toEqual({ dev: "refused" });
  });
});

describe("review-cli.ts reviewed", () => {
  const SHA = "a".repeat(40);
  const merged = { ...pullRequest, state: "closed", merged_at: "2026-11-02", merge_commit_sha: SHA };
  const pullsOfCommit = `GET repos/o/r/commits/${SHA}/pulls?per_page=100`;
  const fetch = (github: FakeGitHub) => {
    const { status, stdout } = github.command(["reviewed", "dev", path.join(github.home, "reviewed")], { SHA });
    const left = (name: string) => {
      const file = path.join(github.home, "reviewed", name);
      return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : undefined;
    };
    return { status, stdout, number: left("pull-request"), approved: left("approved"), plan: left("plan/outcome") };
  };

  test("fetches the plan that was reviewed in the pull request, and who approved it", () => {
    const github = reviewed({}, [approval]);
    github.answer({ [pullsOfCommit]: [{ ...merged, number: 6, merge_commit_sha: head }, merged] });
    github.artifact(50, "plan-dev", { outcome: "approval\n" });
    expect(fetch(github)).toEqual({
      status: 0,
      stdout: "Pull request 7: its plan for dev is from run 50.\n",
      number: "7",
      approved: "bob",
      plan: "approval",
    });
  });

  test("has no approval for a stack that needed none, or if no approval counts", () => {
    const routine = reviewed({ stacks: { dev: "routine" } }, [approval]);
    routine.answer({ [pullsOfCommit]: [merged] });
    expect(fetch(routine)).toMatchObject({ number: "7", approved: undefined });
    const alone = reviewed({}, [{ ...approval, user: { login: "alice", type: "User" } }]);
    alone.answer({ [pullsOfCommit]: [merged] });
    expect(fetch(alone)).toMatchObject({ number: "7", approved: undefined });
  });

  test.each<[string, object, string]>([
    ["a push without a pull request", [], `${SHA} was pushed to main without a pull request.\n`],
    [
      "a pull request to another branch",
      [{ ...merged, base: { ...merged.base, ref: "release" } }],
      `${SHA} was pushed to main without a pull request.\n`,
    ],
    [
      "a pull request that was never reviewed",
      [{ ...merged, head: { ...merged.head, sha: "e".repeat(40) } }],
      "Pull request 7 was not reviewed, or its review is no longer stored.\n",
    ],
    [
      "a plan that is no longer kept",
      [merged],
      "Pull request 7: its plan for dev is no longer stored, or never existed.\n",
    ],
  ])("leaves no plan for %s", (_, answer, words) => {
    const github = reviewed({}, [approval]);
    github.answer({ [pullsOfCommit]: answer, [artifacts("e".repeat(40))]: { artifacts: [] } });
    expect(fetch(github)).toMatchObject({ status: 0, stdout: words, plan: undefined });
  });
});

describe("review-cli.ts deployed", () => {
  const runs = "GET repos/o/r/actions/workflows/deploy.yml/runs?branch=main&status=success&per_page=20";
  const deploy = {
    ...planRun,
    event: "push",
    path: ".github/workflows/deploy.yml",
    display_title: "deploy all",
    run_number: 3,
    head_sha: "1".repeat(40),
  };

  test("prints the commit of the last complete deploy that succeeded", () => {
    const github = new FakeGitHub({
      [runs]: {
        workflow_runs: [
          { ...deploy, run_number: 2, head_sha: "2".repeat(40) },
          deploy,
          { ...deploy, run_number: 4, display_title: "deploy dev" },
          { ...deploy, run_number: 5, head_branch: "evil" },
          { ...deploy, run_number: 6, path: ".github/workflows/evil.yml" },
          { ...deploy, run_number: 7, head_repository: { full_name: "evil/r" } },
        ],
      },
    });
    expect(github.command(["deployed"])).toMatchObject({ status: 0, stdout: `${"1".repeat(40)}\n` });
  });

  test("prints nothing if there is none", () => {
    expect(new FakeGitHub({ [runs]: { workflow_runs: [] } }).command(["deployed"]).stdout).toBe("\n");
  });
});

describe("review-cli.ts protection", () => {
  const environment = "GET repos/o/r/environments/prod";
  const policies = "GET repos/o/r/environments/prod/deployment-branch-policies?per_page=100";
  const reviewers = { type: "required_reviewers", reviewers: [{ type: "User" }] };
  const custom = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  const main = { branch_policies: [{ name: "main", type: "branch" }] };
  const check = (answers: Readonly<Record<string, unknown>>, who = "environment") =>
    new FakeGitHub({ ...answers }).command(["protection", "prod", who]);

  test("exists, is limited to the branch, and has reviewers if they are required", () => {
    const answers = { [environment]: { protection_rules: [reviewers], ...custom }, [policies]: main };
    expect(check(answers)).toMatchObject({ status: 0, stdout: "" });
    const without = { [environment]: { protection_rules: [], ...custom }, [policies]: main };
    expect(check(without, "none").status).toBe(0);
    expect(check(without, "pull request").status).toBe(0);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["no environment", {}, 'there is no GitHub environment "prod", and GitHub would create one without any rules'],
    ["any branch", { [environment]: { protection_rules: [reviewers] } }, "has no branch list"],
    [
      "every protected branch",
      { [environment]: { protection_rules: [reviewers], deployment_branch_policy: { custom_branch_policies: false } } },
      "has no branch list",
    ],
    [
      "another branch, too",
      {
        [environment]: { protection_rules: [reviewers], ...custom },
        [policies]: { branch_policies: [...main.branch_policies, { name: "*", type: "branch" }] },
      },
      "has branch main and branch *",
    ],
    [
      "a tag of that name",
      {
        [environment]: { protection_rules: [reviewers], ...custom },
        [policies]: { branch_policies: [{ name: "main", type: "tag" }] },
      },
      "has tag main",
    ],
    [
      "no reviewers",
      { [environment]: { protection_rules: [{ ...reviewers, reviewers: [] }], ...custom }, [policies]: main },
      'set github.reviewers.by to "pull request" there',
    ],
  ])("is refused with %s", (_, answers, words) => {
    const { status, stdout } = check(answers);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error::prod: /);
    expect(stdout).toContain(words);
  });
});
