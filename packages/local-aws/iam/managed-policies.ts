import { AwsError } from "../errors";
import { encoded, type ManagedPolicy, type PolicyVersion, tagMembers, tooManyTags } from "./state";
import { tagging } from "../tagging";
import { flag, type JsonObject, needed, tagList, text } from "../json";
import { checkIdentityPolicy } from "../policies";
import type { QueryOperation } from "../protocols";
import type { Scope } from "../world";

function policyOf(input: JsonObject, scope: Scope): ManagedPolicy {
  return scope.iam.policy(needed(input, "PolicyArn"));
}

function documentOf(input: JsonObject): string {
  const document = needed(input, "PolicyDocument");
  checkIdentityPolicy(document, (why) => new AwsError("MalformedPolicyDocument", why));
  if (document.replace(/\s/g, "").length > 6144) {
    throw new AwsError("LimitExceeded", "Cannot exceed quota for PolicySize: 6144", 409);
  }
  return document;
}

function describe(policy: ManagedPolicy, scope: Scope) {
  const attached = [...scope.iam.roles.values()].filter((role) => role.attached.has(policy.arn)).length;
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.default,
    AttachmentCount: attached,
    IsAttachable: true,
    Description: policy.description,
    CreateDate: policy.created.toISOString(),
    UpdateDate: policy.created.toISOString(),
    Tags: policy.tags.size === 0 ? undefined : tagMembers(policy.tags),
  };
}

function describeVersion({ id, created }: PolicyVersion, policy: ManagedPolicy) {
  return { VersionId: id, IsDefaultVersion: id === policy.default, CreateDate: created.toISOString() };
}

function versionOf(input: JsonObject, scope: Scope): PolicyVersion {
  const id = needed(input, "VersionId");
  const version = policyOf(input, scope).versions.get(id);
  if (version === undefined) throw new AwsError("NoSuchEntity", `Policy version ${id} does not exist.`, 404);
  return version;
}

/** Managed policies in the account. */
export const managedPolicyOperations: Record<string, QueryOperation> = {
  CreatePolicy: (input, scope) => {
    const name = needed(input, "PolicyName");
    const path = text(input, "Path") ?? "/";
    const arn = scope.arn("iam", `policy${path}${name}`, "");
    // Two names must differ in more than case, even if their paths differ.
    const own = scope.arn("iam", "policy/", "");
    const taken = [...scope.iam.policies.values()].some(
      (each) => each.arn.startsWith(own) && each.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) {
      throw new AwsError("EntityAlreadyExists", `A policy called ${name} already exists.`, 409);
    }
    const created = scope.now();
    const policy: ManagedPolicy = {
      name,
      path,
      arn,
      id: scope.iam.nextId("ANPA"),
      created,
      description: text(input, "Description"),
      default: "v1",
      versions: new Map([["v1", { id: "v1", document: documentOf(input), created }]]),
      tags: tagList(input, "Tags"),
    };
    scope.iam.policies.set(arn, policy);
    return { Policy: describe(policy, scope) };
  },
  GetPolicy: (input, scope) => ({ Policy: describe(policyOf(input, scope), scope) }),
  ListPolicyVersions: (input, scope) => {
    const policy = policyOf(input, scope);
    const versions = [...policy.versions.values()].map((version) => describeVersion(version, policy));
    return { IsTruncated: false, Versions: { member: versions } };
  },
  GetPolicyVersion: (input, scope) => {
    const version = versionOf(input, scope);
    return {
      PolicyVersion: { ...describeVersion(version, policyOf(input, scope)), Document: encoded(version.document) },
    };
  },
  CreatePolicyVersion: (input, scope) => {
    const policy = policyOf(input, scope);
    if (policy.versions.size >= 5) {
      throw new AwsError("LimitExceeded", "A managed policy can have up to 5 versions.", 409);
    }
    const last =
      [...policy.versions.keys()]
        .map((id) => Number(id.slice(1)))
        .sort((a, b) => a - b)
        .at(-1) ?? 0;
    const version = { id: `v${last + 1}`, document: documentOf(input), created: scope.now() };
    policy.versions.set(version.id, version);
    if (flag(input, "SetAsDefault") === true) policy.default = version.id;
    return { PolicyVersion: describeVersion(version, policy) };
  },
  DeletePolicyVersion: (input, scope) => {
    const policy = policyOf(input, scope);
    const { id } = versionOf(input, scope);
    if (id === policy.default)
      throw new AwsError("DeleteConflict", "Cannot delete the default version of a policy.", 409);
    policy.versions.delete(id);
    return undefined;
  },
  DeletePolicy: (input, scope) => {
    const policy = policyOf(input, scope);
    const holders = [...scope.iam.roles.values()].filter(
      (role) => role.attached.has(policy.arn) || role.boundary === policy.arn,
    );
    if (holders.length > 0) throw new AwsError("DeleteConflict", "Cannot delete a policy attached to entities.", 409);
    if (policy.versions.size > 1) {
      throw new AwsError(
        "DeleteConflict",
        "This policy has more than one version. Delete all non-default versions.",
        409,
      );
    }
    scope.iam.policies.delete(policy.arn);
    return undefined;
  },
  ...tagging({ kind: "Policy", field: "Tags", find: policyOf, tooMany: tooManyTags, answer: undefined }),
};
