import { type AttributeChange, attributeOf, onlyTags } from "./attributes";
import { code } from "@pipelines/findings/escape";
import { approvalRows } from "./gate";
import { buildTime, scheduleText, versionText } from "./images";
import type { PlanContext } from "./plan-context";
import { because, isBuild, isPipeline, isReplacement, isVersioned, type ResourceChange } from "./resource-change";
import type { Meaning, Row } from "./row";
import { subject } from "./subject";
import { cell } from "./values";

/** Reports whether a resource controls access. */
function isAboutAccess({ type }: ResourceChange): boolean {
  return /^aws_iam_|_ownership_controls$|_public_access_block$|(?<!lifecycle)_policy$/.test(type);
}

/** Returns what a change means, as one or more rows, the most serious first; empty if nothing happens. */
export function rowsOf(change: ResourceChange, plan: PlanContext): Row[] {
  const about = subject(change);
  const row = (meaning: Meaning, message: string): Row => ({ meaning, subject: about, message });
  const approvals = approvalRows(change, plan);
  const ordinary = change.deposed ? [] : ordinaryRows(change, row);
  // A row that adds nothing to the more serious one above it is left out.
  const rest = approvals.length === 0 ? ordinary : ordinary.filter(({ meaning }) => !plain.includes(meaning));
  return [...approvals, ...rest, ...stateRows(change, row)];
}

/** Meanings that add no information to the change itself. */
const plain: readonly Meaning[] = ["access", "deleted", "replaced", "created", "updated", "tags"];

type MakeRow = (meaning: Meaning, message: string) => Row;

function ordinaryRows(change: ResourceChange, row: MakeRow): Row[] {
  const { action, type, attributes } = change;
  if (["no-op", "read", "forget", "unheard-of"].includes(action)) return [];
  if (action === "update" && onlyTags(attributes)) return [row("tags", attributesText(attributes))];
  if (isPipeline(change)) return pipelineRows(change, row);
  if (isBuild(change)) return [buildRow(change, row)];
  if (isVersioned(change) && action !== "update" && action !== "delete") {
    return [row("version", versionText(change))];
  }
  const isUpdateOfBuilder = action === "update" && /^aws_imagebuilder_/.test(type);
  const [meaning, text] =
    action === "create" || action === "delete"
      ? ([`${action}d`, `${action}d`] as const)
      : action === "update"
        ? ([isUpdateOfBuilder ? "pipeline" : "updated", attributesText(attributes)] as const)
        : (["replaced", replacedText(change)] as const);
  return [row(isAboutAccess(change) ? "access" : meaning, text)];
}

function pipelineRows(change: ResourceChange, row: MakeRow): Row[] {
  const { action, before, after, attributes } = change;
  if (action === "create") return [row("new", `its pipeline builds it ${scheduleText(after)}`)];
  if (action === "delete") return [row("removed", "nothing builds this image any more")];
  const [old, now] = [scheduleText(before), scheduleText(after)];
  const rows = old === now ? [] : [row("schedule", `${old} → **${now}**`)];
  if (isReplacement(change)) {
    return [...rows, row("replaced", `${attributesText(attributes)}; its build history starts over`)];
  }
  const isRecipePath = (path: string): boolean => /^(container|image)_recipe_arn$/.test(path);
  const others = attributes.filter(
    ({ path }) => !isRecipePath(path) && (old === now || !/^(status|schedule)$/.test(attributeOf(path))),
  );
  const texts = [
    ...(attributes.some(({ path }) => isRecipePath(path))
      ? [`builds the new version from its next run on: ${now}`]
      : []),
    ...(others.length > 0 ? [attributesText(others)] : []),
  ];
  return texts.length > 0 ? [...rows, row("pipeline", texts.join("; "))] : rows;
}

function buildRow(change: ResourceChange, row: MakeRow): Row {
  if (change.action === "create") return row("built", `built by this deploy for the first time, ${buildTime(1)}`);
  if (isReplacement(change)) return row("rebuilt", `built by this deploy, ${buildTime(1)}`);
  return change.action === "delete"
    ? row("deleted", "the record of the build; anything pushed to ECR stays")
    : row("updated", "the record of the build; nothing is built");
}

function stateRows({ previousAddress, address, importing, action }: ResourceChange, row: MakeRow): Row[] {
  const texts = [
    ...(previousAddress !== undefined && previousAddress !== address ? [`moved from ${code(previousAddress)}`] : []),
    ...(importing === undefined
      ? []
      : [`taken over into this state${importing === "" ? "" : ` as ${code(importing)}`}`]),
    ...(action === "forget" ? ["left as it is; Terraform will no longer manage it"] : []),
  ];
  return texts.map((text) => row("state", text));
}

function replacedText(change: ResourceChange): string {
  const { attributes } = change;
  const isFirst = change.action === "delete,create";
  const order = isFirst ? "destroyed before it is re-created" : "re-created before the old one is destroyed";
  const forcing = attributes.filter(({ path }) => change.replacePaths.includes(path));
  if (forcing.length === 0 && change.reason !== undefined) return `replaced, ${order}${because(change)}`;
  return `replaced, ${order}; ${attributesText(forcing.length > 0 ? forcing : attributes)}`;
}

/** Maximum number of attributes that a row lists by name; the rest are only counted. */
const namedAttributes = 4;

/** Maximum length of a value, in Markdown, that is shown in the table itself. */
const shortValue = 50;

function attributesText(attributes: readonly AttributeChange[]): string {
  const [only, ...others] = attributes;
  if (only === undefined) return "no visible attribute";
  const [before, after] = [cell(only.before), cell(only.after)];
  if (others.length === 0 && before.length <= shortValue && after.length <= shortValue) {
    return `${code(only.path, 60)}: ${before || "nothing"} → ${after || "nothing"}`;
  }
  // Attributes are listed by the start of their path: the details show the full path.
  const names = [...new Set(attributes.map(({ path }) => path.replace(/\[\d+\].*$/, "")))];
  return `${namesOf(names)} ${names.length === 1 ? "changes" : "change"}`;
}

/** Returns some of these names, and how many others there are. */
export function namesOf(names: readonly string[]): string {
  const named = names.slice(0, namedAttributes).map((name) => code(name, 60));
  const more = names.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
