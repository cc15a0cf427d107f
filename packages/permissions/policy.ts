import { regionalName } from "@pipelines/image-definition/regional-repository";
import { partitionOf } from "@pipelines/facts/regions";
import { isRead, resourceActions, type KnownType } from "./actions";
import { existingRepositories, foreignParts, foreignWorkflows, partsInS3 } from "./foreign-parts";
import { isProtected, placeOf, repositoryArn, repositoryName, type Block, type StackConfig } from "./stack-config";

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

/** What a policy is for: to `deploy` a stack (and change and destroy it), or to `plan` it, which changes nothing. */
export type Purpose = "deploy" | "plan";

/** A policy, and what of the stack it says nothing about. */
export interface StackPolicy {
  readonly document: PolicyDocument;
  /** Types of resources that this module does not know. */
  readonly uncovered: readonly string[];
}

/**
 * The permissions that deploying or planning a stack takes, its state included: no more than that, on nothing but the
 * stack's own resources, and nothing that its deletion protection forbids.
 *
 * What carries the environment's name in front (`prod-…` in Image Builder and among log groups) is allowed by that
 * prefix, so that a new image needs no new permissions; buckets, repositories and roles by their whole names. What the
 * configuration does not have (any more, or on this branch) may be read and deleted, because the state may have it.
 *
 * @param stack name of the stack, which is the environment's
 * @param former names of repositories that its images had once, which the next deploy may destroy
 */
