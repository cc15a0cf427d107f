import { attributeOf } from "./attributes";
import { code } from "@pipelines/findings/escape";
import type { PlanContext } from "./plan-context";
import { because, isReplacement, type ResourceChange } from "./resource-change";
import { byAws, judgeAttributes } from "./rules";
import type { Row } from "./row";
import { subject } from "./subject";
import { type Permission, type Shown, table, type TypeRules } from "./table";
import { isEmpty, isList, isMap, own, textAt, type Value, valueAt } from "./values";

/** Returns why a change needs approval, with one row per reason; empty if the change is known to be harmless. */
export function approvalRows(change: ResourceChange, plan: PlanContext): Row[] {
  const rules = own(table, change.type);
  const isEnd = change.deposed || change.action === "delete" || isReplacement(change);
  const meaning = isEnd && rules?.holds !== undefined ? "data" : "approval";
  return reasons(change, rules, plan).map((message) => ({ meaning, subject: subject(change), message }));
}

function reasons(change: ResourceChange, rules: TypeRules | undefined, plan: PlanContext): readonly string[] {
  const { action, actions, before, after, type } = change;
  const loss = rules?.holds === undefined ? "" : `, and ${rules.holds} is lost`;
  if (change.importing !== undefined)
    return ["taken over into this state, so that later plans may change or destroy it"];
  if (action === "no-op") return [];
  if (change.deposed) return [`a leftover from an earlier replacement is destroyed${loss}`];
  if (action === "unheard-of")
    return [`${code(actions.join(", then "))} is an action that this program does not recognize`];
  if (action === "read") return ["a data source is read during the apply"];
  if (rules === undefined) return [`${code(type)} is unknown here: every change to it needs approval`];
  const isGone = action === "delete" || action === "forget";
  const oddity = plan.oddity(change);
  if (oddity !== undefined) return [oddity];
  if (action !== "update") {
    const [words, given] = fateOf(change, rules, loss);
    if (given === undefined) return [words];
    if (given.holds?.(change, plan) === false) return [`${words}; without approval only if: ${given.words}`];
  }
  const isNew = action === "create";
  if (!isGone && !isMap(after)) return ["its values are hidden, or missing from the plan"];
  return isGone ? [] : judgeAttributes(rules.attributes, { before, after, change, path: [], plan, isNew });
}

/** Describes what happens to a resource as a whole, and returns what permits it. */
function fateOf(change: ResourceChange, rules: TypeRules, loss: string): readonly [string, Permission | undefined] {
  const { type, action, before, after } = change;
  if (action === "create") return ["created", rules.create];
  if (action === "delete") return [`destroyed${loss}`, rules.delete];
  if (action === "forget") return ["no longer managed by Terraform, and left as it is", rules.forget];
  const isRefused =
    type === "aws_ecr_repository" && action === "create,delete" && textAt(before, "name") === textAt(after, "name");
  const [name, refusal] = isRefused
    ? [
        " of the same name",
        "; ECR refuses it while the old one exists, so this deploy fails: give the image another repository",
      ]
    : ["", ""];
  return [`replaced by another one${name}${because(change)}${refusal}${loss}`, rules.replace];
}

/** Reports whether someone deleted a resource whose loss needs approval, and the plan does not create it again. */
export function isLost({ address, action, type }: ResourceChange, changes: readonly ResourceChange[]): boolean {
  const isBack = changes.some((change) => change.address === address && change.actions.includes("create"));
  return action === "delete" && !isBack && own(table, type)?.delete === undefined;
}

/** Names of protective attributes that someone changed outside Terraform. */
export function driftedProtections({ type, action, after, attributes }: ResourceChange, plan: PlanContext): string[] {
  const rules = own(table, type);
  if (action !== "update") return [];
  // If a value was absent and is now off, nobody changed it: the provider only reads it back that way.
  const isOff = (value: Value | undefined): boolean => value === false || isEmpty(value);
  const changed = attributes.filter(({ before, after: now }) => !(isOff(before) && isOff(now)));
  const names = [...new Set(changed.map(({ path }) => attributeOf(path)))];
  return names.filter((name) => {
    if (byAws.test(name) || rules?.attributes[name]?.drifts === true) return false;
    const shown = own(rules?.shows ?? {}, name);
    return shown === undefined || !showsOnly(shown, name, after, plan);
  });
}

/** Reports whether, according to the state, everything that an attribute shows exists as a resource of its own. */
function showsOnly({ type, by, named, parts }: Shown, name: string, after: Value, plan: PlanContext): boolean {
  const value = valueAt(after, name);
  const each = parts !== undefined && isList(value) ? value : [value];
  return each.every((part) => {
    const inPart = Object.entries(parts ?? {}).map(([attribute, at]) => [attribute, textAt(part, ...at)] as const);
    const expected = [[by, textAt(after, named)] as const, ...inPart];
    return plan
      .existing(type)
      .some((there) => expected.every(([at, text]) => text !== undefined && there[at] === text));
  });
}
