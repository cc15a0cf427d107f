import { regionalName } from "@pipelines/image-definition/regional-repository";
import { placeOf, unescape, type StackConfig } from "./stack-config";

/**
 * Components and parent images that recipes use but others own, including AWS: Image Builder reads them on the caller's
 * behalf. The policy covers every version, because the service decides which one `x.x.x` stands for. Amazon's own ARNs
 * have `aws` as their account, but IAM evaluates them with the id of an Amazon account, so the policy covers every
 * account.
 */
export function foreignParts(config: StackConfig): string[] {
  const recipes = Object.values(config.resource["aws_imagebuilder_container_recipe"] ?? {});
  const arns = recipes.flatMap((recipe) => [
    recipe["parent_image"],
    ...((recipe["component"] ?? []) as readonly { readonly component_arn: string }[]).map((one) => one.component_arn),
  ]);
  return ofAnyVersion(arns);
}

/** Workflows owned by others. */
export function foreignWorkflows(config: StackConfig): string[] {
  const pipelines = Object.values(config.resource["aws_imagebuilder_image_pipeline"] ?? {});
  return ofAnyVersion(
    pipelines.flatMap((pipeline) =>
      ((pipeline["workflow"] ?? []) as readonly { readonly workflow_arn: string }[]).map((one) => one.workflow_arn),
    ),
  );
}

function ofAnyVersion(arns: readonly unknown[]): string[] {
  return arns
    .filter((arn): arn is string => typeof arn === "string" && /^arn:[^:$]+:imagebuilder:/.test(arn))
    .map((arn) => arn.replace(/(:(?:component|image|workflow\/[^/]+)\/[^/]+)\/.*$/, "$1/*"))
    .map((arn) => arn.replace(/^((?:[^:]*:){4})[^:]*[^:\d][^:]*:/, "$1*:"));
}

/**
 * Repositories that already exist, prefixed with the region if it is not the home region. Repositories that a stack
 * creates are references instead.
 */
export function existingRepositories(config: StackConfig): string[] {
  const { region: home } = placeOf(config);
  return Object.values(config.resource["aws_imagebuilder_distribution_configuration"] ?? {}).flatMap((one) =>
    (one["distribution"] as readonly Distribution[]).flatMap(({ region, container_distribution_configuration: to }) => {
      const name = to.target_repository.repository_name;
      return name.startsWith("${") ? [] : [regionalName(name, region === home ? undefined : region)];
    }),
  );
}

interface Distribution {
  readonly region: string;
  readonly container_distribution_configuration: { readonly target_repository: { readonly repository_name: string } };
}

/**
 * Dockerfiles and documents that a definition refers to by an `s3://` address. They are read once, also on the caller's
 * behalf.
 */
export function partsInS3(config: StackConfig, partition: string): string[] {
  const uris = [
    ...Object.values(config.resource["aws_imagebuilder_container_recipe"] ?? {}).map(
      (one) => one["dockerfile_template_uri"],
    ),
    ...["aws_imagebuilder_component", "aws_imagebuilder_workflow"].flatMap((type) =>
      Object.values(config.resource[type] ?? {}).map((one) => one["uri"]),
    ),
  ];
  return uris
    .filter((uri): uri is string => typeof uri === "string")
    .map((uri) => `arn:${partition}:s3:::${unescape(uri).replace(/^s3:\/\//, "")}`);
}
