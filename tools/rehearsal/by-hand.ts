import type { Target } from "./workspace";

type Caller = Pick<Target, "endpoint" | "account">;

/** Text of an object, by `bucket/key`. */
export async function readObject(caller: Caller, region: string, name: string): Promise<string> {
  return (await ask(caller, "s3", region, "GET", name)).text();
}

export async function createBucket(caller: Caller, region: string, bucket: string): Promise<void> {
  await ask(caller, "s3", region, "PUT", bucket);
}

/** A repository as another stack or team has made it. */
export async function createRepository(caller: Caller, region: string, name: string): Promise<void> {
  await ask(caller, "ecr", region, "POST", "", {
    headers: { "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.CreateRepository" },
    body: JSON.stringify({ repositoryName: name }),
  });
}

/** Deletes an image, a container recipe or a component, if it is there. */
export async function deleteByArn(caller: Caller, region: string, arn: string): Promise<void> {
  const query = encodeURIComponent(arn);
  const kinds: readonly [string, string][] = [
    [":image/", `DeleteImage?imageBuildVersionArn=${query}`],
    [":container-recipe/", `DeleteContainerRecipe?containerRecipeArn=${query}`],
    [":component/", `DeleteComponent?componentBuildVersionArn=${query}`],
  ];
  const path = kinds.find(([part]) => arn.includes(part))?.[1] ?? "";
  await ask(caller, "imagebuilder", region, "DELETE", path).catch((error: unknown) => {
    if (!String(error).includes(": 404")) throw error;
  });
}

/** The local AWS looks at who signed, for which service and where, and not at the signature. */
async function ask(
  { endpoint, account }: Caller,
  service: string,
  region: string,
  method: string,
  path: string,
  { headers = {}, body }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<Response> {
  const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request`;
  const answer = await fetch(`${endpoint}/${path}`, { method, headers: { ...headers, authorization }, body });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}\n${await answer.text()}`);
  return answer;
}
