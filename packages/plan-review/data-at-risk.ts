import { plain } from "./cell";
import { code } from "./escape";
import { expiryRisks } from "./expiry";
import { isReplacement, ResourceChange } from "./resource-change";
import { isArray, isMap, textAt, Value, valueAt } from "./values";

/** What is lost with a resource of a type that holds something. */
const holds: Readonly<Record<string, string>> = {
  aws_backup_vault: "every backup in it",
  aws_cloudwatch_log_group: "every log in it",
  aws_cognito_user_pool: "every user in it",
  aws_db_instance: "every database in it",
  aws_docdb_cluster: "every database in it",
  aws_dynamodb_table: "every item in it",
  aws_ebs_volume: "every file on it",
  aws_ecr_repository: "every image in it",
  aws_ecrpublic_repository: "every image in it",
  aws_efs_file_system: "every file on it",
  aws_elasticache_replication_group: "everything in it",
  aws_fsx_lustre_file_system: "every file on it",
  aws_kinesis_stream: "every record in it",
  aws_kms_key: "everything that was encrypted with it",
  aws_msk_cluster: "every message in it",
  aws_neptune_cluster: "every database in it",
  aws_opensearch_domain: "every index in it",
  aws_rds_cluster: "every database in it",
  aws_redshift_cluster: "every database in it",
  aws_route53_zone: "every record in it",
  aws_s3_bucket: "every object in it",
  aws_s3_object: "its content",
  aws_secretsmanager_secret: "its value",
  aws_sqs_queue: "every message in it",
  aws_ssm_parameter: "its value",
};

export function holdsData({ type }: Pick<ResourceChange, "type">): boolean {
  return Object.hasOwn(holds, type);
}

/** Flags that keep a resource, or what is in it, from being destroyed: safe when true. */
const protections =
  /^(deletion_protection(_enabled)?|enable_deletion_protection|disable_api_termination|termination_protection|skip_destroy)$/;

/** Flags that let a destroy take what is in the resource along: safe when false. */
export const forces: Readonly<Record<string, string>> = {
  force_delete: "a destroy will take every image along",
  force_destroy: "a destroy will take everything in it along",
};

/** Whatever a change does to data, in Markdown; nothing where it does nothing. */
export function dataAtRisk(change: ResourceChange): string[] {
  const { action, type, before } = change;
  if (action === "delete" && holdsData(change)) {
    return [`destroyed, and ${holds[type] ?? ""} ${lossText(before)}`];
  }
  if (takesOwnName(change)) {
    const refused = "ECR refuses the new one while the old one exists, so this deploy fails";
    return [
      `replaced by an empty one of the same name${because(change)}: ${holds[type] ?? ""} is at risk; ${refused}: give the image another repository`,
    ];
  }
  if (isReplacement(change) && holdsData(change)) {
    return [`replaced by an empty one${because(change)}: ${holds[type] ?? ""} ${lossText(before)}`];
  }
  if (action === "delete" && type === "aws_s3_bucket_versioning") {
    return isVersioningOn(before) ? ["what is overwritten or deleted is no longer kept"] : [];
  }
  return action === "update" || isReplacement(change) ? [...closerToLoss(change)] : [];
}

/** Whether a repository's successor is to be made under its name before it goes, as where its encryption changes. */
function takesOwnName({ type, actions, before, after }: ResourceChange): boolean {
  const name = textAt(before, "name");
  return (
    type === "aws_ecr_repository" &&
    actions === "create, then delete" &&
    name !== undefined &&
    name === textAt(after, "name")
  );
}

/** Without a force flag, AWS refuses to destroy a bucket or repository that holds anything. */
function lossText(before: Value): string {
  const flag = Object.keys(forces).find((name) => valueAt(before, name) !== undefined);
  if (flag === undefined || valueAt(before, flag) === true) return "is lost";
  return `is lost, or AWS refuses because it is not empty (${code(flag)} is off)`;
}

function because({ before, after, replacePaths }: ResourceChange): string {
  const [path] = replacePaths;
  if (path === undefined) return "";
  const [old, now] = [textAt(before, ...path.split(".")), textAt(after, ...path.split("."))];
  return old === undefined || now === undefined
    ? `, because ${code(path)} changes`
    : `, because ${code(path)} changes from ${code(old)} to ${code(now)}`;
}

