import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import {
  ImagebuilderContainerRecipe,
  type ImagebuilderContainerRecipeComponent,
  type ImagebuilderContainerRecipeInstanceConfiguration,
} from "@cdktf/provider-aws/lib/imagebuilder-container-recipe";
import { Construct } from "constructs";
import { type Finding, warning } from "@pipelines/findings/finding";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import { isImageBuilderArn } from "@pipelines/image-definition/check-image";
import type { Component, Image, PlacedImage } from "@pipelines/image-definition/image";
import type { BuildInstance } from "@pipelines/image-definition";
import type { ContentPart, Versions } from "@pipelines/version-lock/versions";
import { addCheck } from "./attach";
import { ownPart } from "./own-part";
import type { TargetRepository } from "./image-repository";
import type { Place } from "./place";
import { literal, literalMap, optionalLiteral } from "./terraform-text";
import { partName, resourceName } from "@pipelines/image-definition/full-names";

export interface ImageRecipeProps {
  readonly place: Place;
  readonly image: PlacedImage;
  /** The group that the image is in. @default none */
  readonly group?: string | undefined;
  readonly repository: TargetRepository;
  readonly versions: Versions;
  /**
   * Other content that, if changed, makes Terraform or people rebuild the image; without a new version, AWS would
   * rebuild under the same version number.
   */
  readonly build: readonly ContentPart[];
}

/**
 * The image's own components, and the container recipe that combines them.
 *
 * Components and recipes are immutable in AWS: each change creates a new version next to the old one, which may still
 * be in use. So all of them are created before their predecessors are destroyed, with a version that has never been
 * used before.
 */
export class ImageRecipe extends Construct {
  public readonly recipe: ImagebuilderContainerRecipe;
  public readonly version: string;

