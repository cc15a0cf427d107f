import { type Json, type JsonObject, isObject } from "./json";
import { type ApiModel, type Member, scalar, type Shape } from "./model";

/**
 * The fields of a form, split at the dots in their names: `Tags.member.1.Key` is `{ Tags: { member: { 1: { Key } } }
 * }`.
 */
interface Tree {
  [name: string]: Tree | string;
}

/** Reads an operation's input from an AWS Query form. */
export function fromForm(form: URLSearchParams, shape: Shape, model: ApiModel): JsonObject {
  const tree: Tree = {};
  for (const [name, value] of form) {
    if (name === "Action" || name === "Version") continue;
    let at = tree;
    const parts = name.split(".");
    for (const part of parts.slice(0, -1)) {
      const next = at[part];
      at = typeof next === "object" ? next : (at[part] = {});
    }
    at[parts.at(-1) ?? ""] = value;
  }
  const input = read(tree, shape, model);
  return isObject(input) ? input : {};
}

function read(node: Tree | string | undefined, shape: Shape, model: ApiModel): Json {
  const as = (member: Member | undefined, value: Tree | string | undefined) =>
    read(value, model.shape(member?.shape ?? ""), model);
  if (node === undefined) return undefined;
  // An empty list or map is sent as its name without a value.
  if (typeof node === "string" && shape.type === "list") return node === "" ? [] : node;
  if (typeof node === "string" && shape.type === "map") return node === "" ? {} : node;
  if (typeof node === "string") return scalar(node, shape);
  if (shape.type === "list") return numbered(node["member"]).map((each) => as(shape.member, each));
  if (shape.type === "map") {
    const { key, value } = shape;
    const entries = numbered(node["entry"]).flatMap((entry) => {
      const name = typeof entry === "object" ? entry[key?.locationName ?? "key"] : undefined;
      if (typeof entry !== "object" || typeof name !== "string") return [];
      return [[name, as(value, entry[value?.locationName ?? "value"])]];
    });
    return Object.fromEntries(entries) as JsonObject;
  }
  const fields = Object.entries(node).map(([name, field]) => {
    const member = shape.members?.[name];
    return [name, member === undefined ? JSON.stringify(field) : as(member, field)];
  });
  return Object.fromEntries(fields) as JsonObject;
}

/** The values under 1, 2, 3, … */
function numbered(node: Tree | string | undefined): (Tree | string)[] {
  if (typeof node !== "object") return [];
  return Object.keys(node)
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((key) => node[key] ?? []);
}
