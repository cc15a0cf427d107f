import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "./place";
import { strictStatements } from "./strict-build-role";
import { literal } from "./terraform-text";
import { policyOf, serviceTrust } from "./policy-document";
import { builderName, builderPath as path } from "@pipelines/image-definition/full-names";

/**
 * What every build instance needs: the SSM agent, through which Image Builder controls it, and permission to pull and
 * push images. https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-builder-setting-up.html
 */
const managedPolicies = {
  ssm: "AmazonSSMManagedInstanceCore",
  ecr: "EC2InstanceProfileForImageBuilderECRContainerBuilds",
} as const;

/** ARNs of the managed policies that every build instance has, by attachment id. */
export function basicPolicyArns({ partition }: Pick<Place, "partition">): Map<string, string> {
  return new Map(
    Object.entries(managedPolicies).map(([id, policy]) => [id, `arn:${partition}:iam::aws:policy/${policy}`]),
  );
}

/** What builds may do in addition to the default permissions. */
export interface BuildPermissions {
  /** ARNs. */
  readonly managedPolicies: readonly string[];
  readonly statements: readonly {
    readonly effect: "Allow" | "Deny";
    readonly actions: readonly string[];
    readonly resources: readonly string[];
    readonly conditions?: Readonly<Record<string, unknown>> | undefined;
  }[];
}

/** Input for the role's inline policies. */
export interface InlinePolicies {
  readonly place: Place;
  /** Bucket and key prefix for the instance's logs; it may write nowhere else. */
  readonly logs: { readonly bucketName: string; readonly keyPrefix: string };
  /** What builds read from S3, as `s3://bucket/key`; a trailing `*` matches any text. */
  readonly reads: readonly string[];
  readonly statements: BuildPermissions["statements"];
  /**
   * ARNs of the only repositories that builds may push to. Builds may then read only parameters that were granted.
   * @default any
   */
  readonly pushesOnlyTo?: readonly string[] | undefined;
}

export interface RolePermissions extends Pick<InlinePolicies, "pushesOnlyTo"> {
  readonly reads: InlinePolicies["reads"];
  readonly permissions: BuildPermissions;
  /** ARN of the permissions boundary for the role. @default none */
  readonly permissionsBoundary?: string | undefined;
}

export interface InstanceRoleProps extends Pick<InlinePolicies, "place" | "logs">, RolePermissions {}

/** The role and profile for the instances that build and test images, with minimal permissions. */
export class InstanceRole extends Construct {
  public readonly profile: IamInstanceProfile;
  /** Everything that must exist before an instance can work; builds depend on it. */
  public readonly permissions: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: InstanceRoleProps) {
    super(scope, id);
    const { environment, partition } = props.place;
    const name = builderName(props.place);

    const role = new IamRole(this, "role", {
      name,
      path,
      description: `EC2 Image Builder instances of ${environment}`,
      // In China, only EC2 has its own service domain.
      assumeRolePolicy: serviceTrust(partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"),
      permissionsBoundary: props.permissionsBoundary,
    });
    const { managedPolicies: others, statements } = props.permissions;
    // A policy that is listed twice causes a finding.
    const added = [...new Set(others)].map((arn) => [attachmentId(arn), arn] as const);
    const attachments = [...basicPolicyArns(props.place), ...added].map(
      ([id, policyArn]) => new IamRolePolicyAttachment(this, id, { role: role.name, policyArn }),
    );
    const inline = Object.entries(inlinePolicies({ ...props, statements })).map(
      ([id, { name, policy }]) => new IamRolePolicy(this, id, { name, role: role.id, policy: literal(policy) }),
    );
    this.profile = new IamInstanceProfile(this, "profile", { name, path, role: role.name });
    this.permissions = [...attachments, ...inline];
  }
}

/** An existing instance profile. */
export interface ExistingProfile {
  readonly name: string;
  /** ARN of its role. @default unknown */
  readonly role?: string | undefined;
}

/**
 * Returns the ARN of the instances' role. If the role of an existing profile is not set, all that is known is that the
 * console gives the role the same name as the profile, under any path.
 */
export function instanceRoleArn(place: Place, existing?: ExistingProfile): string {
  if (existing?.role !== undefined) return existing.role;
  const instanceProfile = existing?.name;
  const role = instanceProfile === undefined ? `${path}${builderName(place)}` : `/*${instanceProfile}`;
  return `arn:${place.partition}:iam::${place.account}:role${role}`;
}

/**
 * Returns the id of a policy's attachment, based on the policy's owner and name, so that it does not depend on the
 * order of the settings.
 */
export function attachmentId(arn: string): string {
  return arn.replace(/^.*?:iam::(\w*):policy\//, "$1-").replaceAll("/", "-");
}

/** Returns the statements that an environment's settings grant a role, in IAM's policy language. */
export function statementsOf(statements: BuildPermissions["statements"]): object[] {
  return statements.map(({ effect, actions, resources, conditions }) => ({
    Effect: effect,
    Action: actions,
    Resource: resources,
    ...(conditions && { Condition: conditions }),
  }));
}

/** Returns the role's inline policies, by resource id. */
export function inlinePolicies(props: InlinePolicies): Record<string, { name: string; policy: string }> {
  const { logs, statements } = props;
  const { partition, encryptionKey } = props.place;
  const write = {
    Effect: "Allow",
    Action: "s3:PutObject",
    Resource: `arn:${partition}:s3:::${logs.bucketName}/${logs.keyPrefix}/*`,
  };
  // Needed for the logs in S3, and for components, which are decrypted on the instance.
  const useKey = { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: encryptionKey };
  const reads = readStatements(props.reads, partition);
  const more = statementsOf(statements);
  const { pushesOnlyTo } = props;
  const strict = pushesOnlyTo === undefined ? [] : strictStatements(partition, pushesOnlyTo, statements);
  return {
    "write-logs": {
      name: "write-build-logs",
      policy: policyOf(encryptionKey === undefined ? [write] : [write, useKey]),
    },
    ...(reads.length === 0 ? {} : { "read-sources": { name: "read-sources", policy: policyOf(reads) } }),
    ...(more.length === 0 ? {} : { "build-permissions": { name: "build-permissions", policy: policyOf(more) } }),
    ...(strict.length === 0 ? {} : { strict: { name: "strict-build-role", policy: policyOf(strict) } }),
  };
}

/** Returns statements that allow reading these objects, and listing those whose keys end in a star. */
function readStatements(uris: readonly string[], partition: string): object[] {
  if (uris.length === 0) return [];
  const arn = (name: string): string => `arn:${partition}:s3:::${name}`;
  const places = uris.map((uri) => uri.replace("s3://", ""));
  const lists = places
    .filter((place) => place.endsWith("*"))
    .map((place) => {
      const [bucket = "", ...key] = place.split("/");
      return {
        Effect: "Allow",
        Action: ["s3:ListBucket"],
        Resource: [arn(bucket)],
        Condition: { StringLike: { "s3:prefix": [key.join("/")] } },
      };
    });
  return [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: places.map(arn) }, ...lists];
}
