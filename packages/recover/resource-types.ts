import { DescribeLogGroupsCommand, ListTagsForResourceCommand as ListLogTags } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeRepositoriesCommand, ListTagsForResourceCommand as ListRepositoryTags } from "@aws-sdk/client-ecr";
import {
  GetInstanceProfileCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetRoleCommand,
  type IAMClient,
} from "@aws-sdk/client-iam";
import {
  GetComponentCommand,
  GetContainerRecipeCommand,
  GetDistributionConfigurationCommand,
  GetImagePipelineCommand,
  GetInfrastructureConfigurationCommand,
  GetWorkflowCommand,
  type ImagebuilderClient,
  paginateListComponentBuildVersions,
  paginateListContainerRecipes,
  paginateListImageBuildVersions,
  paginateListWorkflowBuildVersions,
} from "@aws-sdk/client-imagebuilder";
import { GetBucketTaggingCommand, HeadBucketCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { KnownType } from "@pipelines/permissions/permission-table";
import type { Block } from "@pipelines/permissions/stack-config";
import { gather, isNamed, unless } from "@pipelines/operations/access";
import { isRunning } from "@pipelines/operations/builds";
import type { Services } from "./services";
import { arnOf } from "./wanted";

/** An object in AWS that has the name of a resource. */
export interface Found {
  /** The ID for `terraform import`. */
  readonly id: string;
  /** `undefined` if AWS does not let this caller see them. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** Whether its creation seems to have been interrupted before it was tagged: it is empty and has no tags. */
  readonly unfinished?: boolean;
  /** For an image: `AVAILABLE`, `BUILDING`, `FAILED`. */
  readonly status?: string;
}

/**
 * Looks a resource up by its name.
 *
 * @param attributes attributes from the stack, or from the state
 * @param isOwn reports whether the given tags are those of an environment
 * @param known the ID in the state, in case several objects share the name
 */
type Find = (
  attributes: Block,
  services: Services,
  isOwn: (tags: Found["tags"]) => boolean,
  known: unknown,
) => Promise<Found | undefined>;

interface ResourceType {
  /**
   * `repeatable`: creating it only changes a setting, so a deploy can create it even if it exists. For any other type,
   * AWS refuses to create a second one (or, for images, does create a second one).
   */
  readonly find: Find | "repeatable";
  /** Attributes that AWS does not return and that the state must therefore get from the stack. */
  readonly unread?: readonly string[];
}

export function finderOf(type: string): Find | undefined {
  const find = rowOf(type)?.find;
  return find === "repeatable" ? undefined : find;
}

export function unreadOf(type: string): readonly string[] {
  return rowOf(type)?.unread ?? [];
}

function rowOf(type: string): ResourceType | undefined {
  return (resourceTypes as Readonly<Record<string, ResourceType | undefined>>)[type];
}

function textOf(attributes: Block, attribute: string): string {
  const value = attributes[attribute];
  return typeof value === "string" ? value : "";
}

interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

function tagMap(tags: readonly Tag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}

async function findBucket(attributes: Block, { s3, place }: Services): Promise<Found | undefined> {
  const Bucket = textOf(attributes, "bucket");
  try {
    await s3.send(new HeadBucketCommand({ Bucket, ExpectedBucketOwner: place.account }));
  } catch (error) {
    if (isNamed(error, "NotFound")) return undefined;
    // Another account owns it: bucket names are globally unique.
    if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== 403) throw error;
    return { id: Bucket, tags: undefined };
  }
  const tagging = await unless(["NoSuchTagSet"], () => s3.send(new GetBucketTaggingCommand({ Bucket })));
  const tags = tagMap(tagging?.TagSet);
  if (Object.keys(tags).length > 0) return { id: Bucket, tags };
  const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 1 }));
  return { id: Bucket, tags, unfinished: [...(Versions ?? []), ...(DeleteMarkers ?? [])].length === 0 };
}

async function findRepository(attributes: Block, { ecr }: Services): Promise<Found | undefined> {
  const id = textOf(attributes, "name");
  const command = new DescribeRepositoriesCommand({ repositoryNames: [id] });
  const found = await unless(["RepositoryNotFoundException"], () => ecr.send(command));
  const resourceArn = found?.repositories?.[0]?.repositoryArn;
  if (resourceArn === undefined) return undefined;
  const { tags } = await ecr.send(new ListRepositoryTags({ resourceArn }));
  return { id, tags: tagMap(tags) };
}

/** Looks up an ID in IAM. */
function inIam(
  idOf: (attributes: Block, place: Services["place"]) => string,
  tagsOf: (iam: IAMClient, id: string) => Promise<readonly Tag[] | undefined>,
): Find {
  return async (attributes, { iam, place }) => {
    const id = idOf(attributes, place);
    return unless(["NoSuchEntityException"], async () => ({ id, tags: tagMap(await tagsOf(iam, id)) }));
  };
}

