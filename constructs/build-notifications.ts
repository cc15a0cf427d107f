import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import { Place } from "./place";
import { literal } from "./terraform-text";

/** States of an image that can be notified about. */
export type NotifiedState = "FAILED" | "AVAILABLE" | "CANCELLED";

export interface BuildNotificationsProps {
  readonly place: Place;
  /** Addresses that are notified; AWS asks each to confirm once. */
  readonly emails: readonly string[];
  readonly states: readonly NotifiedState[];
}

/**
 * Mail about builds: otherwise a pipeline that fails every Sunday goes unnoticed.
 *
 * Image Builder's own SNS setting reports the end of every build; this reports only the chosen states, in a
 * sentence.
 */
export class BuildNotifications extends Construct {
  public readonly topic: SnsTopic;

  public constructor(scope: Construct, id: string, props: BuildNotificationsProps) {
    super(scope, id);
    const { environment, account, region, partition } = props.place;
    const name = `${environment}-image-builds`;

    // Not encrypted with the AWS-managed key: its policy does not let EventBridge use it, and mails would be lost.
    this.topic = new SnsTopic(this, "topic", { name });
    const rule = new CloudwatchEventRule(this, "rule", {
      name,
      description: `Builds of ${environment} that are ${props.states.join(", ")}`,
      eventPattern: JSON.stringify({
        source: ["aws.imagebuilder"],
        "detail-type": ["EC2 Image Builder Image State Change"],
        // The event carries the image's ARN and no tags; ARNs hold names in lower case.
        resources: [{ prefix: `arn:${partition}:imagebuilder:${region}:${account}:image/${environment}-` }],
        detail: { state: { status: props.states } },
      }),
    });
    const policy = new SnsTopicPolicy(this, "policy", {
      arn: this.topic.arn,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sns:Publish",
            Resource: `arn:${partition}:sns:${region}:${account}:${name}`,
            Condition: { ArnEquals: { "aws:SourceArn": `arn:${partition}:events:${region}:${account}:rule/${name}` } },
          },
        ],
      }),
    });
    new CloudwatchEventTarget(this, "target", {
      rule: rule.name,
      arn: this.topic.arn,
      inputTransformer: {
        inputPaths: { image: "$.resources[0]", status: "$.detail.state.status", reason: "$.detail.state.reason" },
        inputTemplate: '"<image> is <status>. <reason>"',
      },
      dependsOn: [policy],
    });
    props.emails.forEach((email, index) => {
      new SnsTopicSubscription(this, `mail-${index}`, {
        topicArn: this.topic.arn,
        protocol: "email",
        endpoint: literal(email),
      });
    });
  }
}
