import { repositoryOf } from "./ecr-repository";
import type { Repository } from "./ecr-state";
import { AwsError } from "./errors";
import { type JsonObject, object, objects, parseObject, text, texts } from "./json";
import type { JsonOperation } from "./protocols";

export const policyOperations: Record<string, JsonOperation> = {
  PutLifecyclePolicy: (input, scope) => {
    const repository = repositoryOf(input, scope);
    repository.lifecyclePolicy = {
      text: checkLifecyclePolicy(text(input, "lifecyclePolicyText") ?? ""),
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
    repository.policy = text(input, "policyText");
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

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
function checkLifecyclePolicy(policy: string): string {
  const invalid = (why: string) =>
    new AwsError(
      "InvalidParameterException",
      `Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: ${why}'`,
    );
  let rules: JsonObject[];
  try {
    rules = objects(parseObject(Buffer.from(policy)), "rules");
  } catch {
    throw invalid("string is not valid JSON");
  }
  if (rules.length === 0) throw invalid('object has missing required properties (["rules"])');
  const priorities = new Set(rules.map((rule) => rule["rulePriority"]));
  if (priorities.size < rules.length) throw invalid("rulePriority must be unique");
  for (const rule of rules) {
    const selection = object(rule, "selection");
    if (selection === undefined || object(rule, "action") === undefined) {
      throw invalid('object has missing required properties (["action","selection"])');
    }
    const status = text(selection, "tagStatus") ?? "";
    if (!["tagged", "untagged", "any"].includes(status)) throw invalid("tagStatus must be tagged, untagged or any");
    const names = ["tagPrefixList", "tagPatternList"].some((key) => texts(selection, key).length > 0);
    if ((status === "tagged") !== names) throw invalid("tagPrefixList or tagPatternList goes with tagStatus tagged");
  }
  return policy;
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
