import { CreateRoleCommand } from "@aws-sdk/client-iam";
import {
  CreateDistributionConfigurationCommand,
  CreateImagePipelineCommand,
  type CreateImagePipelineCommandInput,
  CreateInfrastructureConfigurationCommand,
  type CreateInfrastructureConfigurationCommandInput,
  CreateLifecyclePolicyCommand,
  type CreateLifecyclePolicyCommandInput,
  DeleteContainerRecipeCommand,
  DeleteDistributionConfigurationCommand,
  DeleteImagePipelineCommand,
  DeleteInfrastructureConfigurationCommand,
  DeleteLifecyclePolicyCommand,
  GetDistributionConfigurationCommand,
  GetImagePipelineCommand,
  GetInfrastructureConfigurationCommand,
  GetLifecyclePolicyCommand,
  InvalidParameterCombinationException,
  InvalidParameterValueException,
  ListDistributionConfigurationsCommand,
  ListImagePipelinesCommand,
  ListInfrastructureConfigurationsCommand,
  ListLifecyclePoliciesCommand,
  ResourceAlreadyExistsException,
  ResourceDependencyException,
  ResourceNotFoundException,
  UpdateDistributionConfigurationCommand,
  UpdateImagePipelineCommand,
  UpdateInfrastructureConfigurationCommand,
  UpdateLifecyclePolicyCommand,
} from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "../local-aws";
import {
  testAccount,
  arn,
  type Clients,
  clientsOf,
  makeParts,
  parts,
  testRegion,
  trustOf,
} from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws();
  clients = clientsOf(aws);
  await makeParts(clients);
});
afterEach(async () => {
  await aws.close();
});

const { infrastructureConfigurationArn, distributionConfigurationArn, containerRecipeArn } = parts;
const pipeline = (settings: Partial<CreateImagePipelineCommandInput> = {}) =>
  new CreateImagePipelineCommand({ name: "hello", ...parts, ...settings });

describe("an infrastructure configuration", () => {
  const create = (settings: Partial<CreateInfrastructureConfigurationCommandInput>) =>
    clients.imageBuilder.send(
      new CreateInfrastructureConfigurationCommand({ name: "other", instanceProfileName: "build", ...settings }),
    );

  test("is replaced entirely by an update: omitted settings are removed", async () => {
    const { imageBuilder } = clients;
    const read = async () => {
      const command = new GetInfrastructureConfigurationCommand({ infrastructureConfigurationArn });
      return (await imageBuilder.send(command)).infrastructureConfiguration;
    };
    const update = { infrastructureConfigurationArn, instanceProfileName: "build" };
    const described = { ...update, description: "small", instanceTypes: ["t3.micro"] };
    await imageBuilder.send(new UpdateInfrastructureConfigurationCommand(described));
    expect(await read()).toMatchObject({ description: "small", instanceTypes: ["t3.micro"] });
    await imageBuilder.send(new UpdateInfrastructureConfigurationCommand(update));
    const after = await read();
    expect(after?.description).toBeUndefined();
    expect(after?.instanceTypes).toBeUndefined();
    expect(after?.terminateInstanceOnFailure).toBe(true);
  });

  test("is listed, refused a second time, and deleted", async () => {
    const { imageBuilder } = clients;
    const listed = await imageBuilder.send(new ListInfrastructureConfigurationsCommand({}));
    expect(listed.infrastructureConfigurationSummaryList?.map(({ arn }) => arn)).toEqual([
      infrastructureConfigurationArn,
    ]);
    await expect(create({ name: "Hello" })).rejects.toBeInstanceOf(ResourceAlreadyExistsException);
    const remove = new DeleteInfrastructureConfigurationCommand({ infrastructureConfigurationArn });
    await imageBuilder.send(remove);
    await expect(imageBuilder.send(remove)).rejects.toBeInstanceOf(ResourceNotFoundException);
  });

  test.each([
    ["an instance profile that does not exist", { instanceProfileName: "other" }],
    ["a bucket that does not exist", { logging: { s3Logs: { s3BucketName: "other" } } }],
    ["a topic that does not exist", { snsTopicArn: `arn:aws:sns:${testRegion}:${testAccount}:other` }],
    ["a hop limit of 65", { instanceMetadataOptions: { httpPutResponseHopLimit: 65 } }],
    ["tokens that are neither optional nor required", { instanceMetadataOptions: { httpTokens: "maybe" } }],
    ["a reserved resource tag", { resourceTags: { CreatedBy: "me" } }],
    ["a resource tag of AWS's", { resourceTags: { "aws:team": "me" } }],
  ])("with %s is refused", async (_what, settings) => {
    await expect(create(settings)).rejects.toBeInstanceOf(InvalidParameterValueException);
  });

  test("with a subnet but no security group is refused", async () => {
    await expect(create({ subnetId: "subnet-1" })).rejects.toBeInstanceOf(InvalidParameterCombinationException);
  });
});

