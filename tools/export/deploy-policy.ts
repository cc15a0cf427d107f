import { partitionOf } from "../../checks/regions";
import { deployActions, type DeployedType } from "./deploy-actions";
import { foreignParts, partsInS3 } from "./foreign-parts";
import { placeOf, type Block, type StackConfig } from "./stack-config";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A policy, and what of the stack it says nothing about. */
export interface DeployPolicy {
  readonly document: PolicyDocument;
  /** Types of resources that this module does not know. */
  readonly uncovered: readonly string[];
}

/**
 * What somebody must be allowed who deploys, changes and destroys a stack, and reads and writes its state: no more
 * than that, on nothing that is not the stack's.
 *
 * What carries the environment's name in front (`prod-…` in Image Builder and among log groups) is allowed by that
 * prefix, so that a new image needs no new permissions; buckets, repositories and roles by their whole names.
 *
 * @param stack name of the stack, which is the environment's
 */
export function deployPolicy(stack: string, config: StackConfig): DeployPolicy {
  const { account, region } = placeOf(config);
  const partition = partitionOf(region);
  const arn = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const iam = (resource: string): string => `arn:${partition}:iam::${account}:${resource}`;
  const all = (type: DeployedType): readonly Block[] => Object.values(config.resource[type] ?? {});
  const texts = (type: DeployedType, attribute: string): string[] => all(type).map((one) => String(one[attribute]));

  const buckets = texts("aws_s3_bucket", "bucket").map((name) => `arn:${partition}:s3:::${name}`);
  const emptied = all("aws_s3_bucket").filter((bucket) => bucket["force_destroy"] === true);
  const roles = all("aws_iam_role").map((role) => iam(`role${String(role["path"])}${String(role["name"])}`));
  const profiles = all("aws_iam_instance_profile").map((one) =>
    iam(`instance-profile${String(one["path"])}${String(one["name"])}`),
  );
  const imageBuilder = (Object.keys(deployActions) as DeployedType[]).filter((type) => type.startsWith(prefix));
  const hasImages = imageBuilder.some((type) => type in config.resource);
  const ec2 = partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";

  const statements: Statement[] = [
    allow("Buckets", actionsOf(config, /^aws_s3_bucket/), buckets),
    allow(
      "EmptyBuckets",
      ["s3:DeleteObject", "s3:DeleteObjectVersion"],
      emptied.map((bucket) => `arn:${partition}:s3:::${String(bucket["bucket"])}/*`),
    ),
    allow(
      "Repositories",
      actionsOf(config, /^aws_ecr_/),
      texts("aws_ecr_repository", "name").map((name) => arn("ecr", `repository/${name}`)),
    ),
    allow("InstanceRole", actionsOf(config, /^aws_iam_role(_policy)?$/), roles),
    allow("InstanceRolePolicies", actionsOf(config, /^aws_iam_role_policy_attachment$/), roles, {
      ArnEquals: { "iam:PolicyARN": texts("aws_iam_role_policy_attachment", "policy_arn").sort() },
    }),
    allow("InstanceProfile", actionsOf(config, /^aws_iam_instance_profile$/), profiles),
    allow("PassInstanceRole", ["iam:PassRole"], [...roles, ...profiles], {
      StringEquals: { "iam:PassedToService": ec2 },
    }),
    allow(
      "ImageBuilderRole",
      ["iam:CreateServiceLinkedRole"],
      hasImages ? [iam("role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder")] : [],
      { StringEquals: { "iam:AWSServiceName": "imagebuilder.amazonaws.com" } },
    ),
    allow(
      "ImageBuilder",
      imageBuilder.flatMap((type) => deployActions[type]),
      // All kinds, also those of which the config has none (any more): the state may have one to be destroyed.
      hasImages ? imageBuilder.map((type) => arn("imagebuilder", `${kindOf(type)}/${stack}-*`)) : [],
    ),
    allow("ForeignParts", ["imagebuilder:GetComponent", "imagebuilder:GetImage"], foreignParts(config)),
    allow("PartsInS3", ["s3:GetObject"], partsInS3(config, partition)),
    allow(
      "LogGroups",
      actionsOf(config, /^aws_cloudwatch_log_group$/),
      texts("aws_cloudwatch_log_group", "name").length > 0
        ? [arn("logs", `log-group:/aws/imagebuilder/${stack}-*`)]
        : [],
    ),
    // CloudWatch Logs asks for this one on all groups of a region, whichever the provider looks for.
    allow(
      "FindLogGroups",
      ["logs:DescribeLogGroups"],
      all("aws_cloudwatch_log_group").length > 0 ? [arn("logs", "log-group:*")] : [],
    ),
    allow(
      "EventRules",
      actionsOf(config, /^aws_cloudwatch_event_/),
      all("aws_cloudwatch_event_rule").length > 0 ? [arn("events", `rule/${stack}-*`)] : [],
    ),
    allow(
      "Topics",
      actionsOf(config, /^aws_sns_topic/).filter((action) => !onSubscriptions.includes(action)),
      all("aws_sns_topic").length > 0 ? [arn("sns", `${stack}-*`)] : [],
    ),
    allow("Subscriptions", onSubscriptions, all("aws_sns_topic_subscription").length > 0 ? ["*"] : []),
    ...stateStatements(config, partition),
  ];
  return {
    document: { Version: "2012-10-17", Statement: statements.filter(({ Resource }) => Resource.length > 0) },
    uncovered: Object.keys(config.resource)
      .filter((type) => !(type in deployActions))
      .sort(),
  };
}

/** What the S3 backend does with state and lock: https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required */
function stateStatements(config: StackConfig, partition: string): Statement[] {
  const s3 = config.terraform.backend?.["s3"];
  if (s3 === undefined) return [];
  const bucket = `arn:${partition}:s3:::${String(s3["bucket"])}`;
  const state = `${bucket}/${String(s3["key"])}`;
  return [
    allow("StateBucket", ["s3:ListBucket"], [bucket]),
    allow("State", ["s3:GetObject", "s3:PutObject"], [state]),
    allow("StateLock", ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], [`${state}.tflock`]),
  ];
}

function allow(
  Sid: string,
  actions: readonly string[],
  resources: readonly string[],
  Condition?: Statement["Condition"],
): Statement {
  const statement = { Sid, Effect: "Allow", Action: sorted(actions), Resource: sorted(resources) } as const;
  return Condition === undefined ? statement : { ...statement, Condition };
}

function actionsOf(config: StackConfig, types: RegExp): string[] {
  return Object.entries(deployActions).flatMap(([type, actions]) =>
    types.test(type) && type in config.resource ? actions : [],
  );
}

/** SNS knows no resource for these: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
const onSubscriptions: readonly string[] = ["sns:GetSubscriptionAttributes", "sns:Unsubscribe"];

const prefix = "aws_imagebuilder_";

/** `aws_imagebuilder_image_pipeline` → `image-pipeline`, as it stands in ARNs. */
function kindOf(type: DeployedType): string {
  return type.slice(prefix.length).replaceAll("_", "-");
}

/** Each once, in the order of code units: the same on every machine. */
function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
