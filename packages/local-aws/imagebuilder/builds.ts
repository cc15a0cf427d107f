import { AwsError, raise } from "../errors";
import { flag, type JsonObject, needed, number, object, text } from "../json";
import type { Scope, World } from "../world";
import { logTo, parentLayers, push, writeLog } from "./build-output";
import { invalidCombination, invalidValue } from "./errors";
import { arnOf, newest } from "./names";
import { buildsOf, nextBuild } from "./resources";
import { checkWorkflows } from "./workflow-resources";
import type { Image, ImageStatus, Owned, Pipeline, Versioned } from "./state";

/** Defaults for a build. */
export const tests = { imageTestsEnabled: true, timeoutMinutes: 720 };

/** The resources that a build uses. */
export interface BuildParts {
  readonly recipe: Versioned;
  readonly infrastructure: Owned;
  readonly distribution: Owned | undefined;
}

/** Throws if anything that a pipeline (or an image) refers to does not exist. */
export function partsOfBuild(settings: JsonObject, scope: Scope): BuildParts {
  const recipeArn = text(settings, "containerRecipeArn");
  if ((recipeArn === undefined) === (text(settings, "imageRecipeArn") === undefined)) {
    throw invalidCombination("Exactly one of 'containerRecipeArn' and 'imageRecipeArn' must be given.");
  }
  const find = <T>(field: string, find: (arn: string) => T | undefined) => {
    const arn = text(settings, field);
    if (arn === undefined) return undefined;
    return find(arn) ?? raise(invalidValue(field, `The resource '${arn}' does not exist.`));
  };
  const { imageBuilder } = scope;
  const recipe = find("containerRecipeArn", (arn) => newest(arn, imageBuilder.recipes));
  const infrastructure = find("infrastructureConfigurationArn", (arn) => imageBuilder.infrastructures.get(arn));
  const distribution = find("distributionConfigurationArn", (arn) => imageBuilder.distributions.get(arn));
  // Image recipes, which build AMIs, are not implemented.
  if (recipe === undefined || infrastructure === undefined) {
    throw invalidValue("imageRecipeArn", `The resource '${needed(settings, "imageRecipeArn")}' does not exist.`);
  }
  if (settings["workflows"] !== undefined && settings["executionRole"] === undefined) {
    throw invalidCombination("An execution role must be given where workflows are.");
  }
  checkWorkflows(settings, scope);
  checkScanning(settings, scope);
  return { recipe, infrastructure, distribution };
}

/** https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_EcrConfiguration.html */
function checkScanning(settings: JsonObject, scope: Scope): void {
  const name = text(settings, "imageScanningConfiguration", "ecrConfiguration", "repositoryName");
  if (name === undefined || scope.ecr.repositories.has(name)) return;
  throw invalidValue(
    "imageScanningConfiguration.ecrConfiguration.repositoryName",
    `The repository '${name}' does not exist.`,
  );
}

interface Build {
  readonly settings: JsonObject;
  readonly parts: BuildParts;
  readonly pipeline?: Pipeline;
  readonly tags: Map<string, string>;
  /** When the build starts; in the past if nothing has been read since then. @default now */
  readonly at?: Date;
}

/** Starts the next build of the recipe version. */
export function startBuild({ settings, parts, pipeline, tags, at }: Build, scope: Scope): Image {
  const { recipe, infrastructure, distribution } = parts;
  const version = arnOf(scope, "image", recipe.name, recipe.version);
  const build = nextBuild(buildsOf(version, scope.imageBuilder.images.values()));
  const image: Image = {
    arn: `${version}/${build}`,
    name: recipe.name,
    version: recipe.version,
    build,
    created: at ?? scope.now(),
    tags,
    settings: {
      enhancedImageMetadataEnabled: true,
      ...settings,
      imageTestsConfiguration: { ...tests, ...object(settings, "imageTestsConfiguration") },
    },
    recipe,
    // Copies: later changes do not affect a running build.
    infrastructure: { ...infrastructure },
    distribution: distribution === undefined ? undefined : { ...distribution },
    pipeline: pipeline === undefined ? undefined : { ...pipeline },
    status: "PENDING",
    parentLayers: [],
    containers: [],
  };
  scope.imageBuilder.images.set(image.arn, image);
  return image;
}

/** The point at which each status starts, as a share of a build's duration. */
const timeline: readonly (readonly [ImageStatus, number])[] = [
  ["BUILDING", 0.05],
  ["TESTING", 0.6],
  ["DISTRIBUTING", 0.8],
  ["AVAILABLE", 1],
];

