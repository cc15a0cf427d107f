import { CreateLogGroupCommand, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeImagesCommand, DescribeRepositoriesCommand } from "@aws-sdk/client-ecr";
import { DescribeRuleCommand, PutRuleCommand } from "@aws-sdk/client-eventbridge";
import { GetInstanceProfileCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import {
  CreateImageCommand,
  CreateImagePipelineCommand,
  GetComponentCommand,
  GetContainerRecipeCommand,
  GetDistributionConfigurationCommand,
  GetImageCommand,
  GetImagePipelineCommand,
  GetInfrastructureConfigurationCommand,
} from "@aws-sdk/client-imagebuilder";
import { CreateBucketCommand, GetObjectCommand, HeadBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateTopicCommand, GetTopicAttributesCommand } from "@aws-sdk/client-sns";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { type LocalAws, startLocalAws } from "../local-aws";
import { arn, type Clients, clientsOf, makeParts, parts, testRegion } from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
const Bucket = "some-logs";

beforeAll(async () => {
  aws = await startLocalAws();
  clients = clientsOf(aws);
  const { events, imageBuilder, logs, s3, sns } = clients;
  await makeParts(clients);
  await imageBuilder.send(new CreateImagePipelineCommand({ ...parts, name: "hello" }));
  await imageBuilder.send(new CreateImageCommand(parts));
  aws.clock.skip(21);
  await logs.send(new CreateLogGroupCommand({ logGroupName: "a" }));
  await events.send(new PutRuleCommand({ Name: "a", EventPattern: '{"source":["aws.ecr"]}' }));
  await sns.send(new CreateTopicCommand({ Name: "a" }));
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: testRegion } }));
  await s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "1" }));
});
afterAll(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

/** Resources created with as few settings as possible, and the fields that AWS returns anyway. */
test.each<[string, (clients: Clients) => Promise<object | undefined>, string]>([
  [
    "a repository",
    async ({ ecr }) => (await ecr.send(new DescribeRepositoriesCommand({}))).repositories?.[0],
    "createdAt encryptionConfiguration imageScanningConfiguration imageTagMutability registryId repositoryArn repositoryName repositoryUri",
  ],
  [
    "an image in a repository",
    async ({ ecr }) => (await ecr.send(new DescribeImagesCommand({ repositoryName: "hello" }))).imageDetails?.[0],
    "artifactMediaType imageDigest imageManifestMediaType imagePushedAt imageSizeInBytes imageTags registryId repositoryName",
  ],
  [
    "a role",
    async ({ iam }) => (await iam.send(new GetRoleCommand({ RoleName: "build" }))).Role,
    "Arn AssumeRolePolicyDocument CreateDate MaxSessionDuration Path RoleId RoleLastUsed RoleName",
  ],
  [
    "an instance profile",
    async ({ iam }) =>
      (await iam.send(new GetInstanceProfileCommand({ InstanceProfileName: "build" }))).InstanceProfile,
    "Arn CreateDate InstanceProfileId InstanceProfileName Path Roles",
  ],
  [
    "a component",
    async ({ imageBuilder }) => {
      const componentBuildVersionArn = arn("component/hello/1.0.0/1");
      return (await imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }))).component;
    },
    "arn data dateCreated encrypted name owner platform state tags type version",
  ],
  [
    "a container recipe",
    async ({ imageBuilder }) => {
      const { containerRecipeArn } = parts;
      return (await imageBuilder.send(new GetContainerRecipeCommand({ containerRecipeArn }))).containerRecipe;
    },
    "arn components containerType dateCreated dockerfileTemplateData encrypted name owner parentImage platform tags targetRepository version",
  ],
  [
    "an infrastructure configuration",
    async ({ imageBuilder }) => {
      const { infrastructureConfigurationArn } = parts;
      const command = new GetInfrastructureConfigurationCommand({ infrastructureConfigurationArn });
      return (await imageBuilder.send(command)).infrastructureConfiguration;
    },
    "arn dateCreated instanceProfileName name tags terminateInstanceOnFailure",
  ],
  [
    "a distribution configuration",
    async ({ imageBuilder }) => {
      const { distributionConfigurationArn } = parts;
      const command = new GetDistributionConfigurationCommand({ distributionConfigurationArn });
      return (await imageBuilder.send(command)).distributionConfiguration;
    },
    "arn dateCreated distributions name tags timeoutMinutes",
  ],
  [
    "a pipeline",
    async ({ imageBuilder }) => {
      const imagePipelineArn = arn("image-pipeline/hello");
      return (await imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn }))).imagePipeline;
    },
    "arn consecutiveFailures containerRecipeArn dateCreated dateUpdated distributionConfigurationArn enhancedImageMetadataEnabled imageTestsConfiguration infrastructureConfigurationArn name platform status tags",
  ],
  [
    "an image",
    async ({ imageBuilder }) => {
      const imageBuildVersionArn = arn("image/hello/1.0.0/1");
      return (await imageBuilder.send(new GetImageCommand({ imageBuildVersionArn }))).image;
    },
    "arn buildType containerRecipe dateCreated distributionConfiguration enhancedImageMetadataEnabled imageSource imageTestsConfiguration infrastructureConfiguration name outputResources platform state tags type version",
  ],
  [
    "a log group",
    async ({ logs }) => (await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "a" }))).logGroups?.[0],
    "arn creationTime logGroupArn logGroupClass logGroupName metricFilterCount storedBytes",
  ],
  [
    "a rule",
    ({ events }) => events.send(new DescribeRuleCommand({ Name: "a" })),
    "Arn CreatedBy EventBusName EventPattern Name State",
  ],
  [
    "a topic",
    async ({ sns }) => {
      const TopicArn = arn("").replace("imagebuilder", "sns") + "a";
      return (await sns.send(new GetTopicAttributesCommand({ TopicArn }))).Attributes;
    },
    "DisplayName EffectiveDeliveryPolicy Owner Policy SubscriptionsConfirmed SubscriptionsDeleted SubscriptionsPending TopicArn",
  ],
  ["a bucket", ({ s3 }) => s3.send(new HeadBucketCommand({ Bucket })), "AccessPointAlias BucketRegion"],
  [
    "an object",
    ({ s3 }) => s3.send(new GetObjectCommand({ Bucket, Key: "a" })),
    "AcceptRanges Body ContentLength ContentType ETag LastModified Metadata ServerSideEncryption",
  ],
  ["who calls", ({ sts }) => sts.send(new GetCallerIdentityCommand({})), "Account Arn UserId"],
])("a response about %s contains everything that AWS always returns", async (_, ask, fields) => {
  const answered = Object.entries((await ask(clients)) ?? {}).filter(([, value]) => value !== undefined);
  const names = answered.map(([name]) => name).filter((name) => name !== "$metadata");
  expect(names.sort().join(" ")).toBe(fields);
});

test("every response has the id of its request", async () => {
  const answers = await Promise.all([
    clients.ecr.send(new DescribeRepositoriesCommand({})),
    clients.iam.send(new GetRoleCommand({ RoleName: "build" })),
    clients.imageBuilder.send(new GetContainerRecipeCommand({ containerRecipeArn: parts.containerRecipeArn })),
    clients.logs.send(new DescribeLogGroupsCommand({})),
    clients.s3.send(new HeadBucketCommand({ Bucket })),
    clients.sts.send(new GetCallerIdentityCommand({})),
  ]);
  for (const { $metadata } of answers) expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
});
