import { XMLParser } from "fast-xml-parser";
import { AwsError } from "./errors";
import { isList, isObject, type Json, type JsonObject, shown } from "./json";
import { type ApiModel, type Member, scalar, type Shape } from "./model";

/** An XML element's content: text, child elements and `@attributes`, or the same element several times. */
export type Xml = string | number | boolean | undefined | readonly XmlContent[] | XmlContent;
type XmlContent = string | { readonly [name: string]: Xml };

export function writeXml(root: string, content: Xml, namespace?: string): string {
  const attributes = namespace === undefined ? {} : { "@xmlns": namespace };
  const isParent = typeof content === "object" && !isSeveral(content);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, isParent ? { ...attributes, ...content } : content)}`;
}

function element(name: string, content: Xml): string {
  if (content === undefined) return "";
  if (typeof content !== "object") return `<${name}>${escaped(String(content))}</${name}>`;
  if (isSeveral(content)) return content.map((each) => element(name, each)).join("");
  const entries = Object.entries(content);
  const attributes = entries
    .filter(([key]) => key.startsWith("@"))
    .map(([key, value]) => ` ${key.slice(1)}="${escaped(typeof value === "string" ? value : "")}"`);
  const children = entries.filter(([key]) => !key.startsWith("@")).map(([key, value]) => element(key, value));
  return `<${name}${attributes.join("")}>${children.join("")}</${name}>`;
}

function isSeveral(content: XmlContent | readonly XmlContent[]): content is readonly XmlContent[] {
  return Array.isArray(content);
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
  return typeof content === "string" ? scalar(content, shape) : content;
}

/** An answer as XML, in its model's shape: the reverse of {@link fromXml}. */
export function toXml(value: Json, shape: Shape, model: ApiModel): Xml {
  const inside = (of: Json, member: Member | undefined) => toXml(of, model.answer(member?.shape), model);
  if (isList(value)) {
    const rows = value.map((each) => inside(each, shape.member) as XmlContent);
    return { [shape.member?.locationName ?? "member"]: rows };
  }
  if (isObject(value) && shape.type === "map") {
    const { key, value: content } = shape;
    const entry = ([name, each]: [string, Json]): XmlContent => ({
      [key?.locationName ?? "key"]: name,
      [content?.locationName ?? "value"]: inside(each, content),
    });
    return { entry: Object.entries(value).map(entry) };
  }
  if (isObject(value)) {
    const fields = Object.entries(value).flatMap(([name, each]): [string, Xml][] => {
      if (name.startsWith("@")) return [[name, shown(each)]];
      const member = shape.members?.[name];
      const of = inside(each, member);
      const isFlattened = member?.flattened === true || model.answer(member?.shape).flattened === true;
      const isFlat = isFlattened && typeof of === "object" && !isSeveral(of);
      return [[member?.locationName ?? name, isFlat ? Object.values(of)[0] : of]];
    });
    return Object.fromEntries(fields);
  }
  if (typeof value === "number" && shape.type === "timestamp") return new Date(Math.round(value * 1000)).toISOString();
  return value ?? undefined;
}
