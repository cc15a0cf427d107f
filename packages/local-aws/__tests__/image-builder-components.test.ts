import {
  DeleteComponentCommand,
  DeleteContainerRecipeCommand,
  GetComponentCommand,
  GetContainerRecipeCommand,
  IdempotentParameterMismatchException,
  InvalidParameterCombinationException,
  InvalidParameterValueException,
  ListComponentBuildVersionsCommand,
  ListContainerRecipesCommand,
  ListTagsForResourceCommand,
  ResourceAlreadyExistsException,
  ResourceDependencyException,
  ResourceNotFoundException,
  TagResourceCommand,
  UntagResourceCommand,
  CreateComponentCommand,
} from "@aws-sdk/client-imagebuilder";
import { PutObjectCommand, CreateBucketCommand } from "@aws-sdk/client-s3";
import { type LocalAws, startLocalAws } from "../local-aws";
import {
  arn,
  type Clients,
  clientsOf,
  component,
  containerRecipe,
  testDocument,
  makeGround,
  testRegion,
} from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws();
  clients = clientsOf(aws);
});
afterEach(async () => {
  await aws.close();
});

const changedDocument = testDocument.replace("build", "validate");

describe("a component", () => {
  test("is created, read, listed, tagged and deleted", async () => {
    const { imageBuilder } = clients;
    const created = await imageBuilder.send(component());
    expect(created.componentBuildVersionArn).toBe(arn("component/hello/1.0.0/1"));
    const componentBuildVersionArn = arn("component/hello/1.0.0/1");
    const read = await imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    expect(read.component).toMatchObject({
      name: "hello",
      version: "1.0.0",
      platform: "Linux",
      data: testDocument,
      type: "BUILD",
    });
    for (const componentVersionArn of [arn("component/hello/1.0.0"), undefined]) {
      const builds = await imageBuilder.send(new ListComponentBuildVersionsCommand({ componentVersionArn }));
      expect(builds.componentSummaryList?.map((each) => each.arn)).toEqual([componentBuildVersionArn]);
    }

    const resourceArn = componentBuildVersionArn;
    await imageBuilder.send(new TagResourceCommand({ resourceArn, tags: { a: "1", b: "2" } }));
    await imageBuilder.send(new UntagResourceCommand({ resourceArn, tagKeys: ["a"] }));
    expect((await imageBuilder.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({ b: "2" });

    await imageBuilder.send(new DeleteComponentCommand({ componentBuildVersionArn }));
    await expect(imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    );
    expect(aws.remaining()).toEqual([]);
  });

  test("with an existing name and version is refused if its content is the same, and creates build 2 if not", async () => {
    await clients.imageBuilder.send(component());
    const again = clients.imageBuilder.send(component());
    await expect(again).rejects.toBeInstanceOf(ResourceAlreadyExistsException);
    await expect(again).rejects.toThrow(arn("component/hello/1.0.0/1"));
    const changed = await clients.imageBuilder.send(component({ data: changedDocument }));
    expect(changed.componentBuildVersionArn).toBe(arn("component/hello/1.0.0/2"));
  });

  test("has the same name regardless of case, and of spaces or underscores instead of hyphens", async () => {
    await clients.imageBuilder.send(component({ name: "my-first-one" }));
    await expect(clients.imageBuilder.send(component({ name: "My_First one" }))).rejects.toBeInstanceOf(
      ResourceAlreadyExistsException,
    );
    const changed = await clients.imageBuilder.send(component({ name: "My_First one", data: changedDocument }));
    expect(changed.componentBuildVersionArn).toBe(arn("component/my-first-one/1.0.0/2"));
  });

  test("is found by version and by wildcard; the newest is chosen by number, not as text", async () => {
    for (const semanticVersion of ["1.0.9", "1.0.10", "1.0.2"])
      await clients.imageBuilder.send(component({ semanticVersion }));
    const componentBuildVersionArn = arn("component/hello/1.x.x");
    const read = await clients.imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    expect(read.component?.arn).toBe(arn("component/hello/1.0.10/1"));
  });

  test("is created once per client token; a repeated token must come with the same parameters", async () => {
    const input = component().input;
    const once = await clients.imageBuilder.send(new CreateComponentCommand({ ...input, clientToken: "token" }));
    const twice = await clients.imageBuilder.send(new CreateComponentCommand({ ...input, clientToken: "token" }));
    expect(twice.componentBuildVersionArn).toBe(once.componentBuildVersionArn);
    expect(aws.remaining()).toHaveLength(1);
    const changed = new CreateComponentCommand({ ...input, data: changedDocument, clientToken: "token" });
    await expect(clients.imageBuilder.send(changed)).rejects.toBeInstanceOf(IdempotentParameterMismatchException);
  });

  test("with both text and an address, or neither, is refused", async () => {
    const neither = { ...component().input, data: undefined };
    await expect(clients.imageBuilder.send(new CreateComponentCommand(neither))).rejects.toBeInstanceOf(
      InvalidParameterCombinationException,
    );
    const both = new CreateComponentCommand({ ...component().input, uri: "s3://bucket/key" });
    await expect(clients.imageBuilder.send(both)).rejects.toBeInstanceOf(InvalidParameterCombinationException);
  });

  test("is read from S3 only once, when it is created", async () => {
    const { imageBuilder, s3 } = clients;
    const Bucket = "documents";
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: testRegion } }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "hello.yaml", Body: testDocument }));
    const input = { ...component().input, data: undefined };
    await imageBuilder.send(new CreateComponentCommand({ ...input, uri: "s3://documents/hello.yaml" }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "hello.yaml", Body: changedDocument }));
    const componentBuildVersionArn = arn("component/hello/1.0.0/1");
    const read = await imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    expect(read.component?.data).toBe(testDocument);
    const missing = new CreateComponentCommand({ ...input, uri: "s3://documents/other.yaml" });
    await expect(imageBuilder.send(missing)).rejects.toBeInstanceOf(InvalidParameterValueException);
  });

  test.each([
    ["a name of two characters", { name: "ab" }, "name"],
    ["a name of 129 characters", { name: "a".repeat(129) }, "name"],
    ["a version of two numbers", { semanticVersion: "1.0" }, "semanticVersion"],
    ["a version with a number of 2^30", { semanticVersion: "1.0.1073741824" }, "semanticVersion"],
    ["a version with a wildcard", { semanticVersion: "1.0.x" }, "semanticVersion"],
    ["a text of 16,001 characters", { data: "a".repeat(16_001) }, "data"],
    ["a text that is no document", { data: "- hello" }, "data"],
    ["a step name with a space", { data: testDocument.replace("[]", "[{ name: a b, action: ExecuteBash }]") }, "data"],
  ])("with %s is refused, with a message that names the field", async (_what, settings, field) => {
    const refused = clients.imageBuilder.send(component(settings));
    await expect(refused).rejects.toBeInstanceOf(InvalidParameterValueException);
    await expect(refused).rejects.toThrow(`The value supplied for parameter '${field}' is not valid.`);
    expect(aws.remaining()).toEqual([]);
  });
});

