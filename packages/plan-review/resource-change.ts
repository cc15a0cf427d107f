import { code } from "@pipelines/findings/escape";
import { list } from "@pipelines/findings/text";
import { type AttributeChange, attributeOf, changedAttributes } from "./attributes";
import {
  isList,
  isObject,
  type JsonObject,
  objectAt,
  own,
  plainText,
  shownChange,
  unknownValue,
  type Value,
} from "./values";
import { UnusablePlan } from "./unusable-plan";

/** What Terraform does to a resource, in the plan's own words; two words are done one after the other. */
const actions = ["create", "update", "delete,create", "create,delete", "delete", "forget", "no-op", "read"] as const;
export type Action = (typeof actions)[number] | "unheard-of";

/** A resource in the plan, without secrets. */
export interface ResourceChange {
  readonly address: string;
  /** Address in the state so far, if the resource moves. */
  readonly previousAddress: string | undefined;
  readonly type: string;
  readonly action: Action;
  /** The actions as written in the plan. */
  readonly actions: readonly string[];
  /** Whether it is a leftover from an earlier replacement that is being cleaned up. */
  readonly deposed: boolean;
  /** The ID under which an existing object is imported. */
  readonly importing: string | undefined;
  /** The reason, if Terraform gives one: `replace_because_tainted`. */
  readonly reason: string | undefined;
  readonly before: Value;
  readonly after: Value;
  /** The attributes that change; for a new resource, all the attributes it has. */
  readonly attributes: readonly AttributeChange[];
  /** Attributes that force the replacement, such as `name`. */
  readonly replacePaths: readonly string[];
}

/** Reports whether the resource is replaced by another one. */
export function isReplacement({ action }: { readonly action: Action }): boolean {
  return action === "delete,create" || action === "create,delete";
}

interface Typed {
  readonly type: string;
}
/** Immutable in AWS: a new version is created next to the old one, and removing the old one loses nothing. */
export const isVersioned = ({ type }: Typed): boolean =>
  /^aws_imagebuilder_(component|container_recipe|image_recipe|workflow)$/.test(type);
export const isRecipe = ({ type }: Typed): boolean => /^aws_imagebuilder_(container|image)_recipe$/.test(type);
export const isPipeline = ({ type }: Typed): boolean => type === "aws_imagebuilder_image_pipeline";
export const isBuild = ({ type }: Typed): boolean => type === "aws_imagebuilder_image";

/** Terraform's own reasons (`action_reason`). */
const reasons: Readonly<Record<string, string>> = {
  delete_because_no_module: "its module is no longer in the configuration",
  delete_because_no_resource_config: "it is no longer in the configuration",
  delete_because_no_move_target: "the address it should move to is not in the configuration",
  replace_because_tainted: "an earlier apply left it half-created",
  replace_by_request: "`-replace` requests it",
};

/**
 * Returns why a resource is replaced or destroyed, as Markdown to append to the description of the change; "" if the
 * plan does not say.
 */
export function because({ replacePaths, reason }: ResourceChange): string {
  const paths = replacePaths.slice(0, 4).map((path) => code(path));
  if (paths.length > 0) return `, because ${list(paths)} ${paths.length === 1 ? "changes" : "change"}`;
  return reason === undefined ? "" : `, because ${own(reasons, reason) ?? `of ${code(reason)}`}`;
}

/**
 * Reads the resources that a plan changes, or that were changed outside Terraform.
 *
 * @throws {UnusablePlan} if the structure of one does not match the format
 */
export function changesIn(plan: JsonObject, member: "resource_changes" | "resource_drift"): ResourceChange[] {
  const elements = plan[member] ?? [];
  if (!isList(elements)) throw new UnusablePlan(`${member} is not a list, which it is in every plan`);
  return elements.map((element, index) => {
    if (isObject(element) && isObject(element["change"]) && isList(element["change"]["actions"])) {
      return resourceChange(element, element["change"], element["change"]["actions"]);
    }
    throw new UnusablePlan(`${member}[${index}] has no "change" with "actions", which every resource in a plan has`);
  });
}

function resourceChange(element: JsonObject, change: JsonObject, words: readonly unknown[]): ResourceChange {
  const { importing, replace_paths: paths } = change;
  const { mode = "managed" } = element;
  const given = words.map((action) => text(action) ?? "?");
  const known = actions.find((action) => action === given.join());
  const action = mode === "data" ? "read" : mode === "managed" && known !== undefined ? known : "unheard-of";
  const type = text(element["type"]) ?? "";
  // Most resources in a large plan are unchanged. Of these, only existing versions in AWS and the values needed to
  // follow builds are read.
  const untouched =
    !isVersioned({ type }) &&
    !type.startsWith("aws_cloudwatch_event_") &&
    (action === "no-op" || action === "read") &&
    importing === undefined &&
    element["previous_address"] === undefined;
  const halves = untouched ? { before: null, after: null } : shownChange(change);
  const replacePaths = (isList(paths) ? paths : []).map((path) =>
    (isList(path) ? path : [path]).map(plainText).join("."),
  );
  return {
    address: text(element["address"]) ?? "(no address)",
    previousAddress: text(element["previous_address"]),
    type,
    action,
    actions: given,
    deposed: text(element["deposed"]) !== undefined,
    importing: importing === undefined || importing === null ? undefined : (text(objectAt(importing)["id"]) ?? ""),
    reason: text(element["action_reason"]),
    ...halves,
    attributes: shownAttributes(halves, action, replacePaths),
    replacePaths,
  };
}

function shownAttributes(
  { before, after }: Pick<ResourceChange, "before" | "after">,
  action: Action,
  forced: readonly string[],
): AttributeChange[] {
  const found = changedAttributes(before ?? undefined, after ?? undefined);
  const tags = action === "create" || found.some(({ path }) => attributeOf(path) === "tags");
  return found.filter(({ path, after: now }) => {
    // `tags_all` is `tags` plus the provider's tags: showing both would repeat everything.
    if (tags && attributeOf(path) === "tags_all") return false;
    // In a new resource, everything that AWS chooses is unknown: only what forces a replacement is worth showing.
    const isChosen = now === unknownValue && (action === "create" || isReplacement({ action }));
    return !isChosen || forced.includes(path.replace(/\[(\d+)\]/g, ".$1"));
  });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