function nameIn(attributes: Block): string {
  return textOf(attributes, "name");
}

const findRole = inIam(nameIn, async (iam, RoleName) => (await iam.send(new GetRoleCommand({ RoleName }))).Role?.Tags);

const findInstanceProfile = inIam(nameIn, async (iam, InstanceProfileName) => {
  const { InstanceProfile } = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName }));
  return InstanceProfile?.Tags;
});

const findPolicy = inIam(
  (attributes, { partition, account }) =>
    `arn:${partition}:iam::${account}:policy${textOf(attributes, "path")}${nameIn(attributes)}`,
  async (iam, PolicyArn) => (await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.Tags,
);

const findIdentityProvider = inIam(
  (attributes, { partition, account }) =>
    `arn:${partition}:iam::${account}:oidc-provider/${textOf(attributes, "url").replace("https://", "")}`,
  async (iam, OpenIDConnectProviderArn) =>
    (await iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }))).Tags,
);

async function findLogGroup(attributes: Block, { logs }: Services): Promise<Found | undefined> {
  const id = textOf(attributes, "name");
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: id }));
  const group = logGroups?.find(({ logGroupName }) => logGroupName === id);
  if (group?.arn === undefined) return undefined;
  const { tags } = await logs.send(new ListLogTags({ resourceArn: group.arn.replace(/:\*$/, "") }));
  return { id, tags: tags ?? {} };
}

const notFound = ["ResourceNotFoundException"];

/**
 * Returns the builds of a version, newest last; if no version is given, the builds of all versions in the account and
 * region.
 */
type Builds = (client: ImagebuilderClient, versionArn?: string) => Promise<Found[]>;

interface Summary {
  readonly arn?: string | undefined;
  readonly tags?: Record<string, string> | undefined;
}

async function inOrder<Page, One extends Summary>(...all: Parameters<typeof gather<Page, One>>): Promise<One[]> {
  return (await gather(...all)).sort((a, b) => buildNumber(a.arn) - buildNumber(b.arn));
}

function foundAs({ arn = "", tags = {} }: Summary): Found {
  return { id: arn, tags };
}

const componentBuilds: Builds = async (client, componentVersionArn) => {
  const pages = paginateListComponentBuildVersions({ client }, { componentVersionArn });
  return (await inOrder(pages, (page) => page.componentSummaryList)).map(foundAs);
};

const workflowBuilds: Builds = async (client, workflowVersionArn) => {
  const pages = paginateListWorkflowBuildVersions({ client }, { workflowVersionArn });
  return (await inOrder(pages, (page) => page.workflowSummaryList)).map(foundAs);
};

const imageBuilds: Builds = async (client, imageVersionArn) => {
  const pages = paginateListImageBuildVersions({ client }, { imageVersionArn });
  const all = await inOrder(pages, (page) => page.imageSummaryList);
  return all.map((each) => ({ ...foundAs(each), status: each.state?.status ?? "PENDING" }));
};

const allRecipes: Builds = async (client) => {
  const pages = paginateListContainerRecipes({ client }, { owner: "Self" });
  return (await inOrder(pages, (page) => page.containerRecipeSummaryList)).map(foundAs);
};

/** Versioned types that may have leftover versions, ordered so that each type comes before the types that it uses. */
export const versionedTypes = {
  aws_imagebuilder_image: imageBuilds,
  aws_imagebuilder_container_recipe: allRecipes,
  aws_imagebuilder_component: componentBuilds,
  aws_imagebuilder_workflow: workflowBuilds,
} as const satisfies Partial<Record<KnownType, Builds>>;

/** Returns the newest build of the version. */
function newestOf(type: "aws_imagebuilder_component" | "aws_imagebuilder_workflow"): Find {
  return async (attributes, { imageBuilder, place }) => {
    const versionArn = arnOf(type, attributes, place)?.replace(/\/1$/, "");
    if (versionArn === undefined) return undefined;
    const builds = await unless(notFound, () => versionedTypes[type](imageBuilder, versionArn));
    return builds?.at(-1);
  };
}

