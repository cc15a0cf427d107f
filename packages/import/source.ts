import type { At, Finding } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";

/** A resource of a source, with every reference resolved that can be. */
export interface SourceResource {
  /** Logical id of CloudFormation, or address of Terraform. */
  readonly id: string;
  /** As the source has it: `AWS::ECR::Repository` or `aws_ecr_repository`. */
  readonly type: string;
  readonly properties: unknown;
  readonly at: At;
  /** Whether its owner lets it go without deleting it. */
  readonly isLetGo: boolean;
}

/** What was read of a template, an assembly or a configuration. */
export interface Source {
  readonly tool: "CloudFormation" | "Terraform";
  readonly resources: readonly SourceResource[];
  /** Resources that a condition or a count switches off. */
  readonly switchedOff: readonly { readonly id: string; readonly why: string }[];
  /** What stands in a file that the source refers to by an address in S3, as assets of the CDK do. */
  readonly textAt: (uri: string) => string | undefined;
}

/** Stops an import: what is wrong with the source as a whole. */
export class SourceRejected extends Error {
  public constructor(public readonly finding: Finding) {
    super(finding.found);
  }
}

/** The types of resources that an import reads, by kind: CloudFormation's name and Terraform's. */
const kinds = {
  recipe: ["AWS::ImageBuilder::ContainerRecipe", "aws_imagebuilder_container_recipe"],
  component: ["AWS::ImageBuilder::Component", "aws_imagebuilder_component"],
  workflow: ["AWS::ImageBuilder::Workflow", "aws_imagebuilder_workflow"],
  distribution: ["AWS::ImageBuilder::DistributionConfiguration", "aws_imagebuilder_distribution_configuration"],
  infrastructure: ["AWS::ImageBuilder::InfrastructureConfiguration", "aws_imagebuilder_infrastructure_configuration"],
  pipeline: ["AWS::ImageBuilder::ImagePipeline", "aws_imagebuilder_image_pipeline"],
  image: ["AWS::ImageBuilder::Image", "aws_imagebuilder_image"],
  amiRecipe: ["AWS::ImageBuilder::ImageRecipe", "aws_imagebuilder_image_recipe"],
  repository: ["AWS::ECR::Repository", "aws_ecr_repository"],
  bucket: ["AWS::S3::Bucket", "aws_s3_bucket"],
  role: ["AWS::IAM::Role", "aws_iam_role"],
  profile: ["AWS::IAM::InstanceProfile", "aws_iam_instance_profile"],
  logGroup: ["AWS::Logs::LogGroup", "aws_cloudwatch_log_group"],
} as const;
export type Kind = keyof typeof kinds;

export function kindOf(type: string): Kind | undefined {
  return (Object.keys(kinds) as Kind[]).find((kind) => (kinds[kind] as readonly string[]).includes(type));
}

/** Terraform's name of a kind. */
export function terraformType(kind: Kind): string {
  return kinds[kind][1];
}

/**
 * A property by Image Builder's own name, `parentImage`, however the source spells it: `ParentImage`, `parent_image`.
 * A block of Terraform is a list of objects; `undefined`, null and empty texts are as good as absent.
 */
export function property(properties: unknown, ...names: readonly string[]): unknown {
  if (!isRecord(properties)) return undefined;
  const spelled = names.flatMap((name) => [
    name.slice(0, 1).toUpperCase() + name.slice(1),
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    name,
  ]);
  return spelled.map((name) => properties[name]).find((value) => value !== undefined && value !== null && value !== "");
}

/** An object, or the only block of a list. */
export function block(properties: unknown, ...names: readonly string[]): unknown {
  const value = property(properties, ...names);
  return isList(value) ? value[0] : value;
}

/** A list, whether the source has one or a single block. */
export function blocks(properties: unknown, ...names: readonly string[]): readonly unknown[] {
  const value = property(properties, ...names);
  return value === undefined
    ? []
    : isList(value)
      ? value.filter((each) => each !== undefined && each !== null)
      : [value];
}

/** Whether a flag is set, as a text or not; `absent` if it is not there. */
export function isTrue(value: unknown, absent: boolean): boolean {
  return value === undefined ? absent : value === true || value === "true";
}
