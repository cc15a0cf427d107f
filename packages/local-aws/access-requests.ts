import { foldName } from "@pipelines/facts/names";
import type { Access } from "./access-policy";
import type { Role } from "./iam/state";
import { type JsonObject, needed, object, objects, text, texts } from "./json";
import type { Scope } from "./world";

/**
 * IAM's actions for S3 calls that have different names.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const s3Actions: Readonly<Record<string, readonly string[]>> = {
  DeleteBucketEncryption: ["PutEncryptionConfiguration"],
  DeleteBucketLifecycle: ["PutLifecycleConfiguration"],
  DeleteBucketOwnershipControls: ["PutBucketOwnershipControls"],
  DeleteObjects: ["DeleteObject", "DeleteObjectVersion"],
  DeletePublicAccessBlock: ["PutBucketPublicAccessBlock"],
  GetBucketAccelerateConfiguration: ["GetAccelerateConfiguration"],
  GetBucketCors: ["GetBucketCORS"],
  GetBucketEncryption: ["GetEncryptionConfiguration"],
  GetBucketLifecycleConfiguration: ["GetLifecycleConfiguration"],
  GetBucketReplication: ["GetReplicationConfiguration"],
  GetObjectLockConfiguration: ["GetBucketObjectLockConfiguration"],
  GetPublicAccessBlock: ["GetBucketPublicAccessBlock"],
  HeadBucket: ["ListBucket"],
  HeadObject: ["GetObject"],
  ListObjectVersions: ["ListBucketVersions"],
  ListObjectsV2: ["ListBucket"],
  PutBucketEncryption: ["PutEncryptionConfiguration"],
  PutBucketLifecycleConfiguration: ["PutLifecycleConfiguration"],
  PutPublicAccessBlock: ["PutBucketPublicAccessBlock"],
};

/** Returns the actions that IAM checks when an operation of a service is called. */
export function actionsOfOperation(service: string, operation: string): string[] {
  const actions = (service === "s3" ? s3Actions[operation] : undefined) ?? [operation];
  return actions.map((action) => `${service}:${action}`);
}

/** A call with its parsed input. */
interface ReadCall {
  readonly operation: string;
  readonly input: JsonObject;
  readonly scope: Scope;
}

/** Returns every access that IAM must allow for a call to succeed, including what AWS does on the caller's behalf. */
export function accessesOf(service: string, operation: string, input: JsonObject, scope: Scope): Access[] {
  const call = { operation, input, scope };
  const resources = resourcesOf[service]?.(call) ?? ["*"];
  const context = service === "iam" ? iamContext(call) : {};
  return [
    ...actionsOfOperation(service, operation).flatMap((action) => resources.map((one) => access(action, one, context))),
    ...(tagging[`${service}:${operation}`] ?? []).flatMap((action) =>
      isTagged(input) ? resources.map((one) => access(`${service}:${action}`, one)) : [],
    ),
    ...(inCallersName[service]?.(call) ?? []),
  ];
}

function access(action: string, resource: string, context: Access["context"] = {}): Access {
  return { action, resource, context };
}

/** Calls that need permission to tag if they create something with tags. */
const tagging: Readonly<Record<string, readonly string[]>> = {
  "ecr:CreateRepository": ["TagResource"],
  "events:PutRule": ["TagResource"],
  "iam:CreateInstanceProfile": ["TagInstanceProfile"],
  "iam:CreateOpenIDConnectProvider": ["TagOpenIDConnectProvider"],
  "iam:CreatePolicy": ["TagPolicy"],
  "iam:CreateRole": ["TagRole"],
  "logs:CreateLogGroup": ["TagResource"],
  "sns:CreateTopic": ["TagResource"],
  ...Object.fromEntries(
    [
      "Component",
      "ContainerRecipe",
      "DistributionConfiguration",
      "Image",
      "ImagePipeline",
      "InfrastructureConfiguration",
      "LifecyclePolicy",
    ].map((name) => [`imagebuilder:Create${name}`, ["TagResource"]]),
  ),
};

function isTagged(input: JsonObject): boolean {
  const tags = input["tags"] ?? input["Tags"] ?? {};
  return Object.keys(tags).length > 0;
}

