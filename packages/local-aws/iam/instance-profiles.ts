import { alreadyExists, deleteConflict, limitExceeded, noSuchEntity, tooManyTags } from "./errors";
import { describeRole, newEntity } from "./entities";
import type { InstanceProfile } from "./state";
import { tagging, unlessEmpty } from "../tagging";
import { type JsonObject, needed } from "../json";
import type { Operations } from "../protocols";
import type { Scope } from "../world";

function describe(profile: InstanceProfile) {
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: profile.arn,
    CreateDate: profile.created,
    Roles: profile.role === undefined ? [] : [describeRole(profile.role)],
    Tags: unlessEmpty(profile.tags),
  };
}

function profileOf(input: JsonObject, scope: Scope): InstanceProfile {
  return scope.iam.profile(needed(input, "InstanceProfileName"));
}

function listed(profiles: Iterable<InstanceProfile>) {
  return { IsTruncated: false, InstanceProfiles: [...profiles].map(describe) };
}

export const instanceProfileOperations: Operations = {
  CreateInstanceProfile: (input, scope) => {
    const name = needed(input, "InstanceProfileName");
    if (scope.iam.profiles.has(name.toLowerCase())) throw alreadyExists(`Instance Profile ${name}`);
    const profile = { ...newEntity("instance-profile", "AIPA", name, input, scope), role: undefined };
    scope.iam.profiles.set(name.toLowerCase(), profile);
    return { InstanceProfile: describe(profile) };
  },
  GetInstanceProfile: (input, scope) => ({ InstanceProfile: describe(profileOf(input, scope)) }),
  ListInstanceProfiles: (_input, scope) => listed(scope.iam.profiles.values()),
  ListInstanceProfilesForRole: (input, scope) =>
    listed(scope.iam.profilesOf(scope.iam.role(needed(input, "RoleName")))),
  AddRoleToInstanceProfile: (input, scope) => {
    const profile = profileOf(input, scope);
    const role = scope.iam.role(needed(input, "RoleName"));
    if (profile.role !== undefined) {
      throw limitExceeded("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
    }
    profile.role = role;
  },
  RemoveRoleFromInstanceProfile: (input, scope) => {
    const profile = profileOf(input, scope);
    const role = scope.iam.role(needed(input, "RoleName"));
    if (profile.role !== role) {
      throw noSuchEntity(`Role with name ${role.name} is not in instance profile ${profile.name}.`);
    }
    profile.role = undefined;
  },
  DeleteInstanceProfile: (input, scope) => {
    const profile = profileOf(input, scope);
    if (profile.role !== undefined) {
      throw deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
    }
    scope.iam.profiles.delete(profile.name.toLowerCase());
  },
  ...tagging({ kind: "InstanceProfile", field: "Tags", find: profileOf, tooMany: tooManyTags }),
};