  public constructor(scope: Construct, id: string, props: ImageRecipeProps) {
    super(scope, id);
    const { image, place, versions } = props;
    const components = image.components.map((component) => this.use(component, props));
    const directory = workingDirectoryOf(image, place, versions);
    addCheck(this, directory.findings);
    const settings = settingsOf(image, place, directory.path);
    const name = resourceName(place, image);
    this.version = versions.versionOf({
      kind: "recipe",
      name,
      environment: place.environment,
      image: image.name,
      group: props.group,
      label: image.name,
      repositories: image.repositoryExists
        ? []
        : [undefined, ...(image.regions ?? [])].map((region) => regionalName(image.repository, region)),
      file: image.file,
      line: image.version,
      content: [...contentOf(image, components, settings, directory), ...props.build],
    });
    this.recipe = new ImagebuilderContainerRecipe(this, "recipe", {
      ...settings,
      ...dockerfileOf(image),
      parentImage: literal(image.parentImage),
      name,
      version: this.version,
      targetRepository: { repositoryName: props.repository.name, service: "ECR" },
      component: components.map(({ use }) => use),
      tags: literalMap(image.tags),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private use(component: Component, props: ImageRecipeProps): UsedComponent {
    const { image, place } = props;
    const parameter = parameterList(component);
    if (component.kind === "own") {
      const { arn, version } = this.createComponent(component, props);
      return {
        use: { componentArn: arn, parameter },
        value: [component.name, version, parameter],
        before: [partName(place, image, component), version, parameter],
      };
    }
    const arn = foreignArn(place, component);
    return {
      use: { componentArn: literal(arn), parameter },
      value: [component.kind === "managed" ? [component.managed, component.version] : arn, parameter],
      before: [arn, undefined, parameter],
    };
  }

  private createComponent(component: OwnComponent, props: ImageRecipeProps): { arn: string; version: string } {
    const settings = {
      platform: props.image.platform,
      description: optionalLiteral(component.description),
      changeDescription: optionalLiteral(component.changeDescription),
      supportedOsVersions: component.supportedOsVersions?.map(literal).sort(),
      kmsKeyId: props.place.encryptionKey,
    };
    const attributes = ownPart("component", component, settings, props);
    const { arn } = new ImagebuilderComponent(this, `component-${component.name}`, attributes);
    return { arn, version: attributes.version };
  }
}

type OwnComponent = Extract<Component, { kind: "own" }>;

interface UsedComponent {
  /** The component as the recipe refers to it. */
  readonly use: ImagebuilderContainerRecipeComponent;
  /**
   * The document as the lock hashes it: without anything that depends on the environment, so that the same content
   * always has the same fingerprint.
   */
  readonly value: unknown;
  /** The document in the form that earlier locks hashed. */
  readonly before: unknown;
}

/**
 * Returns the settings of a recipe that AWS cannot change, except the parent, Dockerfile, repository and components.
 */
function settingsOf(image: PlacedImage, place: Place, directory: string) {
  return {
    containerType: "DOCKER",
    description: optionalLiteral(image.description),
    platformOverride: isImageBuilderArn(image.parentImage) ? undefined : image.platform,
    workingDirectory: literal(directory),
    kmsKeyId: place.encryptionKey,
    instanceConfiguration: image.buildInstance && instanceConfiguration(image.buildInstance, place),
  };
}

function dockerfileOf({ dockerfile }: Image) {
  return "uri" in dockerfile
    ? { dockerfileTemplateUri: literal(dockerfile.uri) }
    : { dockerfileTemplateData: literal(dockerfile.text) };
}

/**
 * Returns everything that gives a recipe a new version. Tags are the only attribute of a recipe that AWS can change.
 */
function contentOf(
  image: PlacedImage,
  components: readonly UsedComponent[],
  settings: object,
  directory: { readonly path: string; readonly isDefault: boolean },
): ContentPart[] {
  const parent = literal(image.parentImage);
  const dockerfile = literal("uri" in image.dockerfile ? image.dockerfile.uri : image.dockerfile.text);
  return [
    // In the environment's own registry; its account and region are not part of the content.
    { part: "parent", label: "parent image", value: image.parent ? parent.slice(parent.indexOf("/") + 1) : parent },
    {
      part: "components",
      label: "components",
      value: components.map(({ value }) => value),
      before: components.map(({ before }) => before),
    },
    { part: "dockerfile", label: "Dockerfile", value: dockerfile },
    { part: "repository", label: "repository", value: image.repository },
    { part: "settings", label: "settings", value: settings },
    ...(directory.isDefault ? [{ part: "directory", label: "working directory", value: directory.path }] : []),
  ];
}

/**
 * Returns the folder that components work in. A Windows image that is new to the lock gets Image Builder's default, and
 * the lock records this. One that is already in the lock was built in `/tmp`, and stays there until its definition sets
 * a folder. https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_aws-imagebuilder-alpha.ContainerRecipeProps.html
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
    found: "no working directory for a Windows image that used to be built in /tmp and stays there",
    allowed: "a Windows folder: Image Builder's own default is C:/",
    fix: 'write workingDirectory: "C:/", or workingDirectory: "/tmp" to keep the current one',
  };
  return {
    path: "/tmp",
    isDefault: false,
    findings: [warning({ file, field: "workingDirectory" }, "IB-WINDOWS-DIRECTORY", words)],
  };
}

function foreignArn(place: Place, component: Exclude<Component, OwnComponent>): string {
  return component.kind === "managed"
    ? `arn:${place.partition}:imagebuilder:${place.region}:aws:component/${component.managed}/${component.version}`
    : component.arn;
}

/** Sorted, because AWS stores a set: a different order in a definition is not a change. */
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
        // Strings, because the provider's schema accepts "true", "false" or nothing.
        encrypted: String(volume.encrypted),
        deleteOnTermination: "true",
        kmsKeyId: optionalLiteral(volume.kmsKeyId) ?? (volume.encrypted ? place.encryptionKey : undefined),
      },
    })),
  };
}
