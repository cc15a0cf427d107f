import { code } from "./escape";
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
const forces: Readonly<Record<string, string>> = {
  force_delete: "a destroy will take every image along",
  force_destroy: "a destroy will take everything in it along",
};

/** Whatever a change does to data, in Markdown; nothing where it does nothing. */
export function dataAtRisk(change: ResourceChange): string[] {
  const { action, type, before } = change;
  if (action === "delete" && holdsData(change)) {
    return [`destroyed, and ${holds[type] ?? ""} ${forceTold(before)}`];
  }
  if (isReplacement(change) && holdsData(change)) {
    return [`replaced by an empty one${because(change)}: ${holds[type] ?? ""} ${forceTold(before)}`];
  }
  return action === "update" ? [...weakened(change)] : [];
}

/** Without a force flag, AWS refuses to destroy a bucket or repository that holds anything. */
function forceTold(before: Value): string {
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
function* weakened({ type, before, after }: ResourceChange): Generator<string> {
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
  if (type === "aws_s3_bucket_versioning") {
    const status = [before, after].map((half) => valueAt(half, "versioning_configuration", 0, "status"));
    if (status[0] === "Enabled" && status[1] !== "Enabled") yield "what is overwritten or deleted is no longer kept";
  }
  if (type === "aws_cloudwatch_log_group") {
    yield* shorter("logs", valueAt(before, "retention_in_days"), valueAt(after, "retention_in_days"));
  }
  if (type === "aws_s3_bucket_lifecycle_configuration") {
    for (const [what, path] of expiries) yield* shorter(what, fewest(before, path), fewest(after, path));
  }
  if (type === "aws_ecr_lifecycle_policy" && valueAt(before, "policy") !== valueAt(after, "policy")) {
    yield "the rules by which images are deleted change";
  }
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

/** The shortest expiry of all rules of a bucket. */
function fewest(half: Value, [block, days]: readonly [string, string]): number | undefined {
  const rules = valueAt(half, "rule");
  const found = (isArray(rules) ? rules : [])
    .map((rule) => valueAt(rule, block, 0, days))
    .filter((value) => typeof value === "number" && value > 0);
  return found.length === 0 ? undefined : Math.min(...found.map(Number));
}
