import * as v from "valibot";
import { UnusablePlan } from "../unusable-plan";
import { type GitHub, isRunOf, type PullRequest, pullRequestShape, type Run, runShape } from "./api";
import { findRecord } from "./record";
import { type Status, statusOf } from "./status";

/** The event that starts a workflow triggered by `workflow_run`. */
export const eventShape = v.object({ workflow_run: runShape });

/** What to do about a run that has finished: review a pull request, only report a status on its commit, or nothing. */
export type Triggered = { readonly review: PullRequest } | { readonly status: Status } | { readonly ignored: string };

/** Decides what to do after a run of `synth.yml`. Reads nothing that the run wrote. */
export function afterSynth(github: GitHub, run: Run): Triggered {
  if (!isRunOf(github, run, "synth.yml")) return { ignored: `a run of ${run.path}` };
  if (run.event === "merge_group") return afterQueue(github, run);
  if (run.event !== "pull_request") return { ignored: `a run for event ${run.event}` };
  if (run.head_repository?.full_name !== github.repository) {
    return failure("From a fork: push the branch to this repository and open the pull request from there.");
  }
  const [pullRequest] = openPullRequests(github, run);
  if (pullRequest === undefined)
    return { ignored: `no open pull request to ${github.branch} has the head ${run.head_sha}` };
  if (run.conclusion !== "success") return failure(`The synth for this pull request ended with "${run.conclusion}".`);
  return { review: pullRequest };
}

/** Gives a merge queue commit the status of the pull request that it merges; the deploy checks the plan again. */
function afterQueue(github: GitHub, { head_branch: queue, conclusion }: Run): Triggered {
  const [, branch, number] = /^gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(queue ?? "") ?? [];
  if (branch !== github.branch || number === undefined)
    return { ignored: `not a merge queue for ${github.branch}: ${queue}` };
  if (conclusion !== "success") return failure("The merged app cannot be synthesized.");
  const pullRequest = github.get(`pulls/${number}`, pullRequestShape);
  const status = pullRequest && statusOfReviewed(github, pullRequest);
  return status === undefined ? failure(`Pull request ${number} was not reviewed.`) : { status };
}

function failure(description: string): Triggered {
  return { status: { state: "failure", description } };
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
