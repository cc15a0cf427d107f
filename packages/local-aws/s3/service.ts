import { AwsError } from "../errors";
import { shown } from "../json";
import model from "./model.json";
import { bucketOperations } from "./buckets";
import { configurationOperations } from "./configurations";
import { objectOperations } from "./objects";
import type { Reply } from "../messages";
import { type Protocol, restXml, serviceOf } from "../protocols";
import { malformedXml, writeXml } from "../xml";

const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

/** Elements whose names differ from those in the API model. */
const roots = {
  DeleteObjects: "DeleteResult",
  GetBucketAccelerateConfiguration: "AccelerateConfiguration",
  GetBucketAcl: "AccessControlPolicy",
  GetBucketLifecycleConfiguration: "LifecycleConfiguration",
  GetBucketLogging: "BucketLoggingStatus",
  GetBucketNotificationConfiguration: "NotificationConfiguration",
  GetBucketRequestPayment: "RequestPaymentConfiguration",
  GetBucketTagging: "Tagging",
  GetBucketVersioning: "VersioningConfiguration",
  GetObjectTagging: "Tagging",
  ListBuckets: "ListAllMyBucketsResult",
  ListObjectVersions: "ListVersionsResult",
  ListObjectsV2: "ListBucketResult",
};

/** In what answers differ from the API model. */
const unlikeModel: Readonly<Record<string, Partial<Reply>>> = {
  GetBucketPolicy: { headers: { "content-type": "application/json" } },
  PutBucketPolicy: { status: 204 },
  PutBucketTagging: { status: 204 },
};

/** Headers that mean something to S3, except those for the transport, the signature and checksums of a request. */
const isMeant =
  /^(x-amz-(?!(date|content-sha256|security-token|user-agent|decoded-content-length|trailer|sdk-checksum-algorithm|checksum-.+)$)|content-(?!length$|type$|md5$)|if-|(range|cache-control|expires)$)/;

const rest = restXml(namespace, roots, isMeant);

/** S3, path style: `/bucket/key`, which SDKs use if the endpoint is an IP address. */
const protocol: Protocol = {
  ...rest,
  reply: (answer, operation, model, requestId) => {
    const reply = { ...rest.reply(answer, operation, model, requestId), ...unlikeModel[operation] };
    if (operation === "GetBucketLocation") {
      // The only answer whose root is a text.
      return { ...reply, body: writeXml("LocationConstraint", shown(answer["LocationConstraint"]), namespace) };
    }
    // The only answer that may be a part of what was asked for has a range.
    return answer["ContentRange"] === undefined ? reply : { ...reply, status: 206 };
  },
  refuse: (error, requestId) => ({
    status: error.status,
    headers: { "content-type": "application/xml" },
    // 304 responses and responses to HEAD have no body; Node omits it for both.
    body: writeXml("Error", { Code: error.code, Message: error.message, ...error.details, RequestId: requestId }),
  }),
  throttled: new AwsError("SlowDown", "Please reduce your request rate.", 503),
  broken: new AwsError("InternalError", "We encountered an internal error. Please try again.", 500),
};

const operations = { ...bucketOperations, ...configurationOperations, ...objectOperations };

export const s3 = serviceOf("s3", model, operations, protocol, ({ path, value, constraint, kind }) => {
  if (kind === "tag") return new AwsError("InvalidTag", `${constraint.replace("Member", "A tag")}: ${shown(value)}`);
  if (kind === "missing" || /[.[]/.test(path)) return malformedXml();
  return new AwsError("InvalidArgument", `${path}: ${constraint}`, 400, { ArgumentValue: shown(value) });
});
