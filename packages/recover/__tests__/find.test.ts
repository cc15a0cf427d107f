import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateRepositoryCommand } from "@aws-sdk/client-ecr";
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
} from "@aws-sdk/client-iam";
import {
  CreateComponentCommand,
  CreateContainerRecipeCommand,
  CreateDistributionConfigurationCommand,
  CreateImageCommand,
  CreateImagePipelineCommand,
  CreateInfrastructureConfigurationCommand,
  CreateWorkflowCommand,
} from "@aws-sdk/client-imagebuilder";
import { CreateBucketCommand, PutBucketTaggingCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { arn, dockerfile, testAccount, testDocument, testRegion, trustOf } from "@pipelines/testing/clients";
import { localAccess } from "@pipelines/rehearsal/local-recovery";
import { type Found, finderOf, resourceTypes } from "../resource-types";
import { type Services, servicesOf } from "../services";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 0 });
});
afterAll(async () => {
  await aws.close();
});
afterEach(() => {
  aws.faults = undefined;
});

function services(account = testAccount): Services {
  const place = { environment: "dev", account, region: testRegion, partition: "aws" };
  return servicesOf(localAccess(place, aws, 1));
}

/** Looks up a name that no existing object has. */
async function find(type: string, account?: string, name = "no-such-thing"): Promise<Found | undefined> {
  const attributes = {
    ...{ name, bucket: name, url: `https://${name}`, type: "TEST" },
    ...(/component|recipe|workflow/.test(type) && { version: "1.0.0" }),
    container_recipe_arn: arn(`container-recipe/${name}/1.0.0`),
  };
  return finderOf(type)?.(attributes, services(account), () => true, undefined);
}

const found = Object.keys(resourceTypes).filter((type) => finderOf(type) !== undefined);

test.each(found)("%s: the name counts as free only if AWS says so", async (type) => {
  expect(await find(type)).toBeUndefined();
  aws.faults = () => ({ kind: "internal-error" });
  await expect(find(type)).rejects.toThrow();
  aws.faults = () => ({ kind: "throttle" });
  await expect(find(type)).rejects.toThrow();
});

test("a bucket in another account counts as existing, but its tags cannot be read", async () => {
  await services().s3.send(
    new CreateBucketCommand({
      Bucket: "theirs-and-ours",
      CreateBucketConfiguration: { LocationConstraint: testRegion },
    }),
  );
  expect(await find("aws_s3_bucket", testAccount, "theirs-and-ours")).toEqual({
    id: "theirs-and-ours",
    tags: {},
    unfinished: true,
  });
  expect(await find("aws_s3_bucket", "444455556666", "theirs-and-ours")).toEqual({
    id: "theirs-and-ours",
    tags: undefined,
  });
});

