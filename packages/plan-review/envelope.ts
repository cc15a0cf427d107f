import { isDeepStrictEqual } from "node:util";
import { isRead } from "@pipelines/permissions/grants";
import { permissionTable } from "@pipelines/permissions/permission-table";
import type { PlanContext } from "./plan-context";
import type { Statement } from "./statements";
import { own } from "./values";

/** What a policy document belongs to: a role's permissions, a role's trust, a resource, or a bucket. */
export type PolicyKind = "identity" | "trust" | "resource" | "bucket";

export interface Holder {
  /** Name of the role or policy. */
  readonly holder: string;
  readonly plan: PlanContext;
  /** Statements that already exist. */
  readonly old: readonly Statement[];
}

/** The roles that an environment may have, by the part after its name. */
const roleNames = /^-image-(builder|builder-workflows|rebuilds(-\d+)?|events-(bus|topic))$/;

/** EventBridge roles that start pipelines. */
const rebuilds = /^(.+)-image-rebuilds(?:-\d+)?$/;

/** Roles for planning, deploying and operating, and their policies. */
export const deployers = /^(.+)-image-pipelines-(?:plan|deploy|operate|read)(?:-\d+)?$/;

/** The actions in the permission table. */
const known: ReadonlySet<string> = new Set(
  Object.values(permissionTable).flatMap(({ actions }): readonly string[] => actions),
);

/**
 * Reports whether a new statement is one that comes with images: these actions, on resources whose names start with the
 * environment's name, for these principals, under these conditions. Anything else is left for a person to review.
 */
export function isWithinEnvelope(kind: PolicyKind, statement: Statement, { holder, plan, old }: Holder): boolean {
  if (/"/.test(statement.negated)) return false;
  const [, started] = rebuilds.exec(holder) ?? [];
  const [, deployed] = deployers.exec(holder) ?? [];
  if (kind === "bucket") return isTlsOnly(statement);
  if (kind === "trust") return started !== undefined && isTrustOfRules(statement, started, plan);
  if (kind === "resource" || statement.principals !== undefined) return false;
  // What a deploy role is denied, the next deploy cannot allow it again.
  if (!statement.allow) return deployed === undefined;
  if (started !== undefined) return startsPipelines(statement, started, plan);
  return deployed !== undefined && isOfDeploy(statement, deployed, plan, old);
}

function isTlsOnly(statement: Statement): boolean {
  const [bucket = "", ...objects] = [...statement.resources].sort();
  const isTls = is(statement, {
    allow: false,
    actions: ["s3:*"],
    principals: new Map([["AWS", ["*"]]]),
    conditions: new Map([["Bool aws:securetransport", ["false"]]]),
  });
  return isTls && objects.join() === `${bucket}/*`;
}

function isTrustOfRules(statement: Statement, environment: string, plan: PlanContext): boolean {
  const [account = ""] = statement.conditions.get("StringEquals aws:sourceaccount") ?? [];
  const rules = statement.conditions.get("ArnLike aws:sourcearn") ?? [];
  const isTrust = is(statement, {
    allow: true,
    actions: ["sts:AssumeRole"],
    principals: new Map([["Service", ["events.amazonaws.com"]]]),
    conditions: new Map([
      ["StringEquals aws:sourceaccount", [account]],
      ["ArnLike aws:sourcearn", rules],
    ]),
  });
  return (
    isTrust &&
    plan.accounts.has(account) &&
    rules.length > 0 &&
    rules.every(plan.isOwn("events", `rule/${environment}-`))
  );
}

function startsPipelines(statement: Statement, environment: string, plan: PlanContext): boolean {
  const name = `image-pipeline/${environment}-`;
  const isStart = is(statement, { allow: true, actions: ["imagebuilder:StartImagePipelineExecution"] });
  // One role starts the pipelines of all groups in this environment, and no others.
  const isExact = (arn: string): boolean => arn.endsWith(`:${name}*`) || !/[*?$]/.test(arn);
  const { resources } = statement;
  return (
    isStart && resources.length > 0 && resources.every(isExact) && resources.every(plan.isOwn("imagebuilder", name))
  );
}

/** Reports whether a statement grants deployers the permissions that one additional image needs. */
function isOfDeploy(statement: Statement, environment: string, plan: PlanContext, old: readonly Statement[]): boolean {
  const { actions, resources, conditions } = statement;
  const [service = "", ...others] = new Set(actions.map((action) => action.split(":", 1)[0] ?? ""));
  if (others.length > 0 || resources.length === 0) return false;
  // The allowed actions stay the same; the set of the environment's resources they apply to may grow.
  const isGrown = old.some(
    (other) =>
      other.allow &&
      actions.every((action) => other.actions.includes(action)) &&
      isDeepStrictEqual(other.conditions, conditions),
  );
  const isKnown =
    service === "iam"
      ? passesToRules(statement, environment)
      : conditions.size === 0 && actions.every((action) => known.has(action));
  // What a recipe uses from other accounts is read on the caller's behalf.
  const isReadOfAny = (arn: string): boolean => actions.every(isRead) && !arn.includes("$");
  const isOwnPart = plan.isOwn("imagebuilder", ...imageBuilderKinds.map((kind) => `${kind}/${environment}-`));
  const logGroups = ["", "pipeline/"].map((kind) => `log-group:/aws/imagebuilder/${kind}${environment}-`);
  const mayName: Readonly<Record<string, (arn: string) => boolean>> = {
    ecr: (arn) => !/[*?$]/.test(arn) && /^repository\/[^:]+$/.test(plan.ownArn(arn, "ecr")?.resource ?? ""),
    events: plan.isOwn("events", `rule/${environment}-`),
    iam: (arn) => isRole(arn, plan, environment),
    imagebuilder: (arn) => isReadOfAny(arn) || isOwnPart(arn),
    logs: plan.isOwn("logs", ...logGroups),
  };
  const isNamed = own(mayName, service);
  return (isGrown || isKnown) && isNamed !== undefined && resources.every(isNamed);
}

const imageBuilderKinds = [
  ...["component", "container-recipe", "distribution-configuration", "image", "image-pipeline"],
  ...["infrastructure-configuration", "workflow/*", "workflow/build", "workflow/test", "workflow/distribution"],
];

function passesToRules(statement: Statement, environment: string): boolean {
  const isPass = is(statement, {
    allow: true,
    actions: ["iam:PassRole"],
    conditions: new Map([["StringEquals iam:passedtoservice", ["events.amazonaws.com"]]]),
  });
  return isPass && statement.resources.every((arn) => rebuilds.exec(arn.replace(/^.*\//, ""))?.[1] === environment);
}

function isRole(arn: string, plan: PlanContext, environment: string): boolean {
  const { region, resource = "" } = plan.ownArn(arn, "iam") ?? {};
  const [, name = ""] = /^role\/(?:[^*?$]+\/)?([^/*?$]+)$/.exec(resource) ?? [];
  return region === "" && name.startsWith(environment) && roleNames.test(name.slice(environment.length));
}

/** Reports whether a statement is exactly this one, apart from its resources. */
function is({ allow, actions, principals, conditions }: Statement, expected: Partial<Statement>): boolean {
  const given = { allow, actions, principals, conditions };
  return isDeepStrictEqual(given, { principals: undefined, conditions: new Map(), ...expected });
}
