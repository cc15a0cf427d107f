import { code } from "@pipelines/findings/escape";
import type { PlanContext } from "./plan-context";
import { isArray, isEmpty, isHidden, isMap, plain, sameValue, Sensitive, unknownValue, type Value } from "./values";

/** A value before and after, and where it is. */
export interface Sides {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** Whether nothing was there before, so that absence counts too. */
  readonly isNew: boolean;
  /** Whether another resource takes the place of the one before. */
  readonly isReplaced: boolean;
  readonly address: string;
  /** Attribute names from the resource on, without indexes. */
  readonly path: readonly string[];
  readonly plan: PlanContext;
  /** The whole resource. */
  readonly resource: { readonly before: Value; readonly after: Value };
}

/** What may happen to an attribute without approval. */
export interface Rule {
  /** In the table and in reasons; "" is freely. */
  readonly words: string;
  /** Reasons, in Markdown, that a change of it needs approval. */
  readonly judge: (sides: Sides) => readonly string[];
  /** Whether a change of it outside Terraform is no matter. */
  readonly drifts?: boolean;
}

/** A rule for values that are known, as one question. */
function rule(words: string, isHarmless: (sides: Sides) => boolean, more: Partial<Rule> = {}): Rule {
  const judge = (sides: Sides): string[] => {
    const unreadable = whyUnreadable(sides);
    if (unreadable !== undefined) return [unreadable];
    return isHarmless(sides) ? [] : [changed(sides, words)];
  };
  return { words, judge, ...more };
}

/** May be anything. */
export const free = rule("", () => true, { drifts: true });

/** May be anything for something new, and stays so. */
export const fixed = rule("for something new", ({ isNew }) => isNew);

/** May be anything but nothing. */
export const present = rule("to something else", ({ after }) => !isEmpty(after), { drifts: true });

/** May become one of these values; `undefined` is absence. */
export function to(...values: readonly (string | number | boolean | undefined)[]): Rule {
  const words = `to ${values.map((value) => (value === undefined ? "nothing" : code(String(value)))).join(" or ")}`;
  return rule(words, ({ after }) =>
    values.some((value) => value === (isEmpty(after) && after !== false ? undefined : after)),
  );
}

/** May only become more, in the order of these values. */
export function up(...order: readonly string[]): Rule {
  const rank = (value: Value | undefined): number => (typeof value === "string" ? order.indexOf(value) : -1);
  return rule(
    `from left to right: ${order.map((each) => code(each)).join(", ")}`,
    ({ before, after }) => rank(after) > rank(before),
  );
}

/** Anything for something new; later by this rule. */
export function orNew(later: Rule): Rule {
  return { ...later, judge: (sides) => (sides.isNew ? free : later).judge(sides) };
}

/** Numbers that may only rise; nothing at all and 0 are forever. */
export const longer = rule("longer; 0 is forever", ({ before, after, isNew }) => isNew || days(after) > days(before));

export const fewer = rule(
  "less",
  ({ before, after }) => typeof before === "number" && typeof after === "number" && after < before,
);

function days(value: Value | undefined): number {
  return typeof value === "number" && value > 0 ? value : Infinity;
}

/** A KMS key: of the own account for something new, and the same from then on. */
export const ownKey = rule(
  "none or a key of this account, for something new",
  ({ after, isNew, plan }) => isNew && (isEmpty(after) || plan.isOwnArn(after, "kms")),
);

/** Where there was nothing, a value; where there was one, that. */
export const added = rule("to something, from nothing", ({ before }) => isEmpty(before));

/** Where there was a value, none. */
export const removed = rule("to nothing", ({ after }) => isEmpty(after));

/** The region of something that is there already. */
export const ownRegion = rule(
  "to a region that the stack is in",
  ({ after, plan }) => typeof after === "string" && plan.regions.has(after),
);

/**
 * Takes an attribute of a resource of the same plan, whatever its value; or a value of that form.
 *
 * @param attributes such as `aws_ecr_repository.name`
 */
export function reference(
  attributes: readonly string[],
  others?: { readonly words: string; readonly holds: (value: string, plan: PlanContext) => boolean },
): Rule {
  const names = attributes.map((each) => code(each)).join(" or ");
  const words = `to ${names} of the same plan${others === undefined ? "" : `, or ${others.words}`}`;
  const judge = (sides: Sides): string[] => {
    const { after, address, path, plan } = sides;
    if (isEmpty(after)) return [changed(sides, words)];
    if (typeof after === "string" && others?.holds(after, plan) === true) return [];
    const targets = plan.references(address, path);
    const isNamed = targets.length > 0 && targets.every((each) => attributes.includes(each.replace(/\..*\./, ".")));
    // What is known must also be what it refers to: a function may have made something else of it.
    const isThat = after === unknownValue || targets.some((each) => plan.valueOf(each) === after);
    return isNamed && isThat ? [] : [whyUnreadable(sides) ?? changed(sides, words)];
  };
  return { words, judge };
}

/** The same, or what the environment has once for all its groups, by its ARN. */
export function referenceOrShared(attribute: string, service: string, name: readonly [string, string]): Rule {
  const words = `\`<environment>-${name[1]}\` of an environment with groups`;
  return reference([attribute], { words, holds: (value, plan) => plan.isShared(value, service, name) });
}

export type Rules = Readonly<Record<string, Rule>>;

/**
 * A block, attribute by attribute. One that is gone counts as one without attributes.
 *
 * @param mayMiss whether something new may be without it
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

/** Blocks in any order, of which each that was not there before counts as new. */
export function blocks(attributes: Rules, { mayEnd }: { readonly mayEnd: boolean }): Rule {
  const words = `${nested(attributes)}${mayEnd ? "" : "; not fewer of them"}`;
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

/** Attributes of every type that AWS or the provider sets, and no configuration. */
export const byAws =
  /^(arn|id|tags_all|region|(last_)?date_\w+|create_date|unique_id|registry_id|repository_url|owner|platform_version|type|encrypted|output_resources|os_version|build_version_arn|latest_version\w*|name|platform|version)$/;

/** The same questions to every attribute of a resource or block. */
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
    // What nobody sets, AWS chooses, as it does for all that is made here.
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

/** Whether any part of a value is not known or not shown. */
function isUnreadable(value: Value | undefined): boolean {
  if (isArray(value)) return value.some(isUnreadable);
  return isMap(value) ? [...value.values()].some(isUnreadable) : isHidden(value);
}

function whyUnreadable({ before, after, path }: Sides): string | undefined {
  const name = code(path.join("."));
  if (isUnreadable(after)) {
    return after === unknownValue ? `${name} is known after the apply only` : `${name} is hidden, at least in part`;
  }
  return isUnreadable(before) ? `${name} was hidden, at least in part` : undefined;
}

/** `undefined`: no rule is about it. */
function changed({ before, after, path, isNew }: Sides, words: string | undefined): string {
  const [old, now] = [before, after].map((value) =>
    isEmpty(value) ? "nothing" : code(JSON.stringify(plain(value ?? null)), 60),
  );
  const values = isNew ? (now ?? "") : `${old ?? ""} → ${now ?? ""}`;
  const allowed = words === undefined || words === "" ? "" : `; without approval only ${words}`;
  return `${code(path.join("."))}: ${values}${allowed}`;
}

/** The same number of blocks, in their original order. */
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

/** A text that a function judges, which answers with reasons. */
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
