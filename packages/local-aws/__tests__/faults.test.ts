import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetSigningConfigurationCommand,
} from "@aws-sdk/client-ecr";
import { ListRolesCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import { ImportComponentCommand, ListComponentBuildVersionsCommand } from "@aws-sdk/client-imagebuilder";
import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { ListBucketsCommand, PutObjectAclCommand } from "@aws-sdk/client-s3";
import { ListTopicsCommand } from "@aws-sdk/client-sns";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Fault } from "../faults";
import { faultAt } from "@pipelines/testing/faults";
import { type LocalAws, type LoggedCall, startLocalAws } from "../local-aws";
import { type Clients, clientsOf, component, testRegion } from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws();
  clients = clientsOf(aws);
});
afterEach(async () => {
  await aws.close();
});

/** A call to each service, the name of the error when it is throttled, and that error's HTTP status. */
const services: [string, (clients: Clients) => Promise<unknown>, string, number][] = [
  ["ecr", ({ ecr }) => ecr.send(new DescribeRepositoriesCommand({})), "ThrottlingException", 400],
  ["events", ({ events }) => events.send(new ListRulesCommand({})), "ThrottlingException", 400],
  ["iam", ({ iam }) => iam.send(new ListRolesCommand({})), "Throttling", 400],
  [
    "imagebuilder",
    ({ imageBuilder }) => imageBuilder.send(new ListComponentBuildVersionsCommand({})),
    "CallRateLimitExceededException",
    429,
  ],
  ["logs", ({ logs }) => logs.send(new DescribeLogGroupsCommand({})), "ThrottlingException", 400],
  ["s3", ({ s3 }) => s3.send(new ListBucketsCommand({})), "SlowDown", 503],
  ["sns", ({ sns }) => sns.send(new ListTopicsCommand({})), "Throttling", 400],
  ["sts", ({ sts }) => sts.send(new GetCallerIdentityCommand({})), "Throttling", 400],
];

test.each(services)("%s throttles with its own error", async (service, call, name, httpStatusCode) => {
  aws.faults = () => ({ kind: "throttle" });
  await expect(call(clients)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  expect(aws.calls).toMatchObject([{ number: 1, service, status: httpStatusCode, error: name, fault: "throttle" }]);
});

test("a throttle can use another of the service's codes", async () => {
  aws.faults = () => ({ kind: "throttle", code: "TooManyRequestsException" });
  await expect(clients.imageBuilder.send(new ListComponentBuildVersionsCommand({}))).rejects.toMatchObject({
    name: "TooManyRequestsException",
    $metadata: { httpStatusCode: 429 },
  });
});

test.each(services)("%s fails with its own 500 error", async (_service, call) => {
  aws.faults = () => ({ kind: "internal-error" });
  await expect(call(clients)).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 }, $fault: "server" });
});

const create = (ecr: ECRClient) => ecr.send(new CreateRepositoryCommand({ repositoryName: "hello" }));

test("a connection is reset before the call takes effect", async () => {
  aws.faults = () => ({ kind: "reset-before-effect" });
  await expect(create(clients.ecr)).rejects.toThrow("ECONNRESET");
  expect(aws.remaining()).toEqual([]);
  expect(aws.calls).toMatchObject([{ operation: "CreateRepository", status: 0, fault: "reset-before-effect" }]);
});

test("a connection is reset after the call takes effect", async () => {
  aws.faults = () => ({ kind: "reset-after-effect" });
  await expect(create(clients.ecr)).rejects.toThrow("ECONNRESET");
  expect(aws.remaining()).toMatchObject([{ kind: "repository", name: "hello" }]);
});

test.each([
  ["before", []],
  ["after", ["repository"]],
] as const)("a hook runs %s the call takes effect, and the response is unchanged", async (when, kinds) => {
  let seen: string[] = [];
  const run = () => {
    seen = aws.remaining().map(({ kind }) => kind);
  };
  aws.faults = () => ({ kind: "hook", when, run });
  expect((await create(clients.ecr)).repository?.repositoryName).toBe("hello");
  expect(seen).toEqual(kinds);
});

