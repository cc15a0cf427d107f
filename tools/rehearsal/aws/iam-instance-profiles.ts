import { AwsError } from "./errors";
import { describeRole, type InstanceProfile, tagMembers } from "./iam-state";
import type { Form, QueryOperation } from "./protocols";
import type { Scope } from "./world";

function describe(profile: InstanceProfile) {
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: profile.arn,
    CreateDate: profile.created.toISOString(),
    Roles: { member: profile.role === undefined ? [] : [describeRole(profile.role)] },
    Tags: profile.tags.size === 0 ? undefined : tagMembers(profile.tags),
  };
}

function profileOf(form: Form, scope: Scope): InstanceProfile {
  return scope.iam.profile(form.need("InstanceProfileName"));
}

export const instanceProfileOperations: Record<string, QueryOperation> = {
  CreateInstanceProfile: (form, scope) => {
    const name = form.need("InstanceProfileName");
    if (!/^[\w+=,.@-]{1,128}$/.test(name)) {
      throw new AwsError(
        "ValidationError",
        "The specified value for instanceProfileName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
      );
    }
    if (scope.iam.profiles.has(name.toLowerCase())) {
      throw new AwsError("EntityAlreadyExists", `Instance Profile ${name} already exists.`, 409);
    }
    const path = form.get("Path") ?? "/";
    const profile: InstanceProfile = {
      name,
      path,
      arn: scope.arn("iam", `instance-profile${path}${name}`, ""),
      id: scope.iam.nextId("AIPA"),
      created: scope.now(),
      tags: form.pairs("Tags"),
      role: undefined,
    };
    scope.iam.profiles.set(name.toLowerCase(), profile);
    return { InstanceProfile: describe(profile) };
  },
  GetInstanceProfile: (form, scope) => ({ InstanceProfile: describe(profileOf(form, scope)) }),
  ListInstanceProfiles: (_form, scope) => ({
    IsTruncated: false,
    InstanceProfiles: { member: [...scope.iam.profiles.values()].map(describe) },
  }),
  ListInstanceProfilesForRole: (form, scope) => ({
    IsTruncated: false,
    InstanceProfiles: { member: scope.iam.profilesOf(scope.iam.role(form.need("RoleName"))).map(describe) },
  }),
  AddRoleToInstanceProfile: (form, scope) => {
    const profile = profileOf(form, scope);
    const role = scope.iam.role(form.need("RoleName"));
    if (profile.role !== undefined) {
      throw new AwsError("LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", 409);
    }
    profile.role = role;
    return undefined;
  },
  RemoveRoleFromInstanceProfile: (form, scope) => {
    const profile = profileOf(form, scope);
    const role = scope.iam.role(form.need("RoleName"));
    if (profile.role !== role) {
      throw new AwsError(
        "NoSuchEntity",
        `Role with name ${role.name} is not in instance profile ${profile.name}.`,
        404,
      );
    }
    profile.role = undefined;
    return undefined;
  },
  DeleteInstanceProfile: (form, scope) => {
    const profile = profileOf(form, scope);
    if (profile.role !== undefined) {
      throw new AwsError("DeleteConflict", "Cannot delete entity, must remove roles from instance profile first.", 409);
    }
    scope.iam.profiles.delete(profile.name.toLowerCase());
    return undefined;
  },
  TagInstanceProfile: (form, scope) => {
    const { tags } = profileOf(form, scope);
    for (const [key, value] of form.pairs("Tags")) tags.set(key, value);
    return undefined;
  },
  UntagInstanceProfile: (form, scope) => {
    const { tags } = profileOf(form, scope);
    for (const key of form.list("TagKeys")) tags.delete(key);
    return undefined;
  },
  ListInstanceProfileTags: (form, scope) => ({ IsTruncated: false, Tags: tagMembers(profileOf(form, scope).tags) }),
};
