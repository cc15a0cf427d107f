import { foldName } from "@pipelines/facts/names";
import { builderName, eventRuleName } from "@pipelines/image-definition/full-names";
import { type Grant, isRead, removes, type ResourceType } from "./grants";
import { builtInTypes, permissionTable, stateGrants } from "./permission-table";
import { type Former, PolicyContext, type Purpose } from "./policy-context";
import { ArnPatterns, type PolicyDocument, sorted, type Statement } from "./policy-document";
import type { Block, StackConfig } from "./stack-config";

export interface PolicyOptions {
  /** @default "deploy" */
  readonly purpose?: Purpose;
  /** What the stack used to have and the next deploy may destroy. @default nothing */
  readonly former?: Former;
  /** Other stacks, by name; some may be in the same account and have names with the same prefix. @default none */
  readonly neighbours?: ReadonlyMap<string, StackConfig>;
}

const nothing: Former = { images: [], repositories: [] };

/** A policy, and the parts of the stack that it does not cover. */
export interface StackPolicy {
  readonly document: PolicyDocument;
  /** Resource types that the table does not contain. */
  readonly unknown: readonly string[];
  /** Addresses of resources whose names the policy does not cover. */
  readonly unreached: readonly string[];
}

/**
 * Returns exactly the permissions that a purpose needs in a stack and for its state: only on the stack's own resources,
 * and without what deletion protection forbids.
 *
 * Names that start with the stack's name (`prod-…` in Image Builder and for log groups) are allowed by that prefix, so
 * that a new image needs no new permissions; buckets, repositories and roles are allowed by their full names. Resources
 * that the config no longer contains, or does not contain on this branch, may be read and deleted, because the state
 * may contain them.
 *
 * Environment names may share a prefix, so access to a neighbor's resources is denied.
 *
 * @param stack name of the stack: the environment's, or a group's
 */
export function stackPolicy(
  stack: string,
  config: StackConfig,
  { purpose = "deploy", former = nothing, neighbours = new Map() }: PolicyOptions = {},
): StackPolicy {
  const context = new PolicyContext(stack, config, purpose, former);
  const allowed = statementsFor(context);
  const denied = neighboursIn(allowed, context, neighbours);
  return {
    document: { Version: "2012-10-17", Statement: [...allowed, ...denied] },
    ...missingIn(allowed, context),
  };
}

function statementsFor(context: PolicyContext): Statement[] {
  const merged = new Map<string, { actions: Set<string>; arns: Set<string>; condition: Statement["Condition"] }>();
  for (const { grant, actions } of grantsFor(context)) {
    const arns = actions.length === 0 ? [] : grant.on(context);
    if (arns.length === 0) continue;
    const statement = merged.get(grant.sid) ?? {
      actions: new Set(),
      arns: new Set(),
      condition: grant.condition?.(context),
    };
    merged.set(grant.sid, statement);
    for (const action of actions) statement.actions.add(action);
    for (const arn of arns) statement.arns.add(arn);
  }
  return [...merged].map(([Sid, { actions, arns, condition }]) => ({
    Sid,
    Effect: "Allow",
    Action: sorted(actions),
    Resource: sorted(arns),
    ...(condition && { Condition: condition }),
  }));
}

/**
 * Returns what is granted for a purpose. For a type that the config does not contain, only finding and removing are
 * granted.
 */
function grantsFor({ config, purpose, makesImages }: PolicyContext): { grant: Grant; actions: readonly string[] }[] {
  const operates = purpose === "operate" || purpose === "read";
  const ofTypes = Object.entries(permissionTable).flatMap(
    ([type, { grants }]: [string, { grants: readonly Grant[] }]) => {
      const isPresent = type in config.resource;
      if (!isPresent && !makesImages && !operates) return [];
      return grants.map((grant) => {
        const actions = actionsFor(grant, purpose);
        return { grant, actions: isPresent || operates ? actions : actions.filter(removes) };
      });
    },
  );
  return [...ofTypes, ...stateGrants.map((grant) => ({ grant, actions: actionsFor(grant, purpose) }))];
}

function actionsFor(grant: Grant, purpose: Purpose): readonly string[] {
  const given = grant[purpose];
  if (given !== undefined) return given;
  if (purpose === "plan") return (grant.deploy ?? []).filter(isRead);
  return purpose === "read" ? (grant.operate ?? []).filter(isRead) : [];
}

