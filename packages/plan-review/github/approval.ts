import * as v from "valibot";
import { UnusablePlan } from "../unusable-plan";
import { commitShape, type GitHub, type PullRequest, type Review, reviewShape } from "./api";
import { findRecord, type ReviewRecord } from "./record";

/** Maximum number of commits that GitHub lists for a pull request. */
const mostCommits = 250;

/** Maximum number of merges of the base to follow back from a head to the approved one. */
const mostMerges = 10;

export interface Approval {
  /** Logins of the people whose approval counts. */
  readonly by: readonly string[];
  /** Approvals that do not count, each with its reason. */
  readonly without: readonly string[];
}

/**
 * Determines from GitHub's current data whose approval of a record counts: the reviewer's latest review approves the
 * head, was submitted after the reviewed plan was posted, and comes from a person with write access who did not write
 * any part of the pull request.
 */
export function readApproval(github: GitHub, { number, user: opener }: PullRequest, record: ReviewRecord): Approval {
  const commits = github.list(`pulls/${number}/commits?per_page=100`, commitShape);
  const reviews = github.list(`pulls/${number}/reviews?per_page=100`, reviewShape);
  const heads = approvableHeads(github, record);
  const logins = [opener, ...commits.flatMap(({ author, committer }) => [author, committer])].map(
    (each) => each?.login,
  );
  const authors = new Set(logins.map((login) => login?.toLowerCase()));
  const by: string[] = [];
  const without: string[] = [];
  for (const { user, state, commit_id: commit, submitted_at: submitted } of latest(reviews)) {
    if (user === null || state !== "APPROVED") continue;
    const since = heads.get(commit ?? "");
    const reasons = [
      user.type !== "User" && "is not a person",
      authors.has(user.login.toLowerCase()) && "wrote part of it",
      commits.length >= mostCommits && `may have written some of its ${mostCommits} or more commits`,
      since === undefined && "approved another commit",
      !(Date.parse(submitted ?? "") > (since ?? Infinity)) && "approved it before the plan was posted",
    ];
    const reason = reasons.find((each) => each !== false);
    if (reason !== undefined) without.push(`${user.login} ${reason}`);
    else if (["write", "admin"].includes(permissionOf(github, user.login) ?? "")) by.push(user.login);
    else without.push(`${user.login} has no write access, as far as can be determined`);
  }
  return { by, without };
}

/**
 * Returns the latest review from each account. GitHub lists them in order of submission; a review without a submission
 * time is a draft.
 */
function latest(reviews: readonly Review[]): Review[] {
  const time = (review: Review) => Date.parse(review.submitted_at ?? "");
  const submitted = reviews.filter((review) => typeof review.submitted_at === "string");
  const sorted = submitted.sort((a, b) => time(a) - time(b));
  return [...new Map(sorted.map((review) => [review.user?.login.toLowerCase(), review])).values()];
}

/**
 * Returns the head, and earlier heads if only the base has been merged since then and the same changes still need
 * approval: head commits whose reviewed plan has the same effect, each with the time at which its plan was posted (in
 * milliseconds).
 */
function approvableHeads(github: GitHub, record: ReviewRecord): ReadonlyMap<string, number> {
  const heads = new Map([[record.head, record.since]]);
  let head: string | undefined = record.head;
  for (let merges = 0; head !== undefined && merges < mostMerges; merges++) {
    head = mergedInto(github, head).find((before) => {
      const earlier = findRecord(github, { number: record.number, head: before })?.record;
      if (earlier?.does !== record.does) return false;
      heads.set(before, earlier.since);
      return true;
    });
  }
  return heads;
}

/** If a commit merges the base and one other commit, returns the other commit. */
function mergedInto(github: GitHub, sha: string): string[] {
  const parents = (github.get(`commits/${sha}`, commitShape)?.parents ?? []).map((parent) => parent.sha);
  if (parents.length !== 2) return [];
  return parents.filter((_, index) => isOnBase(github, parents[1 - index] ?? ""));
}

function isOnBase(github: GitHub, sha: string): boolean {
  const place = `compare/${encodeURIComponent(github.branch)}...${sha}`;
  const compared = github.get(place, v.object({ status: v.string() }));
  return compared?.status === "behind" || compared?.status === "identical";
}

/**
 * Returns an account's permission in the repository: admin, write, read or none; undefined if that cannot be
 * determined.
 */
export function permissionOf(github: GitHub, login: string): string | undefined {
  try {
    const place = `collaborators/${encodeURIComponent(login)}/permission`;
    return github.get(place, v.object({ permission: v.string() }))?.permission;
  } catch (error) {
    if (error instanceof UnusablePlan) return undefined;
    throw error;
  }
}
