import { type Attributes, changed, keys, of, ofParent, policy, type Situations, tags } from "./situation";
import { documents } from "./imagebuilder";

const parents = (name: string) => ({ aws_s3_bucket: { bucket: name } });
const bucket = (name: string) => ofParent("aws_s3_bucket", name);
const deletes = "it only says how Terraform deletes";
const encrypting = (by: Attributes, rest: Attributes = {}) => ({
  rule: { apply_server_side_encryption_by_default: by, ...rest },
});
const blocking = (is: boolean) => ({
  block_public_acls: is,
  block_public_policy: is,
  ignore_public_acls: is,
  restrict_public_buckets: is,
});
const expiring = (days: number, rest: Attributes = {}) => ({
  rule: { id: "expire", status: "Enabled", filter: { prefix: "logs/" }, expiration: { days }, ...rest },
});
const reading = (name: string, Action: string) => ({
  policy: policy({
    Action,
    Principal: { AWS: of("aws_iam_role") },
    Resource: `\${aws_s3_bucket.${name.replaceAll("-", "_")}.arn}/*`,
  }),
});
const stored = (key: keyof typeof documents) => [{ key, content: documents[key] }];

export const s3: Readonly<Record<string, Situations>> = {
  aws_s3_bucket: {
    base: (bucket) => ({ bucket, force_destroy: true }),
    notImported: { force_destroy: deletes },
    steps: {
      basic: [{}],
      bucket: [{}, { bucket: "another-s3-bucket" }],
      bucket_prefix: [{ bucket: undefined, bucket_prefix: "bucket-" }],
      tags,
    },
  },
  aws_s3_bucket_lifecycle_configuration: {
    base: (name) => ({ bucket: bucket(name), ...expiring(90) }),
    parents,
    steps: {
      basic: [{}, expiring(30, { noncurrent_version_expiration: { noncurrent_days: 7 } })],
      multipart: [expiring(1, { abort_incomplete_multipart_upload: { days_after_initiation: 7 } })],
    },
  },
  aws_s3_bucket_ownership_controls: {
    base: (name) => ({ bucket: bucket(name) }),
    parents,
    steps: {
      basic: ["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"].map((object_ownership) => ({
        rule: { object_ownership },
      })),
    },
  },
  aws_s3_bucket_policy: {
    base: (name) => ({ bucket: bucket(name), ...reading(name, "s3:GetObject") }),
    parents,
    steps: { basic: [{}, reading("s3-bucket-policy-basic", "s3:PutObject")] },
  },
  aws_s3_bucket_public_access_block: {
    base: (name) => ({ bucket: bucket(name) }),
    parents,
    steps: { basic: [{}, blocking(true), blocking(false)] },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    base: (name) => ({ bucket: bucket(name) }),
    parents,
    steps: {
      basic: [
        encrypting({ sse_algorithm: "AES256" }),
        encrypting({ sse_algorithm: "aws:kms" }),
        encrypting({ sse_algorithm: "aws:kms", kms_master_key_id: keys[0] }, { bucket_key_enabled: true }),
      ],
    },
  },
  aws_s3_bucket_versioning: {
    base: (name) => ({ bucket: bucket(name) }),
    parents,
    steps: { basic: ["Enabled", "Suspended"].map((status) => ({ versioning_configuration: { status } })) },
  },
  aws_s3_object: {
    base: (name) => ({ bucket: of("aws_s3_bucket", "id"), key: name, content: "one" }),
    importId: ({ bucket, key }) => `${String(bucket)}/${String(key)}`,
    notImported: {
      content: "objects may be large, so their content is not read",
      force_destroy: deletes,
    },
    steps: {
      basic: [{}],
      component: stored("component.json"),
      content: changed("content", "one", "two"),
      content_type: changed("content_type", "text/plain", "application/json"),
      dockerfile: stored("Dockerfile"),
      kms_key_id: [{ server_side_encryption: "aws:kms", kms_key_id: keys[0] }],
      metadata: changed("metadata", { a: "1" }, { b: "2" }),
      storage_class: changed("storage_class", "STANDARD_IA"),
      tags,
      workflow: stored("workflow.json"),
    },
  },
};
