import { authorize } from "./access";
import { type AnswerObject, inShape } from "./answers";
import { AwsError, NotImplementedHere } from "./errors";
import { fromForm } from "./form";
import { type Json, type JsonObject, parseObject, pick, shown } from "./json";
import { ApiModel, fromHttp, type ModelFile, type Shape, unknownParts, type Violation } from "./model";
import type { HttpRequest, Reply } from "./messages";
import type { Service } from "./service";
import type { Scope } from "./world";
import { fromXml, malformedXml, readXml, toXml, writeXml } from "./xml";

type Call<Result> = (input: JsonObject, scope: Scope, request: HttpRequest) => Result;

/** What a call does, and what it answers, if anything. */
export type Operation = Call<AnswerObject> | Call<void>;
export type Operations = Readonly<Record<string, Operation>>;

/** How a protocol writes an operation's name, its input, its answer and its errors. */
export interface Protocol extends Pick<Service, "refuse" | "throttled" | "broken"> {
  readonly read: (
    request: HttpRequest,
    model: ApiModel,
  ) => { readonly operation: string; readonly input: () => JsonObject };
  readonly reply: (answer: JsonObject, operation: string, model: ApiModel, requestId: string) => Reply;
  /** Whether a value of another type cannot even be read. */
  readonly isTyped: boolean;
}

/** A service: each request is checked against the model and the caller's permissions. */
export function serviceOf(
  name: string,
  file: ModelFile,
  operations: Operations,
  protocol: Protocol,
  invalid: (violation: Violation) => AwsError,
): Service {
  const { read, reply, isTyped, ...errors } = protocol;
  const model = new ApiModel(file, (violation) =>
    violation.kind === "type" && isTyped
      ? new AwsError("SerializationException", `${violation.path}: ${violation.constraint}`)
      : invalid(violation),
  );
  return {
    ...errors,
    name,
    operations: Object.keys(operations),
    read: (request) => {
      const { operation, input: readInput } = read(request, model);
      const implemented = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (implemented === undefined) return { operation };
      return {
        operation,
        answer: (scope) => {
          const input = readInput();
          model.check(operation, input);
          authorize(name, operation, input, scope);
          // Of the JSON services, some repeat the id of a request in their answers.
          const answer = { requestId: scope.requestId, ...(implemented as Call<AnswerObject>)(input, scope, request) };
          return reply(
            inShape(answer, model.output(operation), model) as JsonObject,
            operation,
            model,
            scope.requestId,
          );
        },
      };
    },
  };
}

/** The error that most services return for a value that violates their model. */
export function invalidMember(code: string, { path, value, constraint }: Violation): AwsError {
  const lower = path.charAt(0).toLowerCase() + path.slice(1);
  const given = value === null ? "Value null" : `Value '${shown(value)}'`;
  return new AwsError(
    code,
    `1 validation error detected: ${given} at '${lower}' failed to satisfy constraint: ${constraint}`,
  );
}

const broken = new AwsError("InternalFailure", "We encountered an internal error. Please try again.", 500);

/**
 * AWS Query: the operation and its parameters as a form, the response as XML.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function query(namespace?: string): Protocol {
  const write = (status: number, root: string, content: JsonObject) => ({
    status,
    headers: { "content-type": "text/xml" },
    body: writeXml(root, content, namespace),
  });
  return {
    isTyped: false,
    read: ({ body }, model) => {
      const form = new URLSearchParams(body.toString("utf8"));
      const operation = form.get("Action") ?? "";
      return { operation, input: () => fromForm(form, model.input(operation), model) };
    },
    reply: (answer, operation, model, RequestId) => {
      const { output } = model.operation(operation);
      const result = output === undefined ? {} : { [`${operation}Result`]: toXml(answer, model.answer(output), model) };
      return write(200, `${operation}Response`, { ...result, ResponseMetadata: { RequestId } });
    },
    refuse: ({ status, code: Code, message: Message }, RequestId) => {
      const Type = status < 500 ? "Sender" : "Receiver";
      return write(status, "ErrorResponse", { Error: { Type, Code, Message }, RequestId });
    },
    throttled: new AwsError("Throttling", "Rate exceeded"),
    broken: new AwsError(
      "InternalFailure",
      "The request processing has failed because of an unknown error, exception or failure.",
      500,
    ),
  };
}

/** A service that speaks the Query protocol, and refuses tags with its own code. */
export function queryService(
  { name, namespace, tagCode }: { readonly name: string; readonly namespace: string; readonly tagCode?: string },
  file: ModelFile,
  operations: Operations,
): Service {
  return serviceOf(name, file, operations, query(namespace), (violation) =>
    invalidMember((violation.kind === "tag" ? tagCode : undefined) ?? "ValidationError", violation),
  );
}

/** A protocol whose requests and answers are objects. */
export function rpc(
  operation: (request: HttpRequest) => string,
  parse: (body: Buffer) => JsonObject,
  write: (status: number, body: JsonObject) => Reply,
): Protocol {
  return {
    isTyped: true,
    read: (request) => ({ operation: operation(request), input: () => parse(request.body) }),
    reply: (answer) => write(200, answer),
    refuse: (error) => write(error.status, { __type: error.code, message: error.message, ...error.details }),
    throttled: new AwsError("ThrottlingException", "Rate exceeded"),
    broken,
  };
}

