import { authorize } from "./access";
import { AwsError, NotImplementedHere } from "./errors";
import { fromForm } from "./form";
import { type Json, type JsonObject, parseObject, shown } from "./json";
import { ApiModel, fromHttp, type ModelFile, type Shape, unknownQuery, type Violation } from "./model";
import type { HttpRequest, Reply } from "./messages";
import type { Service } from "./service";
import type { Scope } from "./world";
import { writeXml, type Xml } from "./xml";

export type JsonOperation = (input: JsonObject, scope: Scope) => JsonObject;

/** An operation with an XML response; undefined means a response without a result element. */
export type QueryOperation = (input: JsonObject, scope: Scope) => Xml;

type Operations<Answer> = Readonly<Record<string, (input: JsonObject, scope: Scope, request: HttpRequest) => Answer>>;

/** How a protocol has an operation's name, its input and its answer. */
interface Protocol<Answer> {
  readonly read: (request: HttpRequest) => { readonly operation: string; readonly input: () => JsonObject };
  readonly reply: (answer: Answer, operation: string, scope: Scope) => Reply;
}

/** The part of a service that reads requests: each is checked against the model and the caller's permissions. */
export function reader<Answer>(
  name: string,
  model: ApiModel,
  operations: Operations<Answer>,
  protocol: Protocol<Answer>,
): Pick<Service, "name" | "operations" | "read"> {
  return {
    name,
    operations: Object.keys(operations),
    read: (request) => {
      const { operation, input: readInput } = protocol.read(request);
      const implemented = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (implemented === undefined) return { operation };
      return {
        operation,
        answer: (scope) => {
          const input = readInput();
          model.check(operation, input);
          authorize(name, operation, input, scope);
          return protocol.reply(implemented(input, scope, request), operation, scope);
        },
      };
    },
  };
}

const broken = new AwsError("InternalFailure", "We encountered an internal error. Please try again.", 500);

/**
 * AWS Query: the operation and its parameters as a form, the response as XML.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryService(
  { name, namespace, tagCode }: { readonly name: string; readonly namespace: string; readonly tagCode?: string },
  file: ModelFile,
  operations: Readonly<Record<string, QueryOperation>>,
): Service {
  const model = new ApiModel(file, ({ path, value, constraint, kind }) =>
    invalidMember(kind.endsWith("tag") && tagCode !== undefined ? tagCode : "ValidationError", path, value, constraint),
  );
  return {
    ...reader(name, model, operations, {
      read: ({ body }) => {
        const form = new URLSearchParams(body.toString("utf8"));
        const operation = form.get("Action") ?? "";
        return { operation, input: () => fromForm(form, model.input(operation), model) };
      },
      reply: (result, operation, { requestId: RequestId }) => {
        const metadata = { ResponseMetadata: { RequestId } };
        const content = result === undefined ? metadata : { [`${operation}Result`]: result, ...metadata };
        return xmlReply(200, writeXml(`${operation}Response`, content, namespace));
      },
    }),
    refuse: (error, requestId) => {
      const type = error.status < 500 ? "Sender" : "Receiver";
      const content = { Error: { Type: type, Code: error.code, Message: error.message }, RequestId: requestId };
      return xmlReply(error.status, writeXml("ErrorResponse", content, namespace));
    },
    throttled: new AwsError("Throttling", "Rate exceeded"),
    broken: new AwsError(
      "InternalFailure",
      "The request processing has failed because of an unknown error, exception or failure.",
      500,
    ),
  };
}

/** The error that most services return for a value that violates their model. */
export function invalidMember(code: string, path: string, value: Json, constraint: string): AwsError {
  const lower = path.charAt(0).toLowerCase() + path.slice(1);
  const given = value === null ? "Value null" : `Value '${shown(value)}'`;
  return new AwsError(
    code,
    `1 validation error detected: ${given} at '${lower}' failed to satisfy constraint: ${constraint}`,
  );
}

function xmlReply(status: number, body: string): Reply {
  return { status, headers: { "content-type": "text/xml" }, body };
}

/** What protocols differ in that have the operation outside of the body. */
export interface Codec {
  readonly operation: (request: HttpRequest) => string;
  readonly parse: (body: Buffer) => JsonObject;
  readonly reply: (status: number, body: JsonObject) => Reply;
}

/** AWS JSON 1.1: the operation in a header, its input and output as JSON. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
const awsJson: Codec = {
  operation: ({ headers }) => (headers["x-amz-target"] ?? "").split(".")[1] ?? "",
  parse: parseObject,
  reply: (status, body) => ({
    status,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify(body),
  }),
};

/** A service whose requests and answers are objects: in JSON, unless another codec is given. */
export function jsonService(
  name: string,
  file: ModelFile,
  operations: Readonly<Record<string, JsonOperation>>,
  invalid: (violation: Violation) => AwsError,
  { operation, parse, reply } = awsJson,
): Service {
  const model = new ApiModel(file, (violation) =>
    violation.kind === "type"
      ? new AwsError("SerializationException", `${violation.path}: ${violation.constraint}`)
      : invalid(violation),
  );
  return {
    ...reader(name, model, operations, {
      read: (request) => ({ operation: operation(request), input: () => parse(request.body) }),
      reply: (result) => reply(200, result),
    }),
    refuse: (error) => reply(error.status, { __type: error.code, message: error.message, ...error.details }),
    throttled: new AwsError("ThrottlingException", "Rate exceeded"),
    broken,
  };
}

/** REST: method and path are the operation, and the parameters stand in path, query, headers and body. https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export function restReader(
  name: string,
  model: ApiModel,
  operations: Readonly<Record<string, JsonOperation>>,
  body: (request: HttpRequest, shape: Shape) => JsonObject,
  reply: Protocol<JsonObject>["reply"],
) {
  return reader(name, model, operations, {
    read: (request) => {
      const found = model.operationAt(request);
      const operation = found?.name ?? `${request.method} ${request.path}`;
      const input = () => {
        const shape = model.input(operation);
        const unknown = unknownQuery(request, shape);
        if (unknown.length > 0) throw new NotImplementedHere(operation, unknown);
        return { ...body(request, shape), ...fromHttp(request, shape, model), ...found?.labels };
      };
      return { operation, input };
    },
    reply,
  });
}