describe("a distribution configuration", () => {
  const output = {
    containerDistributionConfiguration: { targetRepository: { service: "ECR" as const, repositoryName: "hello" } },
  };

  test("is read, listed, replaced as a whole and deleted", async () => {
    const { imageBuilder } = clients;
    const update = { distributionConfigurationArn, distributions: [{ region: testRegion, ...output }] };
    await imageBuilder.send(new UpdateDistributionConfigurationCommand({ ...update, description: "one" }));
    await imageBuilder.send(new UpdateDistributionConfigurationCommand(update));
    const get = new GetDistributionConfigurationCommand({ distributionConfigurationArn });
    const { distributionConfiguration } = await imageBuilder.send(get);
    expect(distributionConfiguration?.description).toBeUndefined();
    expect(distributionConfiguration?.distributions).toEqual([{ region: testRegion, ...output }]);
    const listed = await imageBuilder.send(new ListDistributionConfigurationsCommand({}));
    expect(listed.distributionConfigurationSummaryList).toMatchObject([{ name: "hello", regions: [testRegion] }]);
    await imageBuilder.send(new DeleteDistributionConfigurationCommand({ distributionConfigurationArn }));
    await expect(imageBuilder.send(get)).rejects.toBeInstanceOf(ResourceNotFoundException);
  });

  test.each([
    [
      "a region twice",
      [
        { region: testRegion, ...output },
        { region: testRegion, ...output },
      ],
    ],
    ["a region without output", [{ region: testRegion }]],
    ["no region", []],
  ])("with %s is refused", async (_what, distributions) => {
    const create = new CreateDistributionConfigurationCommand({ name: "other", distributions });
    await expect(clients.imageBuilder.send(create)).rejects.toBeInstanceOf(InvalidParameterValueException);
  });
});

