import Ajv from "ajv";
import schema from "./policy.schema.json";
import { listOf } from "./access-policy";
import type { AwsError } from "./errors";
import { isObject, type Json, type JsonObject, needed, object, objects, text } from "./json";
import type { Scope } from "./world";

/** Compiled on first use. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const grammar = new Ajv({ allowUnionTypes: true, validateSchema: false }).addSchema(schema, "policy");

/** A policy statement, with single values normalized to lists. */
export interface Statement {
  readonly sid: string | undefined;
  readonly effect: string;
  /** Principals by type: `AWS`, `Service`, …; `AWS` and `*` for everyone. Absent if the statement has none. */
  readonly principals: readonly (readonly [kind: string, value: string])[] | undefined;
  readonly actions: readonly string[] | undefined;
  readonly resources: readonly string[] | undefined;
  /** Operator, key and values. */
  readonly conditions: readonly (readonly [operator: string, key: string, values: readonly string[]])[];
}

/** Returns the statements in a policy; `refuse` creates the error if it is not a valid policy. */
export function readPolicy(policy: string, refuse: () => AwsError): Statement[] {
  let parsed: Json;
  try {
    parsed = JSON.parse(policy) as Json;
  } catch {
    throw refuse();
  }
  if (!isObject(parsed) || !grammar.validate("policy", parsed)) throw refuse();
  const single = object(parsed, "Statement");
  return (single === undefined ? objects(parsed, "Statement") : [single]).map((statement) => ({
    sid: text(statement, "Sid"),
    effect: needed(statement, "Effect"),
    principals: principalsOf(statement["Principal"] ?? statement["NotPrincipal"]),
    actions: elementOf(statement, "Action"),
    resources: elementOf(statement, "Resource"),
    conditions: Object.entries(object(statement, "Condition") ?? {}).flatMap(([operator, keys]) =>
      Object.entries(isObject(keys) ? keys : {}).map(([key, values]) => [operator, key, listOf(values)] as const),
    ),
  }));
}

function elementOf(statement: JsonObject, name: string): readonly string[] | undefined {
  const value = statement[name] ?? statement[`Not${name}`];
  return value === undefined ? undefined : listOf(value);
}

function principalsOf(principal: Json): Statement["principals"] {
  if (principal === undefined) return undefined;
  if (!isObject(principal)) return [["AWS", "*"]];
  return Object.entries(principal).flatMap(([kind, values]) => listOf(values).map((value) => [kind, value] as const));
}

/** Returns who may assume a role. `refuse` is passed IAM's wording. */
export function checkTrustPolicy(policy: string, refuse: (why: string) => AwsError, scope: Scope): void {
  const statements = readPolicy(policy, () => refuse("Syntax errors in policy."));
  checkSids(statements, refuse);
  for (const { principals, actions, resources } of statements) {
    if (resources !== undefined) throw refuse("Has prohibited field Resource");
    if (principals === undefined) throw refuse("Missing required field Principal");
    if (actions === undefined) throw refuse("Missing required field Action");
    if (!actions.every((action) => /^(sts:[A-Za-z*?]+|\*)$/.test(action))) {
      throw refuse("AssumeRole policy may only specify STS AssumeRole actions.");
    }
    for (const [kind, value] of principals) {
      if (!isPrincipal(kind, value, scope)) {
        throw refuse(`Invalid principal in policy: "${kind === "Service" ? "SERVICE" : kind}":"${value}"`);
      }
    }
  }
}

/**
 * Whether AWS can resolve the principal. A role in the account itself must exist; users and other accounts are not
 * known here.
 */
export function isPrincipal(kind: string, value: string, scope: Scope): boolean {
  if (kind === "Service") return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(value);
  if (kind !== "AWS") return true;
  if (!/^(\*|\d{12}|arn:aws[a-z-]*:(iam|sts)::\d{12}:(root|(user|role|assumed-role)\/.+))$/.test(value)) return false;
  return !value.startsWith(scope.arn("iam", "role/", "")) || isRole(value, scope);
}

/** Whether a role exists in the account. */
export function isRole(arn: string, scope: Scope): boolean {
  return scope.world.existing.has(arn) || scope.iam.roleWithArn(arn) !== undefined;
}

/** Checks a role's permissions policy. `refuse` is passed IAM's wording. */
export function checkIdentityPolicy(policy: string, refuse: (why: string) => AwsError): void {
  const statements = readPolicy(policy, () => refuse("Syntax errors in policy."));
  checkSids(statements, refuse);
  for (const { principals, actions, resources } of statements) {
    if (principals !== undefined) throw refuse("Policy document should not specify a principal.");
    if (actions === undefined) throw refuse("Policy statement must contain actions.");
    if (resources === undefined) throw refuse("Policy statement must contain resources.");
    if (!actions.every((action) => /^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/i.test(action))) {
      throw refuse("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    }
    for (const resource of resources) {
      if (resource === "*" || /^(arn|\*):[^:]*:[^:]*:[^:]*:[^:]*:.+/.test(resource)) continue;
      throw refuse(`Resource ${resource} must be in ARN format or "*".`);
    }
  }
}

function checkSids(statements: readonly Statement[], refuse: (why: string) => AwsError): void {
  const sids = statements.flatMap(({ sid }) => sid ?? []);
  if (!sids.every((sid) => /^[A-Za-z0-9]*$/.test(sid))) {
    throw refuse(
      "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
    );
  }
  if (new Set(sids).size < sids.length) throw refuse("Statement IDs (SID) in a single policy must be unique.");
}

/** Keys that restrict a statement to known callers, if their values are fixed. */
const narrowing =
  /^(aws:(Source(Arn|Vpc|Vpce|Owner|Account|Ip|OrgID|OrgPaths)|userid|Principal(OrgID|OrgPaths|Account|Arn))|s3:(DataAccessPoint(Account|Arn)|x-amz-server-side-encryption-aws-kms-key-id))$/i;

/**
 * Whether S3 considers a policy public.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isPublic(statements: readonly Statement[]): boolean {
  return statements.some(
    ({ effect, principals = [], conditions }) =>
      effect === "Allow" &&
      principals.some(([, value]) => value.includes("*")) &&
      !conditions.some(
        ([operator, key, values]) =>
          !/Not|IfExists|^Null$/.test(operator) &&
          narrowing.test(key) &&
          values.every((value) => value !== "*" && value !== "0.0.0.0/0" && value !== "::/0"),
      ),
  );
}
