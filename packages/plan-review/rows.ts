import { type AttributeChange, onlyTags } from "./attributes";
import { cell } from "./cell";
import { code } from "@pipelines/findings/escape";
import { approvalRows } from "./gate";
import { buildsNewVersion, buildTime, isScheduleAttribute, scheduleText, versionText } from "./images";
import { isBuild, isPipeline, isVersioned } from "./kinds";
import type { PlanContext } from "./plan-context";
import { isReplacement, type ResourceChange } from "./resource-change";
import type { Meaning, Row } from "./row";
import { subject } from "./subject";

/** Resources that say who may do what. */
function isAboutAccess({ type }: ResourceChange): boolean {
  return /^aws_iam_|_ownership_controls$|_public_access_block$|(?<!lifecycle)_policy$/.test(type);
}

/** What a change means: one row or several, the gravest first; none where nothing happens. */
export function rowsOf(change: ResourceChange, attributes: readonly AttributeChange[], plan: PlanContext): Row[] {
  const about = subject(change);
  const row = (meaning: Meaning, message: string): Row => ({ meaning, subject: about, message });
  const approvals = approvalRows(change, plan);
  const ordinary = change.deposed ? [] : ordinaryRows(change, attributes, row);
  // A row that says no more than the graver one above it is left out.
  const rest = approvals.length === 0 ? ordinary : ordinary.filter(({ meaning }) => !plain.includes(meaning));
  return [...approvals, ...rest, ...stateRows(change, row)];
}

/** Meanings that say no more than what happens. */
const plain: readonly Meaning[] = ["access", "deleted", "replaced", "created", "updated", "tags"];

type MakeRow = (meaning: Meaning, message: string) => Row;

function ordinaryRows(change: ResourceChange, attributes: readonly AttributeChange[], row: MakeRow): Row[] {
  const paths = attributes.map(({ path }) => path);
  const { action } = change;
  if (["no-op", "read", "forget", "unheard-of"].includes(action)) return [];
  if (action === "update" && onlyTags(attributes)) return [row("tags", attributesText(attributes))];
  if (isPipeline(change)) return pipelineRows(change, attributes, row);
  if (isBuild(change)) return buildRows(change, row);
  if (isVersioned(change) && action !== "update" && action !== "delete") {
    return [row("version", versionText(change, paths))];
  }
  if (isAboutAccess(change)) return [row("access", actionText(change, attributes))];
  if (action === "update" && /^aws_imagebuilder_/.test(change.type))
    return [row("pipeline", attributesText(attributes))];
  return [row(plainMeaning(change), actionText(change, attributes))];
}

function pipelineRows(change: ResourceChange, attributes: readonly AttributeChange[], row: MakeRow): Row[] {
  const { action, before, after } = change;
  if (action === "create") return [row("new", `its pipeline builds it ${scheduleText(after)}`)];
  if (action === "delete") return [row("removed", "nothing builds this image any more")];
  const rows: Row[] = [];
  const [old, now] = [scheduleText(before), scheduleText(after)];
  if (old !== now) rows.push(row("schedule", `${old} → **${now}**`));
  const others = attributes.filter(({ path }) => !isScheduleAttribute(path) || old === now);
  if (isReplacement(change))
    rows.push(row("replaced", `${attributesText(attributes)}; its history of builds begins anew`));
  else if (
    buildsNewVersion(
      change,
      attributes.map(({ path }) => path),
    )
  ) {
    const rest = others.filter(({ path }) => !path.endsWith("_recipe_arn"));
    const besides = rest.length === 0 ? "" : `; ${attributesText(rest)}`;
    rows.push(row("pipeline", `builds the new version from its next run on: ${now}${besides}`));
  } else if (others.length > 0) {
    rows.push(row("pipeline", attributesText(others)));
  }
  return rows;
}

function buildRows(change: ResourceChange, row: MakeRow): Row[] {
  if (change.action === "create") return [row("built", `built by this deploy for the first time, ${buildTime(1)}`)];
  if (isReplacement(change)) return [row("rebuilt", `built by this deploy, ${buildTime(1)}`)];
  return change.action === "delete"
    ? [row("deleted", "the record of the build; what was pushed to ECR stays")]
    : [row("updated", "the record of the build, nothing is built")];
}

function stateRows(change: ResourceChange, row: MakeRow): Row[] {
  const rows: Row[] = [];
  const { previousAddress, address, importing, action } = change;
  if (previousAddress !== undefined && previousAddress !== address) {
    rows.push(row("state", `moved from ${code(previousAddress)}`));
  }
  if (importing !== undefined) {
    rows.push(row("state", `taken over into this state${importing === "" ? "" : ` as ${code(importing)}`}`));
  }
  if (action === "forget") rows.push(row("state", "left as it is; Terraform will no longer look after it"));
  return rows;
}

function plainMeaning({ action }: ResourceChange): Meaning {
  if (action === "create") return "created";
  if (action === "delete") return "deleted";
  return action === "update" ? "updated" : "replaced";
}

/** The action with what it changes. */
function actionText(change: ResourceChange, attributes: readonly AttributeChange[]): string {
  switch (change.action) {
    case "create":
      return "created";
    case "delete":
      return "deleted";
    case "delete-create":
      return `replaced, destroyed before it is created anew; ${reasonText(change, attributes)}`;
    case "create-delete":
      return `replaced, created anew before it is destroyed; ${reasonText(change, attributes)}`;
    default:
      return attributesText(attributes);
  }
}

function reasonText({ reason, replacePaths }: ResourceChange, attributes: readonly AttributeChange[]): string {
  if (reason === "replace_because_tainted") return "it was left half-made by an earlier apply";
  if (reason === "replace_by_request") return "asked for by `-replace`";
  const forcing = attributes.filter(({ path }) => replacePaths.includes(path));
  return attributesText(forcing.length > 0 ? forcing : attributes);
}

/** How many attributes a row names before it only counts. */
const namedAttributes = 4;

/** Longest value, in Markdown, that stands in the table itself. */
const shortValue = 50;

function attributesText(attributes: readonly AttributeChange[]): string {
  const [only, ...others] = attributes;
  if (only === undefined) return "no attribute that is shown";
  if (others.length === 0) {
    const [before, after] = [cell(only.before), cell(only.after)];
    if (before.length <= shortValue && after.length <= shortValue) {
      return `${code(only.path, 60)}: ${before === "" ? "nothing" : before} → ${after === "" ? "nothing" : after}`;
    }
  }
  // Attributes are named by where they begin: the details have them in full.
  const names = [...new Set(attributes.map(({ path }) => path.replace(/\[\d+\].*$/, "")))];
  return `${namesOf(names)} ${names.length === 1 ? "changes" : "change"}`;
}

/** Some of these names, and how many more there are. */
export function namesOf(names: readonly string[]): string {
  const named = names.slice(0, namedAttributes).map((name) => code(name, 60));
  const more = names.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
