import { createHash } from "node:crypto";
import { AwsError, NotImplementedHere } from "../errors";
import { flag, type JsonObject, number, object, objects, tagList, text } from "../json";
import { bucketOf, gone, type S3Call, type S3Operation, xmlReply } from "./call";
import type { Bucket, ObjectVersion } from "./state";
import type { HttpRequest, Reply } from "../messages";

/** Headers in a PUT that every later GET returns. */
const keptHeader =
  /^(content-type|content-encoding|content-language|content-disposition|cache-control|expires|x-amz-server-side-encryption(-aws-kms-key-id|-bucket-key-enabled)?|x-amz-storage-class|x-amz-website-redirect-location|x-amz-meta-.+)$/;

/**
 * Returns the object itself, without the framing that SDKs use to sign or checksum it in chunks.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
function payload({ headers, body }: HttpRequest): Buffer {
  if (!(headers["x-amz-content-sha256"] ?? "").startsWith("STREAMING-")) return body;
  const pieces: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.subarray(at, end).toString("latin1"), 16);
    // The last chunk is empty; trailing headers with a checksum may follow it.
    if (end < 0 || Number.isNaN(size) || size === 0) return Buffer.concat(pieces);
    pieces.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

function keptHeaders(request: HttpRequest): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || !keptHeader.test(name)) continue;
    const stored = name === "content-encoding" ? value.replace(/^aws-chunked,? ?/, "") : value;
    if (stored !== "") kept[name] = stored;
  }
  return kept;
}

function checkMd5(request: HttpRequest, body: Buffer): void {
  const expected = request.headers["content-md5"];
  if (expected !== undefined && expected !== createHash("md5").update(body).digest("base64")) {
    throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.");
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
function checkAcl({ input }: S3Call, bucket: Bucket): void {
  const acl = text(input, "ACL");
  if (acl === undefined || acl === "bucket-owner-full-control") return;
  if (bucket.ownerEnforced) {
    throw new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs");
  }
  throw new NotImplementedHere("PutObject", ["x-amz-acl"]);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
function checkConditions({ input, key }: S3Call, current: ObjectVersion | undefined): void {
  const failed = (Condition: string) =>
    new AwsError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412, {
      Condition,
    });
  if (text(input, "IfNoneMatch") === "*" && current !== undefined) throw failed("If-None-Match");
  const match = text(input, "IfMatch");
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

/** Returns the version of an existing object that a request refers to. */
function versionOf(call: S3Call) {
  const bucket = bucketOf(call);
  const versionId = text(call.input, "VersionId");
  const version = versionId === undefined ? bucket.current(call.key) : bucket.version(call.key, versionId);
  if (version?.content === undefined) throw noSuchKey(call.key);
  return { version, content: version.content };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
function checkTagCount(tags: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (tags.size > 10) throw new AwsError("BadRequest", "Object tags cannot be greater than 10");
  return tags;
}

function get(call: S3Call): Reply {
  const { version, content } = versionOf(call);
  const { body, etag, headers, tags } = content;
  const described = {
    "content-type": "binary/octet-stream",
    "x-amz-server-side-encryption": "AES256",
    "accept-ranges": "bytes",
    ...headers,
    ...versionHeaders(version),
    ...(tags.size === 0 ? {} : { "x-amz-tagging-count": String(tags.size) }),
    etag,
    "last-modified": version.modified.toUTCString(),
  };
  const [from, to] = rangeOf(text(call.input, "Range"), body.length) ?? [0, body.length];
  const isPart = to - from < body.length;
  const length: Record<string, string> = { "content-length": String(to - from) };
  if (isPart) length["content-range"] = `bytes ${from}-${to - 1}/${body.length}`;
  const sent = call.request.method === "HEAD" ? "" : body.subarray(from, to);
  return { status: isPart ? 206 : 200, headers: { ...described, ...length }, body: sent };
}

/** Converts `bytes=0-499`, `bytes=500-` and `bytes=-500` to the first byte and the one after the last. */
function rangeOf(range: string | undefined, size: number): [number, number] | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  // An invalid range is ignored, as in HTTP.
  if (first === "" && last === "") return undefined;
  if (first === "") return [Math.max(0, size - Number(last)), size];
  if (Number(first) >= size) {
    throw new AwsError("InvalidRange", "The requested range is not satisfiable", 416, {
      ActualObjectSize: String(size),
    });
  }
  return [Number(first), last === "" ? size : Math.min(size, Number(last) + 1)];
}

