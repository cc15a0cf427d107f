import { GetImagePipelineCommand, type ImagePipeline } from "@aws-sdk/client-imagebuilder";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { type Applied, type Deployment, withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import type { Terraform } from "@pipelines/terraform/terraform";
import { type Clients, clientsOf } from "./clients";
import { accounts } from "./fixture-app";
import { Life, planned, refusals, root } from "./life";

export const account = accounts.dev;
export const home = "eu-west-1";
export const further = "eu-central-1";

/** Returns an app with a class for one environment, in place of the current dev. */
const stackOf = (settings: string): string => `import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { accounts } from "./accounts";
import { EnvironmentStack } from "./environment/environment-stack";

export class DevStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, { environment: "dev", account: accounts.dev, region: "${home}", images: [image("one")], ${settings} });
  }
}
`;

const imageOf = (definition: string): string => `import { ImageDefinition } from "@pipelines/image-definition";

const one: ImageDefinition = { components: [{ document: "one.yaml" }], ${definition} };
export default one;
`;

async function synthesize(life: Life, settings: string, definition: string): Promise<void> {
  fs.writeFileSync(path.join(life.workspace.folder, "stacks/dev-stack.ts"), stackOf(settings));
  fs.writeFileSync(path.join(life.workspace.folder, "images/one/image.ts"), imageOf(definition));
  await life.synth();
  withoutLifecycleRules(life.workspace.stackFolder("dev"));
}

/**
 * The life cycle of an environment `dev` with one image. Its settings are written in TypeScript, then edited,
 * synthesized and deployed.
 */
export class OneImageLife {
  public readonly clients: Clients;

  private constructor(
    public readonly aws: LocalAws,
    public readonly life: Life,
    public readonly dev: Deployment,
  ) {
    this.clients = clientsOf(aws, home, account);
  }

  /** @param settings the settings for initialization: only those for the environment's state, if it has any */
  public static async start(terraform: Terraform, settings = ""): Promise<OneImageLife> {
    const aws = await startLocalAws({ speed: 8000 });
    const life = new Life(terraform, aws);
    const images = path.join(life.workspace.folder, "images");
    fs.cpSync(path.join(images, "hello-world"), path.join(images, "one"), { recursive: true });
    fs.renameSync(path.join(images, "one/hello-world.yaml"), path.join(images, "one/one.yaml"));
    fs.cpSync(
      path.join(root, "packages/testing/fixtures/workflows/approve.yaml"),
      path.join(images, "one/approve.yaml"),
    );
    await synthesize(life, settings, "");
    return new OneImageLife(aws, life, await life.deployment("dev"));
  }

  public synth(settings: string, definition: string): Promise<void> {
    return synthesize(this.life, settings, definition);
  }

  /** Runs one apply, which must be enough: nothing is refused, and nothing is left to change. */
  public async deploy(settings: string, definition: string): Promise<string[]> {
    await this.synth(settings, definition);
    return planned(await this.whole());
  }

  /** Applies the latest synth. */
  public async whole(): Promise<Applied> {
    const before = this.aws.calls.length;
    const applied = await this.dev.apply();
    expect(applied.errors).toEqual([]);
    expect(refusals(this.aws.calls.slice(before))).toEqual([]);
    expect(await this.dev.isUnchanged()).toBe(true);
    expect(this.aws.unknownCalls).toEqual([]);
    return applied;
  }

  public async pipeline(): Promise<ImagePipeline | undefined> {
    const imagePipelineArn = `arn:aws:imagebuilder:${home}:${account}:image-pipeline/dev-one`;
    return (await this.clients.imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn }))).imagePipeline;
  }

  public async close(): Promise<void> {
    this.life.workspace.remove();
    await this.aws.close();
  }
}
