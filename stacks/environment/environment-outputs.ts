import { profileRoleOutput } from "@pipelines/permissions/permission-table";
import { DataResource, Op, propertyAccess, TerraformOutput, Token } from "cdktf";
import { Construct } from "constructs";
import { BuildInfrastructure } from "../../constructs/build-infrastructure";
import { ContainerImage } from "../../constructs/container-image";
import { literal } from "../../constructs/terraform-text";
import { keyPolicyStatements } from "../../constructs/encryption";
import { Place } from "../../constructs/place";
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
}

/** What people look for after a deploy. Outputs about images are maps from the image's name. */
export class EnvironmentOutputs extends Construct {
  public constructor(scope: Construct, id: string, props: EnvironmentOutputsProps) {
    super(scope, id);
    const { place, infrastructure } = props;
    const output = (
      name: string,
      description: string,
      value: string | Record<string, string | string[] | Record<string, string>>,
    ): void => {
      // Names of outputs are for people and for `terraform output`: no prefix, no hash.
      new TerraformOutput(this, name, { value, description }).overrideLogicalId(name);
    };
    const ofEachImage = (
      name: string,
      description: string,
      value: (image: ContainerImage) => string | string[],
    ): void => {
      const values = [...props.images].map(([image, construct]) => [image, value(construct)] as const);
      output(name, `${description}, by image`, Object.fromEntries(values));
    };

    ofEachImage("repository_urls", "ECR repository", (image) => image.repository.repositoryUrl);
    ofEachImage("image_uris", "URI to pull, once a build has succeeded", (image) => image.uri);
    const regional = [...props.images].filter(([, { regionalRepositories }]) => regionalRepositories.size > 0);
    if (regional.length > 0) {
      const urls = regional.map(([image, { regionalRepositories }]) => [
        image,
        Object.fromEntries([...regionalRepositories].map(([region, { repositoryUrl }]) => [region, repositoryUrl])),
      ]);
      output(
        "regional_repository_urls",
        "ECR repositories in further regions, by image and region",
        Object.fromEntries(urls) as Record<string, Record<string, string>>,
      );
    }
    ofEachImage("pipeline_arns", "ARN of the image pipeline", (image) => image.pipeline.arn);
    ofEachImage("recipe_arns", "ARN of the container recipe", (image) => image.recipe.recipe.arn);
    ofEachImage("recipe_versions", "Version of the container recipe", (image) => image.recipe.version);
    ofEachImage("parent_images", "Image that it is built on", ({ image }) => literal(image.parentImage));
    const children = groupBy(props.images.values(), ({ parent }) => parent);
    ofEachImage("child_images", "Images that are built on it", (image) =>
      (children.get(image) ?? []).map((child) => child.image.name),
    );
    ofEachImage("log_groups", "CloudWatch log group of the builds", (image) => image.logGroup.name);
    ofEachImage(
      "pipeline_log_groups",
      "CloudWatch log group of the image pipeline",
      (image) => image.pipelineLogGroup.name,
    );
    ofEachImage(
      "console_links",
      "Page of the image pipeline in the AWS console",
      (image) =>
        `https://${place.region}.${consoleHost(place.partition)}/imagebuilder/home?region=${place.region}#/pipelines/${image.pipeline.arn}`,
    );
    ofEachImage(
      "start_build_commands",
      "Command of the AWS CLI that starts a build by hand",
      (image) =>
        `aws imagebuilder start-image-pipeline-execution --region ${place.region} --image-pipeline-arn ${image.pipeline.arn}`,
    );
    if (place.encryptionKey !== undefined) {
      output(
        "encryption_key_policy",
        "Statements that the policy of the encryption key needs",
        JSON.stringify(keyPolicyStatements(place)),
      );
    }
    if (props.instanceProfileRole !== undefined) {
      output(
        profileRoleOutput,
        "Role of the existing instance profile, which a deploy passes",
        props.instanceProfileRole,
      );
    }
    if (props.project !== undefined) this.addProject(props.project);
    output(
      "log_bucket",
      `Bucket of the build logs, under the prefix ${infrastructure.logKeyPrefix}/`,
      infrastructure.logBucketName,
    );
  }

  /**
   * Says in the state under which name it was written, and fails the plan of a tree with another name: two trees that
   * share a state would destroy each other's images.
   */
  private addProject(name: string): void {
    // Terraform reads what it once wrote, because changes of the input are ignored.
    const written = new DataResource(this, "project", { input: { name }, lifecycle: { ignoreChanges: ["input"] } });
    const value = Token.asString(propertyAccess(written.output, ["name"]));
    const output = new TerraformOutput(this, "project-name", {
      value,
      description: "Name of the project that wrote this state",
    });
    output.overrideLogicalId("project");
    // CDKTF leaves an output's precondition out of what it writes.
    output.addOverride("precondition", {
      condition: Op.eq(value, name),
      error_message:
        `This state was written by the project "${value}", and this plan is of the project "${name}". Two trees ` +
        "share one state: applied, the plan would destroy what the other one deployed. Give one of them another state " +
        "(`state` in the environment's class).",
    });
  }
}
