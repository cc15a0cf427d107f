import { longestPath } from "./chains";
import { changesIn, isBuild, isReplacement, type ResourceChange } from "./resource-change";
import { UnusablePlan } from "./unusable-plan";
import { isList, isObject, type JsonObject, objectAt, objectsOf, plainText, textAt } from "./values";

/** Limits for the job that applies a plan. */
export interface DeployLimits {
  /** Minutes after which the job may be stopped. */
  readonly minutes: number;
  /** Length of the role session, in seconds. */
  readonly sessionSeconds: number;
  /** Terraform's `-parallelism`: high enough to wait for all builds at the same time. */
  readonly parallelism: number;
}

/** Minutes for everything other than builds. */
const others = 30;

/** Terraform's default, and the number of builds that Image Builder runs at a time in an account by default. */
const parallelism = { least: 10, most: 100 };

/** Maximum minutes of a job on GitHub's own runners. https://docs.github.com/en/actions/reference/limits */
const longestJob = 360;

/** How long the provider waits for a build by default, in minutes. */
const defaultWait = 60;

/**
 * Returns how long an apply may take, assuming that every build that Terraform waits for takes as long as its timeout.
 *
 * @throws {UnusablePlan} if that is longer than a job on GitHub may run
 */
export function deployLimits(plan: JsonObject): DeployLimits {
  const isNew = (change: ResourceChange): boolean => change.action === "create" || isReplacement(change);
  const builds = new Map(
    changesIn(plan, "resource_changes")
      .filter((change) => isBuild(change) && isNew(change))
      .map(({ address, after }) => [address, minutesOf(textAt(after, "timeouts", "create"))]),
  );
  const atATime = Math.min(parallelism.most, Math.max(parallelism.least, builds.size));
  const waves = Math.ceil(builds.size / atATime) * Math.max(0, ...builds.values());
  const minutes = others + Math.max(waves, longestChain(builds, plan["configuration"]));
  if (minutes > longestJob) {
    throw new UnusablePlan(
      `the ${builds.size} builds in this plan may take ${minutes} minutes, and GitHub ends a job after ${longestJob}: ` +
        "give the builds a shorter timeout (buildOnDeploy), or deploy from your own machine",
    );
  }
  // A session lasts at least an hour, which is longer than the job may run.
  return { minutes, sessionSeconds: Math.max(3600, minutes * 60), parallelism: atATime };
}

/** Returns the minutes in a Terraform duration, such as `90m` or `1h30m`. */
function minutesOf(duration: string | undefined): number {
  const units: Readonly<Record<string, number>> = { h: 60, m: 1, s: 1 / 60 };
  const parts = [...(duration ?? `${defaultWait}m`).matchAll(/([\d.]+)([hms])/g)];
  return Math.ceil(parts.reduce((sum, [, amount, unit = ""]) => sum + Number(amount) * (units[unit] ?? 0), 0));
}

/**
 * Returns the minutes of the longest chain of builds that wait for each other, because an image waits for its parent
 * image.
 */
function longestChain(builds: ReadonlyMap<string, number>, configuration: unknown): number {
  const resources = objectsOf(objectAt(configuration, "root_module")["resources"]);
  const needs = new Map(
    resources.map(({ address, expressions, depends_on }) => [plainText(address), stringsIn([expressions, depends_on])]),
  );
  const before = (address: string): string[] =>
    (needs.get(address) ?? []).map((reference) => reference.split(".").slice(0, 2).join("."));
  return longestPath(builds.keys(), before, (address) => builds.get(address) ?? 0);
}

/** Returns every string in a value; those in expressions include the addresses of other resources. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return isObject(value) || isList(value) ? Object.values(value).flatMap(stringsIn) : [];
}
