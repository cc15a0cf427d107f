import type { AnswerObject } from "../answers";
import { AwsError } from "../errors";
import { checkLifecycle } from "./lifecycle";
import { type JsonObject, needed, object, tagList, text } from "../json";
import { isPrincipal, isPublic, readPolicy } from "../policies";
import type { Operation, Operations } from "../protocols";
import { accessDenied, bucketOf } from "./buckets";
import type { Bucket } from "./state";
import type { Scope } from "../world";

/** A part of a bucket that requests put, and that is returned unchanged. */
interface Part {
  /** The code and the message of the error if it has never been set. */
  readonly absent?: readonly [code: string, message: string];
  /** What it is if it has never been set. */
  readonly preset?: AnswerObject;
  /** The API's name for deleting it, if it can be deleted. @default its name after Delete */
  readonly deletion?: string | false;
  /** Throws if S3 would reject something that its API model allows. */
  readonly check?: (input: JsonObject, bucket: Bucket, scope: Scope) => void;
  /** What S3 adds to a request. */
  readonly added?: JsonObject;
}

const defaultEncryption = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" }, BucketKeyEnabled: false };

/** By their names in the API's operations, after Get and Put. */
const parts: Readonly<Record<string, Part>> = {
  PublicAccessBlock: {
    absent: ["NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found"],
  },
  BucketOwnershipControls: {
    absent: ["OwnershipControlsNotFoundError", "The bucket ownership controls were not found"],
  },
  BucketLifecycleConfiguration: {
    absent: ["NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"],
    deletion: "DeleteBucketLifecycle",
    check: checkLifecycle,
    // The Terraform provider waits until what it reads back matches what it sent.
    added: { TransitionDefaultMinimumObjectSize: "all_storage_classes_128K" },
  },
  BucketPolicy: { absent: ["NoSuchBucketPolicy", "The bucket policy does not exist"], check: checkBucketPolicy },
  // Every bucket has been encrypted since 2023:
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
  BucketEncryption: { preset: { ServerSideEncryptionConfiguration: { Rules: [defaultEncryption] } } },
  BucketVersioning: {
    preset: {},
    deletion: false,
    check: (input) => {
      if (text(input, "VersioningConfiguration", "Status") !== undefined) return;
      throw new AwsError("IllegalVersioningConfigurationException", "The Versioning element must be specified");
    },
  },
};

function operationsOn([name, { absent, preset, deletion, check, added }]: [string, Part]): Operations {
  const remove: Operation = (input, scope) => {
    bucketOf(input, scope).parts.delete(name);
  };
  return {
    [`Get${name}`]: (input, scope) => {
      const found = bucketOf(input, scope).parts.get(name) ?? preset;
      if (found === undefined) throw new AwsError(...(absent ?? ["", ""]), 404);
      return found;
    },
    [`Put${name}`]: (input, scope) => {
      const bucket = bucketOf(input, scope);
      check?.(input, bucket, scope);
      bucket.setPart(name, { ...added, ...input });
      return { ...added, ...input };
    },
    ...(deletion === false ? {} : { [deletion ?? `Delete${name}`]: remove }),
  };
}

/** Actions whose resources are objects: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const actionOfObjects =
  /^s3:(AbortMultipartUpload|ListMultipartUploadParts|RestoreObject|(Get|Put|Delete|Bypass|Replicate|Initiate|Update)(?!Bucket)\w*(Object|Retention)\w*|Replicate\w+)$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
function checkBucketPolicy(input: JsonObject, bucket: Bucket, scope: Scope): void {
  const malformed = (why: string) => new AwsError("MalformedPolicy", why);
  const statements = readPolicy(needed(input, "Policy"), () => malformed("This policy contains invalid Json"));
  const arn = `arn:${scope.partition}:s3:::${bucket.name}`;
  for (const { principals, actions = [], resources = [] } of statements) {
    if (principals === undefined) throw malformed("Missing required field Principal");
    if (!principals.every(([kind, value]) => isPrincipal(kind, value, scope)))
      throw malformed("Invalid principal in policy");
    if (!actions.every((action) => /^(s3:.+|\*)$/.test(action)) || actions.length === 0) {
      throw malformed("Policy has invalid action");
    }
    if (!resources.every((each) => each === arn || each.startsWith(`${arn}/`)) || resources.length === 0) {
      throw malformed("Policy has invalid resource");
    }
    for (const action of actions) {
      const isOfObjects = actionOfObjects.test(action);
      if (action.includes("*") || resources.some((each) => each.includes("/") === isOfObjects)) continue;
      throw malformed("Action does not apply to any resource(s) in statement");
    }
  }
  if (bucket.blocksPublicPolicy && isPublic(statements)) {
    throw accessDenied(
      `User: ${scope.arn("iam", "user/local", "")} is not authorized to perform: s3:PutBucketPolicy on resource: "${arn}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
    );
  }
}

/**
 * Parts that the Terraform provider reads from every bucket, although no bucket here has them: S3's "not found"
 * responses, by operation.
 */
const never: Readonly<Record<string, readonly [code: string, message: string]>> = {
  GetBucketCors: ["NoSuchCORSConfiguration", "The CORS configuration does not exist"],
  GetBucketReplication: ["ReplicationConfigurationNotFoundError", "The replication configuration was not found"],
  GetBucketWebsite: ["NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"],
  GetObjectLockConfiguration: [
    "ObjectLockConfigurationNotFoundError",
    "Object Lock configuration does not exist for this bucket",
  ],
};

/** What these operations answer about every bucket. */
const always: Readonly<Record<string, (bucket: Bucket) => AnswerObject>> = {
  GetBucketLocation: ({ region }) => ({ LocationConstraint: region === "us-east-1" ? "" : region }),
  GetBucketAcl: ({ accountId: ID }) => {
    const types = { "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "@xsi:type": "CanonicalUser" };
    return { Owner: { ID }, Grants: [{ Grantee: { ...types, ID }, Permission: "FULL_CONTROL" }] };
  },
  GetBucketAccelerateConfiguration: () => ({}),
  GetBucketLogging: () => ({}),
  GetBucketNotificationConfiguration: () => ({}),
  GetBucketRequestPayment: () => ({ Payer: "BucketOwner" }),
};

const fixed = Object.entries({ ...never, ...always }).map(([name, answer]): [string, Operation] => [
  name,
  (input, scope) => {
    const bucket = bucketOf(input, scope);
    if (typeof answer === "function") return answer(bucket);
    throw new AwsError(answer[0], answer[1], 404);
  },
]);

export const configurationOperations: Operations = {
  ...(Object.assign({}, ...Object.entries(parts).map(operationsOn)) as Operations),
  ...Object.fromEntries(fixed),
  GetBucketTagging: (input, scope) => {
    const { tags } = bucketOf(input, scope);
    if (tags.size === 0) throw new AwsError("NoSuchTagSet", "The TagSet does not exist", 404);
    return { TagSet: tags };
  },
  PutBucketTagging: (input, scope) => {
    bucketOf(input, scope).tags = tagList(object(input, "Tagging") ?? {}, "TagSet");
  },
  DeleteBucketTagging: (input, scope) => {
    bucketOf(input, scope).tags = new Map();
  },
};
