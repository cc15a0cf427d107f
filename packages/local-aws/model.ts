import { type AwsError, NotImplementedHere, raise } from "./errors";
import { isList, isObject, type Json, type JsonObject, shown, tagEntries } from "./json";
import type { HttpRequest } from "./messages";

/**
 * What requests and answers may contain, as published by AWS with its SDKs: `<service>/model.json` contains the
 * operations that are implemented here and every shape that they need, without the parameters that are not implemented.
 * `models/extract.ts` writes these files.
 */
export interface ModelFile {
  readonly operations: Readonly<Record<string, ModelOperation>>;
  /** Operations that are not implemented here, of services that name an operation by its method and path. */
  readonly others?: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Shapes of answers, without rules. @default the same as those of requests */
  readonly answers?: Readonly<Record<string, Shape>>;
}

export interface ModelOperation {
  readonly method: string;
  readonly uri: string;
  /** Absent if the request has no parameters. */
  readonly input?: string;
  /** Absent if the answer has no content. */
  readonly output?: string;
  readonly status?: number;
}

export interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Member>>;
  /** The member that is the body, in REST protocols. */
  readonly payload?: string;
  readonly flattened?: boolean;
  readonly member?: Member;
  readonly key?: Member;
  readonly value?: Member;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface Member {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
  readonly flattened?: boolean;
}

/** A value that violates the model. */
export interface Violation {
  /** `tags[0].Key` */
  readonly path: string;
  readonly value: Json;
  /** `Member must have length less than or equal to 64` */
  readonly constraint: string;
  readonly kind: "missing" | "type" | "value" | "tag" | "too many tags";
}

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export const tagRules = {
  fields: /^(tags|tagset|imagetags|resourcetags)$/i,
  most: 50,
  keyLength: 128,
  valueLength: 256,
};

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id */
const keyRules = {
  fields: /^(kmskey|kmskeyid|kmsmasterkeyid|ssekmskeyid)$/i,
  id: "(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
  alias: "alias/[a-zA-Z0-9/_-]{1,250}",
};
const kmsKey = new RegExp(
  `^(?:${keyRules.id}|${keyRules.alias}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(?:key/${keyRules.id}|${keyRules.alias}))$`,
);

/** Whether KMS could have a key with this id, ARN or alias. The local AWS does not know which keys exist. */
export function isKey(value: string): boolean {
  return kmsKey.test(value);
}

/** A method and a path, with the parts of the path that are labels, of a REST operation. */
interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  /** Parameters that the query must have. */
  readonly query: readonly string[];
  /** Number of labels in the path. */
  readonly labels: number;
}

function routeOf([name, { method, uri }]: [string, ModelOperation]): Route {
  const [path = "", search = ""] = uri.split("?");
  const pattern = path.replace(/\{(\w+)(\+?)\}/g, (_, label: string, plus: string) => {
    return `(?<${label}>${plus === "" ? "[^/]+" : ".+"})`;
  });
  const labels = path.split("{").length - 1;
  return { name, method, path: new RegExp(`^${pattern}$`), query: [...new URLSearchParams(search).keys()], labels };
}

const isText = (value: Json) => typeof value === "string";

/** Whether a value has a type, by its name in the models. */
const types: Readonly<Record<string, (value: Json) => boolean>> = {
  structure: isObject,
  map: isObject,
  list: isList,
  string: isText,
  blob: isText,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  long: Number.isInteger,
  double: (value) => typeof value === "number",
  timestamp: (value) => isText(value) || typeof value === "number",
  document: () => true,
};

/** What the minimum and the maximum of a shape limit: a number, or the size of anything else. */
function sizeOf(value: Json, type: string): number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return type === "blob" ? Buffer.byteLength(value, "base64") : value.length;
  return isObject(value) ? Object.keys(value).length : isList(value) ? value.length : 0;
}

/** One service's model, with that service's error for requests that violate it. */
export class ApiModel {
  private readonly patterns = new Map<string, RegExp>();
  private compiledRoutes: readonly Route[] | undefined;

  public constructor(
    private readonly file: ModelFile,
    private readonly invalid: (violation: Violation) => AwsError,
  ) {}

