import { isRead } from "@pipelines/permissions/grants";
import { permissionTable } from "@pipelines/permissions/permission-table";
import type { PlanContext } from "./plan-context";
import type { Statement } from "./statements";

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
  if (kind === "bucket") return isTlsOnly(statement);
  if (kind === "trust") return isTrustOfRules(statement, rebuilds.exec(holder)?.[1], plan);
  if (kind === "resource" || statement.principals !== undefined) return false;
  if (!statement.allow) return true;
  const [started] = rebuilds.exec(holder)?.slice(1) ?? [];
  if (started !== undefined) return startsPipelines(statement, started, plan);
  const [deployed] = deployers.exec(holder)?.slice(1) ?? [];
  return deployed !== undefined && isOfDeploy(statement, deployed, plan, old);
}

function isTlsOnly({ allow, actions, resources, principals, conditions }: Statement): boolean {
  const [bucket = "", objects = ""] = [...resources].sort();
  return (
    !allow &&
    actions.join() === "s3:*" &&
    resources.length === 2 &&
    objects === `${bucket}/*` &&
    principals?.get("AWS")?.join() === "*" &&
    conditions.size === 1 &&
    conditions.get("Bool aws:securetransport")?.join() === "false"
  );
}

function isTrustOfRules(
  { allow, actions, principals, conditions }: Statement,
  environment: string | undefined,
  plan: PlanContext,
): boolean {
  if (environment === undefined || !allow || actions.join() !== "sts:AssumeRole" || principals?.size !== 1)
    return false;
  const [account = "", ...others] = conditions.get("StringEquals aws:sourceaccount") ?? [];
  const rules = conditions.get("ArnLike aws:sourcearn") ?? [];
  return (
    principals.get("Service")?.join() === "events.amazonaws.com" &&
    others.length === 0 &&
    plan.accounts.has(account) &&
    conditions.size === 2 &&
    rules.every((rule) => isOwn(rule, plan, "events", `rule/${environment}-`))
  );
}

function startsPipelines(
  { actions, resources, conditions }: Statement,
  environment: string,
  plan: PlanContext,
): boolean {
  return (
    actions.join() === "imagebuilder:StartImagePipelineExecution" &&
    conditions.size === 0 &&
    resources.every((arn) => {
      const name = `image-pipeline/${environment}-`;
      // One role starts the pipelines of all groups in this environment, and no others.
      const isWhole = arn.endsWith(`:${name}*`);
      return (isWhole || !/[*?$]/.test(arn)) && isOwn(arn, plan, "imagebuilder", name);
    })
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
      other.allow && actions.every((action) => other.actions.includes(action)) && sameConditions(other, statement),
  );
  if (service === "iam") {
    const isKnown = isGrown || passesToRules(statement, environment);
    return isKnown && resources.every((arn) => isRole(arn, plan, environment));
  }
  if (!isGrown && (conditions.size > 0 || !actions.every((action) => known.has(action)))) return false;
  const names: Readonly<Record<string, readonly string[]>> = {
    events: [`rule/${environment}-`],
    imagebuilder: imageBuilderKinds.map((kind) => `${kind}/${environment}-`),
    logs: ["", "pipeline/"].map((kind) => `log-group:/aws/imagebuilder/${kind}${environment}-`),
  };
  return resources.every((arn) => {
    if (service === "ecr") return !/[*?$]/.test(arn) && plan.isOwnArn(arn, "ecr") && /:repository\/[^:]+$/.test(arn);
    // What a recipe uses from other accounts is read on the caller's behalf.
    if (service === "imagebuilder" && actions.every(isRead) && !arn.includes("$")) return true;
    return (names[service] ?? []).some((name) => isOwn(arn, plan, service, name));
  });
}

const imageBuilderKinds = [
  ...["component", "container-recipe", "distribution-configuration", "image", "image-pipeline"],
  ...["infrastructure-configuration", "workflow/*", "workflow/build", "workflow/test", "workflow/distribution"],
];

function passesToRules({ actions, resources, conditions }: Statement, environment: string): boolean {
  return (
    actions.join() === "iam:PassRole" &&
    conditions.size === 1 &&
    conditions.get("StringEquals iam:passedtoservice")?.join() === "events.amazonaws.com" &&
    resources.every((arn) => rebuilds.exec(arn.replace(/^.*\//, ""))?.[1] === environment)
  );
}

function sameConditions(one: Statement, other: Statement): boolean {
  const text = ({ conditions }: Statement): string => JSON.stringify([...conditions].sort());
  return text(one) === text(other);
}

function isRole(arn: string, plan: PlanContext, environment: string): boolean {
  const [, account = "", name = ""] = /^arn:[^:]*:iam::(\d+):role\/(?:[^*?$]+\/)?([^/*?$]+)$/.exec(arn) ?? [];
  return plan.accounts.has(account) && name.startsWith(environment) && roleNames.test(name.slice(environment.length));
}

/** Reports whether an ARN is in the stack's own account and region, and its resource starts with this prefix. */
function isOwn(arn: string, plan: PlanContext, service: string, beginning: string): boolean {
  const [, name, region = "", account = "", rest = ""] = /^arn:[^:]*:([^:]*):([^:]*):([^:]*):([^$]*)$/.exec(arn) ?? [];
  const isHere = name === service && plan.regions.has(region) && plan.accounts.has(account);
  return isHere && rest.startsWith(beginning);
}
