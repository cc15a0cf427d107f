import { describeSchedule } from "@pipelines/image-checks/schedule";
import { code } from "@pipelines/findings/escape";
import { isPipeline } from "./kinds";
import type { ResourceChange } from "./resource-change";
import { textAt, type Value, valueAt } from "./values";

/** Minutes that Image Builder takes for a small image: instance, build, tests, push. */
const buildMinutes = 20;

/** Builds that Terraform waits for at the same time (`-parallelism`). */
const parallelBuilds = 10;

/** How long so many builds take, of which this many wait for each other, in words. */
export function buildTime(images: number, levels = 1): string {
  return `about ${Math.max(levels, Math.ceil(images / parallelBuilds)) * buildMinutes} minutes`;
}

/** `1.0.0 → 1.0.1`, and what made it. */
export function versionText(change: ResourceChange, changed: readonly string[]): string {
  const [old, now] = [textAt(change.before, "version"), textAt(change.after, "version")];
  if (change.action === "create") return `${now === undefined ? "(known after apply)" : code(now)}, the first`;
  const versions = `${code(old ?? "?")} → ${now === undefined ? "(known after apply)" : code(now)}`;
  const parts = causes.filter(([attribute]) => changed.some((path) => path.split(/[.[]/, 1)[0] === attribute));
  const order = change.action === "delete-create" ? "; the old one is removed before the new one is there" : "";
  const why = parts.length === 0 ? "" : ` (${[...new Set(parts.map(([, words]) => words))].join(", ")})`;
  return `${versions}${why}${order}`;
}

/** What a new version comes from, by attribute. */
const causes = [
  ["data", "document"],
  ["uri", "document"],
  ["dockerfile_template_data", "Dockerfile"],
  ["dockerfile_template_uri", "Dockerfile"],
  ["parent_image", "parent image"],
  ["component", "components"],
  ["name", "name"],
  ["target_repository", "repository"],
  ["working_directory", "working directory"],
  ["instance_configuration", "build instance"],
  ["platform", "platform"],
  ["platform_override", "platform"],
  ["kms_key_id", "encryption key"],
  ["supported_os_versions", "supported operating systems"],
  ["description", "description"],
  ["change_description", "change description"],
] as const;

/** The whole schedule of a pipeline in plain words, in Markdown. */
export function scheduleText(half: Value): string {
  const words = [scheduleWords(half)];
  if (textAt(half, "schedule", 0, "pipeline_execution_start_condition") === onlyWithUpdates) {
    words.push("if a dependency has an update");
  }
  if (textAt(half, "status") === "DISABLED") words.push("once it is enabled");
  return words.join(", ");
}

/**
 * In plain words, what somebody switched off and the plan switches on again; `undefined` where that is not so. Image
 * Builder disables a pipeline whose scheduled builds failed five times in a row; a plan does not tell it from a person.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/schedule-pipeline.html
 */
export function reenabledText(drift: ResourceChange, change: ResourceChange): string | undefined {
  if (textAt(drift.after, "status") !== "DISABLED" || textAt(change.after, "status") !== "ENABLED") return undefined;
  return "was switched off, as Image Builder does after failed builds; this deploy switches it on again";
}

const onlyWithUpdates = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";

function scheduleWords(half: Value): string {
  const schedule = valueAt(half, "schedule", 0);
  if (schedule === undefined || schedule === null) return "without a schedule";
  const expression = textAt(schedule, "schedule_expression");
  if (expression === undefined) return "(known after apply)";
  const timezone = textAt(schedule, "timezone");
  // AWS gives the latter back where none was asked for.
  const zone = timezone === "" || timezone === "Etc/UTC" ? undefined : timezone;
  // The zone stands in the words, which are not code.
  if (zone !== undefined && !/^[\w+/-]{1,100}$/.test(zone)) return `${code(expression)} in ${code(zone)}`;
  const words = describeSchedule(expression, zone);
  return words === expression ? code(expression) : words;
}

/** Whether a pipeline builds something else from its next run on. */
export function buildsNewVersion(change: ResourceChange, changed: readonly string[]): boolean {
  return (
    isPipeline(change) &&
    change.action === "update" &&
    changed.some((path) => path === "container_recipe_arn" || path === "image_recipe_arn")
  );
}

export function isScheduleAttribute(path: string): boolean {
  return path === "status" || path === "schedule" || path.startsWith("schedule[") || path.startsWith("schedule.");
}
