import { checkLifecyclePolicy } from "./lifecycle-policy";
import { invalidParameter } from "./errors";
import { repositoryOf } from "./repository";
import type { Repository } from "./state";
import { AwsError } from "../errors";
import { type JsonObject, needed } from "../json";
import { isPrincipal, readPolicy } from "../policies";
import type { JsonOperation } from "../protocols";

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
  SetRepositoryPolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const policy = needed(input, "policyText");
    const refuse = () => invalidParameter("PolicyText", "Invalid repository policy provided");
    for (const { principals, actions, resources } of readPolicy(policy, refuse)) {
      if (principals === undefined || actions === undefined || resources !== undefined) throw refuse();
      if (!principals.every(([kind, value]) => isPrincipal(kind, value))) throw refuse();
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
