import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DescribeRepositoriesCommand, ECRClient } from "@aws-sdk/client-ecr";
import {
  GetComponentCommand,
  GetContainerRecipeCommand,
  GetDistributionConfigurationCommand,
  GetInfrastructureConfigurationCommand,
  GetWorkflowCommand,
  ImagebuilderClient,
  type ImagePipeline,
  paginateListImagePipelines,
} from "@aws-sdk/client-imagebuilder";
import { groupBy } from "@pipelines/findings/values";
import { failure } from "@pipelines/operations/failure";
import { unless, versionedTypes } from "@pipelines/recover/resource-types";
import { property, type Source, type SourceResource } from "./source";

/** The services that an import reads and never changes. */
export interface AwsClients {
  readonly cloudFormation: CloudFormationClient;
  readonly ecr: ECRClient;
  readonly imageBuilder: ImagebuilderClient;
}

/** Returns clients for the account and region that the AWS CLI would use. */
export function ownClients(): AwsClients {
  return { cloudFormation: new CloudFormationClient(), ecr: new ECRClient(), imageBuilder: new ImagebuilderClient() };
}

/**
 * Returns the result of a call. If the call fails, throws a finding with the reason (credentials, permissions or the
 * network).
 */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    const { name, message } = thrown as Error;
    const allowed =
      "credentials and a region, found the way the AWS CLI finds them, with permission to list and get Image Builder resources";
    throw failure("IB-OP-AWS", "AWS", `${name}: ${message}`, allowed, "set AWS_PROFILE and AWS_REGION");
  }
}

/**
 * Returns the ARNs of all versions of each container recipe in an account, highest last, keyed by the recipe's name in
 * the ARN.
 */
export async function recipeVersions({ imageBuilder: client }: AwsClients): Promise<Map<string, string[]>> {
  const found = await versionedTypes.aws_imagebuilder_container_recipe(client);
  const arns = found.map(({ id }) => id);
  arns.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return groupBy(arns, (arn) => arn.split("/").at(-2) ?? "");
}

/**
 * Reads an account's container recipes, in the versions that its pipelines use, with everything that belongs to them.
 */
export async function readAccount(
  { ecr, imageBuilder: client }: AwsClients,
  versions: ReadonlyMap<string, readonly string[]>,
): Promise<Source> {
  const readers: Readonly<Record<string, (arn: string) => Promise<unknown>>> = {
    component: (arn) => client.send(new GetComponentCommand({ componentBuildVersionArn: arn })),
    "container-recipe": (arn) => client.send(new GetContainerRecipeCommand({ containerRecipeArn: arn })),
    "distribution-configuration": (arn) =>
      client.send(new GetDistributionConfigurationCommand({ distributionConfigurationArn: arn })),
    "infrastructure-configuration": (arn) =>
      client.send(new GetInfrastructureConfigurationCommand({ infrastructureConfigurationArn: arn })),
    workflow: (arn) => client.send(new GetWorkflowCommand({ workflowBuildVersionArn: arn })),
  };
  const resources = new Map<string, SourceResource>();
  const add = async (kind: string, id: string, properties: unknown): Promise<void> => {
    const type = `aws_${kind.replaceAll("-", "_")}`;
    resources.set(id, { id, type, properties, at: { file: "AWS", field: id }, isLetGo: false });
    // Everything it refers to belongs to it, unless AWS owns it.
    for (const [, arn = "", own = ""] of JSON.stringify(properties).matchAll(
      /"(arn:[^:]+:imagebuilder:[^:]+:\d{12}:([a-z-]+)\/[^"]+)"/g,
    )) {
      const read = resources.has(arn) ? undefined : readers[own];
      if (read) await add(`imagebuilder-${own}`, arn, property(await read(arn), own.replaceAll("-", "")));
    }
  };
  const pipelines: ImagePipeline[] = [];
  for await (const { imagePipelineList = [] } of paginateListImagePipelines({ client }, {}))
    pipelines.push(...imagePipelineList.filter(({ containerRecipeArn }) => containerRecipeArn !== undefined));
  for (const [, arns] of versions) {
    const users = pipelines.filter(({ containerRecipeArn = "" }) => arns.includes(containerRecipeArn));
    const arn = arns.findLast((each) => users.some((user) => user.containerRecipeArn === each)) ?? arns.at(-1) ?? "";
    const recipe = property(await readers["container-recipe"]?.(arn), "containerRecipe");
    await add("imagebuilder-container-recipe", arn, recipe);
    for (const user of users.filter((each) => each.containerRecipeArn === arn))
      await add("imagebuilder-image-pipeline", user.arn ?? "", user);
    const repositoryNames = [String(property(recipe, "targetRepository.repositoryName"))];
    const describe = new DescribeRepositoriesCommand({ repositoryNames });
    const found = await unless(["RepositoryNotFoundException"], () => ecr.send(describe));
    for (const repository of found?.repositories ?? [])
      await add("ecr-repository", repository.repositoryArn ?? "", repository);
  }
  return { tool: "account", resources: [...resources.values()] };
}
