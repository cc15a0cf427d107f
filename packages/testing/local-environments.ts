import { CreateRepositoryCommand } from "@aws-sdk/client-ecr";
import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import {
  CreateComponentCommand,
  CreateContainerRecipeCommand,
  CreateDistributionConfigurationCommand,
  CreateImagePipelineCommand,
  CreateInfrastructureConfigurationCommand,
  StartImagePipelineExecutionCommand,
} from "@aws-sdk/client-imagebuilder";
import type { EnvironmentDescription, ImageDescription } from "@pipelines/image-definition/environment-description";
import { Access, type ClientSettings, inParallel } from "@pipelines/operations/access";
import type { Options } from "@pipelines/findings/command-line";
import { type Command, execute } from "@pipelines/operations/command";
import { registryOf } from "@pipelines/facts/regions";
import { pipelineArn } from "@pipelines/operations/environments";
import type { LocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf, dockerfile, testDocument, trustOf } from "./clients";

export function environment(
  name: string,
  account: string,
  images: readonly Partial<ImageDescription>[],
): EnvironmentDescription {
  return {
    environment: name,
    account,
    region: "eu-west-1",
    partition: "aws",
    stacks: [name],
    images: images.map((image) => ({
      stack: name,
      owners: [],
      resourceName: `${name}-${image.name ?? "web"}`,
      name: "web",
      description: undefined,
      repository: image.name ?? "web",
      regions: [],
      repositoryExists: false,
      parentImage: "amazonlinux:2023",
      parent: undefined,
      parentChannel: undefined,
      rebuiltWithParent: false,
      containerTags: ["latest"],
      channels: ["stable"],
      tested: true,
      workingDirectory: "/tmp",
      enabled: true,
      version: "1.0.0",
      schedule: { expression: "cron(0 9 1 * ? *)", timezone: undefined },
      ...image,
    })),
  };
}

const staged = { environment: "staging", account: "444455556666", region: "eu-west-1", partition: "aws", images: [] };

/** A base, an application on it, and a tool on the application. */
export const staging = environment("staging", staged.account, [
  { name: "base" },
  { name: "web", parentImage: `${registryOf(staged)}/base:latest` },
  { name: "tool", parentImage: `${registryOf(staged)}/web:latest` },
]);
export const prod = environment("prod", "777788889999", [
  { name: "base", resourceName: "prod-base" },
  { name: "web" },
  { name: "tool" },
]);

/** Creates the resources that a deploy leaves in an environment, limited to those that commands use. */
export async function deploy(aws: LocalAws, place: EnvironmentDescription): Promise<void> {
  const { ecr, iam, imageBuilder } = clientsOf(aws, place.region, place.account);
  const trust = trustOf("ec2.amazonaws.com");
  await iam.send(new CreateRoleCommand({ RoleName: "build", AssumeRolePolicyDocument: trust }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "build" }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "build", RoleName: "build" }));
  const infrastructure = await imageBuilder.send(
    new CreateInfrastructureConfigurationCommand({ name: "build", instanceProfileName: "build" }),
  );
  const { componentBuildVersionArn } = await imageBuilder.send(
    new CreateComponentCommand({ name: "hello", semanticVersion: "1.0.0", platform: "Linux", data: testDocument }),
  );
  for (const name of new Set(place.images.map(({ repository }) => repository))) {
    const imageScanningConfiguration = { scanOnPush: true };
    await ecr.send(new CreateRepositoryCommand({ repositoryName: name, imageScanningConfiguration }));
  }
  await inParallel(place.images, 8, async (image) => {
    const { resourceName: name, repository: repositoryName } = image;
    const targetRepository = { service: "ECR" as const, repositoryName };
    const recipe = await imageBuilder.send(
      new CreateContainerRecipeCommand({
        name,
        semanticVersion: image.version,
        containerType: "DOCKER",
        parentImage: image.parentImage,
        platformOverride: "Linux",
        components: [{ componentArn: componentBuildVersionArn }],
        dockerfileTemplateData: dockerfile,
        targetRepository,
      }),
    );
    const output = { targetRepository, containerTags: [...image.containerTags] };
    const distribution = await imageBuilder.send(
      new CreateDistributionConfigurationCommand({
        name,
        distributions: [{ region: place.region, containerDistributionConfiguration: output }],
      }),
    );
    await imageBuilder.send(
      new CreateImagePipelineCommand({
        name,
        containerRecipeArn: recipe.containerRecipeArn,
        infrastructureConfigurationArn: infrastructure.infrastructureConfigurationArn,
        distributionConfigurationArn: distribution.distributionConfigurationArn,
        imageTestsConfiguration: { imageTestsEnabled: image.tested },
        status: image.enabled ? "ENABLED" : "DISABLED",
      }),
    );
  });
}

/** Starts builds of these images and lets them finish, in this order. */
export async function built(aws: LocalAws, place: EnvironmentDescription, ...names: readonly string[]): Promise<void> {
  const { imageBuilder } = clientsOf(aws, place.region, place.account);
  for (const name of names) {
    const imagePipelineArn = pipelineArn(place, `${place.environment}-${name}`);
    await imageBuilder.send(new StartImagePipelineExecutionCommand({ imagePipelineArn }));
    aws.clock.skip(21);
    // Builds make progress only when something reads from local AWS.
    aws.remaining();
  }
}

export function settingsFor(aws: LocalAws, account: string): ClientSettings {
  const credentials = { accessKeyId: account, secretAccessKey: "local" };
  return { endpoint: aws.endpoint, credentials, maxAttempts: 4 };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as if in its own process, with local AWS and its clock. */
export async function run<O extends Options>(
  aws: LocalAws,
  command: Command<O>,
  args: readonly string[],
  options: {
    readonly environments?: readonly EnvironmentDescription[];
    readonly account?: string;
    /** Access keys by account, if they differ from the account IDs. */
    readonly keys?: ReadonlyMap<string, string>;
    readonly settings?: ClientSettings;
    /** Multiplier for how far each wait advances local AWS's clock, so that builds are polled less often. @default 6 */
    readonly haste?: number;
  } = {},
): Promise<Ran> {
  let out = "";
  let err = "";
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const surroundings = () =>
    Promise.resolve({
      environments: options.environments ?? [staging, prod],
      access: (place: EnvironmentDescription) =>
        new Access(place, {
          ...settingsFor(aws, options.keys?.get(place.account) ?? options.account ?? place.account),
          ...options.settings,
        }),
      streams,
      now: () => aws.clock.now(),
      // The clock advances only when something waits.
      wait: (milliseconds: number) => {
        aws.clock.skip(((options.haste ?? 6) * milliseconds) / 60_000);
        return Promise.resolve();
      },
    });
  const code = await execute(command, args, surroundings, streams);
  return { code, out, err };
}
