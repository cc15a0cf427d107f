import { expiredImages } from "./expiry";
import { checkLifecyclePolicy } from "./lifecycle-policy";
import { invalidParameter, refused } from "./errors";
import { describe, repositoryOf } from "./repository";
import type { Repository } from "./state";
import { AwsError, raise } from "../errors";
import { type JsonObject, needed, object, text } from "../json";
import { isPrincipal, readPolicy } from "../policies";
import type { Operations } from "../protocols";
import type { Scope } from "../world";

/** A repository's policy, or the registry's, which alone names resources. */
function policyIn(input: JsonObject, kind: "repository" | "registry", scope: Scope): string {
  const policy = needed(input, "policyText");
  const refuse = () => invalidParameter("PolicyText", `Invalid ${kind} policy provided`);
  for (const { principals, actions, resources } of readPolicy(policy, refuse)) {
    if (principals === undefined || actions === undefined) throw refuse();
    if ((resources === undefined) !== (kind === "repository")) throw refuse();
    if (!principals.every(([type, value]) => isPrincipal(type, value, scope))) throw refuse();
    if (kind === "repository" && !actions.every((action) => /^(\*|ecr:[A-Za-z*?]+)$/i.test(action))) throw refuse();
  }
  return policy;
}

function withPolicy(input: JsonObject, scope: Scope): Repository {
  const repository = repositoryOf(input, scope);
  if (repository.policy !== undefined) return repository;
  throw refused("RepositoryPolicyNotFoundException", "Repository policy does not exist for", repository);
}

function withLifecyclePolicy(input: JsonObject, scope: Scope): Repository {
  const repository = repositoryOf(input, scope);
  if (repository.lifecyclePolicy !== undefined) return repository;
  throw refused("LifecyclePolicyNotFoundException", "Lifecycle policy does not exist for", repository);
}

export const policyOperations: Operations = {
  PutLifecyclePolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const policy = checkLifecyclePolicy(needed(input, "lifecyclePolicyText"));
    repository.lifecyclePolicy = { text: policy, evaluated: scope.now() };
    return describe(repository);
  },
  GetLifecyclePolicy: (input, scope) => describe(withLifecyclePolicy(input, scope)),
  DeleteLifecyclePolicy: (input, scope) => {
    const repository = withLifecyclePolicy(input, scope);
    const described = describe(repository);
    repository.lifecyclePolicy = undefined;
    return described;
  },
  StartLifecyclePolicyPreview: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const given = text(input, "lifecyclePolicyText") ?? withLifecyclePolicy(input, scope).lifecyclePolicy?.text ?? "";
    const images = [...repository.images.values()];
    const results = expiredImages(checkLifecyclePolicy(given), images, scope.now()).map(({ digest, tags, pushed }) => ({
      ...{ imageDigest: digest, imageTags: tags, imagePushedAt: pushed },
      action: { type: "EXPIRE" },
    }));
    const summary = { expiringImageTotalCount: results.length };
    const described = { ...describe(repository), lifecyclePolicyText: given };
    repository.preview = { ...described, previewResults: results, summary, status: "COMPLETE" };
    return { ...described, status: "IN_PROGRESS" };
  },
  GetLifecyclePolicyPreview: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const absent = "Lifecycle policy preview does not exist for";
    return repository.preview ?? raise(refused("LifecyclePolicyPreviewNotFoundException", absent, repository));
  },
  SetRepositoryPolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    repository.policy = policyIn(input, "repository", scope);
    return describe(repository);
  },
  GetRepositoryPolicy: (input, scope) => describe(withPolicy(input, scope)),
  DeleteRepositoryPolicy: (input, scope) => {
    const repository = withPolicy(input, scope);
    const described = describe(repository);
    repository.policy = undefined;
    return described;
  },
};

/** Operations on the policy of the whole registry: one per account and region. */
export const registryPolicyOperations: Operations = {
  PutRegistryPolicy: (input, scope) => {
    scope.ecr.policy = policyIn(input, "registry", scope);
    return registryPolicy(scope);
  },
  GetRegistryPolicy: (_input, scope) => registryPolicy(scope),
  DeleteRegistryPolicy: (_input, scope) => {
    const described = registryPolicy(scope);
    scope.ecr.policy = undefined;
    return described;
  },
  DescribeRegistry: (_input, scope) => ({
    registryId: scope.accountId,
    replicationConfiguration: scope.ecr.replication,
  }),
  // The local AWS does not replicate anything.
  PutReplicationConfiguration: (input, scope) => {
    scope.ecr.replication = object(input, "replicationConfiguration") ?? {};
    return { replicationConfiguration: scope.ecr.replication };
  },
};

function registryPolicy({ accountId, ecr: { policy: policyText } }: Scope) {
  if (policyText !== undefined) return { registryId: accountId, policyText };
  const absent = `Registry policy does not exist in the registry with id '${accountId}'`;
  throw new AwsError("RegistryPolicyNotFoundException", absent);
}
