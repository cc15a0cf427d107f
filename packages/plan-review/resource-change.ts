import { code } from "@pipelines/findings/escape";
import { list } from "@pipelines/findings/text";
import { isList, isObject, plainText, shownChange, type Value } from "./values";
import { UnusablePlan } from "./unusable-plan";

/** What Terraform does to a resource, in the plan's own words. */
const actions = {
  create: "create",
  update: "update",
  /** Destroyed first, then re-created. */
  "delete,create": "delete-create",
  /** Re-created first, then the old one is destroyed. */
  "create,delete": "create-delete",
  delete: "delete",
  /** Left as it is, but removed from the state. */
  forget: "forget",
  "no-op": "no-op",
  read: "read",
} as const;
export type Action = (typeof actions)[keyof typeof actions] | "unheard-of";

/** A resource in the plan, without secrets. */
export interface ResourceChange {
  readonly address: string;
  /** Address in the state so far, if the resource moves. */
  readonly previousAddress: string | undefined;
  readonly type: string;
  readonly action: Action;
  /** The actions as written in the plan. */
  readonly actions: string;
  /** Whether it is a leftover from an earlier replacement that is being cleaned up. */
  readonly deposed: boolean;
  /** The ID under which an existing object is imported. */
  readonly importing: string | undefined;
  /** The reason, if Terraform gives one: `replace_because_tainted`. */
  readonly reason: string | undefined;
  readonly before: Value;
  readonly after: Value;
  /** Attributes that force the replacement, such as `name`. */
  readonly replacePaths: readonly string[];
}

/** Reports whether the resource is replaced by another one. */
export function isReplacement({ action }: { readonly action: Action }): boolean {
  return action === "delete-create" || action === "create-delete";
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
  if (reason === undefined) return "";
  return `, because ${Object.hasOwn(reasons, reason) ? (reasons[reason] ?? "") : `of ${code(reason)}`}`;
}

/**
 * Reads one element of `resource_changes` or `resource_drift`.
 *
 * @throws {UnusablePlan} if its structure does not match the format
 */
export function resourceChange(element: unknown, place: string): ResourceChange {
  if (!isObject(element) || !isObject(element["change"]) || !isList(element["change"]["actions"])) {
    throw new UnusablePlan(`${place} has no "change" with "actions", which every resource in a plan has`);
  }
  const { change } = element;
  const { importing, replace_paths: paths } = change;
  const list = element["change"]["actions"].map((action) => text(action) ?? "?");
  const known = new Map<string, Action>(Object.entries(actions));
  const action = element["mode"] === "data" ? "read" : (known.get(list.join()) ?? "unheard-of");
  const type = text(element["type"]) ?? "";
  // Most resources in a large plan are unchanged. Of these, only existing versions in AWS and the values needed to
  // follow builds are read.
  const untouched =
    !isVersioned({ type }) &&
    !type.startsWith("aws_cloudwatch_event_") &&
    (action === "no-op" || action === "read") &&
    importing === undefined &&
    element["previous_address"] === undefined;
  return {
    address: text(element["address"]) ?? "(no address)",
    previousAddress: text(element["previous_address"]),
    type,
    action,
    actions: list.join(", then "),
    deposed: text(element["deposed"]) !== undefined,
    importing: isObject(importing) ? (text(importing["id"]) ?? "") : undefined,
    reason: text(element["action_reason"]),
    ...(untouched ? { before: null, after: null } : shownChange(change)),
    replacePaths: isList(paths) ? paths.map((path) => (isList(path) ? path : [path]).map(plainText).join(".")) : [],
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
