import type { LocalAws } from "./aws/local-aws";
import type { Target } from "./workspace";

/** What is to be seen of a build that failed: where its logs are, and what the one in the bucket says. */
export async function showFailedBuild(aws: LocalAws, target: Target, recipe: string): Promise<string[]> {
  const lines = [`in CloudWatch: aws logs tail /aws/imagebuilder/${recipe}`];
  for (const { kind, name, region } of aws.remaining()) {
    if (kind !== "object" || !name.includes(`/${recipe}/`)) continue;
    lines.push(`in the log bucket: aws s3 cp s3://${name} -`, ...(await readObject(target, region, name)));
  }
  return lines;
}

async function readObject({ endpoint, account }: Target, region: string, name: string): Promise<string[]> {
  // The local AWS looks at who signed, for which service and where, and not at the signature.
  const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/s3/aws4_request`;
  const answer = await fetch(`${endpoint}/${name}`, { headers: { authorization } });
  return (await answer.text())
    .trim()
    .split("\n")
    .map((line) => `  ${line}`);
}