export function stackPolicy(
  stack: string,
  config: StackConfig,
  purpose: Purpose = "deploy",
  former: readonly string[] = [],
): StackPolicy {
  const { account, region } = placeOf(config);
  const partition = partitionOf(region);
  const arn = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const iam = (resource: string): string => `arn:${partition}:iam::${account}:${resource}`;
  const all = (type: KnownType): readonly Block[] => Object.values(config.resource[type] ?? {});
  const bucketArn = (bucket: Block): string => `arn:${partition}:s3:::${String(bucket["bucket"])}`;
  const ecrArn = (name: string): string => repositoryArn(config, name);
  const everyRepository = config.provider.aws.map(({ alias }) => ecrArn(regionalName("*", alias)));

  const known = Object.keys(resourceActions) as KnownType[];
  const imageBuilder = known.filter((type) => type.startsWith(prefix));
  const hasImages = imageBuilder.some((type) => type in config.resource);
  const has = (type: string): boolean => type in config.resource || hasImages;
  const actionsOf = (types: RegExp): string[] =>
    known
      .filter((type) => types.test(type) && has(type))
      .flatMap((type) => resourceActions[type].filter((action) => type in config.resource || removes(action)));

  const buckets = all("aws_s3_bucket");
  const repositories = all("aws_ecr_repository");
  const protects = repositories.some(isProtected);
  const rolesOf = (service = ""): string[] =>
    all("aws_iam_role")
      .filter((role) => String(role["assume_role_policy"]).includes(service))
      .map((role) => iam(`role${String(role["path"])}${String(role["name"])}`));
  const roles = rolesOf();
  const boundaries = all("aws_iam_role").flatMap((role) => (role["permissions_boundary"] as string | undefined) ?? []);
  const bounded = boundaries.length === 0 ? [] : bindable;
  const inBounds = { ArnEquals: { "iam:PermissionsBoundary": sorted(boundaries) } };
  // An instance profile that is not the environment's: of its role nothing is known but that the console gives it the same name.
  const foreignRoles = all("aws_imagebuilder_infrastructure_configuration")
    .map((one) => String(one["instance_profile_name"]))
    .filter((name) => !name.includes("${"))
    .map((name) => iam(`role/*${name}`));
  const profiles = all("aws_iam_instance_profile").map((one) =>
    iam(`instance-profile${String(one["path"])}${String(one["name"])}`),
  );
  // China keeps a service domain of its own for EC2; which one IAM is asked about there, AWS does not say.
  const ec2 = ["ec2.amazonaws.com", ...(partition === "aws-cn" ? ["ec2.amazonaws.com.cn"] : [])];

  const role = hasImages ? "InstanceRole" : "Roles";

  const statements: Statement[] = [
    ...ofStores("Buckets", actionsOf(/^aws_s3_bucket/), "s3:DeleteBucket", buckets, bucketArn),
    allow(
      "EmptyBuckets",
      ["s3:DeleteObject", "s3:DeleteObjectVersion"],
      buckets
        .filter((one) => one["force_destroy"] === true && !isProtected(one))
        .map((bucket) => `${bucketArn(bucket)}/*`),
    ),
    ...(purpose === "plan" && hasImages
      ? [allow("Repositories", actionsOf(onRepositories), everyRepository)]
      : ofStores("Repositories", actionsOf(onRepositories), "ecr:DeleteRepository", repositories, (one) =>
          ecrArn(repositoryName(one)),
        )),
    // A plan may read all repositories already.
    allow(
      "FormerRepositories",
      actionsOf(onRepositories).filter((action) => removes(action) && (isRead(action) || !protects)),
      purpose === "plan" ? [] : former.map(ecrArn),
    ),
    // ECR knows no resource for these: the registry is the account's, in its region.
    allow(
      "Registry",
      actionsOf(/^aws_ecr_registry_scanning_configuration$/),
      all("aws_ecr_registry_scanning_configuration").length > 0 || (purpose === "plan" && hasImages) ? ["*"] : [],
    ),
    ...(all("aws_ecr_registry_scanning_configuration").some((one) => one["scan_type"] === "ENHANCED")
      ? inspectorStatements(iam)
      : []),
    allow(
      "IdentityProviders",
      actionsOf(/^aws_iam_openid_connect_provider$/),
      all("aws_iam_openid_connect_provider").map(({ url }) => iam(`oidc-provider/${String(url).slice(8)}`)),
    ),
    allow(
      "Policies",
      actionsOf(/^aws_iam_policy$/),
      all("aws_iam_policy").map((one) => iam(`policy${String(one["path"])}${String(one["name"])}`)),
    ),
    allow(role, without(actionsOf(/^aws_iam_role(_policy)?$/), ...bounded), roles),
    // Whoever may write the policies of a role may do what they allow: with a boundary, within that.
    allow(`${role}InBounds`, bounded, roles, inBounds),
    allow(
      "FormerRoles",
      actionsOf(/^aws_iam_role(_policy)?$/).filter(removes),
      hasImages ? formerRoles.map((names) => iam(`role/${names.replace("$", stack)}`)) : [],
    ),
    allow(`${role}Policies`, actionsOf(/^aws_iam_role_policy_attachment$/), roles, {
      ArnEquals: {
        "iam:PolicyARN": sorted(all("aws_iam_role_policy_attachment").map((one) => String(one["policy_arn"]))),
        ...(bounded.length === 0 ? {} : inBounds.ArnEquals),
      },
    }),
    allow("InstanceProfile", actionsOf(/^aws_iam_instance_profile$/), profiles),
    allow("PassInstanceRole", ["iam:PassRole"], [...rolesOf("ec2.amazonaws.com"), ...profiles, ...foreignRoles], {
      StringEquals: { "iam:PassedToService": ec2 },
    }),
    allow("PassNotificationsRole", ["iam:PassRole"], rolesOf("events.amazonaws.com"), {
      StringEquals: { "iam:PassedToService": "events.amazonaws.com" },
    }),
    allow("PassWorkflowRole", ["iam:PassRole"], rolesOf("imagebuilder.amazonaws.com"), {
      StringEquals: { "iam:PassedToService": "imagebuilder.amazonaws.com" },
    }),
    allow(
      "ImageBuilderRole",
      ["iam:CreateServiceLinkedRole"],
      hasImages ? [iam("role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder")] : [],
      { StringEquals: { "iam:AWSServiceName": "imagebuilder.amazonaws.com" } },
    ),
    allow(
      "ImageBuilder",
      imageBuilder.flatMap((type) => resourceActions[type]),
      // All kinds, also those of which the config has none (any more): the state may have one to be destroyed.
      hasImages ? imageBuilder.map((type) => arn("imagebuilder", `${kindOf(type)}/${stack}-*`)) : [],
    ),
    ...(purpose === "plan"
      ? []
      : [
          allow("ForeignParts", ["imagebuilder:GetComponent", "imagebuilder:GetImage"], foreignParts(config)),
          allow("ForeignWorkflows", ["imagebuilder:GetWorkflow"], foreignWorkflows(config)),
          // S3, ECR, CloudWatch Logs, SNS and Image Builder use a key in the caller's name.
          allow("EncryptionKeys", keyUse, keysOf(config)),
          // Image Builder looks at the target repository of a recipe, in the caller's name.
          allow("ExistingRepositories", ["ecr:DescribeImages"], existingRepositories(config).map(ecrArn)),
          allow("PartsInS3", ["s3:GetObject"], partsInS3(config, partition)),
        ]),
    allow(
      "LogGroups",
      actionsOf(/^aws_cloudwatch_log_group$/),
      has("aws_cloudwatch_log_group")
        ? ["", "pipeline/"].map((kind) => arn("logs", `log-group:/aws/imagebuilder/${kind}${stack}-*`))
        : [],
    ),
    // CloudWatch Logs asks for this one on all groups of a region, whichever the provider looks for.
    allow(
      "FindLogGroups",
      ["logs:DescribeLogGroups"],
      has("aws_cloudwatch_log_group") ? [arn("logs", "log-group:*")] : [],
    ),
    allow(
      "EventRules",
      actionsOf(/^aws_cloudwatch_event_/),
      has("aws_cloudwatch_event_rule") ? [arn("events", `rule/${stack}-*`)] : [],
    ),
    allow(
      "Topics",
      without(actionsOf(/^aws_sns_topic/), ...onSubscriptions),
      has("aws_sns_topic") ? [arn("sns", `${stack}-*`)] : [],
    ),
    allow(
      "Subscriptions",
      onSubscriptions.filter((action) => actionsOf(/^aws_sns_topic_subscription$/).includes(action)),
      has("aws_sns_topic_subscription") ? ["*"] : [],
    ),
    ...stateStatements(config, partition, purpose),
  ];
  const Statement = statements
    .map((one) => (purpose === "plan" ? { ...one, Action: one.Action.filter(isRead) } : one))
    .filter(({ Action, Resource }) => Action.length > 0 && Resource.length > 0);
  return {
    document: { Version: "2012-10-17", Statement },
    uncovered: Object.keys(config.resource)
      .filter((type) => !(type in resourceActions))
      .sort(),
  };
}

