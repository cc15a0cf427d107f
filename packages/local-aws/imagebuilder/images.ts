import type { AnswerObject } from "../answers";
import { type JsonObject, textMap } from "../json";
import type { Operations } from "../protocols";
import type { Scope } from "../world";
import { isRunning, partsOfBuild, startBuild } from "./builds";
import { invalidRequest } from "./errors";
import { describeOwned, existing, idempotent, operationsOn, paged, settingsOf } from "./resources";
import type { Image } from "./state";

function find(input: JsonObject, scope: Scope): Image {
  return existing(input, "imageBuildVersionArn", (arn) => scope.imageBuilder.images.get(arn));
}

export function describeImage(image: Image, scope: Scope): AnswerObject {
  const { recipe, infrastructure, distribution, pipeline, status, reason, version, build } = image;
  return {
    ...describeOwned(image, scope),
    version: `${version}/${build}`,
    type: "DOCKER",
    platform: recipe.settings["platform"],
    state: { status, reason },
    outputResources: { containers: image.containers },
    buildType: pipeline === undefined ? "USER_INITIATED" : "SCHEDULED",
    imageSource: "CUSTOM",
    containerRecipe: describeOwned(recipe, scope),
    sourcePipelineArn: pipeline?.arn,
    sourcePipelineName: pipeline?.name,
    infrastructureConfiguration: describeOwned(infrastructure, scope),
    distributionConfiguration: distribution && describeOwned(distribution, scope),
  };
}

export const imageOperations: Operations = {
  ...operationsOn({
    type: "Image",
    all: (scope) => scope.imageBuilder.images,
    describe: describeImage,
    // Images that were pushed remain in ECR.
    isUsed: (image) => {
      if (!isRunning(image)) return false;
      throw invalidRequest(`The image '${image.arn}' is ${image.status} and cannot be deleted.`);
    },
  }),
  CreateImage: idempotent("CreateImage", (input, scope) => {
    const settings = settingsOf(input);
    const image = startBuild({ settings, parts: partsOfBuild(settings, scope), tags: textMap(input, "tags") }, scope);
    return { imageBuildVersionArn: image.arn };
  }),
  CancelImageCreation: idempotent("CancelImageCreation", (input, scope) => {
    const image = find(input, scope);
    if (!isRunning(image)) throw invalidRequest(`The image '${image.arn}' is ${image.status} and cannot be cancelled.`);
    image.status = "CANCELLED";
    image.ended = scope.now();
    return { imageBuildVersionArn: image.arn };
  }),
  // No packages are installed here.
  ListImagePackages: (input, scope) => {
    find(input, scope);
    return paged("imagePackageList", [], input);
  },
};
