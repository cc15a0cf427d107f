import {
  CreateLogGroupCommand,
  ListTagsForResourceCommand as ListLogTagsCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  PutImageCommand,
} from "@aws-sdk/client-ecr";
import {
  ListRulesCommand,
  ListTagsForResourceCommand as ListRuleTagsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  ListRolesCommand,
  TagRoleCommand,
} from "@aws-sdk/client-iam";
import {
  CreateComponentCommand,
  CreateImageCommand,
  CreateImagePipelineCommand,
  DeleteComponentCommand,
  ListImageBuildVersionsCommand,
  ListTagsForResourceCommand as ListBuilderTagsCommand,
} from "@aws-sdk/client-imagebuilder";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
} from "@aws-sdk/client-s3";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { CreateTopicCommand, GetTopicAttributesCommand, TagResourceCommand } from "@aws-sdk/client-sns";
import { needed } from "../json";
import { type LocalAws, startLocalAws } from "../local-aws";
import { ApiModel, type ModelFile } from "../model";
import unusedParameters from "../models/unused.json";
import { services } from "../services";
import { AwsError } from "../errors";
import {
  testAccount,
  type Clients,
  clientsOf,
  component,
  parts,
  testRegion,
  trustOf,
} from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws();
  clients = clientsOf(aws);
});
afterEach(async () => {
  await aws.close();
});

const Bucket = "some-logs";
const CreateBucketConfiguration = { LocationConstraint: testRegion } as const;
const AssumeRolePolicyDocument = trustOf("ec2.amazonaws.com");
const policy = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } });

describe.each([...services.values()])("the model of $name", (service) => {
  const file = jest.requireActual<ModelFile>(`../${service.name}/model.json`);
  const model = new ApiModel(file, () => new AwsError("Invalid", ""));

  test("has exactly the operations that are implemented", () => {
    expect(Object.keys(file.operations)).toEqual([...service.operations].sort());
  });

  test("has rules that can be checked for every value in every request", () => {
    for (const { type, pattern, members = {}, member, key, value } of Object.values(file.shapes)) {
      for (const one of [member, key, value, ...Object.values(members)]) {
        if (one !== undefined) expect(model.shape(one.shape)).toBeDefined();
      }
      if (pattern !== undefined) expect(() => model.pattern(pattern)).not.toThrow();
      expect(["structure", "list", "map", "string", "integer", "long", "boolean", "timestamp", "blob"]).toContain(type);
    }
  });

  test("lacks the parameters that are not implemented", () => {
    const all: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = unusedParameters;
    for (const [name, unused] of Object.entries(all[service.name] ?? {})) {
      const shape = file.operations[name] === undefined ? model.shape(name) : model.input(name);
      expect(Object.keys(shape.members ?? {}).filter((member) => unused.includes(member))).toEqual([]);
    }
  });
});

test("a mistake in this program is an error that says what is missing", () => {
  const model = new ApiModel({ operations: {}, shapes: { Odd: { type: "odd" } } }, () => new AwsError("Invalid", ""));
  const odd = { operations: { Make: { method: "POST", uri: "/", input: "Odd" } }, shapes: { Odd: { type: "odd" } } };
  const script = "packages/local-aws/models/extract.ts";
  expect(() => model.operation("Make")).toThrow(`There is no model of Make: run ${script}`);
  expect(() => model.shape("None")).toThrow("The API model has no shape None");
  expect(() => {
    new ApiModel(odd, () => new AwsError("", "")).check("Make", {});
  }).toThrow("The API model's type odd is not known here");
  expect(() => needed({ a: {} }, "a", "b")).toThrow("a.b is not required by the API model");
});

