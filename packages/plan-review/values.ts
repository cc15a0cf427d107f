import { isDeepStrictEqual } from "node:util";
import { code } from "@pipelines/findings/escape";
import { isList, isRecord as isObject } from "@pipelines/findings/values";

/**
 * Values in a plan, made safe to display: sensitive values are removed, and unknown values are marked.
 *
 * This happens once, when a resource is read, so that no later code can print a secret.
 * https://developer.hashicorp.com/terraform/internals/json-format#change-representation
 */
export type Value =
  null | boolean | number | string | Sensitive | Unknown | readonly Value[] | ReadonlyMap<string, Value>;

/** Stands for a sensitive value. Only this class can compare the value itself. */
export class Sensitive {
  public readonly shown = "(sensitive value)";
  readonly #secret: string | undefined;

  /**
   * @param newly whether it was visible until now
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

/** Stands for a value that is known only after the apply. */
class Unknown {
  public readonly shown = "(known after apply)";
}

export const unknownValue = new Unknown();

/** Terraform never writes anything nested more deeply than this; a malicious file may. */
const deepest = 64;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reports whether an object has no members other than these. */
export function hasOnly(object: JsonObject, names: readonly string[]): boolean {
  return Object.keys(object).every((name) => names.includes(name));
}

/** Returns an object without the given members. */
export function omit(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

export { isList, isObject };

/** Returns a member of an object; undefined if it only inherits it, as it does `toString`. */
export function own<T>(object: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Returns the object at a path of members; an empty object if there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  const found = path.reduce((one, name) => (isObject(one) ? own(one, name) : undefined), value);
  return isObject(found) ? found : {};
}

/** Returns the objects in a list; empty for anything else. */
export function objectsOf(value: unknown): JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

/** Reports whether a change to a resource or an output consists of this action alone. */
export function does(change: JsonObject, action: string): boolean {
  return isDeepStrictEqual(change["actions"], [action]);
}

/** Reports whether a value is null or an empty list or object. */
export function isNothing(value: unknown): boolean {
  if (isList(value)) return value.length === 0;
  return value === null || (isObject(value) && Object.keys(value).length === 0);
}

/** Parses a JSON string as an object; undefined if it is anything else. */
export function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a string, number or boolean as text; `?` for lists and objects, which might define their own `toString`. */
export function plainText(value: unknown): string {
  return typeof value === "object" && value !== null ? "?" : String(value);
}

/** Returns both halves of a change to a resource or an output, made safe to display. */
export function shownChange(change: JsonObject): { readonly before: Value; readonly after: Value } {
  const masks = [change["before_sensitive"], change["after_sensitive"]];
  return {
    before: shown(change["before"], undefined, masks, 0),
    after: shown(change["after"], change["after_unknown"], masks, 0),
  };
}

/** A value that either mask marks as sensitive is hidden on both sides. */
function shown(value: unknown, unknown: unknown, masks: readonly unknown[], depth: number): Value {
  const hasParts = [value, unknown].some((one) => isObject(one) || isList(one));
  // Terraform never writes a mask with parts for a value without parts, so in that case the value is hidden.
  if (depth >= deepest || masks.some((mask) => (hasParts ? isSensitive(mask) : hidesAnything(mask, depth)))) {
    if (unknown !== true && (value === null || value === undefined)) return null;
    const [before, after] = masks.map(isSensitive);
    return new Sensitive(after === true && before !== true, unknown === true ? undefined : serialized(value));
  }
  if (unknown === true) return unknownValue;
  // A block that is still entirely unknown is absent from `after`.
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
  return isObject(value) ? own(value, key) : undefined;
}

/** Returns a value as JSON; undefined if it is nested so deeply that it can be parsed but not serialized. */
export function serialized(value: unknown, indent?: number): string | undefined {
  try {
    return JSON.stringify(value, undefined, indent);
  } catch {
    return undefined;
  }
}

/** A mask is `true`, `false`, or has the structure of the value. If it is anything else, the value stays hidden. */
function isSensitive(mask: unknown): boolean {
  return !(mask === undefined || mask === null || mask === false || isObject(mask) || isList(mask));
}

function maskAt(mask: unknown, key: string): unknown {
  // If the mask is a list, but the value is not, the value stays hidden.
  return isList(mask) && !/^\d+$/.test(key) ? hidesAnything(mask, 0) : memberOf(mask, key);
}

function hidesAnything(mask: unknown, depth: number): boolean {
  if (depth >= deepest) return true;
  if (isList(mask) || isObject(mask)) return Object.values(mask).some((inner) => hidesAnything(inner, depth + 1));
  return isSensitive(mask);
}

function scalar(value: unknown): Value {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Reports whether a value is only a marker. */
export function isHidden(value: Value | undefined): value is Sensitive | Unknown {
  return value instanceof Sensitive || value === unknownValue;
}

export function isMap(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Reports whether two displayed values are the same; a secret equals itself, and an unknown value equals nothing. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === unknownValue || b === unknownValue) return false;
  if (a instanceof Sensitive && b instanceof Sensitive) return a.equals(b);
  if (isList(a) && isList(b)) return a.length === b.length && a.every((value, index) => sameValue(value, b[index]));
  if (isMap(a) && isMap(b)) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key)));
  }
  return a === b;
}

/** Returns the parts of a value that have no parts themselves: strings, markers, and also empty lists and maps. */
export function leavesOf(value: Value | undefined): readonly (Value | undefined)[] {
  const parts = isList(value) ? value : isMap(value) ? [...value.values()] : [];
  return parts.length === 0 ? [value] : parts.flatMap(leavesOf);
}

/**
 * Reports whether a value is absent, null, or an empty string, list or map: the provider uses these interchangeably.
 */
export function isEmpty(value: Value | undefined): boolean {
  return leavesOf(value).every(
    (each) => each === undefined || each === null || each === "" || isList(each) || isMap(each),
  );
}

/** Returns the members of a map; none for any other value. */
export function membersOf(value: Value | undefined): ReadonlyMap<string, Value> {
  return isMap(value) ? value : new Map<string, Value>();
}

/** Returns the value at a path such as `schedule.0.timezone`; undefined if there is no such value. */
export function valueAt(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  return path.reduce<Value | undefined>((found, step) => {
    if (isMap(found)) return found.get(String(step));
    return isList(found) ? found[Number(step)] : undefined;
  }, value);
}

/** Like `valueAt`, for strings only. */
export function textAt(value: Value | undefined, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === "string" ? found : undefined;
}

/** Returns a value as shown in a table cell, in Markdown; an empty string if there is none. */
export function cell(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (isHidden(value)) return value.shown;
  return code(typeof value === "string" ? value : JSON.stringify(plain(value)));
}

/** Returns a value as plain JSON data, with markers in place of values that cannot be shown. */
export function plain(value: Value): unknown {
  if (isHidden(value)) return value.shown;
  if (isList(value)) return value.map(plain);
  // An assignment would set the prototype if the key is `__proto__`.
  return isMap(value) ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value;
}
