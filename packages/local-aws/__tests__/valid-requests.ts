import { arn, dockerfile, testAccount, testDocument, testRegion, trustOf } from "@pipelines/testing/clients";
import { createHash } from "node:crypto";

/** Contents of the responses to earlier requests in the sequence, by operation. */
type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A request that AWS accepts after all the requests before it. */
export interface ValidRequest {
  readonly service: string;
  readonly operation: string;
  readonly input: (answers: Answers) => object;
  /** Simulated minutes that pass before the request. */
  readonly after?: number;
}

type Input = object | ((answers: Answers) => object);

function of(service: string, ...requests: readonly (readonly [operation: string, input: Input, after?: number])[]) {
  return requests.map(([operation, input, after]): ValidRequest => ({
    service,
    operation,
    input: typeof input === "function" ? (input as (answers: Answers) => object) : () => input,
    ...(after === undefined ? {} : { after }),
  }));
}

const sha256 = (content: string) => `sha256:${createHash("sha256").update(content).digest("hex")}`;
const layer = "a layer";
const manifest = JSON.stringify({
  schemaVersion: 2,
  config: { mediaType: "application/vnd.docker.container.image.v1+json", size: 7, digest: sha256(layer) },
});
const allowAll = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const trust = trustOf("ec2.amazonaws.com");
const Tags = [{ Key: "team", Value: "builds" }];
const tags = { team: "builds" };
const iamArn = (resource: string) => `arn:aws:iam::${testAccount}:${resource}`;
const logArn = `arn:aws:logs:${testRegion}:${testAccount}:log-group:builds`;
const ruleArn = `arn:aws:events:${testRegion}:${testAccount}:rule/chain`;
const topicArn = `arn:aws:sns:${testRegion}:${testAccount}:builds`;
const subscriptionArn = `${topicArn}:00000000-0000-4000-8000-000000000001`;
const repositoryArn = `arn:aws:ecr:${testRegion}:${testAccount}:repository/hello`;
const providerArn = iamArn("oidc-provider/token.example.com");
const pullPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: testAccount }, Action: "ecr:BatchGetImage" }],
});
const expiry = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: "untagged", countType: "imageCountMoreThan", countNumber: 1 },
      action: { type: "expire" },
    },
  ],
});
const registryPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: testAccount }, Action: "ecr:ReplicateImage", Resource: "*" }],
});
const workflowDocument =
  "name: check\ndescription: checks\nschemaVersion: 1.0\nsteps:\n  - name: wait\n    action: WaitForAction\n";

const repositoryName = "hello";
const bucket = { Bucket: "builds-of-hello" };
const bucketPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: "arn:aws:s3:::builds-of-hello/*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
});

