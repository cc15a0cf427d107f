import { AwsError } from "../errors";
import { checkLifecycle } from "./lifecycle";
import { type JsonObject, object, tagList, text } from "../json";
import { isPrincipal, isPublic, readPolicy } from "../policies";
import type { Bucket } from "./state";
import type { Scope } from "../world";
import { bucketOf, done, gone, type S3Call, type S3Operation, xmlReply } from "./call";

/** A part of a bucket that is stored and returned unchanged. */
interface Part {
  readonly subresource: string;
  /** Its name in the API's operations, after Get, Put and Delete. */
  readonly name: string;
  /** The error if it has never been set. */
  readonly absent: { readonly code: string; readonly message: string };
  /** The API's name for deleting it, if it is different. */
  readonly deleteName?: string;
  /** Throws if S3 would reject something that its API model allows. */
  readonly check?: (input: JsonObject) => void;
  /** A header that belongs to it, with its default value. */
  readonly header?: { readonly name: string; readonly preset: string };
}

const parts: readonly Part[] = [
  {
    subresource: "publicAccessBlock",
    name: "PublicAccessBlock",
    absent: {
      code: "NoSuchPublicAccessBlockConfiguration",
      message: "The public access block configuration was not found",
    },
  },
  {
    subresource: "ownershipControls",
    name: "BucketOwnershipControls",
    absent: { code: "OwnershipControlsNotFoundError", message: "The bucket ownership controls were not found" },
  },
  {
    subresource: "lifecycle",
    name: "BucketLifecycleConfiguration",
    absent: { code: "NoSuchLifecycleConfiguration", message: "The lifecycle configuration does not exist" },
    deleteName: "DeleteBucketLifecycle",
    check: checkLifecycle,
    // The Terraform provider waits until what it reads back matches what it sent.
    header: { name: "x-amz-transition-default-minimum-object-size", preset: "all_storage_classes_128K" },
  },
];

function configurationOperation(part: Part): Record<string, S3Operation> {
  return {
    [`Get${part.name}`]: (call) => {
      const configuration = bucketOf(call).configurations.get(part.subresource);
      if (configuration === undefined) throw new AwsError(part.absent.code, part.absent.message, 404);
      const headers = { "content-type": "application/xml", ...headerOf(part, bucketOf(call).headers) };
      return { status: 200, headers, body: configuration };
    },
    [`Put${part.name}`]: (call) => {
      const bucket = bucketOf(call);
      part.check?.(call.input);
      bucket.configurations.set(part.subresource, call.request.body);
      const headers = headerOf(part, new Map(Object.entries(call.request.headers)));
      for (const [name, value] of Object.entries(headers)) bucket.headers.set(name, value);
      return { ...done, headers };
    },
    [part.deleteName ?? `Delete${part.name}`]: (call) => {
      bucketOf(call).configurations.delete(part.subresource);
      return gone;
    },
  };
}

function headerOf({ header }: Part, sent: ReadonlyMap<string, string | undefined>): Record<string, string> {
  return header === undefined ? {} : { [header.name]: sent.get(header.name) ?? header.preset };
}

/**
 * The operation for a subresource that the Terraform provider reads from every bucket, although no bucket here has it:
 * S3's "not found" responses.
 */
function absent(code: string, message: string): S3Operation {
  return (call) => {
    bucketOf(call);
    throw new AwsError(code, message, 404);
  };
}

function empty(root: string, content: (call: S3Call) => Parameters<typeof xmlReply>[1] = () => ({})): S3Operation {
  return (call) => {
    bucketOf(call);
    return xmlReply(root, content(call));
  };
}

const defaultEncryption = {
  Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" }, BucketKeyEnabled: false },
};

