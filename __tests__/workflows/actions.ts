import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { DeployableAccount, DeployableStack } from "@pipelines/plan-review/deployable-stacks";
import { linkModules } from "@pipelines/rehearsal/project-copy";
import { run } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import type { Clone } from "./clone";
import { FakeGitHub } from "./fake-gh";
import { root, type Step, workflow } from "./workflow";

/** The values that a job's expressions refer to, such as `needs.stacks.outputs.stacks`. */
type Contexts = Readonly<Record<string, unknown>>;

/** The outcome of a job. */
export interface JobEnded {
  readonly result: "success" | "failure" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  /** The output from its steps. */
  readonly log: string;
}

export interface OpenedPullRequest {
  readonly number: number;
  readonly head: string;
}

const skipped: JobEnded = { result: "skipped", outputs: {}, log: "" };

/**
 * GitHub Actions for one repository: runs the steps of the workflows exactly as written, each job in its own checkout,
 * with a fake `gh`. Actions are simulated: a checkout is a worktree, artifacts are folders, and credentials are those
 * of the account in local AWS.
 */
export class Actions {
  public readonly github = new FakeGitHub();
  private readonly bin = path.join(temporaryFolder(), "bin");
  private lastRun = 100;
  private readonly deployed: object[] = [];
  private readonly synthesized = new Map<number, string>();
  private readonly merged = new Set<string>();

  /** `env`: set for every process. */
  public constructor(
    public readonly clone: Clone,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    fs.mkdirSync(this.bin);
    // Links this checkout's packages.
    const link = `require("${root}/packages/rehearsal/project-copy.ts").linkModules("${root}", process.cwd())`;
    const npm = `#!/bin/sh\nif [ "$1" = ci ]; then exec node --require "${root}/typescript.cjs" --eval '${link}'; fi\nPATH="\${PATH#*:}" exec npm "$@"\n`;
    fs.writeFileSync(path.join(this.bin, "npm"), npm, { mode: 0o755 });
    this.github.answer({
      "GET repos/o/r/collaborators/bob/permission": { permission: "write" },
      "GET repos/o/r/collaborators/carol/permission": { permission: "admin" },
    });
  }

  /** Opens a pull request from a branch with this change; merging other pull requests does not affect it. */
  public async open(number: number, change: (folder: string) => void, author = "alice"): Promise<OpenedPullRequest> {
    const folder = this.checkout("main");
    this.git(folder, "checkout", "--quiet", "-b", `topic-${number}`);
    change(folder);
    // Also writes the version lock.
    const ended = await this.process("npm run synth", folder, { CI: "" });
    if (ended.code !== 0) throw new Error(ended.output);
    this.synthesized.set(number, path.join(folder, "cdktf.out"));
    this.git(folder, "add", "--all");
    this.git(folder, ...identity, "commit", "--quiet", "--allow-empty", "--message", `Change ${number}`);
    const head = this.git(folder, "rev-parse", "HEAD");
    const commits = [{ sha: head, author: { login: author }, committer: { login: author }, parents: [] }];
    this.github.answer({
      [`GET repos/o/r/pulls/${number}/commits?per_page=100`]: commits,
      [`GET repos/o/r/pulls/${number}/reviews?per_page=100`]: [],
      [`GET repos/o/r/commits/${head}`]: commits[0],
      [`GET repos/o/r/issues/${number}/comments`]: [],
      [`POST repos/o/r/issues/${number}/comments`]: {},
      [`POST repos/o/r/statuses/${head}`]: {},
      [`GET repos/o/r/actions/artifacts?name=review-${number}-${head}&per_page=100`]: { artifacts: [] },
    });
    this.describe({ number, head }, {}, author);
    return { number, head };
  }

  /** GitHub's data about a pull request. */
  private describe({ number, head }: OpenedPullRequest, merged: object, author = "alice"): void {
    const pull = {
      number,
      state: "open",
      user: { login: author, type: "User" },
      head: { ref: `topic-${number}`, sha: head, repo: { full_name: "o/r" } },
      base: { ref: "main", repo: { full_name: "o/r" } },
      ...merged,
    };
    const { merge_commit_sha: merge } = merged as { merge_commit_sha?: string };
    this.github.answer({
      [`GET repos/o/r/pulls/${number}`]: pull,
      [`GET repos/o/r/commits/${merge ?? head}/pulls?per_page=100`]: [pull],
    });
  }

