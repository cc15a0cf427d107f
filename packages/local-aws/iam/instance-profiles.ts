import { AwsError } from "../errors";
import { describeRole, type InstanceProfile, tagMembers, tooManyTags } from "./state";
import { tagging } from "../tagging";
import { type JsonObject, needed, tagList, text } from "../json";
import type { QueryOperation } from "../protocols";
import type { Scope } from "../world";

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

function profileOf(input: JsonObject, scope: Scope): InstanceProfile {
  return scope.iam.profile(needed(input, "InstanceProfileName"));
}

export const instanceProfileOperations: Record<string, QueryOperation> = {
  CreateInstanceProfile: (input, scope) => {
    const name = needed(input, "InstanceProfileName");
    if (scope.iam.profiles.has(name.toLowerCase())) {
      throw new AwsError("EntityAlreadyExists", `Instance Profile ${name} already exists.`, 409);
    }
    const path = text(input, "Path") ?? "/";
    const profile: InstanceProfile = {
      name,
      path,
      arn: scope.arn("iam", `instance-profile${path}${name}`, ""),
      id: scope.iam.nextId("AIPA"),
      created: scope.now(),
      tags: tagList(input, "Tags"),
      role: undefined,
    };
    scope.iam.profiles.set(name.toLowerCase(), profile);
    return { InstanceProfile: describe(profile) };
  },
  GetInstanceProfile: (input, scope) => ({ InstanceProfile: describe(profileOf(input, scope)) }),
  ListInstanceProfiles: (_input, scope) => ({
    IsTruncated: false,
    InstanceProfiles: { member: [...scope.iam.profiles.values()].map(describe) },
  }),
  ListInstanceProfilesForRole: (input, scope) => ({
    IsTruncated: false,
    InstanceProfiles: { member: scope.iam.profilesOf(scope.iam.role(needed(input, "RoleName"))).map(describe) },
  }),
  AddRoleToInstanceProfile: (input, scope) => {
    const profile = profileOf(input, scope);
    const role = scope.iam.role(needed(input, "RoleName"));
    if (profile.role !== undefined) {
      throw new AwsError("LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", 409);
    }
    profile.role = role;
    return undefined;
  },
  RemoveRoleFromInstanceProfile: (input, scope) => {
    const profile = profileOf(input, scope);
    const role = scope.iam.role(needed(input, "RoleName"));
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
  DeleteInstanceProfile: (input, scope) => {
    const profile = profileOf(input, scope);
    if (profile.role !== undefined) {
      throw new AwsError("DeleteConflict", "Cannot delete entity, must remove roles from instance profile first.", 409);
    }
    scope.iam.profiles.delete(profile.name.toLowerCase());
    return undefined;
  },
  ...tagging({ kind: "InstanceProfile", field: "Tags", find: profileOf, tooMany: tooManyTags, answer: undefined }),
  ListInstanceProfileTags: (input, scope) => ({ IsTruncated: false, Tags: tagMembers(profileOf(input, scope).tags) }),
};
