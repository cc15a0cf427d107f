import * as v from "valibot";
import { UnusablePlan } from "../unusable-plan";
import { type GitHub, isRunOf, type PullRequest, pullRequestShape, type Run, runShape } from "./api";
import { findRecord } from "./record";
import { type Status, statusOf } from "./status";

/** The event that starts a workflow triggered by `workflow_run`. */
export const eventShape = v.object({ workflow_run: runShape });

/** What to do about a run that has finished: review a pull request, or only report a status. */
export type Triggered =
  | { readonly kind: "review"; readonly pullRequest: PullRequest }
  | { readonly kind: "status"; readonly sha: string; readonly status: Status }
  | { readonly kind: "ignore"; readonly reason: string };

/** Decides what to do after a run of `synth.yml`. Reads nothing that the run wrote. */
export function afterSynth(github: GitHub, run: Run): Triggered {
  if (!isRunOf(github, run, "synth.yml")) return { kind: "ignore", reason: `a run of ${run.path}` };
  if (run.event === "merge_group") return afterQueue(github, run);
  if (run.event !== "pull_request") return { kind: "ignore", reason: `a run for event ${run.event}` };
  const failure = (description: string): Triggered => {
    return { kind: "status", sha: run.head_sha, status: { state: "failure", description } };
  };
  if (run.head_repository?.full_name !== github.repository) {
    return failure("From a fork: push the branch to this repository and open the pull request from there.");
  }
  const [pullRequest] = openPullRequests(github, run);
  if (pullRequest === undefined) {
    return { kind: "ignore", reason: `no open pull request to ${github.branch} has the head ${run.head_sha}` };
  }
  if (run.conclusion !== "success") return failure(`The synth for this pull request ended with "${run.conclusion}".`);
  return { kind: "review", pullRequest };
}

/** Gives a merge queue commit the status of the pull request that it merges; the deploy checks the plan again. */
function afterQueue(github: GitHub, run: Run): Triggered {
  const [, branch, number] = /^gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(run.head_branch ?? "") ?? [];
  if (branch !== github.branch || number === undefined) {
    return { kind: "ignore", reason: `not a merge queue for ${github.branch}: ${run.head_branch}` };
  }
  const sha = run.head_sha;
  if (run.conclusion !== "success") {
    return { kind: "status", sha, status: { state: "failure", description: "The merged app cannot be synthesized." } };
  }
  const pullRequest = github.get(`pulls/${number}`, pullRequestShape);
  const status = pullRequest && statusOfReviewed(github, pullRequest);
  const unknown: Status = { state: "failure", description: `Pull request ${number} was not reviewed.` };
  return { kind: "status", sha, status: status ?? unknown };
}

/**
 * Returns the open pull requests that a run was for: those in this repository that come from the run's branch and have
 * its commit as their head.
 */
export function openPullRequests(github: GitHub, { head_sha: sha, head_branch: branch }: Run): PullRequest[] {
  return pullRequestsOf(github, sha).filter(({ state, head }) => {
    const here = head.repo?.full_name === github.repository;
    return state === "open" && here && head.ref === branch && head.sha === sha;
  });
}

/** Returns the pull request that was merged as this commit on the default branch. */
export function mergedPullRequest(github: GitHub, sha: string): PullRequest | undefined {
  return pullRequestsOf(github, sha).find(({ merged_at: merged, merge_commit_sha: commit }) => {
    return typeof merged === "string" && commit === sha;
  });
}

function pullRequestsOf(github: GitHub, sha: string): PullRequest[] {
  return github
    .list(`commits/${sha}/pulls?per_page=100`, pullRequestShape)
    .filter(({ base }) => base.ref === github.branch && base.repo.full_name === github.repository);
}

/** Returns the status of a pull request that has been reviewed; undefined if it has not. */
export function statusOfReviewed(github: GitHub, pullRequest: PullRequest): Status | undefined {
  const found = findRecord(github, { number: pullRequest.number, head: pullRequest.head.sha });
  return found && statusOf(github, pullRequest, found.record);
}

/** @throws {UnusablePlan} if there is no pull request with that number */
export function pullRequestOf(github: GitHub, number: number): PullRequest {
  const found = github.get(`pulls/${number}`, pullRequestShape);
  if (found === undefined) throw new UnusablePlan(`there is no pull request ${number}`);
  return found;
}
