import { profileRoleOutput } from "@pipelines/permissions/permission-table";
import { TerraformOutput } from "cdktf";
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
    output(
      "log_bucket",
      `Bucket of the build logs, under the prefix ${infrastructure.logKeyPrefix}/`,
      infrastructure.logBucketName,
    );
  }
}