const iam = of(
  "iam",
  [
    "CreateRole",
    { RoleName: "build", AssumeRolePolicyDocument: trust, Description: "a", MaxSessionDuration: 3600, Path: "/", Tags },
  ],
  ["GetRole", { RoleName: "build" }],
  ["ListRoles", {}],
  ["UpdateRole", { RoleName: "build", Description: "b", MaxSessionDuration: 7200 }],
  ["UpdateRoleDescription", { RoleName: "build", Description: "c" }],
  ["UpdateAssumeRolePolicy", { RoleName: "build", PolicyDocument: trust }],
  ["TagRole", { RoleName: "build", Tags }],
  ["ListRoleTags", { RoleName: "build" }],
  ["UntagRole", { RoleName: "build", TagKeys: ["team"] }],
  ["CreatePolicy", { PolicyName: "all", PolicyDocument: allowAll, Description: "a", Path: "/", Tags }],
  ["GetPolicy", { PolicyArn: iamArn("policy/all") }],
  ["CreatePolicyVersion", { PolicyArn: iamArn("policy/all"), PolicyDocument: allowAll, SetAsDefault: false }],
  ["ListPolicyTags", { PolicyArn: iamArn("policy/all") }],
  ["ListPolicyVersions", { PolicyArn: iamArn("policy/all") }],
  ["GetPolicyVersion", { PolicyArn: iamArn("policy/all"), VersionId: "v2" }],
  ["DeletePolicyVersion", { PolicyArn: iamArn("policy/all"), VersionId: "v2" }],
  ["TagPolicy", { PolicyArn: iamArn("policy/all"), Tags }],
  ["UntagPolicy", { PolicyArn: iamArn("policy/all"), TagKeys: ["team"] }],
  ["AttachRolePolicy", { RoleName: "build", PolicyArn: iamArn("policy/all") }],
  ["ListAttachedRolePolicies", { RoleName: "build" }],
  ["DetachRolePolicy", { RoleName: "build", PolicyArn: iamArn("policy/all") }],
  ["PutRolePermissionsBoundary", { RoleName: "build", PermissionsBoundary: iamArn("policy/all") }],
  ["DeleteRolePermissionsBoundary", { RoleName: "build" }],
  ["PutRolePolicy", { RoleName: "build", PolicyName: "own", PolicyDocument: allowAll }],
  ["GetRolePolicy", { RoleName: "build", PolicyName: "own" }],
  ["ListRolePolicies", { RoleName: "build" }],
  ["DeleteRolePolicy", { RoleName: "build", PolicyName: "own" }],
  ["CreateInstanceProfile", { InstanceProfileName: "build", Path: "/", Tags }],
  ["GetInstanceProfile", { InstanceProfileName: "build" }],
  ["ListInstanceProfiles", {}],
  ["AddRoleToInstanceProfile", { InstanceProfileName: "build", RoleName: "build" }],
  ["ListInstanceProfilesForRole", { RoleName: "build" }],
  ["TagInstanceProfile", { InstanceProfileName: "build", Tags }],
  ["ListInstanceProfileTags", { InstanceProfileName: "build" }],
  ["UntagInstanceProfile", { InstanceProfileName: "build", TagKeys: ["team"] }],
  [
    "CreateOpenIDConnectProvider",
    {
      Url: "https://token.example.com",
      ClientIDList: ["sts.amazonaws.com"],
      ThumbprintList: ["0".repeat(40)],
      Tags,
    },
  ],
  ["GetOpenIDConnectProvider", { OpenIDConnectProviderArn: providerArn }],
  ["ListOpenIDConnectProviders", {}],
  ["AddClientIDToOpenIDConnectProvider", { OpenIDConnectProviderArn: providerArn, ClientID: "builds" }],
  ["RemoveClientIDFromOpenIDConnectProvider", { OpenIDConnectProviderArn: providerArn, ClientID: "builds" }],
  [
    "UpdateOpenIDConnectProviderThumbprint",
    { OpenIDConnectProviderArn: providerArn, ThumbprintList: ["1".repeat(40)] },
  ],
  ["ListOpenIDConnectProviderTags", { OpenIDConnectProviderArn: providerArn }],
  ["TagOpenIDConnectProvider", { OpenIDConnectProviderArn: providerArn, Tags }],
  ["UntagOpenIDConnectProvider", { OpenIDConnectProviderArn: providerArn, TagKeys: ["team"] }],
  ["DeleteOpenIDConnectProvider", { OpenIDConnectProviderArn: providerArn }],
  ["DeletePolicy", { PolicyArn: iamArn("policy/all") }],
  ["CreateRole", { RoleName: "workflows", AssumeRolePolicyDocument: trustOf("imagebuilder.amazonaws.com") }],
  ["CreateRole", { RoleName: "gone", AssumeRolePolicyDocument: trust }],
  ["DeleteRole", { RoleName: "gone" }],
  ["CreateInstanceProfile", { InstanceProfileName: "gone" }],
  ["DeleteInstanceProfile", { InstanceProfileName: "gone" }],
  ["RemoveRoleFromInstanceProfile", { InstanceProfileName: "build", RoleName: "build" }],
  ["AddRoleToInstanceProfile", { InstanceProfileName: "build", RoleName: "build" }],
);

const sts = of(
  "sts",
  ["GetCallerIdentity", {}],
  ["AssumeRole", { RoleArn: iamArn("role/operator"), RoleSessionName: "me", DurationSeconds: 900 }],
);

