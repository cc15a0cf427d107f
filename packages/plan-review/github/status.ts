import { list } from "@pipelines/findings/text";
import type { GitHub, PullRequest } from "./api";
import { readApproval } from "./approval";
import type { ReviewRecord } from "./record";

/** Name of the commit status; the repository's setup makes it required. */
const context = "gate";

/** Maximum number of characters that GitHub accepts. */
const longestDescription = 140;

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

/** Reports a status on a commit, with a link to the run that determined it. */
export function report(github: GitHub, sha: string, { state, description }: Status, link: string): void {
  const isLong = description.length > longestDescription;
  const text = isLong ? `${description.slice(0, longestDescription - 1)}…` : description;
  github.post(`statuses/${sha}`, { state, context, description: text, target_url: link });
}
