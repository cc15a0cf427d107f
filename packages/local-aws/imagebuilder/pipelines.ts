import { nextRuns } from "@pipelines/image-checks/schedule";
import { type JsonObject, object, omit, text, textMap } from "../json";
import type { Scope, World } from "../world";
import { partsOfBuild, startBuild, tests } from "./builds";
import { describeConfiguration } from "./configurations";
import { alreadyExists, existing } from "./errors";
import { summaryOfImage } from "./images";
import { arnOf } from "./names";
import { endDryRun, idempotent, type Operation, paged, settingsOf } from "./operation";
import { checkSchedule } from "./schedule";
import type { ContainerRecipe, Pipeline } from "./state";

function check(settings: JsonObject, scope: Scope): ContainerRecipe {
  const { recipe } = partsOfBuild(settings, scope);
  checkSchedule(object(settings, "schedule") ?? {});
  return recipe;
}

/** Fields that the service adds to a request. */
function complete(settings: JsonObject): JsonObject {
  const schedule = object(settings, "schedule");
  const defaults = {
    pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    timezone: "Etc/UTC",
  };
  return {
    status: "ENABLED",
    enhancedImageMetadataEnabled: true,
    ...settings,
    imageTestsConfiguration: { ...tests, ...object(settings, "imageTestsConfiguration") },
    schedule: schedule === undefined ? undefined : { ...defaults, ...schedule },
  };
}

function find(input: JsonObject, scope: Scope): Pipeline {
  return existing(input, "imagePipelineArn", (arn) => scope.imageBuilder.pipelines.get(arn));
}

function create(input: JsonObject, scope: Scope): JsonObject {
  const name = text(input, "name") ?? "";
  const arn = arnOf(scope, "image-pipeline", name);
  if (scope.imageBuilder.pipelines.has(arn)) throw alreadyExists("ImagePipeline", arn);
  const settings = settingsOf(input);
  const { platform } = check(settings, scope);
  endDryRun(input);
  const created = scope.now();
  scope.imageBuilder.pipelines.set(arn, {
    arn,
    name,
    settings: complete(settings),
    platform,
    created,
    updated: created,
    lastRun: undefined,
    lastStatus: undefined,
    failures: 0,
    tags: textMap(input, "tags"),
  });
  return { imagePipelineArn: arn };
}

/** Replaces all settings: anything that the request omits is removed. */
function update(input: JsonObject, scope: Scope): JsonObject {
  const pipeline = find(input, scope);
  const settings = omit(settingsOf(input), "imagePipelineArn");
  check(settings, scope);
  pipeline.settings = complete(settings);
  pipeline.updated = scope.now();
  pipeline.failures = 0;
  return { imagePipelineArn: pipeline.arn };
}

function start(input: JsonObject, scope: Scope): JsonObject {
  const pipeline = find(input, scope);
  const { settings } = pipeline;
  const tags = new Map([...textMap(settings, "imageTags"), ...textMap(input, "tags")]);
  const image = startBuild({ settings, parts: partsOfBuild(settings, scope), pipeline, tags }, scope);
  pipeline.lastRun = scope.now();
  return { imageBuildVersionArn: image.arn };
}

function describe(pipeline: Pipeline, scope: Scope): JsonObject {
  const { platform, lastRun, lastStatus, failures } = pipeline;
  return {
    ...describeConfiguration(pipeline),
    platform,
    dateLastRun: lastRun?.toISOString(),
    dateNextRun: nextRun(pipeline, new Date(Math.max(scope.now().getTime(), Date.now())))?.toISOString(),
    lastRunStatus: lastStatus,
    consecutiveFailures: failures,
  };
}

/** Starts every run that has become due since the last read. */
export function advanceSchedules(world: World): void {
  for (const scope of world.scopes()) {
    for (const pipeline of scope.imageBuilder.pipelines.values()) {
      const { settings, created, updated, lastRun } = pipeline;
      let from = new Date(Math.max(...[created, updated, lastRun].map((time) => time?.getTime() ?? 0)));
      for (let at = nextRun(pipeline, from); at !== undefined && at <= scope.now(); at = nextRun(pipeline, from)) {
        startBuild({ settings, parts: partsOfBuild(settings, scope), pipeline, tags: new Map(), at }, scope);
        pipeline.lastRun = from = at;
      }
    }
  }
}

/** When the schedule next runs; undefined if there is no schedule or the pipeline is disabled. */
function nextRun({ settings }: Pipeline, from: Date): Date | undefined {
  const schedule = object(settings, "schedule");
  const expression = schedule && text(schedule, "scheduleExpression");
  if (schedule === undefined || expression === undefined || text(settings, "status") === "DISABLED") return undefined;
  return nextRuns(expression, { from, count: 1, timezone: text(schedule, "timezone") })[0];
}

export const pipelineOperations: Record<string, Operation> = {
  CreateImagePipeline: idempotent("CreateImagePipeline", create),
  GetImagePipeline: (input, scope) => ({ imagePipeline: describe(find(input, scope), scope) }),
  UpdateImagePipeline: idempotent("UpdateImagePipeline", update),
  DeleteImagePipeline: (input, scope) => {
    const { arn } = find(input, scope);
    scope.imageBuilder.pipelines.delete(arn);
    return { imagePipelineArn: arn };
  },
  ListImagePipelines: (input, scope) =>
    paged("imagePipelineList", [...scope.imageBuilder.pipelines.values()], input, (one) => describe(one, scope)),
  ListImagePipelineImages: (input, scope) => {
    const pipeline = find(input, scope);
    const images = [...scope.imageBuilder.images.values()].filter((image) => image.pipeline?.arn === pipeline.arn);
    return paged("imageSummaryList", images, input, (image) => summaryOfImage(image, scope));
  },
  StartImagePipelineExecution: idempotent("StartImagePipelineExecution", start),
};
