import { CreateRepositoryCommand, DescribeRepositoriesCommand } from "@aws-sdk/client-ecr";
import {
  AttachRolePolicyCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { CreateInfrastructureConfigurationCommand } from "@aws-sdk/client-imagebuilder";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { ListTopicsCommand } from "@aws-sdk/client-sns";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { type Access, allow, statementsOf } from "../access-policy";
import { type LocalAws, startLocalAws } from "../local-aws";
import {
  testAccount,
  type Clients,
  clientsOf,
  component,
  containerRecipe,
  makeGround,
  testRegion,
  trustOf,
} from "@pipelines/testing/clients";
import { githubClaims, sessionOf } from "@pipelines/testing/session";

const repository = "acme/images";
const roleArn = `arn:aws:iam::${testAccount}:role/deploy`;
const provider = `arn:aws:iam::${testAccount}:oidc-provider/token.actions.githubusercontent.com`;

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function trust(): string {
  const host = "token.actions.githubusercontent.com";
  return policy({
    Effect: "Allow",
    Principal: { Federated: provider },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: {
        [`${host}:aud`]: "sts.amazonaws.com",
        [`${host}:sub`]: `repo:${repository}:environment:dev`,
        [`${host}:ref`]: "refs/heads/main",
      },
    },
  });
}

let aws: LocalAws;
let admin: Clients;

beforeEach(async () => {
  aws = await startLocalAws();
  admin = clientsOf(aws);
});
afterEach(() => aws.close());

/** Creates a role that the GitHub environment dev may assume, with these statements. */
async function makeRole(...statements: readonly object[]): Promise<void> {
  await admin.iam.send(
    new CreateOpenIDConnectProviderCommand({
      Url: "https://token.actions.githubusercontent.com",
      ClientIDList: ["sts.amazonaws.com"],
    }),
  );
  await admin.iam.send(new CreateRoleCommand({ RoleName: "deploy", AssumeRolePolicyDocument: trust() }));
  if (statements.length > 0) await allowing(...statements);
}

async function allowing(...statements: readonly object[]): Promise<void> {
  await admin.iam.send(
    new PutRolePolicyCommand({ RoleName: "deploy", PolicyName: "it", PolicyDocument: policy(...statements) }),
  );
}

async function asRole(): Promise<Clients> {
  const { AWS_ACCESS_KEY_ID } = await sessionOf(aws, roleArn, githubClaims(repository, "environment:dev"));
  return clientsOf(aws, testRegion, AWS_ACCESS_KEY_ID);
}

describe("A role that trusts an identity provider", () => {
  it("is assumed with a token that has the required claims, and its ARN contains the session name", async () => {
    await makeRole();
    const { sts } = await asRole();
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: testAccount,
      Arn: `arn:aws:sts::${testAccount}:assumed-role/deploy/test`,
    });
  });

  it.each([
    ["of another repository", githubClaims("acme/other", "environment:dev")],
    ["of another environment", githubClaims(repository, "environment:prod")],
    ["of a pull request", githubClaims(repository, "pull_request", "refs/pull/7/merge")],
    ["of another branch that names the environment", githubClaims(repository, "environment:dev", "refs/heads/x")],
  ])("refuses a token %s", async (_, claims) => {
    await makeRole();
    await expect(sessionOf(aws, roleArn, claims)).rejects.toMatchObject({
      name: "AccessDenied",
      message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
    });
  });

  it("refuses a token for another audience, a token from an unknown provider, and a session that is too long", async () => {
    await makeRole();
    const claims = githubClaims(repository, "environment:dev");
    const message = (more: object, seconds?: number) =>
      sessionOf(aws, roleArn, { ...claims, ...more }, seconds).then(
        () => "taken",
        (error: unknown) => (error as Error).message,
      );
    expect(await message({ aud: "other" })).toBe("Incorrect token audience");
    expect(await message({ exp: "1700000000" })).toMatch(/^Token expired: current date\/time \d+ must be before /);
    expect(await message({ iss: "https://example.com" })).toBe(
      "No OpenIDConnect provider found in your account for https://example.com",
    );
    expect(await message({}, 7200)).toBe(
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
    expect(await message({}, 3600)).toBe("taken");
  });

  it("is assumed with keys only by callers that its trust policy allows", async () => {
    const named = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: `arn:aws:iam::${testAccount}:root` } };
    await admin.iam.send(new CreateRoleCommand({ RoleName: "deploy", AssumeRolePolicyDocument: policy(named) }));
    const take = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "test" });
    expect((await admin.sts.send(take)).AssumedRoleUser?.Arn).toBe(
      `arn:aws:sts::${testAccount}:assumed-role/deploy/test`,
    );
    await expect(clientsOf(aws, testRegion, "999999999999").sts.send(take)).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });
});

