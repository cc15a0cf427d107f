import type { Commit, PullRequest, Review } from "./api";

/** Maximum number of commits that GitHub lists for a pull request. */
const mostCommits = 250;

/**
 * Head commits whose reviewed plan has the same effect, each with the time at which its plan was posted (in
 * milliseconds).
 */
export type ApprovableHeads = ReadonlyMap<string, number>;

export interface ApprovalQuestion {
  readonly pullRequest: PullRequest;
  readonly commits: readonly Commit[];
  readonly reviews: readonly Review[];
  readonly heads: ApprovableHeads;
  /** Whether an account can push to the repository; false if that cannot be determined. */
  readonly mayWrite: (login: string) => boolean;
}

export interface Approval {
  /** Logins of the people whose approval counts. */
  readonly by: readonly string[];
  /** Approvals that do not count, each with its reason. */
  readonly without: readonly string[];
}

/**
 * Decides whose approval of a pull request counts: the reviewer's latest review approves the head, was submitted after
 * the reviewed plan was posted, and comes from a person with write access who did not write any part of the pull
 * request.
 */
export function approvalOf({ pullRequest, commits, reviews, heads, mayWrite }: ApprovalQuestion): Approval {
  const authors = new Set(
    [pullRequest.user?.login, ...commits.flatMap(({ author, committer }) => [author?.login, committer?.login])].map(
      (login) => login?.toLowerCase(),
    ),
  );
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
    else if (mayWrite(user.login)) by.push(user.login);
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
