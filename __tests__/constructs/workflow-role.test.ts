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

/** Actions with their resources, in policy order. */
const allowed: readonly (readonly [actions: string, resources: readonly string[]])[] = [
  [
    "ec2:RunInstances",
    [
      "arn:aws:ec2:eu-west-1::image/*",
      "arn:aws:ec2:eu-west-1::snapshot/*",
      "arn:aws:ec2:eu-west-1:123456789012:subnet/*",
      "arn:aws:ec2:eu-west-1:123456789012:network-interface/*",
      "arn:aws:ec2:eu-west-1:123456789012:security-group/*",
      "arn:aws:ec2:eu-west-1:123456789012:key-pair/*",
    ],
  ],
  [
    "ec2:RunInstances",
    ["arn:aws:ec2:eu-west-1:123456789012:instance/*", "arn:aws:ec2:eu-west-1:123456789012:volume/*"],
  ],
  ["ec2:CreateTags", ["arn:aws:ec2:eu-west-1:123456789012:instance/*", "arn:aws:ec2:eu-west-1:123456789012:volume/*"]],
  ["ec2:StartInstances ec2:StopInstances ec2:TerminateInstances", ["arn:aws:ec2:eu-west-1:123456789012:instance/*"]],
  [
    "ec2:DescribeHosts ec2:DescribeImages ec2:DescribeInstanceAttribute ec2:DescribeInstanceStatus ec2:DescribeInstanceTypeOfferings ec2:DescribeInstanceTypes ec2:DescribeInstances ec2:DescribeSnapshots ec2:DescribeSubnets ec2:DescribeTags",
    ["*"],
  ],
  ["iam:PassRole", ["arn:aws:iam::123456789012:role/executionServiceEC2Role/test-image-builder"]],
  [
    "ssm:SendCommand",
    [
      "arn:aws:ssm:eu-west-1::document/AWS-RunShellScript",
      "arn:aws:ssm:eu-west-1::document/AWS-RunPowerShellScript",
      "arn:aws:s3:::*",
    ],
  ],
  ["ssm:SendCommand", ["arn:aws:ec2:eu-west-1:123456789012:instance/*"]],
  [
    "ssm:DescribeAssociationExecutions ssm:DescribeInstanceAssociationsStatus ssm:DescribeInstanceInformation ssm:GetCommandInvocation ssm:ListCommandInvocations ssm:ListCommands ssm:ListInventoryEntries",
    ["*"],
  ],
  [
    "ssm:CreateAssociation ssm:DeleteAssociation",
    [
      "arn:aws:ssm:eu-west-1::document/AWS-GatherSoftwareInventory",
      "arn:aws:ssm:eu-west-1:123456789012:association/*",
      "arn:aws:ec2:eu-west-1:123456789012:instance/*",
    ],
  ],
  ["ssm:GetParameter", ["arn:aws:ssm:eu-west-1::parameter/aws/service/*"]],
  ["sns:Publish", ["arn:aws:sns:eu-west-1:123456789012:*"]],
  ["inspector2:ListCoverage inspector2:ListFindings", ["*"]],
  [
    "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents",
    [
      "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/imagebuilder/test-*",
      "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/imagebuilder/pipeline/test-*",
    ],
  ],
  [
    "kms:CreateGrant kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKeyWithoutPlaintext kms:ReEncrypt*",
    ["arn:aws:kms:eu-west-1:123456789012:key/*"],
  ],
];

describe("The role for workflows", () => {
  const stack = synthesize();

  it("can only be assumed by Image Builder for this account", () => {
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

  it("starts, tags and terminates only instances that Image Builder has marked as its own", () => {
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

  it("may do only this", () => {
    expect(statementsOf(stack, "run-workflows").map(({ Action, Resource }) => [Action.join(" "), Resource])).toEqual(
      allowed,
    );
  });

  it("passes only the environment's role to instances", () => {
    const toInstances = {
      StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] },
    };
    const own = "arn:aws:iam::123456789012:role/executionServiceEC2Role/test-image-builder";
    expect(statementFor(stack, "iam:PassRole")).toEqual([
      { Effect: "Allow", Action: ["iam:PassRole"], Resource: [own], Condition: toInstances },
    ]);
  });

  it("logs to the environment's log groups, but not to those of an environment whose name starts the same way", () => {
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

  it("has the environment's additional permissions for workflows, within its boundary", () => {
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
