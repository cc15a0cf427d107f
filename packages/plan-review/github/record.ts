import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as v from "valibot";
import type { Reviewers, Verdict } from "../deployable-stacks";
import { UnusablePlan } from "../unusable-plan";
import { type GitHub, isRunOf, runShape } from "./api";

/**
 * The results of reviewing a pull request's head, stored as an artifact of the workflow that posted the review. The
 * artifact, its time and its run come from GitHub; a pull request's own run cannot write an artifact that belongs to
 * this workflow.
 */
const recordShape = v.object({
  number: v.number(),
  head: v.string(),
  /** When the plan was posted, in milliseconds: an earlier approval was for a different plan. */
  since: v.number(),
  /** Hash of the changes that need approval; plans with the same effect have the same hash. */
  does: v.string(),
  stacks: v.record(v.string(), v.picklist(["routine", "approval", "refused", "failed", "unchanged"])),
});
export type ReviewRecord = v.InferOutput<typeof recordShape>;

export interface PostedRecord {
  readonly record: ReviewRecord;
  /** The run that posted the review; the plans are in its artifacts. */
  readonly run: number;
}

/** The results of `deployable-stacks-cli.ts`, by stack. */
const verdictsShape = v.record(
  v.string(),
  v.object({
    verdict: v.picklist(["planned", "approval", "refused", "unchanged"] satisfies readonly Verdict[]),
    reviewers: v.picklist(["environment", "pull request", "none"] satisfies readonly Reviewers[]),
    does: v.string(),
  }),
);

export interface ReviewedHead {
  readonly number: number;
  readonly head: string;
}

/** Returns the name of the artifact. */
export function recordName({ number, head }: ReviewedHead): string {
  return `review-${number}-${head}`;
}

/**
 * Creates the record of a review.
 *
 * @param stacks the folder that `deployable-stacks-cli.ts` wrote
 * @param plans a folder that contains a folder `plan-<stack>` for each planned stack, as written by plan.sh
 * @param previous the previous record for the same head; if a plan is unchanged, its time is kept
 */
export function makeRecord(
  reviewed: ReviewedHead,
  stacks: string,
  plans: string,
  previous: ReviewRecord | undefined,
  now: number,
): ReviewRecord {
  const verdicts = v.parse(verdictsShape, JSON.parse(fs.readFileSync(path.join(stacks, "verdicts.json"), "utf8")));
  const outcomes: Record<string, ReviewRecord["stacks"][string]> = {};
  const needs: string[][] = [];
  for (const [stack, { verdict, reviewers, does }] of Object.entries(verdicts)) {
    const left = (name: string) => readText(path.join(plans, `plan-${stack}`, name));
    const outcome = verdict === "planned" ? outcomeOf(left("outcome"), reviewers) : verdict;
    outcomes[stack] = outcome;
    if (outcome === "approval") needs.push([stack, verdict, verdict === "planned" ? left("does") : does]);
  }
  const does = createHash("sha256").update(JSON.stringify(needs.sort())).digest("hex");
  const since = previous?.does === does ? previous.since : now;
  return { number: reviewed.number, head: reviewed.head, since, does, stacks: outcomes };
}

function outcomeOf(outcome: string, reviewers: Reviewers): ReviewRecord["stacks"][string] {
  if (outcome === "approval" || (outcome === "routine" && reviewers === "pull request")) return "approval";
  return outcome === "unchanged" || outcome === "routine" ? "routine" : "failed";
}

/**
 * Returns the latest record for a head that the workflow on the default branch posted; undefined if none is stored any
 * longer.
 */
export function findRecord(github: GitHub, reviewed: ReviewedHead): PostedRecord | undefined {
  const name = recordName(reviewed);
  const artifacts = github.get(`actions/artifacts?name=${name}&per_page=100`, artifactsShape)?.artifacts ?? [];
  const newest = artifacts.sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
  for (const { expired, workflow_run: origin } of newest.slice(0, 20)) {
    const run = origin === null || expired ? undefined : github.get(`actions/runs/${origin.id}`, runShape);
    // Anyone who can push can upload an artifact with that name; only this workflow's run on the default branch counts.
    if (run === undefined || !isRunOf(github, run, "plan.yml")) continue;
    if (run.event !== "workflow_run" || run.head_branch !== github.branch) continue;
    if (run.head_repository?.full_name !== github.repository) continue;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "review-"));
    try {
      if (!github.download(run.id, name, path.join(folder, "record"))) continue;
      const record = readRecord(path.join(folder, "record", "review.json"));
      if (record.number === reviewed.number && record.head === reviewed.head) return { record, run: run.id };
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
  return undefined;
}

const originShape = v.nullable(v.object({ id: v.number() }));
const artifactsShape = v.object({
  artifacts: v.array(v.object({ created_at: v.string(), expired: v.boolean(), workflow_run: originShape })),
});

/** @throws {UnusablePlan} if the file is not a record */
export function readRecord(file: string): ReviewRecord {
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), recordShape), readText(file));
  if (!success) throw new UnusablePlan(`${file} is not a review record`);
  return output;
}

function readText(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "";
}