  /** The result of the pull request's own run, in which an attacker could have put anything. */
  public synthesize({ number }: OpenedPullRequest, tamper?: (folder: string) => void): number {
    const id = ++this.lastRun;
    const artifact = path.join(this.github.home, "artifacts", String(id), "synth");
    fs.cpSync(this.synthesized.get(number) ?? "", artifact, { recursive: true });
    tamper?.(artifact);
    return id;
  }

  /** Runs plan.yml after a pull request's own run. @returns the head's last status, and what each job printed */
  public async review(pullRequest: OpenedPullRequest, synth: number, change: object = {}) {
    const { number, head } = pullRequest;
    const event = { workflow_run: { ...runOf("synth", synth, "pull_request", `topic-${number}`, head), ...change } };
    const before = this.github.asked.length;
    const id = ++this.lastRun;
    const jobs: Record<string, JobEnded> = {};
    const job = async (name: string, matrix: object = {}) => {
      const needs = Object.fromEntries(Object.entries(jobs));
      return (jobs[name] = await this.job("plan", name, id, { event, needs, matrix }));
    };
    const found = await job("pull-request");
    if ((found.outputs["number"] ?? "") !== "") {
      const { outputs } = await job("stacks");
      const planned = JSON.parse(outputs["stacks"] || "[]") as DeployableStack[];
      jobs["plan"] = skipped;
      const plans: JobEnded[] = [];
      for (const stack of planned)
        plans.push(await this.job("plan", "plan", id, { event, needs: { ...jobs }, matrix: stack }));
      if (plans.length > 0) jobs["plan"] = plans.find(({ result }) => result === "failure") ?? plans[0] ?? skipped;
      if (jobs["stacks"]?.result === "success") await job("comment");
      else jobs["comment"] = skipped;
      await job("gate");
      const record = path.join(this.github.home, "artifacts", String(id), `review-${number}-${head}`);
      if (fs.existsSync(record)) {
        const artifact = { created_at: new Date().toISOString(), expired: false, workflow_run: { id } };
        this.github.answer({
          [`GET repos/o/r/actions/artifacts?name=review-${number}-${head}&per_page=100`]: { artifacts: [artifact] },
          [`GET repos/o/r/actions/runs/${id}`]: runOf("plan", id, "workflow_run", "main", head),
        });
      }
    }
    return { ...this.since(before), jobs };
  }

  /** Submits a review, and runs approval.yml. @returns the head's last status */
  public async approve({ number, head }: OpenedPullRequest, login = "bob") {
    const review = {
      user: { login, type: "User" },
      state: "APPROVED",
      commit_id: head,
      submitted_at: new Date().toISOString(),
    };
    this.github.answer({ [`GET repos/o/r/pulls/${number}/reviews?per_page=100`]: [review] });
    const event = { workflow_run: runOf("review", ++this.lastRun, "pull_request_review", `topic-${number}`, head) };
    const before = this.github.asked.length;
    await this.job("approval", "gate", ++this.lastRun, { event, needs: {}, matrix: {} });
    return this.since(before).status;
  }

  /** Merges a pull request, whether or not it is up to date, and deploys the way deploy.yml does. */
  public async merge(pullRequest: OpenedPullRequest): Promise<Readonly<Record<string, JobEnded>>> {
    const folder = this.checkout("main");
    this.git(folder, ...identity, "merge", "--quiet", "--no-ff", "--no-edit", `topic-${pullRequest.number}`);
    const merge = this.git(folder, "rev-parse", "HEAD");
    this.git(this.clone.folder, "update-ref", "refs/heads/main", merge);
    this.describe(pullRequest, { state: "closed", merged_at: new Date().toISOString(), merge_commit_sha: merge });
    this.merged.add(merge);
    return this.deploy("push");
  }

