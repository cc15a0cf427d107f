import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { PrivateBucket, type PrivateBucketProps } from "../../constructs/private-bucket";
import { SynthesizedStack, testStack } from "@pipelines/testing/stack";

function synthesize(props: Partial<PrivateBucketProps> = {}): SynthesizedStack {
  const stack = testStack();
  new PrivateBucket(stack, "logs", {
    name: "the-bucket",
    partition: "aws-cn",
    forceDestroy: true,
    preventDestroy: false,
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("A private bucket", () => {
  const bucket = synthesize();

  it("has the given name, and can be destroyed with its contents if asked to", () => {
    expect(bucket.text).toHaveResourceWithProperties(S3Bucket, {
      bucket: "the-bucket",
      force_destroy: true,
      lifecycle: { prevent_destroy: false },
    });
    expect(synthesize({ forceDestroy: false, preventDestroy: true }).text).toHaveResourceWithProperties(S3Bucket, {
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("blocks public access in all four ways", () => {
    expect(bucket.text).toHaveResourceWithProperties(S3BucketPublicAccessBlock, {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  it("has no ACLs, is encrypted, and keeps versions", () => {
    expect(bucket.text).toHaveResourceWithProperties(S3BucketOwnershipControls, {
      rule: { object_ownership: "BucketOwnerEnforced" },
    });
    expect(bucket.text).toHaveResourceWithProperties(S3BucketServerSideEncryptionConfigurationA, {
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    });
    expect(bucket.text).toHaveResourceWithProperties(S3BucketVersioningA, {
      versioning_configuration: { status: "Enabled" },
    });
  });

  it("denies all requests without TLS, in its own partition", () => {
    const { policy } = bucket.resource("aws_s3_bucket_policy");
    expect(JSON.parse(String(policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws-cn:s3:::the-bucket", "arn:aws-cn:s3:::the-bucket/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("sets its policy after its public access block, because S3 does not allow both to be set at the same time", () => {
    expect(bucket.resource("aws_s3_bucket_policy").depends_on).toEqual([
      bucket.address("aws_s3_bucket_public_access_block"),
    ]);
  });

  it("expires objects and their older versions after the given number of days", () => {
    expect(synthesize({ expireAfterDays: 12 }).resource("aws_s3_bucket_lifecycle_configuration").rule).toEqual([
      {
        id: "expire",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: 12 }],
        noncurrent_version_expiration: [{ noncurrent_days: 12 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  it("can be set to expire only older versions", () => {
    const { rule } = synthesize({ expireOldVersionsAfterDays: 90 }).resource("aws_s3_bucket_lifecycle_configuration");
    expect(rule).toEqual([
      {
        id: "expire",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrent_version_expiration: [{ noncurrent_days: 90 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  it("consists of seven resources, all for the same bucket", () => {
    const counts = bucket.counts();
    expect(Object.values(counts)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    for (const type of Object.keys(counts).filter((candidate) => candidate !== "aws_s3_bucket")) {
      expect(bucket.resource(type).bucket).toBe(bucket.ref("aws_s3_bucket", "id"));
    }
  });
});
