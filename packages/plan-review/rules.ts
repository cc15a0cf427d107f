import { code } from "@pipelines/findings/escape";
import type { PlanContext } from "./plan-context";
import { isReplacement, type ResourceChange } from "./resource-change";
import {
  isEmpty,
  isHidden,
  isList,
  isMap,
  leavesOf,
  membersOf,
  own,
  plain,
  sameValue,
  Sensitive,
  unknownValue,
  type Value,
  valueAt,
} from "./values";

/** A value before and after, and its location. */
export interface Sides {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** Whether the object did not exist before. If so, an absent value is checked as well. */
  readonly isNew: boolean;
  /** Attribute names along the path from the resource, without indexes. */
  readonly path: readonly string[];
  /** The whole resource, and the rest of the plan. */
  readonly change: ResourceChange;
  readonly plan: PlanContext;
}

/** A rule for how an attribute may change without approval. */
export interface Rule {
  /** Wording for the table and for reasons; "" if any change is allowed. */
  readonly words: string;
  /** Returns the reasons, in Markdown, why a change to it needs approval. */
  readonly judge: (sides: Sides) => readonly string[];
  /** Whether changes to it outside Terraform can be ignored. */
  readonly drifts?: boolean;
}

/** Returns whether a change is harmless, or the reasons why it is not. */
type Check = (sides: Sides) => boolean | readonly string[];

function rule(words: string, check: Check): Rule {
  const judge = (sides: Sides): readonly string[] => {
    const found = check(sides);
    if (typeof found !== "boolean") return found;
    return found ? [] : [whyUnreadable(sides) ?? changed(sides, words)];
  };
  return { words, judge };
}

/** Creates a rule for values without unknown or hidden parts. */
function known(words: string, check: Check): Rule {
  return rule(words, (sides) => whyUnreadable(sides) === undefined && check(sides));
}

/** Any value. */
export const free: Rule = { ...known("", () => true), drifts: true };

/** Any value for something new; from then on it must stay the same. */
export const fixed = known("only for a new resource", ({ isNew }) => isNew);

/** Any value except an empty one. */
export const present: Rule = { ...known("to something else", ({ after }) => !isEmpty(after)), drifts: true };

/** One of these values; `undefined` means absent. */
export function to(...values: readonly (string | number | boolean | undefined)[]): Rule {
  const words = `to ${values.map((value) => (value === undefined ? "nothing" : code(String(value)))).join(" or ")}`;
  return known(words, ({ after }) => values.some((value) => value === (isEmpty(after) ? undefined : after)));
}

/** Only upward, in the order of these values. */
export function up(...order: readonly string[]): Rule {
  const rank = (value: Value | undefined): number => (typeof value === "string" ? order.indexOf(value) : -1);
  return known(
    `from left to right: ${order.map((each) => code(each)).join(", ")}`,
    ({ before, after }) => rank(after) > rank(before) && (isEmpty(before) || rank(before) >= 0),
  );
}

/** Any value for something new; from then on, this rule applies. */
export function orNew(later: Rule): Rule {
  return { ...later, judge: (sides) => (sides.isNew ? free : later).judge(sides) };
}

/** Numbers that may only increase; absent and 0 both mean forever. */
export const longer = known("longer; 0 is forever", ({ before, after, isNew }) => isNew || days(after) > days(before));

export const fewer = known(
  "less",
  ({ before, after }) => typeof before === "number" && typeof after === "number" && after < before,
);

function days(value: Value | undefined): number {
  return typeof value === "number" && value > 0 ? value : Infinity;
}

/** A KMS key: one in the stack's own account for something new, and the same key from then on. */
export const ownKey = known(
  "none or a key in this account, only for a new resource",
  ({ after, isNew, plan }) => isNew && (isEmpty(after) || plan.ownArn(after, "kms") !== undefined),
);

/** A KMS key in the stack's own account where there was none; an existing key stays the same. */
export const addedKey = known(
  "from nothing to a key in this account",
  ({ before, after, plan }) => isEmpty(before) && plan.ownArn(after, "kms") !== undefined,
);

