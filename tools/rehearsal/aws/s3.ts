import { AwsError } from "./errors";
import { writeXml } from "./protocols";
import { bucketOperations } from "./s3-buckets";
import { configurationOperations } from "./s3-configurations";
import { objectOperations } from "./s3-objects";
import type { S3Call, S3Operation } from "./s3-call";
import type { HttpRequest, Service } from "./service";

const operations: Readonly<Record<string, S3Operation>> = {
  ...bucketOperations,
  ...configurationOperations,
  ...objectOperations,
};

/** Query parameters that say which part of a bucket is meant, and the API's name for that part. */
const SUBRESOURCES: Readonly<Record<string, string>> = {
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

const VERBS: Readonly<Record<string, string>> = {
  GET: "Get",
  PUT: "Put",
  DELETE: "Delete",
  HEAD: "Head",
  POST: "Post",
};

/** S3 names no operation in its requests: method, path and query together say which it is. */
function operationOf({ method, query, headers }: HttpRequest, bucket: string, key: string): string {
  const verb = VERBS[method] ?? method;
  if (bucket === "") return method === "GET" ? "ListBuckets" : `${verb}Service`;
  if (key !== "") {
    if (query.has("uploads") || query.has("uploadId")) return `${verb}MultipartUpload`;
    if (query.has("tagging")) return `${verb}ObjectTagging`;
    if (query.has("acl")) return `${verb}ObjectAcl`;
    if (method === "PUT" && headers["x-amz-copy-source"] !== undefined) return "CopyObject";
    return `${verb}Object`;
  }
  for (const [name, part] of Object.entries(SUBRESOURCES)) {
    if (query.has(name)) return `${verb}${name === "lifecycle" && method === "DELETE" ? "BucketLifecycle" : part}`;
  }
  if (query.has("versions")) return "ListObjectVersions";
  if (query.has("uploads")) return "ListMultipartUploads";
  if (query.has("delete") && method === "POST") return "DeleteObjects";
  if (method === "GET") return query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects";
  return method === "PUT" ? "CreateBucket" : `${verb}Bucket`;
}

/** S3, path style: `/bucket/key`, as SDKs write it where the endpoint is an IP address. */
export const s3: Service = {
  name: "s3",
  read: (request) => {
    const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(decodeURIComponent(request.path)) ?? [];
    const operation = operationOf(request, bucket, key);
    const implemented = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (implemented === undefined) return { operation };
    return { operation, answer: (scope) => implemented({ request, bucket, key, scope } satisfies S3Call) };
  },
  refuse: (error, requestId) => ({
    status: error.status,
    headers: { "content-type": "application/xml" },
    // 304 and answers to HEAD have no body; Node leaves it out for both.
    body: writeXml("Error", { Code: error.code, Message: error.message, ...error.details, RequestId: requestId }),
  }),
  unknown: () =>
    new AwsError("NotImplemented", "A header you provided implies functionality that is not implemented.", 501),
  throttled: new AwsError("SlowDown", "Please reduce your request rate.", 503),
  broken: new AwsError("InternalError", "We encountered an internal error. Please try again.", 500),
};
