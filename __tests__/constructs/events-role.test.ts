import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { createEventsRole, type EventsRoleProps } from "../../constructs/events-role";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

const bus = "arn:aws:events:eu-west-1:444455556666:event-bus/central";

function synthesize(props: Partial<EventsRoleProps> = {}): SynthesizedStack {
  const stack = testStack();
  createEventsRole(stack, {
    place,
    ids: { role: "role", policy: "policy" },
    name: "test-events",
    description: "Sends events",
    policyName: "send",
    action: "events:PutEvents",
    resource: bus,
    permissionsBoundary: undefined,
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("A role for rule targets", () => {
  it("can only be assumed by EventBridge for this account, and allows one action", () => {
    const stack = synthesize();
    expect(stack.text).toHaveResourceWithProperties(IamRole, {
      name: "test-events",
      path: "/",
      description: "Sends events",
      assume_role_policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { Service: "events.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": place.account } },
          },
        ],
      }),
    });
    expect(stack.text).toHaveResourceWithProperties(IamRolePolicy, {
      name: "send",
      role: stack.ref("aws_iam_role", "id"),
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "events:PutEvents", Resource: bus }],
      }),
    });
  });

  it("can be limited to certain rules, and can have a boundary", () => {
    const rules = "arn:aws:events:eu-west-1:123456789012:rule/test-*";
    const boundary = "arn:aws:iam::123456789012:policy/boundary";
    const role = synthesize({ rules, permissionsBoundary: boundary }).resource("aws_iam_role");
    expect(role["permissions_boundary"]).toBe(boundary);
    expect(JSON.parse(String(role["assume_role_policy"]))).toMatchObject({
      Statement: [
        {
          Condition: { StringEquals: { "aws:SourceAccount": place.account }, ArnLike: { "aws:SourceArn": rules } },
        },
      ],
    });
  });
});
