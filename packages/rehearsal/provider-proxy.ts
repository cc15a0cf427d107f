import * as http2 from "node:http2";
import { buffer } from "node:stream/consumers";

const { HTTP2_HEADER_PATH: pathHeader } = http2.constants;

/** https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/tfplugin5.proto */
const getSchema = "/tfplugin5.Provider/GetSchema";
/** `resource_schemas`, `data_source_schemas` and `ephemeral_resource_schemas` in the response. */
const schemasByType = new Set([2, 3, 8]);

/** A provider reserved for one connection. */
export interface Lease {
  readonly upstream: http2.ClientHttp2Session;
  /** Releases the process for the next connection. */
  readonly end: () => void;
}

/**
 * Passes every Terraform call on to a provider, except that the schemas are read from the provider once and limited to
 * the types that `wanted` accepts. The schemas of all 2,200 AWS types would take 1 s of processor time in each
 * Terraform run.
 *
 * @param lease provides a protocol 5 provider for each connection; there is one connection per configuration of the
 * provider
 * @param socket where Terraform will connect
 * @returns a function that stops the proxy
 */
export async function startProviderProxy(
  lease: () => Promise<Lease>,
  socket: string,
  wanted: (type: string) => boolean,
): Promise<() => void> {
  let schema: Promise<Buffer> | undefined;
  const server = http2.createServer();
  const sessions = new Set<http2.ServerHttp2Session>();
  server.on("sessionError", () => undefined);
  server.on("session", (session) => {
    let leased: Promise<Lease> | undefined;
    sessions.add(session);
    session.on("close", () => {
      sessions.delete(session);
      leased?.then(
        ({ end }) => {
          end();
        },
        () => undefined,
      );
    });
    session.on("stream", (stream: http2.ServerHttp2Stream, headers) => {
      stream.on("error", () => undefined);
      // The lease starts only here, because Terraform also connects just to see whether anything is listening.
      leased ??= lease();
      const answered = leased.then(async ({ upstream }) => {
        if (headers[pathHeader] !== getSchema) {
          forward(stream, upstream.request(headers));
          return;
        }
        schema ??= call(upstream, headers).then((answer) => onlyTypes(answer, wanted));
        const answer = await schema;
        stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
        stream.on("wantTrailers", () => {
          stream.sendTrailers({ "grpc-status": "0" });
        });
        stream.end(answer);
      });
      answered.catch(() => {
        stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(socket, resolve);
  });
  // The server serves only what this process started, so it does not keep the process alive.
  server.unref();
  return () => {
    server.close();
    for (const session of sessions) session.destroy();
  };
}

function forward(stream: http2.ServerHttp2Stream, request: http2.ClientHttp2Stream): void {
  let trailers: http2.IncomingHttpHeaders = {};
  request.on("response", (headers, flags) => {
    const endStream = (flags & http2.constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    if (stream.destroyed) return;
    stream.respond(headers, endStream ? { endStream } : { waitForTrailers: true });
  });
  request.on("trailers", (received: http2.IncomingHttpHeaders) => (trailers = received));
  stream.on("wantTrailers", () => {
    stream.sendTrailers(trailers);
  });
  request.on("error", () => {
    stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
  });
  stream.on("close", () => {
    request.close(http2.constants.NGHTTP2_CANCEL);
  });
  stream.pipe(request).pipe(stream);
}

/**
 * Makes a call without arguments, and returns the raw response:
 * https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
async function call(upstream: http2.ClientHttp2Session, headers: http2.IncomingHttpHeaders): Promise<Buffer> {
  const request = upstream.request(headers);
  request.end(Buffer.alloc(5));
  return buffer(request);
}

/** Returns the framed message without the entries for other types: https://protobuf.dev/programming-guides/encoding/ */
function onlyTypes(framed: Buffer, wanted: (type: string) => boolean): Buffer {
  const message = framed.subarray(5);
  const kept: Buffer[] = [];
  for (let at = 0; at < message.length;) {
    const start = at;
    const [tag, content] = varint(message, at);
    const [length, value] = varint(message, content);
    at = value + length;
    // A map entry is a message whose first field, with a one-byte tag, is the key.
    const [keyLength, key] = varint(message, value + 1);
    const type = message.toString("utf8", key, key + keyLength);
    if (!schemasByType.has(tag >> 3) || wanted(type)) kept.push(message.subarray(start, at));
  }
  const body = Buffer.concat(kept);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

function varint(buffer: Buffer, start: number): readonly [value: number, next: number] {
  let value = 0;
  for (let at = start; ; at++) {
    const byte = buffer[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return [value, at + 1];
  }
}