/**
 * Returns what the patterns in a stack's policy would allow on its neighbors' resources: `dev-*` also covers
 * `dev-critical-web`.
 *
 * A neighbor's resources are denied by its own name patterns, so that a new image in it needs no change here. If those
 * patterns would also cover something in this stack (an image `critical-api` in `dev`), they are denied by their ARNs
 * instead.
 */
function neighboursIn(
  allowed: readonly Statement[],
  context: PolicyContext,
  neighbours: ReadonlyMap<string, StackConfig>,
): Statement[] {
  const reached = new ArnPatterns(patternsOf(allowed, context));
  const own = arnsOf(context);
  const denied = [...neighbours].flatMap(([stack, config]) => {
    const neighbour = new PolicyContext(stack, config, "deploy", nothing);
    if (stack === context.stack || neighbour.account !== context.account || !reachesInto(context, neighbour)) return [];
    const patterns = patternsOf(statementsFor(neighbour), neighbour)
      .filter((pattern) => reached.include(pattern))
      .filter((pattern) => {
        const one = new ArnPatterns([pattern]);
        return !own.some((arn) => one.include(arn));
      });
    const others = new ArnPatterns(patterns);
    return [...patterns, ...arnsOf(neighbour).filter((arn) => reached.include(arn) && !others.include(arn))];
  });
  return denied.length === 0
    ? []
    : [{ Sid: "OtherEnvironments", Effect: "Deny", Action: ["*"], Resource: sorted(denied) }];
}

/** Whether names that start with one stack's name can belong to another. */
export function beginAlike(one: string, other: string): boolean {
  return one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}

/** Whether a neighbor's name can start like one of the stack's own. */
function reachesInto({ environment, images = [] }: PolicyContext, neighbour: PolicyContext): boolean {
  if (neighbour.environment !== environment) return beginAlike(neighbour.environment, environment);
  const names = [...(neighbour.images ?? []), ...(neighbour.isWhole ? sharedNames(neighbour) : [])];
  return names.some((name) => images.some((image) => foldName(name).startsWith(`${foldName(image)}-`)));
}

/**
 * Returns the Image Builder and EventBridge names of the resources that an environment's images share; an image's name
 * may start the same way.
 */
function sharedNames({ environment }: PolicyContext): string[] {
  const kinds = ["disabled-pipelines", "image-builds", "image-findings"] as const;
  return [builderName({ environment }), ...kinds.map((kind) => eventRuleName({ environment }, kind))];
}

/** Returns the patterns for names that start with the environment's name. */
function patternsOf(statements: readonly Statement[], { environment }: PolicyContext): string[] {
  const arns = statements.flatMap(({ Resource }) => Resource);
  return sorted(arns.filter((arn) => arn.includes("*") && arn.includes(`${environment}-`)));
}

/** Returns the ARNs of all resources in a stack that the table knows. */
function arnsOf(context: PolicyContext): string[] {
  return sorted(
    Object.entries(permissionTable).flatMap(([type, row]: [string, ResourceType]) =>
      context.all(type).flatMap((block) => row.arns(block, context)),
    ),
  );
}

/** Returns the parts of a stack that these statements do not cover, judged only by the statements' content. */
function missingIn(statements: readonly Statement[], context: PolicyContext): Omit<StackPolicy, "document"> {
  const { config, purpose } = context;
  if (purpose === "operate" || purpose === "read") return { unknown: [], unreached: [] };
  const allowed = statements.map(({ Action, Resource }) => ({
    actions: new Set(Action),
    arns: new ArnPatterns(Resource),
  }));
  const reaches = ({ actions, destroy, arns }: ResourceType, block: Block): boolean =>
    actions
      .filter((action) => action !== destroy && (purpose === "deploy" || isRead(action)))
      .every((action) =>
        arns(block, context).every((arn) => allowed.some((one) => one.actions.has(action) && one.arns.include(arn))),
      );
  const types: Readonly<Record<string, ResourceType>> = permissionTable;
  const unreached = Object.entries(config.resource).flatMap(([type, blocks]) =>
    Object.entries(blocks)
      .filter(([, block]) => types[type] !== undefined && !reaches(types[type], block))
      .map(([id]) => `${type}.${id}`),
  );
  const unknown = Object.keys(config.resource).filter((type) => !(type in types) && !builtInTypes.includes(type));
  return { unknown: sorted(unknown), unreached };
}
