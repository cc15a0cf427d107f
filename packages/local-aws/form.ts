import { type Json, type JsonObject, isObject } from "./json";
import type { ApiModel, Shape } from "./model";
import { fromXml } from "./xml";

/** Reads an operation's input from an AWS Query form: `Tags.member.1.Key` is a part of what XML would have in `Tags`. */
export function fromForm(form: URLSearchParams, shape: Shape, model: ApiModel): JsonObject {
  const tree: Record<string, Json> = {};
  for (const [name, value] of form) {
    if (name === "Action" || name === "Version") continue;
    let at = tree;
    const [last = "", ...above] = name.split(".").reverse();
    for (const part of above.reverse()) at = isObject(at[part]) ? at[part] : (at[part] = {});
    at[last] = value;
  }
  return fromXml(numbered(tree), shape, model) as JsonObject;
}

/** Turns the values under 1, 2, 3, … into lists. */
function numbered(node: Json): Json {
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([name, value]): [string, Json] => [name, numbered(value)]);
  const isNumbered = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  return isNumbered ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
