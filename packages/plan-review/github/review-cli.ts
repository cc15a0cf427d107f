import * as fs from "node:fs";
import * as path from "node:path";
import * as v from "valibot";
import type { Reviewers } from "../deployable-stacks";
import { workflowLog } from "@pipelines/findings/escape";
import { UnusablePlan } from "../unusable-plan";
import { own } from "../values";
import { type GhEnded, GitHub, isRunOf, type Run } from "./api";
import {
  afterSynth,
  eventShape,
  mergedPullRequest,
  openPullRequests,
  pullRequestOf,
  statusOfReviewed,
} from "./pull-request";
import { permissionOf, readApproval } from "./approval";
import { lastDeployed } from "./last-deployed";
import { protectionProblems } from "./protection";
import { findRecord, makeRecord, readRecord, recordName } from "./record";
import { report, statusOf } from "./status";

interface Context extends Pick<Surroundings, "env" | "out" | "err"> {
  readonly github: GitHub;
  /** Writes a line for people to read, with anything unsafe escaped. */
  readonly say: (text: string) => void;
  /** Link to the run, for statuses. */
  readonly link: string;
}

/**
 * Workflow commands that query GitHub. All of them run from the default branch, and none has AWS credentials. They read
 * from the environment: GH_TOKEN, REPOSITORY (owner/name), BRANCH (the default branch), RUN_URL. One that returns false
 * fails.
 */
const commands: Readonly<Record<string, (context: Context, ...args: string[]) => unknown>> = {
  /** Prints the pull request to review after a run of `synth.yml`, as lines for GITHUB_OUTPUT. */
  "pull-request"({ github, link, env, out, err }) {
    const run = triggeringRun(env);
    const found = afterSynth(github, run);
    if ("ignored" in found) err(`Ignored: ${found.ignored}.\n`);
    else if ("status" in found) report(github, run.head_sha, found.status, link);
    else {
      const { number, head } = found.review;
      report(github, head.sha, { state: "pending", description: "The plans are in progress." }, link);
      out(`number=${number}\nhead=${head.sha}\n`);
    }
  },

  /**
   * `record <stacks> <plans> <file>`: records a review once its comments have been posted. NEEDS: the preceding jobs.
   */
  record({ github, link, env, out }, stacks = "", plans = "", file = "") {
    const reviewed = { number: Number(required(env, "PULL_REQUEST")), head: required(env, "HEAD_SHA") };
    const failed = failedJob(required(env, "NEEDS"));
    if (failed !== undefined) {
      report(github, reviewed.head, { state: "failure", description: failed }, link);
      throw new UnusablePlan(failed);
    }
    const previous = findRecord(github, reviewed)?.record;
    const record = makeRecord(reviewed, stacks, plans, previous, Date.now());
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${JSON.stringify(record)}\n`);
    out(`name=${recordName(reviewed)}\n`);
  },

  /** `status <file>`: reports the status for the head in a record. */
  status({ github, link, say }, file = "") {
    const record = readRecord(file);
    const status = statusOf(github, pullRequestOf(github, record.number), record);
    report(github, record.head, status, link);
    say(`${status.state}: ${status.description}`);
  },

  /** Reports the status again after a run of `review.yml`, because a review was submitted or dismissed. */
  review({ github, link, env, say, err }) {
    const run = triggeringRun(env);
    const isReview = isRunOf(github, run, "review.yml");
    if (!isReview) err(`Ignored: a run of ${run.path}.\n`);
    for (const pullRequest of isReview ? openPullRequests(github, run) : []) {
      const status = statusOfReviewed(github, pullRequest);
      if (status === undefined) continue;
      report(github, pullRequest.head.sha, status, link);
      say(`#${pullRequest.number}: ${status.state}: ${status.description}`);
    }
  },

  /** Prints the commit of the last complete deploy; nothing if that is no longer known. */
  deployed({ github, out }) {
    out(`${lastDeployed(github) ?? ""}\n`);
  },

  /** `reviewed <stack> <folder>`: writes what was reviewed for a stack in the pull request that was merged as SHA. */
  reviewed({ github, env, say }, stack = "", folder = "") {
    const sha = required(env, "SHA");
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const leave = (name: string, text: string) => {
      fs.writeFileSync(path.join(folder, name), `${text}\n`);
    };
    const pullRequest = mergedPullRequest(github, sha);
    if (pullRequest === undefined) {
      say(`${sha} was pushed to ${github.branch} without a pull request.`);
      return;
    }
    const { number, head } = pullRequest;
    leave("pull-request", String(number));
    const found = findRecord(github, { number, head: head.sha });
    if (found === undefined) {
      say(`Pull request ${number} was not reviewed, or its review is no longer stored.`);
      return;
    }
    const { by, without } = readApproval(github, pullRequest, found.record);
    if (by.length > 0 && found.record.stacks[stack] === "approval") leave("approved", by.join("\n"));
    if (without.length > 0) leave("not-counted", without.join("; "));
    const kept = github.download(found.run, `plan-${stack}`, path.join(folder, "plan"));
    const words = kept ? `from run ${found.run}` : "no longer stored, or never existed";
    say(`Pull request ${number}: its plan for ${stack} is ${words}.`);
  },

  /** `administers <login>`: exits with 0 if an account is an administrator of the repository. */
  administers({ github }, login = "") {
    return permissionOf(github, login) === "admin";
  },

  /** `protection <stack> <reviewers>`: checks that the GitHub environment is protected as a deploy requires. */
  protection({ github, out }, stack = "", reviewers = "environment") {
    const problems = protectionProblems(github, stack, reviewers as Reviewers);
    for (const problem of problems) out(`::error::${workflowLog(`${stack}: ${problem}.`).replace(/\n/g, " ")}\n`);
    return problems.length === 0;
  },
};