/** A value where there was none; an existing value stays the same. */
export const added = known("from nothing to something", ({ before }) => isEmpty(before));

/** An existing value may only be removed. */
export const removed = known("to nothing", ({ after }) => isEmpty(after));

/** The region of something that already exists. */
export const ownRegion = known(
  "to one of the stack's regions",
  ({ after, plan }) => typeof after === "string" && plan.regions.has(after),
);

/**
 * A reference to an attribute of a resource in the same plan, whatever its value, or a value of this form.
 *
 * @param attributes attributes such as `aws_ecr_repository.name`
 */
export function reference(
  attributes: readonly string[],
  others?: { readonly words: string; readonly holds: (value: string, plan: PlanContext) => boolean },
): Rule {
  const names = attributes.map((each) => code(each)).join(" or ");
  const words = `to ${names} in the same plan${others === undefined ? "" : `, or ${others.words}`}`;
  return rule(words, (sides) => {
    const { after, change, path, plan } = sides;
    if (isEmpty(after)) return [changed(sides, words)];
    if (typeof after === "string" && others?.holds(after, plan) === true) return true;
    const targets = plan.references(change.address, path);
    const isNamed = targets.length > 0 && targets.every((each) => attributes.includes(each.replace(/\..*\./, ".")));
    // A known value must also equal the value it refers to: a function may have turned it into something else.
    const isThat =
      after === unknownValue ? plan.isBare(change.address, path) : targets.some((each) => plan.valueOf(each) === after);
    return isNamed && isThat;
  });
}

/** Like `reference`, and also allows the ARN of something that all groups of an environment share. */
export function referenceOrShared(attribute: string, service: string, name: readonly [string, string]): Rule {
  const words = `\`<environment>-${name[1]}\` in an environment with groups`;
  return reference([attribute], { words, holds: (value, plan) => plan.isShared(value, service, name) });
}

export type Rules = Readonly<Record<string, Rule>>;

/** Attributes that may have any value. */
export function freely(...names: readonly string[]): Rules {
  return Object.fromEntries(names.map((name) => [name, free]));
}

/** By this rule, or nothing if this holds. */
export function orNothing(given: Rule, words: string, holds: (sides: Sides) => boolean): Rule {
  const judge: Rule["judge"] = (sides) => (isEmpty(sides.after) && holds(sides) ? [] : given.judge(sides));
  return { ...given, words: `${given.words}${words}`, judge };
}

/** A block that something new may lack. */
export function optionalBlock(attributes: Rules): Rule {
  return orNothing(block(attributes), "", ({ isNew }) => isNew);
}

/** A block, attribute by attribute. A removed block counts as one without attributes. */
export function block(attributes: Rules): Rule {
  const { judge } = rule("", (sides) => {
    const { before, after } = sides;
    const [old, now] = [only(before), only(after)];
    if (isHidden(after) || old === "many" || now === "many") return false;
    return judgeAttributes(attributes, { ...sides, before: old, after: now, isNew: sides.isNew || old === undefined });
  });
  return { words: nested(attributes), judge, drifts: Object.values(attributes).every(({ drifts }) => drifts) };
}

/**
 * Blocks in any order; a block that did not exist before counts as new.
 *
 * @param kept an attribute whose values must remain. @default any block may be removed
 */
export function blocks(attributes: Rules, kept?: string): Rule {
  const words = `${nested(attributes)}${kept === undefined ? "" : `; no ${code(kept)} may be removed`}`;
  return rule(words, (sides) => {
    const { before, after } = sides;
    if (!isEmpty(after) && !isList(after)) return false;
    const old = isList(before) ? before : [];
    const now = isList(after) ? after : [];
    const fresh = now.filter((each) => !old.some((other) => sameValue(each, other)));
    const stays = (each: Value): boolean =>
      kept === undefined || now.some((other) => sameValue(valueAt(each, kept), valueAt(other, kept)));
    return [
      ...(old.every(stays) ? [] : [`${code(sides.path.join("."))}: fewer than before`]),
      ...fresh.flatMap((each) =>
        isMap(each)
          ? judgeAttributes(attributes, { ...sides, before: undefined, after: each, isNew: true })
          : [changed(sides, words)],
      ),
    ];
  });
}