  /** Returns the shape of an operation's input. */
  public input(operation: string): Shape {
    const { input } = this.operation(operation);
    return input === undefined ? { type: "structure" } : this.shape(input);
  }

  /** The shape of an operation's output. */
  public output(operation: string): Shape {
    return this.answer(this.operation(operation).output);
  }

  public operation(name: string): ModelOperation {
    const found = this.file.operations[name];
    if (found === undefined) throw new Error(`There is no model of ${name}: run packages/local-aws/models/extract.ts`);
    return found;
  }

  public shape(name: string): Shape {
    const shape = this.file.shapes[name];
    if (shape === undefined) throw new Error(`The API model has no shape ${name}`);
    return shape;
  }

  /** The shape of a part of an answer; empty if there is none. */
  public answer(name = ""): Shape {
    return (this.file.answers ?? this.file.shapes)[name] ?? { type: "structure" };
  }

  /** Returns the operation for this method and path, and the values of the labels in the path. */
  public operationAt({ method, path, query }: HttpRequest) {
    // A bucket's path may end in a slash.
    const plain = path.replace(/^(\/[^/]+)\/$/, "$1");
    for (const route of this.routes()) {
      const match = route.method === method ? route.path.exec(plain) : null;
      if (match === null || !route.query.every((key) => query.has(key))) continue;
      const labels = Object.entries(match.groups ?? {}).map(([label, value]) => [label, decodeURIComponent(value)]);
      return { name: route.name, labels: Object.fromEntries(labels) as Record<string, string> };
    }
    return undefined;
  }

  private routes(): readonly Route[] {
    // `/keys/search` is not the key named `search`, and `/bucket?policy` is not the bucket: the most specific is first.
    return (this.compiledRoutes ??= [...Object.entries(this.file.operations), ...Object.entries(this.file.others ?? {})]
      .map(routeOf)
      .sort((a, b) => a.labels - b.labels || b.query.length - a.query.length));
  }

  /** Rejects the first value that violates the model, then unknown parameters. */
  public check(operation: string, input: JsonObject): void {
    const unknown: string[] = [];
    this.walk(input, this.input(operation), "", unknown);
    if (unknown.length > 0) throw new NotImplementedHere(operation, unknown);
  }

  private walk(value: Json, shape: Shape, path: string, unknown: string[]): void {
    const fail = (constraint: string, kind: Violation["kind"] = "value") =>
      this.invalid({ path, value, constraint, kind });
    const inside = (name: string) => (path === "" ? name : `${path}.${name}`);
    const { type, min = -Infinity, max = Infinity, pattern, enum: values, members = {} } = shape;
    const isType = types[type] ?? raise(new Error(`The API model's type ${type} is not known here`));
    if (!isType(value)) throw fail(`Member must be of type ${type}`, "type");
    const what = typeof value === "number" ? "value" : "length";
    const size = sizeOf(value, type);
    if (size < min) throw fail(`Member must have ${what} greater than or equal to ${min}`);
    if (size > max) throw fail(`Member must have ${what} less than or equal to ${max}`);
    if (pattern !== undefined && !this.pattern(pattern).test(shown(value))) {
      throw fail(`Member must satisfy regular expression pattern: ${pattern}`);
    }
    if (values?.includes(shown(value)) === false) {
      throw fail(`Member must satisfy enum value set: [${values.join(", ")}]`);
    }
    if (isList(value)) {
      const of = this.shape(shape.member?.shape ?? "");
      for (const [i, each] of value.entries()) this.walk(each, of, `${path}[${i}]`, unknown);
    }
    if (!isObject(value) || type === "document") return;
    const missing = shape.required?.find((name) => (value[name] ?? null) === null);
    if (missing !== undefined) {
      const constraint = "Member must not be null";
      throw this.invalid({ path: inside(missing), value: null, constraint, kind: "missing" });
    }
    for (const [name, field] of Object.entries(value)) {
      const member = type === "map" ? shape.value : members[name];
      if (type === "map") this.walk(name, this.shape(shape.key?.shape ?? ""), path, unknown);
      else if (field === undefined || field === null) continue;
      if (member === undefined) unknown.push(inside(name));
      else this.walk(field, this.shape(member.shape), inside(name), unknown);
      if (type === "structure") this.checkByName(name, field, inside(name));
    }
  }