const ecr = of(
  "ecr",
  [
    "CreateRepository",
    {
      repositoryName,
      imageTagMutability: "MUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: "AES256" },
      tags: Tags,
    },
  ],
  ["DescribeRepositories", { repositoryNames: [repositoryName] }],
  ["DescribeRepositories", { maxResults: 10 }],
  ["PutImageTagMutability", { repositoryName, imageTagMutability: "MUTABLE" }],
  ["PutImageScanningConfiguration", { repositoryName, imageScanningConfiguration: { scanOnPush: true } }],
  ["PutLifecyclePolicy", { repositoryName, lifecyclePolicyText: expiry }],
  ["GetLifecyclePolicy", { repositoryName }],
  ["StartLifecyclePolicyPreview", { repositoryName, lifecyclePolicyText: expiry }],
  ["GetLifecyclePolicyPreview", { repositoryName }],
  ["DeleteLifecyclePolicy", { repositoryName }],
  ["SetRepositoryPolicy", { repositoryName, policyText: pullPolicy }],
  ["GetRepositoryPolicy", { repositoryName }],
  ["DeleteRepositoryPolicy", { repositoryName }],
  ["TagResource", { resourceArn: repositoryArn, tags: Tags }],
  ["ListTagsForResource", { resourceArn: repositoryArn }],
  ["UntagResource", { resourceArn: repositoryArn, tagKeys: ["team"] }],
  ["InitiateLayerUpload", { repositoryName }],
  [
    "UploadLayerPart",
    ({ InitiateLayerUpload }) => ({
      repositoryName,
      uploadId: InitiateLayerUpload?.["uploadId"],
      partFirstByte: 0,
      partLastByte: 6,
      layerPartBlob: Buffer.from(layer),
    }),
  ],
  [
    "CompleteLayerUpload",
    ({ InitiateLayerUpload }) => ({
      repositoryName,
      uploadId: InitiateLayerUpload?.["uploadId"],
      layerDigests: [sha256(layer)],
    }),
  ],
  ["BatchCheckLayerAvailability", { repositoryName, layerDigests: [sha256(layer)] }],
  ["GetDownloadUrlForLayer", { repositoryName, layerDigest: sha256(layer) }],
  ["PutImage", { repositoryName, imageManifest: manifest, imageTag: "1" }],
  ["ListImages", { repositoryName, filter: { tagStatus: "TAGGED" }, maxResults: 10 }],
  ["DescribeImages", { repositoryName, imageIds: [{ imageTag: "1" }] }],
  ["DescribeImages", { repositoryName, filter: { tagStatus: "ANY" }, maxResults: 10 }],
  ["BatchGetImage", { repositoryName, imageIds: [{ imageTag: "1" }] }],
  ["StartImageScan", { repositoryName, imageId: { imageTag: "1" } }],
  ["DescribeImageScanFindings", { repositoryName, imageId: { imageTag: "1" } }],
  ["BatchDeleteImage", { repositoryName, imageIds: [{ imageTag: "1" }] }],
  ["GetAuthorizationToken", {}],
  ["PutAccountSetting", { name: "BLOB_MOUNTING", value: "ENABLED" }],
  ["GetAccountSetting", { name: "BASIC_SCAN_TYPE_VERSION" }],
  ["PutRegistryPolicy", { policyText: registryPolicy }],
  ["GetRegistryPolicy", {}],
  ["DeleteRegistryPolicy", {}],
  [
    "PutReplicationConfiguration",
    {
      replicationConfiguration: {
        rules: [
          {
            destinations: [{ region: "eu-north-1", registryId: testAccount }],
            repositoryFilters: [{ filter: "hello", filterType: "PREFIX_MATCH" }],
          },
        ],
      },
    },
  ],
  ["DescribeRegistry", {}],
  ["GetRegistryScanningConfiguration", {}],
  [
    "PutRegistryScanningConfiguration",
    {
      scanType: "ENHANCED",
      rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "hello", filterType: "WILDCARD" }] }],
    },
  ],
  ["CreateRepository", { repositoryName: "gone" }],
  ["DeleteRepository", { repositoryName: "gone", force: true }],
);

