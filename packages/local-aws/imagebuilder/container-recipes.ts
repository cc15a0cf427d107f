import { mostComponents } from "@pipelines/facts/limits";
import { foldName } from "@pipelines/facts/names";
import { type JsonObject, object, objects, omit, pick, shown, text, textMap, texts } from "../json";
import type { Scope } from "../world";
import { checkVersion } from "./components";
import { checkDockerfile, textOrUri } from "./documents";
import { alreadyExists, existing, hasDependents, invalidCombination, invalidValue } from "./errors";
import { findComponent, findImage, findRecipe } from "./find";
import { arnOf, isAccount, matchesVersion, partsOf } from "./names";
import { endDryRun, idempotent, type Operation, ownOnes, paged, settingsOf, tagsOf } from "./operation";
import type { ContainerRecipe } from "./state";

/** `1.0.x` becomes the first unused patch number. */
function concreteVersion(wanted: string, name: string, scope: Scope): string {
  const taken = [...scope.imageBuilder.recipes.values()]
    .filter((each) => foldName(each.name) === foldName(name) && matchesVersion(wanted, each.version))
    .map((each) => each.version.split(".").map(Number));
  const parts = wanted.split(".");
  const wildcard = parts.indexOf("x");
  return parts
    .map((part, i) => {
      if (part !== "x") return part;
      if (i > wildcard) return "0";
      return String(Math.max(-1, ...taken.map((version) => version[i] ?? 0)) + 1);
    })
    .join(".");
}

function checkComponents(input: JsonObject, scope: Scope): string[] {
  const used = objects(input, "components");
  if (used.length > mostComponents)
    throw invalidValue("components", `A recipe has at most ${mostComponents} components.`);
  const names = new Set<string>();
  for (const [i, each] of used.entries()) {
    const arn = text(each, "componentArn") ?? "";
    const { owner, name } = partsOf(arn);
    if (names.has(`${owner}/${name}`)) throw invalidValue("components", `The component '${arn}' is there twice.`);
    names.add(`${owner}/${name}`);
    // Resources owned by Amazon are not known here, and neither are their parameters.
    if (!isAccount(owner) || scope.world.existing.has(arn)) continue;
    const component = findComponent(arn, scope);
    if (component === undefined)
      throw invalidValue(`components[${i}].componentArn`, `The component '${arn}' does not exist.`);
    const given = objects(each, "parameters");
    for (const parameter of component.parameters) {
      const isGiven = given.some((one) => one["name"] === parameter["name"]);
      if (parameter["defaultValue"] === undefined && !isGiven) {
        throw invalidValue(
          `components[${i}].parameters`,
          `The parameter '${shown(parameter["name"])}' has no default and must be given.`,
        );
      }
    }
    for (const one of given) {
      const known = component.parameters.some((parameter) => parameter["name"] === one["name"]);
      if (!known || texts(one, "value").length !== 1) {
        throw invalidValue(
          `components[${i}].parameters`,
          `The parameter '${shown(one["name"])}' is not one of '${arn}', or has not one value.`,
        );
      }
    }
  }
  return used.map((each) => text(each, "componentArn") ?? "");
}

/**
 * An Image Builder image has a platform; for an image in ECR, it must be set. An image on Docker Hub is assumed to be
 * for Linux.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/imagebuilder/container_recipe_test.go
 */
function platformOf(input: JsonObject, scope: Scope): string {
  const parent = text(input, "parentImage") ?? "";
  const override = text(input, "platformOverride");
  if (!/^arn:aws[^:]*:imagebuilder:/.test(parent)) {
    if (override === undefined && /(^|\.)ecr\./.test(parent)) {
      throw invalidValue(
        "platformOverride",
        "You must specify a platform override when using ECR Public Repositories as your parent image.",
      );
    }
    if (override === "Windows" && text(input, "imageOsVersionOverride") === undefined) {
      throw invalidValue(
        "imageOsVersionOverride",
        "A Windows parent image that is not an Image Builder image needs an OS version override.",
      );
    }
    return override ?? "Linux";
  }
  if (override !== undefined) {
    throw invalidCombination("'platformOverride' cannot be given where the parent image is an Image Builder image.");
  }
  if (!isAccount(partsOf(parent).owner) || scope.world.existing.has(parent))
    return /windows/.test(parent) ? "Windows" : "Linux";
  const image = findImage(parent, scope);
  if (image === undefined) throw invalidValue("parentImage", `The image '${parent}' does not exist.`);
  return image.recipe.platform;
}

function create(input: JsonObject, scope: Scope): JsonObject {
  const name = text(input, "name") ?? "";
  const version = concreteVersion(text(input, "semanticVersion") ?? "", name, scope);
  checkVersion(version);
  const arn = arnOf(scope, "container-recipe", name, version);
  if (scope.imageBuilder.recipes.has(arn)) throw alreadyExists("ContainerRecipe", arn);
  const components = checkComponents(input, scope);
  const platform = platformOf(input, scope);
  const dockerfile = textOrUri(input, "dockerfileTemplateData", "dockerfileTemplateUri", scope);
  checkDockerfile(dockerfile, components.length > 0);
  const repository = text(object(input, "targetRepository") ?? {}, "repositoryName") ?? "";
  if (!scope.ecr.repositories.has(repository)) {
    throw invalidValue(
      "targetRepository.repositoryName",
      `The ECR repository '${repository}' does not exist in ${scope.region}.`,
    );
  }
  endDryRun(input);
  const settings = settingsOf(input);
  const tags = textMap(input, "tags");
  scope.imageBuilder.recipes.set(arn, {
    arn,
    name,
    version,
    settings,
    components,
    platform,
    dockerfile,
    created: scope.now(),
    tags,
  });
  return { containerRecipeArn: arn };
}

function get(input: JsonObject, scope: Scope): JsonObject {
  const recipe = existing(input, "containerRecipeArn", (arn) => findRecipe(arn, scope));
  return { containerRecipe: describeRecipe(recipe, scope) };
}

function remove(input: JsonObject, scope: Scope): JsonObject {
  const recipe = existing(input, "containerRecipeArn", (arn) => scope.imageBuilder.recipes.get(arn));
  const { arn } = recipe;
  for (const { settings } of scope.imageBuilder.pipelines.values()) {
    if (findRecipe(text(settings, "containerRecipeArn") ?? "", scope) === recipe) throw hasDependents(arn);
  }
  scope.imageBuilder.recipes.delete(arn);
  return { containerRecipeArn: arn };
}

export function describeRecipe(recipe: ContainerRecipe, scope: Scope): JsonObject {
  const settings = omit(recipe.settings, "dockerfileTemplateUri", "platformOverride", "imageOsVersionOverride");
  return {
    ...settings,
    arn: recipe.arn,
    name: recipe.name,
    version: recipe.version,
    platform: recipe.platform,
    owner: scope.accountId,
    dockerfileTemplateData: recipe.dockerfile,
    encrypted: true,
    dateCreated: recipe.created.toISOString(),
    tags: tagsOf(recipe.tags),
  };
}

export const containerRecipeOperations: Record<string, Operation> = {
  CreateContainerRecipe: idempotent("CreateContainerRecipe", create),
  GetContainerRecipe: get,
  DeleteContainerRecipe: remove,
  ListContainerRecipes: (input, scope) => {
    const own = ownOnes(input, [...scope.imageBuilder.recipes.values()]);
    return paged("containerRecipeSummaryList", own, input, (recipe) =>
      pick(
        describeRecipe(recipe, scope),
        ...["arn", "containerType", "name", "platform", "owner", "parentImage", "dateCreated", "tags"],
      ),
    );
  },
};
