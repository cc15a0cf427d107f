import { AwsError, raise } from "./errors";

export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Parses a body; an empty one is an empty object, as in AWS. */
export function parseObject(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  let parsed: Json;
  try {
    parsed = JSON.parse(body.toString("utf8")) as Json;
  } catch {
    throw new AwsError("SerializationException", "The body is not JSON");
  }
  if (!isObject(parsed))
    throw new AwsError("SerializationException", "Start of structure or map found where not expected.");
  return parsed;
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a reader of values of one type, at a path of keys. */
function reader<T extends Json>(isType: (value: Json) => value is T) {
  return (from: JsonObject, ...path: readonly string[]): T | undefined => {
    const found = path.reduce<Json>((value, key) => (isObject(value) ? value[key] : undefined), from);
    return isType(found) ? found : undefined;
  };
}

const isText = (value: Json): value is string => typeof value === "string";
export const text = reader(isText);
export const number = reader((value) => typeof value === "number");
export const flag = reader((value) => typeof value === "boolean");
export const object = reader(isObject);
const list = reader(isList);

/** Returns text that the API model requires and that is therefore always present. */
export function needed(from: JsonObject, ...path: readonly string[]): string {
  return text(from, ...path) ?? raise(new Error(`${path.join(".")} is not required by the API model`));
}

export function objects(from: JsonObject, ...path: readonly string[]): JsonObject[] {
  return (list(from, ...path) ?? []).filter(isObject);
}

export function texts(from: JsonObject, ...path: readonly string[]): string[] {
  return (list(from, ...path) ?? []).filter(isText);
}

/** A map of strings, such as tags. */
export function textMap(from: JsonObject, key: string): Map<string, string> {
  return new Map(
    Object.entries(object(from, key) ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Tags as services write them: a map, or a list of keys and values (`Key`, `key`, `TagKey`), or of keys alone. */
export function tagEntries(value: Json): [string, string][] {
  if (isObject(value)) {
    const [[, list] = []] = Object.entries(value);
    return isList(list) ? tagEntries(list) : Object.entries(value).map(([key, of]) => [key, shown(of ?? "")]);
  }
  return (isList(value) ? value : []).map((each): [string, string] => {
    if (!isObject(each)) return [shown(each), ""];
    const [key = "", content = ""] = [/key$/i, /value$/i].map(
      (end) => each[Object.keys(each).find((name) => end.test(name)) ?? ""],
    );
    return [shown(key), shown(content)];
  });
}

export function tagList(from: JsonObject, key: string): Map<string, string> {
  return new Map(tagEntries(from[key]));
}

/** Returns only the given fields. */
export function pick(from: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

/** Returns all fields except the given ones. */
export function omit(from: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));
}

/** Returns a value as text, for messages and for parameters that are always text. */
export function shown(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** Whether two values have the same content, regardless of key order. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (isObject(value)) {
    const fields = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${fields.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
