import { code } from "@pipelines/findings/escape";
import { isArray, isHidden, isMap, type Value } from "./values";

/** A value as it stands in a table's cell, in Markdown; nothing where there is none. */
export function cell(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (isHidden(value)) return value.shown;
  return code(typeof value === "string" ? value : JSON.stringify(plain(value)));
}

/** As JSON would have it, with marks in the place of what cannot be shown. */
export function plain(value: Value): unknown {
  if (isHidden(value)) return value.shown;
  if (isArray(value)) return value.map(plain);
  // Not by assignment, which would take the key `__proto__` for something else.
  return isMap(value) ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value;
}
