import { request } from "node:http";
import { type LocalAws, startLocalAws } from "../local-aws";

describe("the local AWS as a server", () => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws();
  });
  afterAll(() => aws.close());

  /** Status of the response to a request for S3. */
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
    "answers a request for the host %s",
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
  ])("turns a request for the host %s away", async (host) => {
    expect(await statusOf("/none", { host })).toBe(421);
  });

  test.each(["/%", "/bucket/%zz", "/bucket/%e0%a4", "/%ff?list-type=2"])("answers 400 to the path %s", async (path) => {
    expect(await statusOf(path)).toBe(400);
  });

  test("treats neither as a call or as its own bug", () => {
    expect(aws.unknownCalls).toEqual([]);
  });
});
