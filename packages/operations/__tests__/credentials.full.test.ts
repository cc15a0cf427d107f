import * as fs from "node:fs";
import * as path from "node:path";
import { CreateOpenIDConnectProviderCommand, CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { clientsOf } from "@pipelines/testing/clients";
import { githubClaims, identityToken } from "@pipelines/testing/session";
import { OperatedProject, profilesOf } from "./command-process";
import { built, deploy, type Ran } from "@pipelines/testing/local-environments";

const project = new OperatedProject();
const { staging, prod } = project;
const claims = githubClaims("acme/images", "environment:prod");
const host = "token.actions.githubusercontent.com";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 0 });
  for (const place of [staging, prod]) {
    await deploy(aws, place);
    const { iam } = clientsOf(aws, place.region, place.account);
    await iam.send(new CreateOpenIDConnectProviderCommand({ Url: `https://${host}`, ClientIDList: [claims.aud] }));
    const principal = {
      Federated: `arn:aws:iam::${place.account}:oidc-provider/${host}`,
      AWS: `arn:aws:iam::${staging.account}:root`,
    };
    const trusted = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"];
    const policy = (statement: object) =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
    const trust = policy({ Action: trusted, Principal: principal });
    await iam.send(new CreateRoleCommand({ RoleName: "operate", AssumeRolePolicyDocument: trust }));
    const all = policy({ Action: "*", Resource: "*" });
    await iam.send(new PutRolePolicyCommand({ RoleName: "operate", PolicyName: "all", PolicyDocument: all }));
  }
  await built(aws, staging, "web");
});
afterAll(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

function roleIn({ account }: typeof prod): string {
  return `arn:aws:iam::${account}:role/operate`;
}

function tokenFile(more: Readonly<Record<string, number>> = {}): string {
  const file = path.join(temporaryFolder(), "token");
  fs.writeFileSync(file, identityToken({ ...claims, ...more }));
  return file;
}

/** In the format that operate.sh writes. */
function webProfile(place: typeof prod): string {
  return [
    `[profile ${place.environment}]`,
    `role_arn = ${roleIn(place)}`,
    `web_identity_token_file = ${tokenFile()}`,
    "role_session_name = bob-42\n",
  ].join("\n");
}

type Options = Parameters<OperatedProject["start"]>[3];

/** Runs `status` for prod, and counts its requests to STS and its runs of `credential_process`. */
async function status(
  options: Options,
  ...args: readonly string[]
): Promise<Ran & { readonly sts: readonly string[] }> {
  const before = aws.calls.length;
  const ran = await project.start("status", ["prod", ...args], aws, options).ended;
  const sts = aws.calls.slice(before).filter(({ service }) => service === "sts");
  return { ...ran, sts: sts.map(({ operation }) => operation) };
}

const webIdentity = (role: string, file: string) => ({
  env: { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_SESSION_NAME: "alice" },
});

describe("Credentials, found the way the AWS CLI finds them,", () => {
  test("are those of a role that is assumed with a token, and only once", async () => {
    const ran = await status(webIdentity(roleIn(prod), tokenFile()));
    expect(ran).toMatchObject({ code: 0, sts: ["AssumeRoleWithWebIdentity", "GetCallerIdentity"] });
  });

  test("are those of profiles with tokens, one per environment, and the history shows the session's name", async () => {
    const config = webProfile(staging) + webProfile(prod);
    const promotion = ["web", "--to", "prod", "--channel", "stable", "--from", "staging"];
    const profiles = ["--profile", "prod=prod", "--profile", "staging=staging"];
    const { code, out } = await project.start("promote", [...promotion, ...profiles], aws, { config }).ended;
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining(", by bob-42.\n") as unknown });
  });

  test.each([
    ["--profile", ["--profile", "prod=there"], {}],
    ["AWS_PROFILE", [], { AWS_PROFILE: "there" }],
  ])("are those of a profile with a role and a source, selected by %s", async (_how, args, env) => {
    const config = `${profilesOf(staging)}\n[profile there]\nrole_arn = ${roleIn(prod)}\nsource_profile = staging\n`;
    expect(await status({ config, env }, ...args)).toMatchObject({ code: 0, sts: ["AssumeRole", "GetCallerIdentity"] });
  });

  test("are those from a process, which runs only once", async () => {
    const asked = path.join(temporaryFolder(), "asked");
    const keys = JSON.stringify({ Version: 1, AccessKeyId: prod.account, SecretAccessKey: "local" });
    fs.writeFileSync(`${asked}.sh`, `echo once >>${asked}\necho '${keys}'\n`);
    expect((await status({ config: `[default]\ncredential_process = sh ${asked}.sh\n` })).code).toBe(0);
    expect(fs.readFileSync(asked, "utf8")).toBe("once\n");
  });

  test("are keys in the environment, which take precedence over AWS_PROFILE but not over --profile", async () => {
    const keys = (account: string) => ({ AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: "local" });
    const config = profilesOf(staging, prod);
    const before = await status({ config, env: { ...keys(prod.account), AWS_PROFILE: "staging" } });
    expect(before).toMatchObject({
      code: 0,
      err: expect.not.stringContaining("Multiple credential sources") as unknown,
    });
    expect((await status({ config, env: keys(staging.account) }, "--profile", "prod")).code).toBe(0);
  });

  test("for another account are refused, with that account's id", async () => {
    const { code, err, sts } = await status(webIdentity(roleIn(staging), tokenFile()));
    expect({ code, sts }).toEqual({ code: 1, sts: ["AssumeRoleWithWebIdentity", "GetCallerIdentity"] });
    expect(err).toBe(
      [
        "error prod IB-OP-ACCOUNT",
        "  found:   the credentials are for account 444455556666 (arn:aws:sts::444455556666:assumed-role/operate/alice)",
        "  allowed: credentials for account 777788889999, which contains prod",
        "  fix:     set AWS_PROFILE, or --profile prod=<profile>",
        "",
        "1 error",
        "",
      ].join("\n"),
    );
  });

  const sso = [
    "[default]",
    "sso_session = corp",
    `sso_account_id = ${prod.account}`,
    "sso_role_name = operate",
    "[sso-session corp]",
    "sso_region = eu-west-1",
    "sso_start_url = https://corp.awsapps.com/start\n",
  ].join("\n");

  test.each<[string, string, string, Options, ...string[]]>([
    ["an expired token", "EXPIRED", "Token expired: ", webIdentity(roleIn(prod), tokenFile({ exp: 1_700_000_000 }))],
    ["no SSO login", "EXPIRED", "To refresh this SSO session run 'aws sso login'", { config: sso }],
    [
      "no token file",
      "CREDENTIALS",
      "no such file or directory, open '/nowhere'",
      webIdentity(roleIn(prod), "/nowhere"),
    ],
    [
      "a role that does not trust the token",
      "CREDENTIALS",
      "Not authorized to perform sts:AssumeRoleWithWebIdentity",
      webIdentity(`arn:aws:iam::${prod.account}:role/other`, tokenFile()),
    ],
    ["an unknown profile", "CREDENTIALS", "profile nobody: Could not load credentials", {}, "--profile", "nobody"],
    ["none at all", "CREDENTIALS", "Could not load credentials from any providers", {}],
  ])("that are missing or invalid are explained: %s", async (_what, code, found, options, ...args) => {
    const ran = await status(options, ...args);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`error prod (777788889999 eu-west-1) IB-OP-${code}\n  found:   `);
    expect(ran.err).toContain(found);
    expect(ran.err).toContain(`credentials for account ${prod.account}`);
  });
});
