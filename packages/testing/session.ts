import { AssumeRoleWithWebIdentityCommand } from "@aws-sdk/client-sts";
import type { LocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf } from "./clients";

/** Creates a token like one that an identity provider would issue, but without a valid signature. */
export function identityToken(claims: Readonly<Record<string, string | number>>): string {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.unsigned`;
}

/** Returns the claims of a GitHub Actions job that the roles check, for the deploy workflow or the plan workflow. */
export function githubClaims(
  repository: string,
  subject: string,
  ref = "refs/heads/main",
  workflow = subject.startsWith("environment:") ? "deploy-environment.yml" : "plan.yml",
) {
  return {
    iss: "https://token.actions.githubusercontent.com",
    aud: "sts.amazonaws.com",
    sub: `repo:${repository}:${subject}`,
    ref,
    job_workflow_ref: `${repository}/.github/workflows/${workflow}@${ref}`,
  };
}

/**
 * Returns the environment variables of a process that has assumed a role with a token, as configure-aws-credentials
 * sets them.
 */
export async function sessionOf(
  aws: Pick<LocalAws, "endpoint">,
  role: string,
  claims: Readonly<Record<string, string>>,
  seconds = 900,
): Promise<{ AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string; AWS_SESSION_TOKEN: string }> {
  const { Credentials } = await clientsOf(aws).sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: role,
      RoleSessionName: "test",
      WebIdentityToken: identityToken(claims),
      DurationSeconds: seconds,
    }),
  );
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? "",
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? "",
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? "",
  };
}
