import { needsApproval } from "./headline";
import { renderReview } from "./markdown";
import { movedRows, type readNeighbours } from "./neighbours";
import { parsePlan } from "./plan-json";
import { reviewPlan, type ReviewOptions } from "./review";
import type { JsonObject } from "./values";

/** Summary of a plan. */
export interface PlanSummary {
  readonly markdown: string;
  /**
   * Whether a person must approve the plan before it is applied, because not all of its changes are known to be
   * harmless.
   */
  readonly needsApproval: boolean;
  /** Whether Terraform stopped planning with an error, so that nothing can be applied. */
  readonly errored: boolean;
}

export interface PlanSummaryOptions extends Omit<ReviewOptions, "neighbours"> {
  /** Name that the summary's first sentence starts with. */
  readonly stack?: string | undefined;
  /** The other stacks in its environment. @default they are not compared */
  readonly neighbours?: ReturnType<typeof readNeighbours> | undefined;
}

/**
 * Explains to a reviewer, in Markdown, what the plan in `file` means for images. The file contains the output of
 * `terraform show -json`.
 *
 * @throws {UnusablePlan} with a message that says what the file is instead, or what is wrong with it
 */
export function summarizePlanFile(file: string, options: PlanSummaryOptions = {}): PlanSummary {
  return summarize(parsePlan({ file }), options);
}

/**
 * Like `summarizePlanFile`, for a string.
 *
 * @internal for tests
 */
export function summarizePlan(json: string, options: PlanSummaryOptions = {}): PlanSummary {
  return summarize(parsePlan({ json }), options);
}

function summarize(plan: JsonObject, options: PlanSummaryOptions): PlanSummary {
  const { stack, rows = [] } = options;
  const { environment = "", neighbours = [] } = options.neighbours ?? {};
  const moved = movedRows(plan, environment, neighbours);
  const review = reviewPlan(plan, { ...options, neighbours, rows: [...rows, ...moved] });
  return { markdown: renderReview(review, stack), needsApproval: needsApproval(review), errored: review.errored };
}
