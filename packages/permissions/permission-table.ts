import { existingRepositories, foreignParts, foreignWorkflows, partsInS3 } from "./foreign-parts";
import {
  allRoles,
  bucket,
  exact,
  type Grant,
  imageBuilder,
  inBounds,
  life,
  ownRepositoryArn,
  pathArn,
  passing,
  prefixed,
  repository,
  type ResourceType,
  role,
  serviceLinkedRole,
  withoutArn,
  withParts,
} from "./grants";
import { foldName } from "@pipelines/facts/names";
import { builderName, builderPath } from "@pipelines/image-definition/full-names";
import type { PolicyContext } from "./policy-context";
import { sorted } from "./policy-document";
import { isProtected, repositoryArn } from "./stack-config";

const eventRule = {
  sid: "EventRules",
  arn: (name: string, context: PolicyContext) => context.arn("events", `rule/${name}`),
  grouped: {
    ofImage: (name: string, context: PolicyContext) => [context.arn("events", `rule/${foldName(name)}-*`)],
    shared: ["disabled-pipelines", "image-builds", "image-findings"],
  },
};

const topic = {
  sid: "Topics",
  arn: (name: string, context: PolicyContext) => context.arn("sns", name),
  grouped: { ofImage: () => [], shared: ["image-builds"] },
};

const logGroups = ["/aws/imagebuilder/$", "/aws/imagebuilder/pipeline/$"];

function usesInspector(context: PolicyContext): boolean {
  return context.all("aws_ecr_registry_scanning_configuration").some((block) => block["scan_type"] === "ENHANCED");
}

function existingRepositoryArns({ config }: PolicyContext): string[] {
  return existingRepositories(config).map((name) => repositoryArn(config, name));
}

/** Keys for log groups and repositories, which also encrypt everything else in their region. */
function keysOf(context: PolicyContext): string[] {
  const groups = context.all("aws_cloudwatch_log_group").map((block) => block["kms_key_id"]);
  const repositories = context
    .all("aws_ecr_repository")
    .flatMap((block) => (block["encryption_configuration"] ?? []) as readonly { readonly kms_key?: string }[])
    .map((each) => each.kms_key);
  return [...groups, ...repositories].filter((key) => typeof key === "string");
}

/** The output that contains the ARN of an existing instance profile's role. */
export const profileRoleOutput = "instance_profile_role";

/**
 * The stack's instance profiles, and the roles of an existing one: the role that is set, or any with the profile's
 * name.
 */
function instanceProfiles(context: PolicyContext): string[] {
  const own = context.all("aws_iam_instance_profile").map((block) => pathArn("instance-profile")(block, context));
  const role = context.config.output?.[profileRoleOutput]?.value;
  const existing = context
    .all("aws_imagebuilder_infrastructure_configuration")
    .map((block) => String(block["instance_profile_name"]))
    .filter((name) => !name.includes("${"))
    .map((name) => {
      // Created by the environment's own stack for its groups.
      if (!context.isWhole && name === builderName(context)) return context.iam(`role${builderPath}${name}`);
      // Without the role's ARN, only one thing is known about it: the console names it after the profile.
      return typeof role === "string" ? role : context.iam(`role/*${name}`);
    });
  return [...own, ...existing];
}