  /** Changes main without a pull request, and does not deploy. */
  public push(change: (folder: string) => void): void {
    const folder = this.checkout("main");
    change(folder);
    this.git(folder, "add", "--all");
    this.git(folder, ...identity, "commit", "--quiet", "--message", "Push");
    this.git(this.clone.folder, "update-ref", "refs/heads/main", this.git(folder, "rev-parse", "HEAD"));
  }

  /** Deploys the head of main. */
  public async deploy(
    eventName: "push" | "workflow_dispatch",
    inputs: object = {},
  ): Promise<Readonly<Record<string, JobEnded>>> {
    const id = ++this.lastRun;
    const sha = this.git(this.clone.folder, "rev-parse", "main");
    const pulls = `GET repos/o/r/commits/${sha}/pulls?per_page=100`;
    if (!this.merged.has(sha)) this.github.answer({ [pulls]: [] });
    const runs = "GET repos/o/r/actions/workflows/deploy.yml/runs?branch=main&status=success&per_page=20";
    this.github.answer({ [runs]: { workflow_runs: this.deployed } });
    const github = { event: {}, eventName, sha, inputs, needs: {}, matrix: {} };
    const jobs: Record<string, JobEnded> = {};
    const environments = await this.job("deploy", "environments", id, github);
    jobs["environments"] = environments;
    const accounts = JSON.parse(environments.outputs["accounts"] || "[]") as DeployableAccount[];
    for (const stack of accounts.flatMap((one) => [
      ...one.accounts,
      ...one.environments.flatMap(({ waves }) => waves.flat()),
    ])) {
      const given = { ...github, inputs: { ...inputs, ...stack } };
      const plan = await this.job("deploy-environment", "plan", id, given);
      jobs[`plan ${stack.stack}`] = plan;
      if (plan.result !== "success" || plan.outputs["outcome"] === "unchanged") continue;
      const protection = await this.job("deploy-environment", "protection", id, { ...given, needs: { plan } });
      jobs[`protection ${stack.stack}`] = protection;
      if (protection.result !== "success") continue;
      jobs[`apply ${stack.stack}`] = await this.job("deploy-environment", "apply", id, { ...given, needs: { plan } });
    }
    if (Object.values(jobs).every(({ result }) => result === "success")) {
      const number = { display_title: "deploy all", run_number: id };
      this.deployed.push({ ...runOf("deploy", id, "push", "main", sha), ...number });
    }
    return jobs;
  }

  /** A checkout in a separate folder. */
  public checkout(branch: string): string {
    const folder = path.join(temporaryFolder(), "checkout");
    this.git(this.clone.folder, "worktree", "add", "--quiet", "--force", "--detach", folder, branch);
    linkModules(root, folder);
    return folder;
  }

