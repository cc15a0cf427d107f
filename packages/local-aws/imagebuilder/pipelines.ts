import { nextRuns } from "@pipelines/image-checks/schedule";
import { type JsonObject, object, text, textMap } from "../json";
import type { Operations } from "../protocols";
import { isSchedule, isTimeZone } from "../schedules";
import type { Scope, World } from "../world";
import { partsOfBuild, startBuild, tests } from "./builds";
import { invalidValue } from "./errors";
import { describeImage } from "./images";
import { existing, idempotent, operationsOn, paged } from "./resources";
import type { Pipeline } from "./state";

function complete(settings: JsonObject, scope: Scope): JsonObject {
  const { recipe } = partsOfBuild(settings, scope);
  const schedule = object(settings, "schedule");
  const { scheduleExpression: expression, timezone } = { ...schedule } as Record<string, string | undefined>;
  if (expression !== undefined && !isSchedule(expression)) {
    throw invalidValue("schedule.scheduleExpression", `The schedule expression '${expression}' is not valid.`);
  }
  if (timezone !== undefined && !isTimeZone(timezone)) {
    throw invalidValue("schedule.timezone", `The time zone '${timezone}' is not valid.`);
  }
  const defaults = {
    pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    timezone: "Etc/UTC",
  };
  return {
    status: "ENABLED",
    enhancedImageMetadataEnabled: true,
    platform: recipe.settings["platform"],
    ...settings,
    imageTestsConfiguration: { ...tests, ...object(settings, "imageTestsConfiguration") },
    schedule: schedule === undefined ? undefined : { ...defaults, ...schedule },
  };
}

function find(input: JsonObject, scope: Scope): Pipeline {
  return existing(input, "imagePipelineArn", (arn) => scope.imageBuilder.pipelines.get(arn));
}

/** Starts a pipeline's next build. */
export function run(pipeline: Pipeline, scope: Scope, tags = new Map<string, string>(), at = scope.now()) {
  const { settings } = pipeline;
  const image = startBuild({ settings, parts: partsOfBuild(settings, scope), pipeline, tags, at }, scope);
  pipeline.lastRun = at;
  return image;
}

/** Starts every run that has become due since the last read. */
export function advanceSchedules(world: World): void {
  for (const scope of world.scopes()) {
    for (const pipeline of scope.imageBuilder.pipelines.values()) {
      const { created, updated, lastRun } = pipeline;
      let from = new Date(Math.max(...[created, updated ?? created, lastRun ?? created].map(Number)));
      for (let at = nextRun(pipeline, from); at !== undefined && at <= scope.now(); at = nextRun(pipeline, from)) {
        run(pipeline, scope, new Map(), at);
        from = at;
      }
    }
  }
}

/** When the schedule next runs; undefined if there is no schedule or the pipeline is disabled. */
function nextRun({ settings }: Pipeline, from: Date): Date | undefined {
  const expression = text(settings, "schedule", "scheduleExpression");
  if (expression === undefined || text(settings, "status") === "DISABLED") return undefined;
  return nextRuns(expression, { from, count: 1, timezone: text(settings, "schedule", "timezone") })[0];
}

export const pipelineOperations: Operations = {
  ...operationsOn({
    type: "ImagePipeline",
    all: (scope) => scope.imageBuilder.pipelines,
    complete,
    changed: (pipeline) => {
      pipeline.failures = 0;
    },
    describe: (pipeline, scope) => ({
      dateUpdated: pipeline.updated ?? pipeline.created,
      dateLastRun: pipeline.lastRun,
      dateNextRun: nextRun(pipeline, new Date(Math.max(scope.now().getTime(), Date.now()))),
      lastRunStatus: pipeline.lastStatus,
      consecutiveFailures: pipeline.failures ?? 0,
    }),
  }),
  ListImagePipelineImages: (input, scope) => {
    const pipeline = find(input, scope);
    const images = [...scope.imageBuilder.images.values()].filter((image) => image.pipeline?.arn === pipeline.arn);
    return paged("imageSummaryList", images, input, (image) => describeImage(image, scope));
  },
  StartImagePipelineExecution: idempotent("StartImagePipelineExecution", (input, scope) => {
    const pipeline = find(input, scope);
    const tags = new Map([...textMap(pipeline.settings, "imageTags"), ...textMap(input, "tags")]);
    return { imageBuildVersionArn: run(pipeline, scope, tags).arn };
  }),
};
