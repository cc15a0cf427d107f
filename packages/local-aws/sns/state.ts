import type { Resource } from "../service";
import type { Scope } from "../world";

export interface Topic {
  readonly name: string;
  readonly arn: string;
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
}

export interface Subscription {
  readonly arn: string;
  readonly topic: Topic;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes: Map<string, string>;
}

export class SnsState {
  readonly topics = new Map<string, Topic>();
  readonly subscriptions = new Map<string, Subscription>();
  private numbered = 0;

  /** The last part of a subscription's ARN. */
  nextId(): string {
    return `00000000-0000-4000-8000-${String(++this.numbered).padStart(12, "0")}`;
  }

  rows(region: string): Resource[] {
    return [
      ...[...this.topics.values()].map(({ name }) => ({ service: "sns", region, kind: "topic", name })),
      ...[...this.subscriptions.values()].map((each) => ({
        service: "sns",
        region,
        kind: "subscription",
        name: `${each.topic.name}/${each.endpoint}`,
        state: isPending(each) ? "pending confirmation" : "confirmed",
      })),
    ];
  }
}

/** Confirmation takes a click on a link in the mail, which does not happen here. */
export function isPending({ protocol }: Subscription): boolean {
  return protocol === "email" || protocol === "email-json";
}

export function topicAttributes(topic: Topic, scope: Scope): Map<string, string> {
  const subscriptions = [...scope.sns.subscriptions.values()].filter((each) => each.topic === topic);
  const pending = subscriptions.filter(isPending).length;
  return new Map([
    ["EffectiveDeliveryPolicy", topic.attributes.get("DeliveryPolicy") ?? JSON.stringify(DELIVERY)],
    ...topic.attributes,
    ["TopicArn", topic.arn],
    ["Owner", scope.accountId],
    ["SubscriptionsConfirmed", String(subscriptions.length - pending)],
    ["SubscriptionsPending", String(pending)],
    ["SubscriptionsDeleted", "0"],
  ]);
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
const DELIVERY = {
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
