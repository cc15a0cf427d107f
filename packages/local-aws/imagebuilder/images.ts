import { AwsError } from "../errors";
import { type JsonObject, pick, text, textMap } from "../json";
import type { Scope } from "../world";
import { isRunning, partsOfBuild, startBuild } from "./builds";
import { describeConfiguration } from "./configurations";
import { describeRecipe } from "./container-recipes";
import { existing } from "./errors";
import { findImage } from "./find";
import { byVersion } from "./names";
import { buildsOf, idempotent, type Operation, paged, settingsOf, tagsOf, versionsOf } from "./operation";
import type { Image } from "./state";

function create(input: JsonObject, scope: Scope): JsonObject {
  const settings = settingsOf(input);
  const image = startBuild({ settings, parts: partsOfBuild(settings, scope), tags: textMap(input, "tags") }, scope);
  return { imageBuildVersionArn: image.arn };
}

function get(input: JsonObject, scope: Scope): JsonObject {
  const image = existing(input, "imageBuildVersionArn", (arn) => findImage(arn, scope));
  return {
    image: {
      ...common(image),
      version: `${image.version}/${image.build}`,
      ...pick(
        image.settings,
        ...["enhancedImageMetadataEnabled", "imageTestsConfiguration", "imageScanningConfiguration"],
        ...["executionRole", "workflows", "loggingConfiguration"],
      ),
      containerRecipe: describeRecipe(image.recipe, scope),
      sourcePipelineArn: image.pipeline?.arn,
      sourcePipelineName: image.pipeline?.name,
      infrastructureConfiguration: describeConfiguration(image.infrastructure),
      distributionConfiguration:
        image.distribution === undefined ? undefined : describeConfiguration(image.distribution),
    },
  };
}

function find(input: JsonObject, scope: Scope): Image {
  return existing(input, "imageBuildVersionArn", (arn) => scope.imageBuilder.images.get(arn));
}

function cancel(input: JsonObject, scope: Scope): JsonObject {
  const image = find(input, scope);
  if (!isRunning(image)) {
    throw new AwsError(
      "InvalidRequestException",
      `The image '${image.arn}' is ${image.status} and cannot be cancelled.`,
    );
  }
  image.status = "CANCELLED";
  image.ended = scope.now();
  return { imageBuildVersionArn: image.arn };
}

/** Images that were pushed remain in ECR. */
function remove(input: JsonObject, scope: Scope): JsonObject {
  const image = find(input, scope);
  if (isRunning(image)) {
    throw new AwsError("InvalidRequestException", `The image '${image.arn}' is ${image.status} and cannot be deleted.`);
  }
  scope.imageBuilder.images.delete(image.arn);
  return { imageBuildVersionArn: image.arn };
}

function common(image: Image): JsonObject {
  return {
    arn: image.arn,
    name: image.name,
    type: "DOCKER",
    platform: image.recipe.platform,
    state: { status: image.status, reason: image.reason },
    dateCreated: image.created.toISOString(),
    outputResources: { containers: image.containers },
    buildType: image.pipeline === undefined ? "USER_INITIATED" : "SCHEDULED",
    imageSource: "CUSTOM",
    tags: tagsOf(image.tags),
  };
}

export function summaryOfImage(image: Image, scope: Scope): JsonObject {
  return { ...common(image), version: `${image.version}/${image.build}`, owner: scope.accountId };
}

function sorted(scope: Scope, versionArn?: string): Image[] {
  const builds = buildsOf(versionArn, scope.imageBuilder.images.values());
  return builds.sort((a, b) => a.name.localeCompare(b.name) || byVersion(a, b));
}

export const imageOperations: Record<string, Operation> = {
  CreateImage: idempotent("CreateImage", create),
  GetImage: get,
  CancelImageCreation: idempotent("CancelImageCreation", cancel),
  DeleteImage: remove,
  ListImages: (input, scope) =>
    versionsOf(
      "imageVersionList",
      sorted(scope).map((image) => summaryOfImage(image, scope)),
      input,
    ),
  // No packages are installed here.
  ListImagePackages: (input, scope) => {
    find(input, scope);
    return paged("imagePackageList", [], input, (each) => each);
  },
  ListImageBuildVersions: (input, scope) =>
    paged("imageSummaryList", sorted(scope, text(input, "imageVersionArn")), input, (each) =>
      summaryOfImage(each, scope),
    ),
};
