import { AwsError } from "./errors";
import { instanceProfileOperations } from "./iam-instance-profiles";
import { describeRole, encoded, type Role, tagMembers } from "./iam-state";
import { type Form, type QueryOperation, queryService } from "./protocols";
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

function roleOf(form: Form, scope: Scope): Role {
  return scope.iam.role(form.need("RoleName"));
}

const roleOperations: Record<string, QueryOperation> = {
  CreateRole: (form, scope) => {
    const name = checkName(form.need("RoleName"), "roleName", 64);
    if (scope.iam.roles.has(name.toLowerCase())) {
      throw new AwsError("EntityAlreadyExists", `Role with name ${name} already exists.`, 409);
    }
    const path = form.get("Path") ?? "/";
    const role: Role = {
      name,
      path,
      arn: scope.arn("iam", `role${path}${name}`, ""),
      id: scope.iam.nextId("AROA"),
      created: scope.now(),
      trust: checkDocument(form.need("AssumeRolePolicyDocument")),
      description: form.get("Description") ?? "",
      maxSessionDuration: form.get("MaxSessionDuration") ?? "3600",
      tags: form.pairs("Tags"),
      attached: new Set(),
      inline: new Map(),
    };
    scope.iam.roles.set(name.toLowerCase(), role);
    return { Role: describeRole(role) };
  },
  GetRole: (form, scope) => ({ Role: describeRole(roleOf(form, scope)) }),
  ListRoles: (form, scope) => ({
    IsTruncated: false,
    Roles: {
      member: [...scope.iam.roles.values()]
        .filter((role) => role.path.startsWith(form.get("PathPrefix") ?? "/"))
        .map(describeRole),
    },
  }),
  UpdateRole: (form, scope) => {
    const role = roleOf(form, scope);
    role.description = form.get("Description") ?? role.description;
    role.maxSessionDuration = form.get("MaxSessionDuration") ?? role.maxSessionDuration;
    return {};
  },
  UpdateRoleDescription: (form, scope) => {
    const role = roleOf(form, scope);
    role.description = form.need("Description");
    return { Role: describeRole(role) };
  },
  UpdateAssumeRolePolicy: (form, scope) => {
    roleOf(form, scope).trust = checkDocument(form.need("PolicyDocument"));
    return undefined;
  },
  DeleteRole: (form, scope) => {
    const role = roleOf(form, scope);
    const conflict = (what: string) => new AwsError("DeleteConflict", `Cannot delete entity, must ${what}.`, 409);
    if (scope.iam.profilesOf(role).length > 0) throw conflict("remove roles from instance profile first");
    if (role.attached.size > 0) throw conflict("detach all policies first");
    if (role.inline.size > 0) throw conflict("delete policies first");
    scope.iam.roles.delete(role.name.toLowerCase());
    return undefined;
  },
  TagRole: (form, scope) => {
    const { tags } = roleOf(form, scope);
    for (const [key, value] of form.pairs("Tags")) tags.set(key, value);
    return undefined;
  },
  UntagRole: (form, scope) => {
    const { tags } = roleOf(form, scope);
    for (const key of form.list("TagKeys")) tags.delete(key);
    return undefined;
  },
  ListRoleTags: (form, scope) => ({ IsTruncated: false, Tags: tagMembers(roleOf(form, scope).tags) }),
};

const policyOperations: Record<string, QueryOperation> = {
  AttachRolePolicy: (form, scope) => {
    const role = roleOf(form, scope);
    const arn = form.need("PolicyArn");
    const managed = new RegExp(`^arn:${scope.partition}:iam::aws:policy/(.+)$`).exec(arn)?.[1];
    if (managed === undefined || !MANAGED_POLICIES.has(managed)) {
      throw new AwsError("NoSuchEntity", `Policy ${arn} does not exist or is not attachable.`, 404);
    }
    role.attached.add(arn);
    return undefined;
  },
  DetachRolePolicy: (form, scope) => {
    const arn = form.need("PolicyArn");
    if (!roleOf(form, scope).attached.delete(arn)) {
      throw new AwsError("NoSuchEntity", `Policy ${arn} was not found.`, 404);
    }
    return undefined;
  },
  ListAttachedRolePolicies: (form, scope) => ({
    IsTruncated: false,
    AttachedPolicies: {
      member: [...roleOf(form, scope).attached].map((PolicyArn) => ({
        PolicyName: PolicyArn.split("/").at(-1),
        PolicyArn,
      })),
    },
  }),
  PutRolePolicy: (form, scope) => {
    const name = checkName(form.need("PolicyName"), "policyName", 128);
    roleOf(form, scope).inline.set(name, checkDocument(form.need("PolicyDocument")));
    return undefined;
  },
  GetRolePolicy: (form, scope) => {
    const role = roleOf(form, scope);
    const name = form.need("PolicyName");
    const document = role.inline.get(name);
    if (document === undefined) {
      throw new AwsError("NoSuchEntity", `The role policy with name ${name} cannot be found.`, 404);
    }
    return { RoleName: role.name, PolicyName: name, PolicyDocument: encoded(document) };
  },
  ListRolePolicies: (form, scope) => ({
    IsTruncated: false,
    PolicyNames: { member: [...roleOf(form, scope).inline.keys()] },
  }),
  DeleteRolePolicy: (form, scope) => {
    const name = form.need("PolicyName");
    if (!roleOf(form, scope).inline.delete(name)) {
      throw new AwsError("NoSuchEntity", `The role policy with name ${name} cannot be found.`, 404);
    }
    return undefined;
  },
};

/** IAM: roles, their policies, instance profiles. What a policy allows is not enforced. */
export const iam = queryService("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/", {
  ...roleOperations,
  ...policyOperations,
  ...instanceProfileOperations,
});
