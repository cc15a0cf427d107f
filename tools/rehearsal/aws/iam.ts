import { AwsError } from "./errors";
import { instanceProfileOperations } from "./iam-instance-profiles";
import { describeRole, encoded, type Role, tagMembers } from "./iam-state";
import { type JsonObject, needed, number, tagList, text, texts } from "./json";
import model from "./models/iam.json";
import { type QueryOperation, queryService } from "./protocols";
import type { Scope } from "./world";

/** Of the managed policies of AWS, those that go with Image Builder; another is as unknown here as a misspelt one. */
const MANAGED_POLICIES = new Set([
  "AmazonSSMManagedInstanceCore",
  "EC2InstanceProfileForImageBuilder",
  "EC2InstanceProfileForImageBuilderECRContainerBuilds",
  "service-role/EC2ImageBuilderLifecycleExecutionPolicy",
  "AmazonEC2ContainerRegistryReadOnly",
  "AmazonEC2ContainerRegistryPowerUser",
  "AmazonS3ReadOnlyAccess",
  "CloudWatchAgentServerPolicy",
]);

function checkName(name: string, field: string, longest: number): string {
  if (!/^[\w+=,.@-]+$/.test(name)) {
    throw new AwsError(
      "ValidationError",
      `The specified value for ${field} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  }
  if (name.length > longest) {
    throw new AwsError(
      "ValidationError",
      `1 validation error detected: Value '${name}' at '${field}' failed to satisfy constraint: Member must have length less than or equal to ${longest}`,
    );
  }
  return name;
}

function checkDocument(document: string): string {
  try {
    const parsed: unknown = JSON.parse(document);
    if (typeof parsed === "object" && parsed !== null && "Statement" in parsed) return document;
  } catch {
    // Told below, like every other thing that is no policy.
  }
  throw new AwsError("MalformedPolicyDocument", "Syntax errors in policy.");
}

function roleOf(input: JsonObject, scope: Scope): Role {
  return scope.iam.role(needed(input, "RoleName"));
}

const roleOperations: Record<string, QueryOperation> = {
  CreateRole: (input, scope) => {
    const name = checkName(needed(input, "RoleName"), "roleName", 64);
    if (scope.iam.roles.has(name.toLowerCase())) {
      throw new AwsError("EntityAlreadyExists", `Role with name ${name} already exists.`, 409);
    }
    const path = text(input, "Path") ?? "/";
    const role: Role = {
      name,
      path,
      arn: scope.arn("iam", `role${path}${name}`, ""),
      id: scope.iam.nextId("AROA"),
      created: scope.now(),
      trust: checkDocument(needed(input, "AssumeRolePolicyDocument")),
      description: text(input, "Description") ?? "",
      maxSessionDuration: number(input, "MaxSessionDuration") ?? 3600,
      tags: tagList(input, "Tags"),
      attached: new Set(),
      inline: new Map(),
    };
    scope.iam.roles.set(name.toLowerCase(), role);
    return { Role: describeRole(role) };
  },
  GetRole: (input, scope) => ({ Role: describeRole(roleOf(input, scope)) }),
  ListRoles: (input, scope) => ({
    IsTruncated: false,
    Roles: {
      member: [...scope.iam.roles.values()]
        .filter((role) => role.path.startsWith(text(input, "PathPrefix") ?? "/"))
        .map(describeRole),
    },
  }),
  UpdateRole: (input, scope) => {
    const role = roleOf(input, scope);
    role.description = text(input, "Description") ?? role.description;
    role.maxSessionDuration = number(input, "MaxSessionDuration") ?? role.maxSessionDuration;
    return {};
  },
  UpdateRoleDescription: (input, scope) => {
    const role = roleOf(input, scope);
    role.description = needed(input, "Description");
    return { Role: describeRole(role) };
  },
  UpdateAssumeRolePolicy: (input, scope) => {
    roleOf(input, scope).trust = checkDocument(needed(input, "PolicyDocument"));
    return undefined;
  },
  DeleteRole: (input, scope) => {
    const role = roleOf(input, scope);
    const conflict = (what: string) => new AwsError("DeleteConflict", `Cannot delete entity, must ${what}.`, 409);
    if (scope.iam.profilesOf(role).length > 0) throw conflict("remove roles from instance profile first");
    if (role.attached.size > 0) throw conflict("detach all policies first");
    if (role.inline.size > 0) throw conflict("delete policies first");
    scope.iam.roles.delete(role.name.toLowerCase());
    return undefined;
  },
  TagRole: (input, scope) => {
    const { tags } = roleOf(input, scope);
    for (const [key, value] of tagList(input, "Tags")) tags.set(key, value);
    return undefined;
  },
  UntagRole: (input, scope) => {
    const { tags } = roleOf(input, scope);
    for (const key of texts(input, "TagKeys")) tags.delete(key);
    return undefined;
  },
  ListRoleTags: (input, scope) => ({ IsTruncated: false, Tags: tagMembers(roleOf(input, scope).tags) }),
};

const policyOperations: Record<string, QueryOperation> = {
  AttachRolePolicy: (input, scope) => {
    const role = roleOf(input, scope);
    const arn = needed(input, "PolicyArn");
    const managed = new RegExp(`^arn:${scope.partition}:iam::aws:policy/(.+)$`).exec(arn)?.[1];
    if (managed === undefined || !MANAGED_POLICIES.has(managed)) {
      throw new AwsError("NoSuchEntity", `Policy ${arn} does not exist or is not attachable.`, 404);
    }
    role.attached.add(arn);
    return undefined;
  },
  DetachRolePolicy: (input, scope) => {
    const arn = needed(input, "PolicyArn");
    if (!roleOf(input, scope).attached.delete(arn)) {
      throw new AwsError("NoSuchEntity", `Policy ${arn} was not found.`, 404);
    }
    return undefined;
  },
  ListAttachedRolePolicies: (input, scope) => ({
    IsTruncated: false,
    AttachedPolicies: {
      member: [...roleOf(input, scope).attached].map((PolicyArn) => ({
        PolicyName: PolicyArn.split("/").at(-1),
        PolicyArn,
      })),
    },
  }),
  PutRolePolicy: (input, scope) => {
    const name = checkName(needed(input, "PolicyName"), "policyName", 128);
    roleOf(input, scope).inline.set(name, checkDocument(needed(input, "PolicyDocument")));
    return undefined;
  },
  GetRolePolicy: (input, scope) => {
    const role = roleOf(input, scope);
    const name = needed(input, "PolicyName");
    const document = role.inline.get(name);
    if (document === undefined) {
      throw new AwsError("NoSuchEntity", `The role policy with name ${name} cannot be found.`, 404);
    }
    return { RoleName: role.name, PolicyName: name, PolicyDocument: encoded(document) };
  },
  ListRolePolicies: (input, scope) => ({
    IsTruncated: false,
    PolicyNames: { member: [...roleOf(input, scope).inline.keys()] },
  }),
  DeleteRolePolicy: (input, scope) => {
    const name = needed(input, "PolicyName");
    if (!roleOf(input, scope).inline.delete(name)) {
      throw new AwsError("NoSuchEntity", `The role policy with name ${name} cannot be found.`, 404);
    }
    return undefined;
  },
};

/** IAM: roles, their policies, instance profiles. What a policy allows is not enforced. */
export const iam = queryService(
  { name: "iam", version: "2010-05-08", namespace: "https://iam.amazonaws.com/doc/2010-05-08/" },
  model,
  { ...roleOperations, ...policyOperations, ...instanceProfileOperations },
);
