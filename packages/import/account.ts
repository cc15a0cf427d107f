import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DescribeRepositoriesCommand, type DescribeRepositoriesResponse, ECRClient } from "@aws-sdk/client-ecr";
import {
  GetComponentCommand,
  GetContainerRecipeCommand,
  GetDistributionConfigurationCommand,
  GetInfrastructureConfigurationCommand,
  GetWorkflowCommand,
  type ImagePipeline,
  ImagebuilderClient,
  paginateListContainerRecipes,
  paginateListImagePipelines,
} from "@aws-sdk/client-imagebuilder";
import { isNamed } from "@pipelines/operations/access";
import { groupBy } from "@pipelines/findings/values";
import { blocks, property, rejected, type Source, type SourceResource } from "./source";

/** The services that an import looks at, and changes nothing in. */
export interface AwsClients {
  readonly cloudFormation: CloudFormationClient;
  readonly ecr: ECRClient;
  readonly imageBuilder: ImagebuilderClient;
}

/** Those of the account and region that the AWS CLI would use. */
export function ownClients(): AwsClients {
  return { cloudFormation: new CloudFormationClient(), ecr: new ECRClient(), imageBuilder: new ImagebuilderClient() };
}

/** What a call gives, or why it gives nothing: credentials that are missing, permissions, the network. */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    const { name, message } = thrown as Error;
    const allowed =
      "credentials and a region, as the AWS CLI finds them, that may list and get Image Builder's resources";
    throw rejected({ file: "AWS" }, "IB-OP-AWS", `${name}: ${message}`, allowed, "set AWS_PROFILE and AWS_REGION");
  }
}

/** The container recipes of an account, in the versions that its pipelines use, with all that belongs to them. */
export async function readAccount({ ecr, imageBuilder: client }: AwsClients): Promise<Source> {
  const resources = new Map<string, SourceResource>();
  const add = (kind: string, id: string, properties: unknown): void => {
    resources.set(id, { id, type: `aws_${kind}`, properties, at: { file: "AWS", field: id }, isLetGo: false });
  };
  const pipelines: ImagePipeline[] = [];
  for await (const { imagePipelineList = [] } of paginateListImagePipelines({ client }, {}))
    pipelines.push(...imagePipelineList);
  const versions: string[] = [];
  for await (const { containerRecipeSummaryList = [] } of paginateListContainerRecipes({ client }, { owner: "Self" })) {
    versions.push(...containerRecipeSummaryList.map(({ arn = "" }) => arn));
  }
  for (const [, arns] of groupBy(versions, (arn) => arn.replace(/\/[^/]*$/, ""))) {
    const sorted = arns.sort((a, b) => versionOf(a).localeCompare(versionOf(b), "en", { numeric: true }));
    const newest = sorted.at(-1) ?? "";
    const containerRecipeArn =
      sorted.findLast((arn) => pipelines.some((each) => each.containerRecipeArn === arn)) ?? newest;
    const { containerRecipe } = await client.send(new GetContainerRecipeCommand({ containerRecipeArn }));
    add("imagebuilder_container_recipe", containerRecipeArn, {
      ...containerRecipe,
      newestVersion: versionOf(newest),
    });
    for (const arn of ownArns(containerRecipe, "components", "componentArn")) {
      const { component } = await client.send(new GetComponentCommand({ componentBuildVersionArn: arn }));
      add("imagebuilder_component", arn, component);
    }
    const name = property(containerRecipe, "targetRepository.repositoryName");
    const found = ecr.send(new DescribeRepositoriesCommand({ repositoryNames: [String(name)] }));
    const { repositories = [] } = await found.catch((error: unknown): DescribeRepositoriesResponse => {
      if (isNamed(error, "RepositoryNotFoundException")) return {};
      throw error;
    });
    for (const repository of repositories) add("ecr_repository", repository.repositoryArn ?? "", repository);
  }
  for (const pipeline of pipelines.filter(({ containerRecipeArn = "" }) => resources.has(containerRecipeArn))) {
    const { arn = "", infrastructureConfigurationArn, distributionConfigurationArn } = pipeline;
    add("imagebuilder_image_pipeline", arn, pipeline);
    const infrastructure = await client.send(
      new GetInfrastructureConfigurationCommand({ infrastructureConfigurationArn }),
    );
    add(
      "imagebuilder_infrastructure_configuration",
      infrastructureConfigurationArn ?? "",
      infrastructure.infrastructureConfiguration,
    );
    if (distributionConfigurationArn !== undefined) {
      const distribution = await client.send(new GetDistributionConfigurationCommand({ distributionConfigurationArn }));
      add(
        "imagebuilder_distribution_configuration",
        distributionConfigurationArn,
        distribution.distributionConfiguration,
      );
    }
    for (const arnOf of ownArns(pipeline, "workflows", "workflowArn")) {
      const { workflow } = await client.send(new GetWorkflowCommand({ workflowBuildVersionArn: arnOf }));
      add("imagebuilder_workflow", arnOf, workflow);
    }
  }
  return { tool: "account", resources: [...resources.values()] };
}

/** ARNs of a list that are not AWS's own. */
function ownArns(properties: unknown, list: string, field: string): string[] {
  const arns = blocks(properties, list).map((use) => property(use, field));
  return arns.filter((arn): arn is string => typeof arn === "string" && /:\d{12}:/.test(arn));
}

/** `1.10.2` of a recipe's ARN. */
function versionOf(arn: string): string {
  return arn.split("/").at(-1) ?? "";
}