/**
 * What the S3 backend does with state and lock: https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 * A plan takes no lock: `terraform plan -lock=false`.
 */
function stateStatements(config: StackConfig, partition: string, purpose: Purpose): Statement[] {
  const s3 = config.terraform.backend?.["s3"];
  if (s3 === undefined) return [];
  const bucket = `arn:${partition}:s3:::${String(s3["bucket"])}`;
  const state = `${bucket}/${String(s3["key"])}`;
  const own = Object.values(config.resource["aws_s3_bucket"] ?? {}).map((one) => one["bucket"]);
  return [
    // A stack that makes the bucket may list it already.
    allow("StateBucket", ["s3:ListBucket"], own.includes(s3["bucket"]) ? [] : [bucket]),
    allow("State", ["s3:GetObject", "s3:PutObject"], [state]),
    allow(
      "StateLock",
      ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      purpose === "plan" ? [] : [`${state}.tflock`],
    ),
  ];
}

/**
 * What ECR asks Amazon Inspector for in the caller's name when its scans are switched on and off.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-enhanced-iam.html
 */
function inspectorStatements(iam: (resource: string) => string): Statement[] {
  const actions = ["Enable", "Disable", "ListFindings", "ListAccountPermissions", "ListCoverage"];
  const role = iam("role/aws-service-role/inspector2.amazonaws.com/AWSServiceRoleForAmazonInspector2");
  return [
    allow(
      "Inspector",
      actions.map((action) => `inspector2:${action}`),
      ["*"],
    ),
    allow("InspectorRole", ["iam:CreateServiceLinkedRole"], [role], {
      StringEquals: { "iam:AWSServiceName": "inspector2.amazonaws.com" },
    }),
  ];
}

export function allow(
  Sid: string,
  actions: readonly string[],
  resources: readonly string[],
  Condition?: Statement["Condition"],
): Statement {
  const statement = { Sid, Effect: "Allow", Action: sorted(actions), Resource: sorted(resources) } as const;
  return Condition === undefined ? statement : { ...statement, Condition };
}

/** What may be done to what holds data: all, or all but to destroy it where it is protected. */
function ofStores(
  Sid: string,
  actions: readonly string[],
  destroy: string,
  stores: readonly Block[],
  arnOf: (store: Block) => string,
): Statement[] {
  return [
    allow(Sid, actions, stores.filter((one) => !isProtected(one)).map(arnOf)),
    allow(`Protected${Sid}`, without(actions, destroy), stores.filter(isProtected).map(arnOf)),
  ];
}

/**
 * What a permissions boundary is a condition of, where roles have one. Nobody is allowed to take it off.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
const bindable: readonly string[] = [
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
];

/** Roles that a stack may have had, for notifications, rebuilds and workflows; `$` stands for the stack's name. */
const formerRoles: readonly string[] = [
  "$-image-events-*",
  "$-image-rebuilds*",
  "imageBuilder/$-image-builder-workflows",
];

/** Whether an action is one of those that it takes to find something and to remove it. */
function removes(action: string): boolean {
  return isRead(action) || /:(Delete|Remove|Detach|Unsubscribe)/.test(action);
}

function without(actions: readonly string[], ...others: readonly string[]): string[] {
  return actions.filter((action) => !others.includes(action));
}

/** SNS knows no resource for these: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
const onSubscriptions: readonly string[] = [
  "sns:GetSubscriptionAttributes",
  "sns:SetSubscriptionAttributes",
  "sns:Unsubscribe",
];

/** Types that are a repository or belong to one. */
const onRepositories = /^aws_ecr_(repository|lifecycle)/;

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html#encryption-at-rest-iam */
const keyUse = ["CreateGrant", "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "RetireGrant"].map(
  (name) => `kms:${name}`,
);

/** Keys of log groups and repositories, with which all else in their region is encrypted too. */
function keysOf(config: StackConfig): string[] {
  const groups = Object.values(config.resource["aws_cloudwatch_log_group"] ?? {}).map((group) => group["kms_key_id"]);
  const repositories = Object.values(config.resource["aws_ecr_repository"] ?? {}).flatMap((repository) =>
    ((repository["encryption_configuration"] ?? []) as readonly { readonly kms_key?: string }[]).map(
      (one) => one.kms_key,
    ),
  );
  return [...groups, ...repositories].filter((key) => typeof key === "string");
}

const prefix = "aws_imagebuilder_";

/** `aws_imagebuilder_image_pipeline` → `image-pipeline`, as it stands in ARNs; of a workflow before its stage. */
function kindOf(type: KnownType): string {
  return type === "aws_imagebuilder_workflow" ? "workflow/*" : type.slice(prefix.length).replaceAll("_", "-");
}

/** Each once, in the order of code units: the same on every machine. */
function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
