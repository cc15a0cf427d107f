import { isDeepStrictEqual } from "node:util";
import { code } from "@pipelines/findings/escape";
import { isList, isRecord as isObject } from "@pipelines/findings/values";

/**
 * Values of a plan, made safe to show: what is sensitive is gone, what is not known yet is marked.
 *
 * This happens once, when a resource is read, so that nothing that comes later can print a secret.
 * https://developer.hashicorp.com/terraform/internals/json-format#change-representation
 */
export type Value =
  null | boolean | number | string | Sensitive | Unknown | readonly Value[] | ReadonlyMap<string, Value>;

/** Stands for a sensitive value. Only the value itself can compare it. */
export class Sensitive {
  public readonly shown = "(sensitive value)";
  readonly #secret: string | undefined;

  /**
   * @param newly whether it was shown until now
   * @param secret the value as JSON; undefined is equal to nothing
   */
  public constructor(
    public readonly newly: boolean,
    secret: string | undefined,
  ) {
    this.#secret = secret;
  }

  public equals(other: Sensitive): boolean {
    return this.#secret !== undefined && this.#secret === other.#secret;
  }
}

/** In the place of what only the apply will tell. */
class Unknown {
  public readonly shown = "(known after apply)";
}

export const unknownValue = new Unknown();

/** Nothing that Terraform writes is nested deeper; a file made to break its reader may be. */
const deepest = 64;

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object without some of its members. */
export function omit(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

export { isList, isObject };

/** The object at a path of members; an empty one if there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  const found = path.reduce((one, name) => (isObject(one) && Object.hasOwn(one, name) ? one[name] : undefined), value);
  return isObject(found) ? found : {};
}

/** The objects of a list; none of anything else. */
export function objectsOf(value: unknown): JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

/** Whether a change of the format, of a resource or an output, is this action and no other. */
export function does(change: JsonObject, action: string): boolean {
  return isDeepStrictEqual(change["actions"], [action]);
}

/** Null, and lists and objects without members. */
export function isNothing(value: unknown): boolean {
  if (isList(value)) return value.length === 0;
  return value === null || (isObject(value) && Object.keys(value).length === 0);
}

/** A JSON text as an object; undefined for any other text. */
export function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A string, number or the like as text; `?` for anything that has parts, which may have a `toString` of its own. */
export function plainText(value: unknown): string {
  return typeof value === "object" && value !== null ? "?" : String(value);
}

/** The halves of any change of the format as they may be shown: a resource's, or an output's. */
export function shownChange(change: JsonObject): { readonly before: Value; readonly after: Value } {
  const masks = [change["before_sensitive"], change["after_sensitive"]];
  return {
    before: shown(change["before"], undefined, masks, 0),
    after: shown(change["after"], change["after_unknown"], masks, 0),
  };
}

/** What either mask hides is hidden in both halves. */
function shown(value: unknown, unknown: unknown, masks: readonly unknown[], depth: number): Value {
  const hasParts = [value, unknown].some((one) => isObject(one) || isList(one));
  // A mask that has a shape where the value has none is nothing that Terraform writes, so nothing is shown.
  if (depth >= deepest || masks.some((mask) => (hasParts ? isSensitive(mask) : hidesAnything(mask, depth)))) {
    if (unknown !== true && (value === null || value === undefined)) return null;
    const [before, after] = masks.map(isSensitive);
    return new Sensitive(after === true && before !== true, unknown === true ? undefined : secretOf(value));
  }
  if (unknown === true) return unknownValue;
  // A block of which nothing is known yet is absent from `after`.
  const shape = value ?? unknown;
  const member = (key: string): Value => {
    const inner = masks.map((mask) => maskAt(mask, key));
    return shown(memberOf(value, key), memberOf(unknown, key), inner, depth + 1);
  };
  const keys = new Set([value, unknown].flatMap((one) => (isObject(one) || isList(one) ? Object.keys(one) : [])));
  if (isList(shape)) return [...keys].map(member);
  return isObject(shape) ? new Map([...keys].map((key) => [key, member(key)])) : scalar(value);
}

function memberOf(value: unknown, key: string): unknown {
  if (isList(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function secretOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested so deep that it can be read and not be written.
    return undefined;
  }
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

function scalar(value: unknown): Value {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
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
  if (a instanceof Sensitive && b instanceof Sensitive) return a.equals(b);
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((value, index) => sameValue(value, b[index]));
  if (isMap(a) && isMap(b)) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key)));
  }
  return a === b;
}

/** Absent, null, and empty texts, lists and maps: the provider writes now one, now the other. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  return isArray(value) ? value.every(isEmpty) : isMap(value) && [...value.values()].every(isEmpty);
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

/** A value as it stands in a table's cell, in Markdown; nothing where there is none. */
export function cell(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (isHidden(value)) return value.shown;
  return code(typeof value === "string" ? value : JSON.stringify(plain(value)));
}

/** As JSON would have it, with marks instead of what cannot be shown. */
export function plain(value: Value): unknown {
  if (isHidden(value)) return value.shown;
  if (isArray(value)) return value.map(plain);
  // Not by assignment, which would take the key `__proto__` for something else.
  return isMap(value) ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value;
}
