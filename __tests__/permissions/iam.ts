import type { LoggedCall } from "../../tools/rehearsal/aws/local-aws";
import type { PolicyDocument } from "../../permissions/policy";

/**
 * IAM's actions for the calls of S3 whose names differ.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const s3Actions: Readonly<Record<string, readonly string[]>> = {
  DeleteBucketEncryption: ["PutEncryptionConfiguration"],
  DeleteBucketLifecycle: ["PutLifecycleConfiguration"],
  DeleteBucketOwnershipControls: ["PutBucketOwnershipControls"],
  DeleteObjects: ["DeleteObject", "DeleteObjectVersion"],
  DeletePublicAccessBlock: ["PutBucketPublicAccessBlock"],
  GetBucketAccelerateConfiguration: ["GetAccelerateConfiguration"],
  GetBucketCors: ["GetBucketCORS"],
  GetBucketEncryption: ["GetEncryptionConfiguration"],
  GetBucketLifecycleConfiguration: ["GetLifecycleConfiguration"],
  GetBucketReplication: ["GetReplicationConfiguration"],
  GetObjectLockConfiguration: ["GetBucketObjectLockConfiguration"],
  GetPublicAccessBlock: ["GetBucketPublicAccessBlock"],
  HeadBucket: ["ListBucket"],
  HeadObject: ["GetObject"],
  ListObjectVersions: ["ListBucketVersions"],
  ListObjectsV2: ["ListBucket"],
  PutBucketEncryption: ["PutEncryptionConfiguration"],
  PutBucketLifecycleConfiguration: ["PutLifecycleConfiguration"],
  PutPublicAccessBlock: ["PutBucketPublicAccessBlock"],
};

/** The actions that IAM looks for when an operation of a service is called. */
export function actionsOfOperation(service: string, operation: string): string[] {
  const actions = (service === "s3" ? s3Actions[operation] : undefined) ?? [operation];
  return actions.map((action) => `${service}:${action}`);
}

/** The actions that IAM looks for when these calls are made, each once. */
export function actionsOf(calls: readonly LoggedCall[]): string[] {
  const actions = calls
    // GetCallerIdentity needs no permission.
    .filter(({ service, operation }) => `${service}:${operation}` !== "sts:GetCallerIdentity")
    .flatMap(({ service, operation }) => actionsOfOperation(service, operation));
  return [...new Set(actions)].sort();
}

/** Actions that a policy allows on anything at all. */
export function allowedActions({ Statement }: PolicyDocument): string[] {
  return [...new Set(Statement.flatMap(({ Action }) => Action))].sort();
}

/** Whether a policy allows an action on a resource, conditions apart. */
export function allows({ Statement }: PolicyDocument, action: string, arn: string): boolean {
  return Statement.some(
    ({ Action, Resource }) =>
      Action.includes(action) &&
      Resource.some((pattern) => new RegExp(`^${pattern.split("*").map(escape).join(".*")}$`).test(arn)),
  );
}

function escape(text: string): string {
  return text.replaceAll(/[.?+^${}()|[\]\\]/g, "\\$&");
}
