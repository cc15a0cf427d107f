import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Place } from "./place";

/**
 * What the build instance cannot do without: the SSM agent through which Image Builder drives it, and pulling
 * and pushing images. https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-builder-setting-up.html
 */
const managedPolicies = {
  ssm: "AmazonSSMManagedInstanceCore",
  ecr: "EC2InstanceProfileForImageBuilderECRContainerBuilds",
} as const;

/** IAM path of role and instance profile, as the sample has it. */
const path = "/executionServiceEC2Role/";

export interface InstanceRoleProps {
  readonly place: Place;
  /** Bucket and key prefix that the instance writes its logs under; it may write nowhere else. */
  readonly logs: { readonly bucketName: string; readonly keyPrefix: string };
}

/** The role and profile of the instances that build and test images, with the least they need. */
export class InstanceRole extends Construct {
  public readonly profile: IamInstanceProfile;
  /** All that must be in place before an instance can work: builds depend on it. */
  public readonly permissions: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: InstanceRoleProps) {
    super(scope, id);
    const { environment, partition } = props.place;
    const name = instanceRoleName(props.place);

    const role = new IamRole(this, "role", {
      name,
      path,
      description: `EC2 Image Builder instances of ${environment}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            // China keeps a service domain of its own for EC2 alone.
            Principal: { Service: partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com" },
          },
        ],
      }),
    });
    const attachments = Object.entries(managedPolicies).map(
      ([key, policy]) =>
        new IamRolePolicyAttachment(this, key, {
          role: role.name,
          policyArn: `arn:${partition}:iam::aws:policy/${policy}`,
        }),
    );
    const writeLogs = new IamRolePolicy(this, "write-logs", {
      name: "write-build-logs",
      role: role.id,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "s3:PutObject",
            Resource: `arn:${partition}:s3:::${props.logs.bucketName}/${props.logs.keyPrefix}/*`,
          },
          // For the logs in S3, and for components, which are decrypted on the instance.
          ...(props.place.encryptionKey === undefined
            ? []
            : [
                {
                  Effect: "Allow",
                  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
                  Resource: props.place.encryptionKey,
                },
              ]),
        ],
      }),
    });
    this.profile = new IamInstanceProfile(this, "profile", { name, path, role: role.name });
    this.permissions = [...attachments, writeLogs];
  }
}

export function instanceRoleArn(place: Place): string {
  return `arn:${place.partition}:iam::${place.account}:role${path}${instanceRoleName(place)}`;
}

/** Name of the role and of the profile: at most 64 characters in IAM. */
export function instanceRoleName(place: Place): string {
  return `${place.environment}-image-builder`;
}
