import { AwsError } from "../errors";
import { type JsonObject, needed, object, tagList, text } from "../json";
import type { Operations } from "../protocols";
import { Bucket } from "./state";
import type { Scope } from "../world";

/**
 * Returns a request's bucket if it exists, belongs to the caller, and is in the region that the request was signed
 * for.
 */
export function bucketOf(input: JsonObject, scope: Scope): Bucket {
  const name = needed(input, "Bucket");
  const bucket = scope.world.buckets.get(name);
  if (bucket === undefined) {
    throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404, { BucketName: name });
  }
  const expected = text(input, "ExpectedBucketOwner") ?? bucket.accountId;
  if (bucket.accountId !== scope.accountId || expected !== bucket.accountId) throw accessDenied();
  if (bucket.region !== scope.region) {
    throw new AwsError(
      "AuthorizationHeaderMalformed",
      `The authorization header is malformed; the region '${scope.region}' is wrong; expecting '${bucket.region}'`,
      400,
      { Region: bucket.region },
    );
  }
  return bucket;
}

export function accessDenied(why = "Access Denied"): AwsError {
  return new AwsError("AccessDenied", why, 403);
}

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
  throw accessDenied();
}

export const bucketOperations: Operations = {
  CreateBucket: (input, scope) => {
    const name = needed(input, "Bucket");
    const refuse = (code: string, message: string) => new AwsError(code, message, 409, { BucketName: name });
    checkName(name);
    const constraint = text(input, "CreateBucketConfiguration", "LocationConstraint") ?? "us-east-1";
    if (constraint !== scope.region) {
      throw new AwsError(
        "IllegalLocationConstraintException",
        `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
      );
    }
    const existing = scope.world.buckets.get(name);
    if (existing !== undefined && existing.accountId !== scope.accountId) {
      throw refuse("BucketAlreadyExists", "The requested bucket name is not available.");
    }
    // In us-east-1, for compatibility, creating your own bucket again succeeds:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
    if (existing !== undefined && scope.region !== "us-east-1") {
      const why = "Your previous request to create the named bucket succeeded and you already own it.";
      throw refuse("BucketAlreadyOwnedByYou", why);
    }
    checkAcl(input);
    if (existing === undefined) {
      const bucket = new Bucket(name, scope.region, scope.accountId, scope.now(), text(input, "ObjectOwnership"));
      bucket.tags = tagList(object(input, "CreateBucketConfiguration") ?? {}, "Tags");
      scope.world.buckets.set(name, bucket);
    }
    return { Location: `/${name}` };
  },
  HeadBucket: (input, scope) => ({ BucketRegion: bucketOf(input, scope).region, AccessPointAlias: false }),
  DeleteBucket: (input, scope) => {
    const bucket = bucketOf(input, scope);
    const { name, versioning } = bucket;
    if (!bucket.isEmpty()) {
      const hint = versioning === undefined ? "" : ". You must delete all versions in the bucket.";
      const message = `The bucket you tried to delete is not empty${hint}`;
      throw new AwsError("BucketNotEmpty", message, 409, { BucketName: name });
    }
    scope.world.buckets.delete(name);
  },
  ListBuckets: (_input, { accountId, world }) => ({
    Owner: { ID: accountId },
    Buckets: [...world.buckets.values()]
      .filter((bucket) => bucket.accountId === accountId)
      .map(({ name, created }) => ({ Name: name, CreationDate: created })),
  }),
};
