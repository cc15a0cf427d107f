import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { PolicyDocument } from "@pipelines/permissions/policy-document";
import { inlinePolicyLimit, policyLength, splitPolicy } from "@pipelines/permissions/split-policy";
import { literal } from "./terraform-text";
import { policyOf } from "./policy-document";

/**
 * An OpenID Connect identity provider, whose tokens replace access keys:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html
 */
export interface IdentityProvider {
  /** Host name in the provider's URL; condition keys start with it. */
  readonly host: string;
  /** Token audience. */
  readonly audience: string;
}

export const githubActions: IdentityProvider = {
  host: "token.actions.githubusercontent.com",
  audience: "sts.amazonaws.com",
};

/** The identity provider of HCP Terraform, or of a Terraform Enterprise host. */
export function hcpTerraform(host = "app.terraform.io"): IdentityProvider {
  return { host, audience: "aws.workload.identity" };
}

function identityProviderArn(provider: IdentityProvider, partition: string, account: string): string {
  return `arn:${partition}:iam::${account}:oidc-provider/${provider.host}`;
}

/** What a token must contain. */
export interface Claims {
  /** Claims with their allowed values, without wildcards. */
  readonly equal: Readonly<Record<string, readonly string[]>>;
  /** Claims whose allowed values are patterns. @default none */
  readonly like?: Readonly<Record<string, readonly string[]>>;
}

export interface FederatedRoleProps {
  /** At most 64 characters. */
  readonly name: string;
  readonly description: string;
  readonly account: string;
  readonly partition: string;
  readonly provider: IdentityProvider;
  /** A token is trusted if it has all the claims in one of these. */
  readonly claims: readonly Claims[];
  /** Inline if short enough, otherwise split into managed policies. */
  readonly policy: PolicyDocument;
  /** Longest session, in seconds. */
  readonly maxSessionSeconds: number;
  /** ARN of the permissions boundary. */
  readonly permissionsBoundary: string | undefined;
}

/** A role for tokens from an identity provider that contain certain claims. */
export class FederatedRole extends Construct {
  public constructor(scope: Construct, id: string, props: FederatedRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "role", {
      name: props.name,
      path: "/",
      description: props.description,
      maxSessionDuration: props.maxSessionSeconds,
      permissionsBoundary: props.permissionsBoundary,
      assumeRolePolicy: literal(trustPolicy(props)),
    });
    // Reviewers of a plan see the policy's name but not the role's.
    if (policyLength(props.policy) <= inlinePolicyLimit) {
      const policy = literal(JSON.stringify(props.policy));
      new IamRolePolicy(this, "permissions", { name: props.name, role: role.name, policy });
      return;
    }
    for (const [index, part] of splitPolicy(props.policy).entries()) {
      const name = `${props.name}-${index + 1}`;
      const policy = new IamPolicy(this, `permissions-${index + 1}`, {
        name,
        path: "/",
        policy: literal(JSON.stringify(part)),
      });
      new IamRolePolicyAttachment(this, `attachment-${index + 1}`, {
        role: role.name,
        // Does not use a reference, because the role that may attach this policy is limited to its ARN.
        policyArn: `arn:${props.partition}:iam::${props.account}:policy/${name}`,
        dependsOn: [policy],
      });
    }
  }
}

/** Returns the trust policy of such a role. */
export function trustPolicy({ provider, claims, partition, account }: Omit<FederatedRoleProps, "policy">): string {
  const { host, audience } = provider;
  const conditions = (wanted: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(
      Object.entries(wanted).map(([claim, values]) => [`${host}:${claim}`, values.length === 1 ? values[0] : values]),
    );
  return policyOf(
    claims.map(({ equal, like }) => ({
      Effect: "Allow",
      Principal: { Federated: identityProviderArn(provider, partition, account) },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: conditions({ aud: [audience], ...equal }),
        ...(like && { StringLike: conditions(like) }),
      },
    })),
  );
}
