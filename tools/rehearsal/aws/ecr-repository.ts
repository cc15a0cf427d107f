import type { Repository } from "./ecr-state";
import { AwsError } from "./errors";
import { type JsonObject, text } from "./json";
import type { Scope } from "./world";

export function repositoryNamed(name: string, scope: Scope): Repository {
  const repository = scope.ecr.repositories.get(name);
  if (repository !== undefined) return repository;
  throw new AwsError(
    "RepositoryNotFoundException",
    `The repository with name '${name}' does not exist in the registry with id '${scope.accountId}'`,
  );
}

export function repositoryOf(input: JsonObject, scope: Scope): Repository {
  return repositoryNamed(text(input, "repositoryName") ?? "", scope);
}
