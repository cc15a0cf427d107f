import { hasErrors } from "@pipelines/findings/finding";
import { count } from "@pipelines/findings/text";
import type { Image } from "@pipelines/image-definition/image";
import { image as loadImage } from "@pipelines/image-definition/load-image";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { imageNamed } from "@pipelines/operations/environments";
import { OperationFailed } from "@pipelines/operations/failure";
import { likelyTrouble, type Trouble } from "@pipelines/operations/troubles";
import type { Engine } from "./engine";
import { type ImagePlan, type LeftOut, planImage, type PlanOptions } from "./plan-image";
import { Progress, type StepResult } from "./progress";

/** The image to try, and the parent to use. */
export interface Request extends Pick<PlanOptions, "documents" | "parameters" | "patience" | "awstoe"> {
  readonly image: string;
  /** Environment that provides the parent image, working directory and tests. @default the image's own definition */
  readonly environment?: EnvironmentDescription | undefined;
  /** Any image to use in place of the image's own parent. */
  readonly parent?: string | undefined;
  /** Whether to run every step without the engine's cache. */
  readonly fresh?: boolean;
  /** Loads an image. @default from images/ */
  readonly load?: (name: string) => Image;
}

export interface Failure {
  /** `harden-nginx test.ServerAnswers`, or the stage, if the failure was outside any step. */
  readonly where: string;
  readonly reason: string;
  readonly lines: readonly string[];
  readonly likely?: Pick<Trouble, "title" | "advice">;
}

/** What `--json` prints. */
export interface TryResult {
  readonly image: string;
  /** Reference of the parent of the first image in the chain. */
  readonly root: string;
  /** The name that this parent gives itself, if tests have run in it. */
  readonly system: { readonly id: string; readonly name: string } | undefined;
  readonly engine: string;
  /** Images that were built, parents first. */
  readonly built: readonly string[];
  readonly steps: readonly StepResult[];
  /** Components whose steps were not run again because nothing had changed. */
  readonly cached: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly seconds: number;
  readonly failure?: Failure;
}

/** An image and its parent, with one environment's settings applied. */
interface Link {
  readonly image: Image;
  readonly parent: string | undefined;
  readonly tested: boolean;
}

/** Returns the chain from its first image to the image to try. */
export function chainOf(request: Request): [Link, ...Link[]] {
  const { image: name, environment, parent, load = loadImage } = request;
  const described = environment && imageNamed(name, environment);
  const defined = load(name);
  if (hasErrors(defined.findings)) throw new OperationFailed(defined.findings);
  const image = described
    ? { ...defined, parentImage: described.parentImage, workingDirectory: described.workingDirectory }
    : defined;
  const own = parent === undefined ? (described ? described.parent : defined.parent?.image) : undefined;
  const link = {
    image: parent === undefined ? image : { ...image, parentImage: parent },
    parent: own,
    tested: described ? described.tested : image.tests.enabled,
  };
  if (own === undefined) return [link];
  const [first, ...rest] = chainOf({ ...request, image: own });
  return [first, ...rest, link];
}

/** Returns the name that an image's result has in the engine's own store. */
export function resultTag({ name }: Image, { environment, awstoe }: Request): string {
  return `localhost/image-pipelines-try/${environment ? `${environment.environment}-` : ""}${name}${awstoe ? ":awstoe" : ""}`;
}

/**
 * Builds an image and those of its parents that are in this repository, then runs its tests in a container of the
 * result.
 */
export async function tryImage(request: Request, engine: Engine, say: (text: string) => void): Promise<TryResult> {
  const began = Date.now();
  const chain = chainOf(request);
  const [first] = chain;
  const last = chain.at(-1) ?? first;
  const progress = new Progress(say);
  const built: string[] = [];
  const cached: string[] = [];
  const result = (failed?: Failure): TryResult => ({
    image: request.image,
    root: parentImageOf(first.image),
    system: progress.system,
    engine: engine.name,
    built,
    steps: progress.steps,
    cached,
    leftOut: progress.leftOut,
    seconds: Math.round((Date.now() - began) / 100) / 10,
    ...(failed && { failure: failed }),
  });
  for (const link of chain) {
    const { image } = link;
    const plan = planOf(link, request);
    say(`${image.name} on ${link.parent ?? parentImageOf(image)}`);
    for (const left of plan.leftOut) progress.leave(left);
    const before = progress.started.length;
    const complete = await engine.build(plan.build, resultTag(image, request), progress.line, request);
    if (!complete) return result(failureOf(progress, image.name));
    const unchanged = plan.components.filter((name) => !progress.started.slice(before).includes(name));
    for (const name of unchanged) say(`  ${name}: unchanged, not run again`);
    cached.push(...unchanged);
    built.push(image.name);
  }
  const tag = resultTag(last.image, request);
  say(`${last.image.name}: ${last.tested ? "tests, in a container of the result" : "tests are off"}`);
  const { test } = planOf(last, request);
  await engine.build(test(tag, last.tested), undefined, progress.line);
  return result(progress.testsPassed === true ? undefined : failureOf(progress, `${last.image.name} tests`));
}

/** Returns the image that the first image in a chain is built on. */
function parentImageOf({ name, parentImage }: Image): string {
  if (parentImage === undefined) throw new Error(`the parent of ${name} is an image in its environment`);
  return parentImage;
}

/** Returns how an image in the chain is built and tested. */
export function planOf({ image, parent: own }: Link, request: Request, stopAt?: string): ImagePlan {
  const parent = own === undefined ? parentImageOf(image) : resultTag((request.load ?? loadImage)(own), request);
  return planImage(image, { ...request, parent, place: request.environment, stopAt });
}

function failureOf(progress: Progress, where: string): Failure {
  const failed = progress.steps.find(({ outcome }) => outcome === "failed");
  const lines = failed?.log ?? progress.lastLines;
  const reason = failed?.reason ?? "the build ended before its steps did";
  const trouble = likelyTrouble([...lines, reason]);
  return {
    where: failed ? `${failed.component} ${failed.phase}.${failed.name}` : where,
    reason,
    lines,
    ...(trouble && { likely: { title: trouble.title, advice: trouble.advice } }),
  };
}

/** Returns the final output of a try, in human-readable form. */
export function summaryOf({ image, steps, cached, leftOut, seconds, failure, system, root }: TryResult): string {
  const ended = (outcome: string): number => steps.filter((step) => step.outcome === outcome).length;
  const counts = [
    `${count(steps.length, "step")} run`,
    ...["skipped", "ignored"].flatMap((each) => (ended(each) > 0 ? `${ended(each)} ${each}` : [])),
    ...(cached.length > 0 ? [`${count(cached.length, "component")} unchanged`] : []),
  ];
  const where = system === undefined ? root : `${root} (${system.name})`;
  return [
    "",
    ...(failure === undefined
      ? []
      : [
          `${failure.where} failed: ${failure.reason}`,
          ...failure.lines.map((line) => `  | ${line}`),
          ...(failure.likely ? [`  likely: ${failure.likely.title} ${failure.likely.advice}`] : []),
          "",
        ]),
    `${image} ${failure ? "failed" : "passed"} on ${where} in ${seconds} s: ${counts.join(", ")}`,
    ...leftOut.map(
      ({ component, step, reason }) => `left out: ${[component, step].filter(Boolean).join(" ")}: ${reason}`,
    ),
    "",
  ].join("\n");
}
