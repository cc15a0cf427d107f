import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type ITerraformDependable, Lazy } from "cdktf";
import { Construct } from "constructs";
import {
  attachmentId,
  type BuildPermissions,
  type ExistingProfile,
  instanceRoleArn,
  statementsOf,
} from "./instance-role";
import type { Place } from "./place";
import { literal } from "./terraform-text";
import { policyOf, serviceTrust } from "./policy-document";
import { namePrefix, workflowRoleName } from "@pipelines/image-definition/full-names";

const rolePath = "/imageBuilder/";

export interface WorkflowRoleProps {
  readonly place: Place;
  /** The existing instance profile that builds use. @default the one that the environment creates */
  readonly instanceProfile?: ExistingProfile | undefined;
  /** ARN of the permissions boundary for the role. @default none */
  readonly permissionsBoundary?: string | undefined;
  /** Other resources that workflows call: Systems Manager documents, Lambda functions, state machines. */
  readonly permissions: BuildPermissions;
  /**
   * Names of log groups that start like the environment's own but belong to another environment; a trailing `*` covers
   * all that start this way. Called during synthesis, when all environments are defined.
   */
  readonly foreignLogGroups: () => readonly string[];
}

/**
 * The role that Image Builder uses to run workflows. If an image has workflows, the service-linked role is not used.
 *
 * The role has the service-linked role's permissions for containers, because that role's policy cannot be attached,
 * plus those that the environment adds for its workflows.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSServiceRoleForImageBuilder.html
 */
export class WorkflowRole extends Construct {
  public readonly arn: string;
  /** Everything that must exist before a workflow can run; builds depend on it. */
  public readonly permissions: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: WorkflowRoleProps) {
    super(scope, id);
    const { place, instanceProfile, permissionsBoundary, foreignLogGroups } = props;
    const { statements } = props.permissions;
    const role = new IamRole(this, "role", {
      name: workflowRoleName(place),
      path: rolePath,
      description: `Workflows of EC2 Image Builder in ${place.environment}`,
      assumeRolePolicy: serviceTrust("imagebuilder.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": place.account },
      }),
      permissionsBoundary,
    });
    const document = () => workflowPolicies(place, statements, instanceProfile, foreignLogGroups());
    const policies = Object.entries(workflowPolicies(place, statements, instanceProfile)).map(
      ([policyId, { name }]) => {
        const policy = Lazy.stringValue({ produce: () => document()[policyId]?.policy });
        return new IamRolePolicy(this, policyId, { name, role: role.id, policy });
      },
    );
    const attachments = [...new Set(props.permissions.managedPolicies)].map(
      (policyArn) => new IamRolePolicyAttachment(this, attachmentId(policyArn), { role: role.name, policyArn }),
    );
    this.arn = role.arn;
    this.permissions = [...policies, ...attachments];
  }
}

/** ARN of the role if another stack creates it. */
export function workflowRoleArn(place: Place): string {
  return `arn:${place.partition}:iam::${place.account}:role${rolePath}${workflowRoleName(place)}`;
}

/** Returns the role's inline policies, by resource id. */
export function workflowPolicies(
  place: Place,
  more: BuildPermissions["statements"],
  instanceProfile?: ExistingProfile,
  foreignLogGroups: readonly string[] = [],
): Record<string, { name: string; policy: string }> {
  const denied = { Effect: "Deny", Action: ["logs:*"], Resource: logGroupArns(place, foreignLogGroups) };
  const basic = policyOf([
    ...statements(place, instanceRoleArn(place, instanceProfile)),
    ...(foreignLogGroups.length === 0 ? [] : [denied]),
  ]);
  return {
    policy: { name: "run-workflows", policy: basic },
    ...(more.length === 0
      ? {}
      : { permissions: { name: "workflow-permissions", policy: literal(policyOf(statementsOf(more))) } }),
  };
}

function logGroupArns({ partition, region, account }: Place, names: readonly string[]): string[] {
  return names.map((name) => `arn:${partition}:logs:${region}:${account}:log-group:${name}`);
}

function statements(place: Place, instanceRole: string): object[] {
  const { partition, region, account } = place;
  const ec2 = (resource: string): string => `arn:${partition}:ec2:${region}:${resource}`;
  const own = (resource: string): string => ec2(`${account}:${resource}`);
  const ssm = (resource: string): string => `arn:${partition}:ssm:${region}:${resource}`;
  const allow = (Action: string[], Resource: string[], Condition?: object) => ({
    Effect: "Allow",
    Action,
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  });
  const createdHere = { "aws:RequestTag/CreatedBy": "EC2 Image Builder" };
  return [
    allow(
      ["ec2:RunInstances"],
      [
        ec2(":image/*"),
        ec2(":snapshot/*"),
        ...["subnet", "network-interface", "security-group", "key-pair"].map((kind) => own(`${kind}/*`)),
      ],
    ),
    allow(["ec2:RunInstances"], [own("instance/*"), own("volume/*")], { StringEquals: createdHere }),
    allow(["ec2:CreateTags"], [own("instance/*"), own("volume/*")], {
      StringEquals: { ...createdHere, "ec2:CreateAction": "RunInstances" },
    }),
    allow(["ec2:StartInstances", "ec2:StopInstances", "ec2:TerminateInstances"], [own("instance/*")], {
      StringEquals: { "ec2:ResourceTag/CreatedBy": "EC2 Image Builder" },
    }),
    allow(
      [
        ...["Hosts", "Images", "InstanceAttribute", "InstanceStatus", "InstanceTypeOfferings", "InstanceTypes"],
        ...["Instances", "Snapshots", "Subnets", "Tags"],
      ].map((name) => `ec2:Describe${name}`),
      ["*"],
    ),
    allow(["iam:PassRole"], [instanceRole], {
      StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] },
    }),
    allow(
      ["ssm:SendCommand"],
      [
        ...["AWS-RunShellScript", "AWS-RunPowerShellScript"].map((name) => ssm(`:document/${name}`)),
        `arn:${partition}:s3:::*`,
      ],
    ),
    allow(["ssm:SendCommand"], [own("instance/*")], {
      StringEquals: { "ssm:resourceTag/CreatedBy": "EC2 Image Builder" },
    }),
    allow(
      [
        "ssm:DescribeAssociationExecutions",
        "ssm:DescribeInstanceAssociationsStatus",
        "ssm:DescribeInstanceInformation",
        "ssm:GetCommandInvocation",
        "ssm:ListCommandInvocations",
        "ssm:ListCommands",
        "ssm:ListInventoryEntries",
      ],
      ["*"],
    ),
    allow(
      ["ssm:CreateAssociation", "ssm:DeleteAssociation"],
      [ssm(":document/AWS-GatherSoftwareInventory"), ssm(`${account}:association/*`), own("instance/*")],
    ),
    // AWS's AMIs, through their public parameters.
    allow(["ssm:GetParameter"], [ssm(":parameter/aws/service/*")]),
    allow(["sns:Publish"], [`arn:${partition}:sns:${region}:${account}:*`]),
    allow(["inspector2:ListCoverage", "inspector2:ListFindings"], ["*"]),
    allow(
      ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      logGroupArns(
        place,
        ["", "pipeline/"].map((kind) => `/aws/imagebuilder/${kind}${namePrefix(place)}*`),
      ),
    ),
    allow(
      [
        "kms:CreateGrant",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncrypt*",
      ],
      [`arn:${partition}:kms:${region}:${account}:key/*`],
      { StringLike: { "kms:ViaService": `ec2.${region}.amazonaws.com*` } },
    ),
  ];
}
