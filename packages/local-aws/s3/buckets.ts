import { AwsError } from "../errors";
import { bucketOf, done, gone, type S3Operation, xmlReply } from "./call";
import { type JsonObject, object, tagList, text } from "../json";
import { Bucket } from "./state";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function checkName(name: string): void {
  const wellFormed = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes("..");
  if (!wellFormed || /^\d+\.\d+\.\d+\.\d+$/.test(name) || name.startsWith("xn--") || name.endsWith("-s3alias")) {
    throw new AwsError("InvalidBucketName", "The specified bucket is not valid.", 400, { BucketName: name });
  }
}

/** A new bucket has only the private access control list. */
function checkAcl(input: JsonObject): void {
  if ((text(input, "ACL") ?? "private") === "private") return;
  if ((text(input, "ObjectOwnership") ?? "BucketOwnerEnforced") === "BucketOwnerEnforced") {
    throw new AwsError(
      "InvalidBucketAclWithObjectOwnership",
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    );
  }
  // Any other access control list is public, and the new bucket's public access block refuses it.
  throw new AwsError("AccessDenied", "Access Denied", 403);
}

export const bucketOperations: Readonly<Record<string, S3Operation>> = {
  CreateBucket: ({ bucket: name, scope, input }) => {
    checkName(name);
    const configuration = object(input, "CreateBucketConfiguration") ?? {};
    const constraint = text(configuration, "LocationConstraint") ?? "us-east-1";
    if (constraint !== scope.region) {
      throw new AwsError(
        "IllegalLocationConstraintException",
        `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
      );
    }
    const existing = scope.world.buckets.get(name);
    if (existing !== undefined && existing.accountId !== scope.accountId) {
      throw new AwsError("BucketAlreadyExists", "The requested bucket name is not available.", 409, {
        BucketName: name,
      });
    }
    // In us-east-1, for compatibility, creating your own bucket again succeeds:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
    if (existing !== undefined && scope.region !== "us-east-1") {
      throw new AwsError(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        409,
        { BucketName: name },
      );
    }
    checkAcl(input);
    if (existing === undefined) {
      const ownership = text(input, "ObjectOwnership");
      const bucket = new Bucket(name, scope.region, scope.accountId, scope.now(), ownership);
      bucket.tags = tagList(configuration, "Tags");
      scope.world.buckets.set(name, bucket);
    }
    return { status: 200, headers: { location: `/${name}` } };
  },
  HeadBucket: (call) => {
    const { region } = bucketOf(call);
    return { ...done, headers: { "x-amz-bucket-region": region, "x-amz-access-point-alias": "false" } };
  },
  DeleteBucket: (call) => {
    const bucket = bucketOf(call);
    if (!bucket.isEmpty()) {
      const message = "The bucket you tried to delete is not empty";
      const hint = ". You must delete all versions in the bucket.";
      throw new AwsError("BucketNotEmpty", bucket.versioning === undefined ? message : message + hint, 409, {
        BucketName: bucket.name,
      });
    }
    call.scope.world.buckets.delete(bucket.name);
    return gone;
  },
  ListBuckets: ({ scope }) =>
    xmlReply("ListAllMyBucketsResult", {
      Owner: { ID: scope.accountId },
      Buckets: {
        Bucket: [...scope.world.buckets.values()]
          .filter((bucket) => bucket.accountId === scope.accountId)
          .map((bucket) => ({ Name: bucket.name, CreationDate: bucket.created.toISOString() })),
      },
    }),
};
