import { alreadyExists, deleteConflict, limitExceeded, malformed, noSuchEntity, tooManyTags } from "./errors";
import { describeRole, encoded, newEntity } from "./entities";
import type { Role } from "./state";
import { AwsError, raise } from "../errors";
import { instanceProfileOperations } from "./instance-profiles";
import { managedPolicyOperations } from "./managed-policies";
import { oidcOperations } from "./oidc";
import { tagging } from "../tagging";
import { type JsonObject, needed, number, tagList, text } from "../json";
import model from "./model.json";
import { checkIdentityPolicy, checkTrustPolicy } from "../policies";
import { type Operations, queryService } from "../protocols";
import type { Scope } from "../world";

/** Whitespace does not count. */
function checkSize(documents: readonly string[], most: number, message: string): void {
  const size = documents.reduce((sum, document) => sum + document.replace(/\s/g, "").length, 0);
  if (size > most) throw limitExceeded(message);
}

function trustOf(document: string, scope: Scope): string {
  checkTrustPolicy(document, malformed, scope);
  checkSize([document], 2048, "Cannot exceed quota for ACLSizePerRole: 2048");
  return document;
}

function boundaryOf(input: JsonObject, scope: Scope): string | undefined {
  const arn = text(input, "PermissionsBoundary");
  if (arn !== undefined) scope.iam.requireAttachable(arn, "Scope ARN:");
  return arn;
}

function roleOf(input: JsonObject, scope: Scope): Role {
  return scope.iam.role(needed(input, "RoleName"));
}

const lower = (key: string): string => key.toLowerCase();

/** Keys of a role's tags may not differ only in case: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
function roleTags(input: JsonObject): Map<string, string> {
  const tags = tagList(input, "Tags");
  if (new Set([...tags.keys()].map(lower)).size === tags.size) return tags;
  throw new AwsError("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
}

const roleOperations: Operations = {
  CreateRole: (input, scope) => {
    const name = needed(input, "RoleName");
    if (scope.iam.roles.has(name.toLowerCase())) throw alreadyExists(`Role with name ${name}`);
    const role: Role = {
      ...newEntity("role", "AROA", name, input, scope),
      trust: trustOf(needed(input, "AssumeRolePolicyDocument"), scope),
      description: text(input, "Description") ?? "",
      maxSessionDuration: number(input, "MaxSessionDuration") ?? 3600,
      tags: roleTags(input),
      boundary: boundaryOf(input, scope),
      attached: new Set(),
      inline: new Map(),
    };
    scope.iam.roles.set(name.toLowerCase(), role);
    return { Role: describeRole(role) };
  },
  // No service here uses a role in a way that IAM would record.
  GetRole: (input, scope) => ({ Role: { ...describeRole(roleOf(input, scope)), RoleLastUsed: {} } }),
  ListRoles: (input, scope) => {
    const roles = [...scope.iam.roles.values()];
    const found = roles.filter((role) => role.path.startsWith(text(input, "PathPrefix") ?? ""));
    return { IsTruncated: false, Roles: found.map(describeRole) };
  },
  UpdateRole: (input, scope) => {
    const role = roleOf(input, scope);
    role.description = text(input, "Description") ?? role.description;
    role.maxSessionDuration = number(input, "MaxSessionDuration") ?? role.maxSessionDuration;
  },
  UpdateRoleDescription: (input, scope) => {
    const role = roleOf(input, scope);
    role.description = needed(input, "Description");
    return { Role: describeRole(role) };
  },
  UpdateAssumeRolePolicy: (input, scope) => {
    roleOf(input, scope).trust = trustOf(needed(input, "PolicyDocument"), scope);
  },
  PutRolePermissionsBoundary: (input, scope) => {
    roleOf(input, scope).boundary = boundaryOf(input, scope);
  },
  DeleteRolePermissionsBoundary: (input, scope) => {
    roleOf(input, scope).boundary = undefined;
  },
  DeleteRole: (input, scope) => {
    const role = roleOf(input, scope);
    const conflict = (what: string) => deleteConflict(`Cannot delete entity, must ${what}.`);
    if (scope.iam.profilesOf(role).length > 0) throw conflict("remove roles from instance profile first");
    if (role.attached.size > 0) throw conflict("detach all policies first");
    if (role.inline.size > 0) throw conflict("delete policies first");
    scope.iam.roles.delete(role.name.toLowerCase());
  },
  ...tagging({ kind: "Role", field: "Tags", find: roleOf, tooMany: tooManyTags, read: roleTags, same: lower }),
};

function noPolicy(name: string): AwsError {
  return noSuchEntity(`The role policy with name ${name} cannot be found.`);
}

const policyOperations: Operations = {
  AttachRolePolicy: (input, scope) => {
    const role = roleOf(input, scope);
    const arn = needed(input, "PolicyArn");
    scope.iam.requireAttachable(arn, "Policy");
    if (!role.attached.has(arn) && role.attached.size >= 10) {
      throw limitExceeded("Cannot exceed quota for PoliciesPerRole: 10");
    }
    role.attached.add(arn);
  },
  DetachRolePolicy: (input, scope) => {
    const arn = needed(input, "PolicyArn");
    if (!roleOf(input, scope).attached.delete(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
  },
  ListAttachedRolePolicies: (input, scope) => {
    const attached = [...roleOf(input, scope).attached];
    const AttachedPolicies = attached.map((PolicyArn) => ({ PolicyName: PolicyArn.split("/").at(-1), PolicyArn }));
    return { IsTruncated: false, AttachedPolicies };
  },
  PutRolePolicy: (input, scope) => {
    const role = roleOf(input, scope);
    const name = needed(input, "PolicyName");
    const document = needed(input, "PolicyDocument");
    checkIdentityPolicy(document, malformed);
    const others = [...role.inline].filter(([other]) => other !== name).map(([, other]) => other);
    checkSize([document, ...others], 10_240, `Maximum policy size of 10240 bytes exceeded for role ${role.name}`);
    role.inline.set(name, document);
  },
  GetRolePolicy: (input, scope) => {
    const role = roleOf(input, scope);
    const name = needed(input, "PolicyName");
    const document = role.inline.get(name) ?? raise(noPolicy(name));
    return { RoleName: role.name, PolicyName: name, PolicyDocument: encoded(document) };
  },
  ListRolePolicies: (input, scope) => ({ IsTruncated: false, PolicyNames: [...roleOf(input, scope).inline.keys()] }),
  DeleteRolePolicy: (input, scope) => {
    const name = needed(input, "PolicyName");
    if (!roleOf(input, scope).inline.delete(name)) throw noPolicy(name);
  },
};

/** IAM: roles, policies, instance profiles, identity providers. */
export const iam = queryService(
  { name: "iam", tagCode: "InvalidInput", namespace: "https://iam.amazonaws.com/doc/2010-05-08/" },
  model,
  {
    ...roleOperations,
    ...policyOperations,
    ...managedPolicyOperations,
    ...instanceProfileOperations,
    ...oidcOperations,
  },
);