/** Functions that read an Image Builder object by its ARN, by type. */
export const imageBuilderReaders = {
  aws_imagebuilder_component: async (client, arn) =>
    (await client.send(new GetComponentCommand({ componentBuildVersionArn: arn }))).component,
  aws_imagebuilder_container_recipe: async (client, arn) =>
    (await client.send(new GetContainerRecipeCommand({ containerRecipeArn: arn }))).containerRecipe,
  aws_imagebuilder_distribution_configuration: async (client, arn) =>
    (await client.send(new GetDistributionConfigurationCommand({ distributionConfigurationArn: arn })))
      .distributionConfiguration,
  aws_imagebuilder_image_pipeline: async (client, arn) =>
    (await client.send(new GetImagePipelineCommand({ imagePipelineArn: arn }))).imagePipeline,
  aws_imagebuilder_infrastructure_configuration: async (client, arn) =>
    (await client.send(new GetInfrastructureConfigurationCommand({ infrastructureConfigurationArn: arn })))
      .infrastructureConfiguration,
  aws_imagebuilder_workflow: async (client, arn) =>
    (await client.send(new GetWorkflowCommand({ workflowBuildVersionArn: arn }))).workflow,
} as const satisfies Partial<
  Record<KnownType, (client: ImagebuilderClient, arn: string) => Promise<Pick<Summary, "tags"> | undefined>>
>;

/** Looks up an ARN in Image Builder that is derived from the name and version. */
function inImageBuilder(type: keyof typeof imageBuilderReaders): Find {
  return async (attributes, { imageBuilder, place }) => {
    const id = arnOf(type, attributes, place) ?? "";
    return unless(notFound, async () => foundAs({ ...(await imageBuilderReaders[type](imageBuilder, id)), arn: id }));
  };
}

/**
 * Finds the build of the recipe that a deploy started: it has the environment's tags, which a pipeline's build lacks.
 */
async function findImage(
  attributes: Block,
  services: Services,
  isOwn: (tags: Found["tags"]) => boolean,
  known: unknown,
): Promise<Found | undefined> {
  const version = textOf(attributes, "container_recipe_arn").replace(":container-recipe/", ":image/");
  if (!version.startsWith("arn:")) return undefined;
  const builds = (await imageBuilds(services.imageBuilder, version)).filter(({ tags }) => isOwn(tags));
  const available = builds.filter(({ status }) => status === "AVAILABLE");
  const running = builds.filter(({ status = "" }) => isRunning({ state: status }));
  return builds.find(({ id }) => id === known) ?? available.at(-1) ?? running.at(-1);
}

function buildNumber(arn = ""): number {
  return Number(arn.split("/").pop());
}

/** Every type of resource that an environment's stack may contain, with what a recovery needs to know about it. */
export const resourceTypes: Readonly<Partial<Record<KnownType, ResourceType>>> = {
  aws_s3_bucket: { find: findBucket },
  aws_s3_bucket_lifecycle_configuration: { find: "repeatable" },
  aws_s3_bucket_ownership_controls: { find: "repeatable" },
  aws_s3_bucket_policy: { find: "repeatable" },
  aws_s3_bucket_public_access_block: { find: "repeatable" },
  aws_s3_bucket_server_side_encryption_configuration: { find: "repeatable" },
  aws_s3_bucket_versioning: { find: "repeatable" },
  aws_ecr_repository: { find: findRepository },
  aws_ecr_lifecycle_policy: { find: "repeatable" },
  aws_ecr_registry_scanning_configuration: { find: "repeatable" },
  aws_ecr_repository_policy: { find: "repeatable" },
  aws_iam_role: { find: findRole },
  aws_iam_role_policy: { find: "repeatable" },
  aws_iam_role_policy_attachment: { find: "repeatable" },
  aws_iam_instance_profile: { find: findInstanceProfile },
  aws_iam_policy: { find: findPolicy },
  aws_iam_openid_connect_provider: { find: findIdentityProvider },
  aws_cloudwatch_log_group: { find: findLogGroup },
  aws_cloudwatch_event_rule: { find: "repeatable" },
  aws_cloudwatch_event_target: { find: "repeatable" },
  aws_sns_topic: { find: "repeatable" },
  aws_sns_topic_policy: { find: "repeatable" },
  aws_sns_topic_subscription: { find: "repeatable" },
  aws_imagebuilder_component: { find: newestOf("aws_imagebuilder_component"), unread: ["uri"] },
  aws_imagebuilder_container_recipe: {
    find: inImageBuilder("aws_imagebuilder_container_recipe"),
    unread: ["platform_override", "dockerfile_template_uri"],
  },
  aws_imagebuilder_distribution_configuration: { find: inImageBuilder("aws_imagebuilder_distribution_configuration") },
  aws_imagebuilder_image: { find: findImage },
  aws_imagebuilder_image_pipeline: { find: inImageBuilder("aws_imagebuilder_image_pipeline") },
  aws_imagebuilder_infrastructure_configuration: {
    find: inImageBuilder("aws_imagebuilder_infrastructure_configuration"),
  },
  aws_imagebuilder_workflow: { find: newestOf("aws_imagebuilder_workflow"), unread: ["uri"] },
};

/** Types for which an environment may adopt objects that others created. */
export const adoptable: readonly string[] = [
  "aws_ecr_repository",
  "aws_s3_bucket",
  "aws_iam_role",
  "aws_cloudwatch_log_group",
] satisfies readonly KnownType[];
