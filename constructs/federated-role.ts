import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { PolicyDocument } from "@pipelines/permissions/policy";
import { inlinePolicyLimit, policyLength, splitPolicy } from "@pipelines/permissions/split-policy";
import { literal } from "./terraform-text";

/** An identity provider that AWS asks no keys of: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html */
export interface IdentityProvider {
  /** Host name of its address, first part of its condition keys. */
  readonly host: string;
  /** Audience of the tokens, as whoever asks for one names it. */
  readonly audience: string;
}

export const githubActions: IdentityProvider = {
  host: "token.actions.githubusercontent.com",
  audience: "sts.amazonaws.com",
};

/** Of HCP Terraform, or of the Terraform Enterprise under a host name. */
export function hcpTerraform(host = "app.terraform.io"): IdentityProvider {
  return { host, audience: "aws.workload.identity" };
}

function identityProviderArn(provider: IdentityProvider, partition: string, account: string): string {
  return `arn:${partition}:iam::${account}:oidc-provider/${provider.host}`;
}

/** Claims of a token, each with the values of which it must have one: no wildcards. */
export type Claims = Readonly<Record<string, readonly string[]>>;

export interface FederatedRoleProps {
  /** At most 64 characters. */
  readonly name: string;
  readonly description: string;
  readonly account: string;
  readonly partition: string;
  readonly provider: IdentityProvider;
  readonly claims: Claims;
  /** Inline if it is short enough for that, else in managed policies. */
  readonly policy: PolicyDocument;
  /** Seconds that a session may last at most. */
  readonly maxSessionSeconds: number;
  /** ARN of the managed policy that bounds what the role may be allowed. */
  readonly permissionsBoundary: string | undefined;
}

/** A role for tokens of an identity provider that carry certain claims. */
export class FederatedRole extends Construct {
  public constructor(scope: Construct, id: string, props: FederatedRoleProps) {
    super(scope, id);
    const { host, audience } = props.provider;
    const claims = Object.entries({ aud: [audience], ...props.claims }).map(([claim, values]) => [
      `${host}:${claim}`,
      values.length === 1 ? values[0] : values,
    ]);
    const role = new IamRole(this, "role", {
      name: props.name,
      path: "/",
      description: props.description,
      maxSessionDuration: props.maxSessionSeconds,
      permissionsBoundary: props.permissionsBoundary,
      assumeRolePolicy: literal(
        JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Federated: identityProviderArn(props.provider, props.partition, props.account) },
              Action: "sts:AssumeRoleWithWebIdentity",
              Condition: { StringEquals: Object.fromEntries(claims) as Record<string, unknown> },
            },
          ],
        }),
      ),
    });
    // A reviewer of a plan sees a policy's name and not the role's.
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
        // Written out, because the role that may attach it is limited to its ARN.
        policyArn: `arn:${props.partition}:iam::${props.account}:policy/${name}`,
        dependsOn: [policy],
      });
    }
  }
}