test("a fault for one call affects that call and its retries, as many times as configured, and no other call", async () => {
  const throttle: Fault = { kind: "throttle" };
  aws.faults = faultAt(2, throttle, 2);
  const settings = {
    endpoint: aws.endpoint,
    region: testRegion,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const patient = new ECRClient({ ...settings, maxAttempts: 3 });
  await patient.send(new DescribeRepositoriesCommand({}));
  await create(patient);
  await patient.send(new DescribeRepositoriesCommand({}));
  expect(aws.calls.map(({ operation, attempt, status }) => [operation, attempt, status])).toEqual([
    ["DescribeRepositories", 1, 200],
    ["CreateRepository", 1, 400],
    ["CreateRepository", 2, 400],
    ["CreateRepository", 3, 200],
    ["DescribeRepositories", 1, 200],
  ]);
});

test("a create call is not repeated after its response is lost, thanks to the client token", async () => {
  aws.faults = faultAt(1, { kind: "reset-after-effect" });
  const command = component();
  command.input.clientToken = "token";
  await expect(clients.imageBuilder.send(command)).rejects.toThrow("ECONNRESET");
  await clients.imageBuilder.send(command);
  expect(aws.remaining()).toMatchObject([{ kind: "component", version: "1.0.0/1" }]);
});

test("an operation that does not exist is refused as not implemented here, and logged", async () => {
  const { ecr, iam, imageBuilder, s3 } = clients;
  const notHere = { name: "NotImplementedByLocalAws" };
  await expect(ecr.send(new GetSigningConfigurationCommand({}))).rejects.toMatchObject(notHere);
  await expect(iam.send(new ListUsersCommand({}))).rejects.toMatchObject(notHere);
  const imported = {
    name: "hello",
    semanticVersion: "1.0.0",
    type: "BUILD",
    format: "SHELL",
    platform: "Linux",
  } as const;
  await expect(imageBuilder.send(new ImportComponentCommand(imported))).rejects.toMatchObject(notHere);
  await expect(s3.send(new PutObjectAclCommand({ Bucket: "b", Key: "k", ACL: "private" }))).rejects.toMatchObject(
    notHere,
  );
  expect(aws.unknownCalls).toEqual([
    "ecr:GetSigningConfiguration",
    "iam:ListUsers",
    "imagebuilder:ImportComponent",
    "s3:PutObjectAcl",
  ]);
});

test("every call is logged, and reported after its response", async () => {
  const reported: LoggedCall[] = [];
  const other = await startLocalAws({ accountId: "444455556666", latency: 30, onCall: (call) => reported.push(call) });
  const started = Date.now();
  const { ecr, sts } = clientsOf(other);
  await create(ecr);
  await sts.send(new GetCallerIdentityCommand({}));
  expect(Date.now() - started).toBeGreaterThanOrEqual(60);
  const common = { account: "444455556666", region: testRegion, attempt: 1, status: 200 };
  const some = { at: expect.any(Number) as number, invocation: expect.stringMatching(/^[0-9a-f-]{36}$/) as string };
  expect(other.calls).toEqual([
    { ...common, ...some, number: 1, service: "ecr", operation: "CreateRepository" },
    { ...common, ...some, number: 2, service: "sts", operation: "GetCallerIdentity" },
  ]);
  expect(reported).toEqual(other.calls);
  const times = reported.map(({ at }) => at);
  expect([times[0] ?? 0, (times[1] ?? 0) - (times[0] ?? 0)].every((time) => time >= 29 && time < 60_000)).toBe(true);
  await other.close();
});

test("a response breaks off in the middle", async () => {
  aws.faults = () => ({ kind: "cut" });
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${testRegion}/s3/aws4_request`;
  const response = await fetch(`${aws.endpoint}/`, { headers: { authorization } });
  const length = Number(response.headers.get("content-length"));
  expect([response.status, response.headers.get("content-type"), length]).toEqual([200, "application/xml", 191]);
  let received = 0;
  const read = async () => {
    for await (const chunk of response.body ?? []) received += (chunk as Buffer).length;
  };
  await expect(read()).rejects.toThrow("terminated");
  expect(received).toBe(95);
});

test("two local AWS servers in one process are independent", async () => {
  const other = await startLocalAws();
  await create(clients.ecr);
  expect(other.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(other.endpoint).not.toBe(aws.endpoint);
  expect([other.remaining(), other.calls]).toEqual([[], []]);
  await other.close();
});