describe("a request that breaks its service's API model is refused", () => {
  test("by ECR: name, enumeration, range", async () => {
    const { ecr } = clients;
    const name = "InvalidParameterException";
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName: "Upper" }))).rejects.toMatchObject({
      name,
      message: expect.stringContaining(
        "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must ",
      ) as string,
    });
    const scanned = { imageScanningConfiguration: {}, imageTagMutability: "SOMETIMES" as "MUTABLE" };
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName: "hello", ...scanned }))).rejects.toMatchObject({
      name,
      message: expect.stringContaining("must satisfy enum value set: [MUTABLE, IMMUTABLE, ") as string,
    });
    await expect(ecr.send(new DescribeRepositoriesCommand({ maxResults: 0 }))).rejects.toMatchObject({ name });
    await expect(
      ecr.send(new PutImageCommand({ repositoryName: "hello", imageManifest: undefined })),
    ).rejects.toMatchObject({ name, message: expect.stringContaining("'must not be null'") as string });
  });

  test("by EventBridge: name, and a target without an ARN", async () => {
    const name = "ValidationException";
    await expect(
      clients.events.send(new PutRuleCommand({ Name: "a b", EventPattern: '{"source":["aws.ecr"]}' })),
    ).rejects.toMatchObject({
      name,
      message:
        "1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+",
    });
    const Targets = [{ Id: "topic", Arn: undefined }];
    await expect(clients.events.send(new PutTargetsCommand({ Rule: "a", Targets }))).rejects.toMatchObject({
      name,
      message: expect.stringContaining("'targets[0].Arn'") as string,
    });
  });

  test("by IAM: length, range, and the characters of a tag", async () => {
    const { iam } = clients;
    const name = "ValidationError";
    const role = { RoleName: "r".repeat(65), AssumeRolePolicyDocument };
    await expect(iam.send(new CreateRoleCommand(role))).rejects.toMatchObject({
      name,
      message: expect.stringMatching(/ at 'roleName' .* length less than or equal to 64$/) as string,
    });
    const hasty = { RoleName: "build", AssumeRolePolicyDocument, MaxSessionDuration: 60 };
    await expect(iam.send(new CreateRoleCommand(hasty))).rejects.toMatchObject({
      name,
      message: expect.stringMatching(/Value '60' at 'maxSessionDuration' .* greater than or equal to 3600$/) as string,
    });
    const Tags = [{ Key: "a*b", Value: "1" }];
    await expect(iam.send(new TagRoleCommand({ RoleName: "build", Tags }))).rejects.toMatchObject({
      name,
      message: expect.stringContaining("'tags[0].Key'") as string,
    });
  });

  test("by CloudWatch Logs: name", async () => {
    const logGroupName = "a b";
    const name = "InvalidParameterException";
    await expect(clients.logs.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toMatchObject({ name });
    const retention = new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 90 });
    await expect(clients.logs.send(retention)).rejects.toMatchObject({ name });
  });

  test("by STS: length and range", async () => {
    const session = { RoleArn: "arn:aws:iam::111122223333:role/a", RoleSessionName: "a" };
    const name = "ValidationError";
    await expect(clients.sts.send(new AssumeRoleCommand(session))).rejects.toMatchObject({
      name,
      message: expect.stringMatching(/ at 'roleSessionName' .* length greater than or equal to 2$/) as string,
    });
    const hasty = { ...session, RoleSessionName: "ab", DurationSeconds: 60 };
    await expect(clients.sts.send(new AssumeRoleCommand(hasty))).rejects.toMatchObject({ name });
  });

  test("by Image Builder: missing fields, pattern, enumeration, range, each with its field", async () => {
    const { imageBuilder } = clients;
    const name = "InvalidParameterValueException";
    await expect(imageBuilder.send(component({ name: "a" }))).rejects.toMatchObject({ name });
    const { input } = component();
    for (const [field, settings] of [
      ["name", { name: undefined }],
      ["semanticVersion", { semanticVersion: "1" }],
      ["platform", { platform: "OS/2" as "Linux" }],
    ] as const) {
      await expect(imageBuilder.send(new CreateComponentCommand({ ...input, ...settings }))).rejects.toMatchObject({
        name,
        message: expect.stringContaining(`'${field}'`) as string,
      });
    }
    await expect(imageBuilder.send(new ListImageBuildVersionsCommand({ maxResults: 26 }))).rejects.toMatchObject({
      name,
    });
  });

  test("by SNS: a tag without a key", async () => {
    const ResourceArn = `arn:aws:sns:${testRegion}:111122223333:builds`;
    const Tags = [{ Key: "", Value: "1" }];
    await expect(clients.sns.send(new TagResourceCommand({ ResourceArn, Tags }))).rejects.toMatchObject({
      message: expect.stringContaining("'tags[0].Key'") as string,
    });
  });

  test("by S3: an enumeration in a body and in a header", async () => {
    const { s3 } = clients;
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    const VersioningConfiguration = { Status: "On" as "Enabled" };
    await expect(s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }))).rejects.toMatchObject({
      name: "MalformedXML",
    });
    const ServerSideEncryption = "rot13" as "AES256";
    await expect(
      s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "1", ServerSideEncryption })),
    ).rejects.toMatchObject({ name: "InvalidArgument" });
  });
});

