import type { Repository } from "./state";
import type { AnswerObject } from "../answers";
import { AwsError, raise } from "../errors";
import { type JsonObject, needed, text } from "../json";
import type { Scope } from "../world";

export function repositoryNamed(name: string, scope: Scope): Repository {
  const repository = scope.ecr.repositories.get(name);
  return repository ?? raise(noRepository(name, scope));
}

export function noRepository(name: string, { accountId }: Scope): AwsError {
  return new AwsError(
    "RepositoryNotFoundException",
    `The repository with name '${name}' does not exist in the registry with id '${accountId}'`,
  );
}

export function repositoryOf(input: JsonObject, scope: Scope): Repository {
  checkRegistry(input, scope);
  return repositoryNamed(needed(input, "repositoryName"), scope);
}

/** Registries in other accounts are refused, because no repository policy allows access. */
export function checkRegistry(input: JsonObject, scope: Scope): void {
  const registry = text(input, "registryId") ?? scope.accountId;
  if (registry === scope.accountId) return;
  throw new AwsError(
    "AccessDeniedException",
    `User: ${scope.arn("iam", "user/local", "")} is not authorized to perform this operation in the registry with id '${registry}'`,
  );
}

/** Everything that answers say about a repository. By its model, each answer has a part of it. */
export function describe(repository: Repository): AnswerObject {
  return {
    repositoryArn: repository.arn,
    registryId: repository.registryId,
    repositoryName: repository.name,
    repositoryUri: repository.uri,
    createdAt: repository.created,
    imageTagMutability: repository.mutability,
    imageScanningConfiguration: repository.scanning,
    encryptionConfiguration: repository.encryption,
    policyText: repository.policy,
    lifecyclePolicyText: repository.lifecyclePolicy?.text,
    lastEvaluatedAt: repository.lifecyclePolicy?.evaluated,
  };
}
