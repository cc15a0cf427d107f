import { profileRoleOutput } from "@pipelines/permissions/permission-table";
import { groupedOutput } from "@pipelines/permissions/stack-config";
import { DataResource, Op, propertyAccess, TerraformOutput, Token } from "cdktf";
import { Construct } from "constructs";
import type { BuildInfrastructure } from "../../constructs/build-infrastructure";
import type { ContainerImage } from "../../constructs/container-image";
import { literal } from "../../constructs/terraform-text";
import { keyPolicyStatements } from "../../constructs/encryption";
import type { Place } from "../../constructs/place";
import { consoleHost } from "@pipelines/facts/regions";
import { groupBy } from "@pipelines/findings/values";

export interface EnvironmentOutputsProps {
  readonly place: Place;
  readonly infrastructure: BuildInfrastructure;
  readonly images: ReadonlyMap<string, ContainerImage>;
  /** ARN of the role of an existing instance profile. @default none, or unknown */
  readonly instanceProfileRole?: string | undefined;
  /** Name of the project. @default none */
  readonly project?: string | undefined;
  /** Whether the environment has groups. If so, images may move between stacks, along with all outputs about them. */
  readonly grouped: boolean;
}

/** Value of an output for one image. */
type OfImage = (image: ContainerImage, place: Place) => string | string[];

const uris: readonly (readonly [name: string, description: string, value: OfImage])[] = [
  ["repository_urls", "ECR repository", ({ repository }) => repository.repositoryUrl],
  ["image_uris", "URI to pull, once a build has succeeded", ({ uri }) => uri],
];

const parts: typeof uris = [
  ["pipeline_arns", "ARN of the image pipeline", ({ pipeline }) => pipeline.arn],
  ["recipe_arns", "ARN of the container recipe", ({ recipe }) => recipe.recipe.arn],
  ["recipe_versions", "Version of the container recipe", ({ recipe }) => recipe.version],
  ["parent_images", "Image that it is built on", ({ image }) => literal(image.parentImage)],
];

const links: typeof uris = [
  ["log_groups", "CloudWatch log group of the builds", ({ logGroup }) => logGroup.name],
  [
    "pipeline_log_groups",
    "CloudWatch log group of the image pipeline",
    ({ pipelineLogGroup }) => pipelineLogGroup.name,
  ],
  [
    "console_links",
    "Page of the image pipeline in the AWS console",
    ({ pipeline }, { region, partition }) =>
      `https://${region}.${consoleHost(partition)}/imagebuilder/home?region=${region}#/pipelines/${pipeline.arn}`,
  ],
  [
    "start_build_commands",
    "Command of the AWS CLI that starts a build by hand",
    ({ pipeline }, { region }) =>
      `aws imagebuilder start-image-pipeline-execution --region ${region} --image-pipeline-arn ${pipeline.arn}`,
  ],
];

/** Outputs that people look for after a deploy. Outputs about images are maps by image name. */
export class EnvironmentOutputs extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EnvironmentOutputsProps,
  ) {
    super(scope, id);
    const children = groupBy(props.images.values(), ({ parent }) => parent);
    this.addOfImages(uris);
    this.addRegionalUrls();
    const childImages: typeof uris = [
      [
        "child_images",
        "Images that are built on it",
        (image) => (children.get(image) ?? []).map((child) => child.image.name),
      ],
    ];
    // If images are in groups, child images in other groups are unknown here.
    this.addOfImages([...parts, ...(props.grouped ? [] : childImages), ...links]);
    this.addOfEnvironment();
  }

  private addOfImages(outputs: typeof uris): void {
    const { images, place } = this.props;
    for (const [name, description, value] of outputs) {
      const values = [...images].map(([image, construct]) => [image, value(construct, place)] as const);
      this.add(name, `${description}, by image`, Object.fromEntries(values));
    }
  }

  private addRegionalUrls(): void {
    const regional = [...this.props.images].filter(([, { regionalRepositories }]) => regionalRepositories.size > 0);
    if (regional.length === 0) return;
    const urls = regional.map(([image, { regionalRepositories }]) => {
      const byRegion = [...regionalRepositories].map(([region, { repositoryUrl }]) => [region, repositoryUrl] as const);
      return [image, Object.fromEntries(byRegion)] as const;
    });
    const description = "ECR repositories in further regions, by image and region";
    this.add("regional_repository_urls", description, Object.fromEntries(urls));
  }

  private addOfEnvironment(): void {
    const { place, infrastructure, instanceProfileRole: role, project, grouped } = this.props;
    if (place.encryptionKey !== undefined) {
      const statements = JSON.stringify(keyPolicyStatements(place));
      this.add("encryption_key_policy", "Statements that the policy of the encryption key needs", statements);
    }
    if (role !== undefined) {
      this.add(profileRoleOutput, "Role of the existing instance profile, which a deploy passes", role);
    }
    if (project !== undefined) this.addProject(project);
    if (grouped) this.add(groupedOutput, "Environment of the stack, whose images are in groups", place.environment);
    const { logBucketName, logKeyPrefix } = infrastructure;
    this.add("log_bucket", `Bucket of the build logs, under the prefix ${logKeyPrefix}/`, logBucketName);
  }

  /** Output names are for people and for `terraform output`: no prefix, no hash. */
  private add(
    name: string,
    description: string,
    value: string | Record<string, string | string[] | Record<string, string>>,
  ): void {
    new TerraformOutput(this, name, { value, description }).overrideLogicalId(name);
  }

  /**
   * Records in the state which project wrote it, and makes the plan fail for a project with a different name: two trees
   * that share a state would destroy each other's images.
   */
  private addProject(name: string): void {
    // Because changes to the input are ignored, Terraform always reads back the first value that it wrote.
    const written = new DataResource(this, "project", { input: { name }, lifecycle: { ignoreChanges: ["input"] } });
    const value = Token.asString(propertyAccess(written.output, ["name"]));
    const output = new TerraformOutput(this, "project-name", {
      value,
      description: "Name of the project that wrote this state",
    });
    output.overrideLogicalId("project");
    // CDKTF omits an output's precondition when it writes the config.
    output.addOverride("precondition", {
      condition: Op.eq(value, name),
      error_message:
        `This state was written by the project "${value}", but this plan is for the project "${name}". Two trees ` +
        "share one state: applying the plan would destroy what the other tree deployed. Give one of them another " +
        "state (`state` in the environment's class).",
    });
  }
}
