import { isDangerous } from "./headline";
import { renderReview } from "./markdown";
import type { Base } from "./plan-context";
import { PlanSource } from "./plan-json";
import { readPlan } from "./read-plan";
import { Reviewer } from "./review";
import { Row } from "./row";
import { reportingForeignRecipes } from "./shared-state";

/** What a plan comes down to. */
export interface PlanSummary {
  readonly markdown: string;
  /** Whether a person must agree before the plan is applied: any change that is not known to be harmless. */
  readonly dangerous: boolean;
  /** Whether Terraform ended the plan with an error, so that nothing can be applied. */
  readonly errored: boolean;
}

export interface PlanSummaryOptions {
  /** Name that the first sentence begins with. */
  readonly stack?: string;
  /** Rows that are known from elsewhere, such as protections that the configuration gives up. */
  readonly rows?: readonly Row[];
  /** What holds before the change. @default what the state shows */
  readonly base?: Base;
  /** The version lock's file, with which the recipes of the state are compared. @default they are not */
  readonly lock?: string;
  /** @default what GitHub takes of a comment */
  readonly longest?: number;
}

/**
 * Tells a reviewer in Markdown what the plan in `file` means for images: `terraform show -json`'s output.
 *
 * @throws {UnusablePlan} whose message says what the file is instead, or what is wrong with it
 */
export function summarizePlanFile(file: string, options: PlanSummaryOptions = {}): PlanSummary {
  return summarize({ file }, options);
}

/**
 * As `summarizePlanFile`, for a text.
 *
 * @internal for tests
 */
export function summarizePlan(json: string, options: PlanSummaryOptions = {}): PlanSummary {
  return summarize({ json }, options);
}

function summarize(source: PlanSource, { stack, rows = [], base, longest, lock }: PlanSummaryOptions): PlanSummary {
  const reviewer = new Reviewer();
  for (const row of rows) reviewer.add(row);
  const head = readPlan(source, reportingForeignRecipes(reviewer, lock), base);
  const review = reviewer.finish(head);
  return {
    markdown: renderReview(review, stack, longest),
    dangerous: isDangerous(review),
    errored: head.errored,
  };
}
