import { AwsError, NotImplementedHere } from "../errors";
import { type Json, type JsonObject, shown } from "../json";
import { ApiModel, fromHttp, type Shape, unknownQuery } from "../model";
import file from "./model.json";
import { bucketOperations } from "./buckets";
import { configurationOperations } from "./configurations";
import { objectOperations } from "./objects";
import type { S3Call, S3Operation } from "./call";
import type { HttpRequest } from "../messages";
import { reader } from "../protocols";
import type { Service } from "../service";
import type { Scope } from "../world";
import { fromXml, malformedXml, readXml, writeXml } from "../xml";

const operations: Readonly<Record<string, S3Operation>> = {
  ...bucketOperations,
  ...configurationOperations,
  ...objectOperations,
};

/** Query parameters that select a part of a bucket, with the API's name for that part. */
const subresources: Readonly<Record<string, string>> = {
  accelerate: "BucketAccelerateConfiguration",
  acl: "BucketAcl",
  analytics: "BucketAnalyticsConfiguration",
  cors: "BucketCors",
  encryption: "BucketEncryption",
  "intelligent-tiering": "BucketIntelligentTieringConfiguration",
  inventory: "BucketInventoryConfiguration",
  lifecycle: "BucketLifecycleConfiguration",
  location: "BucketLocation",
  logging: "BucketLogging",
  metrics: "BucketMetricsConfiguration",
  notification: "BucketNotificationConfiguration",
  "object-lock": "ObjectLockConfiguration",
  ownershipControls: "BucketOwnershipControls",
  policy: "BucketPolicy",
  policyStatus: "BucketPolicyStatus",
  publicAccessBlock: "PublicAccessBlock",
  replication: "BucketReplication",
  requestPayment: "BucketRequestPayment",
  tagging: "BucketTagging",
  versioning: "BucketVersioning",
  website: "BucketWebsite",
};

const verbs: Readonly<Record<string, string>> = {
  GET: "Get",
  PUT: "Put",
  DELETE: "Delete",
  HEAD: "Head",
  POST: "Post",
};

function placeOf({ path }: HttpRequest): Pick<S3Call, "bucket" | "key"> {
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(decodeURIComponent(path)) ?? [];
  return { bucket, key };
}

/** S3 requests do not name their operation: it is determined by the method, path and query together. */
function operationOf(request: HttpRequest): string {
  const { method, query, headers } = request;
  const { bucket, key } = placeOf(request);
  const verb = verbs[method] ?? method;
  if (bucket === "") return method === "GET" ? "ListBuckets" : `${verb}Service`;
  if (key !== "") {
    if (query.has("uploads") || query.has("uploadId")) return `${verb}MultipartUpload`;
    if (query.has("tagging")) return `${verb}ObjectTagging`;
    if (query.has("acl")) return `${verb}ObjectAcl`;
    if (method === "PUT" && headers["x-amz-copy-source"] !== undefined) return "CopyObject";
    return `${verb}Object`;
  }
  for (const [name, part] of Object.entries(subresources)) {
    if (query.has(name)) return `${verb}${name === "lifecycle" && method === "DELETE" ? "BucketLifecycle" : part}`;
  }
  if (query.has("versions")) return "ListObjectVersions";
  if (query.has("uploads")) return "ListMultipartUploads";
  if (query.has("delete") && method === "POST") return "DeleteObjects";
  if (method === "GET") return query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects";
  return method === "PUT" ? "CreateBucket" : `${verb}Bucket`;
}

/** Headers that mean something to S3, except those for the transport, the signature and checksums of a request. */
const meant = /^(x-amz-|content-(?!length$|type$|md5$)|if-|(range|cache-control|expires)$)/;
const signed =
  /^x-amz-(date|content-sha256|security-token|user-agent|decoded-content-length|trailer|sdk-checksum-algorithm|checksum-.+)$/;

const model = new ApiModel(file, ({ path, value, constraint, kind }) => {
  if (kind === "tag") return new AwsError("InvalidTag", `${constraint.replace("Member", "A tag")}: ${shown(value)}`);
  if (kind === "missing" || /[.[]/.test(path)) return malformedXml();
  return new AwsError("InvalidArgument", `${path}: ${constraint}`, 400, { ArgumentValue: shown(value) });
});

/** An operation's input from path, query, headers and body. */
function readInput(request: HttpRequest, operation: string): JsonObject {
  const { bucket, key } = placeOf(request);
  const labels: JsonObject = { Bucket: bucket, Key: key };
  const shape = model.input(operation);
  const members = Object.entries(shape.members ?? {});
  const input: Record<string, Json> = { ...fromHttp(request, shape, model), ...bodyOf(request, shape) };
  for (const [name, member] of members) if (member.location === "uri") input[name] = labels[name];

  // The query contains the operation itself: `?lifecycle`, `?list-type=2`.
  const own = new URLSearchParams(model.uri(operation).split("?")[1]);
  const unknown = unknownQuery(request, shape).filter((name) => name !== "x-id" && !own.has(name));
  for (const name of Object.keys(request.headers)) {
    if (!meant.test(name) || signed.test(name)) continue;
    const isKnown = members.some(([, { location, locationName = "" }]) => {
      if (location === "headers") return name.startsWith(locationName.toLowerCase());
      return location === "header" && locationName.toLowerCase() === name;
    });
    if (!isKnown) unknown.push(name);
  }
  if (unknown.length > 0) throw new NotImplementedHere(operation, unknown);
  return input;
}

/** The content of an XML body; handlers read any other body (an object, a policy) themselves. */
function bodyOf(request: HttpRequest, { payload = "", members = {} }: Shape): JsonObject {
  const member = members[payload];
  if (member === undefined || request.body.length === 0) return {};
  const shape = model.shape(member.shape);
  if (shape.type !== "structure") return { [payload]: "" };
  const root = readXml(request.body)[member.locationName ?? member.shape];
  if (root === undefined) throw malformedXml();
  return { [payload]: fromXml(root, shape, model) };
}

const calls = Object.fromEntries(
  Object.entries(operations).map(([name, answer]) => [
    name,
    (input: JsonObject, scope: Scope, request: HttpRequest) => answer({ request, input, scope, ...placeOf(request) }),
  ]),
);

/** S3, path style: `/bucket/key`, which SDKs use if the endpoint is an IP address. */
export const s3: Service = {
  ...reader("s3", model, calls, {
    read: (request) => {
      const operation = operationOf(request);
      return { operation, input: () => readInput(request, operation) };
    },
    reply: (reply) => reply,
  }),
  refuse: (error, requestId) => ({
    status: error.status,
    headers: { "content-type": "application/xml" },
    // 304 responses and responses to HEAD have no body; Node omits it for both.
    body: writeXml("Error", { Code: error.code, Message: error.message, ...error.details, RequestId: requestId }),
  }),
  throttled: new AwsError("SlowDown", "Please reduce your request rate.", 503),
  broken: new AwsError("InternalError", "We encountered an internal error. Please try again.", 500),
};
