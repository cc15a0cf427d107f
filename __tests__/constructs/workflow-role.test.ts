import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { WorkflowRole, type WorkflowRoleProps } from "../../constructs/workflow-role";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

function synthesize(props: Partial<WorkflowRoleProps> = {}): SynthesizedStack {
  const stack = testStack();
  new WorkflowRole(stack, "workflows", {
    place,
    permissions: { managedPolicies: [], statements: [] },
    foreignLogGroups: () => [],
    ...props,
  });
  return new SynthesizedStack(stack);
}

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: unknown;
}

function statementsOf(stack: SynthesizedStack, name: string): Statement[] {
  const policy = stack.resources("aws_iam_role_policy").find((each) => each["name"] === name)?.["policy"];
  return (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
}

function statementFor(stack: SynthesizedStack, action: string): Statement[] {
  return statementsOf(stack, "run-workflows").filter(({ Action }) => Action.includes(action));
}

describe("The role of workflows", () => {
  const stack = synthesize();

  it("is taken by Image Builder for this account alone", () => {
    expect(stack.text).toHaveResourceWithProperties(IamRole, {
      name: "test-image-builder-workflows",
      path: "/imageBuilder/",
      assume_role_policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { Service: "imagebuilder.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": place.account } },
          },
        ],
      }),
    });
    expect(stack.text).not.toHaveResource(IamRolePolicyAttachment);
  });

  it("starts, tags and ends only instances that Image Builder marks as its own", () => {
    const created = { "aws:RequestTag/CreatedBy": "EC2 Image Builder" };
    const instances = ["instance", "volume"].map((kind) => `arn:aws:ec2:eu-west-1:123456789012:${kind}/*`);
    expect(statementFor(stack, "ec2:RunInstances")[1]).toMatchObject({
      Resource: instances,
      Condition: { StringEquals: created },
    });
    expect(statementFor(stack, "ec2:CreateTags")).toMatchObject([
      { Resource: instances, Condition: { StringEquals: { ...created, "ec2:CreateAction": "RunInstances" } } },
    ]);
    expect(statementFor(stack, "ec2:TerminateInstances")).toMatchObject([
      { Condition: { StringEquals: { "ec2:ResourceTag/CreatedBy": "EC2 Image Builder" } } },
    ]);
  });

  it("gives instances the environment's role and no other", () => {
    const toInstances = {
      StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] },
    };
    const own = "arn:aws:iam::123456789012:role/executionServiceEC2Role/test-image-builder";
    expect(statementFor(stack, "iam:PassRole")).toEqual([
      { Effect: "Allow", Action: ["iam:PassRole"], Resource: [own], Condition: toInstances },
    ]);
  });

  it("logs to the environment's groups, and to none of another whose names begin alike", () => {
    const group = (name: string) => `arn:aws:logs:eu-west-1:123456789012:log-group:${name}`;
    expect(statementFor(stack, "logs:PutLogEvents")).toMatchObject([
      { Resource: [group("/aws/imagebuilder/test-*"), group("/aws/imagebuilder/pipeline/test-*")] },
    ]);
    const names = ["/aws/imagebuilder/test-critical-*"];
    expect(statementsOf(synthesize({ foreignLogGroups: () => names }), "run-workflows").at(-1)).toEqual({
      Effect: "Deny",
      Action: ["logs:*"],
      Resource: [group("/aws/imagebuilder/test-critical-*")],
    });
  });

  it("has what the environment gives its workflows beside, within its boundary", () => {
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    const managed = "arn:aws:iam::aws:policy/AWSStepFunctionsFullAccess";
    const lambda = { effect: "Allow", actions: ["lambda:InvokeFunction"], resources: ["*"] } as const;
    const more = synthesize({
      permissionsBoundary,
      permissions: { managedPolicies: [managed], statements: [lambda] },
    });
    expect(more.text).toHaveResourceWithProperties(IamRole, { permissions_boundary: permissionsBoundary });
    expect(more.text).toHaveResourceWithProperties(IamRolePolicyAttachment, {
      role: more.ref("aws_iam_role", "name"),
      policy_arn: managed,
    });
    expect(more.text).toHaveResourceWithProperties(IamRolePolicy, {
      name: "workflow-permissions",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: ["*"] }],
      }),
    });
  });
});