/** ARNs of the resources that a call acts on; `*` if the action has no resource type. */
const resourcesOf: Readonly<Record<string, (call: ReadCall) => readonly string[]>> = {
  ecr: ({ operation, input, scope }) => {
    if (operation === "GetAuthorizationToken") return ["*"];
    const arn = text(input, "resourceArn");
    if (arn !== undefined) return [arn];
    const name = text(input, "repositoryName");
    const names = name === undefined ? texts(input, "repositoryNames") : [name];
    return (names.length === 0 ? ["*"] : names).map((name) => scope.arn("ecr", `repository/${name}`));
  },
  events: ({ input, scope }) => {
    const name = text(input, "Name") ?? text(input, "Rule");
    return [text(input, "ResourceARN") ?? (name === undefined ? "*" : scope.arn("events", `rule/${name}`))];
  },
  iam: ({ operation, input, scope }) => {
    const provider = text(input, "OpenIDConnectProviderArn");
    if (provider !== undefined) return [provider];
    const url = text(input, "Url");
    if (url !== undefined) return [scope.arn("iam", `oidc-provider/${url.replace(/^https:\/\//, "")}`, "")];
    const profile = text(input, "InstanceProfileName");
    if (profile !== undefined) {
      const path = text(input, "Path") ?? scope.iam.profiles.get(profile.toLowerCase())?.path ?? "/";
      return [scope.arn("iam", `instance-profile${path}${profile}`, "")];
    }
    const role = text(input, "RoleName");
    if (role === undefined) {
      const policy = text(input, "PolicyName");
      const made = policy && scope.arn("iam", `policy${text(input, "Path") ?? "/"}${policy}`, "");
      return [text(input, "PolicyArn") ?? made ?? "*"];
    }
    const path = (operation === "CreateRole" ? text(input, "Path") : roleOf(role, scope)?.path) ?? "/";
    return [scope.arn("iam", `role${path}${role}`, "")];
  },
  imagebuilder: ({ operation, input, scope }) => {
    const made = /^Create(Component|ContainerRecipe|\w+Configuration|ImagePipeline|LifecyclePolicy|Workflow)$/.exec(
      operation,
    )?.[1];
    const version = text(input, "semanticVersion");
    if (made !== undefined) {
      const stage = made === "Workflow" ? [needed(input, "type").toLowerCase()] : [];
      const kind = made.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
      const name = foldName(needed(input, "name"));
      const build = kind === "component" || kind === "workflow" ? ["1"] : [];
      return [
        scope.arn(
          "imagebuilder",
          [kind, ...stage, name, ...(version === undefined ? [] : [version, ...build])].join("/"),
        ),
      ];
    }
    if (operation === "CreateImage") {
      return [`${needed(input, "containerRecipeArn").replace(":container-recipe/", ":image/")}/1`];
    }
    const execution = text(input, "workflowExecutionId");
    if (execution !== undefined) return [scope.arn("imagebuilder", `workflow-execution/${execution}`)];
    const named = arnFields.flatMap((field) => text(input, field) ?? []);
    return [named[0] ?? "*"];
  },
  logs: ({ operation, input, scope }) => {
    const name = text(input, "logGroupName");
    const stream = text(input, "logStreamName");
    const arn = text(input, "resourceArn");
    if (arn !== undefined) return [arn];
    if (operation === "DescribeLogGroups") return [scope.arn("logs", "log-group::log-stream:")];
    return [scope.arn("logs", `log-group:${name ?? ""}${stream === undefined ? "" : `:log-stream:${stream}`}`)];
  },
  s3: ({ operation, input, scope }) => {
    const bucket = text(input, "Bucket") ?? "";
    if (bucket === "") return ["*"];
    const arn = `arn:${scope.partition}:s3:::${bucket}`;
    const keys =
      operation === "DeleteObjects"
        ? objects(object(input, "Delete") ?? {}, "Objects").map((one) => text(one, "Key") ?? "")
        : [text(input, "Key") ?? ""];
    return keys.map((key) => (key === "" ? arn : `${arn}/${key}`));
  },
  sns: ({ input, scope }) => {
    const name = text(input, "Name");
    return [
      text(input, "TopicArn") ?? text(input, "ResourceArn") ?? (name === undefined ? "*" : scope.arn("sns", name)),
    ];
  },
};

