import { parentTag } from "@pipelines/image-definition/image-chains";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { ImagebuilderImage, type ImagebuilderImageConfig } from "@cdktf/provider-aws/lib/imagebuilder-image";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import { type ITerraformDependable, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Image, PlacedImage } from "@pipelines/image-definition/image";
import type { Schedule } from "@pipelines/image-definition";
import type { Versions } from "@pipelines/version-lock/versions";
import type { BuildInfrastructure } from "./build-infrastructure";
import { Forgotten } from "./forgotten";
import { ImageRecipe } from "./image-recipe";
import { resourceName } from "@pipelines/image-definition/full-names";
import type { TargetRepository } from "./image-repository";
import { ImageWorkflows } from "./image-workflows";
import type { Place } from "./place";
import { literal, literalMap, optionalLiteral } from "./terraform-text";
import type { WorkflowRole } from "./workflow-role";

export interface ContainerImageProps {
  readonly place: Place;
  readonly image: PlacedImage;
  /** The group that the image is in. @default none */
  readonly group?: string | undefined;
  readonly repository: TargetRepository;
  /** Repositories in additional regions, by region. */
  readonly regionalRepositories?: ReadonlyMap<string, TargetRepository>;
  readonly infrastructure: BuildInfrastructure;
  readonly versions: Versions;
  /**
   * Where Image Builder pushes images for Amazon Inspector to scan before they are distributed; `null` means no scan.
   * @default the current scan setting is kept
   */
  readonly scanRepository?: TargetRepository | null | undefined;
  /** `null` means manual builds only. */
  readonly schedule: Schedule | null;
  /** Maximum number of minutes that a deploy waits for the image's build; `undefined` leaves builds to the pipeline. */
  readonly buildOnDeploy: { readonly timeoutMinutes: number } | undefined;
  /** The parent image in the same environment. A deploy waits for its build if both are in one stack. */
  readonly parent?: ContainerImage | undefined;
  /**
   * The role that runs the image's workflows. @default Image Builder's service-linked role, which runs only its own
   * workflows
   */
  readonly workflowRole?: Pick<WorkflowRole, "arn" | "permissions"> | undefined;
  /** Days to keep build logs; one of the values that CloudWatch Logs accepts. */
  readonly logRetentionDays: number;
}

type BuildConfig = Omit<ImagebuilderImageConfig, "dependsOn" | "loggingConfiguration"> & {
  readonly dependsOn: ITerraformDependable[];
};

/** One image in an environment: its recipe, its repositories, the pipeline that rebuilds it, and its logs. */
export class ContainerImage extends Construct {
  public readonly repository: TargetRepository;
  /** Repositories in additional regions, by region. */
  public readonly regionalRepositories: ReadonlyMap<string, TargetRepository>;
  public readonly recipe: ImageRecipe;
  public readonly pipeline: ImagebuilderImagePipeline;
  /** Log group for the builds. */
  public readonly logGroup: CloudwatchLogGroup;
  /** The pipeline's own log group. */
  public readonly pipelineLogGroup: CloudwatchLogGroup;
  /** The address to pull from: the first tag, or the first build of this version if the image has no tags. */
  public readonly uri: string;
  /** When the pipeline builds; `null` means manual builds only. */
  public readonly schedule: Schedule | null;
  public readonly enabled: boolean;
  public readonly image: PlacedImage;
  public readonly parent: ContainerImage | undefined;
  /** Whether every build of the parent starts the pipeline. */
  public readonly rebuiltWithParent: boolean;
  /** The parent's channel that the image is built on; `undefined` means the tags that the parent's builds push. */
  public readonly parentChannel: string | undefined;
  /** The build that a deploy waits for. */
  public readonly build: ImagebuilderImage | undefined;

  public constructor(scope: Construct, id: string, props: ContainerImageProps) {
    super(scope, id);
    const { image, place, repository, parent, schedule } = props;
    this.repository = repository;
    this.regionalRepositories = props.regionalRepositories ?? new Map<string, TargetRepository>();
    this.schedule = schedule;
    this.enabled = image.enabled;
    this.image = image;
    this.parent = parent;
    this.rebuiltWithParent = parent !== undefined && image.rebuildWithParent && image.enabled;
    const tag = parent && parentTag(image, parent.image);
    this.parentChannel = parent?.image.channels.find((channel) => channel === tag);

    const own = ownInstances(image, place, props.versions);
    const workflows = new ImageWorkflows(this, "workflow", props);
    this.recipe = this.addRecipe(props, workflows, own);
    this.uri = `${repository.repositoryUrl}:${image.containerTags[0] ?? `${this.recipe.version}-1`}`;
    const distribution = this.addDistribution(place);
    [this.logGroup, this.pipelineLogGroup] = this.addLogGroups(props);
    const build = this.buildOf(props, workflows, distribution, own);
    this.pipeline = this.addPipeline(props, build);
    this.build = this.addBuild(props, build);
  }

  /** Whether another image is in the same stack. */
  public isTogetherWith(other: ContainerImage): boolean {
    return TerraformStack.of(this) === TerraformStack.of(other);
  }

  private addRecipe(props: ContainerImageProps, workflows: ImageWorkflows, own: boolean): ImageRecipe {
    const { image, scanRepository } = props;
    return new ImageRecipe(this, "recipe", {
      ...props,
      build: [
        { part: "tests", label: "tests", value: testsOf(image) },
        { part: "tags", label: "container tags", value: image.containerTags.map(literal) },
        ...workflows.content,
        // A new infrastructure configuration makes Terraform rebuild the image.
        ...(own ? [{ part: "instances", label: "instance types", value: "own" }] : []),
        // Only if there is a scan, so that versions without a scan do not change.
        ...(scanRepository ? [{ part: "scan", label: "scan", value: "enhanced" }] : []),
      ],
    });
  }

