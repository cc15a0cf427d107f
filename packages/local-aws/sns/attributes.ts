import { AwsError, NotImplementedHere, raise } from "../errors";
import { checkPattern } from "../event-patterns";
import { isObject, type Json } from "../json";
import { isKey } from "../model";
import { isPrincipal, isRole, readPolicy } from "../policies";
// https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
import delivery from "./delivery-policy.json";
import { isPending, type Topic } from "./state";
import type { Scope } from "../world";

export function invalid(message: string): AwsError {
  return new AwsError("InvalidParameter", `Invalid parameter: ${message}`);
}

/**
 * Whether an attribute's value is valid. Throws if the value is invalid and AWS words the error differently than usual.
 */
type Check = (value: string, operation: string, scope: Scope) => boolean;

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value);

const isJson: Check = (value) => {
  try {
    return isObject(JSON.parse(value) as Json);
  } catch {
    return false;
  }
};

const isRoleArn: Check = (value, _operation, scope) =>
  value === "" ||
  (value.startsWith("arn:") && (!value.startsWith(scope.arn("iam", "role/", "")) || isRole(value, scope)));

/** https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html */
const topicAttributes: Readonly<Record<string, Check>> = {
  ContentBasedDeduplication: oneOf("true", "false"),
  DeliveryPolicy: (...one) => one[0] === "" || isJson(...one),
  DisplayName: (value) => value.length <= 100,
  FifoThroughputScope: oneOf("Topic", "MessageGroup"),
  FifoTopic: oneOf("true", "false"),
  KmsMasterKeyId: (value) => value === "" || isKey(value),
  Policy: checkTopicPolicy,
  SignatureVersion: oneOf("1", "2"),
  TracingConfig: oneOf("Active", "PassThrough"),
  ...Object.fromEntries(
    ["Application", "Firehose", "HTTP", "Lambda", "SQS"].flatMap((endpoint): [string, Check][] => [
      [`${endpoint}SuccessFeedbackRoleArn`, isRoleArn],
      [`${endpoint}FailureFeedbackRoleArn`, isRoleArn],
      [`${endpoint}SuccessFeedbackSampleRate`, (value) => /^\d{1,3}$/.test(value) && Number(value) <= 100],
    ]),
  ),
};

function checkTopicPolicy(policy: string, _operation: string, scope: Scope): boolean {
  for (const { principals, actions = [], resources } of readPolicy(policy, () => invalid("Policy Error: null"))) {
    if (principals === undefined || resources === undefined) throw invalid("Policy Error: null");
    if (!principals.every(([kind, value]) => isPrincipal(kind, value, scope)))
      throw invalid("Policy Error: PrincipalNotFound");
    if (!actions.every((action) => /^sns:/i.test(action))) {
      throw invalid("Policy statement action out of service scope!");
    }
  }
  return true;
}

/** https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html */
const subscriptionAttributes: Readonly<Record<string, Check>> = {
  DeliveryPolicy: isJson,
  FilterPolicy: (value, operation) => {
    if (value !== "{}") checkPattern(value, operation, (why) => invalid(`FilterPolicy: ${why}`));
    return true;
  },
  FilterPolicyScope: oneOf("MessageAttributes", "MessageBody"),
  RawMessageDelivery: oneOf("true", "false"),
  RedrivePolicy: (value, ...more) =>
    value === "" || (isJson(value, ...more) && value.includes('"deadLetterTargetArn"')),
  SubscriptionRoleArn: isRoleArn,
};

const attributes = { topic: topicAttributes, subscription: subscriptionAttributes };
const notHere = /^(ArchivePolicy|DataProtectionPolicy|ReplayPolicy)$/;

/** Throws if SNS would reject a topic's or a subscription's attribute. */
export function checkAttribute(
  of: keyof typeof attributes,
  name: string,
  value: string,
  operation: string,
  scope: Scope,
): void {
  if (notHere.test(name)) throw new NotImplementedHere(operation, [name]);
  const check = attributes[of][name] ?? raise(invalid("AttributeName"));
  if (!check(value, operation, scope)) throw invalid(`Attributes Reason: ${name}: ${value}`);
}

/**
 * A filter policy has a scope, and an empty filter policy removes both.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
 */
export function setSubscriptionAttribute(attributes: Map<string, string>, name: string, value: string): void {
  const scope = attributes.get("FilterPolicyScope") ?? "MessageAttributes";
  attributes.set(name, value);
  if (name !== "FilterPolicy") return;
  if (value !== "{}") attributes.set("FilterPolicyScope", scope);
  else for (const each of [name, "FilterPolicyScope"]) attributes.delete(each);
}

/** Format of an endpoint, by protocol: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
const endpoints: Readonly<Record<string, readonly [pattern: RegExp, refusal: string]>> = {
  application: [/^arn:[^:]+:sns:[^:]+:\d{12}:endpoint\/.+/, "Application endpoint arn invalid"],
  email: [/^[^@\s]+@[^@\s]+\.[^@\s]+$/, "Email address"],
  "email-json": [/^[^@\s]+@[^@\s]+\.[^@\s]+$/, "Email address"],
  firehose: [/^arn:[^:]+:firehose:[^:]+:\d{12}:deliverystream\/.+/, "Firehose endpoint ARN"],
  http: [/^http:\/\/[^/\s]+/, "Endpoint must match the specified protocol"],
  https: [/^https:\/\/[^/\s]+/, "Endpoint must match the specified protocol"],
  lambda: [/^arn:[^:]+:lambda:[^:]+:\d{12}:function:.+/, "Lambda endpoint ARN"],
  sms: [/^\+?[\d\s().-]{5,20}$/, "Invalid SMS endpoint"],
  sqs: [/^arn:[^:]+:sqs:[^:]+:\d{12}:.+/, "SQS endpoint ARN"],
};

export function checkEndpoint(protocol: string, endpoint: string): void {
  const [pattern, refusal] = endpoints[protocol] ?? [];
  if (pattern === undefined) throw invalid(`Does not support this protocol string: ${protocol}`);
  if (!pattern.test(endpoint)) throw invalid(refusal ?? "Endpoint");
}

export function attributesOf(topic: Topic, scope: Scope): Map<string, string> {
  const subscriptions = [...scope.sns.subscriptions.values()].filter((each) => each.topic === topic);
  const pending = subscriptions.filter(isPending).length;
  return new Map([
    ["EffectiveDeliveryPolicy", topic.attributes.get("DeliveryPolicy") ?? JSON.stringify(delivery)],
    ...topic.attributes,
    ["TopicArn", topic.arn],
    ["Owner", scope.accountId],
    ["SubscriptionsConfirmed", String(subscriptions.length - pending)],
    ["SubscriptionsPending", String(pending)],
    ["SubscriptionsDeleted", "0"],
  ]);
}

/** A topic's default policy: its owner may do everything with it. */
export function defaults(arn: string, scope: Scope): [string, string][] {
  const actions = ["GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic"];
  const policy = {
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [...actions, "Subscribe", "ListSubscriptionsByTopic", "Publish"].map((action) => `SNS:${action}`),
        Resource: arn,
        Condition: { StringEquals: { "AWS:SourceOwner": scope.accountId } },
      },
    ],
  };
  return [
    ["DisplayName", ""],
    ["Policy", JSON.stringify(policy)],
  ];
}