const recipe = {
  name: "hello",
  semanticVersion: "1.0.0",
  containerType: "DOCKER",
  description: "a recipe",
  parentImage: "amazonlinux:latest",
  platformOverride: "Linux",
  workingDirectory: "/tmp",
  components: [{ componentArn: arn("component/hello/1.0.0/1") }],
  dockerfileTemplateData: dockerfile,
  targetRepository: { service: "ECR", repositoryName },
  instanceConfiguration: {
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 30, volumeType: "gp3", encrypted: true } }],
  },
  tags,
};
const infrastructure = {
  description: "a machine",
  instanceProfileName: "build",
  instanceTypes: ["t3.medium"],
  securityGroupIds: ["sg-0123456789abcdef0"],
  subnetId: "subnet-0123456789abcdef0",
  terminateInstanceOnFailure: true,
  instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
  resourceTags: tags,
};
const distribution = {
  description: "a distribution",
  distributions: [
    {
      region: testRegion,
      containerDistributionConfiguration: {
        targetRepository: { service: "ECR", repositoryName },
        containerTags: ["latest"],
      },
    },
  ],
};
const lifecycle = {
  description: "a policy",
  executionRole: iamArn("role/workflows"),
  resourceType: "CONTAINER_IMAGE",
  policyDetails: [
    {
      action: { type: "DELETE", includeResources: { containers: true } },
      filter: { type: "AGE", value: 6, unit: "MONTHS", retainAtLeast: 2 },
    },
  ],
  resourceSelection: { recipes: [{ name: "hello", semanticVersion: "1.0.0" }] },
};
const [componentArn, recipeArn] = [arn("component/hello/1.0.0/1"), arn("container-recipe/hello/1.0.0")];
const [infrastructureArn, distributionArn] = [
  arn("infrastructure-configuration/hello"),
  arn("distribution-configuration/hello"),
];
const build = {
  containerRecipeArn: recipeArn,
  infrastructureConfigurationArn: infrastructureArn,
  distributionConfigurationArn: distributionArn,
  enhancedImageMetadataEnabled: true,
  imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 60 },
};
const schedule = {
  scheduleExpression: "cron(0 3 * * ? *)",
  timezone: "Europe/Berlin",
  pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY",
};
const workflowArn = arn("workflow/test/check/1.0.0/1");
const imageArn = arn("image/hello/1.0.0/1");
const pipelineArn = arn("image-pipeline/hello");