describe("What exists is found by its name, with its tags", () => {
  const name = "dev-web";
  const tags = { Environment: "dev" };
  const Tags = [{ Key: "Environment", Value: "dev" }];
  const PolicyDocument = trustOf("ec2.amazonaws.com").replace(/"Principal":\{[^}]*\}/, '"Resource":"*"');
  const version = { name, semanticVersion: "1.0.0", tags };
  const workflow =
    "name: test\nschemaVersion: 1.0\nsteps:\n  - name: Launch\n    action: LaunchInstance\n    onFailure: Abort\n    inputs:\n      waitFor: ssmAgent\n";
  const parts = {
    containerRecipeArn: arn(`container-recipe/${name}/1.0.0`),
    infrastructureConfigurationArn: arn(`infrastructure-configuration/${name}`),
    distributionConfigurationArn: arn(`distribution-configuration/${name}`),
  };
  const attributes = {
    ...{ name, bucket: name, url: "https://example.com", path: "/a/", type: "TEST" },
    container_recipe_arn: parts.containerRecipeArn,
  };
  const findIt = (type: string, more: object = {}, known?: string) =>
    finderOf(type)?.(
      { ...attributes, ...(/component|recipe|workflow/.test(type) && { version: "1.0.0" }), ...more },
      services(),
      (each) => each?.["Environment"] === "dev",
      known,
    );
  const image = (build: number) => arn(`image/${name}/1.0.0/${build}`);

  beforeAll(async () => {
    const { ecr, iam, imageBuilder, logs, s3 } = services();
    const AssumeRolePolicyDocument = trustOf("ec2.amazonaws.com");
    const CreateBucketConfiguration = { LocationConstraint: testRegion } as const;
    await s3.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration }));
    await s3.send(new PutBucketTaggingCommand({ Bucket: name, Tagging: { TagSet: Tags } }));
    await s3.send(new CreateBucketCommand({ Bucket: "full", CreateBucketConfiguration }));
    await s3.send(new PutObjectCommand({ Bucket: "full", Key: "log", Body: "text" }));
    await ecr.send(new CreateRepositoryCommand({ repositoryName: name, tags: Tags }));
    await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument, Tags }));
    await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: name, Tags }));
    await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: name, RoleName: name }));
    await iam.send(new CreatePolicyCommand({ PolicyName: name, Path: "/a/", PolicyDocument, Tags }));
    await iam.send(new CreateOpenIDConnectProviderCommand({ Url: "https://example.com", Tags }));
    await logs.send(new CreateLogGroupCommand({ logGroupName: `${name}-other`, tags: { Environment: "other" } }));
    await logs.send(new CreateLogGroupCommand({ logGroupName: name, tags }));
    const instanceProfileName = name;
    await imageBuilder.send(new CreateInfrastructureConfigurationCommand({ name, instanceProfileName, tags }));
    await imageBuilder.send(new CreateComponentCommand({ ...version, platform: "Linux", data: testDocument }));
    await imageBuilder.send(new CreateWorkflowCommand({ ...version, type: "TEST", data: workflow }));
    const targetRepository = { service: "ECR" as const, repositoryName: name };
    await imageBuilder.send(
      new CreateContainerRecipeCommand({
        ...version,
        containerType: "DOCKER",
        parentImage: "amazonlinux:latest",
        platformOverride: "Linux",
        components: [{ componentArn: arn(`component/${name}/1.0.0/1`) }],
        dockerfileTemplateData: dockerfile,
        targetRepository,
      }),
    );
    const containerDistributionConfiguration = { targetRepository, containerTags: ["latest"] };
    const distributions = [{ region: testRegion, containerDistributionConfiguration }];
    await imageBuilder.send(new CreateDistributionConfigurationCommand({ name, distributions, tags }));
    await imageBuilder.send(new CreateImagePipelineCommand({ ...parts, name, tags }));
  });

  test.each<[type: string, id: string]>([
    ["aws_s3_bucket", name],
    ["aws_ecr_repository", name],
    ["aws_iam_role", name],
    ["aws_iam_instance_profile", name],
    ["aws_iam_policy", `arn:aws:iam::${testAccount}:policy/a/${name}`],
    ["aws_iam_openid_connect_provider", `arn:aws:iam::${testAccount}:oidc-provider/example.com`],
    ["aws_cloudwatch_log_group", name],
    ["aws_imagebuilder_component", arn(`component/${name}/1.0.0/1`)],
    ["aws_imagebuilder_workflow", arn(`workflow/test/${name}/1.0.0/1`)],
    ["aws_imagebuilder_container_recipe", arn(`container-recipe/${name}/1.0.0`)],
    ["aws_imagebuilder_infrastructure_configuration", arn(`infrastructure-configuration/${name}`)],
    ["aws_imagebuilder_distribution_configuration", arn(`distribution-configuration/${name}`)],
    ["aws_imagebuilder_image_pipeline", arn(`image-pipeline/${name}`)],
  ])("%s", async (type, id) => {
    expect(await findIt(type)).toEqual({ id, tags });
  });

  test("a bucket without tags is unfinished only while it is empty", async () => {
    expect(await findIt("aws_s3_bucket", { bucket: "full" })).toEqual({ id: "full", tags: {}, unfinished: false });
  });

  test("the image is the build in the state, or the last one that is available, or that runs, of the environment", async () => {
    const found = async (known?: string) => (await findIt("aws_imagebuilder_image", {}, known))?.id;
    const start = async (environment: string) => {
      const more = { tags: { Environment: environment } };
      await services().imageBuilder.send(new CreateImageCommand({ ...parts, ...more }));
    };
    await start("other");
    expect(await found()).toBeUndefined();
    await start("dev");
    expect(await findIt("aws_imagebuilder_image")).toMatchObject({ id: image(2), tags, status: "PENDING" });
    aws.clock.skip(60);
    aws.remaining();
    await start("dev");
    expect(await findIt("aws_imagebuilder_image")).toMatchObject({ id: image(2), status: "AVAILABLE" });
    expect(await found(image(3))).toBe(image(3));
    aws.clock.skip(60);
    aws.remaining();
    await start("dev");
    expect(await found(image(1))).toBe(image(3));
    expect(await findIt("aws_imagebuilder_image", { container_recipe_arn: "${x}" })).toBeUndefined();
  });
});