  /** The rules for fields that are the same in all services. */
  private checkByName(name: string, value: Json, path: string): void {
    if (tagRules.fields.test(name)) this.checkTags(value, path);
    if (!keyRules.fields.test(name) || typeof value !== "string" || isKey(value)) return;
    const constraint = "Member must be the id, the ARN or an alias of a KMS key";
    throw this.invalid({ path, value, constraint, kind: "value" });
  }

  /** The rules for tags that all services share, most of which are not in any model. */
  private checkTags(value: Json, path: string): void {
    const tags = tagEntries(value);
    const fail = (key: string, constraint: string, kind: Violation["kind"] = "tag") =>
      this.invalid({ path, value: key, constraint, kind });
    const atMost = (count: number) => `Member must have length less than or equal to ${count}`;
    const seen = new Set<string>();
    for (const [key, content] of tags) {
      if (key === "" || key.length > tagRules.keyLength) throw fail(key, atMost(tagRules.keyLength));
      if (content.length > tagRules.valueLength) throw fail(key, atMost(tagRules.valueLength));
      if (/^aws:/i.test(key)) throw fail(key, "Member must not begin with aws:");
      if (seen.has(key)) throw fail(key, "Member must not be there twice");
      seen.add(key);
    }
    if (tags.length > tagRules.most) throw fail("", atMost(tagRules.most), "too many tags");
  }

  /** AWS's patterns use Java's syntax, and must match the whole value. */
  public pattern(source: string): RegExp {
    let compiled = this.patterns.get(source);
    if (compiled === undefined) {
      // \p{L} and the like are classes only with the `u` flag, but some Java escapes are invalid with that flag.
      compiled = new RegExp(`^(?:${source})$`, source.includes("\\p{") ? "u" : "");
      this.patterns.set(source, compiled);
    }
    return compiled;
  }
}

/**
 * Converts a value that arrived as text (in a form, a header or XML) to the type in the model; other values are left
 * unchanged.
 */
export function scalar(text: string, { type }: Shape): Json {
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  if ((type === "integer" || type === "long") && /^-?\d+$/.test(text)) return Number(text);
  if (type === "double" && text !== "" && !Number.isNaN(Number(text))) return Number(text);
  return text;
}

/** Returns the parts of a REST request in its query and headers, by member name. */
export function fromHttp({ query, headers }: HttpRequest, shape: Shape, model: ApiModel): Record<string, Json> {
  const input: Record<string, Json> = {};
  for (const [name, { shape: shapeName, location, locationName = name }] of Object.entries(shape.members ?? {})) {
    const of = model.shape(shapeName);
    const lower = locationName.toLowerCase();
    const [value] = location === "querystring" ? query.getAll(locationName) : [headers[lower]];
    if (location === "headers") {
      const found = Object.entries(headers).filter(([header]) => header.startsWith(lower));
      if (found.length > 0) input[name] = Object.fromEntries(found.map(([key, of]) => [key.slice(lower.length), of]));
    } else if (/^(querystring|header)$/.test(location ?? "") && value !== undefined) {
      const list = location === "header" ? value.split(",") : query.getAll(locationName);
      input[name] = of.type === "list" ? list : scalar(value, of);
    }
  }
  return input;
}

/** Returns query parameters and meaningful headers that do not belong to any member of the shape, or to the URI. */
export function unknownParts({ query, headers }: HttpRequest, shape: Shape, uri: string, isMeant = /^$/): string[] {
  const own = [...new URLSearchParams(uri.split("?")[1]).keys(), "x-id"];
  const at = (place: string) =>
    Object.entries(shape.members ?? {}).flatMap(([name, { location, locationName = name }]) =>
      location === place ? [locationName] : [],
    );
  const [known, prefixes] = [at("header"), at("headers")].map((names) => names.map((name) => name.toLowerCase()));
  return [
    ...[...new Set(query.keys())].filter((name) => ![...own, ...at("querystring")].includes(name)),
    ...Object.keys(headers)
      .filter((name) => isMeant.test(name) && known?.includes(name) !== true)
      .filter((name) => prefixes?.some((prefix) => name.startsWith(prefix)) !== true),
  ];
}
