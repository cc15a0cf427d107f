import { authorize } from "./access";
import { AwsError } from "./errors";
import { fromForm } from "./form";
import { type Json, type JsonObject, parseObject, shown } from "./json";
import { ApiModel, type ModelFile, type Violation } from "./model";
import type { HttpRequest, Reply } from "./messages";
import type { Service } from "./service";
import type { Scope } from "./world";
import { writeXml, type Xml } from "./xml";

export type JsonOperation = (input: JsonObject, scope: Scope) => JsonObject;

/** An operation with an XML response; undefined means a response without a result element. */
export type QueryOperation = (input: JsonObject, scope: Scope) => Xml;

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
    name,
    operations: Object.keys(operations),
    read: (request) => {
      const form = new URLSearchParams(request.body.toString("utf8"));
      const operation = form.get("Action") ?? "";
      const implemented = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (implemented === undefined) return { operation };
      return {
        operation,
        answer: (scope) => {
          const input = fromForm(form, model.input(operation), model);
          model.check(operation, input);
          authorize(name, operation, input, scope);
          const result = implemented(input, scope);
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

/** AWS JSON 1.1: the operation in a header, its input and output as JSON. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export function jsonService(
  name: string,
  file: ModelFile,
  operations: Readonly<Record<string, JsonOperation>>,
  invalid: (violation: Violation) => AwsError,
): Service {
  const model = new ApiModel(file, (violation) =>
    violation.kind === "type"
      ? new AwsError("SerializationException", `${violation.path}: ${violation.constraint}`)
      : invalid(violation),
  );
  return {
    name,
    operations: Object.keys(operations),
    read: (request: HttpRequest) => {
      const [, operation = ""] = (request.headers["x-amz-target"] ?? "").split(".");
      const implemented = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (implemented === undefined) return { operation };
      return {
        operation,
        answer: (scope) => {
          const input = parseObject(request.body);
          model.check(operation, input);
          authorize(name, operation, input, scope);
          return jsonReply(200, implemented(input, scope));
        },
      };
    },
    refuse: (error) => jsonReply(error.status, { __type: error.code, message: error.message, ...error.details }),
    throttled: new AwsError("ThrottlingException", "Rate exceeded"),
    broken: new AwsError("InternalFailure", "We encountered an internal error. Please try again.", 500),
  };
}

function jsonReply(status: number, body: JsonObject): Reply {
  return { status, headers: { "content-type": "application/x-amz-json-1.1" }, body: JSON.stringify(body) };
}
