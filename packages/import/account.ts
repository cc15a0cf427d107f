import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DescribeRepositoriesCommand, ECRClient } from "@aws-sdk/client-ecr";
import { ImagebuilderClient, paginateListImagePipelines } from "@aws-sdk/client-imagebuilder";
import { groupBy } from "@pipelines/findings/values";
import { gather, unless } from "@pipelines/operations/access";
import { failure } from "@pipelines/operations/failure";
import { imageBuilderReaders, versionedTypes } from "@pipelines/recover/resource-types";
import type { Source, SourceResource } from "./source";

/** Clients for the services that an import reads and never changes. */
export type AwsClients = Readonly<ReturnType<typeof ownClients>>;

/** Returns clients for the account and region that the AWS CLI would use. */
export function ownClients() {
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
  const readers: Readonly<Partial<Record<string, (client: ImagebuilderClient, arn: string) => Promise<unknown>>>> =
    imageBuilderReaders;
  const resources = new Map<string, SourceResource>();
  const add = async (type: string, id: string, properties: unknown): Promise<void> => {
    resources.set(id, { id, type, properties, at: { file: "AWS", field: id } });
    // Everything it refers to belongs to it, unless AWS owns it.
    for (const [, arn = "", own = ""] of JSON.stringify(properties).matchAll(
      /"(arn:[^:]+:imagebuilder:[^:]+:\d{12}:([a-z-]+)\/[^"]+)"/g,
    )) {
      const ownType = `aws_imagebuilder_${own.replaceAll("-", "_")}`;
      const read = resources.has(arn) ? undefined : readers[ownType];
      if (read) await add(ownType, arn, await read(client, arn));
    }
  };
  const pipelines = await gather(paginateListImagePipelines({ client }, {}), (page) => page.imagePipelineList);
  for (const [, arns] of versions) {
    const users = pipelines.filter(({ containerRecipeArn = "" }) => arns.includes(containerRecipeArn));
    const arn = arns.findLast((each) => users.some((user) => user.containerRecipeArn === each)) ?? arns.at(-1) ?? "";
    const recipe = await imageBuilderReaders.aws_imagebuilder_container_recipe(client, arn);
    await add("aws_imagebuilder_container_recipe", arn, recipe);
    for (const user of users.filter((each) => each.containerRecipeArn === arn))
      await add("aws_imagebuilder_image_pipeline", user.arn ?? "", user);
    const repositoryNames = [String(recipe?.targetRepository?.repositoryName)];
    const describe = new DescribeRepositoriesCommand({ repositoryNames });
    const found = await unless(["RepositoryNotFoundException"], () => ecr.send(describe));
    for (const repository of found?.repositories ?? [])
      await add("aws_ecr_repository", repository.repositoryArn ?? "", repository);
  }
  return { tool: "account", resources: [...resources.values()] };
}
