import { parentTag } from "@pipelines/image-definition/image-chains";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { ImagebuilderImage } from "@cdktf/provider-aws/lib/imagebuilder-image";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import { Construct } from "constructs";
import { Image } from "@pipelines/image-definition/image";
import { Schedule } from "@pipelines/image-definition";
import { Versions } from "@pipelines/version-lock/versions";
import { BuildInfrastructure } from "./build-infrastructure";
import { Forgotten } from "./forgotten";
import { ImageRecipe } from "./image-recipe";
import { resourceName } from "@pipelines/image-definition/full-names";
import { TargetRepository } from "./image-repository";
import { ImageWorkflows } from "./image-workflows";
import { Place } from "./place";
import { literal, literalMap, optionalLiteral } from "./terraform-text";
import { WorkflowRole } from "./workflow-role";

export interface ContainerImageProps {
  readonly place: Place;
  readonly image: Image;
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
  public readonly image: Image;
  public readonly parent: ContainerImage | undefined;
  /** Whether every build of the parent starts the pipeline. */
  public readonly rebuiltWithParent: boolean;
  /** The channel of its parent that it is built on; `undefined`: it is built on what the parent's builds push. */
  public readonly parentChannel: string | undefined;
  /** The build that a deploy waits for. */
  public readonly build: ImagebuilderImage | undefined;

  public constructor(scope: Construct, id: string, props: ContainerImageProps) {
    super(scope, id);
    const { image, place, repository, infrastructure } = props;
    const name = resourceName(place, image);
    const tags = literalMap(image.tags);
    this.repository = repository;
    this.regionalRepositories = props.regionalRepositories ?? new Map<string, TargetRepository>();
    this.schedule = props.schedule;
    this.enabled = image.enabled;
    this.image = image;
    this.parent = props.parent;
    this.rebuiltWithParent = props.parent !== undefined && image.rebuildWithParent && image.enabled;
    const tag = props.parent && parentTag(image, props.parent.image);
    this.parentChannel = props.parent?.image.channels.find((channel) => channel === tag);
    const own = ownInstances(image, place, props.versions);
    const built = {
      enhancedImageMetadataEnabled: image.enhancedImageMetadata,
      imageTestsConfiguration: {
        imageTestsEnabled: image.tests.enabled,
        timeoutMinutes: image.tests.timeoutMinutes,
      },
    };
    const { scanRepository } = props;
    const containerTags = image.containerTags.map(literal);
    const workflows = new ImageWorkflows(this, "workflow", props);
    this.recipe = new ImageRecipe(this, "recipe", {
      ...props,
      build: [
        { part: "tests", label: "tests", value: built },
        { part: "tags", label: "container tags", value: containerTags },
        ...workflows.content,
        // Its configuration becomes another one, for which Terraform builds the image again.
        ...(own ? [{ part: "instances", label: "instance types", value: "own" }] : []),
        // Only where there is a scan: without one, versions stay what they are.
        ...(scanRepository ? [{ part: "scan", label: "scan", value: "enhanced" }] : []),
      ],
    });
    this.uri = `${repository.repositoryUrl}:${image.containerTags[0] ?? `${this.recipe.version}-1`}`;

    const distribution = new ImagebuilderDistributionConfiguration(this, "distribution", {
      name,
      description: optionalLiteral(image.distributionDescription) ?? `Pushes ${image.name} to ${image.repository}`,
      distribution: [[place.region, repository] as const, ...this.regionalRepositories].map(
        ([region, { name: target }]) => ({
          region,
          containerDistributionConfiguration: {
            targetRepository: { repositoryName: target, service: "ECR" },
            containerTags: containerTags.length === 0 ? undefined : containerTags,
            description: optionalLiteral(image.distributionDescription),
          },
        }),
      ),
      tags,
    });
    // Image Builder would create the groups itself, without an expiry.
    const logs = { retentionInDays: props.logRetentionDays, kmsKeyId: place.encryptionKey, tags };
    this.logGroup = new CloudwatchLogGroup(this, "logs", { ...logs, name: `/aws/imagebuilder/${name}` });
    this.pipelineLogGroup = new CloudwatchLogGroup(this, "pipeline-logs", {
      ...logs,
      name: `/aws/imagebuilder/pipeline/${name}`,
    });
    const build = {
      containerRecipeArn: this.recipe.recipe.arn,
      distributionConfigurationArn: distribution.arn,
      infrastructureConfigurationArn: (own ? infrastructure.ownOf(image) : infrastructure.configuration).arn,
      ...built,
      executionRole: props.workflowRole?.arn,
      workflow: workflows.configurations.length === 0 ? undefined : workflows.configurations,
      imageScanningConfiguration: scanRepository ? scanOf(image, scanRepository) : undefined,
      tags,
      dependsOn: [this.logGroup, this.pipelineLogGroup, ...(props.workflowRole?.permissions ?? [])],
    };
    this.pipeline = new ImagebuilderImagePipeline(this, "pipeline", {
      ...build,
      // Off has to be said, and of the pipeline alone: the provider leaves it the scan that it has, with a repository
      // that a deploy destroys.
      ...(scanRepository === null ? { imageScanningConfiguration: scanOf(image, repository, false) } : {}),
      name,
      description: optionalLiteral(image.description),
      status: image.enabled ? "ENABLED" : "DISABLED",
      schedule: props.schedule === null ? undefined : pipelineSchedule(props.schedule),
    });
    if (props.buildOnDeploy !== undefined) {
      // Not createBeforeDestroy: Terraform would extend that to all that it depends on, to the log bucket and the
      // instance profile too, and where a deploy was interrupted while it made one of those, every later deploy would
      // make it a second time before it deletes the first, and fail because the name is taken.
      this.build = new ImagebuilderImage(this, "image", {
        ...build,
        dependsOn: [...build.dependsOn, ...(props.parent?.build ? [props.parent.build] : [])],
        timeouts: { create: `${props.buildOnDeploy.timeoutMinutes}m` },
      });
    } else if (image.buildOnDeploy === false) {
      // A build that an earlier deploy made is an image that somebody may run.
      new Forgotten(this, "image", "aws_imagebuilder_image");
    }
  }
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
