import { type AttributeChange, attributeOf } from "./attributes";
import { code } from "@pipelines/findings/escape";
import type { PlanContext } from "./plan-context";
import { because, isReplacement, type ResourceChange } from "./resource-change";
import { byAws, judgeAttributes } from "./rules";
import type { Row } from "./row";
import { subject } from "./subject";
import { type Permission, type Shown, table, type TypeRules } from "./table";
import { isArray, isEmpty, textAt, type Value, valueAt } from "./values";

/** Returns why a change needs approval, with one row per reason; empty if the change is known to be harmless. */
export function approvalRows(change: ResourceChange, plan: PlanContext): Row[] {
  const rules = rulesFor(change.type);
  const lost = rules?.holds !== undefined && isEnd(change);
  return reasons(change, rules, plan).map((message) => ({
    meaning: lost ? "data" : "approval",
    subject: subject(change),
    message,
  }));
}

function isEnd(change: ResourceChange): boolean {
  return change.deposed || change.action === "delete" || isReplacement(change);
}

function reasons(change: ResourceChange, rules: TypeRules | undefined, plan: PlanContext): readonly string[] {
  const { action, address, type, importing } = change;
  if (importing !== undefined) return ["taken over into this state, so that later plans may change or destroy it"];
  if (action === "no-op") return [];
  if (change.deposed) return [`a leftover from an earlier replacement is destroyed${lost(rules)}`];
  if (action === "unheard-of") return [`${code(change.actions)} is an action that this program does not recognize`];
  if (action === "read") return ["a data source is read during the apply"];
  if (rules === undefined) return [`${code(type)} is unknown here: every change to it needs approval`];
  if (action === "delete") return permission("destroyed", rules.delete, change, plan, lost(rules));
  if (action === "forget")
    return permission("no longer managed by Terraform, and left as it is", rules.forget, change, plan, "");
  const oddity = plan.oddity(address);
  if (oddity !== undefined) return [oddity];
  const denied =
    action === "create"
      ? permission("created", rules.create, change, plan, "")
      : isReplacement(change)
        ? permission(replaced(change), rules.replace, change, plan, lost(rules))
        : [];
  if (denied.length > 0) return denied;
  const resource = { before: change.before, after: change.after };
  const isNew = action === "create";
  return judgeAttributes(rules.attributes, {
    ...resource,
    address,
    path: [],
    plan,
    resource,
    isNew,
    isReplaced: isReplacement(change),
  });
}

function lost(rules: TypeRules | undefined): string {
  return rules?.holds === undefined ? "" : `, and ${rules.holds} is lost`;
}

function replaced(change: ResourceChange): string {
  const { type, action, before, after } = change;
  const isRefused =
    type === "aws_ecr_repository" && action === "create-delete" && textAt(before, "name") === textAt(after, "name");
  const refusal = "; ECR refuses it while the old one exists, so this deploy fails: give the image another repository";
  return `replaced by another one${isRefused ? " of the same name" : ""}${because(change)}${isRefused ? refusal : ""}`;
}

function permission(
  verb: string,
  given: Permission | undefined,
  change: ResourceChange,
  plan: PlanContext,
  loss: string,
): string[] {
  if (given !== undefined && given.holds?.(change, plan) !== false) return [];
  return [`${verb}${loss}${given === undefined ? "" : `; without approval only if: ${given.words}`}`];
}

/** Names of protective attributes that someone changed outside Terraform. */
export function driftedProtections(
  { type, action, after }: ResourceChange,
  attributes: readonly AttributeChange[],
  plan: PlanContext,
): string[] {
  const rules = rulesFor(type);
  if (action !== "update") return [];
  // If a value was absent and is now off, nobody changed it: the provider only reads it back that way.
  const isOff = (value: Value | undefined): boolean => value === false || isEmpty(value);
  const changed = attributes.filter(({ before, after: now }) => !(isOff(before) && isOff(now)));
  const names = [...new Set(changed.map(({ path }) => attributeOf(path)))];
  return names.filter((name) => {
    if (byAws.test(name) || rules?.attributes[name]?.drifts === true) return false;
    const shown = Object.hasOwn(rules?.shows ?? {}, name) ? rules?.shows?.[name] : undefined;
    return shown === undefined || !showsOnly(shown, name, after, plan);
  });
}

/** Reports whether, according to the state, everything that an attribute shows exists as a resource of its own. */
function showsOnly({ type, by, named, parts }: Shown, name: string, after: Value, plan: PlanContext): boolean {
  const value = valueAt(after, name);
  const each = parts !== undefined && isArray(value) ? value : [value];
  return each.every((part) => {
    const own = Object.entries(parts ?? {}).map(([attribute, at]) => [attribute, textAt(part, ...at)] as const);
    const expected = [[by, textAt(after, named)] as const, ...own];
    return plan
      .existing(type)
      .some((there) => expected.every(([at, text]) => text !== undefined && there[at] === text));
  });
}

function rulesFor(type: string): TypeRules | undefined {
  return Object.hasOwn(table, type) ? table[type] : undefined;
}
