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
  const approvals = approvalRows(change, plan);
  const ordinary = change.deposed ? [] : ordinaryTexts(change);
  // A row that adds nothing to the more serious one above it is left out.
  const rest = approvals.length === 0 ? ordinary : ordinary.filter(([meaning]) => !plain.includes(meaning));
  const others = [...rest, ...stateTexts(change)];
  return [...approvals, ...others.map(([meaning, message]): Row => ({ meaning, subject: about, message }))];
}

/** Meanings that add no information to the change itself. */
const plain: readonly Meaning[] = ["access", "deleted", "replaced", "created", "updated", "tags"];

type Text = readonly [meaning: Meaning, message: string];

function ordinaryTexts(change: ResourceChange): Text[] {
  const { action, type, attributes } = change;
  if (["no-op", "read", "forget", "unheard-of"].includes(action)) return [];
  if (action === "update" && onlyTags(attributes)) return [["tags", attributesText(attributes)]];
  if (isPipeline(change)) return pipelineTexts(change);
  if (isBuild(change)) return [buildText(change)];
  if (isVersioned(change) && action !== "update" && action !== "delete") return [["version", versionText(change)]];
  const [meaning, text] = plainText(change, /^aws_imagebuilder_/.test(type) ? "pipeline" : "updated");
  return [[isAboutAccess(change) ? "access" : meaning, text]];
}

function plainText(change: ResourceChange, updated: Meaning): Text {
  if (change.action === "create") return ["created", "created"];
  if (change.action === "delete") return ["deleted", "deleted"];
  return change.action === "update" ? [updated, attributesText(change.attributes)] : ["replaced", replacedText(change)];
}

function pipelineTexts(change: ResourceChange): Text[] {
  const { action, before, after, attributes } = change;
  if (action === "create") return [["new", `its pipeline builds it ${scheduleText(after)}`]];
  if (action === "delete") return [["removed", "nothing builds this image any more"]];
  const [old, now] = [scheduleText(before), scheduleText(after)];
  const texts: Text[] = old === now ? [] : [["schedule", `${old} → **${now}**`]];
  if (isReplacement(change)) {
    return [...texts, ["replaced", `${attributesText(attributes)}; its build history starts over`]];
  }
  const isRecipePath = ({ path }: AttributeChange): boolean => /^(container|image)_recipe_arn$/.test(path);
  const isShown = ({ path }: AttributeChange): boolean => old !== now && /^(status|schedule)$/.test(attributeOf(path));
  const others = attributes.filter((attribute) => !isRecipePath(attribute) && !isShown(attribute));
  const updates = [
    ...(attributes.some(isRecipePath) ? [`builds the new version from its next run on: ${now}`] : []),
    ...(others.length > 0 ? [attributesText(others)] : []),
  ];
  return updates.length > 0 ? [...texts, ["pipeline", updates.join("; ")]] : texts;
}

function buildText(change: ResourceChange): Text {
  if (change.action === "create") return ["built", `built by this deploy for the first time, ${buildTime(1)}`];
  if (isReplacement(change)) return ["rebuilt", `built by this deploy, ${buildTime(1)}`];
  return change.action === "delete"
    ? ["deleted", "the record of the build; anything pushed to ECR stays"]
    : ["updated", "the record of the build; nothing is built"];
}

function stateTexts({ previousAddress: from, address, importing, action }: ResourceChange): Text[] {
  const as = importing === undefined || importing === "" ? "" : ` as ${code(importing)}`;
  return [
    ...(from !== undefined && from !== address ? [`moved from ${code(from)}`] : []),
    ...(importing === undefined ? [] : [`taken over into this state${as}`]),
    ...(action === "forget" ? ["left as it is; Terraform will no longer manage it"] : []),
  ].map((text) => ["state", text]);
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