describe("a parameter that is not implemented is refused and reported", () => {
  const name = "NotImplementedByLocalAws";

  test.each<[string, (clients: Clients) => Promise<unknown>]>([
    [
      "ecr:CreateRepository imageTagMutabilityExclusionFilters",
      ({ ecr }) => {
        const imageTagMutabilityExclusionFilters = [{ filterType: "WILDCARD" as const, filter: "latest" }];
        return ecr.send(new CreateRepositoryCommand({ repositoryName: "a1", imageTagMutabilityExclusionFilters }));
      },
    ],
    [
      "ecr:DescribeImages filter.imageStatus",
      ({ ecr }) => ecr.send(new DescribeImagesCommand({ repositoryName: "a1", filter: { imageStatus: "ACTIVE" } })),
    ],
    ["events:ListRules Limit", ({ events }) => events.send(new ListRulesCommand({ Limit: 1 }))],
    [
      "events:PutTargets Targets[0].SqsParameters",
      ({ events }) => {
        const SqsParameters = { MessageGroupId: "a" };
        const Targets = [{ Id: "a", Arn: `arn:aws:sqs:${testRegion}:111122223333:builds.fifo`, SqsParameters }];
        return events.send(new PutTargetsCommand({ Rule: "a", Targets }));
      },
    ],
    [
      "sts:AssumeRole ExternalId",
      ({ sts }) => {
        const RoleArn = "arn:aws:iam::111122223333:role/a";
        return sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "a1", ExternalId: "a1" }));
      },
    ],
    ["iam:ListRoles MaxItems", ({ iam }) => iam.send(new ListRolesCommand({ MaxItems: 1 }))],
    [
      "imagebuilder:CreateImage loggingConfiguration",
      ({ imageBuilder }) => {
        const loggingConfiguration = { logGroupName: "builds" };
        return imageBuilder.send(new CreateImageCommand({ ...parts, loggingConfiguration }));
      },
    ],
    [
      "imagebuilder:CreateImagePipeline schedule.autoDisablePolicy",
      ({ imageBuilder }) => {
        const schedule = { scheduleExpression: "rate(1 day)", autoDisablePolicy: { failureCount: 3 } };
        return imageBuilder.send(new CreateImagePipelineCommand({ ...parts, name: "hello", schedule }));
      },
    ],
    [
      "logs:CreateLogGroup deletionProtectionEnabled",
      ({ logs }) => logs.send(new CreateLogGroupCommand({ logGroupName: "a", deletionProtectionEnabled: true })),
    ],
    [
      "s3:GetObject response-content-type",
      ({ s3 }) => s3.send(new GetObjectCommand({ Bucket, Key: "a", ResponseContentType: "text/plain" })),
    ],
    ["s3:ListObjectsV2 fetch-owner", ({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket, FetchOwner: true }))],
    [
      "s3:PutBucketVersioning VersioningConfiguration.MfaDelete",
      ({ s3 }) => {
        const VersioningConfiguration = { Status: "Enabled", MFADelete: "Disabled" } as const;
        return s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
      },
    ],
    [
      "sns:CreateTopic DataProtectionPolicy",
      ({ sns }) => sns.send(new CreateTopicCommand({ Name: "a", DataProtectionPolicy: "{}" })),
    ],
  ])("%s", async (reported, send) => {
    await expect(send(clients)).rejects.toMatchObject({ name });
    expect(aws.unknownCalls).toEqual([reported]);
    expect(aws.remaining()).toEqual([]);
  });

  // No SDK sends fields that its model does not contain, so these requests are written by hand.
  const post = async (
    service: string,
    path: string,
    init: { method: string; headers?: Record<string, string>; body?: string | URLSearchParams },
  ) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${testRegion}/${service}/aws4_request`;
    const response = await fetch(`${aws.endpoint}${path}`, { ...init, headers: { authorization, ...init.headers } });
    return { status: response.status, body: await response.text() };
  };

  test("in JSON, even deeply nested", async () => {
    const headers = { "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.CreateRepository" };
    const body = JSON.stringify({
      repositoryName: "hello",
      imageScanningConfiguration: { scanOnPul: true },
      frobnicate: 1,
    });
    const { status, body: answer } = await post("ecr", "/", { method: "POST", headers, body });
    expect(status).toBe(400);
    expect(JSON.parse(answer)).toEqual({
      __type: name,
      message: "The local AWS does not implement imageScanningConfiguration.scanOnPul, frobnicate of CreateRepository.",
    });
    expect(aws.unknownCalls).toEqual([
      "ecr:CreateRepository imageScanningConfiguration.scanOnPul",
      "ecr:CreateRepository frobnicate",
    ]);
  });

  test("in a form", async () => {
    const body = new URLSearchParams({ Action: "GetCallerIdentity", Version: "2011-06-15", "As.member.1": "me" });
    const { status, body: answer } = await post("sts", "/", { method: "POST", body });
    expect(status).toBe(400);
    expect(answer).toContain(`<Code>${name}</Code>`);
    expect(aws.unknownCalls).toEqual(["sts:GetCallerIdentity As"]);
  });

  test("in Image Builder's query, and in S3's query, headers and body", async () => {
    await post("imagebuilder", "/GetComponent?componentVersion=1", { method: "GET" });
    await post("s3", `/${Bucket}/key?part=1`, { method: "GET", headers: { "x-amz-mood": "good" } });
    const body = "<PublicAccessBlockConfiguration><BlockAll>true</BlockAll></PublicAccessBlockConfiguration>";
    await post("s3", `/${Bucket}?publicAccessBlock`, { method: "PUT", body });
    expect(aws.unknownCalls).toEqual([
      "imagebuilder:GetComponent componentVersion",
      "s3:GetObject part",
      "s3:GetObject x-amz-mood",
      "s3:PutPublicAccessBlock PublicAccessBlockConfiguration.BlockAll",
    ]);
  });
});

test("lists are returned page by page", async () => {
  const { ecr } = clients;
  for (const repositoryName of ["a1", "b2", "c3"]) await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  const first = await ecr.send(new DescribeRepositoriesCommand({ maxResults: 2 }));
  const second = await ecr.send(new DescribeRepositoriesCommand({ maxResults: 2, nextToken: first.nextToken }));
  const names = [first, second].map(({ repositories }) => repositories?.map((each) => each.repositoryName));
  expect(names).toEqual([["a1", "b2"], ["c3"]]);
  expect(second.nextToken).toBeUndefined();
});

test("optional parameters may be absent: the components' SDK sends only required ones", async () => {
  await clients.imageBuilder.send(component());
  const PublicAccessBlockConfiguration = { BlockPublicAcls: true };
  await clients.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  await clients.s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
  expect(aws.unknownCalls).toEqual([]);
});

describe.each([
  ["account", (own: string) => own.replace(testAccount, "444455556666")],
  ["region", (own: string) => own.replace(testRegion, "eu-north-1")],
])("an ARN from another %s is not found", (_what, elsewhere) => {
  test.each<[string, (clients: Clients) => Promise<unknown>]>([
    [
      "by CloudWatch Logs",
      async ({ logs }) => {
        await logs.send(new CreateLogGroupCommand({ logGroupName: "a" }));
        const resourceArn = elsewhere(`arn:aws:logs:${testRegion}:${testAccount}:log-group:a`);
        return logs.send(new ListLogTagsCommand({ resourceArn }));
      },
    ],
    [
      "by EventBridge",
      async ({ events }) => {
        await events.send(new PutRuleCommand({ Name: "a", EventPattern: '{"source":["aws.ecr"]}' }));
        const ResourceARN = elsewhere(`arn:aws:events:${testRegion}:${testAccount}:rule/a`);
        return events.send(new ListRuleTagsCommand({ ResourceARN }));
      },
    ],
    [
      "by SNS",
      async ({ sns }) => {
        const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "a" }));
        return sns.send(new GetTopicAttributesCommand({ TopicArn: elsewhere(TopicArn) }));
      },
    ],
    [
      "by Image Builder's tags",
      async ({ imageBuilder }) => {
        const { componentBuildVersionArn = "" } = await imageBuilder.send(component());
        return imageBuilder.send(new ListBuilderTagsCommand({ resourceArn: elsewhere(componentBuildVersionArn) }));
      },
    ],
    [
      "by a delete of Image Builder's",
      async ({ imageBuilder }) => {
        const { componentBuildVersionArn = "" } = await imageBuilder.send(component());
        const other = elsewhere(componentBuildVersionArn);
        return imageBuilder.send(new DeleteComponentCommand({ componentBuildVersionArn: other }));
      },
    ],
  ])("%s", async (_, send) => {
    const name = expect.stringMatching(/NotFound/) as string;
    await expect(send(clients)).rejects.toMatchObject({ name });
    expect(aws.remaining()).toHaveLength(1);
  });
});

test("a policy from another account is not found by IAM, which has no regions", async () => {
  const { iam } = clients;
  await iam.send(new CreateRoleCommand({ RoleName: "a", AssumeRolePolicyDocument }));
  await iam.send(new CreatePolicyCommand({ PolicyName: "a", PolicyDocument: policy }));
  const attach = (account: string) =>
    iam.send(new AttachRolePolicyCommand({ RoleName: "a", PolicyArn: `arn:aws:iam::${account}:policy/a` }));
  await expect(attach("444455556666")).rejects.toMatchObject({ name: "NoSuchEntityException" });
  await attach(testAccount);
});
