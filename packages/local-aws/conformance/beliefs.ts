import type { JsonObject } from "../json";
import type { Belief, Place, Step } from "./play";

type Input = object | ((at: Place) => object);
type Shown = JsonObject | ((at: Place) => JsonObject);

const made = <T>(value: T | ((at: Place) => T)): ((at: Place) => T) =>
  typeof value === "function" ? (value as (at: Place) => T) : () => value;
const does = (call: string, input: Input): Step => ({ call, input: made<object>(input) });
const refuses = (call: string, input: Input, refused: string): Step => ({ ...does(call, input), refused });
const shows = (call: string, input: Input, part: Shown): Step => ({ ...does(call, input), shows: made(part) });

/** Creates a request with a name for the case: `conformance-…-a`. */
const named =
  (field: string, rest: object = {}, suffix = "a") =>
  ({ prefix }: Place) => ({ [field]: `${prefix}-${suffix}`, ...rest });
const json = JSON.stringify;
const policy = (statement: object) => json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
const trust = (principal: object) => policy({ Action: "sts:AssumeRole", Principal: principal });
const ofService = (name: string) => trust({ Service: `${name}.amazonaws.com` });
const role = (service: string, suffix = "a") =>
  does("iam:CreateRole", named("RoleName", { AssumeRolePolicyDocument: ofService(service) }, suffix));
const iamArn = ({ account, prefix }: Place, kind: string, suffix = "a") =>
  `arn:aws:iam::${account}:${kind}/${prefix}-${suffix}`;
const noRole = (at: Place) => iamArn(at, "role", "none");
const reads = policy({ Action: "s3:GetObject", Resource: "*" });
const tagged = (count: number) => Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: "v" }));

const repository = (rest: object = {}, suffix = "a") =>
  does("ecr:CreateRepository", named("repositoryName", rest, suffix));
const repositoryArn = ({ account, region, prefix }: Place) => `arn:aws:ecr:${region}:${account}:repository/${prefix}-a`;
const expiry = (...rules: readonly object[]) => json({ rules });
const expire = { action: { type: "expire" } };
const many = { countType: "imageCountMoreThan", countNumber: 5 };

const document = "schemaVersion: 1.0\nphases:\n  - name: build\n    steps: []\n";
const component = (rest: object = {}, name = "a") =>
  named("name", { semanticVersion: "1.0.0", platform: "Linux", data: document, ...rest }, name);
const builderArn = ({ account, region, prefix }: Place, kind: string, version = "") =>
  `arn:aws:imagebuilder:${region}:${account}:${kind}/${prefix}-a${version}`;
const recipe =
  (rest: object = {}) =>
  (at: Place) => ({
    name: `${at.prefix}-a`,
    semanticVersion: "1.0.0",
    containerType: "DOCKER",
    parentImage: "amazonlinux:latest",
    components: [{ componentArn: builderArn(at, "component", "/1.0.0/1") }],
    dockerfileTemplateData:
      "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
    targetRepository: { service: "ECR", repositoryName: `${at.prefix}-a` },
    ...rest,
  });
const recipeParts = [repository(), does("imagebuilder:CreateComponent", component())];
const profile = does("iam:CreateInstanceProfile", named("InstanceProfileName"));
const infrastructure = does("imagebuilder:CreateInfrastructureConfiguration", ({ prefix }: Place) => ({
  name: `${prefix}-a`,
  instanceProfileName: `${prefix}-a`,
}));
const pipeline =
  (rest: object = {}) =>
  (at: Place) => ({
    name: `${at.prefix}-a`,
    containerRecipeArn: builderArn(at, "container-recipe", "/1.0.0"),
    infrastructureConfigurationArn: builderArn(at, "infrastructure-configuration"),
    ...rest,
  });
const pipelineParts = [...recipeParts, does("imagebuilder:CreateContainerRecipe", recipe()), profile, infrastructure];
const pipelineArn = (at: Place) => builderArn(at, "image-pipeline");

