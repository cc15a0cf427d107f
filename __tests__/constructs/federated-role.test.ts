import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import {
  type Claims,
  FederatedRole,
  githubActions,
  hcpTerraform,
  type FederatedRoleProps,
} from "../../constructs/federated-role";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

const { account, partition } = place;

function statement(index: number) {
  return {
    Sid: `S${index}`,
    Effect: "Allow",
    Action: ["s3:GetObject"],
    Resource: [`arn:aws:s3:::${"b".repeat(60)}`],
  } as const;
}

function synthesize(props: Partial<FederatedRoleProps> = {}): SynthesizedStack {
  const stack = testStack();
  new FederatedRole(stack, "role", {
    name: "test-plan",
    description: "Plans test",
    account,
    partition,
    provider: githubActions,
    claims: [{ equal: { sub: ["repo:acme/images:ref:refs/heads/main"] } }],
    policy: { Version: "2012-10-17", Statement: [statement(0)] },
    maxSessionSeconds: 3600,
    permissionsBoundary: undefined,
    ...props,
  });
  return new SynthesizedStack(stack);
}

function trustOf(stack: SynthesizedStack): unknown {
  return JSON.parse(String(stack.resource("aws_iam_role")["assume_role_policy"]));
}

describe("A federated role", () => {
  it("trusts tokens from its provider with the right audience and claims, and no others", () => {
    const stack = synthesize();
    expect(stack.text).toHaveResourceWithProperties(IamRole, {
      name: "test-plan",
      path: "/",
      description: "Plans test",
      max_session_duration: 3600,
    });
    expect(trustOf(stack)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": "repo:acme/images:ref:refs/heads/main",
            },
          },
        },
      ],
    });
  });

  it("trusts each set of claims, including patterns, in a separate statement", () => {
    const provider = hcpTerraform("terraform.example.com");
    const like = { sub: ["organization:acme:project:Images:workspace:*:run_phase:plan"] };
    const claims: Claims[] = [{ equal: {}, like }, { equal: { terraform_organization_name: ["acme", "acme-old"] } }];
    expect(trustOf(synthesize({ provider, claims }))).toMatchObject({
      Statement: [
        {
          Condition: {
            StringEquals: { "terraform.example.com:aud": "aws.workload.identity" },
            StringLike: { "terraform.example.com:sub": like.sub[0] },
          },
        },
        {
          Condition: {
            StringEquals: { "terraform.example.com:terraform_organization_name": ["acme", "acme-old"] },
          },
        },
      ],
    });
  });

  it("has the given permissions boundary", () => {
    const permissionsBoundary = `arn:aws:iam::${account}:policy/boundary`;
    expect(synthesize({ permissionsBoundary }).text).toHaveResourceWithProperties(IamRole, {
      permissions_boundary: permissionsBoundary,
    });
  });

  it("has a short policy inline, under the role's name", () => {
    const stack = synthesize();
    expect(stack.text).toHaveResourceWithProperties(IamRolePolicy, {
      name: "test-plan",
      role: stack.ref("aws_iam_role", "name"),
      policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement(0)] }),
    });
    expect(stack.text).not.toHaveResource(IamPolicy);
  });

  it("has a long policy split into managed policies, with each statement in exactly one of them", () => {
    const Statement = Array.from({ length: 80 }, (_, index) => statement(index));
    const stack = synthesize({ policy: { Version: "2012-10-17", Statement } });
    expect(stack.text).not.toHaveResource(IamRolePolicy);
    const policies = stack.resources("aws_iam_policy");
    expect(policies.map(({ name }) => name)).toEqual(policies.map((_, index) => `test-plan-${index + 1}`));
    const parts = policies.map(({ policy }) => JSON.parse(String(policy)) as { Statement: unknown[] });
    expect(parts.flatMap((part) => part.Statement)).toEqual(Statement);
    policies.forEach(({ name }, index) => {
      expect(stack.text).toHaveResourceWithProperties(IamRolePolicyAttachment, {
        role: stack.ref("aws_iam_role", "name"),
        policy_arn: `arn:aws:iam::${account}:policy/${String(name)}`,
        depends_on: [stack.addresses("aws_iam_policy")[index]],
      });
    });
  });
});
