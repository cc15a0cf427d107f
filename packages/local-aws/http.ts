import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpRequest, Reply } from "./messages";

/** Writes a response. */
export function send(response: ServerResponse, reply: Reply, requestId: string): void {
  const body = reply.body ?? "";
  response.writeHead(reply.status, {
    "x-amzn-requestid": requestId,
    "x-amz-request-id": requestId,
    // A response to HEAD includes the length of the body that it omits.
    ...(reply.headers?.["content-length"] === undefined ? { "content-length": Buffer.byteLength(body) } : {}),
    ...reply.headers,
  });
  response.end(body);
}

/** Writes the first half of a response and closes the connection. */
export function sendHalf(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body ?? "");
  response.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

/**
 * Returns the status with which to reject a request without reading it. A page in a browser can reach a server on this
 * machine through a name that the page's author has pointed at this machine (DNS rebinding): only the `Host` header
 * reveals this.
 */
export function statusOfRefusal({
  headers,
  url = "/",
}: Pick<IncomingMessage, "headers" | "url">): 400 | 421 | undefined {
  if (!/^((.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(String(headers.host))) return 421;
  try {
    decodeURIComponent(url.replace(/\?.*$/s, ""));
    return undefined;
  } catch {
    return 400;
  }
}

/** Reads a whole request. */
export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const [path = "/", search = ""] = (incoming.url ?? "/").split(/\?(.*)/s);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(",") : value;
  }
  return {
    method: String(incoming.method),
    path,
    query: new URLSearchParams(search),
    headers,
    body: Buffer.concat(chunks),
  };
}

export interface Signature {
  readonly accessKey: string;
  readonly region: string;
  readonly service: string;
}

/**
 * The service and region are in the signature's credential scope, and the access key identifies the account. The
 * signature itself is not checked: there is no secret here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedFor(request: HttpRequest): Signature {
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(
    String(request.headers["authorization"]),
  );
  if (scope !== null) {
    const [, accessKey = "", region = "", service = ""] = scope;
    return { accessKey, region, service };
  }
  // A caller that has an identity provider's token instead of keys does not sign the request.
  const isSts = /(^|&)Action=AssumeRoleWithWebIdentity(&|$)/.test(request.body.toString("latin1"));
  return { accessKey: "", region: "us-east-1", service: isSts ? "sts" : "unsigned" };
}