  private addDistribution(place: Place): ImagebuilderDistributionConfiguration {
    const { image } = this;
    const containerTags = image.containerTags.length === 0 ? undefined : image.containerTags.map(literal);
    const description = optionalLiteral(image.distributionDescription);
    return new ImagebuilderDistributionConfiguration(this, "distribution", {
      name: resourceName(place, image),
      description: description ?? `Pushes ${image.name} to ${image.repository}`,
      distribution: [[place.region, this.repository] as const, ...this.regionalRepositories].map(
        ([region, { name }]) => ({
          region,
          containerDistributionConfiguration: {
            targetRepository: { repositoryName: name, service: "ECR" },
            containerTags,
            description,
          },
        }),
      ),
      tags: literalMap(image.tags),
    });
  }

  /** Log groups for the builds and for the pipeline. Image Builder would otherwise create them without an expiry. */
  private addLogGroups({ image, place, logRetentionDays }: ContainerImageProps) {
    const name = resourceName(place, image);
    const logs = { retentionInDays: logRetentionDays, kmsKeyId: place.encryptionKey, tags: literalMap(image.tags) };
    return [
      new CloudwatchLogGroup(this, "logs", { ...logs, name: `/aws/imagebuilder/${name}` }),
      new CloudwatchLogGroup(this, "pipeline-logs", { ...logs, name: `/aws/imagebuilder/pipeline/${name}` }),
    ] as const;
  }

  /** How the image is built, both by its pipeline and by a deploy. */
  private buildOf(
    { image, infrastructure, workflowRole, scanRepository }: ContainerImageProps,
    { configurations }: ImageWorkflows,
    distribution: ImagebuilderDistributionConfiguration,
    own: boolean,
  ): BuildConfig {
    return {
      containerRecipeArn: this.recipe.recipe.arn,
      distributionConfigurationArn: distribution.arn,
      infrastructureConfigurationArn: (own ? infrastructure.ownOf(image) : infrastructure.configuration).arn,
      ...testsOf(image),
      executionRole: workflowRole?.arn,
      workflow: configurations.length === 0 ? undefined : configurations,
      imageScanningConfiguration: scanRepository ? scanOf(image, scanRepository) : undefined,
      tags: literalMap(image.tags),
      dependsOn: [this.logGroup, this.pipelineLogGroup, ...(workflowRole?.permissions ?? [])],
    };
  }

  private addPipeline({ image, place, repository, schedule, scanRepository }: ContainerImageProps, build: BuildConfig) {
    return new ImagebuilderImagePipeline(this, "pipeline", {
      ...build,
      // "Off" must be explicit, but only on the pipeline: otherwise the provider leaves the pipeline's scan enabled,
      // with a repository that the deploy destroys.
      ...(scanRepository === null ? { imageScanningConfiguration: scanOf(image, repository, false) } : {}),
      name: resourceName(place, image),
      description: optionalLiteral(image.description),
      status: image.enabled ? "ENABLED" : "DISABLED",
      schedule: schedule === null ? undefined : pipelineSchedule(schedule),
    });
  }

  private addBuild(
    { image, parent, buildOnDeploy }: ContainerImageProps,
    build: BuildConfig,
  ): ImagebuilderImage | undefined {
    if (buildOnDeploy !== undefined) {
      // Does not set createBeforeDestroy, which Terraform would extend to everything the image depends on, including
      // the log bucket and the instance profile. If a deploy were interrupted while creating one of those, every later
      // deploy would try to create it again before deleting the first, and fail because the name is taken.
      return new ImagebuilderImage(this, "image", {
        ...build,
        dependsOn: [...build.dependsOn, ...(parent?.build && this.isTogetherWith(parent) ? [parent.build] : [])],
        timeouts: { create: `${buildOnDeploy.timeoutMinutes}m` },
      });
    }
    // Somebody may be running an image that an earlier deploy built.
    if (image.buildOnDeploy === false) new Forgotten(this, "image", "aws_imagebuilder_image");
    return undefined;
  }
}

function testsOf({ enhancedImageMetadata, tests }: Image) {
  return {
    enhancedImageMetadataEnabled: enhancedImageMetadata,
    imageTestsConfiguration: { imageTestsEnabled: tests.enabled, timeoutMinutes: tests.timeoutMinutes },
  };
}

/**
 * Whether the image has its own infrastructure configuration. Once it has one, it keeps it: Terraform deletes resources
 * before it updates those that used them, and AWS refuses to delete a configuration that a pipeline uses.
 */
function ownInstances({ name, instanceTypes }: Image, { environment }: Place, versions: Versions): boolean {
  return instanceTypes !== undefined || versions.recipeHas(environment, name, "instances");
}

function scanOf({ name }: Image, repository: TargetRepository, imageScanningEnabled = true) {
  return {
    imageScanningEnabled,
    // All images share this repository, so each is tagged with its name.
    ecrConfiguration: { repositoryName: repository.name, containerTags: [name] },
  };
}

function pipelineSchedule(schedule: Schedule): {
  scheduleExpression: string;
  timezone: string | undefined;
  pipelineExecutionStartCondition: string;
} {
  const { expression, timezone, startCondition } =
    typeof schedule === "string" ? { expression: schedule, timezone: undefined, startCondition: undefined } : schedule;
  return {
    scheduleExpression: expression,
    timezone,
    pipelineExecutionStartCondition: startCondition ?? "EXPRESSION_MATCH_ONLY",
  };
}
