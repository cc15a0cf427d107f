import { mostComponents } from "@pipelines/facts/limits";
import { type JsonObject, needed, objects, shown, text, texts } from "../json";
import type { Scope } from "../world";
import { checkVersion } from "./components";
import { checkDockerfile, textOrUri } from "./documents";
import { alreadyExists, invalidCombination, invalidValue } from "./errors";
import { isAccount, matchesVersion, newest, partsOf } from "./names";
import { buildsOf, newOwned, operationsOn, settingsOf } from "./resources";

/** `1.0.x` becomes the first unused patch number. */
function concreteVersion(wanted: string, arn: string, scope: Scope): string {
  const taken = buildsOf(arn, scope.imageBuilder.recipes.values())
    .filter(({ version }) => matchesVersion(wanted, version))
    .map(({ version }) => version.split(".").map(Number));
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

function checkComponents(used: readonly JsonObject[], scope: Scope): void {
  if (used.length > mostComponents)
    throw invalidValue("components", `A recipe has at most ${mostComponents} components.`);
  const names = new Set<string>();
  for (const [i, each] of used.entries()) {
    const arn = needed(each, "componentArn");
    const { owner, name } = partsOf(arn);
    if (names.has(`${owner}/${name}`)) throw invalidValue("components", `The component '${arn}' is there twice.`);
    names.add(`${owner}/${name}`);
    // Resources owned by Amazon are not known here, and neither are their parameters.
    if (!isAccount(owner) || scope.world.existing.has(arn)) continue;
    const component = newest(arn, scope.imageBuilder.components);
    if (component === undefined)
      throw invalidValue(`components[${i}].componentArn`, `The component '${arn}' does not exist.`);
    const refuse = (why: string) => invalidValue(`components[${i}].parameters`, why);
    const given = objects(each, "parameters");
    const parameters = objects(component.settings, "parameters");
    const missing = parameters.find(
      ({ name, defaultValue }) => defaultValue === undefined && !given.some((one) => one["name"] === name),
    );
    if (missing !== undefined) {
      throw refuse(`The parameter '${shown(missing["name"])}' has no default and must be given.`);
    }
    const wrong = given.find(
      (one) => !parameters.some(({ name }) => name === one["name"]) || texts(one, "value").length !== 1,
    );
    if (wrong !== undefined) {
      throw refuse(`The parameter '${shown(wrong["name"])}' is not one of '${arn}', or has not one value.`);
    }
  }
}

/**
 * An Image Builder image has a platform; for an image in ECR, it must be set. An image on Docker Hub is assumed to be
 * for Linux.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/imagebuilder/container_recipe_test.go
 */
function platformOf(input: JsonObject, scope: Scope) {
  const parent = needed(input, "parentImage");
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
  const image = newest(parent, scope.imageBuilder.images);
  if (image === undefined) throw invalidValue("parentImage", `The image '${parent}' does not exist.`);
  return image.recipe.settings["platform"];
}

export const containerRecipeOperations = operationsOn({
  type: "ContainerRecipe",
  all: (scope) => scope.imageBuilder.recipes,
  make: (input, scope) => {
    const unversioned = newOwned("ContainerRecipe", input, settingsOf(input), scope);
    const version = concreteVersion(needed(input, "semanticVersion"), unversioned.arn, scope);
    checkVersion(version);
    const arn = `${unversioned.arn}/${version}`;
    if (scope.imageBuilder.recipes.has(arn)) throw alreadyExists("ContainerRecipe", arn);
    const components = objects(input, "components");
    checkComponents(components, scope);
    const platform = platformOf(input, scope);
    const dockerfileTemplateData = textOrUri(input, "dockerfileTemplateData", "dockerfileTemplateUri", scope);
    checkDockerfile(dockerfileTemplateData, components.length > 0);
    const repository = needed(input, "targetRepository", "repositoryName");
    if (!scope.ecr.repositories.has(repository)) {
      throw invalidValue(
        "targetRepository.repositoryName",
        `The ECR repository '${repository}' does not exist in ${scope.region}.`,
      );
    }
    const settings = { ...unversioned.settings, platform, dockerfileTemplateData, encrypted: true };
    return { ...unversioned, arn, version, settings };
  },
  isUsed: (recipe, { imageBuilder }) =>
    [...imageBuilder.pipelines.values()].some(
      ({ settings }) => newest(needed(settings, "containerRecipeArn"), imageBuilder.recipes) === recipe,
    ),
});
