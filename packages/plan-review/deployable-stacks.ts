import { type Finding, hasErrors, warning } from "@pipelines/findings/finding";
import { groupBy } from "@pipelines/findings/values";
import { isAccountStackName } from "@pipelines/image-definition/full-names";
import { partitionOf } from "@pipelines/facts/regions";
import { list } from "@pipelines/findings/text";
import { longestPath } from "./chains";
import { groupedEnvironment } from "./neighbours";
import { unplannable } from "./plannable";
import { protectedAddresses } from "./protections";
import type { Synth } from "./read-synth";
import { configurationFingerprint } from "./same-changes";
import { UnusablePlan } from "./unusable-plan";
import { isList, isObject, type JsonObject, objectAt, objectsOf } from "./values";

/** A stack that CI plans and deploys, and the data needed to access it. */
export interface DeployableStack {
  readonly stack: string;
  /** Account id, 12 digits. */
  readonly account: string;
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /**
   * Who must approve its deploys, whatever the plan contains; see `reviewers` in `stacks/account/trust-settings.ts`.
   */
  readonly reviewers: Reviewers;
}

/** Who approves a deploy: reviewers of the GitHub environment, reviewers of the pull request, or no one. */
export type Reviewers = "environment" | "pull request" | "none";

/** The settings for reviewers in `stacks/accounts.ts`. */
export interface ReviewerRules {
  /** Names of stacks; null for accounts and for environments with `deletionProtection`. */
  readonly stacks: readonly string[] | null;
  readonly by: Exclude<Reviewers, "none">;
}

/** Whether a stack is planned with credentials, needs approval first, is refused, or is the same as in the base. */
export type Verdict = "planned" | "approval" | "refused" | "unchanged";

export interface JudgedStack extends DeployableStack {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** The stack before and after the change. */
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

/** The stacks in one account: the account's own and those of its environments. */
export interface DeployableAccount<Stack = DeployableStack> {
  readonly account: string;
  readonly accounts: readonly Stack[];
  readonly environments: readonly DeployableEnvironment<Stack>[];
}

export interface DeployableEnvironment<Stack = DeployableStack> {
  readonly environment: string;
  /** Stacks to deploy, in waves of stacks that are deployed in parallel: the environment's own stack comes first. */
  readonly waves: readonly (readonly Stack[])[];
}

/** The number of jobs in deploy-stacks.yml, one per wave. */
const mostWaves = 4;

/**
 * Groups stacks by account and environment.
 *
 * @param dependencies names of the stacks that each stack is deployed after
 */
export function byAccount<Stack extends Pick<JudgedStack, "stack" | "account" | "before" | "after">, Short>(
  stacks: readonly Stack[],
  dependencies: ReadonlyMap<string, readonly string[]>,
  short: (stack: Stack) => Short,
): DeployableAccount<Short>[] {
  const names = new Set(stacks.map(({ stack }) => stack));
  const waves = (through: string): number =>
    longestPath(
      [through],
      (stack) => dependencies.get(stack) ?? [],
      (stack) => (names.has(stack) ? 1 : 0),
    );
  const waveOf = (stack: string): number => waves(stack) - 1;
  const tooLate = stacks.filter(({ stack }) => waveOf(stack) >= mostWaves).map(({ stack }) => stack);
  if (tooLate.length > 0) {
    throw new UnusablePlan(
      `a workflow deploys ${mostWaves} stacks of an environment one after the other, and ${list(tooLate)} would be later; ` +
        "deploy them with npm run deploy, or put their images in groups that are deployed earlier",
    );
  }
  const isAccount = ({ stack }: Stack): boolean => isAccountStackName(stack);
  return [...groupBy(stacks, ({ account }) => account)].map(([account, here]) => {
    const others = here.filter((one) => !isAccount(one));
    const environments = [...groupBy(others, environmentOf)];
    return {
      account,
      accounts: here.filter(isAccount).map(short),
      environments: environments.map(([environment, all]) => {
        const inWave = (wave: number): Stack[] => all.filter(({ stack }) => waveOf(stack) === wave);
        return { environment, waves: Array.from({ length: mostWaves }, (_, wave) => inWave(wave).map(short)) };
      }),
    };
  });
}

/** Returns the environment that a stack belongs to: the stack's own name unless it is a group's stack. */
export function environmentOf({ stack, before, after }: Pick<JudgedStack, "stack" | "before" | "after">): string {
  return groupedEnvironment(after ?? before) ?? stack;
}

/**
 * Judges each stack whose state is in S3, before or after a change: an environment or, if GitHub has roles in it, an
 * account. Other stacks are left out: those in HCP Terraform are planned there, and accounts without roles for GitHub
 * are deployed by people.
 *
 * @param base the app before the change; undefined if it cannot be synthesized
 */
export function judgeStacks(base: Synth | undefined, change: Synth, rules: ReviewerRules): JudgedStack[] {
  const names = new Set([...(base?.keys() ?? []), ...change.keys()]);
  return [...names].flatMap((stack) => {
    const [before, after] = [base?.get(stack), change.get(stack)];
    // The base determines a stack's account and region; only a new stack sets its own.
    const known = placeOf(stack, before) ?? placeOf(stack, after);
    if (known === undefined) return [];
    const isSame = before !== undefined && configurationFingerprint(before) === configurationFingerprint(after);
    const findings = isSame ? [] : findingsOf(stack, before, after, base !== undefined);
    const judged = hasErrors(findings) ? "refused" : findings.length > 0 ? "approval" : "planned";
    const verdict = isSame ? "unchanged" : judged;
    const reviewers = reviewersOf(stack, [before, after], rules);
    return [{ stack, ...known, partition: partitionOf(known.region), reviewers, verdict, findings, before, after }];
  });
}

function findingsOf(
  stack: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  hasBase: boolean,
): Finding[] {
  const at = { file: stack };
  if (after === undefined) {
    const found = "the stack is gone: nothing plans or deploys it any more, and its resources stay in AWS";
    return [warning(at, "IB-PLAN-APPROVAL", { found, allowed: "every stack in the base" })];
  }
  if (hasBase) return unplannable(after, before, stack);
  const found = "the base branch cannot be synthesized, so there is nothing to compare with";
  return [
    ...unplannable(after, undefined, stack).filter(({ severity }) => severity === "error"),
    warning(at, "IB-PLAN-APPROVAL", { found, allowed: "a base that npm run synth accepts" }),
  ];
}

function reviewersOf(stack: string, configs: readonly (JsonObject | undefined)[], rules: ReviewerRules): Reviewers {
  // With `deletionProtection`, Terraform refuses to destroy some of its resources.
  const isProtected = configs.some((config = {}) => [...protectedAddresses(config).values()].includes(true));
  return (rules.stacks?.includes(stack) ?? (isAccountStackName(stack) || isProtected)) ? rules.by : "none";
}

/** Returns the account and region of a stack; undefined if its state is not in S3. */
function placeOf(stack: string, config: JsonObject | undefined): { account: string; region: string } | undefined {
  if (!isObject(objectAt(config, "terraform", "backend")["s3"])) return undefined;
  const [provider] = objectsOf(objectAt(config, "provider")["aws"]);
  const { allowed_account_ids: accounts, region } = objectAt(provider);
  const account: unknown = isList(accounts) ? accounts[0] : undefined;
  if (typeof account === "string" && /^\d{12}$/.test(account) && typeof region === "string") {
    if (/^[a-z0-9-]{1,32}$/.test(region)) return { account, region };
  }
  throw new UnusablePlan(`the provider of stack ${stack} has no account or no region`);
}