describe("a container recipe", () => {
  beforeEach(async () => {
    await makeGround(clients);
    await clients.imageBuilder.send(component());
  });
  const containerRecipeArn = arn("container-recipe/hello/1.0.0");

  test("is created, read, listed and deleted", async () => {
    const { imageBuilder } = clients;
    expect((await imageBuilder.send(containerRecipe())).containerRecipeArn).toBe(containerRecipeArn);
    const read = await imageBuilder.send(new GetContainerRecipeCommand({ containerRecipeArn }));
    expect(read.containerRecipe).toMatchObject({
      name: "hello",
      version: "1.0.0",
      platform: "Linux",
      parentImage: "amazonlinux:latest",
      components: [{ componentArn: arn("component/hello/1.0.0/1") }],
      targetRepository: { service: "ECR", repositoryName: "hello" },
    });
    const listed = await imageBuilder.send(new ListContainerRecipesCommand({}));
    expect(listed.containerRecipeSummaryList?.map((each) => each.arn)).toEqual([containerRecipeArn]);
    await imageBuilder.send(new DeleteContainerRecipeCommand({ containerRecipeArn }));
    await expect(imageBuilder.send(new GetContainerRecipeCommand({ containerRecipeArn }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    );
  });

  test("with an existing name and version is refused, whatever has changed", async () => {
    await clients.imageBuilder.send(containerRecipe());
    const again = clients.imageBuilder.send(containerRecipe({ name: "HELLO", parentImage: "amazonlinux:2023" }));
    await expect(again).rejects.toBeInstanceOf(ResourceAlreadyExistsException);
    await expect(again).rejects.toThrow(
      `The following resource 'ContainerRecipe' already exists: '${containerRecipeArn}'.`,
    );
  });

  test("gets the next patch number for a wildcard", async () => {
    await clients.imageBuilder.send(containerRecipe());
    const next = await clients.imageBuilder.send(containerRecipe({ semanticVersion: "1.0.x" }));
    expect(next.containerRecipeArn).toBe(arn("container-recipe/hello/1.0.1"));
  });

  test.each(["component/hello/1.0.0/1", "component/hello/1.0.0", "component/hello/x.x.x"])(
    "prevents deletion of the component that it refers to as %s",
    async (named) => {
      const { imageBuilder } = clients;
      await imageBuilder.send(containerRecipe({ components: [{ componentArn: arn(named) }] }));
      const componentBuildVersionArn = arn("component/hello/1.0.0/1");
      const refused = imageBuilder.send(new DeleteComponentCommand({ componentBuildVersionArn }));
      await expect(refused).rejects.toBeInstanceOf(ResourceDependencyException);
      await expect(refused).rejects.toThrow(`'${componentBuildVersionArn}' has other resources depended on it.`);
      await imageBuilder.send(new DeleteContainerRecipeCommand({ containerRecipeArn }));
      await imageBuilder.send(new DeleteComponentCommand({ componentBuildVersionArn }));
    },
  );

  test.each([
    ["a repository that does not exist", { targetRepository: { service: "ECR" as const, repositoryName: "other" } }],
    ["a component that does not exist", { components: [{ componentArn: arn("component/other/1.0.0/1") }] }],
    ["a component twice", { components: [0, 1].map(() => ({ componentArn: arn("component/hello/1.0.0/1") })) }],
    [
      "a parent image of ECR Public without platform override",
      { parentImage: "public.ecr.aws/amazonlinux/amazonlinux:2023", platformOverride: undefined },
    ],
    ["a registry's parent image for Windows without OS version", { platformOverride: "Windows" as const }],
    ["a Dockerfile without parent image", { dockerfileTemplateData: "FROM scratch" }],
    ["a Dockerfile without components", { dockerfileTemplateData: "FROM {{{ imagebuilder:parentImage }}}" }],
  ])("with %s is refused", async (_what, settings) => {
    const refused = clients.imageBuilder.send(containerRecipe(settings));
    await expect(refused).rejects.toBeInstanceOf(InvalidParameterValueException);
  });

  test("with a platform override for an Image Builder image is refused, and is accepted without one", async () => {
    const parentImage = `arn:aws:imagebuilder:${testRegion}:aws:image/amazon-linux-2023-x86/x.x.x`;
    await expect(clients.imageBuilder.send(containerRecipe({ parentImage }))).rejects.toBeInstanceOf(
      InvalidParameterCombinationException,
    );
    await clients.imageBuilder.send(containerRecipe({ parentImage, platformOverride: undefined }));
  });

  test("must set every parameter that has no default, and no unknown one", async () => {
    const data = `${testDocument}parameters:\n  - Greeting: { type: string }\n  - Times: { type: string, default: 1 }\n`;
    await clients.imageBuilder.send(component({ semanticVersion: "2.0.0", data }));
    const componentArn = arn("component/hello/2.0.0/1");
    const withParameters = (...names: string[]) => {
      const parameters = names.map((name) => ({ name, value: ["x"] }));
      return containerRecipe({ components: [names.length > 0 ? { componentArn, parameters } : { componentArn }] });
    };
    await expect(clients.imageBuilder.send(withParameters())).rejects.toThrow("'Greeting' has no default");
    await expect(clients.imageBuilder.send(withParameters("Greeting", "Other"))).rejects.toThrow("'Other'");
    await clients.imageBuilder.send(withParameters("Greeting"));
  });
});
