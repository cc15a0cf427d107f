import { createHash } from "node:crypto";
import type { AnswerObject } from "../answers";
import { AwsError, NotImplementedHere } from "../errors";
import { flag, type JsonObject, needed, number, object, objects, tagList, text } from "../json";
import type { HttpRequest } from "../messages";
import type { Operations } from "../protocols";
import { bucketOf } from "./buckets";
import type { Bucket, ObjectVersion } from "./state";
import type { Scope } from "../world";

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

function checkMd5(request: HttpRequest, body: Buffer): void {
  const expected = request.headers["content-md5"];
  if (expected !== undefined && expected !== createHash("md5").update(body).digest("base64")) {
    throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.");
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
function checkAcl(input: JsonObject, bucket: Bucket): void {
  const acl = text(input, "ACL");
  if (acl === undefined || acl === "bucket-owner-full-control") return;
  if (bucket.ownerEnforced) {
    throw new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs");
  }
  throw new NotImplementedHere("PutObject", ["x-amz-acl"]);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
function checkConditions(input: JsonObject, current: ObjectVersion | undefined): void {
  const failed = (Condition: string) =>
    new AwsError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412, {
      Condition,
    });
  if (text(input, "IfNoneMatch") === "*" && current !== undefined) throw failed("If-None-Match");
  const match = text(input, "IfMatch");
  if (match === undefined) return;
  if (current === undefined) throw noSuchKey(input);
  if (current.content?.etag.replaceAll('"', "") !== match.replaceAll('"', "")) throw failed("If-Match");
}

function noSuchKey(input: JsonObject): AwsError {
  return new AwsError("NoSuchKey", "The specified key does not exist.", 404, { Key: needed(input, "Key") });
}

function describeVersion(version: ObjectVersion | undefined) {
  if (version === undefined) return {};
  const { versionId, content } = version;
  return {
    VersionId: versionId === "null" ? undefined : versionId,
    DeleteMarker: content === undefined ? true : undefined,
  };
}

/** Returns the version of an existing object that a request refers to. */
function versionOf(input: JsonObject, scope: Scope) {
  const bucket = bucketOf(input, scope);
  const key = needed(input, "Key");
  const versionId = text(input, "VersionId");
  const version = versionId === undefined ? bucket.current(key) : bucket.version(key, versionId);
  if (version?.content === undefined) throw noSuchKey(input);
  return { version, content: version.content };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
function checkTagCount(tags: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (tags.size > 10) throw new AwsError("BadRequest", "Object tags cannot be greater than 10");
  return tags;
}

function get(input: JsonObject, scope: Scope): AnswerObject {
  const { version, content } = versionOf(input, scope);
  const { body, etag, settings, tags } = content;
  const [from, to] = rangeOf(text(input, "Range"), body.length) ?? [0, body.length];
  return {
    ContentType: "binary/octet-stream",
    ServerSideEncryption: "AES256",
    AcceptRanges: "bytes",
    ...settings,
    ...describeVersion(version),
    TagCount: tags.size === 0 ? undefined : tags.size,
    ETag: etag,
    LastModified: version.modified,
    ContentLength: to - from,
    ContentRange: to - from < body.length ? `bytes ${from}-${to - 1}/${body.length}` : undefined,
    Body: body.subarray(from, to),
  };
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

export const objectOperations: Operations = {
  PutObject: (input, scope, request) => {
    const bucket = bucketOf(input, scope);
    const key = needed(input, "Key");
    checkAcl(input, bucket);
    const body = payload(request);
    checkMd5(request, body);
    checkConditions(input, bucket.current(key));
    const tags = checkTagCount(new Map(new URLSearchParams(text(input, "Tagging"))));
    const encoding = text(input, "ContentEncoding")?.replace(/^aws-chunked,? ?/, "") ?? "";
    // What describes the request and not the object is left out.
    const kept = Object.entries(input).filter(([name]) => !/^(Checksum|Content(Encoding|MD5)$)/.test(name));
    const settings = { ...Object.fromEntries(kept), ...(encoding === "" ? {} : { ContentEncoding: encoding }) };
    const version = bucket.put(key, body, settings, scope.now(), tags);
    const encryption = text(input, "ServerSideEncryption") ?? "AES256";
    return { ETag: version.content?.etag, ServerSideEncryption: encryption, ...describeVersion(version) };
  },
  GetObject: get,
  HeadObject: get,
  GetObjectTagging: (input, scope) => {
    const { version, content } = versionOf(input, scope);
    return { TagSet: content.tags, ...describeVersion(version) };
  },
  PutObjectTagging: (input, scope) => {
    const { version, content } = versionOf(input, scope);
    content.tags = checkTagCount(tagList(object(input, "Tagging") ?? {}, "TagSet"));
    return describeVersion(version);
  },
  DeleteObjectTagging: (input, scope) => {
    const { version, content } = versionOf(input, scope);
    content.tags = new Map();
    return describeVersion(version);
  },
  DeleteObject: (input, scope) =>
    describeVersion(bucketOf(input, scope).remove(needed(input, "Key"), text(input, "VersionId"), scope.now())),
  DeleteObjects: (input, scope) => {
    const bucket = bucketOf(input, scope);
    const deleted = objects(input, "Delete", "Objects").map((each) => {
      const [key, versionId] = [needed(each, "Key"), text(each, "VersionId")];
      const { DeleteMarker, VersionId } = describeVersion(bucket.remove(key, versionId, scope.now()));
      return { Key: key, VersionId: versionId, DeleteMarker, DeleteMarkerVersionId: DeleteMarker && VersionId };
    });
    return { Deleted: flag(input, "Delete", "Quiet") === true ? [] : deleted };
  },
  ListObjectsV2: (input, scope) => {
    const bucket = bucketOf(input, scope);
    const prefix = text(input, "Prefix") ?? "";
    const after = text(input, "ContinuationToken") ?? text(input, "StartAfter") ?? "";
    const keys = bucket.all(prefix).filter((each) => bucket.current(each.key) === each);
    const { rows, commonPrefixes } = grouped(keys, prefix, text(input, "Delimiter"));
    const names = [...rows.map(({ key }) => key), ...commonPrefixes].filter((name) => name > after).sort();
    const limit = number(input, "MaxKeys") ?? 1000;
    const page = names.slice(0, limit);
    const written = encoder(input);
    return {
      ...input,
      Name: bucket.name,
      Prefix: written(prefix),
      Delimiter: written(text(input, "Delimiter")),
      KeyCount: page.length,
      MaxKeys: limit,
      IsTruncated: names.length > limit,
      StartAfter: written(text(input, "StartAfter")),
      NextContinuationToken: names.length > limit ? page.at(-1) : undefined,
      Contents: rows.filter(({ key }) => page.includes(key)).map((each) => describe(each, written)),
      CommonPrefixes: commonPrefixes.filter((each) => page.includes(each)).map((each) => ({ Prefix: written(each) })),
    };
  },
  ListObjectVersions: (input, scope) => {
    const bucket = bucketOf(input, scope);
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
    return {
      ...input,
      Name: bucket.name,
      Prefix: written(text(input, "Prefix") ?? ""),
      KeyMarker: written(text(input, "KeyMarker") ?? ""),
      VersionIdMarker: text(input, "VersionIdMarker") ?? "",
      MaxKeys: limit,
      IsTruncated: truncated,
      NextKeyMarker: truncated ? written(page.at(-1)?.key) : undefined,
      NextVersionIdMarker: truncated ? page.at(-1)?.versionId : undefined,
      Versions: page.filter((each) => each.content !== undefined).map(described),
      DeleteMarkers: page.filter((each) => each.content === undefined).map(described),
    };
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
    LastModified: modified,
    ETag: content?.etag,
    Size: content?.body.length,
    StorageClass: content === undefined ? undefined : "STANDARD",
  };
}