/** AWS JSON 1.1: the operation in a header, its input and output as JSON. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export const awsJson = rpc(
  ({ headers }) => (headers["x-amz-target"] ?? "").split(".")[1] ?? "",
  parseObject,
  (status, body) => ({
    status,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify(body),
  }),
);

/** How a REST protocol writes bodies. */
interface RestFormat {
  readonly parse: (body: Buffer, shape: Shape, model: ApiModel, root?: string) => JsonObject;
  readonly write: (body: Json, shape: Shape, model: ApiModel, root: string) => Omit<Reply, "status">;
  /** Headers that mean something to the service, and are refused if they are not in its model. @default none */
  readonly isMeant?: RegExp;
}

/** REST: method and path are the operation, and the parameters stand in path, query, headers and body. */
function rest({ parse, write, isMeant }: RestFormat): Pick<Protocol, "read" | "reply"> {
  const payloadOf = (
    { body }: HttpRequest,
    payload: string,
    members: Shape["members"],
    model: ApiModel,
  ): JsonObject => {
    const { shape: name = "", locationName = name } = members?.[payload] ?? {};
    const shape = model.shape(name);
    if (body.length === 0) return {};
    if (shape.type === "structure") return { [payload]: parse(body, shape, model, locationName) };
    // An operation reads bytes by itself, such as an object in S3.
    return { [payload]: shape.type === "string" ? body.toString("utf8") : "" };
  };
  return {
    read: (request, model) => {
      const found = model.operationAt(request);
      const operation = found?.name ?? `${request.method} ${request.path}`;
      const input = () => {
        const shape = model.input(operation);
        const { payload, members = {} } = shape;
        const unknown = unknownParts(request, shape, model.operation(operation).uri, isMeant);
        if (unknown.length > 0) throw new NotImplementedHere(operation, unknown);
        const body =
          payload === undefined ? parse(request.body, shape, model) : payloadOf(request, payload, members, model);
        return { ...body, ...fromHttp(request, shape, model), ...found?.labels };
      };
      return { operation, input };
    },
    reply: (answer, operation, model) => {
      const { payload, members = {} } = model.output(operation);
      const all = Object.entries(members).filter(([name]) => answer[name] !== undefined);
      const named = all.flatMap(([name, { location, locationName = name, shape }]): [string, string][] => {
        const value = answer[name];
        if (location === "headers")
          return Object.entries(value as object).map(([key, of]) => [locationName + key, shown(of as Json)]);
        if (location !== "header") return [];
        const isTime = model.answer(shape).type === "timestamp" && typeof value === "number";
        return [[locationName.toLowerCase(), isTime ? new Date(value * 1000).toUTCString() : shown(value)]];
      });
      const { shape = "", locationName = shape } = members[payload ?? ""] ?? {};
      const inBody = all.flatMap(([name, { location }]) => (location === undefined ? [name] : []));
      const written =
        payload === undefined
          ? write(pick(answer, ...inBody), model.output(operation), model, operation)
          : write(answer[payload] ?? {}, model.answer(shape), model, locationName);
      const headers = { ...written.headers, ...(Object.fromEntries(named) as Record<string, string>) };
      return { status: model.operation(operation).status ?? 200, headers, body: written.body ?? "" };
    },
  };
}

const jsonHeaders = { "content-type": "application/json" };

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const restJson: Protocol = {
  ...rest({
    parse: parseObject,
    write: (body) => ({ headers: jsonHeaders, body: JSON.stringify(body) }),
  }),
  isTyped: true,
  refuse: ({ code, message, status }) => ({
    status,
    headers: { ...jsonHeaders, "x-amzn-errortype": code },
    body: JSON.stringify({ message }),
  }),
  throttled: new AwsError("ThrottlingException", "Rate exceeded"),
  broken,
};

/** https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
export function restXml(namespace?: string, rootOf: Readonly<Record<string, string>> = {}, isMeant?: RegExp): Protocol {
  const headers = { "content-type": "application/xml" };
  return {
    ...restJson,
    isTyped: false,
    ...rest({
      parse: (body, shape, model, root) => {
        if (body.length === 0) return {};
        const [name, content = ""] = Object.entries(readXml(body)).find(([name]) => !name.startsWith("?")) ?? [];
        if (root !== undefined && name !== root) throw malformedXml();
        return fromXml(content, shape, model) as JsonObject;
      },
      write: (body, shape, model, root) => {
        if (isContent(body)) return { body };
        const isEmpty = Object.values(shape.members ?? {}).every(({ location }) => location !== undefined);
        if (isEmpty) return {};
        return { headers, body: writeXml(rootOf[root] ?? root, toXml(body, shape, model), namespace) };
      },
      ...(isMeant === undefined ? {} : { isMeant }),
    }),
    refuse: ({ code, message, status }, RequestId) => ({
      status,
      headers,
      body: writeXml("ErrorResponse", { Error: { Type: "Sender", Code: code, Message: message }, RequestId }),
    }),
  };
}

/** Whether a payload is the body itself, not XML. */
function isContent(payload: unknown): payload is string | Buffer {
  return typeof payload === "string" || Buffer.isBuffer(payload);
}