function nested(attributes: Rules): string {
  return Object.entries(attributes)
    .map(([name, { words }]) => (words === "" ? code(name) : `${code(name)} ${words}`))
    .join(", ");
}

function only(value: Value | undefined): ReadonlyMap<string, Value> | "many" | undefined {
  if (isMap(value)) return value;
  if (!isList(value)) return isEmpty(value) ? undefined : "many";
  const [first, ...others] = value;
  return first === undefined ? undefined : isMap(first) && others.length === 0 ? first : "many";
}

/** Attributes of any type that are set by AWS or the provider, never by a configuration. */
export const byAws =
  /^(arn|id|tags_all|region|(last_)?date_\w+|create_date|unique_id|registry_id|repository_url|owner|platform_version|type|encrypted|output_resources|os_version|build_version_arn|latest_version\w*|name|platform|version)$/;

/** Applies the same checks to every attribute of a resource or block. */
export function judgeAttributes(rules: Rules, sides: Sides): string[] {
  const [old, now] = [membersOf(sides.before), membersOf(sides.after)];
  const names = new Set([...old.keys(), ...now.keys(), ...(sides.isNew ? Object.keys(rules) : [])]);
  return [...names].flatMap((name): readonly string[] => {
    const [before, after, found] = [old.get(name), now.get(name), own(rules, name)];
    const inner: Sides = { ...sides, before, after, path: [...sides.path, name] };
    const { change, path, plan, isNew } = inner;
    if (leavesOf(after).some((each) => each instanceof Sensitive && each.newly)) return [whyUnreadable(inner) ?? ""];
    if (!isNew && (sameValue(before, after) || (isEmpty(before) && isEmpty(after)))) return [];
    const isSet = plan.isSet(change.address, path);
    // AWS chooses a value for any attribute that is not set, as it does for everything created here.
    const isChosen = isNew || byAws.test(name) || (isReplacement(sides.change) && isEmpty(before));
    // A plan does not list `dynamic` blocks, nor what they set.
    const isListed = path.length === 1 || plan.isSet(change.address, path.slice(0, -1));
    if (!isSet && isListed && leavesOf(after).every((each) => each === unknownValue) && isChosen) return [];
    if (found !== undefined) return found.judge(inner);
    if (byAws.test(name) && !isSet && path.length === 1) return [];
    if (isNew && (isEmpty(after) || after === false)) return [];
    return [whyUnreadable(inner) ?? changed(inner)];
  });
}

/** Returns why a value cannot be judged: part of it is unknown or hidden. */
function whyUnreadable({ before, after, path }: Sides): string | undefined {
  const name = code(path.join("."));
  if (after === unknownValue) return `${name} is known only after the apply`;
  if (leavesOf(after).some(isHidden)) return `${name} is hidden, at least in part`;
  return leavesOf(before).some(isHidden) ? `${name} was hidden, at least in part` : undefined;
}

function changed({ before, after, path, isNew }: Sides, words = ""): string {
  const [old, now] = [before, after].map((value) =>
    isEmpty(value) ? "nothing" : code(JSON.stringify(plain(value ?? null)), 60),
  );
  const values = isNew ? (now ?? "") : `${old ?? ""} → ${now ?? ""}`;
  const allowed = words === "" ? "" : `; without approval only ${words}`;
  return `${code(path.join("."))}: ${values}${allowed}`;
}

/** The same number of blocks, in the same order as before. */
export function list(attributes: Rules): Rule {
  const words = nested(attributes);
  return rule(words, (sides) => {
    const { before, after } = sides;
    if (!isList(before) || !isList(after) || before.length !== after.length) return false;
    return after.flatMap((each, index) =>
      judgeAttributes(attributes, { ...sides, before: before[index], after: each }),
    );
  });
}

/** A string checked by a function that returns reasons. */
export function text(
  words: string,
  reasons: (before: string | undefined, after: string, sides: Sides) => readonly string[],
): Rule {
  return known(words, (sides) => {
    const { before, after } = sides;
    return typeof after === "string" && reasons(typeof before === "string" ? before : undefined, after, sides);
  });
}
