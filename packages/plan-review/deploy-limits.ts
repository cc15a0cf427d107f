import { longestPath } from "./chains";
import { isBuild, isReplacement, resourceChange } from "./resource-change";
import { UnusablePlan } from "./unusable-plan";
import { isList, isObject, type JsonObject, objectAt, objectsOf, plainText, textAt } from "./values";

/** What an apply of a plan needs. */
export interface DeployLimits {
  /** Until the job may be ended. */
  readonly minutes: number;
  /** Length of the role's session. */
  readonly sessionSeconds: number;
  /** Terraform's `-parallelism`: all builds wait side by side. */
  readonly parallelism: number;
}

/** Minutes for all that is no build. */
const others = 30;

/** Terraform's own number, and as many as Image Builder builds at a time in an account by default. */
const parallelism = { least: 10, most: 100 };

/** Minutes that GitHub lets a job on its own runners run. https://docs.github.com/en/actions/reference/limits */
const longestJob = 360;

/** The provider's own wait for a build, in minutes. */
const defaultWait = 60;

/**
 * How long an apply may take: every build that the plan has Terraform wait for takes as long as its time-out.
 *
 * @throws {UnusablePlan} where that is longer than a job on GitHub may run
 */
export function deployLimits(plan: JsonObject): DeployLimits {
  const changes = isList(plan["resource_changes"]) ? plan["resource_changes"] : [];
  const builds = new Map<string, number>();
  for (const [index, element] of changes.entries()) {
    const change = resourceChange(element, `resource_changes[${index}]`);
    if (!isBuild(change) || !(change.action === "create" || isReplacement(change))) continue;
    builds.set(change.address, minutesOf(textAt(change.after, "timeouts", "create")));
  }
  const atATime = Math.min(parallelism.most, Math.max(parallelism.least, builds.size));
  const waves = Math.ceil(builds.size / atATime) * Math.max(0, ...builds.values());
  const minutes = others + Math.max(waves, longestChain(builds, plan["configuration"]));
  if (minutes > longestJob) {
    throw new UnusablePlan(
      `the ${builds.size} builds of this plan may take ${minutes} minutes, and GitHub ends a job after ${longestJob}: ` +
        "give the builds a shorter time-out (buildOnDeploy), or deploy from a machine of your own",
    );
  }
  // A session is an hour at least, and outlives the job, which ends first.
  return { minutes, sessionSeconds: Math.max(3600, minutes * 60), parallelism: atATime };
}

/** A duration as Terraform takes it: `90m`, `1h30m`. */
function minutesOf(duration: string | undefined): number {
  const units = { h: 60, m: 1, s: 1 / 60 } as const;
  const parts = [...(duration ?? `${defaultWait}m`).matchAll(/([\d.]+)([hms])/g)];
  return Math.ceil(
    parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * units[unit === "h" || unit === "s" ? unit : "m"], 0),
  );
}

/** Minutes of builds that wait for each other, as an image does for the image that it is built on. */
function longestChain(builds: ReadonlyMap<string, number>, configuration: unknown): number {
  const resources = objectsOf(objectAt(configuration, "root_module")["resources"]);
  const needs = new Map(
    resources.map(({ address, expressions, depends_on }) => [
      plainText(address),
      [...references(expressions), ...strings(depends_on)],
    ]),
  );
  const before = (address: string): string[] =>
    (needs.get(address) ?? []).map((reference) => reference.split(".").slice(0, 2).join("."));
  return longestPath(builds.keys(), before, (address) => builds.get(address) ?? 0);
}

function references(expressions: unknown): string[] {
  if (isList(expressions)) return expressions.flatMap(references);
  if (!isObject(expressions)) return [];
  return [...strings(expressions["references"]), ...Object.values(expressions).flatMap(references)];
}

function strings(value: unknown): string[] {
  return isList(value) ? value.filter((each) => typeof each === "string") : [];
}
