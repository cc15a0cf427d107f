import { createHash } from "node:crypto";
import { AwsError } from "./errors";
import { object, objects, text } from "./json";
import { readXml } from "./protocols";
import { bucketOf, GONE, type S3Call, type S3Operation, xmlReply } from "./s3-call";
import type { ObjectVersion } from "./s3-state";
import type { HttpRequest, Reply } from "./service";

/** Headers of a PUT that every later GET gives back. */
const KEPT_HEADERS =
  /^(content-type|content-encoding|content-language|content-disposition|cache-control|x-amz-meta-.+)$/;

/**
 * The object itself, without the frame that SDKs put around it to sign or checksum it in pieces.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
function payload({ headers, body }: HttpRequest): Buffer {
  if (!(headers["x-amz-content-sha256"] ?? "").startsWith("STREAMING-")) return body;
  const pieces: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.subarray(at, end).toString("latin1"), 16);
    // The last chunk has no bytes; trailing headers with a checksum may follow it.
    if (end < 0 || Number.isNaN(size) || size === 0) return Buffer.concat(pieces);
    pieces.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

function keptHeaders(request: HttpRequest): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || !KEPT_HEADERS.test(name)) continue;
    const stored = name === "content-encoding" ? value.replace(/^aws-chunked,? ?/, "") : value;
    if (stored !== "") kept[name] = stored;
  }
  return kept;
}

function checkMd5(request: HttpRequest, body: Buffer): void {
  const told = request.headers["content-md5"];
  if (told !== undefined && told !== createHash("md5").update(body).digest("base64")) {
    throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.");
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
function checkConditions({ request, key }: S3Call, current: ObjectVersion | undefined): void {
  const failed = (Condition: string) =>
    new AwsError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412, {
      Condition,
    });
  if (request.headers["if-none-match"] === "*" && current !== undefined) throw failed("If-None-Match");
  const match = request.headers["if-match"];
  if (match === undefined) return;
  if (current === undefined) throw noSuchKey(key);
  if (current.content?.etag.replaceAll('"', "") !== match.replaceAll('"', "")) throw failed("If-Match");
}

function noSuchKey(key: string): AwsError {
  return new AwsError("NoSuchKey", "The specified key does not exist.", 404, { Key: key });
}

function versionHeaders(version: ObjectVersion | undefined): Record<string, string> {
  if (version === undefined) return {};
  return {
    ...(version.versionId === "null" ? {} : { "x-amz-version-id": version.versionId }),
    ...(version.content === undefined ? { "x-amz-delete-marker": "true" } : {}),
  };
}

function get(call: S3Call): Reply {
  const bucket = bucketOf(call);
  const versionId = call.request.query.get("versionId");
  const version = versionId === null ? bucket.current(call.key) : bucket.version(call.key, versionId);
  if (version?.content === undefined) throw noSuchKey(call.key);
  const { body, etag, headers } = version.content;
  const described = {
    "content-type": "binary/octet-stream",
    ...headers,
    ...versionHeaders(version),
    etag,
    "last-modified": version.modified.toUTCString(),
    "x-amz-server-side-encryption": "AES256",
    "content-length": String(body.length),
  };
  return { status: 200, headers: described, body: call.request.method === "HEAD" ? "" : body };
}

export const objectOperations: Readonly<Record<string, S3Operation>> = {
  PutObject: (call) => {
    const bucket = bucketOf(call);
    const body = payload(call.request);
    checkMd5(call.request, body);
    checkConditions(call, bucket.current(call.key));
    const version = bucket.put(call.key, body, keptHeaders(call.request), call.scope.now());
    const headers = { etag: version.content?.etag ?? "", "x-amz-server-side-encryption": "AES256" };
    return { status: 200, headers: { ...headers, ...versionHeaders(version) } };
  },
  GetObject: get,
  HeadObject: get,
  DeleteObject: (call) => {
    const bucket = bucketOf(call);
    const removed = bucket.remove(call.key, call.request.query.get("versionId") ?? undefined, call.scope.now());
    return { ...GONE, headers: versionHeaders(removed) };
  },
  DeleteObjects: (call) => {
    const bucket = bucketOf(call);
    const asked = object(readXml(call.request.body, ["Object"]), "Delete") ?? {};
    const deleted = objects(asked, "Object").map((each) => {
      const key = text(each, "Key") ?? "";
      const versionId = text(each, "VersionId");
      const removed = bucket.remove(key, versionId, call.scope.now());
      const marker = removed?.content === undefined && removed !== undefined;
      return {
        Key: key,
        VersionId: versionId,
        DeleteMarker: marker ? true : undefined,
        DeleteMarkerVersionId: marker ? removed.versionId : undefined,
      };
    });
    return xmlReply("DeleteResult", { Deleted: text(asked, "Quiet") === "true" ? [] : deleted });
  },
  ListObjectsV2: (call) => {
    const { query } = call.request;
    const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
    const bucket = bucketOf(call);
    const keys = bucket
      .all(query.get("prefix") ?? "")
      .filter((each) => bucket.current(each.key) === each && each.key > after);
    const limit = Number(query.get("max-keys") ?? 1000);
    const page = keys.slice(0, limit);
    return xmlReply("ListBucketResult", {
      Name: bucket.name,
      Prefix: query.get("prefix") ?? "",
      KeyCount: page.length,
      MaxKeys: limit,
      IsTruncated: keys.length > limit,
      NextContinuationToken: keys.length > limit ? page.at(-1)?.key : undefined,
      Contents: page.map(describe),
    });
  },
  ListObjectVersions: (call) => {
    const { query } = call.request;
    const bucket = bucketOf(call);
    const marker = `${query.get("key-marker") ?? ""}\n${query.get("version-id-marker") ?? ""}`;
    const all = bucket.all(query.get("prefix") ?? "");
    const start = all.findIndex((each) => `${each.key}\n${each.versionId}` === marker) + 1;
    const limit = Number(query.get("max-keys") ?? 1000);
    const page = all.slice(start, start + limit);
    const truncated = all.length > start + limit;
    const described = (each: ObjectVersion) => ({
      ...describe(each),
      VersionId: each.versionId,
      IsLatest: bucket.isLatest(each),
    });
    return xmlReply("ListVersionsResult", {
      Name: bucket.name,
      Prefix: query.get("prefix") ?? "",
      MaxKeys: limit,
      IsTruncated: truncated,
      NextKeyMarker: truncated ? page.at(-1)?.key : undefined,
      NextVersionIdMarker: truncated ? page.at(-1)?.versionId : undefined,
      Version: page.filter((each) => each.content !== undefined).map(described),
      DeleteMarker: page.filter((each) => each.content === undefined).map(described),
    });
  },
};

function describe({ key, modified, content }: ObjectVersion) {
  return {
    Key: key,
    LastModified: modified.toISOString(),
    ETag: content?.etag,
    Size: content?.body.length,
    StorageClass: content === undefined ? undefined : "STANDARD",
  };
}
