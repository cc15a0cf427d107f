import { randomUUID } from "node:crypto";
import { AwsError, raise } from "../errors";
import { flag, type JsonObject, needed, tagList, text, textMap } from "../json";
import model from "./model.json";
import { type Operations, queryService } from "../protocols";
import { attributesOf, checkAttribute, checkEndpoint, defaults, invalid, setSubscriptionAttribute } from "./attributes";
import { isPending, newTopic, type Subscription, type Topic } from "./state";
import { tagging } from "../tagging";
import type { Scope } from "../world";

const tooManyTags = new AwsError("TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");

function topicOf(input: JsonObject, scope: Scope): Topic {
  const arn = needed(input, "TopicArn");
  if (!/^arn:[^:]+:sns:[^:]*:\d{12}:[^:]+$/.test(arn)) throw invalid("TopicArn");
  return scope.sns.topics.get(arn) ?? raise(new AwsError("NotFound", "Topic does not exist", 404));
}

function subscriptionOf(input: JsonObject, scope: Scope): Subscription {
  const subscription = scope.sns.subscriptions.get(needed(input, "SubscriptionArn"));
  return subscription ?? raise(new AwsError("NotFound", "Subscription does not exist", 404));
}

function taggedTopic(input: JsonObject, scope: Scope): Topic {
  const topic = scope.sns.topics.get(needed(input, "ResourceArn"));
  return topic ?? raise(new AwsError("ResourceNotFound", "Resource does not exist", 404));
}

const operations: Operations = {
  CreateTopic: (input, scope) => {
    const name = needed(input, "Name");
    const attributes = textMap(input, "Attributes");
    const isFifo = attributes.get("FifoTopic") === "true";
    if (!/^[A-Za-z0-9_-]+(\.fifo)?$/.test(name) || name.length > 256) throw invalid("Topic Name");
    if (isFifo !== name.endsWith(".fifo")) {
      throw invalid(
        "Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long.",
      );
    }
    const arn = scope.arn("sns", name);
    for (const [key, value] of attributes) checkAttribute("topic", key, value, "CreateTopic", scope);
    if (isFifo && !attributes.has("ContentBasedDeduplication")) attributes.set("ContentBasedDeduplication", "false");
    const tags = tagList(input, "Tags");
    const existing = scope.sns.topics.get(arn);
    if (existing === undefined) {
      scope.sns.topics.set(arn, newTopic(arn, new Map([...defaults(arn, scope), ...attributes]), tags));
    } else if ([...attributes].some(([key, value]) => existing.attributes.get(key) !== value)) {
      throw invalid("Attributes Reason: Topic already exists with different attributes");
    } else if ([...tags].some(([key, value]) => existing.tags.get(key) !== value)) {
      throw invalid("Tags Reason: Topic already exists with different tags");
    }
    return { TopicArn: arn };
  },
  GetTopicAttributes: (input, scope) => ({ Attributes: attributesOf(topicOf(input, scope), scope) }),
  SetTopicAttributes: (input, scope) => {
    const name = needed(input, "AttributeName");
    const value = text(input, "AttributeValue") ?? "";
    const { attributes } = topicOf(input, scope);
    if (name === "FifoTopic") throw invalid("AttributeName");
    checkAttribute("topic", name, value, "SetTopicAttributes", scope);
    attributes.set(name, value);
  },
  ListTopics: (_input, scope) => ({ Topics: [...scope.sns.topics.keys()].map((TopicArn) => ({ TopicArn })) }),
  DeleteTopic: (input, scope) => {
    const arn = needed(input, "TopicArn");
    // Deleting something that does not exist is not an error:
    // https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html
    scope.sns.topics.delete(arn);
    for (const [id, { topic }] of scope.sns.subscriptions) if (topic.arn === arn) scope.sns.subscriptions.delete(id);
  },
  Subscribe: (input, scope) => {
    const topic = topicOf(input, scope);
    const protocol = needed(input, "Protocol");
    const endpoint = text(input, "Endpoint") ?? "";
    checkEndpoint(protocol, endpoint);
    if (topic.name.endsWith(".fifo") && protocol !== "sqs") throw invalid("Protocol");
    const attributes = new Map<string, string>();
    for (const [name, value] of textMap(input, "Attributes")) {
      checkAttribute("subscription", name, value, "Subscribe", scope);
      setSubscriptionAttribute(attributes, name, value);
    }
    const subscription = [...scope.sns.subscriptions.values()].find(
      (each) => each.topic === topic && each.protocol === protocol && each.endpoint === endpoint,
    ) ?? { arn: `${topic.arn}:${scope.sns.nextId()}`, topic, protocol, endpoint, attributes };
    scope.sns.subscriptions.set(subscription.arn, subscription);
    const pending = isPending(subscription) && flag(input, "ReturnSubscriptionArn") !== true;
    return { SubscriptionArn: pending ? "pending confirmation" : subscription.arn };
  },
  GetSubscriptionAttributes: (input, scope) => {
    const subscription = subscriptionOf(input, scope);
    const pending = isPending(subscription);
    const fixed = {
      ...describe(subscription, scope),
      SubscriptionArn: subscription.arn,
      RawMessageDelivery: "false",
      ConfirmationWasAuthenticated: String(!pending),
      PendingConfirmation: String(pending),
      SubscriptionPrincipal: scope.arn("iam", "user/local", ""),
    };
    return { Attributes: { ...fixed, ...Object.fromEntries(subscription.attributes) } };
  },
  SetSubscriptionAttributes: (input, scope) => {
    const { attributes } = subscriptionOf(input, scope);
    const name = needed(input, "AttributeName");
    const value = text(input, "AttributeValue") ?? "";
    checkAttribute("subscription", name, value, "SetSubscriptionAttributes", scope);
    setSubscriptionAttribute(attributes, name, value);
  },
  ListSubscriptionsByTopic: (input, scope) => {
    const topic = topicOf(input, scope);
    const all = [...scope.sns.subscriptions.values()];
    return { Subscriptions: all.filter((each) => each.topic === topic).map((each) => describe(each, scope)) };
  },
  ListSubscriptions: (_input, scope) => ({
    Subscriptions: [...scope.sns.subscriptions.values()].map((each) => describe(each, scope)),
  }),
  Unsubscribe: (input, scope) => {
    const subscription = scope.sns.subscriptions.get(needed(input, "SubscriptionArn"));
    if (subscription !== undefined && isPending(subscription)) {
      throw invalid("SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation");
    }
    scope.sns.subscriptions.delete(needed(input, "SubscriptionArn"));
  },
  Publish: (input, scope) => {
    const topic = topicOf(input, scope);
    if (needed(input, "Message") === "") throw invalid("Empty message");
    if (topic.name.endsWith(".fifo") && text(input, "MessageGroupId") === undefined) {
      throw invalid("The MessageGroupId parameter is required for FIFO topics");
    }
    return { MessageId: randomUUID() };
  },
  ...tagging({ field: "Tags", find: taggedTopic, tooMany: tooManyTags }),
};

function describe(subscription: Subscription, scope: Scope) {
  return {
    TopicArn: subscription.topic.arn,
    Protocol: subscription.protocol,
    SubscriptionArn: isPending(subscription) ? "PendingConfirmation" : subscription.arn,
    Owner: scope.accountId,
    Endpoint: subscription.endpoint,
  };
}

/** SNS: topics and subscriptions. No message is ever delivered. */
export const sns = queryService(
  { name: "sns", tagCode: "InvalidParameter", namespace: "http://sns.amazonaws.com/doc/2010-03-31/" },
  model,
  operations,
);
