import { isPending, type Topic } from "./state";
import type { Scope } from "../world";

export function topicAttributes(topic: Topic, scope: Scope): Map<string, string> {
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

/** https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
const delivery = {
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: "linear",
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: "text/plain; charset=UTF-8" },
  },
};

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
