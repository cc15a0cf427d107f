import { AwsError } from "./errors";
import { type Form, type QueryOperation, queryService } from "./protocols";
import { defaults, isPending, type Subscription, type Topic, topicAttributes } from "./sns-state";
import type { Scope } from "./world";

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameter", `Invalid parameter: ${message}`);
}

function topicOf(form: Form, scope: Scope, field = "TopicArn"): Topic {
  const topic = scope.sns.topics.get(form.need(field));
  if (topic === undefined) throw new AwsError("NotFound", "Topic does not exist", 404);
  return topic;
}

function subscriptionOf(form: Form, scope: Scope): Subscription {
  const subscription = scope.sns.subscriptions.get(form.need("SubscriptionArn"));
  if (subscription === undefined) throw new AwsError("NotFound", "Subscription does not exist", 404);
  return subscription;
}

function taggedTopic(form: Form, scope: Scope): Topic {
  const topic = scope.sns.topics.get(form.need("ResourceArn"));
  if (topic === undefined) throw new AwsError("ResourceNotFound", "Resource does not exist", 404);
  return topic;
}

function entries(map: ReadonlyMap<string, string>) {
  return { entry: [...map].map(([key, value]) => ({ key, value })) };
}

const operations: Record<string, QueryOperation> = {
  CreateTopic: (form, scope) => {
    const name = form.need("Name");
    if (!/^[A-Za-z0-9_-]{1,256}(\.fifo)?$/.test(name)) throw invalid("Topic Name");
    const arn = scope.arn("sns", name);
    const attributes = form.pairs("Attributes", "entry", "key", "value");
    const tags = form.pairs("Tags");
    const existing = scope.sns.topics.get(arn);
    if (existing === undefined) {
      scope.sns.topics.set(arn, { name, arn, attributes: new Map([...defaults(arn, scope), ...attributes]), tags });
    } else if ([...attributes].some(([key, value]) => existing.attributes.get(key) !== value)) {
      throw invalid("Attributes Reason: Topic already exists with different attributes");
    } else if ([...tags].some(([key, value]) => existing.tags.get(key) !== value)) {
      throw invalid("Tags Reason: Topic already exists with different tags");
    }
    return { TopicArn: arn };
  },
  GetTopicAttributes: (form, scope) => ({ Attributes: entries(topicAttributes(topicOf(form, scope), scope)) }),
  SetTopicAttributes: (form, scope) => {
    topicOf(form, scope).attributes.set(form.need("AttributeName"), form.get("AttributeValue") ?? "");
    return undefined;
  },
  ListTopics: (_form, scope) => ({
    Topics: { member: [...scope.sns.topics.keys()].map((TopicArn) => ({ TopicArn })) },
  }),
  DeleteTopic: (form, scope) => {
    const arn = form.need("TopicArn");
    // Deleting what is not there is no error: https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html
    scope.sns.topics.delete(arn);
    for (const [id, { topic }] of scope.sns.subscriptions) if (topic.arn === arn) scope.sns.subscriptions.delete(id);
    return undefined;
  },
  Subscribe: (form, scope) => {
    const topic = topicOf(form, scope);
    const protocol = form.need("Protocol");
    const endpoint = form.get("Endpoint") ?? "";
    const attributes = form.pairs("Attributes", "entry", "key", "value");
    const existing = [...scope.sns.subscriptions.values()].find(
      (each) => each.topic === topic && each.protocol === protocol && each.endpoint === endpoint,
    );
    const subscription = existing ?? {
      arn: `${topic.arn}:${scope.sns.nextId()}`,
      topic,
      protocol,
      endpoint,
      attributes,
    };
    scope.sns.subscriptions.set(subscription.arn, subscription);
    const told = isPending(subscription) && form.get("ReturnSubscriptionArn") !== "true";
    return { SubscriptionArn: told ? "pending confirmation" : subscription.arn };
  },
  GetSubscriptionAttributes: (form, scope) => {
    const subscription = subscriptionOf(form, scope);
    const fixed = new Map([
      ["SubscriptionArn", subscription.arn],
      ["TopicArn", subscription.topic.arn],
      ["Owner", scope.accountId],
      ["Protocol", subscription.protocol],
      ["Endpoint", subscription.endpoint],
      ["RawMessageDelivery", "false"],
      ["ConfirmationWasAuthenticated", isPending(subscription) ? "false" : "true"],
      ["PendingConfirmation", isPending(subscription) ? "true" : "false"],
      ["SubscriptionPrincipal", scope.arn("iam", "user/local", "")],
    ]);
    return { Attributes: entries(new Map([...fixed, ...subscription.attributes])) };
  },
  SetSubscriptionAttributes: (form, scope) => {
    subscriptionOf(form, scope).attributes.set(form.need("AttributeName"), form.get("AttributeValue") ?? "");
    return undefined;
  },
  ListSubscriptionsByTopic: (form, scope) => {
    const topic = topicOf(form, scope);
    return {
      Subscriptions: listed(
        [...scope.sns.subscriptions.values()].filter((each) => each.topic === topic),
        scope,
      ),
    };
  },
  ListSubscriptions: (_form, scope) => ({ Subscriptions: listed([...scope.sns.subscriptions.values()], scope) }),
  Unsubscribe: (form, scope) => {
    const subscription = scope.sns.subscriptions.get(form.need("SubscriptionArn"));
    if (subscription !== undefined && isPending(subscription)) {
      throw invalid("SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation");
    }
    scope.sns.subscriptions.delete(form.need("SubscriptionArn"));
    return undefined;
  },
  ListTagsForResource: (form, scope) => ({
    Tags: { member: [...taggedTopic(form, scope).tags].map(([Key, Value]) => ({ Key, Value })) },
  }),
  TagResource: (form, scope) => {
    const { tags } = taggedTopic(form, scope);
    for (const [key, value] of form.pairs("Tags")) tags.set(key, value);
    return {};
  },
  UntagResource: (form, scope) => {
    const { tags } = taggedTopic(form, scope);
    for (const key of form.list("TagKeys")) tags.delete(key);
    return {};
  },
};

function listed(subscriptions: readonly Subscription[], scope: Scope) {
  return {
    member: subscriptions.map((each) => ({
      TopicArn: each.topic.arn,
      Protocol: each.protocol,
      SubscriptionArn: isPending(each) ? "PendingConfirmation" : each.arn,
      Owner: scope.accountId,
      Endpoint: each.endpoint,
    })),
  };
}

/** SNS: topics and subscriptions. No message is ever delivered. */
export const sns = queryService("sns", "2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/", operations);