const imageBuilder = of(
  "imagebuilder",
  [
    "CreateComponent",
    {
      name: "hello",
      semanticVersion: "1.0.0",
      platform: "Linux",
      data: testDocument,
      description: "a component",
      changeDescription: "first",
      supportedOsVersions: ["Amazon Linux 2023"],
      tags,
    },
  ],
  ["GetComponent", { componentBuildVersionArn: componentArn }],
  ["ListComponentBuildVersions", { componentVersionArn: arn("component/hello/1.0.0"), maxResults: 5 }],
  ["ListComponents", { owner: "Self", filters: [{ name: "name", values: ["hello"] }], maxResults: 5 }],
  ["CreateContainerRecipe", recipe],
  ["GetContainerRecipe", { containerRecipeArn: recipeArn }],
  ["ListContainerRecipes", { owner: "Self", filters: [{ name: "name", values: ["hello"] }], maxResults: 5 }],
  ["CreateInfrastructureConfiguration", { name: "hello", ...infrastructure, tags }],
  ["GetInfrastructureConfiguration", { infrastructureConfigurationArn: infrastructureArn }],
  ["ListInfrastructureConfigurations", { maxResults: 5 }],
  [
    "UpdateInfrastructureConfiguration",
    { infrastructureConfigurationArn: infrastructureArn, ...infrastructure, description: "another" },
  ],
  ["CreateDistributionConfiguration", { name: "hello", ...distribution, tags }],
  ["GetDistributionConfiguration", { distributionConfigurationArn: distributionArn }],
  ["ListDistributionConfigurations", { maxResults: 5 }],
  ["UpdateDistributionConfiguration", { distributionConfigurationArn: distributionArn, ...distribution }],
  [
    "CreateWorkflow",
    { name: "check", semanticVersion: "1.0.0", type: "TEST", data: workflowDocument, description: "a", tags },
  ],
  ["GetWorkflow", { workflowBuildVersionArn: workflowArn }],
  ["ListWorkflows", { owner: "Self", filters: [{ name: "name", values: ["check"] }], maxResults: 5 }],
  ["ListWorkflowBuildVersions", { workflowVersionArn: arn("workflow/test/check/1.0.0"), maxResults: 5 }],
  [
    "CreateImagePipeline",
    {
      name: "hello",
      ...build,
      description: "a pipeline",
      schedule,
      status: "ENABLED",
      executionRole: iamArn("role/workflows"),
      workflows: [{ workflowArn, onFailure: "CONTINUE", parallelGroup: "one" }],
      tags,
    },
  ],
  ["GetImagePipeline", { imagePipelineArn: pipelineArn }],
  ["ListImagePipelines", { filters: [{ name: "name", values: ["hello"] }], maxResults: 5 }],
  ["UpdateImagePipeline", { imagePipelineArn: pipelineArn, ...build, schedule, status: "ENABLED" }],
  ["StartImagePipelineExecution", { imagePipelineArn: pipelineArn, tags }],
  ["CancelImageCreation", { imageBuildVersionArn: imageArn }],
  ["DeleteImage", { imageBuildVersionArn: imageArn }],
  ["CreateImage", { ...build, tags }],
  ["GetImage", { imageBuildVersionArn: imageArn }, 21],
  ["ListImageBuildVersions", { imageVersionArn: arn("image/hello/1.0.0"), maxResults: 5 }],
  ["ListImages", { owner: "Self", filters: [{ name: "name", values: ["hello"] }], maxResults: 5 }],
  ["ListImagePackages", { imageBuildVersionArn: imageArn, maxResults: 5 }],
  ["ListImagePipelineImages", { imagePipelineArn: pipelineArn, maxResults: 5 }],
  ["ListWorkflowExecutions", { imageBuildVersionArn: imageArn, maxResults: 5 }],
  [
    "ListWorkflowStepExecutions",
    ({ ListWorkflowExecutions }) => {
      const [first] = ListWorkflowExecutions?.["workflowExecutions"] as { workflowExecutionId: string }[];
      return { workflowExecutionId: first?.workflowExecutionId, maxResults: 5 };
    },
  ],
  [
    "GetWorkflowExecution",
    ({ ListWorkflowStepExecutions }) => ({ workflowExecutionId: ListWorkflowStepExecutions?.["workflowExecutionId"] }),
  ],
  [
    "GetWorkflowStepExecution",
    ({ ListWorkflowStepExecutions }) => {
      const [first] = ListWorkflowStepExecutions?.["steps"] as { stepExecutionId: string }[];
      return { stepExecutionId: first?.stepExecutionId };
    },
  ],
  ["ListWaitingWorkflowSteps", { maxResults: 5 }],
  ["CreateLifecyclePolicy", { name: "hello", ...lifecycle, status: "ENABLED", tags }],
  ["GetLifecyclePolicy", { lifecyclePolicyArn: arn("lifecycle-policy/hello") }],
  ["ListLifecyclePolicies", { maxResults: 5 }],
  ["UpdateLifecyclePolicy", { lifecyclePolicyArn: arn("lifecycle-policy/hello"), ...lifecycle }],
  ["DeleteLifecyclePolicy", { lifecyclePolicyArn: arn("lifecycle-policy/hello") }],
  ["TagResource", { resourceArn: pipelineArn, tags }],
  ["ListTagsForResource", { resourceArn: pipelineArn }],
  ["UntagResource", { resourceArn: pipelineArn, tagKeys: ["team"] }],
  ["DeleteImagePipeline", { imagePipelineArn: pipelineArn }],
  ["DeleteWorkflow", { workflowBuildVersionArn: workflowArn }],
  ["DeleteContainerRecipe", { containerRecipeArn: recipeArn }],
  ["DeleteComponent", { componentBuildVersionArn: componentArn }],
  ["DeleteInfrastructureConfiguration", { infrastructureConfigurationArn: infrastructureArn }],
  ["DeleteDistributionConfiguration", { distributionConfigurationArn: distributionArn }],
);

