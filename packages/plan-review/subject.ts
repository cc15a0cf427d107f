import { code } from "@pipelines/findings/escape";
import type { ResourceChange } from "./resource-change";
import { own, textAt } from "./values";

/** Everyday names of resource types. Any other type is called by its Terraform name. */
const words: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_rule: "event rule",
  aws_cloudwatch_event_target: "event target",
  aws_cloudwatch_log_group: "log group",
  aws_ecr_lifecycle_policy: "ECR lifecycle policy",
  aws_ecr_registry_scanning_configuration: "ECR registry scanning",
  aws_ecr_repository: "ECR repository",
  aws_ecr_repository_policy: "ECR repository policy",
  aws_iam_instance_profile: "instance profile",
  aws_iam_policy: "IAM policy",
  aws_iam_role: "IAM role",
  aws_iam_role_policy: "IAM role policy",
  aws_iam_role_policy_attachment: "IAM policy attachment",
  aws_imagebuilder_component: "component",
  aws_imagebuilder_container_recipe: "recipe",
  aws_imagebuilder_distribution_configuration: "distribution configuration",
  aws_imagebuilder_image: "image",
  aws_imagebuilder_image_pipeline: "pipeline",
  aws_imagebuilder_image_recipe: "recipe",
  aws_imagebuilder_infrastructure_configuration: "infrastructure configuration",
  aws_imagebuilder_lifecycle_policy: "Image Builder lifecycle policy",
  aws_imagebuilder_workflow: "workflow",
  aws_s3_bucket: "bucket",
  aws_s3_bucket_lifecycle_configuration: "bucket expiry",
  aws_s3_bucket_ownership_controls: "bucket ownership",
  aws_s3_bucket_policy: "bucket policy",
  aws_s3_bucket_public_access_block: "public access block",
  aws_s3_bucket_server_side_encryption_configuration: "bucket encryption",
  aws_s3_bucket_versioning: "bucket versioning",
};

export function wordsFor(type: string): string | undefined {
  return own(words, type);
}

/** Attributes that contain a name, in order of preference. */
const nameAttributes = ["name", "target_id", "bucket", "repository", "role", "name_prefix"];

/** Returns the name by which a reviewer knows the resource, in Markdown: recipe `prod-hello-world`. */
export function subject(change: ResourceChange): string {
  const kind = wordsFor(change.type);
  return kind === undefined ? code(change.address) : `${kind} ${code(nameOf(change))}`;
}

function nameOf({ address, before, after, type }: ResourceChange): string {
  const attached = textAt(after, "policy_arn") ?? textAt(before, "policy_arn");
  if (attached !== undefined) return attached.replace(/^.*\//, "");
  const names = [after, before].flatMap((half) => nameAttributes.map((attribute) => textAt(half, attribute) ?? ""));
  // The address without its type, because the type is already written out before it.
  return (
    names.find((name) => name !== "") ?? (address.startsWith(`${type}.`) ? address.slice(type.length + 1) : address)
  );
}