const running: readonly ImageStatus[] = ["PENDING", "BUILDING", "TESTING", "DISTRIBUTING"];

export function isRunning({ status }: Image): boolean {
  return running.includes(status);
}

/** Brings every build up to date with the clock. Called before every read, so that no timers are needed. */
export function advanceBuilds(world: World): void {
  const now = world.clock.now().getTime();
  for (const scope of world.scopes()) {
    for (const image of scope.imageBuilder.images.values()) {
      if (!isRunning(image)) continue;
      const share = (now - image.created.getTime()) / (world.builds.minutes * 60_000);
      for (const [status, begins] of timeline) {
        if (share < begins || !isRunning(image) || !comesAfter(status, image.status)) continue;
        if (status === "TESTING" && !testsEnabled(image)) continue;
        enter(status, image, scope, begins);
      }
    }
  }
}

function comesAfter(status: ImageStatus, current: ImageStatus): boolean {
  const order: readonly ImageStatus[] = [...running, "AVAILABLE"];
  return order.indexOf(status) > order.indexOf(current);
}

export function testsEnabled(image: Image): boolean {
  return flag(image.settings, "imageTestsConfiguration", "imageTestsEnabled") !== false;
}

const lines: Partial<Record<ImageStatus, readonly string[]>> = {
  BUILDING: ["Launching the build instance", "Running the build and validate phases of the components"],
  TESTING: ["The components are applied", "Running the test phases of the components"],
  DISTRIBUTING: ["Pushing the image"],
};

/** @param share of the build's duration at which it happened; may be in the past */
function enter(status: ImageStatus, image: Image, scope: Scope, share: number): void {
  const moment = (of: number) => new Date(image.created.getTime() + of * scope.world.builds.minutes * 60_000);
  const at = moment(share);
  image.status = status;
  if (status === "BUILDING") {
    try {
      image.parentLayers = parentLayers(image, scope);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      end("FAILED", image, scope, moment(0.599), error.message);
      return;
    }
  }
  if (status === "TESTING" || status === "DISTRIBUTING") {
    const failure = failureOf(image, scope);
    if (failure !== undefined) {
      // The build fails while the components are applied, just before the next step would become visible.
      end("FAILED", image, scope, moment(0.599), failure);
      return;
    }
  }
  for (const line of lines[status] ?? []) logTo(image, scope, at, line);
  if (status !== "AVAILABLE") return;
  try {
    image.containers = push(image, scope);
    end("AVAILABLE", image, scope, at, "The image is available.");
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    end("FAILED", image, scope, moment(0.95), `Image distribution failed: ${error.message}`);
  }
}

function end(status: ImageStatus, image: Image, scope: Scope, at: Date, line: string): void {
  image.status = status;
  image.ended = at;
  if (status === "FAILED") image.reason = line;
  writeLog(image, scope, line);
  logTo(image, scope, at, line);
  scope.world.deliver(imageEvent(image.arn, status), scope, at);
  // The build keeps a copy of the pipeline as it was at the start.
  const pipeline = image.pipeline && scope.imageBuilder.pipelines.get(image.pipeline.arn);
  if (pipeline === undefined) return;
  pipeline.lastStatus = status;
  pipeline.failures = status === "FAILED" ? (pipeline.failures ?? 0) + 1 : 0;
}

function failureOf(image: Image, scope: Scope): string | undefined {
  const { infrastructure, recipe } = image;
  const planned = scope.world.builds.failure(recipe.name);
  if (planned !== undefined) return planned;
  const profile = scope.iam.profiles.get(needed(infrastructure.settings, "instanceProfileName").toLowerCase());
  if (profile?.role === undefined) return "The instance profile is not there any more, or has no role.";
  const metadata = object(infrastructure.settings, "instanceMetadataOptions") ?? {};
  // From inside a container, the metadata service is one hop further away.
  if (text(metadata, "httpTokens") === "required" && (number(metadata, "httpPutResponseHopLimit") ?? 2) < 2) {
    return "The container cannot reach the instance metadata service: with required tokens it needs a hop limit of 2 or more.";
  }
  return undefined;
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/integ-eventbridge.html#integ-eb-event-summary */
function imageEvent(arn: string, status: string): JsonObject {
  return {
    source: "aws.imagebuilder",
    "detail-type": "EC2 Image Builder Image State Change",
    resources: [arn],
    detail: { state: { status } },
  };
}
