import { CreateRoleCommand } from "@aws-sdk/client-iam";
import {
  CreateImageCommand,
  CreateLifecyclePolicyCommand,
  GetComponentCommand,
  GetContainerRecipeCommand,
  GetImageCommand,
  InvalidParameterValueException,
  ListContainerRecipesCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "../local-aws";
import {
  testAccount,
  arn,
  type Clients,
  clientsOf,
  component,
  containerRecipe,
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
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

describe.each([
  ["account", (own: string) => own.replace(testAccount, "444455556666")],
  ["region", (own: string) => own.replace("eu-west-1", "eu-north-1")],
])("an ARN from another %s", (_, elsewhere) => {
  test("is not found", async () => {
    await makeParts(clients);
    const { imageBuilder } = clients;
    await imageBuilder.send(new CreateImageCommand(parts));
    const componentBuildVersionArn = elsewhere(arn("component/hello/1.0.0/1"));
    const containerRecipeArn = elsewhere(parts.containerRecipeArn);
    const imageBuildVersionArn = elsewhere(arn("image/hello/1.0.0/1"));
    await expect(imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    );
    await expect(imageBuilder.send(new GetContainerRecipeCommand({ containerRecipeArn }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    );
    await expect(imageBuilder.send(new GetImageCommand({ imageBuildVersionArn }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    );
  });

  test("creates no recipe, image or lifecycle policy", async () => {
    await makeParts(clients);
    const { iam, imageBuilder } = clients;
    await imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(20);
    const componentArn = elsewhere(arn("component/hello/1.0.0/1"));
    await expect(
      imageBuilder.send(containerRecipe({ name: "other", components: [{ componentArn }] })),
    ).rejects.toBeInstanceOf(InvalidParameterValueException);
    const parentImage = elsewhere(arn("image/hello/1.0.0"));
    await expect(
      imageBuilder.send(containerRecipe({ name: "other", parentImage, platformOverride: undefined })),
    ).rejects.toBeInstanceOf(InvalidParameterValueException);
    for (const field of Object.keys(parts) as (keyof typeof parts)[]) {
      const create = imageBuilder.send(new CreateImageCommand({ ...parts, [field]: elsewhere(parts[field]) }));
      await expect(create).rejects.toBeInstanceOf(InvalidParameterValueException);
    }
    const trust = trustOf("imagebuilder.amazonaws.com");
    await iam.send(new CreateRoleCommand({ RoleName: "lifecycle", AssumeRolePolicyDocument: trust }));
    const executionRole = "arn:aws:iam::444455556666:role/lifecycle";
    await expect(imageBuilder.send(lifecyclePolicy(executionRole))).rejects.toBeInstanceOf(
      InvalidParameterValueException,
    );
  });
});

function lifecyclePolicy(executionRole: string) {
  return new CreateLifecyclePolicyCommand({
    name: "hello",
    executionRole,
    resourceType: "CONTAINER_IMAGE",
    policyDetails: [{ action: { type: "DELETE" }, filter: { type: "COUNT", value: 3 } }],
    resourceSelection: { recipes: [{ name: "hello", semanticVersion: "1.0.0" }] },
  });
}

const workflowText = "schemaVersion: 1.0\nsteps:\n  - name: Wait\n    action: WaitForAction\n";

describe("a dry run", () => {
  /** The client supports it only for components; the API supports it for all resources. */
  const dryRun = async (operation: string, input: object) => {
    const response = await fetch(`${aws.endpoint}/${operation}`, {
      method: "PUT",
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${testRegion}/imagebuilder/aws4_request` },
      body: JSON.stringify({ ...input, clientToken: "a", dryRun: true }),
    });
    return [response.status, response.headers.get("x-amzn-errortype")];
  };

  test("validates the request like a real one, but creates nothing", async () => {
    await makeParts(clients);
    const trust = trustOf("imagebuilder.amazonaws.com");
    await clients.iam.send(new CreateRoleCommand({ RoleName: "lifecycle", AssumeRolePolicyDocument: trust }));
    const before = aws.remaining();
    await expect(clients.imageBuilder.send(component({ name: "other", dryRun: true }))).rejects.toMatchObject({
      name: "DryRunOperationException",
      $metadata: { httpStatusCode: 412 },
    });
    const done = [412, "DryRunOperationException"];
    const recipe = containerRecipe().input;
    expect(await dryRun("CreateContainerRecipe", { ...recipe, name: "other" })).toEqual(done);
    expect(await dryRun("CreateContainerRecipe", recipe)).toEqual([400, "ResourceAlreadyExistsException"]);
    const infrastructure = { name: "other", instanceProfileName: "build" };
    expect(await dryRun("CreateInfrastructureConfiguration", infrastructure)).toEqual(done);
    const distribution = { name: "other", distributions: [{ region: testRegion }] };
    expect(await dryRun("CreateDistributionConfiguration", distribution)).toEqual([
      400,
      "InvalidParameterValueException",
    ]);
    expect(await dryRun("CreateImagePipeline", { ...parts, name: "other" })).toEqual(done);
    const workflow = { name: "other", semanticVersion: "1.0.0", type: "TEST", data: workflowText };
    expect(await dryRun("CreateWorkflow", workflow)).toEqual(done);
    const { input } = lifecyclePolicy(`arn:aws:iam::${testAccount}:role/lifecycle`);
    expect(await dryRun("CreateLifecyclePolicy", input)).toEqual(done);
    expect(aws.remaining()).toEqual(before);
  });
});

test("lists what the account owns, and nothing for another owner", async () => {
  await makeParts(clients);
  for (const owner of ["Shared", "Amazon", "ThirdParty"] as const) {
    const listed = await clients.imageBuilder.send(new ListContainerRecipesCommand({ owner }));
    expect(listed.containerRecipeSummaryList).toEqual([]);
  }
});