const rule = does("events:PutRule", named("Name", { EventPattern: json({ source: ["aws.none"] }) }));
const target = (rest: (at: Place) => object) => (at: Place) => ({
  Rule: `${at.prefix}-a`,
  Targets: [{ Id: "a", Arn: pipelineArn(at), ...rest(at) }],
});
const topic = does("sns:CreateTopic", named("Name"));
const topicArn = ({ account, region, prefix }: Place) => `arn:aws:sns:${region}:${account}:${prefix}-a`;
const subscribe = (Protocol: string, Endpoint: string) => (at: Place) => ({
  TopicArn: topicArn(at),
  Protocol,
  Endpoint,
});
const bucket = does("s3:CreateBucket", ({ prefix, region }: Place) => ({
  Bucket: `${prefix}-a`,
  ...(region === "us-east-1" ? {} : { CreateBucketConfiguration: { LocationConstraint: region } }),
}));
const lifecycle = (rest: object) =>
  named("Bucket", {
    LifecycleConfiguration: { Rules: [{ ID: "a", Status: "Enabled", Filter: { Prefix: "" }, ...rest }] },
  });
const bucketPolicy =
  (statement: object, resource = "/*") =>
  ({ prefix }: Place) => ({
    Bucket: `${prefix}-a`,
    Policy: policy({ Resource: `arn:aws:s3:::${prefix}-a${resource}`, ...statement }),
  });

const believed = (belief: string, source: string, ...steps: readonly Step[]): Belief => ({ belief, source, steps });
const docs = "https://docs.aws.amazon.com";
const provider = "https://github.com/hashicorp/terraform-provider-aws";

