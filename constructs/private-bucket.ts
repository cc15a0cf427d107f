import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { policyOf } from "./policy-document";

export interface PrivateBucketProps {
  /** Full name, 3 to 63 characters. */
  readonly name: string;
  readonly partition: string;
  /** ARN of a KMS key. @default S3's own key */
  readonly encryptionKey?: string | undefined;
  /** Whether a destroy empties the bucket first. If not, a bucket that is not empty is kept. */
  readonly forceDestroy: boolean;
  /** Whether Terraform refuses any plan that destroys the bucket. */
  readonly preventDestroy: boolean;
  /** Days until objects expire; older versions of them expire after the same number of days. @default never */
  readonly expireAfterDays?: number;
  /** Days until older versions expire. @default same as `expireAfterDays` */
  readonly expireOldVersionsAfterDays?: number;
}

/** A bucket for this project: private, encrypted, versioned, without ACLs, accessible only over TLS. */
export class PrivateBucket extends Construct {
  public readonly bucket: S3Bucket;

  public constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    this.bucket = new S3Bucket(this, "bucket", {
      bucket: props.name,
      forceDestroy: props.forceDestroy,
      lifecycle: { preventDestroy: props.preventDestroy },
    });
    const bucket = this.bucket.id;

    const publicAccessBlock = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "ownership", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket,
      rule: [
        props.encryptionKey === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: props.encryptionKey },
              // One data key is used for many objects, so S3 makes far fewer KMS requests.
              bucketKeyEnabled: true,
            },
      ],
    });
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });

    // The ARN is written out instead of referenced, so that a reviewer sees the whole policy in the very first plan.
    const arn = `arn:${props.partition}:s3:::${props.name}`;
    new S3BucketPolicy(this, "tls-only", {
      bucket,
      policy: policyOf([
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [arn, `${arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
      // S3 refuses simultaneous changes to a bucket's access settings (OperationAborted).
      dependsOn: [publicAccessBlock],
    });

    const noncurrentDays = props.expireOldVersionsAfterDays ?? props.expireAfterDays;
    new S3BucketLifecycleConfiguration(this, "expiry", {
      bucket,
      rule: [
        {
          id: "expire",
          status: "Enabled",
          filter: [{ prefix: "" }],
          ...(props.expireAfterDays === undefined ? {} : { expiration: [{ days: props.expireAfterDays }] }),
          ...(noncurrentDays === undefined ? {} : { noncurrentVersionExpiration: [{ noncurrentDays }] }),
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      // Rules for old versions require a versioned bucket.
      dependsOn: [versioning],
    });
  }
}