/** Returns the run that started this workflow, as GitHub reports it. */
function triggeringRun(env: NodeJS.ProcessEnv): Run {
  const file = required(env, "GITHUB_EVENT_PATH");
  const { success, output } = v.safeParse(eventShape, JSON.parse(fs.readFileSync(file, "utf8")));
  if (!success) throw new UnusablePlan(`${file} is not the event of a finished run`);
  return output.workflow_run;
}

/** Returns a message about the first preceding job, from GitHub's `needs`, that failed to do its part. */
function failedJob(needs: string): string | undefined {
  const jobs = JSON.parse(needs) as Record<string, { result: string; outputs: Record<string, string> }>;
  const nothing = jobs["stacks"]?.outputs["stacks"] === "[]";
  for (const [job, { result }] of Object.entries(jobs)) {
    // If there is nothing to plan, there is no plan job. A failed plan has a comment that says why.
    if (job === "plan" && (nothing || result === "failure")) continue;
    if (result !== "success")
      return `The job ${job} ended with "${result}", so the plans were not available for review.`;
  }
  return undefined;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new UnusablePlan(`the environment variable ${name} is not set`);
  return value;
}

/** The command's process environment and streams. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly gh?: (args: readonly string[]) => GhEnded;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs a command and returns its exit code. */
export function main([name = "", ...args]: readonly string[], { env, gh, out, err }: Surroundings): number {
  const context = {
    env,
    out,
    say: (text: string) => {
      out(workflowLog(`${text}\n`));
    },
    err: (text: string) => {
      err(workflowLog(text));
    },
  };
  try {
    const command = own(commands, name);
    if (command === undefined) {
      throw new UnusablePlan(`there is no command "${name}"; the commands are ${Object.keys(commands).join(", ")}`);
    }
    const github = new GitHub(required(env, "REPOSITORY"), required(env, "BRANCH"), gh);
    return command({ ...context, github, link: env["RUN_URL"] ?? "" }, ...args) === false ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UnusablePlan)) throw error;
    context.err(`${error.message}\n`);
    return 1;
  }
}

if (require.main === module) {
  process.exitCode = main(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