describe("A session of a role", () => {
  it("may do only what the role's policies allow, and otherwise gets each service's own error", async () => {
    await makeRole({ Effect: "Allow", Action: "ecr:DescribeRepositories", Resource: "*" });
    const { ecr, s3, iam, imageBuilder, sns } = await asRole();
    await expect(ecr.send(new DescribeRepositoriesCommand({}))).resolves.toBeDefined();
    const arn = `arn:aws:ecr:${testRegion}:${testAccount}:repository/web`;
    const forbidden = { $metadata: { httpStatusCode: 403 } };
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName: "web" }))).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: `User: arn:aws:sts::${testAccount}:assumed-role/deploy/test is not authorized to perform: ecr:CreateRepository on resource: ${arn} because no identity-based policy allows the ecr:CreateRepository action`,
      $metadata: { httpStatusCode: 400 },
    });
    await expect(sns.send(new ListTopicsCommand({}))).rejects.toMatchObject({
      name: "AuthorizationErrorException",
      ...forbidden,
    });
    await expect(s3.send(new CreateBucketCommand({ Bucket: "logs" }))).rejects.toMatchObject({
      name: "AccessDenied",
      ...forbidden,
    });
    const trust = trustOf("ec2.amazonaws.com");
    await expect(
      iam.send(new CreateRoleCommand({ RoleName: "x", AssumeRolePolicyDocument: trust })),
    ).rejects.toMatchObject({ name: "AccessDenied", ...forbidden });
    await expect(imageBuilder.send(component())).rejects.toMatchObject({ name: "AccessDeniedException", ...forbidden });
    expect(aws.remaining().map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "role deploy",
      "identity provider token.actions.githubusercontent.com",
    ]);
  });

  it("can reach only the objects and the bucket in its policies", async () => {
    await admin.s3.send(new CreateBucketCommand({ Bucket: "states" }));
    await makeRole({ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::states/dev/*" });
    const { s3 } = await asRole();
    await expect(s3.send(new PutObjectCommand({ Bucket: "states", Key: "dev/a", Body: "x" }))).resolves.toBeDefined();
    await expect(s3.send(new PutObjectCommand({ Bucket: "states", Key: "prod/a", Body: "x" }))).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });

  it("needs permission to pass a role, to read components and to tag, even if AWS does this on its behalf", async () => {
    await makeGround(admin);
    await admin.imageBuilder.send(component());
    const resource = `arn:aws:imagebuilder:${testRegion}:${testAccount}:*`;
    const create = { Effect: "Allow", Action: "imagebuilder:Create*", Resource: resource };
    await makeRole(create);
    const { imageBuilder } = await asRole();
    const infrastructure = new CreateInfrastructureConfigurationCommand({
      name: "hello",
      instanceProfileName: "build",
    });
    const message = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        (error: unknown) => /perform: (\S+) on/.exec((error as Error).message)?.[1],
      );
    expect(await message(imageBuilder.send(infrastructure))).toBe("iam:PassRole");
    const pass = (service: string) => ({
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: `arn:aws:iam::${testAccount}:role/build`,
      Condition: { StringEquals: { "iam:PassedToService": service } },
    });
    await allowing(create, pass("lambda.amazonaws.com"));
    expect(await message(imageBuilder.send(infrastructure))).toBe("iam:PassRole");
    await allowing(create, pass("ec2.amazonaws.com"));
    expect(await message(imageBuilder.send(infrastructure))).toBe("done");

    expect(await message(imageBuilder.send(containerRecipe()))).toBe("ecr:DescribeImages");
    const look = { Effect: "Allow", Action: "ecr:DescribeImages", Resource: "*" };
    await allowing(create, look);
    expect(await message(imageBuilder.send(containerRecipe()))).toBe("imagebuilder:GetComponent");
    const read = { Effect: "Allow", Action: "imagebuilder:GetComponent", Resource: resource };
    await allowing(create, look, read);
    expect(await message(imageBuilder.send(containerRecipe({ tags: { a: "b" } })))).toBe("imagebuilder:TagResource");
    expect(await message(imageBuilder.send(containerRecipe()))).toBe("done");
  });

  it("may not exceed the role's permissions boundary, and also uses managed policies", async () => {
    const everything = { Effect: "Allow", Action: "*", Resource: "*" };
    const ecrOnly = { Effect: "Allow", Action: "ecr:*", Resource: "*" };
    for (const [name, statement] of [
      ["everything", everything],
      ["boundary", ecrOnly],
    ] as const) {
      await admin.iam.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument: policy(statement) }));
    }
    await makeRole();
    const managed = (name: string) => `arn:aws:iam::${testAccount}:policy/${name}`;
    await admin.iam.send(new AttachRolePolicyCommand({ RoleName: "deploy", PolicyArn: managed("everything") }));
    const make = (name: string) =>
      new CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: trust(),
        PermissionsBoundary: managed("boundary"),
      });
    await (await asRole()).iam.send(make("bounded"));
    await admin.iam.send(new AttachRolePolicyCommand({ RoleName: "bounded", PolicyArn: managed("everything") }));
    const claims = githubClaims(repository, "environment:dev");
    const session = await sessionOf(aws, roleArn.replace("deploy", "bounded"), claims);
    const bounded = clientsOf(aws, testRegion, session.AWS_ACCESS_KEY_ID);
    await expect(bounded.ecr.send(new DescribeRepositoriesCommand({}))).resolves.toBeDefined();
    await expect(bounded.s3.send(new CreateBucketCommand({ Bucket: "x-y" }))).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });
});

describe("A policy", () => {
  const access: Access = {
    action: "s3:GetObject",
    resource: "arn:aws:s3:::a/b",
    context: { "aws:x": "one", "aws:z": "true", "aws:arn": "arn:aws:s3:::a" },
  };
  const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" };
  const decide = (...statements: readonly object[]): boolean => allow(statementsOf(policy(...statements)), access);

  it.each([
    ["actions whatever their case, with wildcards", { Action: ["s3:list*", "S3:getobj?ct"] }, true],
    ["other actions", { Action: "s3:Get" }, false],
    ["all but some actions", { Action: undefined, NotAction: "s3:Put*" }, true],
    ["all but this action", { Action: undefined, NotAction: "s3:Get*" }, false],
    ["resources in their own case", { Resource: "arn:aws:s3:::A/*" }, false],
    ["all but this resource", { Resource: undefined, NotResource: "arn:aws:s3:::a/b" }, false],
    ["StringEquals", { Condition: { StringEquals: { "AWS:X": ["two", "one"] } } }, true],
    ["StringEquals with another value", { Condition: { StringEquals: { "aws:x": "two" } } }, false],
    ["StringEquals with a key that is absent", { Condition: { StringEquals: { "aws:y": "one" } } }, false],
    [
      "StringEqualsIfExists with a key that is absent",
      { Condition: { StringEqualsIfExists: { "aws:y": "one" } } },
      true,
    ],
    ["StringNotEquals with a key that is absent", { Condition: { StringNotEquals: { "aws:y": "one" } } }, true],
    ["StringNotLike", { Condition: { StringNotLike: { "aws:x": "o*" } } }, false],
    ["several keys, of which one fails", { Condition: { StringLike: { "aws:x": "o*", "aws:y": "*" } } }, false],
    ["Null", { Condition: { Null: { "aws:y": "true", "aws:x": "false" } } }, true],
    ["Null for a key that is there", { Condition: { Null: { "aws:x": "true" } } }, false],
    ["Null for a key that is absent", { Condition: { Null: { "aws:y": "false" } } }, false],
    ["all but several actions", { Action: undefined, NotAction: ["s3:Put*", "s3:Get*"] }, false],
    ["one of several resources", { Resource: ["arn:aws:s3:::b", "arn:aws:s3:::?/b"] }, true],
    ["a wildcard for exactly one character", { Resource: "arn:aws:s3:::a/b?" }, false],
    ["no wildcards of regular expressions", { Resource: "arn:aws:s3:::a.b" }, false],
    ["parts of resources only with wildcards", { Resource: "arn:aws:s3:::a" }, false],
    ["StringLike", { Condition: { StringLike: { "aws:x": "o?e" } } }, true],
    ["StringNotEquals", { Condition: { StringNotEquals: { "aws:x": "one" } } }, false],
    ["StringNotEquals with another value", { Condition: { StringNotEquals: { "aws:x": "two" } } }, true],
    ["StringEquals in another case", { Condition: { StringEquals: { "aws:x": "One" } } }, false],
    ["StringEqualsIgnoreCase", { Condition: { StringEqualsIgnoreCase: { "aws:x": "ONE" } } }, true],
    ["StringEqualsIgnoreCase with another value", { Condition: { StringEqualsIgnoreCase: { "aws:x": "two" } } }, false],
    ["StringNotEqualsIgnoreCase", { Condition: { StringNotEqualsIgnoreCase: { "aws:x": "ONE" } } }, false],
    ["Bool", { Condition: { Bool: { "aws:z": "TRUE" } } }, true],
    ["Bool with another value", { Condition: { Bool: { "aws:z": false } } }, false],
    ["BoolIfExists with a key that is absent", { Condition: { BoolIfExists: { "aws:y": true } } }, true],
    ["ArnEquals", { Condition: { ArnEquals: { "aws:arn": "arn:aws:*:::a" } } }, true],
    ["ArnNotLike", { Condition: { ArnNotLike: { "aws:arn": "arn:aws:s3:::*" } } }, false],
    ["ArnLike with another part", { Condition: { ArnLike: { "aws:arn": "arn:aws:s3:::b" } } }, false],
    [
      "several operators, of which one fails",
      { Condition: { StringLike: { "aws:x": "*" }, Bool: { "aws:z": "no" } } },
      false,
    ],
  ])("knows %s", (_, more, expected) => {
    expect(decide({ ...statement, ...more })).toBe(expected);
  });

  it("may have one statement, and allows nothing without any", () => {
    expect(allow(statementsOf(JSON.stringify({ Statement: statement })), access)).toBe(true);
    expect(decide()).toBe(false);
  });

  it("can deny what other statements allow", () => {
    expect(decide(statement, { ...statement, Effect: "Deny" })).toBe(false);
    expect(decide(statement, { ...statement, Effect: "Deny", Action: "s3:PutObject" })).toBe(true);
  });

  it("compares ARNs part by part", () => {
    const policyArn = "arn:aws:iam::aws:policy/AmazonSSM";
    const attach = { action: "iam:AttachRolePolicy", resource: "*", context: { "iam:policyarn": policyArn } };
    const attaching = (pattern: string) =>
      allow(
        statementsOf(
          policy({
            Effect: "Allow",
            Action: "iam:*",
            Resource: "*",
            Condition: { ArnLike: { "iam:PolicyARN": pattern } },
          }),
        ),
        attach,
      );
    expect(attaching("arn:aws:iam::aws:policy/*")).toBe(true);
    expect(attaching("arn:aws:iam:*:policy/AmazonSSM")).toBe(false);
  });

  it("is refused, not guessed at, if it has an operator that is not implemented", () => {
    expect(() => decide({ ...statement, Condition: { NumericLessThan: { "aws:x": "1" } } })).toThrow(
      "the condition operator NumericLessThan",
    );
  });
});
