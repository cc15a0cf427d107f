import { expiredImages } from "./expiry";
import { checkLifecyclePolicy } from "./lifecycle-policy";
import { invalidParameter } from "./errors";
import { repositoryOf } from "./repository";
import type { Repository } from "./state";
import { AwsError } from "../errors";
import { type JsonObject, needed, object, text } from "../json";
import { isPrincipal, readPolicy } from "../policies";
import type { JsonOperation } from "../protocols";
import type { Scope } from "../world";

export const policyOperations: Record<string, JsonOperation> = {
  PutLifecyclePolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    repository.lifecyclePolicy = {
      text: checkLifecyclePolicy(needed(input, "lifecyclePolicyText")),
      evaluated: scope.now(),
    };
    return describeLifecyclePolicy(repository, repository.lifecyclePolicy.text);
  },
  GetLifecyclePolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const policy = lifecyclePolicyOf(repository);
    const lastEvaluatedAt = Math.floor(policy.evaluated.getTime() / 1000);
    return { ...describeLifecyclePolicy(repository, policy.text), lastEvaluatedAt };
  },
  DeleteLifecyclePolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const policy = lifecyclePolicyOf(repository);
    repository.lifecyclePolicy = undefined;
    return describeLifecyclePolicy(repository, policy.text);
  },
  StartLifecyclePolicyPreview: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const policy = checkLifecyclePolicy(text(input, "lifecyclePolicyText") ?? lifecyclePolicyOf(repository).text);
    const images = [...repository.images.values()];
    const previewResults = expiredImages(policy, images, scope.now()).map(({ digest, tags, pushed }) => ({
      imageDigest: digest,
      imageTags: [...tags],
      imagePushedAt: Math.floor(pushed.getTime() / 1000),
      action: { type: "EXPIRE" },
    }));
    const summary = { expiringImageTotalCount: previewResults.length };
    repository.preview = { ...describeLifecyclePolicy(repository, policy), previewResults, summary };
    return { ...describeLifecyclePolicy(repository, policy), status: "IN_PROGRESS" };
  },
  GetLifecyclePolicyPreview: (input, scope) => {
    const { name, preview } = repositoryOf(input, scope);
    if (preview !== undefined) return { ...preview, status: "COMPLETE" };
    throw new AwsError(
      "LifecyclePolicyPreviewNotFoundException",
      `Lifecycle policy preview does not exist for the repository with name '${name}' in the registry with id '${scope.accountId}'`,
    );
  },
  SetRepositoryPolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const policy = needed(input, "policyText");
    const refuse = () => invalidParameter("PolicyText", "Invalid repository policy provided");
    for (const { principals, actions, resources } of readPolicy(policy, refuse)) {
      if (principals === undefined || actions === undefined || resources !== undefined) throw refuse();
      if (!principals.every(([kind, value]) => isPrincipal(kind, value, scope))) throw refuse();
      if (!actions.every((action) => /^(\*|ecr:[A-Za-z*?]+)$/i.test(action))) throw refuse();
    }
    repository.policy = policy;
    return describePolicy(repository);
  },
  GetRepositoryPolicy: (input, scope) => describePolicy(repositoryOf(input, scope)),
  DeleteRepositoryPolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const described = describePolicy(repository);
    repository.policy = undefined;
    return described;
  },
};

/** Operations on the policy of the whole registry: one per account and region. */
export const registryPolicyOperations: Record<string, JsonOperation> = {
  PutRegistryPolicy: (input, scope) => {
    const policyText = needed(input, "policyText");
    const refuse = () => invalidParameter("PolicyText", "Invalid registry policy provided");
    for (const { principals, actions, resources } of readPolicy(policyText, refuse)) {
      if (principals === undefined || actions === undefined || resources === undefined) throw refuse();
      if (!principals.every(([kind, value]) => isPrincipal(kind, value, scope))) throw refuse();
    }
    scope.ecr.policy = policyText;
    return { registryId: scope.accountId, policyText };
  },
  GetRegistryPolicy: (_input, scope) => ({ registryId: scope.accountId, policyText: registryPolicy(scope) }),
  DeleteRegistryPolicy: (_input, scope) => {
    const policyText = registryPolicy(scope);
    scope.ecr.policy = undefined;
    return { registryId: scope.accountId, policyText };
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

function registryPolicy(scope: Scope): string {
  if (scope.ecr.policy !== undefined) return scope.ecr.policy;
  throw new AwsError(
    "RegistryPolicyNotFoundException",
    `Registry policy does not exist in the registry with id '${scope.accountId}'`,
  );
}

function lifecyclePolicyOf(repository: Repository) {
  if (repository.lifecyclePolicy !== undefined) return repository.lifecyclePolicy;
  throw new AwsError(
    "LifecyclePolicyNotFoundException",
    `Lifecycle policy does not exist for the repository with name '${repository.name}' in the registry with id '${repository.registryId}'`,
  );
}

function describeLifecyclePolicy({ name, registryId }: Repository, lifecyclePolicyText: string): JsonObject {
  return { registryId, repositoryName: name, lifecyclePolicyText };
}

function describePolicy({ name, registryId, policy }: Repository): JsonObject {
  if (policy !== undefined) return { registryId, repositoryName: name, policyText: policy };
  throw new AwsError(
    "RepositoryPolicyNotFoundException",
    `Repository policy does not exist for the repository with name '${name}' in the registry with id '${registryId}'`,
  );
}
