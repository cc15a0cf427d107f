import { BuildNotifications } from "../../constructs/build-notifications";
import { findingsOf } from "../../checks/attach";
import { formatFinding } from "../../checks/report";
import { type LocalAws, startLocalAws } from "../../tools/rehearsal/aws/local-aws";
import { place, SynthesizedStack, testApp, TestEnvironment, testStack } from "../stack";
import { describeWithTerraform, TerraformFolder } from "../terraform";

function synthesize(): SynthesizedStack {
  const stack = testStack();
  new BuildNotifications(stack, "notifications", {
    place,
    emails: ["platform@example.com", "on-call@example.com"],
    states: ["FAILED", "CANCELLED"],
  });
  return new SynthesizedStack(stack);
}

describe("Notifications about builds", () => {
  const stack = synthesize();

  it("listen for the states asked for, of the environment's images alone", () => {
    const rule = stack.resource("aws_cloudwatch_event_rule");
    expect(rule["name"]).toBe("test-image-builds");
    expect(JSON.parse(String(rule["event_pattern"]))).toEqual({
      source: ["aws.imagebuilder"],
      "detail-type": ["EC2 Image Builder Image State Change"],
      resources: [{ prefix: "arn:aws:imagebuilder:eu-west-1:123456789012:image/test-" }],
      detail: { state: { status: ["FAILED", "CANCELLED"] } },
    });
  });

  it("send a sentence to a topic that this rule alone may publish to", () => {
    expect(stack.resource("aws_cloudwatch_event_target")).toMatchObject({
      arn: stack.ref("aws_sns_topic", "arn"),
      rule: stack.ref("aws_cloudwatch_event_rule", "name"),
      input_transformer: {
        input_paths: { image: "$.resources[0]", status: "$.detail.state.status", reason: "$.detail.state.reason" },
        input_template: '"<image> is <status>. <reason>"',
      },
      depends_on: [stack.address("aws_sns_topic_policy")],
    });
    const { Statement: statements } = JSON.parse(String(stack.resource("aws_sns_topic_policy")["policy"])) as {
      Statement: unknown[];
    };
    expect(statements).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sns:Publish",
        Resource: "arn:aws:sns:eu-west-1:123456789012:test-image-builds",
        Condition: {
          ArnEquals: { "aws:SourceArn": "arn:aws:events:eu-west-1:123456789012:rule/test-image-builds" },
        },
      },
    ]);
  });

  it("mail every address", () => {
    expect(stack.resources("aws_sns_topic_subscription")).toEqual(
      ["platform@example.com", "on-call@example.com"].map((endpoint) => ({
        protocol: "email",
        endpoint,
        topic_arn: stack.ref("aws_sns_topic", "arn"),
      })),
    );
  });

  it("exist where an environment has addresses, and are about failures by default", () => {
    const without = new SynthesizedStack(new TestEnvironment(testApp()));
    expect(without.resources("aws_sns_topic")).toEqual([]);
    const notifications = { emails: ["platform@example.com"] };
    const { event_pattern: pattern } = new SynthesizedStack(new TestEnvironment(testApp(), { notifications })).resource(
      "aws_cloudwatch_event_rule",
    );
    expect(JSON.parse(String(pattern))).toMatchObject({ detail: { state: { status: ["FAILED"] } } });
  });

  it("refuse an invalid address and an unknown state", () => {
    const reported = (notifications: object): string =>
      findingsOf(new TestEnvironment(testApp(), { notifications } as object))
        .map((finding) => formatFinding(finding))
        .join("\n");
    expect(reported({ emails: ["platform"] })).toBe(
      [
        "error __tests__/stack.ts notifications.emails[0] IB-EMAIL",
        '  found:   "platform"',
        "  allowed: an address such as platform@example.com",
      ].join("\n"),
    );
    expect(reported({ emails: ["a@example.com"], states: ["BROKEN"] })).toContain(
      'notifications.states[0] IB-FIELD-KIND\n  found:   "BROKEN"\n  allowed: "FAILED", "AVAILABLE" or "CANCELLED"',
    );
  });
});

describeWithTerraform("Notifications in the real Terraform", (terraform) => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws();
  });
  afterAll(async () => {
    await aws.close();
  });

  it("are made in one apply, are what they should be, and go without a trace", async () => {
    const target = { terraform, endpoint: aws.endpoint, account: place.account };
    const folder = await TerraformFolder.withConfig(target, synthesize().text).prepare();
    await folder.succeed("apply", "-auto-approve");
    expect(aws.remaining().map(({ kind }) => kind)).toHaveLength(5);
    await folder.succeed("plan", "-detailed-exitcode");
    await folder.succeed("destroy", "-auto-approve");
    expect(aws.remaining()).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
  });
});
