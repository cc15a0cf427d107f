/**
 * Values of a plan, made fit to be shown: what is sensitive is gone, what is not known yet is marked.
 *
 * This happens once, when a resource is read, so that nothing that comes later can print a secret.
 * https://developer.hashicorp.com/terraform/internals/json-format#change-representation
 */
export type Value =
  null | boolean | number | string | Sensitive | Unknown | readonly Value[] | ReadonlyMap<string, Value>;

/** In the place of a sensitive value. Before and after share one object where the secret is the same. */
export class Sensitive {
  public readonly shown = "(sensitive value)";

  /** @param newly whether it was shown until now */
  public constructor(public readonly newly: boolean) {}
}

/** In the place of what only the apply will tell. */
class Unknown {
  public readonly shown = "(known after apply)";
}

export const unknownValue = new Unknown();

/** Nothing that Terraform writes is nested deeper; a file made to break its reader may be. */
const deepest = 64;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object without some of its members. */
export function omit(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** `Array.isArray` without its `any`. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A string, number or the like as text; `?` for what has parts, which may have a `toString` of its own. */
export function plainText(value: unknown): string {
  return typeof value === "object" && value !== null ? "?" : String(value);
}

/** The halves of a change, each with what Terraform says of it. */
export interface RawChange {
  readonly before: unknown;
  readonly after: unknown;
  readonly afterUnknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
}

/** Both halves as they may be shown. */
export function shownValues(change: RawChange): { readonly before: Value; readonly after: Value } {
  return both(change, 0);
}

function both(change: RawChange, depth: number): { before: Value; after: Value } {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = change;
  const hidden = isSensitive(beforeSensitive) || isSensitive(afterSensitive);
  if (hidden || depth >= deepest) {
    const newly = isSensitive(afterSensitive) && !isSensitive(beforeSensitive);
    const one = new Sensitive(newly);
    const same = afterUnknown !== true && sameJson(before, after, depth);
    const other = same ? one : new Sensitive(newly);
    return { before: hide(before, one), after: afterUnknown === true ? other : hide(after, other) };
  }
  if (isObject(before) || isObject(after) || isObject(afterUnknown)) {
    return composite(
      change,
      (value) => (isObject(value) ? Object.keys(value) : []),
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      depth,
    );
  }
  if (isList(before) || isList(after) || isList(afterUnknown)) {
    return composite(
      change,
      (value) => (isList(value) ? value.map((_, index) => String(index)) : []),
      (value, key) => (isList(value) ? value[Number(key)] : undefined),
      depth,
    );
  }
  if (hidesAnything(beforeSensitive, depth) || hidesAnything(afterSensitive, depth)) {
    // The mask has a shape and the value has none: nothing that Terraform writes, so nothing to show.
    return both({ ...change, beforeSensitive: true }, depth);
  }
  return { before: scalar(before), after: afterUnknown === true ? unknownValue : scalar(after) };
}

/** Goes into objects or lists, side by side. A half that is neither is shown as it is. */
function composite(
  change: RawChange,
  keysOf: (value: unknown) => string[],
  at: (value: unknown, key: string) => unknown,
  depth: number,
): { before: Value; after: Value } {
  const beforeKeys = new Set(keysOf(change.before));
  const afterKeys = new Set([...keysOf(change.after), ...keysOf(change.afterUnknown)]);
  const before = new Map<string, Value>();
  const after = new Map<string, Value>();
  for (const key of new Set([...beforeKeys, ...afterKeys])) {
    const child = both(
      {
        before: at(change.before, key),
        after: at(change.after, key),
        afterUnknown: at(change.afterUnknown, key),
        beforeSensitive: maskAt(change.beforeSensitive, key),
        afterSensitive: maskAt(change.afterSensitive, key),
      },
      depth + 1,
    );
    if (beforeKeys.has(key)) before.set(key, child.before);
    if (afterKeys.has(key)) after.set(key, child.after);
  }
  const whole = (half: unknown, members: Map<string, Value>): Value => {
    if (isList(half)) return [...members.values()];
    return isObject(half) ? members : scalar(half);
  };
  const unknown = change.afterUnknown;
  // A block of which nothing is known yet is absent from `after`.
  const afterHalf = change.after ?? (isObject(unknown) || isList(unknown) ? unknown : change.after);
  return {
    before: whole(change.before, before),
    after: unknown === true ? unknownValue : whole(afterHalf, after),
  };
}

/** A mask is `true`, `false`, or shaped as the value. Whatever else it is, the value stays hidden. */
function isSensitive(mask: unknown): boolean {
  return !(mask === undefined || mask === null || mask === false || isObject(mask) || isList(mask));
}

function maskAt(mask: unknown, key: string): unknown {
  if (isList(mask)) {
    // A mask shaped as a list over something that is none: hide it.
    return /^\d+$/.test(key) ? mask[Number(key)] : hidesAnything(mask, 0);
  }
  return isObject(mask) && Object.hasOwn(mask, key) ? mask[key] : undefined;
}

function hidesAnything(mask: unknown, depth: number): boolean {
  if (depth >= deepest) return true;
  if (isList(mask) || isObject(mask)) return Object.values(mask).some((inner) => hidesAnything(inner, depth + 1));
  return isSensitive(mask);
}

function hide(value: unknown, sensitive: Sensitive): Value {
  return value === null || value === undefined ? null : sensitive;
}

function scalar(value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  // One half is a list and the other an object: no shape to compare, and nothing that Terraform writes.
  return isObject(value) || isList(value) ? "(of another shape)" : null;
}

function sameJson(a: unknown, b: unknown, depth: number): boolean {
  if (a === b) return true;
  if (depth >= deepest) return false;
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((value, index) => sameJson(value, b[index], depth + 1));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key], depth + 1))
  );
}

/** Whether only a mark stands in the value's place. */
export function isHidden(value: Value | undefined): value is Sensitive | Unknown {
  return value instanceof Sensitive || value === unknownValue;
}

export function isMap(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether two values that are shown are the same; a secret is the same as itself, and nothing unknown is. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === unknownValue || b === unknownValue) return false;
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((value, index) => sameValue(value, b[index]));
  if (isMap(a) && isMap(b)) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key)));
  }
  return a === b;
}

/** The value at a path such as `schedule.0.timezone`; undefined where there is none. */
export function valueAt(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  return path.reduce<Value | undefined>((found, step) => {
    if (isMap(found)) return found.get(String(step));
    return isArray(found) ? found[Number(step)] : undefined;
  }, value);
}

/** As `valueAt`, where it is text. */
export function textAt(value: Value | undefined, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === "string" ? found : undefined;
}
