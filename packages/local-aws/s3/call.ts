import { AwsError } from "../errors";
import { type JsonObject, text } from "../json";
import type { Bucket } from "./state";
import type { HttpRequest, Reply } from "../messages";
import type { Scope } from "../world";
import { writeXml, type Xml } from "../xml";

export interface S3Call {
  readonly request: HttpRequest;
  readonly bucket: string;
  readonly key: string;
  /** Parameters from the query, headers and body, by their names in the API. */
  readonly input: JsonObject;
  readonly scope: Scope;
}

export type S3Operation = (call: S3Call) => Reply;

/**
 * Returns a request's bucket if it exists, belongs to the caller, and is in the region that the request was signed
 * for.
 */
export function bucketOf({ bucket: name, scope, input }: S3Call): Bucket {
  const bucket = scope.world.buckets.get(name);
  if (bucket === undefined) {
    throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404, { BucketName: name });
  }
  if (bucket.accountId !== scope.accountId) throw new AwsError("AccessDenied", "Access Denied", 403);
  const expected = text(input, "ExpectedBucketOwner");
  if (expected !== undefined && expected !== bucket.accountId) throw new AwsError("AccessDenied", "Access Denied", 403);
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

export function xmlReply(root: string, content: Xml): Reply {
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: writeXml(root, content, "http://s3.amazonaws.com/doc/2006-03-01/"),
  };
}

export const done: Reply = { status: 200 };
export const gone: Reply = { status: 204 };
