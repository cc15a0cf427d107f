import type { Ended } from "@pipelines/terraform/terraform";
import { type FaultKind, faultKinds, type Point } from "./fault-points";
import { difference } from "./fault-text";

/**
 * The phases into which faults are injected. An update changes a component; a ripple changes a component of a parent
 * image, so that EventBridge builds the child image after it; a recovery repairs an update that was killed.
 */
export const phases = ["deploy", "update", "ripple", "destroy", "recover"] as const;
export type Phase = (typeof phases)[number];

/** How an environment reached its final state despite a fault. */
export const outcomes = ["at once", "by a re-run", "by recover and a re-run", "not"] as const;
export type Outcome = (typeof outcomes)[number];

export interface Trial {
  readonly phase: Phase;
  readonly kind: FaultKind;
  readonly point: Point;
}

export interface Tried extends Trial {
  readonly outcome: Outcome;
  /** Why it did not reach the final state, or the first run's message if a second run was needed. */
  readonly said: string;
}

/** The result of running Terraform or a recovery. */
export interface Ran {
  readonly failed: boolean;
  readonly said: string;
}

/** A stack to try faults on, and what can be done with it. */
export interface TriedStack {
  /** Replaces its config, as an edit and a synth do. */
  readonly write: (config: string) => void;
  /** Runs a phase once. */
  readonly run: (phase: Phase) => Promise<Ran>;
  /** Runs a phase with a fault. Returns the result, and whether the fault was reached. */
  readonly faulty: (trial: Trial) => Promise<Ran & { readonly reached: boolean }>;
  /** Returns what exists, and what the state contains about it. */
  readonly what: () => Promise<string>;
  /** Reports whether Terraform did not see the build of an image in the state finish. */
  readonly hasTaintedImage: () => Promise<boolean>;
  /** Plans with `-detailed-exitcode`. */
  readonly plan: () => Promise<Pick<Ended, "code" | "stdout">>;
}

/** The state that every trial of a phase starts from, and the one that it must reach. */
export interface Ground {
  readonly from: Buffer;
  readonly config: string;
  readonly expected: string;
  readonly points: readonly Point[];
}

/** Runs a phase with a fault, then does what a user would do, and reports how the stack reached its final state. */
export async function tried(
  stack: TriedStack,
  trial: Trial,
  expected: string,
): Promise<Pick<Tried, "outcome" | "said">> {
  const { phase, kind } = trial;
  const first = await stack.faulty(trial);
  if (!first.reached) return { outcome: "not", said: `the point was not reached: ${first.said}` };
  let outcome: Outcome = "at once";
  let last: Ran = first;
  if (phase === "recover") {
    if (first.failed) {
      outcome = "by a re-run";
      last = await stack.run("recover");
    }
    if (!last.failed) last = await stack.run("update");
  } else if (first.failed) {
    outcome = "by a re-run";
    // If a call may have taken effect without Terraform's knowledge, a recovery runs first, because Terraform might
    // otherwise create something a second time. The same applies to a build that Terraform did not see finish and
    // would delete.
    const unknown =
      kind === "killed" ||
      kind === "cdktf-killed" ||
      kind === "lost" ||
      kind === "reset" ||
      (await stack.hasTaintedImage());
    if (!unknown) last = await stack.run(phase);
    if (unknown || last.failed) {
      outcome = "by recover and a re-run";
      const recovered = await stack.run("recover");
      last = recovered.failed && phase !== "destroy" ? recovered : await stack.run(phase);
    }
  }
  if (last.failed) return { outcome: "not", said: last.said };
  let found = await stack.what();
  if (found !== expected && outcome === "at once") {
    // If reading a bucket or role fails, the provider assumes that it does not exist, so the run appears to have
    // succeeded.
    outcome = "by recover and a re-run";
    for (const next of ["recover", phase] as const) {
      const { failed, said } = await stack.run(next);
      if (failed) return { outcome: "not", said };
    }
    found = await stack.what();
  }
  if (found !== expected) return { outcome: "not", said: difference(expected, found) };
  if (first.failed && phase !== "destroy") {
    const plan = await stack.plan();
    if (plan.code !== 0) return { outcome: "not", said: `the plan is not empty: ${plan.stdout.slice(-500)}` };
  }
  return { outcome, said: outcome === "at once" ? "" : first.said };
}

