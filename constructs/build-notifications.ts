import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { createEventsRole } from "./events-role";
import { type ImageEvent, imageEvents, type NotifiedEvents } from "./image-events";
import type { Place } from "./place";
import { literal } from "./terraform-text";
import { policyOf } from "./policy-document";
import { eventRuleName, notificationsRoleName } from "@pipelines/image-definition/full-names";

/** Every destination receives every event. */
export interface Destinations {
  /** Email addresses to notify; AWS asks each to confirm once. */
  readonly emails: readonly string[];
  /** ARN of an existing topic in this region. Its policy must let EventBridge publish. */
  readonly topic?: string | undefined;
  /** ARN of an existing event bus, which receives the events unchanged. */
  readonly eventBus?: string | undefined;
}

export interface BuildNotificationsProps extends Destinations, NotifiedEvents {
  readonly place: Place;
  /** ARN of the permissions boundary for the roles. @default none */
  readonly permissionsBoundary?: string | undefined;
}

/** Whether there are any destinations. */
export function hasDestination({ emails, topic, eventBus }: Destinations): boolean {
  return emails.length > 0 || topic !== undefined || eventBus !== undefined;
}

/** A destination, as a rule target. */
interface Target {
  /** Part of the id of each target resource; none for the topic that sends emails. */
  readonly id: string | undefined;
  readonly arn: string;
  readonly roleArn?: string;
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * Notifications about builds. Without them, nobody notices a pipeline that fails every Sunday, or even that Image
 * Builder has disabled it.
 *
 * Image Builder's own SNS setting reports the end of every build. This construct reports only the chosen events, as
 * readable sentences for people.
 */
export class BuildNotifications extends Construct {
  public constructor(scope: Construct, id: string, props: BuildNotificationsProps) {
    super(scope, id);
    const { place, emails, topic, eventBus } = props;
    const events = imageEvents(place, props);
    const targets = emails.length === 0 ? [] : [this.mails(place, emails, events)];
    if (topic !== undefined) targets.push({ id: "topic", arn: topic, ...this.role(props, "sns:Publish", topic) });
    if (eventBus !== undefined) {
      targets.push({ id: "bus", arn: eventBus, ...this.role(props, "events:PutEvents", eventBus) });
    }
    for (const event of events) {
      const rule = new CloudwatchEventRule(this, idOf(event.id, "rule"), {
        name: event.name,
        description: event.description,
        eventPattern: JSON.stringify(event.pattern),
      });
      for (const target of targets) {
        new CloudwatchEventTarget(this, idOf(event.id, target.id, "target"), {
          rule: rule.name,
          arn: target.arn,
          roleArn: target.roleArn,
          inputTransformer: target.arn === eventBus ? undefined : event.sentence,
          dependsOn: target.dependsOn,
        });
      }
    }
  }

  /** The environment's own topic, with its subscriptions. */
  private mails(place: Place, emails: readonly string[], events: readonly ImageEvent[]): Target {
    const { account, region, partition } = place;
    const name = eventRuleName(place, "image-builds");
    // Not encrypted with the AWS-managed key: its policy does not let EventBridge use it, so emails would be lost.
    const topic = new SnsTopic(this, "topic", { name, kmsMasterKeyId: place.encryptionKey });
    const rules = events.map((event) => `arn:${partition}:events:${region}:${account}:rule/${event.name}`);
    const policy = new SnsTopicPolicy(this, "policy", {
      arn: topic.arn,
      policy: policyOf([
        {
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sns:Publish",
          Resource: `arn:${partition}:sns:${region}:${account}:${name}`,
          Condition: { ArnEquals: { "aws:SourceArn": rules } },
        },
      ]),
    });
    emails.forEach((email, index) => {
      new SnsTopicSubscription(this, `mail-${index}`, {
        topicArn: topic.arn,
        protocol: "email",
        endpoint: literal(email),
      });
    });
    return { id: undefined, arn: topic.arn, dependsOn: [policy] };
  }

  /**
   * The role that EventBridge uses to send to an event bus, or to a topic in another account. For a topic in this
   * account, the topic's policy is enough.
   * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html
   */
  private role(
    { place, permissionsBoundary }: BuildNotificationsProps,
    action: string,
    arn: string,
  ): Pick<Target, "roleArn" | "dependsOn"> {
    const { environment, account } = place;
    const bus = action === "events:PutEvents";
    if (!bus && arn.split(":")[4] === account) return {};
    const kind = bus ? "bus" : "topic";
    const role = createEventsRole(this, {
      place,
      ids: { role: `${kind}-role`, policy: `${kind}-send` },
      name: notificationsRoleName(place, kind),
      description: `EventBridge, which sends the events of ${environment} on`,
      policyName: "send-events",
      action,
      resource: arn,
      permissionsBoundary,
    });
    return { roleArn: role.arn, dependsOn: [role.policy] };
  }
}

function idOf(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join("-");
}
