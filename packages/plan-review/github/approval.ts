import type { Commit, PullRequest, Review } from "./api";

/** GitHub lists no more commits of a pull request. */
const mostCommits = 250;

/** A head whose judged plan did the same, and since when that plan can be read (milliseconds). */
export type ApprovableHeads = ReadonlyMap<string, number>;

export interface ApprovalQuestion {
  readonly pullRequest: PullRequest;
  readonly commits: readonly Commit[];
  readonly reviews: readonly Review[];
  readonly heads: ApprovableHeads;
  /** Whether an account may push to the repository; false if that cannot be read. */
  readonly mayWrite: (login: string) => boolean;
}

export interface Approval {
  /** Logins of those whose approval counts. */
  readonly by: readonly string[];
  /** Approvals that do not count, each with the reason. */
  readonly without: readonly string[];
}

/**
 * Whose approval of a pull request counts: the reviewer's latest review is an approval of the head, submitted after the
 * judged plan was posted, by a person with write access who wrote no part of the pull request.
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
      authors.has(user.login.toLowerCase()) && "wrote some of it",
      commits.length >= mostCommits && `may have written some of its ${mostCommits} or more commits`,
      since === undefined && "approved another commit",
      !(Date.parse(submitted ?? "") > (since ?? Infinity)) && "approved before the plan was posted",
    ];
    const reason = reasons.find((each) => each !== false);
    if (reason !== undefined) without.push(`${user.login} ${reason}`);
    else if (mayWrite(user.login)) by.push(user.login);
    else without.push(`${user.login} has no write access, as far as can be read`);
  }
  return { by, without };
}

/** The latest review of each account. GitHub lists them as they were submitted; one without a time is a draft. */
function latest(reviews: readonly Review[]): Review[] {
  const time = (review: Review) => Date.parse(review.submitted_at ?? "");
  const submitted = reviews.filter((review) => typeof review.submitted_at === "string");
  const sorted = submitted.sort((a, b) => time(a) - time(b));
  return [...new Map(sorted.map((review) => [review.user?.login.toLowerCase(), review])).values()];
}
