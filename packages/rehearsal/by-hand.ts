import type { Target } from "./workspace";

type Caller = Pick<Target, "endpoint" | "account">;

/** Reads an object's content, by `bucket/key`. */
export async function readObject(caller: Caller, region: string, name: string): Promise<string> {
  return (await ask(caller, "s3", region, "GET", name)).text();
}

export async function createBucket(caller: Caller, region: string, bucket: string): Promise<void> {
  await ask(caller, "s3", region, "PUT", bucket);
}

/** Creates a repository as another stack or team would. */
export async function createRepository(caller: Caller, region: string, name: string): Promise<void> {
  await ask(caller, "ecr", region, "POST", "", {
    headers: { "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.CreateRepository" },
    body: JSON.stringify({ repositoryName: name }),
  });
}

/** Renames an object, if it exists. */
export async function moveObject(caller: Caller, region: string, from: string, to: string): Promise<void> {
  const [bucket = "", ...key] = from.split("/");
  const listed = await (await ask(caller, "s3", region, "GET", `${bucket}?list-type=2&prefix=${key.join("/")}`)).text();
  if (!listed.includes(`<Key>${key.join("/")}</Key>`)) return;
  await ask(caller, "s3", region, "PUT", to, { body: await readObject(caller, region, from) });
  await ask(caller, "s3", region, "DELETE", from);
}

/** Local AWS checks the signer, service and region, but not the signature. */
async function ask(
  { endpoint, account }: Caller,
  service: string,
  region: string,
  method: string,
  path: string,
  { headers = {}, body }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<Response> {
  const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request`;
  const answer = await fetch(`${endpoint}/${path}`, {
    method,
    // Closes the connection, because another local AWS may be using this address by the time of the next call.
    headers: { ...headers, authorization, connection: "close" },
    body,
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}\n${await answer.text()}`);
  return answer;
}
