import { CreateRepositoryCommand, DescribeImagesCommand } from "@aws-sdk/client-ecr";
import { GetImagePipelineCommand, ListWorkflowExecutionsCommand } from "@aws-sdk/client-imagebuilder";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "../../../tools/rehearsal/aws/local-aws";
import { Deployment, withoutLifecycleRules } from "../../../tools/rehearsal/deployment";
import { accounts } from "../../../stacks/accounts";
import { describeWithTerraform } from "../../terraform";
import { type Clients, clientsOf } from "./clients";
import { Life, planned, refusals, root } from "./life";

const home = "eu-west-1";
const further = "eu-central-1";

/** A class of one environment with one image, in the place of today's dev. */
const stackOf = (settings: string): string => `import { App } from "cdktf";
import { image } from "../images/load-image";
import { Versions } from "../versions/versions";
import { accounts } from "./accounts";
import { EnvironmentStack } from "./environment-stack";

export class DevStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, { environment: "dev", account: accounts.dev, region: "${home}", images: [image("one")], ${settings} });
  }
}
`;

const imageOf = (definition: string): string => `import { ImageDefinition } from "../image-definition";

const one: ImageDefinition = { components: [{ document: "one.yaml" }], ${definition} };
export default one;
`;

const workflows = `workflows: [
  { managed: "build-container" },
  { document: "approve.yaml", type: "TEST", parameters: { waitForApproval: "true" } },
]`;

