import { isVersioned } from "./kinds";
import { isList, isObject, plainText, shownChange, type Value } from "./values";
import { UnusablePlan } from "./unusable-plan";

/** What Terraform will do to a resource, in one word. */
export type Action =
  | "create"
  | "update"
  /** Destroyed first, then created anew. */
  | "delete-create"
  /** Created anew first, then destroyed. */
  | "create-delete"
  | "delete"
  /** Left as it is, and no longer in the state. */
  | "forget"
  | "no-op"
  | "read"
  /** Something that this program has not heard of. */
  | "unheard-of";

/** A resource of the plan, without secrets. */
export interface ResourceChange {
  readonly address: string;
  /** Address in the state until now, where it moves. */
  readonly previousAddress: string | undefined;
  readonly type: string;
  readonly action: Action;
  /** The actions as the plan has them. */
  readonly actions: string;
  /** A leftover of an earlier replacement that is cleared away. */
  readonly deposed: boolean;
  /** The id under which an existing object is taken into the state. */
  readonly importing: string | undefined;
  /** Why, where Terraform says it: `replace_because_tainted`. */
  readonly reason: string | undefined;
  readonly before: Value;
  readonly after: Value;
  /** Attributes that force the replacement, such as `name`. */
  readonly replacePaths: readonly string[];
}

const actions: Readonly<Record<string, Action>> = {
  create: "create",
  update: "update",
  "delete,create": "delete-create",
  "create,delete": "create-delete",
  delete: "delete",
  forget: "forget",
  "no-op": "no-op",
  read: "read",
};

/** Whether the resource ends and another takes its place. */
export function isReplacement({ action }: { readonly action: Action }): boolean {
  return action === "delete-create" || action === "create-delete";
}

/**
 * Reads one element of `resource_changes` or `resource_drift`.
 *
 * @throws {UnusablePlan} where it has another shape than the format says
 */
export function resourceChange(element: unknown, place: string): ResourceChange {
  if (!isObject(element) || !isObject(element["change"]) || !isList(element["change"]["actions"])) {
    throw new UnusablePlan(`${place} has no "change" with "actions" in it, which every resource of a plan has`);
  }
  const { change } = element;
  const list = isList(change["actions"]) ? change["actions"].map((action) => text(action) ?? "?") : [];
  const { importing } = change;
  const action = (element["mode"] === "data" ? "read" : undefined) ?? knownAction(list.join(","));
  const type = text(element["type"]) ?? "";
  // Most of a large plan is left alone: of that, no value is looked at, but for versions that AWS holds, and what builds
  // are followed by.
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
    replacePaths: isList(change["replace_paths"]) ? change["replace_paths"].map(pathText) : [],
  };
}

function knownAction(joined: string): Action {
  return Object.hasOwn(actions, joined) ? (actions[joined] ?? "unheard-of") : "unheard-of";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function pathText(path: unknown): string {
  return (isList(path) ? path : [path]).map(plainText).join(".");
}
