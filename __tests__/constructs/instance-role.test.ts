import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { InstanceRole, type InstanceRoleProps } from "../../constructs/instance-role";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

function synthesize(partition = "aws", props: Partial<InstanceRoleProps> = {}): SynthesizedStack {
  const stack = testStack();
  new InstanceRole(stack, "instance", {
    place: { ...place, partition },
    logs: { bucketName: "the-logs", keyPrefix: "some/prefix" },
    reads: [],
    permissions: { managedPolicies: [], statements: [] },
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("The role for build instances", () => {
  const role = synthesize();

  it("is named after its environment, under the path from the sample", () => {
    expect(role.text).toHaveResourceWithProperties(IamRole, {
      name: "test-image-builder",
      path: "/executionServiceEC2Role/",
      description: "EC2 Image Builder instances of test",
    });
  });

  it.each([
    ["aws", "ec2.amazonaws.com"],
    ["aws-us-gov", "ec2.amazonaws.com"],
    ["aws-cn", "ec2.amazonaws.com.cn"],
  ])("trusts only EC2, whose principal in the partition %s is %s", (partition, service) => {
    expect(JSON.parse(String(synthesize(partition).resource("aws_iam_role").assume_role_policy))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
    });
  });

  it.each(["aws", "aws-us-gov", "aws-cn"])(
    "has the two managed policies that a container build needs, from the partition %s",
    (partition) => {
      const stack = synthesize(partition);
      const policies = stack.resources("aws_iam_role_policy_attachment").map(({ policy_arn }) => policy_arn);
      expect(policies.sort()).toEqual([
        `arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
        `arn:${partition}:iam::aws:policy/EC2InstanceProfileForImageBuilderECRContainerBuilds`,
      ]);
      for (const attachment of stack.resources("aws_iam_role_policy_attachment")) {
        expect(attachment.role).toBe(stack.ref("aws_iam_role", "name"));
      }
    },
  );

  it.each(["aws", "aws-us-gov", "aws-cn"])(
    "may only put objects under the log prefix, in the partition %s",
    (partition) => {
      const stack = synthesize(partition);
      expect(stack.text).toHaveResourceWithProperties(IamRolePolicy, {
        name: "write-build-logs",
        role: stack.ref("aws_iam_role", "id"),
      });
      expect(JSON.parse(String(stack.resource("aws_iam_role_policy").policy))).toEqual({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "s3:PutObject", Resource: `arn:${partition}:s3:::the-logs/some/prefix/*` },
        ],
      });
    },
  );

  it("is attached to instances through a profile with the same name and path", () => {
    expect(role.text).toHaveResourceWithProperties(IamInstanceProfile, {
      name: "test-image-builder",
      path: "/executionServiceEC2Role/",
      role: role.ref("aws_iam_role", "name"),
    });
  });

  it("has the managed policies and statements from the settings, at addresses that do not depend on their order", () => {
    const own = "arn:aws:iam::123456789012:policy/team/builds";
    const others = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", own];
    const statements = [
      {
        effect: "Allow",
        actions: ["secretsmanager:GetSecretValue"],
        resources: ["arn:aws:secretsmanager:*:*:secret:a"],
      },
      {
        effect: "Deny",
        actions: ["s3:GetObject"],
        resources: ["arn:aws:s3:::private/${aws:PrincipalTag/Team}/*"],
        conditions: { Bool: { "aws:SecureTransport": "false" } },
      },
    ] as const;
    const given = (managedPolicies: readonly string[]) =>
      synthesize("aws", { permissions: { managedPolicies, statements } });
    const attachments = ({ json }: SynthesizedStack) =>
      Object.entries(json.resource["aws_iam_role_policy_attachment"] ?? {}).map(([id, { policy_arn }]) => [
        id,
        policy_arn,
      ]);
    expect(attachments(given(others))).toHaveLength(4);
    expect(attachments(given(others))).toContainEqual([
      expect.stringMatching(/^instance_123456789012-team-builds_/),
      own,
    ]);
    expect(attachments(given([...others].reverse()))).toEqual(attachments(given(others)));
    const policy = given([])
      .resources("aws_iam_role_policy")
      .find(({ name }) => name === "build-permissions")?.policy;
    expect(JSON.parse(String(policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["secretsmanager:GetSecretValue"],
          Resource: ["arn:aws:secretsmanager:*:*:secret:a"],
        },
        {
          Effect: "Deny",
          Action: ["s3:GetObject"],
          // IAM's own variables are not Terraform templates.
          Resource: ["arn:aws:s3:::private/$${aws:PrincipalTag/Team}/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("may read exactly the objects that builds read, and list objects for keys that end in a star", () => {
    const reads = ["s3://scripts/setup.sh", "s3://tools/linux/*"];
    const policy = synthesize("aws-cn", { reads })
      .resources("aws_iam_role_policy")
      .find(({ name }) => name === "read-sources")?.policy;
    expect(JSON.parse(String(policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:GetObject"],
          Resource: ["arn:aws-cn:s3:::scripts/setup.sh", "arn:aws-cn:s3:::tools/linux/*"],
        },
        {
          Effect: "Allow",
          Action: ["s3:ListBucket"],
          Resource: ["arn:aws-cn:s3:::tools"],
          Condition: { StringLike: { "s3:prefix": ["linux/*"] } },
        },
      ],
    });
  });

  it("has a permissions boundary if one is set", () => {
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    expect(synthesize("aws", { permissionsBoundary }).resource("aws_iam_role").permissions_boundary).toBe(
      permissionsBoundary,
    );
  });

  it("is five resources", () => {
    expect(role.text).toHaveResource(IamRolePolicyAttachment);
    expect(role.counts()).toEqual({
      aws_iam_role: 1,
      aws_iam_role_policy: 1,
      aws_iam_role_policy_attachment: 2,
      aws_iam_instance_profile: 1,
    });
  });
});
