import { BatchGetImageCommand } from "@aws-sdk/client-ecr";
import { StartImagePipelineExecutionCommand } from "@aws-sdk/client-imagebuilder";
import type { Image } from "@pipelines/image-definition/image";
import type { ImageDefinition } from "@pipelines/image-definition";
import type { EnvironmentSettings } from "../../../stacks/environment/environment-settings";
import { type LocalAws, type LocalAwsOptions, startLocalAws } from "@pipelines/local-aws/local-aws";
import { type Applied, withoutLifecycleRules } from "../deployment";
import type { Terraform } from "@pipelines/terraform/terraform";
import { place, SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import { clientsOf } from "@pipelines/testing/clients";

/** Each image's name, and the name of its parent if the parent is one of these images. */
export type Chains = Readonly<Record<string, string | undefined>>;

/** An environment with images that are built on one another, deployed with the real Terraform. */
export class ChainLife {
  private constructor(
    public readonly aws: LocalAws,
    public readonly terraform: TerraformFolder,
  ) {}

  public static async start(terraform: Terraform, options: LocalAwsOptions = {}): Promise<ChainLife> {
    const aws = await startLocalAws({ speed: 8000, ...options });
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: place.account });
    return new ChainLife(aws, await TerraformFolder.withConfig(target, "{}").prepare());
  }

  /** Writes the config for these images, with additional settings for some of them in `more`. */
  public define(
    chains: Chains,
    more: Readonly<Record<string, Partial<ImageDefinition>>> = {},
    settings: Partial<EnvironmentSettings> = {},
  ): void {
    const images = Object.entries(chains).map(([name, parent]): Image => {
      const parentImage = parent === undefined ? "amazonlinux:2023" : { image: parent };
      return testImage({ parentImage, schedule: null, ...more[name] }, name);
    });
    const stack = new TestEnvironment(testApp(), { images, ...settings });
    this.terraform.write(new SynthesizedStack(stack).text);
    withoutLifecycleRules(this.terraform.folder);
  }

  public async deploy(): Promise<Applied> {
    const applied = await this.terraform.apply();
    if (applied.errors.length > 0) throw new Error(applied.errors.join("\n"));
    return applied;
  }

  /** Does what `npm run build` does. */
  public async build(image: string): Promise<void> {
    const { partition, region, account, environment } = place;
    const imagePipelineArn = `arn:${partition}:imagebuilder:${region}:${account}:image-pipeline/${environment}-${image}`;
    const { imageBuilder } = clientsOf(this.aws, region, account);
    await imageBuilder.send(new StartImagePipelineExecutionCommand({ imagePipelineArn }));
  }

  /** Lets the builds of this many levels finish. */
  public settle(levels = 5): void {
    for (let level = 0; level < levels; level++) {
      this.aws.clock.skip(21);
      this.aws.remaining();
    }
  }

  /** Returns the number of builds that each image has pushed so far. */
  public builds(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { service, kind, name } of this.aws.remaining()) {
      if (service === "ecr" && kind === "image") counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  /** Returns the digests of the layers in an image's newest build. */
  public async layers(image: string): Promise<string[]> {
    const { ecr } = clientsOf(this.aws, place.region, place.account);
    const { images = [] } = await ecr.send(
      new BatchGetImageCommand({ repositoryName: image, imageIds: [{ imageTag: "latest" }] }),
    );
    const manifest = JSON.parse(images[0]?.imageManifest ?? "{}") as { layers?: readonly { digest: string }[] };
    return (manifest.layers ?? []).map(({ digest }) => digest);
  }

  /** Returns the images whose first layers are not the current layers of their parent. */
  public async outdated(chains: Chains): Promise<string[]> {
    const found = await Promise.all(
      Object.entries(chains).map(async ([name, parent]) => {
        if (parent === undefined) return [];
        const [own, above] = await Promise.all([this.layers(name), this.layers(parent)]);
        return above.length > 0 && above.every((digest, index) => own[index] === digest) ? [] : [name];
      }),
    );
    return found.flat();
  }
}

/** Returns the same number for every image except those given by name. */
export function each(
  chains: Chains,
  count: number,
  others: Readonly<Record<string, number>> = {},
): Record<string, number> {
  return { ...Object.fromEntries(Object.keys(chains).map((name) => [name, count])), ...others };
}