export const objectOperations: Readonly<Record<string, S3Operation>> = {
  PutObject: (call) => {
    const bucket = bucketOf(call);
    checkAcl(call, bucket);
    const body = payload(call.request);
    checkMd5(call.request, body);
    checkConditions(call, bucket.current(call.key));
    const tags = checkTagCount(new Map(new URLSearchParams(text(call.input, "Tagging"))));
    const version = bucket.put(call.key, body, keptHeaders(call.request), call.scope.now(), tags);
    const encryption = text(call.input, "ServerSideEncryption") ?? "AES256";
    const headers = { etag: version.content?.etag ?? "", "x-amz-server-side-encryption": encryption };
    return { status: 200, headers: { ...headers, ...versionHeaders(version) } };
  },
  GetObject: get,
  HeadObject: get,
  GetObjectTagging: (call) => {
    const { version, content } = versionOf(call);
    const reply = xmlReply("Tagging", { TagSet: { Tag: [...content.tags].map(([Key, Value]) => ({ Key, Value })) } });
    return { ...reply, headers: { ...reply.headers, ...versionHeaders(version) } };
  },
  PutObjectTagging: (call) => {
    const { version, content } = versionOf(call);
    content.tags = checkTagCount(tagList(object(call.input, "Tagging") ?? {}, "TagSet"));
    return { status: 200, headers: versionHeaders(version) };
  },
  DeleteObjectTagging: (call) => {
    const { version, content } = versionOf(call);
    content.tags = new Map();
    return { ...gone, headers: versionHeaders(version) };
  },
  DeleteObject: (call) => {
    const bucket = bucketOf(call);
    const removed = bucket.remove(call.key, text(call.input, "VersionId"), call.scope.now());
    return { ...gone, headers: versionHeaders(removed) };
  },
  DeleteObjects: (call) => {
    const bucket = bucketOf(call);
    const asked = object(call.input, "Delete") ?? {};
    const deleted = objects(asked, "Objects").map((each) => {
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
    return xmlReply("DeleteResult", { Deleted: flag(asked, "Quiet") === true ? [] : deleted });
  },
  ListObjectsV2: (call) => {
    const { input } = call;
    const bucket = bucketOf(call);
    const prefix = text(input, "Prefix") ?? "";
    const after = text(input, "ContinuationToken") ?? text(input, "StartAfter") ?? "";
    const keys = bucket.all(prefix).filter((each) => bucket.current(each.key) === each);
    const { rows, commonPrefixes } = grouped(keys, prefix, text(input, "Delimiter"));
    const names = [...rows.map(({ key }) => key), ...commonPrefixes].filter((name) => name > after).sort();
    const limit = number(input, "MaxKeys") ?? 1000;
    const page = names.slice(0, limit);
    const written = encoder(input);
    return xmlReply("ListBucketResult", {
      Name: bucket.name,
      Prefix: written(prefix),
      Delimiter: written(text(input, "Delimiter")),
      EncodingType: text(input, "EncodingType"),
      KeyCount: page.length,
      MaxKeys: limit,
      IsTruncated: names.length > limit,
      ContinuationToken: text(input, "ContinuationToken"),
      StartAfter: written(text(input, "StartAfter")),
      NextContinuationToken: names.length > limit ? page.at(-1) : undefined,
      Contents: rows.filter(({ key }) => page.includes(key)).map((each) => describe(each, written)),
      CommonPrefixes: commonPrefixes.filter((each) => page.includes(each)).map((each) => ({ Prefix: written(each) })),
    });
  },
  ListObjectVersions: (call) => {
    const { input } = call;
    const bucket = bucketOf(call);
    const marker = `${text(input, "KeyMarker") ?? ""}\n${text(input, "VersionIdMarker") ?? ""}`;
    const all = bucket.all(text(input, "Prefix") ?? "");
    const start = all.findIndex((each) => `${each.key}\n${each.versionId}` === marker) + 1;
    const limit = number(input, "MaxKeys") ?? 1000;
    const page = all.slice(start, start + limit);
    const truncated = all.length > start + limit;
    const written = encoder(input);
    const described = (each: ObjectVersion) => ({
      ...describe(each, written),
      VersionId: each.versionId,
      IsLatest: bucket.isLatest(each),
    });
    return xmlReply("ListVersionsResult", {
      Name: bucket.name,
      Prefix: written(text(input, "Prefix") ?? ""),
      KeyMarker: written(text(input, "KeyMarker") ?? ""),
      VersionIdMarker: text(input, "VersionIdMarker") ?? "",
      EncodingType: text(input, "EncodingType"),
      MaxKeys: limit,
      IsTruncated: truncated,
      NextKeyMarker: truncated ? written(page.at(-1)?.key) : undefined,
      NextVersionIdMarker: truncated ? page.at(-1)?.versionId : undefined,
      Version: page.filter((each) => each.content !== undefined).map(described),
      DeleteMarker: page.filter((each) => each.content === undefined).map(described),
    });
  },
};

/** Keys that contain the delimiter after the prefix are grouped instead of listed individually. */
function grouped(rows: readonly ObjectVersion[], prefix: string, delimiter = "") {
  const groupOf = ({ key }: ObjectVersion) => {
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    return end < 0 ? undefined : key.slice(0, end + delimiter.length);
  };
  const groups = rows.map(groupOf).filter((group) => group !== undefined);
  return { rows: rows.filter((each) => groupOf(each) === undefined), commonPrefixes: [...new Set(groups)] };
}

/** `encoding-type=url`: for keys that XML cannot contain. */
function encoder(input: JsonObject): <T extends string | undefined>(name: T) => T | string {
  const encodes = text(input, "EncodingType") === "url";
  return (name) => (encodes && name !== undefined ? encodeURIComponent(name).replaceAll("%2F", "/") : name);
}

function describe({ key, modified, content }: ObjectVersion, written: ReturnType<typeof encoder>) {
  return {
    Key: written(key),
    LastModified: modified.toISOString(),
    ETag: content?.etag,
    Size: content?.body.length,
    StorageClass: content === undefined ? undefined : "STANDARD",
  };
}
