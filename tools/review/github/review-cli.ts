import * as fs from "node:fs";
import * as path from "node:path";
import * as v from "valibot";
import type { Reviewers } from "../deployable-stacks";
import { UnusablePlan } from "../unusable-plan";
import { GitHub, isRunOf, type Run } from "./api";
import {
  afterSynth,
  eventShape,
  mergedPullRequest,
  openPullRequests,
  pullRequestOf,
  statusOfReviewed,
} from "./pull-request";
import { lastDeployed } from "./last-deployed";
import { protectionProblems } from "./protection";
import { findRecord, makeRecord, readRecord, recordName } from "./record";
import { readApproval, report, statusOf } from "./status";

/**
 * The commands of the workflows that ask GitHub. All of them run from the default branch, and none has credentials of
 * AWS. From the environment: GH_TOKEN, REPOSITORY (owner/name), BRANCH (the default branch), RUN_URL.
 */
const commands: Readonly<Record<string, (github: GitHub, link: string, ...args: string[]) => number>> = {
  /** After a run of `synth.yml`: prints the pull request to review as lines for GITHUB_OUTPUT. */
  "pull-request"(github, link) {
    const found = afterSynth(github, triggeringRun());
    if (found.kind === "ignore") process.stderr.write(`Ignored: ${found.reason}.\n`);
    else if (found.kind === "status") report(github, found.sha, found.status, link);
    else {
      const { number, head } = found.pullRequest;
      report(github, head.sha, { state: "pending", description: "The plans are being made." }, link);
      process.stdout.write(`number=${number}\nhead=${head.sha}\n`);
    }
    return 0;
  },

  /** `record <stacks> <plans> <file>`: sums up a review, once its comments are posted. NEEDS: the jobs before it. */
  record(github, link, stacks = "", plans = "", file = "") {
    const reviewed = { number: Number(fromEnvironment("PULL_REQUEST")), head: fromEnvironment("HEAD_SHA") };
    const failed = failedJob(fromEnvironment("NEEDS"));
    if (failed !== undefined) {
      report(github, reviewed.head, { state: "failure", description: failed }, link);
      throw new UnusablePlan(failed);
    }
    const previous = findRecord(github, reviewed)?.record;
    const record = makeRecord(reviewed, stacks, plans, previous, Date.now());
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${JSON.stringify(record)}\n`);
    process.stdout.write(`name=${recordName(reviewed)}\n`);
    return 0;
  },

  /** `status <file>`: reports the status of the head of a record. */
  status(github, link, file = "") {
    const record = readRecord(file);
    const status = statusOf(github, pullRequestOf(github, record.number), record);
    report(github, record.head, status, link);
    process.stdout.write(`${status.state}: ${status.description}\n`);
    return 0;
  },

  /** After a run of `review.yml`: reports the status again, because a review was submitted or dismissed. */
  review(github, link) {
    const run = triggeringRun();
    if (!isRunOf(github, run, "review.yml")) {
      process.stderr.write(`Ignored: a run of ${run.path}.\n`);
      return 0;
    }
    for (const pullRequest of openPullRequests(github, run.head_sha)) {
      const status = statusOfReviewed(github, pullRequest);
      if (status === undefined) continue;
      report(github, pullRequest.head.sha, status, link);
      process.stdout.write(`#${pullRequest.number}: ${status.state}: ${status.description}\n`);
    }
    return 0;
  },

  /** Prints the commit that was deployed last, completely; nothing if that is not known any more. */
  deployed(github) {
    process.stdout.write(`${lastDeployed(github) ?? ""}\n`);
    return 0;
  },

  /** `reviewed <stack> <folder>`: leaves what was reviewed of a stack on the pull request that was merged as SHA. */
  reviewed(github, _link, stack = "", folder = "") {
    const sha = fromEnvironment("SHA");
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const leave = (name: string, text: string) => {
      fs.writeFileSync(path.join(folder, name), `${text}\n`);
    };
    const pullRequest = mergedPullRequest(github, sha);
    if (pullRequest === undefined) {
      process.stdout.write(`${sha} came to ${github.branch} without a pull request.\n`);
      return 0;
    }
    const { number, head } = pullRequest;
    leave("pull-request", String(number));
    const found = findRecord(github, { number, head: head.sha });
    if (found === undefined) {
      process.stdout.write(`Pull request ${number} was not reviewed, or its review is no longer kept.\n`);
      return 0;
    }
    const { by, without } = readApproval(github, pullRequest, found.record);
    if (by.length > 0 && found.record.stacks[stack] === "approval") leave("approved", by.join("\n"));
    if (without.length > 0) leave("not-counted", without.join("; "));
    const kept = github.download(found.run, `plan-${stack}`, path.join(folder, "plan"));
    const words = kept ? `that of run ${found.run}` : "not kept, or there was none";
    process.stdout.write(`Pull request ${number}: its plan of ${stack} is ${words}.\n`);
    return 0;
  },

  /** `protection <stack> <reviewers>`: whether GitHub's environment is protected as a deploy needs it. */
  protection(github, _link, stack = "", reviewers = "environment") {
    const problems = protectionProblems(github, stack, reviewers as Reviewers);
    for (const problem of problems) process.stdout.write(`::error::${stack}: ${problem}.\n`);
    return problems.length === 0 ? 0 : 1;
  },
};

/** The run that this workflow was started by, as GitHub has it. */
function triggeringRun(): Run {
  const file = fromEnvironment("GITHUB_EVENT_PATH");
  const { success, output } = v.safeParse(eventShape, JSON.parse(fs.readFileSync(file, "utf8")));
  if (!success) throw new UnusablePlan(`${file} is not the event of a run that ended`);
  return output.workflow_run;
}

/** Of the jobs before this one, as GitHub's `needs` has them: which did not do what it had to. */
function failedJob(needs: string): string | undefined {
  const jobs = JSON.parse(needs) as Record<string, { result: string; outputs: Record<string, string> }>;
  const nothing = jobs["stacks"]?.outputs["stacks"] === "[]";
  for (const [job, { result }] of Object.entries(jobs)) {
    // With nothing to plan, there is no job that plans. A plan that failed has a comment that says why.
    if (job === "plan" && (nothing || result === "failure")) continue;
    if (result !== "success") return `The job ${job} ended with "${result}": nobody could read the plans.`;
  }
  return undefined;
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new UnusablePlan(`${name} is not in the environment`);
  return value;
}

/** Runs a command and returns its exit code. */
export function main([name = "", ...args]: readonly string[]): number {
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined)
      throw new UnusablePlan(`no command "${name}"; there are ${Object.keys(commands).join(", ")}`);
    const github = new GitHub(fromEnvironment("REPOSITORY"), fromEnvironment("BRANCH"));
    return command(github, process.env["RUN_URL"] ?? "", ...args);
  } catch (error) {
    if (!(error instanceof UnusablePlan)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