const key = `arn:aws:kms:${testRegion}:${testAccount}:key/mrk-${"0".repeat(32)}`;
const logs = of(
  "logs",
  ["CreateLogGroup", { logGroupName: "builds", logGroupClass: "STANDARD", kmsKeyId: key, tags }],
  ["DescribeLogGroups", { logGroupNamePrefix: "b", limit: 10 }],
  ["PutRetentionPolicy", { logGroupName: "builds", retentionInDays: 30 }],
  ["DeleteRetentionPolicy", { logGroupName: "builds" }],
  ["DisassociateKmsKey", { logGroupName: "builds" }],
  ["AssociateKmsKey", { logGroupName: "builds", kmsKeyId: key }],
  ["TagResource", { resourceArn: logArn, tags }],
  ["ListTagsForResource", { resourceArn: logArn }],
  ["UntagResource", { resourceArn: logArn, tagKeys: ["team"] }],
  [
    "GetLogEvents",
    { logGroupName: "/aws/imagebuilder/hello", logStreamName: "1.0.0/1", startTime: 0, endTime: 1, limit: 10 },
  ],
  [
    "FilterLogEvents",
    {
      logGroupName: "/aws/imagebuilder/hello",
      logStreamNames: ["1.0.0/1"],
      filterPattern: "a",
      startTime: 0,
      endTime: 1,
      limit: 10,
    },
  ],
  ["CreateLogStream", { logGroupName: "builds", logStreamName: "one" }],
  [
    "DescribeLogStreams",
    { logGroupName: "builds", logStreamNamePrefix: "o", orderBy: "LogStreamName", descending: true, limit: 10 },
  ],
  ["DeleteLogStream", { logGroupName: "builds", logStreamName: "one" }],
  ["DeleteLogGroup", { logGroupName: "builds" }],
);

const events = of(
  "events",
  ["PutRule", { Name: "chain", Description: "a rule", EventPattern: '{"source":["aws.ecr"]}', State: "ENABLED", Tags }],
  ["DescribeRule", { Name: "chain", EventBusName: "default" }],
  ["ListRules", { NamePrefix: "chain" }],
  ["DisableRule", { Name: "chain" }],
  ["EnableRule", { Name: "chain" }],
  [
    "PutTargets",
    {
      Rule: "chain",
      Targets: [
        { Id: "a", Arn: topicArn, InputTransformer: { InputPathsMap: { id: "$.id" }, InputTemplate: '"<id>"' } },
      ],
    },
  ],
  ["ListTargetsByRule", { Rule: "chain", Limit: 10 }],
  ["RemoveTargets", { Rule: "chain", Ids: ["a"] }],
  ["TagResource", { ResourceARN: ruleArn, Tags }],
  ["ListTagsForResource", { ResourceARN: ruleArn }],
  ["UntagResource", { ResourceARN: ruleArn, TagKeys: ["team"] }],
  ["DeleteRule", { Name: "chain" }],
);

const sns = of(
  "sns",
  ["CreateTopic", { Name: "builds", Attributes: { DisplayName: "Builds" }, Tags }],
  ["GetTopicAttributes", { TopicArn: topicArn }],
  ["SetTopicAttributes", { TopicArn: topicArn, AttributeName: "DisplayName", AttributeValue: "All builds" }],
  ["ListTopics", {}],
  [
    "Subscribe",
    { TopicArn: topicArn, Protocol: "https", Endpoint: "https://example.com/builds", ReturnSubscriptionArn: true },
  ],
  ["GetSubscriptionAttributes", { SubscriptionArn: subscriptionArn }],
  [
    "SetSubscriptionAttributes",
    { SubscriptionArn: subscriptionArn, AttributeName: "RawMessageDelivery", AttributeValue: "true" },
  ],
  ["Publish", { TopicArn: topicArn, Message: "a", Subject: "b" }],
  ["ListSubscriptions", {}],
  ["ListSubscriptionsByTopic", { TopicArn: topicArn }],
  ["TagResource", { ResourceArn: topicArn, Tags }],
  ["ListTagsForResource", { ResourceArn: topicArn }],
  ["UntagResource", { ResourceArn: topicArn, TagKeys: ["team"] }],
  ["Unsubscribe", { SubscriptionArn: subscriptionArn }],
  ["DeleteTopic", { TopicArn: topicArn }],
);

