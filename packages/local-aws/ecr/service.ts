import { imageOperations } from "./images";
import { layerOperations } from "./layers";
import type { Repository } from "./state";
import { policyOperations, registryPolicyOperations } from "./policies";
import { AwsError, NotImplementedHere } from "../errors";
import { flag, type JsonObject, needed, object, objects, tagList, text, texts } from "../json";
import model from "./model.json";
import { paged } from "../paging";
import { awsJson, type Operations, serviceOf } from "../protocols";
import { checkRegistry, describe, repositoryNamed, repositoryOf } from "./repository";
import { invalidParameter, pages } from "./errors";
import { tagging } from "../tagging";
import type { Scope } from "../world";

const tooManyTags = new AwsError(
  "TooManyTagsException",
  "The list of tags on the repository is over the limit. The maximum number of tags that can be applied to a repository is 50.",
);

function checkMutability(value: string): string {
  if (value === "MUTABLE" || value === "IMMUTABLE") return value;
  throw new NotImplementedHere("a repository", [`imageTagMutability ${value}`]);
}

const repositoryOperations: Operations = {
  CreateRepository: (input, scope) => {
    checkRegistry(input, scope);
    const name = needed(input, "repositoryName");
    const mutability = checkMutability(text(input, "imageTagMutability") ?? "MUTABLE");
    if (scope.ecr.repositories.has(name)) {
      throw new AwsError(
        "RepositoryAlreadyExistsException",
        `The repository with name '${name}' already exists in the registry with id '${scope.accountId}'`,
      );
    }
    const suffix = scope.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    const repository: Repository = {
      name,
      arn: scope.arn("ecr", `repository/${name}`),
      uri: `${scope.accountId}.dkr.ecr.${scope.region}.${suffix}/${name}`,
      registryId: scope.accountId,
      created: scope.now(),
      encryption: encryptionOf(input, scope),
      mutability,
      scanning: { scanOnPush: flag(input, "imageScanningConfiguration", "scanOnPush") ?? false },
      lifecyclePolicy: undefined,
      policy: undefined,
      tags: tagList(input, "tags"),
      images: new Map(),
      scanned: new Set(),
      layers: new Map(),
      uploads: new Map(),
    };
    scope.ecr.repositories.set(name, repository);
    return { repository: describe(repository) };
  },
  DescribeRepositories: (input, scope) => {
    checkRegistry(input, scope);
    const names = texts(input, "repositoryNames");
    const found =
      names.length > 0 ? names.map((name) => repositoryNamed(name, scope)) : [...scope.ecr.repositories.values()];
    return paged("repositories", found, input, pages, describe);
  },
  DeleteRepository: (input, scope) => {
    const repository = repositoryOf(input, scope);
    if (repository.images.size > 0 && flag(input, "force") !== true) {
      throw new AwsError(
        "RepositoryNotEmptyException",
        `The repository with name '${repository.name}' in registry with id '${scope.accountId}' cannot be deleted because it still contains images`,
      );
    }
    scope.ecr.repositories.delete(repository.name);
    return { repository: describe(repository) };
  },
  PutImageTagMutability: (input, scope) => {
    const repository = repositoryOf(input, scope);
    repository.mutability = checkMutability(needed(input, "imageTagMutability"));
    return describe(repository);
  },
  PutImageScanningConfiguration: (input, scope) => {
    const repository = repositoryOf(input, scope);
    repository.scanning = object(input, "imageScanningConfiguration") ?? {};
    return describe(repository);
  },
};

/** KMS encryption without a key uses the account's own ECR key. */
function encryptionOf(input: JsonObject, scope: Scope): JsonObject {
  const given = object(input, "encryptionConfiguration") ?? { encryptionType: "AES256" };
  if (text(given, "encryptionType") === "AES256") return given;
  return { kmsKey: scope.arn("kms", "key/00000000-0000-4000-8000-000000000001"), ...given };
}

/** A setting for the whole registry, one per account and region. */
const registryOperations: Operations = {
  GetRegistryScanningConfiguration: (_input, scope) => ({
    registryId: scope.accountId,
    scanningConfiguration: scope.ecr.scanning,
  }),
  PutRegistryScanningConfiguration: (input, scope) => {
    const scanType = text(input, "scanType") ?? "BASIC";
    const rules = objects(input, "rules");
    const frequencies = scanType === "BASIC" ? ["SCAN_ON_PUSH", "MANUAL"] : ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"];
    const wrong = rules.map((rule) => needed(rule, "scanFrequency")).find((each) => !frequencies.includes(each));
    if (wrong !== undefined) {
      throw new AwsError("ValidationException", `${wrong} is not a scan frequency of scan type ${scanType}`);
    }
    scope.ecr.scanning = { scanType, rules };
    return { registryScanningConfiguration: scope.ecr.scanning };
  },
};

function taggedRepository(input: JsonObject, scope: Scope): Repository {
  const arn = needed(input, "resourceArn");
  const repository = [...scope.ecr.repositories.values()].find((each) => each.arn === arn);
  return repository ?? repositoryNamed(arn, scope);
}

const operations = {
  ...repositoryOperations,
  ...registryOperations,
  ...policyOperations,
  ...registryPolicyOperations,
  ...tagging({ field: "tags", find: taggedRepository, tooMany: tooManyTags }),
  ...imageOperations,
  ...layerOperations,
};

/** ECR: repositories and their contents. */
export const ecr = serviceOf("ecr", model, operations, awsJson, ({ path, constraint, kind }) => {
  if (kind === "too many tags") return tooManyTags;
  const error = invalidParameter(path, constraint.replace(/^Member /, ""));
  return kind === "tag" ? new AwsError("InvalidTagParameterException", error.message) : error;
});
