import { DeleteRepositoryCommand } from "@aws-sdk/client-ecr";
import { RemoveTargetsCommand } from "@aws-sdk/client-eventbridge";
import {
  DeleteImagePipelineCommand,
  DeleteInfrastructureConfigurationCommand,
  StartImagePipelineExecutionCommand,
} from "@aws-sdk/client-imagebuilder";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { Deployment, withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import { Workspace } from "@pipelines/rehearsal/workspace";
import { type Clients, clientsOf } from "@pipelines/testing/clients";
import { root } from "@pipelines/testing/life";
import { githubClaims, sessionOf } from "@pipelines/testing/session";
import { smallTreePlace, writeSmallTree } from "@pipelines/testing/small-tree";
import { describeWithTerraform, withOneProvider } from "@pipelines/testing/terraform";

const repository = "acme/images";
const { account, region } = smallTreePlace;
const home = `state-${account}-${region}`;
const arn = (resource: string): string => `arn:aws:imagebuilder:${region}:${account}:${resource}`;

const workflow = `name: build
description: Builds
schemaVersion: 1.0
steps:
  - name: LaunchBuildInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
`;

// A single life cycle: each test continues where the previous one ended.
describeWithTerraform("An environment's groups, under their own roles", (terraform) => {
  const workspace = new Workspace(root);
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 8000 });
    writeSmallTree(workspace.folder, {
      environments: {
        dev: `
          images: [image("base")],
          strictBuildRole: true,
          notifications: { emails: ["platform@example.com"] },
          groups: {
            web: { images: [image("web")], owners: ["@acme/web"] },
            shop: { images: [image("shop"), image("web-extra")] },
          }`,
      },
      images: {
        base: `schedule: null, containerTags: ["latest"]`,
        web: `schedule: null, containerTags: ["latest"], parentImage: { image: "base" }, workflows: [{ document: "build.yaml", type: "BUILD" }]`,
        shop: `schedule: null, parentImage: { image: "web" }, instanceTypes: ["m5.large"]`,
        // Its name starts with the name of another group's image.
        "web-extra": `schedule: null`,
      },
    });
    fs.writeFileSync(path.join(workspace.folder, "images/web/build.yaml"), workflow);
    workspace.edit("stacks/accounts.ts", (text) =>
      text.replace(/TrustSettings = \{\};/, `TrustSettings = { github: { repository: "${repository}" } };`),
    );
    const { code, output } = await workspace.synth();
    if (code !== 0) throw new Error(output);
    for (const stack of [home, "dev"]) withoutLifecycleRules(workspace.stackFolder(stack));
  });
  afterAll(async () => {
    workspace.remove();
    expect(aws.unknownCalls).toEqual([]);
    await aws.close();
  });

  async function keyOf(purpose: "plan" | "deploy" | "operate", stack: string): Promise<string> {
    const subject = purpose === "plan" ? "ref:refs/heads/main" : `environment:${stack}`;
    const file = purpose === "operate" ? "build.yml" : undefined;
    const role = `arn:aws:iam::${account}:role/${stack}-image-pipelines-${purpose}`;
    return (await sessionOf(aws, role, githubClaims(repository, subject, undefined, file))).AWS_ACCESS_KEY_ID;
  }

  async function as(key: string, stack: string): Promise<Deployment> {
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: key });
    return new Deployment(workspace.stackFolder(stack), target);
  }

  async function succeed(deployment: Deployment, ...args: readonly string[]): Promise<void> {
    const { code, output } = await deployment.terraform(args);
    expect(code === 0 ? "" : output).toBe("");
  }

  async function clientsAs(purpose: "deploy" | "operate", stack: string): Promise<Clients> {
    return clientsOf(aws, region, await keyOf(purpose, stack));
  }

  function builds(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { service, kind, name } of aws.remaining()) {
      if (service === "ecr" && kind === "image") counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  it("are deployed one after the other, each with its own role, and then planned without changes", async () => {
    const admin = await as(account, home);
    const override = path.join(workspace.stackFolder(home), "backend_override.tf.json");
    fs.writeFileSync(override, JSON.stringify({ terraform: { backend: { local: {} } } }));
    await succeed(admin, "init");
    await succeed(admin, "apply", "-auto-approve");
    for (const stack of ["dev", "dev-web", "dev-shop"]) {
      const deploy = await as(await keyOf("deploy", stack), stack);
      await succeed(deploy, "init");
      await succeed(deploy, "apply", "-auto-approve");
      await succeed(await as(await keyOf("plan", stack), stack), "plan", "-lock=false", "-detailed-exitcode");
    }
    expect(builds()).toEqual({ base: 1, web: 1, shop: 1, "web-extra": 1 });
  });

  it("all follow a base image when someone builds it", async () => {
    const { imageBuilder } = await clientsAs("operate", "dev");
    await imageBuilder.send(
      new StartImagePipelineExecutionCommand({ imagePipelineArn: arn("image-pipeline/dev-base") }),
    );
    for (let level = 0; level < 3; level++) {
      aws.clock.skip(21);
      aws.remaining();
    }
    expect(builds()).toEqual({ base: 2, web: 2, shop: 2, "web-extra": 1 });
    expect(aws.deliveries.filter(({ refused }) => refused !== undefined)).toEqual([]);
  });

  it("can reach their own images, but neither those of other groups nor shared resources", async () => {
    const refused = { name: expect.stringMatching(/AccessDenied|NotAuthorized/) as string };
    const operates = await clientsAs("operate", "dev-web");
    const start = (image: string) =>
      operates.imageBuilder.send(
        new StartImagePipelineExecutionCommand({ imagePipelineArn: arn(`image-pipeline/dev-${image}`) }),
      );
    await expect(start("web")).resolves.toBeDefined();
    for (const image of ["shop", "web-extra", "base"]) await expect(start(image)).rejects.toMatchObject(refused);

    const deploys = await clientsAs("deploy", "dev-web");
    const { imageBuilder, ecr, events } = deploys;
    for (const image of ["shop", "web-extra", "base"]) {
      const imagePipelineArn = arn(`image-pipeline/dev-${image}`);
      await expect(imageBuilder.send(new DeleteImagePipelineCommand({ imagePipelineArn }))).rejects.toMatchObject(
        refused,
      );
      const repositoryName = image;
      await expect(ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }))).rejects.toMatchObject(
        refused,
      );
    }
    const infrastructureConfigurationArn = arn("infrastructure-configuration/dev-image-builder");
    await expect(
      imageBuilder.send(new DeleteInfrastructureConfigurationCommand({ infrastructureConfigurationArn })),
    ).rejects.toMatchObject(refused);
    await expect(
      events.send(new RemoveTargetsCommand({ Rule: "dev-shop-parent", Ids: ["dev-shop"] })),
    ).rejects.toMatchObject(refused);
  });

  it("are destroyed individually, and leave the others unchanged", async () => {
    await succeed(await as(await keyOf("deploy", "dev-shop"), "dev-shop"), "destroy", "-auto-approve");
    const left = aws.remaining().filter(({ kind, name }) => kind !== "image" && /shop|web-extra/.test(name));
    expect(left.filter(({ service }) => service !== "iam" && service !== "s3")).toEqual([]);
    for (const stack of ["dev", "dev-web"]) {
      await succeed(await as(await keyOf("plan", stack), stack), "plan", "-lock=false", "-detailed-exitcode");
    }
  });
});
