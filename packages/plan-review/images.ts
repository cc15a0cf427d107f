import { describeSchedule } from "@pipelines/image-checks/schedule";
import { code } from "@pipelines/findings/escape";
import { type AttributeChange, attributeOf } from "./attributes";
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
export function versionText(change: ResourceChange, attributes: readonly AttributeChange[]): string {
  const [old = "`?`", now = "(known after apply)"] = [change.before, change.after].map((half) => {
    const version = textAt(half, "version");
    return version === undefined ? undefined : code(version);
  });
  if (change.action === "create") return `${now}, the first`;
  const changed = new Set(attributes.map(({ path }) => attributeOf(path)));
  const parts = Object.entries(causes).flatMap(([words, names]) =>
    names.some((name) => changed.has(name)) ? words : [],
  );
  const why = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  const order = change.action === "delete-create" ? "; the old one is removed before the new one is there" : "";
  return `${old} → ${now}${why}${order}`;
}

/** What a new version comes from, with the attributes that show it. */
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
 * In plain words, what somebody switched off and the plan switches on again; `undefined` if there is nothing like
 * that. Image Builder disables a pipeline whose scheduled builds failed five times in a row; a plan cannot tell that
 * apart from a person who disabled it.
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
