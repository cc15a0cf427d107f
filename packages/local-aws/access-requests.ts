import { foldName } from "@pipelines/facts/names";
import type { Access } from "./access-policy";
import type { Role } from "./iam/state";
import { type JsonObject, needed, objects, shown, text, texts } from "./json";
import actions from "./s3/actions.json";
import type { Scope } from "./world";

/**
 * IAM's actions for S3 calls that have different names.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const s3Actions: Readonly<Record<string, readonly string[]>> = actions;

/** Returns the actions that IAM checks when an operation of a service is called. */
export function actionsOfOperation(service: string, operation: string): string[] {
  const checked = (service === "s3" ? s3Actions[operation] : undefined) ?? [operation];
  return checked.map((action) => `${service}:${action}`);
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
  const resources = resourcesOf[service]?.(call) ?? resourcesNamed(service, call);
  const context = service === "iam" ? iamContext(call) : {};
  return [
    ...actionsOfOperation(service, operation).flatMap((action) => resources.map((one) => access(action, one, context))),
    ...(isTagged(service, operation, input) ? resources : []).map((one) =>
      access(`${service}:Tag${service === "iam" ? operation.replace("Create", "") : "Resource"}`, one),
    ),
    ...(inCallersName[service]?.(call) ?? []),
  ];
}

function access(action: string, resource: string, context: Access["context"] = {}): Access {
  return { action, resource, context };
}

/** Whether a call creates something with tags, which needs permission to tag. */
function isTagged(service: string, operation: string, input: JsonObject): boolean {
  const tags = input["tags"] ?? input["Tags"] ?? {};
  return /^(Create(?!Workflow)|PutRule)/.test(operation) && service !== "s3" && Object.keys(tags).length > 0;
}

/** Fields that name what a call acts on, and what its ARN has before the name, by service. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ecr: { repositoryName: "repository/", repositoryNames: "repository/" },
  events: { Name: "rule/", Rule: "rule/" },
  logs: { logGroupName: "log-group:" },
  sns: { Name: "" },
};

/** ARNs of the resources that a call names; `*` if it names none. */
function resourcesNamed(service: string, { operation, input, scope }: ReadCall): readonly string[] {
  const known = names[service];
  if (known === undefined) return ["*"];
  const [arn] = ["resourceArn", "ResourceArn", "ResourceARN", "TopicArn"].flatMap((field) => text(input, field) ?? []);
  if (arn !== undefined) return [arn];
  if (operation === "DescribeLogGroups") return [scope.arn("logs", "log-group::log-stream:")];
  const stream = text(input, "logStreamName");
  const found = Object.entries(known).flatMap(([field, kind]) =>
    [text(input, field) ?? [], texts(input, field)].flat().map((name) => kind + name),
  );
  const all = found.map((name) => scope.arn(service, stream === undefined ? name : `${name}:log-stream:${stream}`));
  return all.length === 0 ? ["*"] : all;
}

/** ARNs of the resources that a call acts on, in services that need more than a name. */
const resourcesOf: Readonly<Record<string, (call: ReadCall) => readonly string[]>> = {
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
      const build = /^(component|workflow)$/.test(kind) ? ["1"] : [];
      const versions = version === undefined ? [] : [version, ...build];
      return [scope.arn("imagebuilder", [kind, ...stage, name, ...versions].join("/"))];
    }
    if (operation === "CreateImage") {
      return [`${needed(input, "containerRecipeArn").replace(":container-recipe/", ":image/")}/1`];
    }
    const execution = text(input, "workflowExecutionId");
    if (execution !== undefined) return [scope.arn("imagebuilder", `workflow-execution/${execution}`)];
    return [ownArn(operation, input) ?? "*"];
  },
  s3: ({ operation, input, scope }) => {
    const bucket = text(input, "Bucket") ?? "";
    if (bucket === "") return ["*"];
    const arn = `arn:${scope.partition}:s3:::${bucket}`;
    const keyed = operation === "DeleteObjects" ? objects(input, "Delete", "Objects") : [input];
    const keys = keyed.map((one) => text(one, "Key") ?? "");
    return keys.map((key) => (key === "" ? arn : `${arn}/${key}`));
  },
};

/** The field with the ARN of what an Image Builder call is about: a call may have others, to which it refers. */
function ownArn(operation: string, input: JsonObject): string | undefined {
  const fields = Object.keys(input).filter((field) => /Arn$/.test(field) && text(input, field) !== undefined);
  const isOwn = (field: string) =>
    operation.toLowerCase().includes(field.replace(/((Build)?Version)?Arn$/, "").toLowerCase());
  return text(input, fields.find(isOwn) ?? fields[0] ?? "");
}

function roleOf(name: string, scope: Scope): Role | undefined {
  return scope.iam.roles.get(name.toLowerCase());
}

function iamContext({ operation, input, scope }: ReadCall): Access["context"] {
  const role = roleOf(shown(input["RoleName"]), scope);
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
    const profile = scope.iam.profiles.get(shown(input["instanceProfileName"]).toLowerCase());
    const bucket = `arn:${scope.partition}:s3:::`;
    const repository = text(input, "targetRepository", "repositoryName");
    const parent = shown(input["parentImage"]);
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
