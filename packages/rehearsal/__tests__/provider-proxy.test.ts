import * as http2 from "node:http2";
import * as net from "node:net";
import * as path from "node:path";
import { buffer } from "node:stream/consumers";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { startProviderProxy } from "../provider-proxy";

const { NGHTTP2_CANCEL: cancel, NGHTTP2_INTERNAL_ERROR: internalError } = http2.constants;

const connected = (socket: string): http2.ClientHttp2Session =>
  http2.connect("http://localhost", { createConnection: () => net.connect(socket) });

/** A field of a protobuf message. Lengths of 128 and more take two bytes. */
function field(tag: number, ...content: readonly (string | Buffer)[]): Buffer {
  const all = Buffer.concat(content.map((part) => Buffer.from(part)));
  const length = all.length < 128 ? [all.length] : [(all.length & 0x7f) | 0x80, all.length >> 7];
  return Buffer.concat([Buffer.from([(tag << 3) | 2, ...length]), all]);
}

/** An entry in a map of schemas by type. */
const entry = (map: number, type: string, schema: string): Buffer => field(map, field(1, type), field(2, schema));

function framed(...fields: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(Buffer.concat(fields).length, 1);
  return Buffer.concat([head, ...fields]);
}

const provider = field(1, "the provider's own schema");
const long = "x".repeat(300);
const ecr = [2, 3, 8].map((map) => entry(map, "aws_ecr_a", long));
const others = [2, 3, 8].flatMap((map) => [entry(map, "aws_eks_a", long), entry(map, "aws_b", "short")]);
/** Functions, by names that `wanted` does not accept. */
const functions = entry(7, "arn_parse", "a function");

/** A provider that answers like a real one, and a proxy in front of it. */
async function start({ failing = false } = {}) {
  const folder = temporaryFolder();
  const paths: string[] = [];
  const ended: string[] = [];
  const cancelled: number[] = [];
  const server = http2.createServer();
  server.on("stream", (stream, headers) => {
    const called = String(headers[":path"]);
    paths.push(called);
    stream.on("error", () => undefined);
    if (called === "/refused") {
      stream.respond({ ":status": 200, "grpc-status": "12" }, { endStream: true });
    } else if (called === "/broken") {
      stream.close(internalError);
    } else if (called === "/slow") {
      stream.on("close", () => cancelled.push(stream.rstCode));
      stream.respond({ ":status": 200 });
    } else {
      stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.on("wantTrailers", () => {
        stream.sendTrailers({ "grpc-status": "5", "grpc-message": "not there" });
      });
      if (called.endsWith("/GetSchema")) stream.end(framed(provider, ...others, ...ecr, functions));
      else stream.pipe(stream);
    }
  });
  const upstream = path.join(folder, "upstream");
  await new Promise<void>((resolve) => server.listen(upstream, resolve));
  let leases = 0;
  const socket = path.join(folder, "socket");
  const stop = await startProviderProxy(
    () => {
      if (failing) return Promise.reject(new Error("no provider"));
      const name = `lease ${++leases}`;
      const session = connected(upstream);
      const end = () => {
        ended.push(name);
        session.close();
      };
      return Promise.resolve({ upstream: session, end });
    },
    socket,
    (type) => type.startsWith("aws_ecr_"),
  );
  const close = () => {
    stop();
    server.close();
  };
  return { socket, close, stop, paths, ended, cancelled, leases: () => leases };
}

/** Makes a call, and returns everything that came back. */
async function call(session: http2.ClientHttp2Session, name: string, body = framed()) {
  const request = session.request({ ":method": "POST", ":path": name });
  let headers: http2.IncomingHttpHeaders = {};
  let trailers: http2.IncomingHttpHeaders = {};
  request.on("response", (received) => (headers = received));
  request.on("trailers", (received: http2.IncomingHttpHeaders) => (trailers = received));
  request.end(body);
  return { body: await buffer(request), headers, trailers };
}

const getSchema = "/tfplugin5.Provider/GetSchema";
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe("The proxy in front of a provider", () => {
  it("asks for the schemas once, and limits all three kinds to the wanted types", async () => {
    const { socket, close, paths } = await start();
    const sessions = [connected(socket), connected(socket)];
    for (const session of sessions) {
      const { body, headers, trailers } = await call(session, getSchema);
      expect(body.toString("latin1")).toBe(framed(provider, ...ecr, functions).toString("latin1"));
      expect([headers["content-type"], trailers["grpc-status"]]).toEqual(["application/grpc", "0"]);
    }
    expect(paths).toEqual([getSchema]);
    for (const session of sessions) session.close();
    close();
  });

  it("passes every other call on, with its body, headers and trailers", async () => {
    const { socket, close, paths } = await start();
    const session = connected(socket);
    const sent = framed(field(1, "what to plan"));
    const { body, headers, trailers } = await call(session, "/tfplugin5.Provider/PlanResourceChange", sent);
    expect(body.toString("latin1")).toBe(sent.toString("latin1"));
    expect(headers["content-type"]).toBe("application/grpc");
    expect(trailers).toMatchObject({ "grpc-status": "5", "grpc-message": "not there" });
    const refused = await call(session, "/refused");
    expect([refused.headers["grpc-status"], refused.body.length]).toEqual(["12", 0]);
    expect(paths).toEqual(["/tfplugin5.Provider/PlanResourceChange", "/refused"]);
    session.close();
    close();
  });

  it("leases one provider per connection, from its first call until it closes", async () => {
    const { socket, close, leases, ended } = await start();
    const [idle, first, second] = [connected(socket), connected(socket), connected(socket)];
    for (const session of [first, first, second]) await call(session, "/any");
    expect(leases()).toBe(2);
    first.close();
    await until(() => ended.length > 0);
    expect(ended).toEqual(["lease 1"]);
    for (const session of [idle, second]) session.close();
    await until(() => ended.length > 1);
    expect(ended).toEqual(["lease 1", "lease 2"]);
    close();
  });

  it("reports it as an internal error if there is no provider, or if the provider fails", async () => {
    for (const [failing, name] of [
      [true, "/any"],
      [false, "/broken"],
    ] as const) {
      const { socket, close, ended } = await start({ failing });
      const session = connected(socket);
      const request = session.request({ ":method": "POST", ":path": name });
      const error = await new Promise<Error>((resolve) => request.on("error", resolve));
      expect(error.message).toContain("NGHTTP2_INTERNAL_ERROR");
      session.close();
      if (!failing) await until(() => ended.length > 0);
      close();
    }
  });

  it("cancels a call that Terraform cancels", async () => {
    const { socket, close, cancelled } = await start();
    const session = connected(socket);
    const request = session.request({ ":method": "POST", ":path": "/slow" });
    await new Promise((resolve) => request.on("response", resolve));
    request.close(cancel);
    await until(() => cancelled.length > 0);
    expect(cancelled).toEqual([cancel]);
    session.close();
    close();
  });

  it("ends every connection when it is stopped, and rejects a socket that is in use", async () => {
    const { socket, close, stop } = await start();
    await expect(
      startProviderProxy(
        () => Promise.reject(new Error("unused")),
        socket,
        () => true,
      ),
    ).rejects.toThrow("EADDRINUSE");
    const session = connected(socket);
    session.on("error", () => undefined);
    await call(session, "/any");
    const closed = new Promise((resolve) => session.on("close", resolve));
    stop();
    await closed;
    close();
  });
});
