import type { Target } from "./workspace";

type Caller = Pick<Target, "endpoint" | "account">;

/** Text of an object, by `bucket/key`. */
export async function readObject(caller: Caller, region: string, name: string): Promise<string> {
  return (await ask(caller, region, "GET", name)).text();
}

export async function createBucket(caller: Caller, region: string, bucket: string): Promise<void> {
  await ask(caller, region, "PUT", bucket);
}

/** The local AWS looks at who signed, for which service and where, and not at the signature. */
async function ask({ endpoint, account }: Caller, region: string, method: string, name: string): Promise<Response> {
  const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/s3/aws4_request`;
  const answer = await fetch(`${endpoint}/${name}`, { method, headers: { authorization } });
  if (!answer.ok) throw new Error(`${method} ${name}: ${answer.status}\n${await answer.text()}`);
  return answer;
}
