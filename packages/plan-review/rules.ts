import { code } from "@pipelines/findings/escape";
import type { PlanContext } from "./plan-context";
import { isArray, isEmpty, isHidden, isMap, plain, sameValue, Sensitive, unknownValue, type Value } from "./values";

/** A value before and after, and its location. */
export interface Sides {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** Whether the object did not exist before. If so, an absent value is checked as well. */
  readonly isNew: boolean;
  /** Whether the previous resource is replaced by another one. */
  readonly isReplaced: boolean;
  readonly address: string;
  /** Attribute names along the path from the resource, without indexes. */
  readonly path: readonly string[];
  readonly plan: PlanContext;
  /** The whole resource. */
  readonly resource: { readonly before: Value; readonly after: Value };
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

/** Creates a rule for known values from a single check. */
function rule(words: string, isHarmless: (sides: Sides) => boolean, more: Partial<Rule> = {}): Rule {
  const judge = (sides: Sides): string[] => {
    const unreadable = whyUnreadable(sides);
    if (unreadable !== undefined) return [unreadable];
    return isHarmless(sides) ? [] : [changed(sides, words)];
  };
  return { words, judge, ...more };
}

/** Any value. */
export const free = rule("", () => true, { drifts: true });

/** Any value for something new; from then on it must stay the same. */
export const fixed = rule("only for a new resource", ({ isNew }) => isNew);

/** Any value except an empty one. */
export const present = rule("to something else", ({ after }) => !isEmpty(after), { drifts: true });

/** One of these values; `undefined` means absent. */
export function to(...values: readonly (string | number | boolean | undefined)[]): Rule {
  const words = `to ${values.map((value) => (value === undefined ? "nothing" : code(String(value)))).join(" or ")}`;
  return rule(words, ({ after }) =>
    values.some((value) => value === (isEmpty(after) && after !== false ? undefined : after)),
  );
}

/** Only upward, in the order of these values. */
export function up(...order: readonly string[]): Rule {
  const rank = (value: Value | undefined): number => (typeof value === "string" ? order.indexOf(value) : -1);
  return rule(
    `from left to right: ${order.map((each) => code(each)).join(", ")}`,
    ({ before, after }) => rank(after) > rank(before),
  );
}

/** Any value for something new; from then on, this rule applies. */
export function orNew(later: Rule): Rule {
  return { ...later, judge: (sides) => (sides.isNew ? free : later).judge(sides) };
}

/** Numbers that may only increase; absent and 0 both mean forever. */
export const longer = rule("longer; 0 is forever", ({ before, after, isNew }) => isNew || days(after) > days(before));

export const fewer = rule(
  "less",
  ({ before, after }) => typeof before === "number" && typeof after === "number" && after < before,
);

function days(value: Value | undefined): number {
  return typeof value === "number" && value > 0 ? value : Infinity;
}

/** A KMS key: one in the stack's own account for something new, and the same key from then on. */
export const ownKey = rule(
  "none or a key in this account, only for a new resource",
  ({ after, isNew, plan }) => isNew && (isEmpty(after) || plan.isOwnArn(after, "kms")),
);

/** A value where there was none; an existing value stays the same. */
export const added = rule("from nothing to something", ({ before }) => isEmpty(before));

/** An existing value may only be removed. */
export const removed = rule("to nothing", ({ after }) => isEmpty(after));

/** The region of something that already exists. */
export const ownRegion = rule(
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
  const judge = (sides: Sides): string[] => {
    const { after, address, path, plan } = sides;
    if (isEmpty(after)) return [changed(sides, words)];
    if (typeof after === "string" && others?.holds(after, plan) === true) return [];
    const targets = plan.references(address, path);
    const isNamed = targets.length > 0 && targets.every((each) => attributes.includes(each.replace(/\..*\./, ".")));
    // A known value must also equal the value it refers to: a function may have turned it into something else.
    const isThat = after === unknownValue || targets.some((each) => plan.valueOf(each) === after);
    return isNamed && isThat ? [] : [whyUnreadable(sides) ?? changed(sides, words)];
  };
  return { words, judge };
}

/** Like `reference`, and also allows the ARN of something that all groups of an environment share. */
export function referenceOrShared(attribute: string, service: string, name: readonly [string, string]): Rule {
  const words = `\`<environment>-${name[1]}\` in an environment with groups`;
  return reference([attribute], { words, holds: (value, plan) => plan.isShared(value, service, name) });
}

export type Rules = Readonly<Record<string, Rule>>;

/**
 * A block, attribute by attribute. A removed block counts as one without attributes.
 *
 * @param mayMiss whether something new may lack it
 */
export function block(attributes: Rules, mayMiss = false): Rule {
  const judge = (sides: Sides): readonly string[] => {
    const { before, after } = sides;
    if (mayMiss && sides.isNew && isEmpty(after)) return [];
    const [old, now] = [only(before), only(after)];
    if (isHidden(after) || old === "many" || now === "many") return [whyUnreadable(sides) ?? changed(sides, "")];
    return judgeAttributes(attributes, { ...sides, before: old, after: now, isNew: sides.isNew || old === undefined });
  };
  return { words: nested(attributes), judge, drifts: Object.values(attributes).every(({ drifts }) => drifts) };
}

/** Blocks in any order; a block that did not exist before counts as new. */
export function blocks(attributes: Rules, { mayEnd }: { readonly mayEnd: boolean }): Rule {
  const words = `${nested(attributes)}${mayEnd ? "" : "; none may be removed"}`;
  const judge = (sides: Sides): readonly string[] => {
    const { before, after } = sides;
    const old = isArray(before) ? before : [];
    if (isHidden(after) || !(isEmpty(after) || isArray(after))) return [whyUnreadable(sides) ?? changed(sides, words)];
    const now = isArray(after) ? after : [];
    const fresh = now.filter((each) => !old.some((other) => sameValue(each, other)));
    return [
      ...(!mayEnd && now.length < old.length ? [`${code(sides.path.join("."))}: fewer than before`] : []),
      ...fresh.flatMap((each) =>
        isMap(each)
          ? judgeAttributes(attributes, { ...sides, before: undefined, after: each, isNew: true })
          : [changed(sides, words)],
      ),
    ];
  };
  return { words, judge };
}

function nested(attributes: Rules): string {
  return Object.entries(attributes)
    .map(([name, { words }]) => (words === "" ? code(name) : `${code(name)} ${words}`))
    .join(", ");
}

function only(value: Value | undefined): ReadonlyMap<string, Value> | "many" | undefined {
  if (isMap(value)) return value;
  if (!isArray(value)) return isEmpty(value) ? undefined : "many";
  const [first, ...others] = value;
  return first === undefined ? undefined : isMap(first) && others.length === 0 ? first : "many";
}

/** Attributes of any type that are set by AWS or the provider, never by a configuration. */
export const byAws =
  /^(arn|id|tags_all|region|(last_)?date_\w+|create_date|unique_id|registry_id|repository_url|owner|platform_version|type|encrypted|output_resources|os_version|build_version_arn|latest_version\w*|name|platform|version)$/;

/** Applies the same checks to every attribute of a resource or block. */
export function judgeAttributes(rules: Rules, sides: Sides): string[] {
  const valueIn = (half: Value | undefined, name: string): Value | undefined =>
    isMap(half) ? half.get(name) : undefined;
  const names = new Set([...keysOf(sides.before), ...keysOf(sides.after), ...(sides.isNew ? Object.keys(rules) : [])]);
  return [...names].flatMap((name): readonly string[] => {
    const [before, after] = [valueIn(sides.before, name), valueIn(sides.after, name)];
    const found = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const inner: Sides = { ...sides, before, after, path: [...sides.path, name] };
    const { address, path, plan, isNew } = inner;
    if (isNewlyHidden(after)) return [whyUnreadable(inner) ?? ""];
    if (!isNew && (sameValue(before, after) || (isEmpty(before) && isEmpty(after)))) return [];
    const isSet = plan.isSet(address, path);
    // AWS chooses a value for any attribute that is not set, as it does for everything created here.
    const isChosen = isNew || byAws.test(name) || (sides.isReplaced && isEmpty(before));
    if (!isSet && isAllUnknown(after) && isChosen) return [];
    if (found !== undefined) return found.judge(inner);
    if (byAws.test(name) && !isSet && path.length === 1) return [];
    if (isNew && (isEmpty(after) || after === false)) return [];
    return [whyUnreadable(inner) ?? changed(inner, undefined)];
  });
}

function keysOf(value: Value | undefined): Iterable<string> {
  return isMap(value) ? value.keys() : [];
}

function isNewlyHidden(value: Value | undefined): boolean {
  if (isArray(value)) return value.some(isNewlyHidden);
  return isMap(value) ? [...value.values()].some(isNewlyHidden) : value instanceof Sensitive && value.newly;
}

function isAllUnknown(value: Value | undefined): boolean {
  if (isArray(value)) return value.length > 0 && value.every(isAllUnknown);
  if (isMap(value)) return value.size > 0 && [...value.values()].every(isAllUnknown);
  return value === unknownValue;
}

/** Reports whether any part of a value is unknown or hidden. */
function isUnreadable(value: Value | undefined): boolean {
  if (isArray(value)) return value.some(isUnreadable);
  return isMap(value) ? [...value.values()].some(isUnreadable) : isHidden(value);
}

function whyUnreadable({ before, after, path }: Sides): string | undefined {
  const name = code(path.join("."));
  if (isUnreadable(after)) {
    return after === unknownValue ? `${name} is known only after the apply` : `${name} is hidden, at least in part`;
  }
  return isUnreadable(before) ? `${name} was hidden, at least in part` : undefined;
}

/** `words` is `undefined` if there is no rule for the attribute. */
function changed({ before, after, path, isNew }: Sides, words: string | undefined): string {
  const [old, now] = [before, after].map((value) =>
    isEmpty(value) ? "nothing" : code(JSON.stringify(plain(value ?? null)), 60),
  );
  const values = isNew ? (now ?? "") : `${old ?? ""} → ${now ?? ""}`;
  const allowed = words === undefined || words === "" ? "" : `; without approval only ${words}`;
  return `${code(path.join("."))}: ${values}${allowed}`;
}

/** The same number of blocks, in the same order as before. */
export function list(attributes: Rules): Rule {
  const words = nested(attributes);
  const judge = (sides: Sides): readonly string[] => {
    const { before, after } = sides;
    if (!isArray(before) || !isArray(after) || before.length !== after.length)
      return [whyUnreadable(sides) ?? changed(sides, words)];
    return after.flatMap((each, index) =>
      judgeAttributes(attributes, { ...sides, before: before[index], after: each }),
    );
  };
  return { words, judge };
}

/** A string checked by a function that returns reasons. */
export function text(
  words: string,
  reasons: (before: string | undefined, after: string, sides: Sides) => readonly string[],
): Rule {
  const judge = (sides: Sides): readonly string[] => {
    const { before, after } = sides;
    const unreadable = whyUnreadable(sides);
    if (unreadable !== undefined) return [unreadable];
    return typeof after === "string"
      ? reasons(typeof before === "string" ? before : undefined, after, sides)
      : [changed(sides, words)];
  };
  return { words, judge };
}
