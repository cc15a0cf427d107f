import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { BuildNotifications, type BuildNotificationsProps } from "../../constructs/build-notifications";
import { findingsOf } from "../../constructs/attach";
import { formatFinding } from "@pipelines/findings/report";
import { matches } from "@pipelines/local-aws/event-patterns";
import { parseObject } from "@pipelines/local-aws/json";
import { place, SynthesizedStack, testApp, TestEnvironment, testStack } from "@pipelines/testing/stack";

function synthesize(props: Partial<BuildNotificationsProps> = {}): SynthesizedStack {
  const stack = testStack();
  new BuildNotifications(stack, "notifications", {
    place,
    emails: ["platform@example.com", "on-call@example.com"],
    states: ["FAILED", "CANCELLED"],
    disabledPipelines: false,
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("Notifications about builds", () => {
  const stack = synthesize();

  it("listen only for the chosen states, and only for the environment's images", () => {
    expect(stack.text).toHaveResourceWithProperties(CloudwatchEventRule, {
      name: "test-image-builds",
      description: "Builds of test that are FAILED, CANCELLED",
      event_pattern: JSON.stringify({
        source: ["aws.imagebuilder"],
        "detail-type": ["EC2 Image Builder Image State Change"],
        resources: [{ prefix: "arn:aws:imagebuilder:eu-west-1:123456789012:image/test-" }],
        detail: { state: { status: ["FAILED", "CANCELLED"] } },
      }),
    });
  });

  it("send a sentence to a topic that only this rule may publish to", () => {
    expect(stack.text).toHaveResourceWithProperties(CloudwatchEventTarget, {
      arn: stack.ref("aws_sns_topic", "arn"),
      rule: stack.ref("aws_cloudwatch_event_rule", "name"),
      input_transformer: {
        input_paths: { image: "$.resources[0]", status: "$.detail.state.status", reason: "$.detail.state.reason" },
        input_template: '"<image> is <status>. <reason>"',
      },
      depends_on: [stack.address("aws_sns_topic_policy")],
    });
    const statement = {
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: "arn:aws:sns:eu-west-1:123456789012:test-image-builds",
      Condition: {
        ArnEquals: { "aws:SourceArn": ["arn:aws:events:eu-west-1:123456789012:rule/test-image-builds"] },
      },
    };
    expect(stack.text).toHaveResourceWithProperties(SnsTopicPolicy, {
      arn: stack.ref("aws_sns_topic", "arn"),
      policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
    });
  });

  it("have a topic with the environment's name, without AWS's own key, which would lose emails", () => {
    expect(stack.text).toHaveResourceWithProperties(SnsTopic, { name: "test-image-builds" });
    expect(stack.resource("aws_sns_topic")).not.toHaveProperty("kms_master_key_id");
  });

  it("mail every address", () => {
    for (const endpoint of ["platform@example.com", "on-call@example.com"]) {
      const topic_arn = stack.ref("aws_sns_topic", "arn");
      expect(stack.text).toHaveResourceWithProperties(SnsTopicSubscription, { protocol: "email", endpoint, topic_arn });
    }
    expect(stack.counts()).toMatchObject({ aws_sns_topic_subscription: 2 });
  });

  it("exist if an environment has a destination, by default for failures and disabled pipelines", () => {
    const without = new SynthesizedStack(new TestEnvironment(testApp()));
    expect(without.resources("aws_sns_topic")).toEqual([]);
    const notifications = { emails: ["platform@example.com"] };
    const rules = new SynthesizedStack(new TestEnvironment(testApp(), { notifications }))
      .resources("aws_cloudwatch_event_rule")
      .map(({ event_pattern: pattern }) => JSON.parse(String(pattern)) as unknown);
    expect(rules).toHaveLength(2);
    expect(rules).toContainEqual(expect.objectContaining({ detail: { state: { status: ["FAILED"] } } }));
    expect(rules).toContainEqual({
      source: ["aws.imagebuilder"],
      "detail-type": ["EC2 Image Builder Image Pipeline Automatically Disabled"],
      resources: [{ prefix: "arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/test-" }],
    });
  });

  it.each([
    ["critical", { critical: [{ numeric: [">", 0] }] }],
    ["high", { $or: [{ critical: [{ numeric: [">", 0] }] }, { high: [{ numeric: [">", 0] }] }] }],
    [
      "medium",
      {
        $or: ["critical", "high", "medium"].map((severity) => ({ [severity]: [{ numeric: [">", 0] }] })),
      },
    ],
  ] as const)("cover scans with findings at or above a severity, but not clean ones: %s", (findings, counts) => {
    const stack = synthesize({ states: [], findings });
    const rule = stack.resource("aws_cloudwatch_event_rule");
    expect(rule["name"]).toBe("test-image-findings");
    expect(stack.resource("aws_cloudwatch_event_target")["input_transformer"]).toEqual({
      input_paths: {
        image: "$.resources[0]",
        critical: "$.detail.finding-severity-counts.critical",
        high: "$.detail.finding-severity-counts.high",
        medium: "$.detail.finding-severity-counts.medium",
      },
      input_template: '"The scan of <image> has <critical> critical, <high> high and <medium> medium findings."',
    });
    expect(JSON.parse(String(rule["event_pattern"]))).toEqual({
      source: ["aws.imagebuilder"],
      "detail-type": ["EC2 Image Builder CVE Detected"],
      resources: [{ prefix: "arn:aws:imagebuilder:eu-west-1:123456789012:image/test-" }],
      detail: { "finding-severity-counts": counts },
    });
    const scanned = (critical: number, high: number, medium: number) =>
      matches(parseObject(Buffer.from(String(rule["event_pattern"]))), {
        source: "aws.imagebuilder",
        "detail-type": "EC2 Image Builder CVE Detected",
        resources: ["arn:aws:imagebuilder:eu-west-1:123456789012:image/test-web/1.0.0/1"],
        detail: { "finding-severity-counts": { critical, high, medium } },
      });
    expect([scanned(0, 0, 0), scanned(1, 0, 0), scanned(0, 2, 0), scanned(0, 0, 3)]).toEqual([
      false,
      true,
      findings !== "critical",
      findings === "medium",
    ]);
  });

  it("go to an existing topic as sentences, and to an event bus unchanged, through a role if AWS requires one", () => {
    const topic = "arn:aws:sns:eu-west-1:123456789012:builds";
    const eventBus = "arn:aws:events:eu-west-1:444455556666:event-bus/central";
    const others = synthesize({ emails: [], topic, eventBus, disabledPipelines: true });
    expect(others.resources("aws_sns_topic")).toEqual([]);
    const role = others.ref("aws_iam_role", "arn");
    const targets = others
      .resources("aws_cloudwatch_event_target")
      .map(({ arn, role_arn, input_transformer }) => [arn, role_arn, input_transformer !== undefined]);
    expect(targets.sort()).toEqual([
      [eventBus, role, false],
      [eventBus, role, false],
      [topic, undefined, true],
      [topic, undefined, true],
    ]);
    expect(others.resource("aws_iam_role")).toMatchObject({ name: "test-image-events-bus", path: "/" });
    expect(JSON.parse(String(others.resource("aws_iam_role_policy")["policy"]))).toMatchObject({
      Statement: [{ Effect: "Allow", Action: "events:PutEvents", Resource: eventBus }],
    });
    expect(JSON.parse(String(others.resource("aws_iam_role")["assume_role_policy"]))).toMatchObject({
      Statement: [
        {
          Principal: { Service: "events.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ],
    });
  });

  it("go to a topic in another account through a role that may publish to it", () => {
    const topic = "arn:aws:sns:eu-west-1:444455556666:builds";
    const other = synthesize({ emails: [], topic });
    expect(other.resource("aws_cloudwatch_event_target")["role_arn"]).toBe(other.ref("aws_iam_role", "arn"));
    expect(JSON.parse(String(other.resource("aws_iam_role_policy")["policy"]))).toMatchObject({
      Statement: [{ Effect: "Allow", Action: "sns:Publish", Resource: topic }],
    });
  });

  it("refuse a topic in another region or partition, an invalid event bus, and the bus that the events come from", () => {
    const reported = (notifications: object): string[] =>
      findingsOf(new TestEnvironment(testApp(), { notifications })).map((finding) => formatFinding(finding));
    const words = (field: string, code: string, found: string, allowed: string) => [
      `error main.ts notifications.${field} ${code}\n  found:   ${found}\n  allowed: ${allowed}`,
    ];
    const standard = "the ARN of a standard topic in eu-west-1, such as arn:aws:sns:eu-west-1:123456789012:builds";
    for (const topic of [
      "arn:aws:sns:us-east-1:123456789012:builds",
      "arn:aws-us-gov:sns:eu-west-1:123456789012:builds",
    ]) {
      expect(reported({ topic })).toEqual(words("topic", "IB-TOPIC", `the topic "${topic}"`, standard));
    }
    const example = "such as arn:aws:events:eu-west-1:123456789012:event-bus/builds";
    expect(reported({ eventBus: "central" })).toEqual(
      words("eventBus", "IB-EVENT-BUS", 'the event bus "central"', `the ARN of an event bus, ${example}`),
    );
    const own = "arn:aws:events:eu-west-1:123456789012:event-bus/default";
    expect(reported({ eventBus: own })).toEqual(
      words(
        "eventBus",
        "IB-EVENT-BUS",
        `the event bus "${own}", which already receives Image Builder's events`,
        `the ARN of another event bus, ${example}`,
      ),
    );
    expect(
      reported({ topic: "arn:aws:sns:eu-west-1:123456789012:builds", eventBus: own.replace("123", "321") }),
    ).toEqual([]);
  });

  it("refuse an invalid address and an unknown state", () => {
    const reported = (notifications: object): string =>
      findingsOf(new TestEnvironment(testApp(), { notifications }))
        .map((finding) => formatFinding(finding))
        .join("\n");
    expect(reported({ emails: ["platform"] })).toBe(
      [
        "error main.ts notifications.emails[0] IB-EMAIL",
        '  found:   "platform"',
        "  allowed: an address such as platform@example.com",
      ].join("\n"),
    );
    expect(reported({ emails: ["a@example.com"], states: ["BROKEN"] })).toContain(
      'notifications.states[0] IB-FIELD-KIND\n  found:   "BROKEN"\n  allowed: "FAILED", "AVAILABLE" or "CANCELLED"',
    );
  });
});
