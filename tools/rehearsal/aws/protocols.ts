import { XMLParser } from "fast-xml-parser";
import { AwsError } from "./errors";
import { type JsonObject, parseObject } from "./json";
import type { HttpRequest, Reply, Service } from "./service";
import type { Scope } from "./world";

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

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

/** Reads XML with every value as text; the elements named in `lists` are arrays however often they occur. */
export function readXml(body: Buffer, lists: readonly string[] = []): JsonObject {
  const parser = new XMLParser({
    parseTagValue: false,
    ignoreAttributes: true,
    isArray: (name) => lists.includes(name),
  });
  try {
    return parser.parse(body) as JsonObject;
  } catch {
    throw new AwsError(
      "MalformedXML",
      "The XML you provided was not well-formed or did not validate against our published schema",
    );
  }
}

/** AWS Query: the operation and its parameters as a form, the answer as XML. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export class Form {
  constructor(private readonly fields: URLSearchParams) {}

  get(name: string): string | undefined {
    return this.fields.get(name) ?? undefined;
  }

  need(name: string): string {
    const value = this.get(name);
    if (value === undefined)
      throw new AwsError(
        "ValidationError",
        `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must not be null`,
      );
    return value;
  }

  /** `Name.member.1`, `Name.member.2`, … */
  list(name: string): string[] {
    const values: string[] = [];
    for (let i = 1; this.fields.has(`${name}.member.${i}`); i++) values.push(this.get(`${name}.member.${i}`) ?? "");
    return values;
  }

  /** `Name.member.1.Key` and `.Value`; SNS has `Name.entry.1.key` and `.value` for its maps. */
  pairs(name: string, member = "member", key = "Key", value = "Value"): Map<string, string> {
    const found = new Map<string, string>();
    for (let i = 1; this.fields.has(`${name}.${member}.${i}.${key}`); i++) {
      found.set(this.get(`${name}.${member}.${i}.${key}`) ?? "", this.get(`${name}.${member}.${i}.${value}`) ?? "");
    }
    return found;
  }
}

/** An operation: undefined means an answer without a result element. */
export type QueryOperation = (form: Form, scope: Scope) => Xml;

export function queryService(
  name: string,
  version: string,
  namespace: string,
  operations: Readonly<Record<string, QueryOperation>>,
): Service {
  return {
    name,
    read: (request) => {
      const form = new Form(new URLSearchParams(request.body.toString("utf8")));
      const operation = form.get("Action") ?? "";
      const implemented = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (implemented === undefined) return { operation };
      return {
        operation,
        answer: (scope) => {
          const result = implemented(form, scope);
          const metadata = { ResponseMetadata: { RequestId: scope.requestId } };
          const content = result === undefined ? metadata : { [`${operation}Result`]: result, ...metadata };
          return xmlReply(200, writeXml(`${operation}Response`, content, namespace));
        },
      };
    },
    refuse: (error, requestId) => {
      const type = error.status < 500 ? "Sender" : "Receiver";
      const content = { Error: { Type: type, Code: error.code, Message: error.message }, RequestId: requestId };
      return xmlReply(error.status, writeXml("ErrorResponse", content, namespace));
    },
    unknown: (operation) =>
      new AwsError("InvalidAction", `Could not find operation ${operation} for version ${version}`),
    throttled: new AwsError("Throttling", "Rate exceeded"),
    broken: new AwsError(
      "InternalFailure",
      "The request processing has failed because of an unknown error, exception or failure.",
      500,
    ),
  };
}

function xmlReply(status: number, body: string): Reply {
  return { status, headers: { "content-type": "text/xml" }, body };
}

export type JsonOperation = (input: JsonObject, scope: Scope) => JsonObject;

/** AWS JSON 1.1: the operation in a header, its input and output as JSON. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export function jsonService(name: string, operations: Readonly<Record<string, JsonOperation>>): Service {
  return {
    name,
    read: (request: HttpRequest) => {
      const [, operation = ""] = (request.headers["x-amz-target"] ?? "").split(".");
      const implemented = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (implemented === undefined) return { operation };
      return { operation, answer: (scope) => jsonReply(200, implemented(parseObject(request.body), scope)) };
    },
    refuse: (error) => jsonReply(error.status, { __type: error.code, message: error.message }),
    unknown: () => new AwsError("UnknownOperationException", ""),
    throttled: new AwsError("ThrottlingException", "Rate exceeded"),
    broken: new AwsError("InternalFailure", "We encountered an internal error. Please try again.", 500),
  };
}

function jsonReply(status: number, body: JsonObject): Reply {
  return { status, headers: { "content-type": "application/x-amz-json-1.1" }, body: JSON.stringify(body) };
}
