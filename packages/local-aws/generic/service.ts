import { cbor, tag } from "@smithy/core/cbor";
import type { AwsError } from "../errors";
import { type Json, type JsonObject, parseObject, pick, shown } from "../json";
import type { HttpRequest, Reply } from "../messages";
import { ApiModel, type Shape, type Violation } from "../model";
import { type Codec, invalidMember, jsonService, queryService, restReader } from "../protocols";
import type { Service } from "../service";
import type { Scope } from "../world";
import { fromXml, readXml, toXml, writeXml } from "../xml";
import { type Api, findApi } from "./api";
import { GenericCall } from "./operations";

/** The services that nobody wrote by hand, of which an AWS SDK client is installed. */
export class GenericServices {
  private readonly services = new Map<string, ((request: HttpRequest) => Service) | undefined>();

  /** The service with this signing name, in the protocol of a request. */
  public of(name: string, request: HttpRequest): Service | undefined {
    if (!this.services.has(name)) {
      const api = findApi(name);
      this.services.set(name, api && inProtocols(api));
    }
    return this.services.get(name)?.(request);
  }
}

/** Returns a service in the protocol of a request, because clients choose among those that a service has. */
function inProtocols(api: Api): (request: HttpRequest) => Service {
  const { name, file } = api;
  const model = new ApiModel(file, invalid);
  const operations = <Answer>(write: (result: JsonObject, operation: string) => Answer, as = api) =>
    Object.fromEntries(
      Object.keys(file.operations).map((operation) => [
        operation,
        (input: JsonObject, scope: Scope) => write(new GenericCall(as, operation, input, scope).answer(), operation),
      ]),
    );
  const results = operations((result) => result);
  const time = (value: number) => tag({ tag: 1, value }) as unknown as Json;
  const inCbor = operations((result) => result, { ...api, time });
  const cborService = jsonService(name, file, inCbor, invalid, rpcCbor);
  const json = jsonService(name, file, results, invalid);
  const targeted: Service = {
    ...json,
    // Some services spoke the Query protocol before, and clients still know its codes.
    refuse: (error, id) => {
      const reply = json.refuse(error, id);
      return { ...reply, headers: { ...reply.headers, "x-amzn-query-error": `${api.inQuery(error).code};Sender` } };
    },
  };
  const asXml = operations((result, operation) => toXml(result, model.output(operation), model));
  const queried = queryService({ name, namespace: "" }, file, asXml);
  const query: Service = { ...queried, refuse: (error, id) => queried.refuse(api.inQuery(error), id) };
  const { body: bodyOf, write, refuse } = api.isXml ? restXml(model) : restJson;
  const reply = (result: JsonObject, operation: string) => restReply(model, operation, result, write);
  const rest: Service = { ...json, ...restReader(name, model, results, bodyOf, reply), refuse };
  return ({ headers, body }) => {
    if (headers["smithy-protocol"] === "rpc-v2-cbor") return cborService;
    if (headers["x-amz-target"] !== undefined) return targeted;
    return /^Action=|&Action=/.test(body.toString("latin1")) ? query : rest;
  };
}

function invalid({ path, value, constraint }: Violation): AwsError {
  return invalidMember("ValidationException", path, value, constraint);
}

/** https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
const rpcCbor: Codec = {
  operation: ({ path }) => path.split("/").at(-1) ?? "",
  parse: (body) => (body.length === 0 ? {} : (cbor.deserialize(body) as JsonObject)),
  reply: (status, body) => ({
    status,
    headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
    body: Buffer.from(cbor.serialize(body)),
  }),
};

interface RestFormat {
  readonly body: (request: HttpRequest, shape: Shape) => JsonObject;
  readonly write: (body: Json, shape: Shape) => Omit<Reply, "status">;
  readonly refuse: Service["refuse"];
}

const jsonHeaders = { "content-type": "application/json" };
const restJson: RestFormat = {
  body: ({ body }, { payload }) => (payload === undefined ? parseObject(body) : { [payload]: parseObject(body) }),
  write: (body) => ({ headers: jsonHeaders, body: JSON.stringify(body) }),
  refuse: ({ code, message, status }) => ({
    status,
    headers: { ...jsonHeaders, "x-amzn-errortype": code },
    body: JSON.stringify({ message }),
  }),
};

function restXml(model: ApiModel): RestFormat {
  const headers = { "content-type": "text/xml" };
  return {
    body: ({ body }, shape) => {
      const read = body.length === 0 ? {} : readXml(body);
      const root = Object.entries(read).find(([name]) => !name.startsWith("?"))?.[1] ?? "";
      const { payload } = shape;
      if (payload === undefined) return fromXml(root, shape, model) as JsonObject;
      return { [payload]: fromXml(root, model.shape(shape.members?.[payload]?.shape ?? ""), model) };
    },
    write: (body, shape) => ({ headers, body: writeXml("Result", toXml(body, shape, model)) }),
    refuse: ({ code, message, status }, RequestId) => ({
      status,
      headers,
      body: writeXml("ErrorResponse", { Error: { Type: "Sender", Code: code, Message: message }, RequestId }),
    }),
  };
}

/** A result whose members stand in headers and in the body, or of which one is the body. */
function restReply(model: ApiModel, operation: string, result: JsonObject, write: RestFormat["write"]): Reply {
  const output = model.output(operation);
  const { payload, members = {} } = output;
  const all = Object.entries(members).filter(([name]) => result[name] !== undefined);
  const inHeaders = all.filter(([, { location }]) => location === "header");
  const inBody = all.filter(([, { location }]) => location === undefined).map(([name]) => name);
  const { headers, body } =
    payload === undefined
      ? write(pick(result, ...inBody), output)
      : write(result[payload] ?? {}, model.shape(members[payload]?.shape ?? ""));
  const named = inHeaders.map(([name, { locationName = name }]) => [locationName, shown(result[name])]);
  return {
    status: model.status(operation),
    headers: { ...headers, ...(Object.fromEntries(named) as Record<string, string>) },
    body,
  };
}
