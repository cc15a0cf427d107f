/**
 * The IAM actions that making, reading, changing and destroying a resource takes, by type of resource, as the AWS
 * provider calls them. Every policy of this project follows from it. A test runs through a whole life of an
 * environment and compares the calls made; another compares it with the operations that each service has.
 *
 * IAM's names are the API's, but for many of S3's:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const resourceActions = {
  aws_s3_bucket: [
    "s3:CreateBucket",
    "s3:DeleteBucket",
    "s3:ListBucket",
    "s3:ListBucketVersions",
    // The provider reads all of a bucket, also what this config does not set.
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
  aws_s3_bucket_lifecycle_configuration: ["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"],
  aws_s3_bucket_ownership_controls: ["s3:GetBucketOwnershipControls", "s3:PutBucketOwnershipControls"],
  aws_s3_bucket_policy: ["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"],
  aws_s3_bucket_public_access_block: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
  aws_s3_bucket_server_side_encryption_configuration: [
    "s3:GetEncryptionConfiguration",
    "s3:PutEncryptionConfiguration",
  ],
  aws_s3_bucket_versioning: ["s3:GetBucketVersioning", "s3:PutBucketVersioning"],
  aws_ecr_repository: [
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
  aws_ecr_lifecycle_policy: ["ecr:GetLifecyclePolicy", "ecr:PutLifecyclePolicy", "ecr:DeleteLifecyclePolicy"],
  aws_ecr_registry_scanning_configuration: [
    "ecr:GetRegistryScanningConfiguration",
    "ecr:PutRegistryScanningConfiguration",
  ],
  aws_ecr_repository_policy: ["ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy", "ecr:DeleteRepositoryPolicy"],
  aws_iam_role: [
    "iam:CreateRole",
    "iam:DeleteRole",
    "iam:GetRole",
    "iam:ListAttachedRolePolicies",
    "iam:ListInstanceProfilesForRole",
    "iam:ListRolePolicies",
    "iam:TagRole",
    "iam:UntagRole",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRole",
    "iam:UpdateRoleDescription",
  ],
  aws_iam_role_policy: ["iam:GetRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy"],
  aws_iam_role_policy_attachment: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
  aws_iam_instance_profile: [
    "iam:AddRoleToInstanceProfile",
    "iam:CreateInstanceProfile",
    "iam:DeleteInstanceProfile",
    "iam:GetInstanceProfile",
    "iam:RemoveRoleFromInstanceProfile",
    "iam:TagInstanceProfile",
    "iam:UntagInstanceProfile",
  ],
  aws_iam_policy: [
    "iam:CreatePolicy",
    "iam:CreatePolicyVersion",
    "iam:DeletePolicy",
    "iam:DeletePolicyVersion",
    "iam:GetPolicy",
    "iam:GetPolicyVersion",
    "iam:ListPolicyVersions",
    "iam:TagPolicy",
    "iam:UntagPolicy",
  ],
  aws_iam_openid_connect_provider: [
    "iam:AddClientIDToOpenIDConnectProvider",
    "iam:CreateOpenIDConnectProvider",
    "iam:DeleteOpenIDConnectProvider",
    "iam:GetOpenIDConnectProvider",
    "iam:RemoveClientIDFromOpenIDConnectProvider",
    "iam:TagOpenIDConnectProvider",
    "iam:UntagOpenIDConnectProvider",
    "iam:UpdateOpenIDConnectProviderThumbprint",
  ],
  aws_cloudwatch_log_group: [
    "logs:AssociateKmsKey",
    "logs:DisassociateKmsKey",
    "logs:CreateLogGroup",
    "logs:DeleteLogGroup",
    "logs:ListTagsForResource",
    "logs:PutRetentionPolicy",
    "logs:TagResource",
    "logs:UntagResource",
  ],
  aws_cloudwatch_event_rule: [
    "events:DeleteRule",
    "events:DescribeRule",
    "events:ListTagsForResource",
    "events:PutRule",
    "events:TagResource",
    "events:UntagResource",
  ],
  aws_cloudwatch_event_target: ["events:ListTargetsByRule", "events:PutTargets", "events:RemoveTargets"],
  aws_sns_topic: [
    "sns:CreateTopic",
    "sns:DeleteTopic",
    "sns:GetTopicAttributes",
    "sns:ListTagsForResource",
    "sns:SetTopicAttributes",
    "sns:TagResource",
    "sns:UntagResource",
  ],
  aws_sns_topic_policy: ["sns:GetTopicAttributes", "sns:SetTopicAttributes"],
  aws_sns_topic_subscription: [
    "sns:GetSubscriptionAttributes",
    "sns:SetSubscriptionAttributes",
    "sns:Subscribe",
    "sns:Unsubscribe",
  ],
  aws_imagebuilder_component: [...life("Component"), ...imageBuilderTags()],
  aws_imagebuilder_container_recipe: [...life("ContainerRecipe"), ...imageBuilderTags()],
  aws_imagebuilder_distribution_configuration: [
    ...life("DistributionConfiguration"),
    "imagebuilder:UpdateDistributionConfiguration",
    ...imageBuilderTags(),
  ],
  aws_imagebuilder_image: [...life("Image"), "imagebuilder:CancelImageCreation", ...imageBuilderTags()],
  aws_imagebuilder_image_pipeline: [
    ...life("ImagePipeline"),
    "imagebuilder:UpdateImagePipeline",
    ...imageBuilderTags(),
  ],
  aws_imagebuilder_workflow: [...life("Workflow"), ...imageBuilderTags()],
  aws_imagebuilder_infrastructure_configuration: [
    ...life("InfrastructureConfiguration"),
    "imagebuilder:UpdateInfrastructureConfiguration",
    ...imageBuilderTags(),
  ],
} as const satisfies Readonly<Record<string, readonly `${string}:${string}`[]>>;

export type KnownType = keyof typeof resourceActions;

/** Whether an action changes nothing: what a plan needs. */
export function isRead(action: string): boolean {
  return /:(Get|List|Describe)/.test(action);
}

function life<T extends string>(name: T) {
  return [`imagebuilder:Create${name}`, `imagebuilder:Get${name}`, `imagebuilder:Delete${name}`] as const;
}

function imageBuilderTags() {
  return ["imagebuilder:TagResource", "imagebuilder:UntagResource"] as const;
}

/** Actions that are allowed though no call of that name need ever be made, with the reason for each. */
export const withoutCall: Readonly<Record<string, string>> = {
  "logs:AssociateKmsKey": "encrypts a log group that is there with a key that is set later",
  "logs:DisassociateKmsKey": "where the key is taken out again",
  "iam:PassRole": "no call of its own: handing a role to EC2 through an instance profile requires it",
  "iam:CreateServiceLinkedRole": "Image Builder makes its role in the caller's name, at its first use in an account",
  "ecr:DescribeImages": "Image Builder looks at the target repository in the caller's name when a recipe is made",
  "ecr:PutImageScanningConfiguration": "puts scanning back on where it was turned off by hand",
  "imagebuilder:CancelImageCreation": "ends a build that a deploy gave up waiting for: until then its image cannot go",
  "iam:UpdateRole": "puts the session duration back where it was changed by hand",
  "sns:SetSubscriptionAttributes": "puts a subscription's settings back where they were changed by hand",
};