// One life of one environment: what each test leaves is what the next one changes.
describeWithTerraform("What an environment can have beside the sample", (terraform) => {
  let aws: LocalAws;
  let life: Life;
  let dev: Deployment;
  let clients: Clients;
  let callsBefore = 0;

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 8000 });
    clients = clientsOf(aws, home, accounts.dev);
    life = new Life(terraform, aws);
    const images = path.join(life.workspace.folder, "images");
    fs.cpSync(path.join(images, "hello-world"), path.join(images, "one"), { recursive: true });
    fs.renameSync(path.join(images, "one/hello-world.yaml"), path.join(images, "one/one.yaml"));
    fs.cpSync(path.join(root, "__tests__/fixtures/workflows/approve.yaml"), path.join(images, "one/approve.yaml"));
    await synth("", "");
    await life.deployment("dev");
    // Two configurations of one provider, one for each region: each has a process of its own, as in real life.
    dev = new Deployment(life.workspace.stackFolder("dev"), {
      terraform,
      endpoint: aws.endpoint,
      account: accounts.dev,
    });
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName: "team/one" }));
    await clients.sns.send(new CreateTopicCommand({ Name: "builds" }));
  });
  afterAll(async () => {
    life.workspace.remove();
    await aws.close();
  });

  async function synth(settings: string, definition: string): Promise<void> {
    fs.writeFileSync(path.join(life.workspace.folder, "stacks/dev-stack.ts"), stackOf(settings));
    fs.writeFileSync(path.join(life.workspace.folder, "images/one/image.ts"), imageOf(definition));
    await life.synth();
    withoutLifecycleRules(life.workspace.stackFolder("dev"));
  }

  /** One apply, which is all that it takes: nothing refused, and nothing left to change. */
  async function deploy(settings: string, definition: string): Promise<string[]> {
    await synth(settings, definition);
    callsBefore = aws.calls.length;
    const applied = await dev.apply();
    expect(applied.errors).toEqual([]);
    expect(refusals(aws.calls.slice(callsBefore))).toEqual([]);
    expect(await dev.isUnchanged()).toBe(true);
    expect(aws.unknownCalls).toEqual([]);
    return planned(applied);
  }

  const pipeline = async () => {
    const imagePipelineArn = `arn:aws:imagebuilder:${home}:${accounts.dev}:image-pipeline/dev-one`;
    return (await clients.imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn }))).imagePipeline;
  };

  it("is deployed with workflows, placement, key pair, topic and a description by one apply", async () => {
    const topic = `arn:aws:sns:${home}:${accounts.dev}:builds`;
    const settings = `placement: { tenancy: "dedicated" }, keyPair: "builds", snsTopicArn: "${topic}",`;
    const changes = await deploy(
      settings,
      `${workflows}, enhancedImageMetadata: false, distributionDescription: "One",`,
    );
    expect(changes).toContain("create imagebuilder_workflow of one");
    const { workflows: used = [], executionRole, containerRecipeArn = "" } = (await pipeline()) ?? {};
    expect(used.map(({ workflowArn = "" }) => workflowArn.split(":workflow/")[1])).toEqual([
      "build/build-container/x.x.x",
      expect.stringMatching(/^test\/dev-one-approve\/1\.0\.\d+\/1$/),
    ]);
    expect(executionRole).toBe(`arn:aws:iam::${accounts.dev}:role/imageBuilder/dev-image-builder-workflows`);
    const imageBuildVersionArn = `${containerRecipeArn.replace("container-recipe", "image")}/1`;
    const ran = await clients.imageBuilder.send(new ListWorkflowExecutionsCommand({ imageBuildVersionArn }));
    expect(ran.workflowExecutions?.map(({ type, status }) => `${type ?? ""} ${status ?? ""}`)).toEqual([
      "BUILD COMPLETED",
      "TEST COMPLETED",
      "DISTRIBUTION COMPLETED",
    ]);
  });

  it("gets a new version of a workflow that changed before the old one goes, and is built again", async () => {
    life.workspace.edit("images/one/approve.yaml", (text) => text.replace("Approve", "ApproveOnce"));
    expect(await deploy("", workflows)).toEqual([
      "replace imagebuilder_container_recipe of one",
      "replace imagebuilder_image of one",
      "replace imagebuilder_workflow of one",
      "update imagebuilder_distribution_configuration of one",
      "update imagebuilder_image_pipeline of one",
      "update imagebuilder_infrastructure_configuration",
    ]);
  });

  it("pushes the same image to a further region, whose protected repository stays when the region is taken out", async () => {
    const regions = `regions: ["${further}"], deletionProtection: true,`;
    const changes = await deploy(regions, `description: "In two regions",`);
    expect(changes.filter((change) => change.includes("ecr_"))).toEqual([
      "create ecr_lifecycle_policy",
      "create ecr_repository",
    ]);
    const images = async (region: string, repositoryName = "one") =>
      (await clientsOf(aws, region, accounts.dev).ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails;
    const [latest] = (await images(home))?.filter(({ imageTags }) => imageTags?.includes("latest")) ?? [];
    expect((await images(further))?.map(({ imageDigest, imageTags }) => [imageDigest, imageTags])).toEqual([
      [latest?.imageDigest, latest?.imageTags],
    ]);
    const without = await deploy("deletionProtection: true,", `description: "In two regions",`);
    expect(without).toEqual(["update imagebuilder_distribution_configuration of one"]);
    expect(await images(further)).toHaveLength(1);
    // Protection that is given up lets the next deploy delete what was kept.
    expect((await deploy("", `description: "In two regions",`)).filter((change) => change.includes("ecr_"))).toEqual([
      "delete ecr_lifecycle_policy",
      "delete ecr_repository",
    ]);
    await expect(images(further)).rejects.toThrow("does not exist");
  });

  it("moves to a repository that exists, and leaves it as it is when it is destroyed", async () => {
    const changes = await deploy("", `repository: { existing: "team/one" },`);
    expect(changes.filter((change) => change.includes("ecr_"))).toEqual([
      "delete ecr_lifecycle_policy",
      "delete ecr_repository",
    ]);
    await dev.apply({ destroy: true });
    const { imageDetails = [] } = await clients.ecr.send(new DescribeImagesCommand({ repositoryName: "team/one" }));
    expect(imageDetails).toHaveLength(1);
    expect(life.remaining()).toEqual([
      expect.stringMatching(/^ecr repository team\/one$/),
      expect.stringMatching(/^ecr image team\/one 1\.0\.\d+-1, latest$/),
      "sns topic builds",
    ]);
  });
});