/**
 * The actions that each resource type needs, and on which ARNs: every statement in every policy comes from here. One
 * test takes an environment through its entire life cycle and compares its calls; another compares the actions with the
 * operations that each service has.
 *
 * IAM's names are the same as the API's, except for many in S3:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const permissionTable = {
  aws_s3_bucket: bucket(
    [
      "s3:CreateBucket",
      "s3:DeleteBucket",
      "s3:ListBucket",
      "s3:ListBucketVersions",
      // The provider reads everything about a bucket, including what this config does not set.
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketTagging",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:PutBucketTagging",
    ],
    {},
    {
      sid: "EmptyBuckets",
      deploy: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
      on: (context) =>
        context
          .all("aws_s3_bucket")
          .filter((block) => block["force_destroy"] === true && !isProtected(block))
          .map((block) => `${context.bucketArn(block["bucket"])}/*`),
    },
  ),
  aws_s3_bucket_lifecycle_configuration: bucket(["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"], {
    attribute: "bucket",
  }),
  aws_s3_bucket_ownership_controls: bucket(["s3:GetBucketOwnershipControls", "s3:PutBucketOwnershipControls"], {
    attribute: "bucket",
  }),
  aws_s3_bucket_policy: bucket(["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"], {
    attribute: "bucket",
  }),
  aws_s3_bucket_public_access_block: bucket(["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"], {
    attribute: "bucket",
  }),
  aws_s3_bucket_server_side_encryption_configuration: bucket(
    ["s3:GetEncryptionConfiguration", "s3:PutEncryptionConfiguration"],
    { attribute: "bucket" },
  ),
  aws_s3_bucket_versioning: bucket(["s3:GetBucketVersioning", "s3:PutBucketVersioning"], { attribute: "bucket" }),
  aws_ecr_repository: repository(
    [
      "ecr:CreateRepository",
      "ecr:DeleteRepository",
      "ecr:DescribeImages",
      "ecr:DescribeRepositories",
      "ecr:PutImageScanningConfiguration",
      "ecr:PutImageTagMutability",
      "ecr:ListTagsForResource",
      "ecr:TagResource",
      "ecr:UntagResource",
    ],
    {},
    {
      sid: "Images",
      operate: [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchDeleteImage",
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImages",
        "ecr:DescribeImageScanFindings",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      on: (context) => [
        ...context.all("aws_ecr_repository").map((block) => ownRepositoryArn(block, context)),
        ...existingRepositoryArns(context),
      ],
    },
    // ECR has no resource type for this.
    { sid: "Unscoped", operate: ["ecr:GetAuthorizationToken"], read: [], on: () => ["*"] },
  ),
  aws_ecr_lifecycle_policy: repository(
    ["ecr:GetLifecyclePolicy", "ecr:PutLifecyclePolicy", "ecr:DeleteLifecyclePolicy"],
    { attribute: "repository" },
  ),
  aws_ecr_repository_policy: repository(
    ["ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy", "ecr:DeleteRepositoryPolicy"],
    { attribute: "repository" },
  ),
  // ECR has no resource type for these: the registry belongs to the account, in its region.
  aws_ecr_registry_scanning_configuration: withoutArn(
    ["ecr:GetRegistryScanningConfiguration", "ecr:PutRegistryScanningConfiguration"],
    "Registry",
    (context) => context.purpose === "plan" || context.all("aws_ecr_registry_scanning_configuration").length > 0,
    // What ECR requests from Amazon Inspector on the caller's behalf when its scans are turned on and off.
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-enhanced-iam.html
    {
      sid: "Inspector",
      deploy: [
        "inspector2:Disable",
        "inspector2:Enable",
        "inspector2:ListAccountPermissions",
        "inspector2:ListCoverage",
        "inspector2:ListFindings",
      ],
      on: (context) => (usesInspector(context) ? ["*"] : []),
    },
    serviceLinkedRole("InspectorRole", "inspector2.amazonaws.com", "AWSServiceRoleForAmazonInspector2", usesInspector),
  ),
  aws_iam_openid_connect_provider: exact(
    "aws_iam_openid_connect_provider",
    "IdentityProviders",
    ({ url }, context) => context.iam(`oidc-provider/${String(url).replace(/^https:\/\//, "")}`),
    [
      "iam:AddClientIDToOpenIDConnectProvider",
      "iam:CreateOpenIDConnectProvider",
      "iam:DeleteOpenIDConnectProvider",
      "iam:GetOpenIDConnectProvider",
      "iam:RemoveClientIDFromOpenIDConnectProvider",
      "iam:TagOpenIDConnectProvider",
      "iam:UntagOpenIDConnectProvider",
      "iam:UpdateOpenIDConnectProviderThumbprint",
    ],
  ),
  aws_iam_policy: exact("aws_iam_policy", "Policies", pathArn("policy"), [
    "iam:CreatePolicy",
    "iam:CreatePolicyVersion",
    "iam:DeletePolicy",
    "iam:DeletePolicyVersion",
    "iam:GetPolicy",
    "iam:GetPolicyVersion",
    "iam:ListPolicyVersions",
    "iam:TagPolicy",
    "iam:UntagPolicy",
  ]),
  aws_iam_role: role(
    [
      "iam:GetRole",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:TagRole",
      "iam:UntagRole",
    ],
    ["iam:CreateRole", "iam:DeleteRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription"],
  ),
  aws_iam_role_policy: role(["iam:GetRolePolicy"], ["iam:DeleteRolePolicy", "iam:PutRolePolicy"], {
    attribute: "role",
  }),
  aws_iam_role_policy_attachment: {
    ...role(["iam:AttachRolePolicy", "iam:DetachRolePolicy"], [], { attribute: "role" }),
    grants: [
      {
        sid: "RolesPolicies",
        deploy: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
        on: allRoles,
        condition: (context) => ({
          ArnEquals: {
            "iam:PolicyARN": sorted(
              context.all("aws_iam_role_policy_attachment").map((block) => String(block["policy_arn"])),
            ),
            ...inBounds(context),
          },
        }),
      },
    ],
  },
  aws_iam_instance_profile: exact("aws_iam_instance_profile", "InstanceProfile", pathArn("instance-profile"), [
    "iam:AddRoleToInstanceProfile",
    "iam:CreateInstanceProfile",
    "iam:DeleteInstanceProfile",
    "iam:GetInstanceProfile",
    "iam:RemoveRoleFromInstanceProfile",
    "iam:TagInstanceProfile",
    "iam:UntagInstanceProfile",
  ]),
  aws_imagebuilder_infrastructure_configuration: imageBuilder(
    "infrastructure-configuration",
    [...life("InfrastructureConfiguration"), "imagebuilder:UpdateInfrastructureConfiguration"],
    {
      grouped: {
        ofImage: (name, context) => {
          const own = name.replace(context.environment, builderName(context));
          const all = context.all("aws_imagebuilder_infrastructure_configuration").map((block) => block["name"]);
          const isGone = !context.all("aws_imagebuilder_image_pipeline").some((block) => block["name"] === name);
          if (!isGone && !all.includes(own)) return [];
          return withParts(context.arn("imagebuilder", `infrastructure-configuration/${foldName(own)}`), "/");
        },
        shared: ["image-builder"],
      },
    },
    passing("PassInstanceRole", "ec2.amazonaws.com", instanceProfiles),
    serviceLinkedRole("ImageBuilderRole", "imagebuilder.amazonaws.com", "AWSServiceRoleForImageBuilder", () => true),
  ),
  aws_imagebuilder_component: imageBuilder("component", life("Component")),
  aws_imagebuilder_workflow: imageBuilder("workflow/*", life("Workflow")),
  aws_imagebuilder_container_recipe: imageBuilder(
    "container-recipe",
    life("ContainerRecipe"),
    {},
    {
      sid: "ForeignParts",
      deploy: ["imagebuilder:GetComponent", "imagebuilder:GetImage"],
      plan: [],
      on: ({ config }) => foreignParts(config),
    },
    // Image Builder checks the target repository on the caller's behalf.
    { sid: "ExistingRepositories", deploy: ["ecr:DescribeImages"], plan: [], on: existingRepositoryArns },
    {
      sid: "PartsInS3",
      deploy: ["s3:GetObject"],
      plan: [],
      on: ({ config, partition }) => partsInS3(config, partition),
    },
    // S3, ECR, CloudWatch Logs, SNS and Image Builder use a key on the caller's behalf.
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html#encryption-at-rest-iam
    {
      sid: "EncryptionKeys",
      deploy: [
        "kms:CreateGrant",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:RetireGrant",
      ],
      plan: [],
      on: keysOf,
    },
  ),
  aws_imagebuilder_distribution_configuration: imageBuilder("distribution-configuration", [
    ...life("DistributionConfiguration"),
    "imagebuilder:UpdateDistributionConfiguration",
  ]),
  aws_imagebuilder_image: imageBuilder(
    "image",
    [...life("Image"), "imagebuilder:CancelImageCreation"],
    {
      attribute: "container_recipe_arn",
      operate: [
        "imagebuilder:CancelImageCreation",
        "imagebuilder:GetImage",
        "imagebuilder:ListImageBuildVersions",
        "imagebuilder:ListWorkflowExecutions",
      ],
    },
    {
      sid: "BuildSteps",
      operate: ["imagebuilder:ListWorkflowStepExecutions"],
      read: [],
      on: (context) => [context.arn("imagebuilder", "workflow-execution/*")],
    },
  ),
  aws_imagebuilder_image_pipeline: imageBuilder(
    "image-pipeline",
    [...life("ImagePipeline"), "imagebuilder:UpdateImagePipeline"],
    { operate: ["imagebuilder:GetImagePipeline", "imagebuilder:StartImagePipelineExecution"] },
    passing("PassWorkflowRole", "imagebuilder.amazonaws.com", (context) =>
      context.elsewhere("aws_imagebuilder_image_pipeline", "execution_role"),
    ),
    {
      sid: "SharedInfrastructure",
      deploy: ["imagebuilder:GetInfrastructureConfiguration"],
      plan: [],
      on: (context) => context.elsewhere("aws_imagebuilder_image_pipeline", "infrastructure_configuration_arn"),
    },
    {
      sid: "ForeignWorkflows",
      deploy: ["imagebuilder:GetWorkflow"],
      plan: [],
      on: ({ config }) => foreignWorkflows(config),
    },
    // Image Builder has no resource type for this.
    { sid: "Unscoped", operate: ["imagebuilder:ListImagePipelines"], read: [], on: () => ["*"] },
  ),
  aws_cloudwatch_log_group: prefixed(
    [
      "logs:AssociateKmsKey",
      "logs:DisassociateKmsKey",
      "logs:CreateLogGroup",
      "logs:DeleteLogGroup",
      "logs:ListTagsForResource",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
      "logs:UntagResource",
    ],
    {
      sid: "LogGroups",
      names: logGroups.map((name) => `${name}-*`),
      grouped: {
        ofImage: (name, context) =>
          logGroups.flatMap((group) => withParts(context.arn("logs", `log-group:${group.replace("$", name)}`), ":")),
      },
      arn: (name, context) => context.arn("logs", `log-group:${name}`),
      separator: ":",
    },
    // CloudWatch Logs checks this for all groups in a region, whichever one the provider looks up.
    {
      sid: "FindLogGroups",
      deploy: ["logs:DescribeLogGroups"],
      on: (context) => [context.arn("logs", "log-group:*")],
    },
    {
      sid: "BuildLogs",
      operate: ["logs:GetLogEvents"],
      read: [],
      on: (context) =>
        (context.images?.map((name) => `${name}:*`) ?? [`${context.stack}-*`]).map((name) =>
          context.arn("logs", `log-group:/aws/imagebuilder/${name}`),
        ),
    },
  ),
  aws_cloudwatch_event_rule: prefixed(
    [
      "events:DeleteRule",
      "events:DescribeRule",
      "events:ListTagsForResource",
      "events:PutRule",
      "events:TagResource",
      "events:UntagResource",
    ],
    eventRule,
  ),
  aws_cloudwatch_event_target: prefixed(
    ["events:ListTargetsByRule", "events:PutTargets", "events:RemoveTargets"],
    { ...eventRule, attribute: "rule" },
    passing("PassNotificationsRole", "events.amazonaws.com", (context) =>
      context.elsewhere("aws_cloudwatch_event_target", "role_arn"),
    ),
  ),
  aws_sns_topic: prefixed(
    [
      "sns:CreateTopic",
      "sns:DeleteTopic",
      "sns:GetTopicAttributes",
      "sns:ListTagsForResource",
      "sns:SetTopicAttributes",
      "sns:TagResource",
      "sns:UntagResource",
    ],
    topic,
  ),
  aws_sns_topic_policy: prefixed(["sns:GetTopicAttributes", "sns:SetTopicAttributes"], { ...topic, attribute: "arn" }),
  aws_sns_topic_subscription: prefixed(["sns:Subscribe"], {
    ...topic,
    attribute: "topic_arn",
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
    unscoped: {
      sid: "Subscriptions",
      actions: ["sns:GetSubscriptionAttributes", "sns:SetSubscriptionAttributes", "sns:Unsubscribe"],
    },
  }),
} as const satisfies Readonly<Record<string, ResourceType>>;

export type KnownType = keyof typeof permissionTable;

export function isKnownType(type: string): type is KnownType {
  return type in permissionTable;
}

/**
 * What the S3 backend does with the state and the lock:
 * https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required A plan takes no lock: `terraform
 * plan -lock=false`.
 */
export const stateGrants: readonly Grant[] = [
  {
    sid: "StateBucket",
    deploy: ["s3:ListBucket"],
    // A stack that creates the bucket is already allowed to list it.
    on: (context) =>
      stateIn(context, (bucket) =>
        context.all("aws_s3_bucket").some((block) => context.bucketArn(block["bucket"]) === bucket) ? [] : [bucket],
      ),
  },
  {
    sid: "State",
    deploy: ["s3:GetObject", "s3:PutObject"],
    on: (context) => stateIn(context, (bucket, key) => [`${bucket}/${key}`]),
  },
  {
    sid: "StateLock",
    deploy: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
    plan: [],
    on: (context) => stateIn(context, (bucket, key) => [`${bucket}/${key}.tflock`]),
  },
];

function stateIn(context: PolicyContext, arns: (bucket: string, key: string) => string[]): string[] {
  const s3 = context.config.terraform.backend?.["s3"];
  return s3 === undefined ? [] : arns(context.bucketArn(s3["bucket"]), String(s3["key"]));
}

/** Terraform's own types: they create nothing in AWS and need no permission. */
export const builtInTypes: readonly string[] = ["terraform_data"];