/** The fields that identify the resource of an Image Builder call; the first one present is used. */
const arnFields = [
  "imagePipelineArn",
  "imageBuildVersionArn",
  "imageVersionArn",
  "componentBuildVersionArn",
  "componentVersionArn",
  "lifecyclePolicyArn",
  "workflowBuildVersionArn",
  "workflowVersionArn",
  "containerRecipeArn",
  "distributionConfigurationArn",
  "infrastructureConfigurationArn",
  "resourceArn",
];

function roleOf(name: string, scope: Scope): Role | undefined {
  return scope.iam.roles.get(name.toLowerCase());
}

function iamContext({ operation, input, scope }: ReadCall): Access["context"] {
  const role = roleOf(text(input, "RoleName") ?? "", scope);
  const boundary = text(input, "PermissionsBoundary") ?? (operation === "CreateRole" ? undefined : role?.boundary);
  const policy = text(input, "PolicyArn");
  return {
    ...(boundary === undefined ? {} : { "iam:permissionsboundary": boundary }),
    ...(policy === undefined ? {} : { "iam:policyarn": policy }),
  };
}

/** What AWS does on the caller's behalf, with the caller's permissions. */
const inCallersName: Readonly<Record<string, (call: ReadCall) => readonly Access[]>> = {
  events: ({ input }) =>
    objects(input, "Targets").flatMap((target) => passRole(text(target, "RoleArn"), "events.amazonaws.com")),
  iam: ({ operation, input, scope }) =>
    operation === "AddRoleToInstanceProfile"
      ? passRole(roleOf(needed(input, "RoleName"), scope)?.arn, "ec2.amazonaws.com")
      : [],
  imagebuilder: ({ operation, input, scope }) => {
    const profile = scope.iam.profiles.get((text(input, "instanceProfileName") ?? "").toLowerCase());
    const bucket = `arn:${scope.partition}:s3:::`;
    const repository = text(object(input, "targetRepository") ?? {}, "repositoryName");
    const parent = text(input, "parentImage") ?? "";
    return [
      ...passRole(profile?.role?.arn, "ec2.amazonaws.com"),
      ...[text(input, "uri"), text(input, "dockerfileTemplateUri")].flatMap((uri) =>
        uri === undefined ? [] : access("s3:GetObject", uri.replace("s3://", bucket)),
      ),
      ...passRole(text(input, "executionRole"), "imagebuilder.amazonaws.com"),
      ...objects(input, "workflows").map((one) => access("imagebuilder:GetWorkflow", owned(text(one, "workflowArn")))),
      ...(repository === undefined ? [] : [access("ecr:DescribeImages", scope.arn("ecr", `repository/${repository}`))]),
      ...objects(input, "components").map((one) =>
        access("imagebuilder:GetComponent", owned(text(one, "componentArn"))),
      ),
      ...(parent.startsWith("arn:") ? [access("imagebuilder:GetImage", owned(parent))] : []),
      ...(operation.startsWith("Create") && scope.imageBuilder.rows("").length === 0 ? [serviceLinkedRole(scope)] : []),
    ];
  },
};

function passRole(arn: string | undefined, service: string): Access[] {
  return arn === undefined ? [] : [access("iam:PassRole", arn, { "iam:passedtoservice": service })];
}

/** Image Builder creates its role along with the first resource in an account. */
function serviceLinkedRole(scope: Scope): Access {
  const service = "imagebuilder.amazonaws.com";
  const arn = scope.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForImageBuilder`, "");
  return access("iam:CreateServiceLinkedRole", arn, { "iam:awsservicename": service });
}

/** For IAM, Amazon's own components and images have the id of an Amazon account. */
function owned(arn = ""): string {
  return arn.replace(/^((?:[^:]*:){4})[^:]*[^:\d][^:]*:/, "$1999999999999:");
}