/** Actions whose resources are objects: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const actionOfObjects =
  /^s3:(AbortMultipartUpload|ListMultipartUploadParts|RestoreObject|(Get|Put|Delete|Bypass|Replicate|Initiate|Update)(?!Bucket)\w*(Object|Retention)\w*|Replicate\w+)$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
function checkBucketPolicy(policy: string, bucket: Bucket, scope: Scope): void {
  const malformed = (why: string) => new AwsError("MalformedPolicy", why);
  const statements = readPolicy(policy, () => malformed("This policy contains invalid Json"));
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
  if (bucket.publicAccessBlock("BlockPublicPolicy") && isPublic(statements)) {
    throw new AwsError(
      "AccessDenied",
      `User: ${scope.arn("iam", "user/local", "")} is not authorized to perform: s3:PutBucketPolicy on resource: "${arn}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
      403,
    );
  }
}

const otherOperations: Record<string, S3Operation> = {
  GetBucketPolicy: (call) => {
    const policy = bucketOf(call).configurations.get("policy");
    if (policy === undefined) throw new AwsError("NoSuchBucketPolicy", "The bucket policy does not exist", 404);
    return { status: 200, headers: { "content-type": "application/json" }, body: policy };
  },
  PutBucketPolicy: (call) => {
    const bucket = bucketOf(call);
    checkBucketPolicy(call.request.body.toString("utf8"), bucket, call.scope);
    bucket.configurations.set("policy", call.request.body);
    return gone;
  },
  DeleteBucketPolicy: (call) => {
    bucketOf(call).configurations.delete("policy");
    return gone;
  },
  // Every bucket has been encrypted since 2023:
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
  GetBucketEncryption: (call) => {
    const put = bucketOf(call).configurations.get("encryption");
    if (put === undefined) return xmlReply("ServerSideEncryptionConfiguration", defaultEncryption);
    return { status: 200, headers: { "content-type": "application/xml" }, body: put };
  },
  PutBucketEncryption: (call) => {
    bucketOf(call).configurations.set("encryption", call.request.body);
    return done;
  },
  DeleteBucketEncryption: (call) => {
    bucketOf(call).configurations.delete("encryption");
    return gone;
  },
  GetBucketVersioning: (call) => xmlReply("VersioningConfiguration", { Status: bucketOf(call).versioning }),
  PutBucketVersioning: (call) => {
    const status = text(object(call.input, "VersioningConfiguration") ?? {}, "Status");
    if (status !== "Enabled" && status !== "Suspended") {
      throw new AwsError("IllegalVersioningConfigurationException", "The Versioning element must be specified");
    }
    bucketOf(call).versioning = status;
    return done;
  },
  GetBucketTagging: (call) => {
    const { tags } = bucketOf(call);
    if (tags.size === 0) throw new AwsError("NoSuchTagSet", "The TagSet does not exist", 404);
    return xmlReply("Tagging", { TagSet: { Tag: [...tags].map(([Key, Value]) => ({ Key, Value })) } });
  },
  PutBucketTagging: (call) => {
    bucketOf(call).tags = tagList(object(call.input, "Tagging") ?? {}, "TagSet");
    return gone;
  },
  DeleteBucketTagging: (call) => {
    bucketOf(call).tags = new Map();
    return gone;
  },
  GetBucketLocation: (call) => {
    const { region } = bucketOf(call);
    return xmlReply("LocationConstraint", region === "us-east-1" ? "" : region);
  },
  GetBucketAcl: empty("AccessControlPolicy", ({ scope }) => ({
    Owner: { ID: scope.accountId },
    AccessControlList: {
      Grant: {
        Grantee: {
          "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
          "@xsi:type": "CanonicalUser",
          ID: scope.accountId,
        },
        Permission: "FULL_CONTROL",
      },
    },
  })),
  GetBucketAccelerateConfiguration: empty("AccelerateConfiguration"),
  GetBucketLogging: empty("BucketLoggingStatus"),
  GetBucketNotificationConfiguration: empty("NotificationConfiguration"),
  GetBucketRequestPayment: empty("RequestPaymentConfiguration", () => ({ Payer: "BucketOwner" })),
  GetBucketCors: absent("NoSuchCORSConfiguration", "The CORS configuration does not exist"),
  GetBucketReplication: absent("ReplicationConfigurationNotFoundError", "The replication configuration was not found"),
  GetBucketWebsite: absent("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"),
  GetObjectLockConfiguration: absent(
    "ObjectLockConfigurationNotFoundError",
    "Object Lock configuration does not exist for this bucket",
  ),
};

export const configurationOperations: Readonly<Record<string, S3Operation>> = Object.fromEntries([
  ...Object.entries(otherOperations),
  ...parts.flatMap((part) => Object.entries(configurationOperation(part))),
]);
