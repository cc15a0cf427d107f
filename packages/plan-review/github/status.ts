import * as v from "valibot";
import { list } from "@pipelines/findings/text";
import { UnusablePlan } from "../unusable-plan";
import { type Approval, approvalOf, type ApprovableHeads } from "./approval";
import { commitShape, type GitHub, type PullRequest, reviewShape } from "./api";
import { findRecord, type ReviewRecord } from "./record";

/** Name of the commit status; the repository's setup makes it required. */
const context = "gate";

/** Maximum number of characters that GitHub accepts. */
const longestDescription = 140;

/** Maximum number of merges of the base to follow back from a head to the approved one. */
const mostMerges = 10;

export interface Status {
  readonly state: "success" | "pending" | "failure";
  readonly description: string;
}

/** Returns the commit status of a pull request whose head was reviewed. */
export function statusOf(github: GitHub, pullRequest: PullRequest, record: ReviewRecord): Status {
  const which = (outcome: string) => Object.keys(record.stacks).filter((stack) => record.stacks[stack] === outcome);
  const [failed, refused, asked] = [which("failed"), which("refused"), which("approval")];
  if (refused.length > 0) return { state: "failure", description: `Refused: ${list(refused)}. Read the comment.` };
  if (failed.length > 0) return { state: "failure", description: `There is no plan for ${list(failed)}.` };
  if (asked.length === 0) return { state: "success", description: "Nothing needs approval." };
  const { by, without } = readApproval(github, pullRequest, record);
  if (by.length > 0) return { state: "success", description: `${list(asked)}: approved by ${list(by)}.` };
  const reasons = without.length === 0 ? "" : ` Not counted: ${without.join("; ")}.`;
  return { state: "pending", description: `${list(asked)}: needs an approving review.${reasons}` };
}

/** Determines whose approval of a record counts, from GitHub's current data. */
export function readApproval(github: GitHub, pullRequest: PullRequest, record: ReviewRecord): Approval {
  const { number } = pullRequest;
  return approvalOf({
    pullRequest,
    commits: github.list(`pulls/${number}/commits?per_page=100`, commitShape),
    reviews: github.list(`pulls/${number}/reviews?per_page=100`, reviewShape),
    heads: approvableHeads(github, record),
    mayWrite: (login) => ["write", "admin"].includes(permissionOf(github, login) ?? ""),
  });
}

/**
 * Returns the head, and earlier heads if only the base has been merged since then and the same changes still need
 * approval.
 */
function approvableHeads(github: GitHub, record: ReviewRecord): ApprovableHeads {
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

/** Reports a status on a commit, with a link to the run that determined it. */
export function report(github: GitHub, sha: string, { state, description }: Status, link: string): void {
  const isLong = description.length > longestDescription;
  const text = isLong ? `${description.slice(0, longestDescription - 1)}…` : description;
  github.post(`statuses/${sha}`, { state, context, description: text, target_url: link });
}
