import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DescribeRepositoriesCommand, type DescribeRepositoriesResponse, ECRClient } from "@aws-sdk/client-ecr";
import {
  GetComponentCommand,
  GetContainerRecipeCommand,
  GetDistributionConfigurationCommand,
  GetInfrastructureConfigurationCommand,
  GetWorkflowCommand,
  ImagebuilderClient,
  type ImagePipeline,
  paginateListContainerRecipes,
  paginateListImagePipelines,
} from "@aws-sdk/client-imagebuilder";
import { isNamed } from "@pipelines/operations/access";
import { groupBy } from "@pipelines/findings/values";
import { property, rejected, type Source, type SourceResource } from "./source";

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
    throw rejected({ file: "AWS" }, "IB-OP-AWS", `${name}: ${message}`, allowed, "set AWS_PROFILE and AWS_REGION");
  }
}

/**
 * Returns the ARNs of all versions of each container recipe in an account, highest last, keyed by the recipe's name in
 * the ARN.
 */
export async function recipeVersions({ imageBuilder: client }: AwsClients): Promise<Map<string, string[]>> {
  const arns: string[] = [];
  for await (const { containerRecipeSummaryList = [] } of paginateListContainerRecipes({ client }, { owner: "Self" }))
    arns.push(...containerRecipeSummaryList.map(({ arn = "" }) => arn));
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
    component: async (arn) => (await client.send(new GetComponentCommand({ componentBuildVersionArn: arn }))).component,
    "container-recipe": async (arn) =>
      (await client.send(new GetContainerRecipeCommand({ containerRecipeArn: arn }))).containerRecipe,
    "distribution-configuration": async (distributionConfigurationArn) =>
      (await client.send(new GetDistributionConfigurationCommand({ distributionConfigurationArn })))
        .distributionConfiguration,
    "infrastructure-configuration": async (infrastructureConfigurationArn) =>
      (await client.send(new GetInfrastructureConfigurationCommand({ infrastructureConfigurationArn })))
        .infrastructureConfiguration,
    workflow: async (arn) => (await client.send(new GetWorkflowCommand({ workflowBuildVersionArn: arn }))).workflow,
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
      if (read) await add(`imagebuilder-${own}`, arn, await read(arn));
    }
  };
  const pipelines: ImagePipeline[] = [];
  for await (const { imagePipelineList = [] } of paginateListImagePipelines({ client }, {}))
    pipelines.push(...imagePipelineList.filter(({ containerRecipeArn }) => containerRecipeArn !== undefined));
  for (const [, arns] of versions) {
    const users = pipelines.filter(({ containerRecipeArn = "" }) => arns.includes(containerRecipeArn));
    const arn = arns.findLast((each) => users.some((user) => user.containerRecipeArn === each)) ?? arns.at(-1) ?? "";
    const recipe = await readers["container-recipe"]?.(arn);
    await add("imagebuilder-container-recipe", arn, recipe);
    for (const user of users.filter((each) => each.containerRecipeArn === arn))
      await add("imagebuilder-image-pipeline", user.arn ?? "", user);
    const name = String(property(recipe, "targetRepository.repositoryName"));
    const found = ecr.send(new DescribeRepositoriesCommand({ repositoryNames: [name] }));
    const { repositories = [] } = await found.catch((error: unknown): DescribeRepositoriesResponse => {
      if (isNamed(error, "RepositoryNotFoundException")) return {};
      throw error;
    });
    for (const repository of repositories) await add("ecr-repository", repository.repositoryArn ?? "", repository);
  }
  return { tool: "account", resources: [...resources.values()] };
}
