import { code } from "./escape";
import { ResourceChange } from "./resource-change";
import { isArray, isMap, textAt, Value, valueAt } from "./values";

/** What the deletion of a resource switches off, while what it protects stays. */
const guards: Readonly<Record<string, string>> = {
  aws_cloudtrail: "calls to AWS are no longer recorded",
  aws_ecr_registry_scanning_configuration: "no repository of the registry is scanned that does not ask for it itself",
  aws_s3_bucket_ownership_controls: "access control lists of objects count again",
  aws_s3_bucket_server_side_encryption_configuration: "new objects are encrypted with S3's own key at most",
};

/** Values from the weakest to the strongest, by the attribute's path; anything else counts as the weakest. */
const ranks: readonly {
  readonly types: RegExp;
  readonly path: readonly (string | number)[];
  readonly values: readonly unknown[];
}[] = [
  {
    types: /imagebuilder_infrastructure_configuration$/,
    path: ["instance_metadata_options", 0, "http_tokens"],
    values: ["optional", "required"],
  },
  {
    types: /^aws_(instance|launch_template)$/,
    path: ["metadata_options", 0, "http_tokens"],
    values: ["optional", "required"],
  },
  {
    types: /^aws_s3_bucket_ownership_controls$/,
    path: ["rule", 0, "object_ownership"],
    values: ["ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced"],
  },
  {
    types: /^aws_s3_bucket_server_side_encryption_configuration$/,
    path: ["rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm"],
    values: ["AES256", "aws:kms", "aws:kms:dsse"],
  },
  { types: /^aws_ecr_repository$/, path: ["image_scanning_configuration", 0, "scan_on_push"], values: [false, true] },
  { types: /^aws_ecr_registry_scanning_configuration$/, path: ["scan_type"], values: ["BASIC", "ENHANCED"] },
  {
    types: /^aws_imagebuilder_image_pipeline$/,
    path: ["image_scanning_configuration", 0, "image_scanning_enabled"],
    values: [false, true],
  },
  { types: /^aws_kms_key$/, path: ["enable_key_rotation"], values: [false, true] },
  { types: /^aws_kms_key$/, path: ["is_enabled"], values: [false, true] },
  { types: /^aws_sqs_queue$/, path: ["sqs_managed_sse_enabled"], values: [false, true] },
  { types: /^aws_cloudtrail$/, path: ["enable_logging"], values: [false, true] },
  { types: /^aws_cloudtrail$/, path: ["enable_log_file_validation"], values: [false, true] },
  { types: /^aws_ebs_encryption_by_default$/, path: ["enabled"], values: [false, true] },
];

/** Attributes that protect by being there: a key of one's own, a boundary. */
const presences = ["kms_key_id", "kms_master_key_id", "permissions_boundary"];

/** Which protections against misuse a change gives up, in Markdown; nothing where it gives up none. */
export function weakened(change: ResourceChange): string[] {
  const { type, action, before, after } = change;
  if (action === "delete") return Object.hasOwn(guards, type) ? [`removed: ${guards[type] ?? ""}`] : [];
  if (!isMap(before) || !isMap(after)) return [];
  const found: string[] = [];
  for (const { types, path, values } of ranks) {
    if (!types.test(type)) continue;
    const [old, now] = [valueAt(before, ...path), valueAt(after, ...path)];
    if (values.indexOf(now) < values.indexOf(old)) found.push(`${code(pathText(path))}: ${shown(old)} → ${shown(now)}`);
  }
  for (const name of presences) {
    if ((textAt(before, name) ?? "") !== "" && isNothing(valueAt(after, name))) found.push(`${code(name)} is gone`);
  }
  return found;
}

function pathText(path: readonly (string | number)[]): string {
  return path.filter((step) => typeof step === "string").join(".");
}

function shown(value: Value | undefined): string {
  return typeof value === "string" || typeof value === "boolean" ? code(String(value)) : "nothing";
}

function isNothing(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "" || (isArray(value) && value.length === 0);
}
