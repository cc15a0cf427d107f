import { request } from "node:http";
import { type LocalAws, startLocalAws } from "../local-aws";

describe("the local AWS as a server", () => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws();
  });
  afterAll(() => aws.close());

  /** Returns the status of the response to an S3 request. */
  function statusOf(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
    const authorization = "AWS4-HMAC-SHA256 Credential=a/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host";
    const { hostname, port } = new URL(aws.endpoint);
    return new Promise((resolve, reject) => {
      request({ method: "HEAD", hostname, port, path, headers: { authorization, ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
  }

  test.each(["localhost", "localhost:4566", "127.0.0.1:80", "[::1]:4566", "bucket.localhost:1"])(
    "responds to a request for the host %s",
    async (host) => {
      expect(await statusOf("/none", { host })).toBe(404);
    },
  );

  test.each([
    "example.com",
    "example.com:80",
    "127.0.0.1.example.com",
    "localhost.example.com",
    "127.0.0.1@example.com",
  ])("rejects a request for the host %s", async (host) => {
    expect(await statusOf("/none", { host })).toBe(421);
  });

  test.each(["/%", "/bucket/%zz", "/bucket/%e0%a4", "/%ff?list-type=2"])(
    "responds to the path %s with 400",
    async (path) => {
      expect(await statusOf(path)).toBe(400);
    },
  );

  test("counts none of these requests as AWS calls or as bugs of its own", () => {
    expect(aws.unknownCalls).toEqual([]);
  });
});