const s3 = of(
  "s3",
  ["CreateBucket", { ...bucket, CreateBucketConfiguration: { LocationConstraint: testRegion, Tags } }],
  ["HeadBucket", bucket],
  ["ListBuckets", {}],
  ["GetBucketLocation", bucket],
  [
    "PutPublicAccessBlock",
    {
      ...bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  ],
  ["GetPublicAccessBlock", bucket],
  [
    "PutBucketOwnershipControls",
    { ...bucket, OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] } },
  ],
  ["GetBucketOwnershipControls", bucket],
  ["PutBucketVersioning", { ...bucket, VersioningConfiguration: { Status: "Enabled" } }],
  ["GetBucketVersioning", bucket],
  [
    "PutBucketEncryption",
    {
      ...bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" }, BucketKeyEnabled: false }],
      },
    },
  ],
  ["GetBucketEncryption", bucket],
  ["DeleteBucketEncryption", bucket],
  [
    "PutBucketLifecycleConfiguration",
    {
      ...bucket,
      LifecycleConfiguration: {
        Rules: [
          {
            ID: "logs",
            Status: "Enabled",
            Filter: { Prefix: "logs/" },
            Expiration: { Days: 90 },
            Transitions: [{ Days: 30, StorageClass: "STANDARD_IA" }],
            NoncurrentVersionExpiration: { NoncurrentDays: 30 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    },
  ],
  ["GetBucketLifecycleConfiguration", bucket],
  ["DeleteBucketLifecycle", bucket],
  ["PutBucketPolicy", { ...bucket, Policy: bucketPolicy }],
  ["GetBucketPolicy", bucket],
  ["DeleteBucketPolicy", bucket],
  ["PutBucketTagging", { ...bucket, Tagging: { TagSet: Tags } }],
  ["GetBucketTagging", bucket],
  ["DeleteBucketTagging", bucket],
  ["GetBucketAcl", bucket],
  ["GetBucketAccelerateConfiguration", bucket],
  ["GetBucketLogging", bucket],
  ["GetBucketNotificationConfiguration", bucket],
  ["GetBucketRequestPayment", bucket],
  ["PutObject", { ...bucket, Key: "a", Body: "1", ServerSideEncryption: "AES256" }],
  ["GetObject", { ...bucket, Key: "a" }],
  ["HeadObject", { ...bucket, Key: "a" }],
  ["PutObjectTagging", { ...bucket, Key: "a", Tagging: { TagSet: Tags } }],
  ["GetObjectTagging", { ...bucket, Key: "a" }],
  ["DeleteObjectTagging", { ...bucket, Key: "a" }],
  ["ListObjectsV2", { ...bucket, MaxKeys: 10, EncodingType: "url" }],
  ["ListObjectVersions", { ...bucket, MaxKeys: 10, EncodingType: "url" }],
  ["DeleteObject", { ...bucket, Key: "a" }],
  ["DeleteObjects", { ...bucket, Delete: { Objects: [{ Key: "a" }], Quiet: false } }],
  ["DeleteBucketOwnershipControls", bucket],
  ["DeletePublicAccessBlock", bucket],
  ["CreateBucket", { Bucket: "builds-gone", CreateBucketConfiguration: { LocationConstraint: testRegion } }],
  ["DeleteBucket", { Bucket: "builds-gone" }],
);

/** A sequence of requests that covers every implemented operation that does not always fail. */
export const validRequests: readonly ValidRequest[] = [
  ...iam,
  ...of("iam", [
    "CreateRole",
    {
      RoleName: "operator",
      AssumeRolePolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: testAccount } }],
      }),
    },
  ]),
  ...sts,
  ...ecr,
  ...imageBuilder,
  ...logs,
  ...events,
  ...sns,
  ...s3,
];

/**
 * Operations that are not in the sequence: they refuse every request, because the things they refer to cannot be
 * created.
 */
export const neverValid = [
  // No call creates a stack here.
  "cloudformation:DescribeStackResources",
  "cloudformation:GetTemplate",
  // No step waits here.
  "imagebuilder:SendWorkflowStepAction",
  "s3:GetBucketCors",
  "s3:GetBucketReplication",
  "s3:GetBucketWebsite",
  "s3:GetObjectLockConfiguration",
  // Its token is covered by a separate test.
  "sts:AssumeRoleWithWebIdentity",
];
