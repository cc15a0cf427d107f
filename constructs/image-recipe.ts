import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import {
  ImagebuilderContainerRecipe,
  ImagebuilderContainerRecipeInstanceConfiguration,
} from "@cdktf/provider-aws/lib/imagebuilder-container-recipe";
import { Construct } from "constructs";
import { type Finding, warning } from "@pipelines/findings/finding";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import { isImageBuilderArn } from "@pipelines/image-definition/check-image";
import { Component, Image } from "@pipelines/image-definition/image";
import { BuildInstance } from "@pipelines/image-definition";
import { ContentPart, Versions } from "@pipelines/version-lock/versions";
import { addCheck } from "./attach";
import { TargetRepository } from "./image-repository";
import { Place } from "./place";
import { literal, literalMap, optionalLiteral } from "./terraform-text";
import { partName, resourceName } from "@pipelines/image-definition/full-names";

export interface ImageRecipeProps {
  readonly place: Place;
  readonly image: Image;
  readonly repository: TargetRepository;
  readonly versions: Versions;
  /** What else makes Terraform or people build the image again: AWS would do it under the same number. */
  readonly build: readonly ContentPart[];
}

/**
 * The image's own components and the container recipe that puts them together.
 *
 * Components and recipes are immutable in AWS: each change is a new version beside the old one, which
 * something may still hold. So all are created before their predecessors are destroyed, under a version that
 * was never used before.
 */
export class ImageRecipe extends Construct {
  public readonly recipe: ImagebuilderContainerRecipe;
  public readonly version: string;