/**
 * Performs random deploys, edits, faults, recoveries and occasional destroys, each starting from the state that the
 * previous one left behind. Every tenth step, and at the end, a recovery and a deploy must bring the environment to
 * its final state.
 *
 * @param tell receives a message for each step
 * @returns the reason for the failure, if there was one
 */
export async function walk(
  stack: TriedStack,
  { steps, seed }: { readonly steps: number; readonly seed: number },
  {
    config,
    expected,
    points,
  }: Pick<Ground, "config" | "expected"> & { readonly points: ReadonlyMap<Phase, readonly Point[]> },
  tell: (step: string) => void,
): Promise<string | undefined> {
  const random = randomFrom(seed);
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  let edits = 0;
  for (let step = 1; step <= steps; step++) {
    if (random() < 0.3) stack.write(changed(config, { edit: ++edits }));
    const phase = one(["deploy", "deploy", "deploy", "recover", "destroy"] as const);
    const kind = random() < 0.8 ? one(faultKinds) : undefined;
    const point = one(points.get(phase === "deploy" ? one(["deploy", "update"] as const) : phase) ?? []);
    const faulty = kind !== undefined && !(kind === "cdktf-killed" && phase === "recover");
    const ran = faulty ? await stack.faulty({ phase, kind, point }) : await stack.run(phase);
    const fault = faulty ? `, ${kind} at ${point.service}:${point.operation} ${point.occurrence}` : "";
    tell(`${step} version ${edits}: ${phase}${fault}: ${ran.failed ? "failed" : "done"}`);
    if (step % 10 !== 0 && step !== steps) continue;
    // The second recovery finds leftovers that the deploy has just stopped managing.
    for (const last of ["recover", "deploy", "recover"] as const) {
      const { failed, said } = await stack.run(last);
      if (failed) return `${last} after step ${step}: ${said}`;
    }
    const found = (await stack.what()).replaceAll(versionOf(edits), "1.0.0");
    const [a, b] = [expected, found].map((text) =>
      text.replaceAll(/(image .* 1\.0\.0|image\/\S+\/1\.0\.0)\/\d+/g, "$1"),
    );
    if (a !== b) return `after step ${step}: ${difference(a ?? "", b ?? "")}`;
    tell(`${step} whole`);
  }
  return undefined;
}

/** The parts of a synthesized stack that a bench changes. */
export interface BenchConfig {
  readonly provider: { readonly aws: readonly [{ max_retries?: number }] };
  readonly resource: Readonly<Record<string, Record<string, { version: string; data?: string }>>>;
}

/** Edits an image's components, so that a synth gives each of them, and the recipe, a new version. */
export function changed(text: string, { edit = 1, image = "hello-world" } = {}): string {
  const config = JSON.parse(text) as BenchConfig;
  for (const type of ["aws_imagebuilder_component", "aws_imagebuilder_container_recipe"]) {
    for (const [name, resource] of Object.entries(config.resource[type] ?? {})) {
      if (!name.startsWith(`image_${image}_`)) continue;
      resource.version = versionOf(edit);
      if (resource.data !== undefined) resource.data += `# ${edit}\n`;
    }
  }
  return JSON.stringify(config, null, 2);
}

function versionOf(edit: number): string {
  return edit === 0 ? "1.0.0" : `1.0.${edit}4711`;
}

/**
 * Returns numbers from 0 to 1 that are determined by the seed:
 * https://en.wikipedia.org/wiki/Linear_congruential_generator
 */
function randomFrom(seed: number): () => number {
  let state = seed % 2 ** 32;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