describe("an image pipeline", () => {
  const imagePipelineArn = arn("image-pipeline/hello");

  test("is created with the service's defaults, read, listed and deleted", async () => {
    const { imageBuilder } = clients;
    const schedule = { scheduleExpression: "cron(0 9 1 * ? *)" };
    expect((await imageBuilder.send(pipeline({ schedule }))).imagePipelineArn).toBe(imagePipelineArn);
    const get = new GetImagePipelineCommand({ imagePipelineArn });
    expect((await imageBuilder.send(get)).imagePipeline).toMatchObject({
      ...parts,
      name: "hello",
      platform: "Linux",
      status: "ENABLED",
      imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 720 },
      schedule: { pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE" },
      dateNextRun: expect.stringMatching(/-01T09:00:00\.000Z$/) as string,
    });
    const listed = await imageBuilder.send(new ListImagePipelinesCommand({}));
    expect(listed.imagePipelineList?.map((each) => each.arn)).toEqual([imagePipelineArn]);
    await expect(imageBuilder.send(pipeline({ name: "HELLO" }))).rejects.toBeInstanceOf(ResourceAlreadyExistsException);
    await imageBuilder.send(new DeleteImagePipelineCommand({ imagePipelineArn }));
    await expect(imageBuilder.send(get)).rejects.toBeInstanceOf(ResourceNotFoundException);
  });

  test("is replaced entirely by an update", async () => {
    const { imageBuilder } = clients;
    await imageBuilder.send(pipeline({ description: "monthly", status: "DISABLED" }));
    await imageBuilder.send(
      new UpdateImagePipelineCommand({ imagePipelineArn, containerRecipeArn, infrastructureConfigurationArn }),
    );
    const { imagePipeline } = await imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn }));
    expect(imagePipeline?.description).toBeUndefined();
    expect(imagePipeline?.distributionConfigurationArn).toBeUndefined();
    expect(imagePipeline?.status).toBe("ENABLED");
  });

  test("prevents deletion of its recipe, infrastructure configuration and distribution configuration", async () => {
    const { imageBuilder } = clients;
    await imageBuilder.send(pipeline());
    const removals = [
      () => imageBuilder.send(new DeleteContainerRecipeCommand({ containerRecipeArn })),
      () => imageBuilder.send(new DeleteInfrastructureConfigurationCommand({ infrastructureConfigurationArn })),
      () => imageBuilder.send(new DeleteDistributionConfigurationCommand({ distributionConfigurationArn })),
    ];
    for (const remove of removals) await expect(remove()).rejects.toBeInstanceOf(ResourceDependencyException);
    await imageBuilder.send(new DeleteImagePipelineCommand({ imagePipelineArn }));
    for (const remove of removals) await remove();
  });

  test.each([
    "cron(0 9 1 * ?)",
    "cron(0 9 1 * * *)",
    "cron(0 9 ? * ? *)",
    "cron(60 9 1 * ? *)",
    "cron(0 24 1 * ? *)",
    "cron(0 9 32 * ? *)",
    "cron(0 9 1 13 ? *)",
    "cron(0 9 ? * 8 *)",
    "cron(0 9 1 * ? 1969)",
    "cron(0  9 1 * ? *)",
    "rate(0 days)",
    "rate(1 days)",
    "every day",
  ])("with the schedule %s is refused", async (scheduleExpression) => {
    const refused = clients.imageBuilder.send(pipeline({ schedule: { scheduleExpression } }));
    await expect(refused).rejects.toBeInstanceOf(InvalidParameterValueException);
  });

  test.each([
    "cron(0 9 1 * ? *)",
    "cron(0/15 9-17 ? jan-mar MON-FRI 2026)",
    "cron(0 9 LW * ? *)",
    "cron(0 9 ? * 6L *)",
    "cron(0 9 ? * 6#3 *)",
    "cron(30 22 ? * tue#2 *)",
    "cron(0 9 ? * sat#2,4 *)",
    "rate(1 day)",
  ])("with the schedule %s is accepted", async (scheduleExpression) => {
    await clients.imageBuilder.send(pipeline({ schedule: { scheduleExpression } }));
  });

  test.each([
    ["tests of 59 minutes", { imageTestsConfiguration: { timeoutMinutes: 59 } }],
    ["a recipe that does not exist", { containerRecipeArn: arn("container-recipe/other/1.0.0") }],
    ["a time zone of two characters", { schedule: { scheduleExpression: "rate(1 day)", timezone: "UT" } }],
    ["a time zone in the wrong case", { schedule: { scheduleExpression: "rate(1 day)", timezone: "europe/berlin" } }],
  ])("with %s is refused", async (_what, settings) => {
    await expect(clients.imageBuilder.send(pipeline(settings))).rejects.toBeInstanceOf(InvalidParameterValueException);
  });

  test("with two recipes, or none, is refused", async () => {
    const imageRecipeArn = arn("image-recipe/hello/1.0.0");
    await expect(clients.imageBuilder.send(pipeline({ imageRecipeArn }))).rejects.toBeInstanceOf(
      InvalidParameterCombinationException,
    );
    const none = new CreateImagePipelineCommand({ name: "hello", infrastructureConfigurationArn });
    await expect(clients.imageBuilder.send(none)).rejects.toBeInstanceOf(InvalidParameterCombinationException);
  });
});