  /** Runs the steps of a job until one fails. */
  private async job(
    name: string,
    job: string,
    id: number,
    given: { event: object; needs: object; matrix: object; eventName?: string; sha?: string; inputs?: object },
  ): Promise<JobEnded> {
    const temp = temporaryFolder();
    const { event, needs, matrix, eventName = "workflow_run", sha = "", inputs = {} } = given;
    const whole = { ...event, repository: { default_branch: "main" } };
    fs.writeFileSync(path.join(temp, "event.json"), JSON.stringify(whole));
    const definition = workflow(name).jobs[job];
    const steps: Record<string, { outputs: Record<string, string> }> = {};
    const contexts: Contexts = {
      github: {
        event: whole,
        event_name: eventName,
        sha,
        triggering_actor: "carol",
        repository: "o/r",
        run_id: id,
        server_url: "https://github.com",
      },
      runner: { temp, os: "Linux" },
      vars: { AWS_REVIEW: "on" },
      needs,
      matrix,
      inputs,
      steps,
    };
    let checkout = temp;
    let log = "";
    let failed = false;
    let credentials = {};
    const env = evaluated(definition?.env ?? {}, contexts);
    for (const [index, step] of (definition?.steps ?? []).entries()) {
      if (failed && step.if !== "always()") continue;
      if (step.if?.startsWith("github.event_name == 'push'") === true && eventName !== "push") continue;
      if (step.if === "inputs.accept-data-risk" && !("accept-data-risk" in inputs)) continue;
      const inputsOfStep = evaluated(step.with ?? {}, contexts);
      if (step.uses?.startsWith("actions/checkout@") === true) checkout = this.checkout("main");
      else if (step.uses?.startsWith("aws-actions/") === true) {
        credentials = { AWS_ACCESS_KEY_ID: inputsOfStep["allowed-account-ids"] };
      } else if (step.uses !== undefined) this.replace(step, inputsOfStep, id);
      else if (step.run !== undefined && step.run !== "npm ci") {
        const output = path.join(temp, `output-${index}`);
        const ended = await this.process(step.run, checkout, {
          ...env,
          ...evaluated(step.env ?? {}, contexts),
          ...credentials,
          RUNNER_TEMP: temp,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: path.join(temp, "step-summary.md"),
          GITHUB_EVENT_PATH: path.join(temp, "event.json"),
        });
        log += ended.output;
        failed ||= ended.code !== 0;
        if (step.id !== undefined) steps[step.id] = { outputs: outputsIn(output) };
      }
    }
    const outputs = evaluated(definition?.outputs ?? {}, contexts);
    return { result: failed ? "failure" : "success", outputs, log };
  }

  /** Simulates one of GitHub's artifact actions. */
  private replace(step: Step, given: Readonly<Record<string, string>>, id: number): void {
    const { name, path: to = "", "run-id": other = String(id) } = given;
    const artifacts = path.join(this.github.home, "artifacts");
    if (step.uses?.startsWith("actions/download-artifact@") === true) {
      const from = path.join(artifacts, other, name ?? "");
      if (fs.existsSync(from)) fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    } else if (step.uses?.startsWith("actions/upload-artifact@") === true && fs.existsSync(to)) {
      fs.cpSync(to, path.join(artifacts, String(id), name ?? ""), { recursive: true });
    }
  }

  private process(script: string, cwd: string, env: Readonly<Record<string, string>>) {
    const given: Record<string, string> = { ...this.env, ...this.github.env };
    return run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd,
      env: { ...given, ...env, PATH: `${this.bin}${path.delimiter}${given["PATH"] ?? ""}` },
    });
  }

  /** The last status and the comments posted after the first `before` requests. */
  private since(before: number) {
    const posted = this.github.asked.slice(before).filter(({ method }) => method === "POST");
    const statuses = posted.filter(({ path: to }) => to.includes("/statuses/"));
    const last = JSON.parse(statuses.at(-1)?.body ?? "{}") as { state?: string; description?: string };
    return {
      status: `${last.state}: ${last.description}`,
      comments: posted.filter(({ path: to }) => to.includes("/comments")).map(({ body = "" }) => body),
    };
  }

  private git(cwd: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stdout}${stderr}`);
    return stdout.trim();
  }
}

const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];

function runOf(file: string, id: number, event: string, branch: string, sha: string): object {
  return {
    id,
    path: `.github/workflows/${file}.yml`,
    event,
    head_branch: branch,
    head_sha: sha,
    conclusion: "success",
    repository: { full_name: "o/r" },
    head_repository: { full_name: "o/r" },
  };
}

/** Evaluates the expressions in values; supports only what the workflows use. */
function evaluated(values: Readonly<Record<string, unknown>>, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => evaluate(expression, contexts)),
    ]),
  );
}

function evaluate(expression: string, contexts: Contexts): string {
  if (expression === "toJSON(needs)") return JSON.stringify(contexts["needs"]);
  if (expression === "github.token") return "none";
  let found: unknown = contexts;
  for (const part of expression.split(".")) {
    found = typeof found === "object" && found !== null ? (found as Record<string, unknown>)[part] : undefined;
  }
  return found === undefined || found === null ? "" : typeof found === "string" ? found : JSON.stringify(found);
}

function outputsIn(file: string): Record<string, string> {
  const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
  return Object.fromEntries(
    lines
      .filter((line) => line.includes("="))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}