/** Sorted by service. None of them needs an image build. */
export const beliefs: readonly Belief[] = [
  believed(
    "Image Builder rejects the same component with the same version; different content creates build 2",
    `${docs}/imagebuilder/latest/userguide/ibhow-semantic-versioning.html`,
    does("imagebuilder:CreateComponent", component()),
    refuses("imagebuilder:CreateComponent", component(), "ResourceAlreadyExistsException"),
    shows("imagebuilder:CreateComponent", component({ data: `${document}# changed\n` }), (at) => ({
      componentBuildVersionArn: builderArn(at, "component", "/1.0.0/2"),
    })),
  ),
  believed(
    "Component names that differ only in case count as the same name",
    "https://github.com/aws/aws-cdk/pull/35882",
    does("imagebuilder:CreateComponent", component()),
    refuses("imagebuilder:CreateComponent", component({}, "A"), "ResourceAlreadyExistsException"),
  ),
  believed(
    "A recipe whose parent is on Docker Hub needs no platform override",
    `${provider}/blob/main/internal/service/imagebuilder/container_recipe_test.go`,
    ...recipeParts,
    does("imagebuilder:CreateContainerRecipe", recipe()),
  ),
  believed(
    "A recipe whose parent is in ECR Public needs a platform override",
    `${docs}/imagebuilder/latest/APIReference/API_CreateContainerRecipe.html`,
    ...recipeParts,
    refuses(
      "imagebuilder:CreateContainerRecipe",
      recipe({ parentImage: "public.ecr.aws/amazonlinux/amazonlinux:2023" }),
      "InvalidParameterValueException",
    ),
  ),
  believed(
    "A recipe version cannot be created twice, whatever its content",
    `${docs}/imagebuilder/latest/userguide/ibhow-semantic-versioning.html`,
    ...recipeParts,
    does("imagebuilder:CreateContainerRecipe", recipe()),
    refuses("imagebuilder:CreateContainerRecipe", recipe({ description: "b" }), "ResourceAlreadyExistsException"),
  ),
  believed(
    "A component that a recipe uses cannot be deleted",
    `${provider}/issues/22127`,
    ...recipeParts,
    does("imagebuilder:CreateContainerRecipe", recipe()),
    refuses(
      "imagebuilder:DeleteComponent",
      (at: Place) => ({ componentBuildVersionArn: builderArn(at, "component", "/1.0.0/1") }),
      "ResourceDependencyException",
    ),
  ),
  believed(
    "A recipe that a pipeline uses cannot be deleted",
    `${provider}/issues/22127`,
    ...pipelineParts,
    does("imagebuilder:CreateImagePipeline", pipeline()),
    refuses(
      "imagebuilder:DeleteContainerRecipe",
      (at: Place) => ({ containerRecipeArn: builderArn(at, "container-recipe", "/1.0.0") }),
      "ResourceDependencyException",
    ),
  ),
  believed(
    "A pipeline needs only a recipe and an infrastructure configuration, and is enabled by default",
    `${docs}/imagebuilder/latest/APIReference/API_CreateImagePipeline.html`,
    ...pipelineParts,
    does("imagebuilder:CreateImagePipeline", pipeline()),
    shows("imagebuilder:GetImagePipeline", (at: Place) => ({ imagePipelineArn: pipelineArn(at) }), {
      imagePipeline: { status: "ENABLED", imageTestsConfiguration: { timeoutMinutes: 720 } },
    }),
  ),
  believed(
    "A schedule with five fields, or with both day fields set, is rejected",
    `${docs}/imagebuilder/latest/userguide/cron-expressions.html`,
    ...pipelineParts,
    ...["cron(0 3 * * ?)", "cron(0 3 1 * MON *)", "rate(1 days)"].map((scheduleExpression) =>
      refuses(
        "imagebuilder:CreateImagePipeline",
        pipeline({ schedule: { scheduleExpression } }),
        "InvalidParameterValueException",
      ),
    ),
  ),
  believed(
    "Tags on Image Builder resources may not begin with aws:",
    `${docs}/imagebuilder/latest/APIReference/API_TagResource.html`,
    refuses("imagebuilder:CreateComponent", component({ tags: { "aws:a": "b" } }), "InvalidParameterValueException"),
  ),
  believed(
    "An infrastructure configuration with a nonexistent instance profile is rejected",
    `${provider}/issues/17390`,
    {
      ...infrastructure,
      refused: "InvalidParameterValueException",
    },
  ),
  believed(
    "A dry run ends with an error and creates nothing",
    `${docs}/imagebuilder/latest/APIReference/API_CreateComponent.html`,
    refuses("imagebuilder:CreateComponent", component({ dryRun: true }), "DryRunOperationException"),
    does("imagebuilder:CreateComponent", component()),
  ),
  believed(
    "A repository that is encrypted with KMS but names no key uses the account's default key",
    `${docs}/AmazonECR/latest/userguide/encryption-at-rest.html`,
    repository({ encryptionConfiguration: { encryptionType: "KMS" } }),
    shows("ecr:DescribeRepositories", ({ prefix }: Place) => ({ repositoryNames: [`${prefix}-a`] }), {
      repositories: [{ encryptionConfiguration: { encryptionType: "KMS" } }],
    }),
  ),
  believed(
    "A repository name can be used only once",
    `${docs}/AmazonECR/latest/APIReference/API_CreateRepository.html`,
    repository(),
    { ...repository(), refused: "RepositoryAlreadyExistsException" },
  ),
  believed(
    "A lifecycle policy without rules, or with two rules of the same priority, is rejected",
    `${docs}/AmazonECR/latest/userguide/lifecycle_policy_parameters.html`,
    repository(),
    ...[
      expiry(),
      expiry(
        { rulePriority: 1, selection: { tagStatus: "untagged", ...many }, ...expire },
        { rulePriority: 1, selection: { tagStatus: "any", ...many }, ...expire },
      ),
    ].map((lifecyclePolicyText) =>
      refuses("ecr:PutLifecyclePolicy", named("repositoryName", { lifecyclePolicyText }), "InvalidParameterException"),
    ),
  ),
  believed(
    "A lifecycle rule for tagged images needs either patterns or prefixes, but not both",
    `${docs}/AmazonECR/latest/userguide/lifecycle_policy_parameters.html`,
    repository(),
    ...[{}, { tagPatternList: ["a*"], tagPrefixList: ["a"] }].map((lists) =>
      refuses(
        "ecr:PutLifecyclePolicy",
        named("repositoryName", {
          lifecyclePolicyText: expiry({
            rulePriority: 1,
            selection: { tagStatus: "tagged", ...many, ...lists },
            ...expire,
          }),
        }),
        "InvalidParameterException",
      ),
    ),
  ),
  believed(
    "A repository policy that names a nonexistent role is rejected",
    `${provider}/blob/main/internal/service/ecr/repository_policy.go`,
    repository(),
    refuses(
      "ecr:SetRepositoryPolicy",
      (at: Place) => ({
        repositoryName: `${at.prefix}-a`,
        policyText: policy({ Action: "ecr:BatchGetImage", Principal: { AWS: noRole(at) } }),
      }),
      "InvalidParameterException",
    ),
  ),
  believed(
    "A repository can have 50 tags, but not 51",
    `${docs}/AmazonECR/latest/userguide/ecr-using-tags.html`,
    repository({ tags: tagged(50) }),
    refuses(
      "ecr:TagResource",
      (at: Place) => ({ resourceArn: repositoryArn(at), tags: [{ Key: "one more", Value: "v" }] }),
      "TooManyTagsException",
    ),
  ),
  believed("A tag on a repository may not begin with aws:", `${docs}/AmazonECR/latest/userguide/ecr-using-tags.html`, {
    ...repository({ tags: [{ Key: "aws:a", Value: "b" }] }),
    refused: "InvalidTagParameterException",
  }),
  believed(
    "Role names that differ only in case count as the same name",
    `${docs}/IAM/latest/APIReference/API_CreateRole.html`,
    role("ec2"),
    refuses(
      "iam:CreateRole",
      ({ prefix }: Place) => ({ RoleName: `${prefix}-A`, AssumeRolePolicyDocument: ofService("ec2") }),
      "EntityAlreadyExistsException",
    ),
  ),
  believed(
    "Policy names that differ only in case count as the same name",
    `${docs}/IAM/latest/APIReference/API_CreatePolicy.html`,
    does("iam:CreatePolicy", named("PolicyName", { PolicyDocument: reads })),
    refuses("iam:CreatePolicy", named("PolicyName", { PolicyDocument: reads }, "A"), "EntityAlreadyExistsException"),
  ),
  believed(
    "A role can have ten managed policies, but not eleven",
    `${docs}/IAM/latest/UserGuide/reference_iam-quotas.html`,
    role("ec2"),
    ...Array.from({ length: 11 }, (_, i) =>
      does("iam:CreatePolicy", named("PolicyName", { PolicyDocument: reads }, String(i))),
    ),
    ...Array.from({ length: 11 }, (_, i) => {
      const attach = does("iam:AttachRolePolicy", (at: Place) => ({
        RoleName: `${at.prefix}-a`,
        PolicyArn: iamArn(at, "policy", String(i)),
      }));
      return i < 10 ? attach : { ...attach, refused: "LimitExceededException" };
    }),
  ),
  believed(
    "If a role trusts another role, that role must exist",
    `${docs}/IAM/latest/UserGuide/reference_policies_elements_principal.html`,
    refuses(
      "iam:CreateRole",
      (at: Place) => ({ RoleName: `${at.prefix}-a`, AssumeRolePolicyDocument: trust({ AWS: noRole(at) }) }),
      "MalformedPolicyDocumentException",
    ),
  ),
  believed(
    "A permissions boundary must exist",
    `${docs}/IAM/latest/APIReference/API_CreateRole.html`,
    refuses(
      "iam:CreateRole",
      (at: Place) => ({
        RoleName: `${at.prefix}-a`,
        AssumeRolePolicyDocument: ofService("ec2"),
        PermissionsBoundary: iamArn(at, "policy", "none"),
      }),
      "NoSuchEntityException",
    ),
  ),
  believed(
    "A role that has a policy or is in an instance profile cannot be deleted",
    `${docs}/IAM/latest/APIReference/API_DeleteRole.html`,
    role("ec2"),
    profile,
    does("iam:AddRoleToInstanceProfile", ({ prefix }: Place) => ({
      InstanceProfileName: `${prefix}-a`,
      RoleName: `${prefix}-a`,
    })),
    refuses("iam:DeleteRole", named("RoleName"), "DeleteConflictException"),
  ),
  believed(
    "Duplicate tag keys on a role are rejected",
    `${docs}/IAM/latest/APIReference/API_TagRole.html`,
    role("ec2"),
    refuses(
      "iam:TagRole",
      named("RoleName", {
        Tags: [
          { Key: "a", Value: "1" },
          { Key: "a", Value: "2" },
        ],
      }),
      "InvalidInputException",
    ),
  ),
  believed(
    "A target that is a pipeline needs a role",
    "https://github.com/awsdocs/aws-codepipeline-user-guide/pull/18",
    rule,
    refuses(
      "events:PutTargets",
      target(() => ({})),
      "ValidationException",
    ),
  ),
  believed(
    "A target's role must trust EventBridge",
    "https://github.com/Miserlou/Zappa/issues/381",
    role("ec2"),
    rule,
    refuses(
      "events:PutTargets",
      target((at) => ({ RoleArn: iamArn(at, "role") })),
      "ValidationException",
    ),
  ),
  believed(
    "A pipeline is accepted as a target if its role trusts EventBridge",
    `${docs}/eventbridge/latest/userguide/eb-targets.html`,
    role("events"),
    rule,
    shows(
      "events:PutTargets",
      target((at) => ({ RoleArn: iamArn(at, "role") })),
      { FailedEntryCount: 0 },
    ),
  ),
  believed(
    "An event pattern that is empty, or that contains an empty list or an unknown operator, is rejected",
    "https://github.com/aws/event-ruler/blob/main/src/main/software/amazon/event/ruler/RuleCompiler.java",
    ...[{}, { source: [] }, { source: "aws.ecr" }, { source: [{ begins: "a" }] }].map((pattern) =>
      refuses("events:PutRule", named("Name", { EventPattern: json(pattern) }), "InvalidEventPatternException"),
    ),
  ),
  believed(
    "A rule with an invalid schedule is rejected",
    `${docs}/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html`,
    ...["every day", "rate(5 minute)", "cron(0 25 * * ? *)"].map((ScheduleExpression) =>
      refuses("events:PutRule", named("Name", { ScheduleExpression }), "ValidationException"),
    ),
  ),
  believed(
    "A rule with targets cannot be deleted",
    `${docs}/eventbridge/latest/APIReference/API_DeleteRule.html`,
    role("events"),
    rule,
    does(
      "events:PutTargets",
      target((at) => ({ RoleArn: iamArn(at, "role") })),
    ),
    refuses("events:DeleteRule", named("Name"), "ValidationException"),
  ),
  believed(
    "Endpoints that do not match their protocol are rejected",
    `${docs}/sns/latest/api/API_Subscribe.html`,
    topic,
    ...[
      ["email", "x"],
      ["https", "http://example.com"],
      ["sqs", "queue"],
      ["lambda", "function"],
      ["pigeon", "x@example.com"],
    ].map(([protocol = "", endpoint = ""]) =>
      refuses("sns:Subscribe", subscribe(protocol, endpoint), "InvalidParameterException"),
    ),
  ),
  believed(
    "A topic policy that names a nonexistent role is rejected",
    `${docs}/sns/latest/api/API_SetTopicAttributes.html`,
    topic,
    refuses(
      "sns:SetTopicAttributes",
      (at: Place) => ({
        TopicArn: topicArn(at),
        AttributeName: "Policy",
        AttributeValue: policy({ Action: "sns:Publish", Principal: { AWS: noRole(at) }, Resource: topicArn(at) }),
      }),
      "InvalidParameterException",
    ),
  ),
  believed(
    "The name of a FIFO topic, and of no other topic, ends in .fifo",
    `${docs}/sns/latest/api/API_CreateTopic.html`,
    refuses("sns:CreateTopic", named("Name", { Attributes: { FifoTopic: "true" } }), "InvalidParameterException"),
    refuses("sns:CreateTopic", ({ prefix }: Place) => ({ Name: `${prefix}.fifo` }), "InvalidParameterException"),
    does("sns:CreateTopic", ({ prefix }: Place) => ({ Name: `${prefix}.fifo`, Attributes: { FifoTopic: "true" } })),
  ),
  believed(
    "A log group of the class DELIVERY keeps events for two days, and this cannot be changed",
    `${provider}/issues/42657`,
    does("logs:CreateLogGroup", named("logGroupName", { logGroupClass: "DELIVERY" })),
    shows("logs:DescribeLogGroups", named("logGroupNamePrefix"), { logGroups: [{ retentionInDays: 2 }] }),
    refuses("logs:PutRetentionPolicy", named("logGroupName", { retentionInDays: 30 }), "ValidationException"),
  ),
  believed(
    "A log group's retention must be one of the numbers of days that AWS allows",
    `${docs}/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html`,
    does("logs:CreateLogGroup", named("logGroupName")),
    refuses("logs:PutRetentionPolicy", named("logGroupName", { retentionInDays: 31 }), "InvalidParameterException"),
  ),
  believed(
    "A log group's name cannot begin with aws/",
    "https://github.com/hashicorp/terraform/issues/10739",
    refuses(
      "logs:CreateLogGroup",
      ({ prefix }: Place) => ({ logGroupName: `aws/${prefix}` }),
      "InvalidParameterException",
    ),
  ),
  believed(
    "A search in a log stream that does not exist is rejected",
    `${docs}/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html`,
    does("logs:CreateLogGroup", named("logGroupName")),
    refuses("logs:FilterLogEvents", named("logGroupName", { logStreamNames: ["none"] }), "ResourceNotFoundException"),
  ),
  believed(
    "Objects cannot move to infrequent access until they are 30 days old",
    `${docs}/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html`,
    bucket,
    refuses(
      "s3:PutBucketLifecycleConfiguration",
      lifecycle({ Transitions: [{ Days: 10, StorageClass: "STANDARD_IA" }] }),
      "InvalidArgument",
    ),
  ),
  believed(
    "Objects must expire after their transition, not before",
    `${docs}/AmazonS3/latest/userguide/lifecycle-conflicts.html`,
    bucket,
    refuses(
      "s3:PutBucketLifecycleConfiguration",
      lifecycle({ Transitions: [{ Days: 40, StorageClass: "GLACIER" }], Expiration: { Days: 30 } }),
      "InvalidArgument",
    ),
  ),
  believed(
    "A bucket policy that names a nonexistent role is rejected",
    "https://repost.aws/knowledge-center/s3-invalid-principal-in-policy-error",
    bucket,
    refuses(
      "s3:PutBucketPolicy",
      (at: Place) => bucketPolicy({ Action: "s3:GetObject", Principal: { AWS: noRole(at) } })(at),
      "MalformedPolicy",
    ),
  ),
  believed(
    "A bucket policy can allow object actions only on objects, not on the bucket alone",
    `${docs}/AmazonS3/latest/userguide/using-with-s3-policy-actions.html`,
    bucket,
    refuses(
      "s3:PutBucketPolicy",
      (at: Place) => bucketPolicy({ Action: "s3:GetObject", Principal: { AWS: at.account } }, "")(at),
      "MalformedPolicy",
    ),
  ),
  believed(
    "A tag on a bucket may not begin with aws:",
    `${docs}/AmazonS3/latest/userguide/CostAllocTagging.html`,
    bucket,
    refuses(
      "s3:PutBucketTagging",
      named("Bucket", { Tagging: { TagSet: [{ Key: "aws:a", Value: "b" }] } }),
      "InvalidTag",
    ),
  ),
  believed(
    "An object can have ten tags, but not eleven",
    `${docs}/AmazonS3/latest/userguide/object-tagging.html`,
    bucket,
    does("s3:PutObject", named("Bucket", { Key: "a", Body: "1" })),
    does("s3:PutObjectTagging", named("Bucket", { Key: "a", Tagging: { TagSet: tagged(10) } })),
    refuses("s3:PutObjectTagging", named("Bucket", { Key: "a", Tagging: { TagSet: tagged(11) } }), "BadRequest"),
  ),
  believed(
    "A bucket that contains an object cannot be deleted",
    `${docs}/AmazonS3/latest/API/API_DeleteBucket.html`,
    bucket,
    does("s3:PutObject", named("Bucket", { Key: "a", Body: "1" })),
    refuses("s3:DeleteBucket", named("Bucket"), "BucketNotEmpty"),
  ),
];

/** Beliefs that this project relies on, but that no case can test without building an image. */
export const untried: readonly { readonly belief: string; readonly source: string }[] = [
  {
    belief:
      "A build pushes its image with its version and build number as a tag, and with the tags from the distribution configuration",
    source: `${docs}/imagebuilder/latest/userguide/cr-upd-container-distribution-settings.html`,
  },
  {
    belief: "A pipeline whose scheduled builds fail five times in a row is disabled",
    source: `${docs}/imagebuilder/latest/userguide/manage-pipelines.html`,
  },
  {
    belief: "Deleting an image in Image Builder does not delete what was pushed to ECR",
    source: `${docs}/imagebuilder/latest/userguide/delete-resources.html`,
  },
  {
    belief: "An image that is being built cannot be deleted",
    source: `${docs}/imagebuilder/latest/APIReference/API_DeleteImage.html`,
  },
  {
    belief: "The event for a finished build identifies the image only by its ARN",
    source: `${docs}/imagebuilder/latest/userguide/integ-eventbridge.html`,
  },
  {
    belief: "Containers need a hop limit of two if the metadata service requires tokens",
    source: `${docs}/imagebuilder/latest/APIReference/API_InstanceMetadataOptions.html`,
  },
];
