import { XMLParser } from "fast-xml-parser";
import { AwsError } from "./errors";
import { isList, isObject, type Json, type JsonObject, objects, shown } from "./json";
import { type ApiModel, type Member, scalar, type Shape } from "./model";

/** Writes an element's content: text, child elements and `@attributes`, or the same element several times. */
export function writeXml(root: string, content: Json, namespace?: string): string {
  const written = element(root, content, namespace === undefined ? "" : ` xmlns="${namespace}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}`;
}

function element(name: string, content: Json, given = ""): string {
  if (content === undefined || content === null) return "";
  if (isList(content)) return content.map((each) => element(name, each)).join("");
  if (!isObject(content)) return `<${name}${given}>${escaped(shown(content))}</${name}>`;
  const entries = Object.entries(content);
  const attributes = entries
    .filter(([key]) => key.startsWith("@"))
    .map(([key, value]) => ` ${key.slice(1)}="${escaped(shown(value))}"`);
  const children = entries.filter(([key]) => !key.startsWith("@")).map(([key, value]) => element(key, value));
  return `<${name}${given}${attributes.join("")}>${children.join("")}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML treats as markup, or that it changes or forbids as literals. */
function escaped(text: string): string {
  return text.replace(/[&<>"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\ufffe\uffff]/g, (character) => {
    return escapes[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
  });
}

/** Parses XML, with every value as text. */
export function readXml(body: Buffer): JsonObject {
  const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, htmlEntities: true });
  try {
    return parser.parse(body) as JsonObject;
  } catch {
    throw malformedXml();
  }
}

export function malformedXml(): AwsError {
  return new AwsError(
    "MalformedXML",
    "The XML you provided was not well-formed or did not validate against our published schema",
  );
}

/** Converts an element's content to the shape in its model; anything not in the shape keeps its name. */
export function fromXml(content: Json, shape: Shape, model: ApiModel): Json {
  if (shape.type === "structure") {
    if (content === "") return {};
    if (!isObject(content)) return content;
    const members = new Map(
      Object.entries(shape.members ?? {}).map(([name, member]) => [member.locationName ?? name, { name, member }]),
    );
    const fields = Object.entries(content)
      .filter(([element]) => !element.startsWith("?"))
      .map(([element, value]) => {
        const known = members.get(element);
        if (known === undefined) return [element, value];
        const of = model.shape(known.member.shape);
        const flattened = of.flattened === true || known.member.flattened === true;
        return [known.name, fromXml(of.type === "list" && flattened ? { member: value } : value, of, model)];
      });
    return Object.fromEntries(fields) as JsonObject;
  }
  if (shape.type === "list") {
    if (content === "") return [];
    if (!isObject(content)) return content;
    const [all = [], ...others] = Object.values(content);
    if (others.length > 0) return content;
    const of = model.shape(shape.member?.shape ?? "");
    return (Array.isArray(all) ? (all as readonly Json[]) : [all]).map((each) => fromXml(each, of, model));
  }
  if (shape.type === "map") {
    const { key, value } = shape;
    const of = model.shape(value?.shape ?? "");
    const entries = objects({ ...(isObject(content) ? content : {}) }, "entry").map((entry): [string, Json] => [
      shown(entry[key?.locationName ?? "key"]),
      fromXml(entry[value?.locationName ?? "value"], of, model),
    ]);
    return isObject(content) || content === "" ? Object.fromEntries(entries) : content;
  }
  return typeof content === "string" ? scalar(content, shape) : content;
}

/** An answer as XML, in its model's shape: the reverse of {@link fromXml}. */
export function toXml(value: Json, shape: Shape, model: ApiModel): Json {
  const inside = (of: Json, member: Member | undefined) => toXml(of, model.answer(member?.shape), model);
  if (isList(value)) {
    return { [shape.member?.locationName ?? "member"]: value.map((each) => inside(each, shape.member)) };
  }
  if (isObject(value) && shape.type === "map") {
    const { key, value: content } = shape;
    const entries = Object.entries(value).map(([name, each]) => ({
      [key?.locationName ?? "key"]: name,
      [content?.locationName ?? "value"]: inside(each, content),
    }));
    return { entry: entries };
  }
  if (isObject(value)) {
    const fields = Object.entries(value).map(([name, each]) => {
      const member = shape.members?.[name];
      const of = inside(each, member);
      const isFlat = (member?.flattened ?? model.answer(member?.shape).flattened) === true;
      return [member?.locationName ?? name, isFlat && isObject(of) ? Object.values(of)[0] : of];
    });
    return Object.fromEntries(fields) as JsonObject;
  }
  const isTime = typeof value === "number" && shape.type === "timestamp";
  return isTime ? new Date(Math.round(value * 1000)).toISOString() : value;
}
