import { cbor, tag } from "@smithy/core/cbor";
import type { Json, JsonObject } from "../json";
import type { HttpRequest } from "../messages";
import {
  awsJson,
  invalidMember,
  type Operation,
  type Protocol,
  query,
  restJson,
  restXml,
  rpc,
  serviceOf,
} from "../protocols";
import type { Service } from "../service";
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
  const inProtocol = (protocol: Protocol, as = api) => {
    const call =
      (operation: string): Operation =>
      (input, scope) =>
        new GenericCall(as, operation, input, scope).answer();
    const operations = Object.fromEntries(
      Object.keys(file.operations).map((operation) => [operation, call(operation)]),
    );
    return serviceOf(name, file, operations, protocol, (violation) => invalidMember("ValidationException", violation));
  };
  const time = (value: number) => tag({ tag: 1, value }) as unknown as Json;
  const cborService = inProtocol(rpcCbor, { ...api, time });
  const json = inProtocol(awsJson);
  const targeted: Service = {
    ...json,
    // Some services spoke the Query protocol before, and clients still know its codes.
    refuse: (error, id) => {
      const reply = json.refuse(error, id);
      return { ...reply, headers: { ...reply.headers, "x-amzn-query-error": `${api.inQuery(error).code};Sender` } };
    },
  };
  const queried = inProtocol(query());
  const byQuery: Service = { ...queried, refuse: (error, id) => queried.refuse(api.inQuery(error), id) };
  const rest = inProtocol(api.isXml ? restXml() : restJson);
  return ({ headers, body }) => {
    if (headers["smithy-protocol"] === "rpc-v2-cbor") return cborService;
    if (headers["x-amz-target"] !== undefined) return targeted;
    return /^Action=|&Action=/.test(body.toString("latin1")) ? byQuery : rest;
  };
}

/** https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
const rpcCbor = rpc(
  ({ path }) => path.replace(/^.*\//, ""),
  (body) => (body.length === 0 ? {} : (cbor.deserialize(body) as JsonObject)),
  (status, body) => ({
    status,
    headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
    body: Buffer.from(cbor.serialize(body)),
  }),
);
