import { alreadyExists, deleteConflict, limitExceeded, malformed, noSuchEntity, tooManyTags } from "./errors";
import { encoded, newEntity } from "./entities";
import type { ManagedPolicy, PolicyVersion } from "./state";
import { raise } from "../errors";
import { tagging, unlessEmpty } from "../tagging";
import { flag, type JsonObject, needed, text } from "../json";
import { checkIdentityPolicy } from "../policies";
import type { Operations } from "../protocols";
import type { Scope } from "../world";

function policyOf(input: JsonObject, scope: Scope): ManagedPolicy {
  return scope.iam.policy(needed(input, "PolicyArn"));
}

function newVersion(id: string, input: JsonObject, scope: Scope): PolicyVersion {
  const document = needed(input, "PolicyDocument");
  checkIdentityPolicy(document, malformed);
  if (document.replace(/\s/g, "").length > 6144) throw limitExceeded("Cannot exceed quota for PolicySize: 6144");
  return { id, document, created: scope.now() };
}

function describe(policy: ManagedPolicy, scope: Scope) {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.default,
    AttachmentCount: [...scope.iam.roles.values()].filter((role) => role.attached.has(policy.arn)).length,
    IsAttachable: true,
    Description: policy.description,
    CreateDate: policy.created,
    UpdateDate: policy.created,
    Tags: unlessEmpty(policy.tags),
  };
}

function describeVersion({ id, created }: PolicyVersion, policy: ManagedPolicy) {
  return { VersionId: id, IsDefaultVersion: id === policy.default, CreateDate: created };
}

function versionOf(input: JsonObject, scope: Scope): PolicyVersion {
  const id = needed(input, "VersionId");
  const version = policyOf(input, scope).versions.get(id);
  return version ?? raise(noSuchEntity(`Policy version ${id} does not exist.`));
}

/** Managed policies in the account. */
export const managedPolicyOperations: Operations = {
  CreatePolicy: (input, scope) => {
    const name = needed(input, "PolicyName");
    // Two names must differ in more than case, even if their paths differ.
    const own = scope.arn("iam", "policy/", "");
    const taken = [...scope.iam.policies.values()].some(
      (each) => each.arn.startsWith(own) && each.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) throw alreadyExists(`A policy called ${name}`);
    const policy: ManagedPolicy = {
      ...newEntity("policy", "ANPA", name, input, scope),
      description: text(input, "Description"),
      default: "v1",
      versions: new Map([["v1", newVersion("v1", input, scope)]]),
    };
    scope.iam.policies.set(policy.arn, policy);
    return { Policy: describe(policy, scope) };
  },
  GetPolicy: (input, scope) => ({ Policy: describe(policyOf(input, scope), scope) }),
  ListPolicyVersions: (input, scope) => {
    const policy = policyOf(input, scope);
    const versions = [...policy.versions.values()].map((version) => describeVersion(version, policy));
    return { IsTruncated: false, Versions: versions };
  },
  GetPolicyVersion: (input, scope) => {
    const version = versionOf(input, scope);
    const described = describeVersion(version, policyOf(input, scope));
    return { PolicyVersion: { ...described, Document: encoded(version.document) } };
  },
  CreatePolicyVersion: (input, scope) => {
    const policy = policyOf(input, scope);
    if (policy.versions.size >= 5) throw limitExceeded("A managed policy can have up to 5 versions.");
    const last = Math.max(0, ...[...policy.versions.keys()].map((id) => Number(id.slice(1))));
    const version = newVersion(`v${last + 1}`, input, scope);
    policy.versions.set(version.id, version);
    if (flag(input, "SetAsDefault") === true) policy.default = version.id;
    return { PolicyVersion: describeVersion(version, policy) };
  },
  DeletePolicyVersion: (input, scope) => {
    const policy = policyOf(input, scope);
    const { id } = versionOf(input, scope);
    if (id === policy.default) throw deleteConflict("Cannot delete the default version of a policy.");
    policy.versions.delete(id);
  },
  DeletePolicy: (input, scope) => {
    const { arn, versions } = policyOf(input, scope);
    if ([...scope.iam.roles.values()].some((role) => role.attached.has(arn) || role.boundary === arn)) {
      throw deleteConflict("Cannot delete a policy attached to entities.");
    }
    if (versions.size > 1) {
      throw deleteConflict("This policy has more than one version. Delete all non-default versions.");
    }
    scope.iam.policies.delete(arn);
  },
  ...tagging({ kind: "Policy", field: "Tags", find: policyOf, tooMany: tooManyTags }),
};
