import { code } from "@pipelines/findings/escape";
import type { Reviewers, Verdict } from "./deployable-stacks";

/** What a deploy knows about its own plan for a stack, and about the reviewed plan. */
export interface Question {
  readonly stack: string;
  /** Outcome of its own plan. */
  readonly outcome: string;
  /** Whether its own plan only creates resources, as for a new stack, in which nothing can be lost. */
  readonly createsOnly: boolean;
  /** Whether the configuration was planned in the pull request, or needed approval first. */
  readonly verdict: Verdict;
  readonly reviewers: Reviewers;
  readonly byHand: boolean;
  readonly riskAccepted: boolean;
  /** Whether the person who accepted the risk is an administrator of the repository. */
  readonly administrator: boolean;
  /** The pull request that was merged. */
  readonly pullRequest: string | undefined;
  /**
   * How this plan differs from the reviewed one; "unreadable" if that cannot be read; undefined if there is no
   * reviewed plan.
   */
  readonly differences: readonly string[] | "unreadable" | undefined;
  /** Logins of the people whose approval of the pull request counts. */
  readonly approvedBy: readonly string[];
  /** Why other approvals do not count. */
  readonly notCounted: string;
}

export interface Answer {
  readonly apply: boolean;
  readonly words: string;
}

/** How many differences are listed; the rest are only counted. */
const mostListed = 20;

/** Decides whether a deploy may apply its plan: it must do only what was reviewed, or nothing that needs a review. */
export function agree(question: Question): Answer {
  const { stack, outcome, verdict, reviewers, byHand, riskAccepted, pullRequest, differences } = question;
  const yes = (words: string): Answer => ({ apply: true, words: `${stack}: ${words}` });
  const no = (words: string): Answer => ({ apply: false, words: `❌ ${stack}: ${words}` });
  const again = `Run this workflow by hand for ${stack} to create a new plan: the person who approves the environment reviews that plan.`;
  const tick = `${again} Tick the box that accepts the risk.`;

  if (outcome === "unchanged") return yes("there is nothing to apply.");
  const needed = outcome !== "routine";
  const what = needed
    ? "this plan needs approval"
    : verdict === "planned"
      ? "its deploys need approval"
      : "its configuration needs approval";
  const asks = needed || verdict !== "planned" || reviewers === "pull request";
  if (byHand) {
    // Anyone who can push can run the workflow, so a box ticked by one person is not an approval.
    if (asks && riskAccepted && reviewers !== "environment" && !question.administrator) {
      return no(
        `${what}. The box counts only if a repository administrator ticks it, or if the GitHub environment has required reviewers (github.reviewers in stacks/accounts.ts).`,
      );
    }
    if (!asks || riskAccepted) {
      return yes(
        "this plan is not compared with a reviewed one; the person who approves the environment reviews it here.",
      );
    }
    return no(`${what}. Read it above; to apply it, run this workflow again and tick the box that accepts the risk.`);
  }
  const number = `#${pullRequest ?? "?"}`;
  if (differences === "unreadable") return no(`the plan that was reviewed in ${number} cannot be read. ${again}`);
  if (differences !== undefined && differences.length > 0) {
    const lines = differences.slice(0, mostListed).map((difference) => `- ${code(difference)}`);
    if (differences.length > mostListed) lines.push(`- and ${differences.length - mostListed} more`);
    return no(
      `the plan that was reviewed in ${number} is stale. Something else has changed since, and applying it now would do something other than what was reviewed:\n\n${lines.join("\n")}\n\n${again}`,
    );
  }
  const approved = question.approvedBy.length > 0;
  if (asks && !approved && pullRequest !== undefined) {
    const reasons = question.notCounted === "" ? "" : ` Not counted: ${question.notCounted}.`;
    return no(`${what}, and ${number} was merged without the required approval.${reasons} ${tick}`);
  }
  if (differences !== undefined) {
    return yes(`this plan does exactly what was reviewed in ${number}${approvedBy(question)}.`);
  }
  // Approval of the configuration alone covers a new stack, but not what a plan would remove from an existing one.
  if (asks && ((needed && !question.createsOnly) || !approved)) {
    return no(`${what} and nobody has reviewed it: no pull request plan is stored for this commit. ${tick}`);
  }
  if (asks) return yes(`its configuration was reviewed in ${number}${approvedBy(question)}, and this is its plan.`);
  return yes("this plan is not compared with a reviewed one; the person who approves the environment reviews it here.");
}

function approvedBy({ approvedBy: logins }: Question): string {
  return logins.length === 0 ? "" : ` and approved by ${logins.join(" and ")}`;
}
