import { describeSchedule } from "@pipelines/image-checks/schedule";
import { code } from "@pipelines/findings/escape";
import { attributeOf } from "./attributes";
import type { ResourceChange } from "./resource-change";
import { textAt, type Value, valueAt } from "./values";

/** Minutes that Image Builder needs for a small image: instance, build, tests, push. */
const buildMinutes = 20;

/** Number of builds that Terraform waits for at the same time (`-parallelism`). */
const parallelBuilds = 10;

/** Describes how long this many builds take if `levels` of them wait for each other. */
export function buildTime(images: number, levels = 1): string {
  return `about ${Math.max(levels, Math.ceil(images / parallelBuilds)) * buildMinutes} minutes`;
}

/** Describes a version change, such as `1.0.0 → 1.0.1`, and its causes. */
export function versionText(change: ResourceChange): string {
  const [before, after] = [textAt(change.before, "version"), textAt(change.after, "version")];
  const now = after === undefined ? "(known after apply)" : code(after);
  if (change.action === "create") return `${now}, the first`;
  const changed = change.attributes.map(({ path }) => attributeOf(path));
  const parts = Object.keys(causes).filter((cause) => causes[cause]?.some((name) => changed.includes(name)));
  const why = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  const order = change.action === "delete,create" ? "; the old one is removed before the new one exists" : "";
  return `${code(before ?? "?")} → ${now}${why}${order}`;
}

/** Causes of a new version, with the attributes that reveal each one. */
const causes: Readonly<Record<string, readonly string[]>> = {
  document: ["data", "uri"],
  Dockerfile: ["dockerfile_template_data", "dockerfile_template_uri"],
  "parent image": ["parent_image"],
  components: ["component"],
  name: ["name"],
  repository: ["target_repository"],
  "working directory": ["working_directory"],
  "build instance": ["instance_configuration"],
  platform: ["platform", "platform_override"],
  "encryption key": ["kms_key_id"],
  "supported operating systems": ["supported_os_versions"],
  description: ["description"],
  "change description": ["change_description"],
};

/** Describes a pipeline's complete schedule in plain words, in Markdown. */
export function scheduleText(half: Value): string {
  const words = [scheduleWords(half)];
  if (textAt(half, "schedule", 0, "pipeline_execution_start_condition") === onlyWithUpdates) {
    words.push("if a dependency has been updated");
  }
  if (textAt(half, "status") === "DISABLED") words.push("once it is enabled");
  return words.join(", ");
}

/**
 * Describes in plain words what the plan turns back on after someone turned it off; `undefined` if there is nothing of
 * the kind. Image Builder disables a pipeline whose scheduled builds have failed five times in a row; a plan cannot
 * tell whether Image Builder or a person disabled it.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/schedule-pipeline.html
 */
export function reenabledText(drift: ResourceChange, change: ResourceChange): string | undefined {
  if (textAt(drift.after, "status") !== "DISABLED" || textAt(change.after, "status") !== "ENABLED") return undefined;
  return "was disabled, as Image Builder does after failed builds; this deploy enables it again";
}

const onlyWithUpdates = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";

function scheduleWords(half: Value): string {
  const schedule = valueAt(half, "schedule", 0);
  if (schedule === undefined || schedule === null) return "without a schedule";
  const expression = textAt(schedule, "schedule_expression");
  if (expression === undefined) return "(known after apply)";
  const timezone = textAt(schedule, "timezone");
  // AWS returns `Etc/UTC` if no time zone was set.
  const zone = timezone === "" || timezone === "Etc/UTC" ? undefined : timezone;
  // The time zone becomes part of a sentence, without code formatting, so unusual ones are excluded here.
  if (zone !== undefined && !/^[\w+/-]{1,100}$/.test(zone)) return `${code(expression)} in ${code(zone)}`;
  const words = describeSchedule(expression, zone);
  return words === expression ? code(expression) : words;
}