describe("a lifecycle policy", () => {
  const lifecyclePolicyArn = arn("lifecycle-policy/hello");
  const executionRole = `arn:aws:iam::${testAccount}:role/lifecycle`;
  const rest: Omit<CreateLifecyclePolicyCommandInput, "name"> = {
    executionRole,
    resourceType: "CONTAINER_IMAGE",
    policyDetails: [{ action: { type: "DELETE" }, filter: { type: "COUNT", value: 3 } }],
    resourceSelection: { recipes: [{ name: "hello", semanticVersion: "1.0.0" }] },
    clientToken: undefined,
  };
  const settings = { name: "hello", ...rest };
  beforeEach(async () => {
    const trust = trustOf("imagebuilder.amazonaws.com");
    await clients.iam.send(new CreateRoleCommand({ RoleName: "lifecycle", AssumeRolePolicyDocument: trust }));
  });

  test("is created, read, updated, listed and deleted", async () => {
    const { imageBuilder } = clients;
    await imageBuilder.send(new CreateLifecyclePolicyCommand({ ...settings, description: "three" }));
    await imageBuilder.send(new UpdateLifecyclePolicyCommand({ ...rest, lifecyclePolicyArn, status: "DISABLED" }));
    const get = new GetLifecyclePolicyCommand({ lifecyclePolicyArn });
    const { lifecyclePolicy } = await imageBuilder.send(get);
    expect(lifecyclePolicy).toMatchObject({ name: "hello", status: "DISABLED", executionRole });
    expect(lifecyclePolicy?.description).toBeUndefined();
    expect(lifecyclePolicy?.dateCreated).toBeInstanceOf(Date);
    const listed = await imageBuilder.send(new ListLifecyclePoliciesCommand({}));
    expect(listed.lifecyclePolicySummaryList?.map(({ arn }) => arn)).toEqual([lifecyclePolicyArn]);
    await imageBuilder.send(new DeleteLifecyclePolicyCommand({ lifecyclePolicyArn }));
    await expect(imageBuilder.send(get)).rejects.toBeInstanceOf(ResourceNotFoundException);
  });

  const filters = (filter: { type: "AGE" | "COUNT"; value: number; unit?: "DAYS" }) => ({
    policyDetails: [{ action: { type: "DELETE" as const }, filter }],
  });
  test.each([
    ["an age without unit", filters({ type: "AGE", value: 3 })],
    ["a count with a unit", filters({ type: "COUNT", value: 3, unit: "DAYS" })],
    ["a count of 1001", filters({ type: "COUNT", value: 1001 })],
    [
      "an action that is for AMIs",
      { policyDetails: [{ action: { type: "DISABLE" as const }, filter: { type: "COUNT" as const, value: 3 } }] },
    ],
    ["no rule", { policyDetails: [] }],
    ["a role that Image Builder may not use", { executionRole: `arn:aws:iam::${testAccount}:role/build` }],
  ])("with %s is refused", async (_what, change) => {
    const refused = clients.imageBuilder.send(new CreateLifecyclePolicyCommand({ ...settings, ...change }));
    await expect(refused).rejects.toBeInstanceOf(InvalidParameterValueException);
  });

  test("with recipes and tags is refused", async () => {
    const resourceSelection = { ...settings.resourceSelection, tagMap: { a: "b" } };
    await expect(
      clients.imageBuilder.send(new CreateLifecyclePolicyCommand({ ...settings, resourceSelection })),
    ).rejects.toBeInstanceOf(InvalidParameterCombinationException);
  });
});
