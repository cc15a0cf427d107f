import { code } from "@pipelines/findings/escape";
import type { Reviewers, Verdict } from "./deployable-stacks";

/** What a deploy knows about its own plan of a stack, and about the one that was reviewed. */
export interface Question {
  readonly stack: string;
  /** Of its own plan. */
  readonly outcome: string;
  /** Whether its own plan only creates: a new stack, of which nothing can be lost. */
  readonly createsOnly: boolean;
  /** Whether the configuration was planned on the pull request, or needed approval first. */
  readonly verdict: Verdict;
  readonly reviewers: Reviewers;
  readonly byHand: boolean;
  readonly riskAccepted: boolean;
  /** Whether it was an administrator of the repository who did. */
  readonly administrator: boolean;
  /** The pull request that was merged. */
  readonly pullRequest: string | undefined;
  /** What this plan does differently from the reviewed one; "unreadable"; undefined if there is no reviewed plan. */
  readonly differences: readonly string[] | "unreadable" | undefined;
  /** Logins of those whose approval of the pull request counts. */
  readonly approvedBy: readonly string[];
  /** Why other approvals do not count. */
  readonly notCounted: string;
}

export interface Answer {
  readonly apply: boolean;
  readonly words: string;
}

/** How many differences are listed before they are only counted. */
const mostListed = 20;

/** Whether a deploy may apply its plan: it does what was reviewed, or nothing that needs a review. */
export function agree(question: Question): Answer {
  const { stack, outcome, verdict, reviewers, byHand, riskAccepted, pullRequest, differences } = question;
  const yes = (words: string): Answer => ({ apply: true, words: `${stack}: ${words}` });
  const no = (words: string): Answer => ({ apply: false, words: `❌ ${stack}: ${words}` });
  const again = `Run this workflow by hand for ${stack} to plan afresh: the person who approves the environment reviews that plan.`;
  const tick = `${again} Tick the box that accepts the risk.`;

  if (outcome === "unchanged") return yes("there is nothing to apply.");
  const needed = outcome !== "routine";
  const what = needed
    ? "this plan needs an approval"
    : verdict === "planned"
      ? "its deploys need an approval"
      : "its configuration needs an approval";
  const asks = needed || verdict !== "planned" || reviewers === "pull request";
  if (byHand) {
    // Anybody who may push can run the workflow: one person's tick alone is no approval.
    if (asks && riskAccepted && reviewers !== "environment" && !question.administrator) {
      return no(
        `${what}. The box counts if an administrator of the repository ticks it, or if the GitHub environment has required reviewers (github.reviewers in stacks/accounts.ts).`,
      );
    }
    if (!asks || riskAccepted) {
      return yes(
        "no reviewed plan is compared with this one; the person who approves the environment reviews it here.",
      );
    }
    return no(`${what}. Read it above; to apply it, run this workflow again and tick the box that accepts the risk.`);
  }
  const number = `#${pullRequest ?? "?"}`;
  if (differences === "unreadable") return no(`the plan that was reviewed on ${number} cannot be read. ${again}`);
  if (differences !== undefined && differences.length > 0) {
    const lines = differences.slice(0, mostListed).map((difference) => `- ${code(difference)}`);
    if (differences.length > mostListed) lines.push(`- and ${differences.length - mostListed} more`);
    return no(
      `the plan that was reviewed on ${number} is stale. Since then something else changed, and applying now would do other things than were reviewed:\n\n${lines.join("\n")}\n\n${again}`,
    );
  }
  const approved = question.approvedBy.length > 0;
  if (asks && !approved && pullRequest !== undefined) {
    const reasons = question.notCounted === "" ? "" : ` Not counted: ${question.notCounted}.`;
    return no(`${what}, and ${number} was merged without the approval that it needs.${reasons} ${tick}`);
  }
  if (differences !== undefined) {
    return yes(`this plan does exactly what was reviewed on ${number}${approvedBy(question)}.`);
  }
  // An approval of the configuration alone is one of a new stack, and not of what a plan would take from another one.
  if (asks && ((needed && !question.createsOnly) || !approved)) {
    return no(`${what} and nobody reviewed it: no plan of a pull request is kept for this commit. ${tick}`);
  }
  if (asks) return yes(`its configuration was reviewed on ${number}${approvedBy(question)}; its plan is this one.`);
  return yes("no reviewed plan is compared with this one; the person who approves the environment reviews it here.");
}

function approvedBy({ approvedBy: logins }: Question): string {
  return logins.length === 0 ? "" : ` and approved by ${logins.join(" and ")}`;
}
