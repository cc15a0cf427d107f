import { parentTag } from "@pipelines/image-definition/image-chains";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { ImagebuilderImage, type ImagebuilderImageConfig } from "@cdktf/provider-aws/lib/imagebuilder-image";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import type { ITerraformDependable } from "cdktf";
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
  readonly repository: TargetRepository;
  /** Those of further regions, by region. */
  readonly regionalRepositories?: ReadonlyMap<string, TargetRepository>;
  readonly infrastructure: BuildInfrastructure;
  readonly versions: Versions;
  /**
   * Where Image Builder pushes what Amazon Inspector scans before it is distributed; `null`: it does not scan.
   * @default its scan stays as it is
   */
  readonly scanRepository?: TargetRepository | null | undefined;
  /** `null`: only by hand. */
  readonly schedule: Schedule | null;
  /** Whether a deploy builds the image and waits for it, at most that many minutes; `undefined`: the pipeline alone does. */
  readonly buildOnDeploy: { readonly timeoutMinutes: number } | undefined;
  /** The image of the same environment that this one is built on, whose build a deploy waits for. */
  readonly parent?: ContainerImage | undefined;
  /** The role that runs the image's workflows. @default Image Builder's service-linked role, which runs its own alone */
  readonly workflowRole?: WorkflowRole | undefined;
  /** Days that build logs are kept; one of the numbers that CloudWatch Logs knows. */
  readonly logRetentionDays: number;
}

type BuildConfig = Omit<ImagebuilderImageConfig, "dependsOn" | "loggingConfiguration"> & {
  readonly dependsOn: ITerraformDependable[];
};

/** One image of an environment: its recipe, where it goes, the pipeline that rebuilds it and its logs. */
export class ContainerImage extends Construct {
  public readonly repository: TargetRepository;
  /** Those of further regions, by region. */
  public readonly regionalRepositories: ReadonlyMap<string, TargetRepository>;
  public readonly recipe: ImageRecipe;
  public readonly pipeline: ImagebuilderImagePipeline;
  /** Of the builds. */
  public readonly logGroup: CloudwatchLogGroup;
  /** Of the pipeline itself. */
  public readonly pipelineLogGroup: CloudwatchLogGroup;
  /** What to pull: the first tag, or the first build of this version where the image has no tags. */
  public readonly uri: string;
  /** When the pipeline builds; `null`: only by hand. */
  public readonly schedule: Schedule | null;
  public readonly enabled: boolean;
  public readonly image: PlacedImage;
  public readonly parent: ContainerImage | undefined;
  /** Whether every build of the parent starts the pipeline. */
  public readonly rebuiltWithParent: boolean;
  /** The channel of its parent that it is built on; `undefined`: it is built on what the parent's builds push. */
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

  private addRecipe(props: ContainerImageProps, workflows: ImageWorkflows, own: boolean): ImageRecipe {
    const { image, scanRepository } = props;
    return new ImageRecipe(this, "recipe", {
      ...props,
      build: [
        { part: "tests", label: "tests", value: testsOf(image) },
        { part: "tags", label: "container tags", value: image.containerTags.map(literal) },
        ...workflows.content,
        // Its configuration becomes another one, for which Terraform builds the image again.
        ...(own ? [{ part: "instances", label: "instance types", value: "own" }] : []),
        // Only where there is a scan: without one, versions stay what they are.
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

  /** Of the builds and of the pipeline: Image Builder would create the groups itself, without an expiry. */
  private addLogGroups({ image, place, logRetentionDays }: ContainerImageProps) {
    const name = resourceName(place, image);
    const logs = { retentionInDays: logRetentionDays, kmsKeyId: place.encryptionKey, tags: literalMap(image.tags) };
    return [
      new CloudwatchLogGroup(this, "logs", { ...logs, name: `/aws/imagebuilder/${name}` }),
      new CloudwatchLogGroup(this, "pipeline-logs", { ...logs, name: `/aws/imagebuilder/pipeline/${name}` }),
    ] as const;
  }

  /** How the image is built, by its pipeline and by a deploy alike. */
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
      // Off has to be said, and of the pipeline alone: the provider leaves it the scan that it has, with a repository
      // that a deploy destroys.
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
      // Not createBeforeDestroy: Terraform would extend that to all that it depends on, to the log bucket and the
      // instance profile too, and where a deploy was interrupted while it made one of those, every later deploy would
      // make it a second time before it deletes the first, and fail because the name is taken.
      return new ImagebuilderImage(this, "image", {
        ...build,
        dependsOn: [...build.dependsOn, ...(parent?.build ? [parent.build] : [])],
        timeouts: { create: `${buildOnDeploy.timeoutMinutes}m` },
      });
    }
    // A build that an earlier deploy made is an image that somebody may run.
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
 * Whether the image has an infrastructure configuration of its own. Once it had one, it keeps it: Terraform deletes what
 * goes before it updates what used it, and AWS refuses to delete a configuration that a pipeline uses.
 */
function ownInstances({ name, instanceTypes }: Image, { environment }: Place, versions: Versions): boolean {
  return instanceTypes !== undefined || versions.recipeHas(environment, name, "instances");
}

function scanOf({ name }: Image, repository: TargetRepository, imageScanningEnabled = true) {
  return {
    imageScanningEnabled,
    // One tag for each image: the repository is all images'.
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
