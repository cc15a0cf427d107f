import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { LocalAws } from "../local-aws";

/** What a JSON service answered to a call that succeeded. */
export interface TappedAnswer {
  /** `imagebuilder` */
  readonly service: string;
  /** `GetImage` */
  readonly operation: string;
  readonly body: string;
}

export interface Tap {
  /** Where clients are to call instead of the local AWS itself. */
  readonly endpoint: string;
  readonly answers: TappedAnswer[];
  readonly close: () => Promise<unknown>;
}

/** Passes calls on to the local AWS, and keeps the answers of its JSON services. */
export async function startTap(aws: LocalAws): Promise<Tap> {
  const answers: TappedAnswer[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method, url = "", headers } = incoming;
    const passed = request(`${aws.endpoint}${url}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      outgoing.writeHead(response.statusCode ?? 0, response.rawHeaders);
      response.on("data", (chunk: Buffer) => chunks.push(chunk)).pipe(outgoing);
      response.on("end", () => {
        const [, service = ""] = /Credential=(?:[^/]+\/){3}([^/]+)/.exec(headers.authorization ?? "") ?? [];
        const [, target] = String(headers["x-amz-target"] ?? "").split(".");
        const isJson = response.headers["content-type"]?.includes("json") === true;
        // A bucket policy or an object may be JSON, but S3 itself answers in XML.
        if (response.statusCode !== 200 || !isJson || service === "s3") return;
        const operation = target ?? url.replace(/^\/|\?.*/g, "");
        answers.push({ service, operation, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    passed.on("error", () => incoming.socket.destroy());
    incoming.pipe(passed);
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
