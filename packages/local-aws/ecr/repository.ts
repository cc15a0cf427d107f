import type { Repository } from "./state";
import { AwsError } from "../errors";
import { type JsonObject, text } from "../json";
import type { Scope } from "../world";

export function repositoryNamed(name: string, scope: Scope): Repository {
  const repository = scope.ecr.repositories.get(name);
  if (repository !== undefined) return repository;
  throw new AwsError(
    "RepositoryNotFoundException",
    `The repository with name '${name}' does not exist in the registry with id '${scope.accountId}'`,
  );
}

export function repositoryOf(input: JsonObject, scope: Scope): Repository {
  checkRegistry(input, scope);
  return repositoryNamed(text(input, "repositoryName") ?? "", scope);
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
