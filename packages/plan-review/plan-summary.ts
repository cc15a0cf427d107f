import { needsApproval } from "./headline";
import { renderReview } from "./markdown";
import { movedRows, type readNeighbours } from "./neighbours";
import type { Base } from "./plan-context";
import { parsePlan } from "./plan-json";
import { reviewPlan } from "./review";
import type { Row } from "./row";
import { foreignRecipes } from "./shared-state";
import type { JsonObject } from "./values";

/** What a plan comes down to. */
export interface PlanSummary {
  readonly markdown: string;
  /** Whether a person must agree before the plan is applied: any change that is not known to be harmless. */
  readonly needsApproval: boolean;
  /** Whether Terraform ended the plan with an error, so that nothing can be applied. */
  readonly errored: boolean;
}

export interface PlanSummaryOptions {
  /** Name that the first sentence begins with. */
  readonly stack?: string | undefined;
  /** Rows that are known from elsewhere, such as protections that the configuration gives up. */
  readonly rows?: readonly Row[] | undefined;
  /** What holds before the change. @default nothing: whatever depends on it needs approval */
  readonly base?: Base | undefined;
  /** The other stacks of its environment. @default they are not compared */
  readonly neighbours?: ReturnType<typeof readNeighbours> | undefined;
  /** The version lock's file, with which the recipes of the state are compared. @default they are not */
  readonly lock?: string | undefined;
}

/**
 * Tells a reviewer in Markdown what the plan in `file` means for images: `terraform show -json`'s output.
 *
 * @throws {UnusablePlan} whose message says what the file is instead, or what is wrong with it
 */
export function summarizePlanFile(file: string, options: PlanSummaryOptions = {}): PlanSummary {
  return summarize(parsePlan({ file }), options);
}

/**
 * As `summarizePlanFile`, for a text.
 *
 * @internal for tests
 */
export function summarizePlan(json: string, options: PlanSummaryOptions = {}): PlanSummary {
  return summarize(parsePlan({ json }), options);
}

function summarize(
  plan: JsonObject,
  { stack, rows = [], base, neighbours: near, lock }: PlanSummaryOptions,
): PlanSummary {
  const moved = near === undefined ? [] : movedRows(plan, near.environment, near.neighbours);
  const review = reviewPlan(plan, base, [...rows, ...moved, ...foreignRecipes(plan, lock)]);
  return { markdown: renderReview(review, stack), needsApproval: needsApproval(review), errored: review.errored };
}
