import { AwsError } from "../errors";
import { isObject, type Json, type JsonObject } from "../json";
import type { HttpRequest } from "../service";
import { invalidValue } from "./errors";
import model from "./api-model.json";

/**
 * The part of the service's API model (imagebuilder-2019-12-02, as AWS publishes it with its SDKs) that says what a
 * request may contain: `api-model.json` holds the operations that are implemented here and every shape that they need.
 */
interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Member>>;
  readonly member?: string;
  readonly key?: string;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

interface Member {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
}

interface Operation {
  readonly method: string;
  readonly uri: string;
  readonly input: string;
}

const operations: Readonly<Record<string, Operation>> = model.operations;
const shapes: Readonly<Record<string, Shape>> = model.shapes;

function shapeNamed(name: string): Shape {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`The API model has no shape ${name}`);
  return shape;
}

/** The operation that this method and path ask for. */
export function operationOf({ method, path }: HttpRequest): string | undefined {
  return Object.keys(operations).find((name) => {
    const operation = operations[name];
    return operation?.method === method && labels(operation.uri, path) !== undefined;
  });
}

/** What stands in the path for each `{label}` of the URI; undefined where the path is another. */
function labels(uri: string, path: string): Record<string, string> | undefined {
  const [fixed = "", label] = uri.split(/[{}]/);
  if (label === undefined) return path === fixed ? {} : undefined;
  return path.startsWith(fixed) ? { [label]: decodeURIComponent(path.slice(fixed.length)) } : undefined;
}

/** Gathers an operation's input from path, query and body, and checks it against the model. */
export function readInput(operation: string, request: HttpRequest, body: JsonObject): JsonObject {
  const { uri, input: inputShape } = operations[operation] ?? { uri: "", input: "" };
  const shape = shapeNamed(inputShape);
  const fromPath = labels(uri, request.path) ?? {};
  const input: Record<string, Json> = { ...body };
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const location = member.locationName ?? name;
    if (member.location === "uri") input[name] = fromPath[location];
    if (member.location !== "querystring") continue;
    const values = request.query.getAll(location);
    if (values.length > 0) input[name] = shapeNamed(member.shape).type === "list" ? values : values[0];
  }
  check(input, shape, "");
  return input;
}

/** Refuses the first value that breaks its shape's rules, in the words that Image Builder has for it. */
function check(value: Json, shape: Shape, path: string): void {
  const fail = (why: string) => invalidValue(path, `${path} ${why}`);
  const inside = (name: string | number) => (path === "" ? String(name) : `${path}.${name}`);
  const wrongType = () => new AwsError("SerializationException", `Unexpected type at '${path}'`);
  const checkSize = (size: number, what: string) => {
    if (shape.min !== undefined && size < shape.min) throw fail(`must have ${what} of at least ${shape.min}`);
    if (shape.max !== undefined && size > shape.max) throw fail(`must have ${what} of at most ${shape.max}`);
  };
  switch (shape.type) {
    case "structure": {
      if (!isObject(value)) throw wrongType();
      for (const [name, member] of Object.entries(shape.members ?? {})) {
        const field = value[name];
        if (field !== undefined && field !== null) check(field, shapeNamed(member.shape), inside(name));
        else if (shape.required?.includes(name) === true) {
          throw invalidValue(inside(name), `${inside(name)} must not be null`);
        }
      }
      return;
    }
    case "list": {
      if (!Array.isArray(value)) throw wrongType();
      checkSize(value.length, "a length");
      for (const [i, each] of (value as readonly Json[]).entries()) {
        check(each, shapeNamed(shape.member ?? ""), `${path}[${i}]`);
      }
      return;
    }
    case "map": {
      if (!isObject(value)) throw wrongType();
      checkSize(Object.keys(value).length, "a length");
      for (const [key, each] of Object.entries(value)) {
        check(key, shapeNamed(shape.key ?? ""), path);
        check(each, shapeNamed(shape.value ?? ""), inside(key));
      }
      return;
    }
    case "string": {
      if (typeof value !== "string") throw wrongType();
      checkSize(value.length, "a length");
      if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`).test(value)) {
        throw fail(`must match pattern ${shape.pattern}`);
      }
      if (shape.enum !== undefined && !shape.enum.includes(value)) {
        throw fail(`must be one of [${shape.enum.join(", ")}]`);
      }
      return;
    }
    case "integer": {
      if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType();
      checkSize(value, "a value");
      return;
    }
    case "boolean":
      if (typeof value !== "boolean") throw wrongType();
      return;
    default:
      throw new Error(`The API model's type ${shape.type} is not known here`);
  }
}