/** Settings that stood between the data and its loss. */
function* closerToLoss({ type, before, after }: ResourceChange): Generator<string> {
  if (!isMap(before) || !isMap(after)) return;
  for (const [name, value] of after) {
    const old = before.get(name);
    const words = Object.hasOwn(forces, name) ? forces[name] : undefined;
    if (words !== undefined && value === true && old !== true) yield `${words} (${code(name)} is switched on)`;
    if (protections.test(name) && old === true && value !== true) yield `protection ${code(name)} is switched off`;
  }
  const tags = [valueAt(before, "image_tag_mutability"), valueAt(after, "image_tag_mutability")];
  if (tags[0] === "IMMUTABLE" && tags[1] !== "IMMUTABLE") {
    yield "tags of images that are there can be moved to others (IMMUTABLE → MUTABLE)";
  }
  if (type === "aws_s3_bucket_versioning" && isVersioningOn(before) && !isVersioningOn(after)) {
    yield "what is overwritten or deleted is no longer kept";
  }
  if (type === "aws_cloudwatch_log_group") {
    yield* shorter("logs", valueAt(before, "retention_in_days"), valueAt(after, "retention_in_days"));
  }
  if (type === "aws_s3_bucket_lifecycle_configuration") {
    for (const [what, path] of expiries) {
      for (const [filter, days] of expiriesOf(after, path)) {
        yield* shorter(what, expiriesOf(before, path).get(filter) ?? expiriesOf(before, path).get(wholeBucket), days);
      }
    }
  }
  if (type === "aws_ecr_lifecycle_policy") yield* expiryRisks(textAt(before, "policy"), textAt(after, "policy"));
  const keys = [valueAt(before, "deletion_window_in_days"), valueAt(after, "deletion_window_in_days")];
  if (type === "aws_kms_key" && Number(keys[1] ?? 30) < Number(keys[0] ?? 30)) {
    yield `a deletion takes effect after ${Number(keys[1] ?? 30)} days, no longer after ${Number(keys[0] ?? 30)}`;
  }
}

function isVersioningOn(half: Value): boolean {
  return valueAt(half, "versioning_configuration", 0, "status") === "Enabled";
}

const expiries = [
  ["objects", ["expiration", "days"]],
  ["older versions of objects", ["noncurrent_version_expiration", "noncurrent_days"]],
] as const;

/** Days after which something goes; 0 and nothing at all mean never. */
function* shorter(what: string, before: Value | undefined, after: Value | undefined): Generator<string> {
  const old = typeof before === "number" && before > 0 ? before : Infinity;
  const now = typeof after === "number" && after > 0 ? after : Infinity;
  if (now >= old) return;
  yield `${what} are deleted after ${now} days, no longer ${old === Infinity ? "kept for ever" : `after ${old}`}`;
}

const wholeBucket = "";

/** Days after which objects go, the fewest, by the filter of the rules that are enabled. */
function expiriesOf(half: Value, [block, days]: readonly [string, string]): Map<string, number> {
  const rules = valueAt(half, "rule");
  const found = new Map<string, number>();
  for (const rule of isArray(rules) ? rules : []) {
    const value = valueAt(rule, block, 0, days);
    if (typeof value !== "number" || value <= 0 || textAt(rule, "status") !== "Enabled") continue;
    const filter = filterOf(rule);
    found.set(filter, Math.min(value, found.get(filter) ?? Infinity));
  }
  return found;
}

/** A rule's filter as text: without one, and with an empty prefix, it is for the whole bucket. */
function filterOf(rule: Value): string {
  const filter = valueAt(rule, "filter", 0);
  const prefix = textAt(rule, "prefix") ?? "";
  const members = isMap(filter)
    ? [...filter].filter(([, value]) => !(value === null || value === "" || (isArray(value) && value.length === 0)))
    : [];
  return members.length === 0 ? prefix : JSON.stringify(members.map(([name, value]) => [name, plain(value)]));
}