  public constructor(scope: Construct, id: string, props: ImageRecipeProps) {
    super(scope, id);
    const { image, place } = props;
    const own = new Map<string, { arn: string; version: string }>();
    for (const component of image.components) {
      if (component.kind === "own") own.set(component.name, this.createComponent(component, props));
    }
    const directory = workingDirectoryOf(image, place, props.versions);
    addCheck(this, directory.findings);
    // Tags are the only attribute that AWS changes in a recipe. All else is in `content`, or added to it below.
    const content = {
      containerType: "DOCKER",
      description: optionalLiteral(image.description),
      dockerfileTemplateUri: "uri" in image.dockerfile ? literal(image.dockerfile.uri) : undefined,
      dockerfileTemplateData: "text" in image.dockerfile ? literal(image.dockerfile.text) : undefined,
      parentImage: literal(image.parentImage),
      platformOverride: isImageBuilderArn(image.parentImage) ? undefined : image.platform,
      workingDirectory: literal(directory.path),
      kmsKeyId: place.encryptionKey,
      instanceConfiguration: image.buildInstance && instanceConfiguration(image.buildInstance, place),
    };
    const { dockerfileTemplateUri, dockerfileTemplateData, parentImage, ...settings } = content;
    const name = resourceName(place, image);
    this.version = props.versions.versionOf({
      kind: "recipe",
      name,
      environment: place.environment,
      image: image.name,
      label: image.name,
      repositories: image.repositoryExists
        ? []
        : [undefined, ...(image.regions ?? [])].map((region) => regionalName(image.repository, region)),
      file: image.file,
      line: image.version,
      content: [
        {
          part: "parent",
          label: "parent image",
          // In the environment's own registry, whose account and region are none of the content.
          value: image.parent ? parentImage.slice(parentImage.indexOf("/") + 1) : parentImage,
        },
        {
          part: "components",
          label: "components",
          // Without what depends on the environment: the same content has the same fingerprint in all.
          value: image.components.map((component) => {
            const parameters = parameterList(component);
            if (component.kind === "own") return [component.name, own.get(component.name)?.version, parameters];
            return [component.kind === "managed" ? [component.managed, component.version] : component.arn, parameters];
          }),
          before: image.components.map((component) => [
            component.kind === "own" ? partName(place, image, component) : foreignArn(place, component),
            component.kind === "own" ? own.get(component.name)?.version : undefined,
            parameterList(component),
          ]),
        },
        { part: "dockerfile", label: "Dockerfile", value: dockerfileTemplateUri ?? dockerfileTemplateData },
        { part: "repository", label: "repository", value: image.repository },
        { part: "settings", label: "settings", value: settings },
        ...(directory.isDefault ? [{ part: "directory", label: "working directory", value: directory.path }] : []),
        ...props.build,
      ],
    });
    this.recipe = new ImagebuilderContainerRecipe(this, "recipe", {
      ...content,
      name,
      version: this.version,
      targetRepository: { repositoryName: props.repository.name, service: "ECR" },
      component: image.components.map((component) => ({
        componentArn:
          component.kind === "own" ? (own.get(component.name)?.arn ?? "") : literal(foreignArn(place, component)),
        parameter: parameterList(component),
      })),
      tags: literalMap(image.tags),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private createComponent(
    component: Extract<Component, { kind: "own" }>,
    { image, place, versions }: ImageRecipeProps,
  ): { arn: string; version: string } {
    const name = partName(place, image, component);
    const document =
      "uri" in component.source ? { uri: literal(component.source.uri) } : { data: literal(component.source.text) };
    const settings = {
      platform: image.platform,
      description: optionalLiteral(component.description),
      changeDescription: optionalLiteral(component.changeDescription),
      supportedOsVersions: component.supportedOsVersions?.map(literal).sort(),
      kmsKeyId: place.encryptionKey,
    };
    const version = versions.versionOf({
      kind: "component",
      name,
      environment: place.environment,
      image: image.name,
      label: component.name,
      file: image.file,
      line: component.version,
      content: [
        { part: "document", label: component.document, value: document },
        { part: "settings", label: "settings", value: settings },
      ],
    });
    const resource = new ImagebuilderComponent(this, `component-${component.name}`, {
      ...document,
      ...settings,
      name,
      version,
      tags: literalMap(image.tags),
      lifecycle: { createBeforeDestroy: true },
    });
    return { arn: resource.arn, version };
  }
}

/**
 * The folder that components work in. A Windows image that no lock knows gets Image Builder's default there, which the
 * lock remembers; one that is known has been built in `/tmp`, and stays there until its definition says otherwise.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_aws-imagebuilder-alpha.ContainerRecipeProps.html
 */
function workingDirectoryOf(
  { name, file, workingDirectory: path, hasDefaultDirectory }: Image,
  { environment }: Place,
  versions: Versions,
): { path: string; isDefault: boolean; findings: Finding[] } {
  if (hasDefaultDirectory !== true) return { path, isDefault: false, findings: [] };
  const isOld =
    versions.recipeHas(environment, name, "settings") && !versions.recipeHas(environment, name, "directory");
  if (!isOld) return { path, isDefault: true, findings: [] };
  const words = {
    found: "no working directory of a Windows image that was built in /tmp before, and stays there",
    allowed: "a folder of Windows: Image Builder's own default is C:/",
    fix: 'write workingDirectory: "C:/", or workingDirectory: "/tmp" to keep it as it is',
  };
  return {
    path: "/tmp",
    isDefault: false,
    findings: [warning({ file, field: "workingDirectory" }, "IB-WINDOWS-DIRECTORY", words)],
  };
}

function foreignArn(place: Place, component: Exclude<Component, { kind: "own" }>): string {
  return component.kind === "managed"
    ? `arn:${place.partition}:imagebuilder:${place.region}:aws:component/${component.managed}/${component.version}`
    : component.arn;
}

/** Sorted, because AWS keeps a set: a different order in a definition is not a change. */
export function parameterList(component: Pick<Component, "parameters">): { name: string; value: string }[] {
  return Object.entries(component.parameters ?? {})
    .map(([name, value]) => ({ name: literal(name), value: literal(value) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function instanceConfiguration(
  { image, volumes = [] }: BuildInstance,
  place: Place,
): ImagebuilderContainerRecipeInstanceConfiguration {
  return {
    image: optionalLiteral(image),
    blockDeviceMapping: volumes.map((volume) => ({
      deviceName: volume.deviceName,
      ebs: {
        volumeSize: volume.size,
        volumeType: volume.type,
        iops: volume.iops,
        throughput: volume.throughput,
        // Strings, because the provider's schema has them as "true", "false" or nothing at all.
        encrypted: String(volume.encrypted),
        deleteOnTermination: "true",
        kmsKeyId: optionalLiteral(volume.kmsKeyId) ?? (volume.encrypted ? place.encryptionKey : undefined),
      },
    })),
  };
}
