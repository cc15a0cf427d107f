import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeImageScanFindingsCommand,
  GetAccountSettingCommand,
  GetLifecyclePolicyPreviewCommand,
  PutAccountSettingCommand,
  StartImageScanCommand,
  StartLifecyclePolicyPreviewCommand,
  TagResourceCommand,
} from "@aws-sdk/client-ecr";
import { PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  GetPolicyCommand,
  GetRoleCommand,
  ListRoleTagsCommand,
  TagRoleCommand,
} from "@aws-sdk/client-iam";
import {
  CreateImageCommand,
  CreateImagePipelineCommand,
  GetImagePipelineCommand,
  GetWorkflowExecutionCommand,
  ListComponentsCommand,
  ListImagesCommand,
  ListWorkflowExecutionsCommand,
} from "@aws-sdk/client-imagebuilder";
import {
  CreateBucketCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import {
  CreateTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
} from "@aws-sdk/client-sns";
import { type LocalAws, startLocalAws } from "../local-aws";
import { matches } from "../event-patterns";
import { isSchedule, isTimeZone } from "../schedules";
import {
  arn,
  type Clients,
  clientsOf,
  makeParts,
  parts,
  testAccount,
  testRegion,
  trustOf,
} from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  clients = clientsOf(aws);
});
afterEach(async () => {
  await aws.close();
});

const notHere = { name: "NotImplementedByLocalAws" };
const iamArn = (resource: string) => `arn:aws:iam::${testAccount}:${resource}`;

describe("IAM", () => {
  const role = { RoleName: "a", AssumeRolePolicyDocument: trustOf("ec2.amazonaws.com") };

  test("does not report AWS's own policies and roles as missing", async () => {
    const { iam } = clients;
    const managed = "arn:aws:iam::aws:policy/PowerUserAccess";
    await expect(iam.send(new CreateRoleCommand({ ...role, PermissionsBoundary: managed }))).rejects.toMatchObject(
      notHere,
    );
    await expect(iam.send(new GetPolicyCommand({ PolicyArn: managed }))).rejects.toMatchObject(notHere);
    const linked = new GetRoleCommand({ RoleName: "AWSServiceRoleForImageBuilder" });
    await expect(iam.send(linked)).rejects.toMatchObject(notHere);
    expect(aws.unknownCalls).toEqual([
      `iam:CreateRole AWS's managed policy ${managed}`,
      `iam:GetPolicy AWS's managed policy ${managed}`,
      "iam:GetRole the service-linked role AWSServiceRoleForImageBuilder",
    ]);
  });

  test("takes keys of a role's tags for equal that differ only in case", async () => {
    const { iam } = clients;
    const [upper, lower] = [
      { Key: "Team", Value: "a" },
      { Key: "team", Value: "b" },
    ] as const;
    const duplicate = {
      name: "InvalidInputException",
      message: expect.stringContaining("Duplicate tag keys found.") as string,
    };
    await expect(iam.send(new CreateRoleCommand({ ...role, Tags: [upper, lower] }))).rejects.toMatchObject(duplicate);
    await iam.send(new CreateRoleCommand({ ...role, Tags: [upper] }));
    await expect(iam.send(new TagRoleCommand({ RoleName: "a", Tags: [upper, lower] }))).rejects.toMatchObject(
      duplicate,
    );
    await iam.send(new TagRoleCommand({ RoleName: "a", Tags: [lower] }));
    expect((await iam.send(new ListRoleTagsCommand({ RoleName: "a" }))).Tags).toEqual([lower]);
  });

  test("treats everything outside a rehearsal as existing", async () => {
    const { iam, ecr, events } = clients;
    const managed = "arn:aws:iam::aws:policy/AWSCodeArtifactReadOnlyAccess";
    aws.exists({ kind: "policy", name: managed }, testAccount, testRegion);
    aws.exists({ kind: "role", name: iamArn("role/theirs") }, testAccount, testRegion);
    await iam.send(new CreateRoleCommand({ ...role, PermissionsBoundary: managed }));
    await iam.send(new AttachRolePolicyCommand({ RoleName: "a", PolicyArn: managed }));
    await events.send(new PutRuleCommand({ Name: "a", EventPattern: '{"source":["aws.ecr"]}' }));
    const Targets = [{ Id: "a", Arn: arn("image-pipeline/a"), RoleArn: iamArn("role/theirs") }];
    await events.send(new PutTargetsCommand({ Rule: "a", Targets }));
    await ecr.send(new CreateRepositoryCommand({ repositoryName: "hello" }));
    expect(aws.unknownCalls).toEqual([]);
  });
});

describe("Image Builder", () => {
  const imageBuildVersionArn = arn("image/hello/1.0.0/1");
  beforeEach(() => makeParts(clients));

  test("works with its service-linked role, which does not have to be created", async () => {
    const executionRole = iamArn("role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder");
    const workflows = [{ workflowArn: "arn:aws:imagebuilder:eu-west-1:aws:workflow/build/build-container/x.x.x" }];
    await clients.imageBuilder.send(
      new CreateImagePipelineCommand({ ...parts, name: "hello", executionRole, workflows }),
    );
    const get = new GetImagePipelineCommand({ imagePipelineArn: arn("image-pipeline/hello") });
    const { imagePipeline } = await clients.imageBuilder.send(get);
    expect(imagePipeline?.dateUpdated).toBe(imagePipeline?.dateCreated);
  });

  test("counts a workflow's steps that succeeded, failed and were skipped", async () => {
    aws.failBuilds = { hello: "exit status 1" };
    await clients.imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(21);
    const list = new ListWorkflowExecutionsCommand({ imageBuildVersionArn });
    const [build] = (await clients.imageBuilder.send(list)).workflowExecutions ?? [];
    const counts = { totalStepCount: 4, totalStepsSucceeded: 2, totalStepsFailed: 1, totalStepsSkipped: 1 };
    expect(build).toMatchObject({ status: "FAILED", ...counts });
    const { workflowExecutionId } = build ?? {};
    const get = new GetWorkflowExecutionCommand({ workflowExecutionId });
    expect(await clients.imageBuilder.send(get)).toMatchObject({ imageBuildVersionArn, type: "BUILD", ...counts });
  });

  test("lists each image version and each component version once", async () => {
    for (let build = 1; build <= 2; build++) {
      await clients.imageBuilder.send(new CreateImageCommand(parts));
      aws.clock.skip(21);
    }
    const { imageVersionList } = await clients.imageBuilder.send(new ListImagesCommand({}));
    expect(imageVersionList).toMatchObject([{ arn: arn("image/hello/1.0.0"), version: "1.0.0", owner: testAccount }]);
    const { componentVersionList } = await clients.imageBuilder.send(new ListComponentsCommand({ owner: "Self" }));
    expect(componentVersionList).toMatchObject([{ arn: arn("component/hello/1.0.0"), type: "BUILD" }]);
    const theirs = await clients.imageBuilder.send(new ListImagesCommand({ owner: "Amazon" }));
    expect(theirs.imageVersionList).toEqual([]);
  });

  test("pushes images with a media type that ECR shows, which can be scanned and previewed", async () => {
    await clients.imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(21);
    const { ecr } = clients;
    const repositoryName = "hello";
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
    expect(imageDetails).toMatchObject([{ artifactMediaType: "application/vnd.docker.container.image.v1+json" }]);
    const imageId = { imageTag: "latest" };
    await ecr.send(new StartImageScanCommand({ repositoryName, imageId }));
    const findings = await ecr.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId }));
    expect(findings.imageScanStatus?.status).toBe("COMPLETE");
    const selection = { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 1 };
    const lifecyclePolicyText = JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: "expire" } }] });
    await ecr.send(new StartLifecyclePolicyPreviewCommand({ repositoryName, lifecyclePolicyText }));
    const preview = await ecr.send(new GetLifecyclePolicyPreviewCommand({ repositoryName }));
    expect(preview).toMatchObject({ status: "COMPLETE", previewResults: [], summary: { expiringImageTotalCount: 0 } });
  });
});

test("ECR has three account settings, with defaults", async () => {
  const { ecr } = clients;
  const get = async (name: string) => (await ecr.send(new GetAccountSettingCommand({ name }))).value;
  expect(await get("BASIC_SCAN_TYPE_VERSION")).toBe("AWS_NATIVE");
  await ecr.send(new PutAccountSettingCommand({ name: "BASIC_SCAN_TYPE_VERSION", value: "CLAIR" }));
  expect([await get("BASIC_SCAN_TYPE_VERSION"), await get("REGISTRY_POLICY_SCOPE")]).toEqual(["CLAIR", "V2"]);
  for (const setting of [
    { name: "BLOB_MOUNTING", value: "ON" },
    { name: "NONE", value: "ON" },
  ]) {
    await expect(ecr.send(new PutAccountSettingCommand(setting))).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  }
});

test("ECR refuses an invalid key and duplicate tags", async () => {
  const { ecr } = clients;
  const encrypted = { encryptionType: "KMS" as const, kmsKey: "builds" };
  const create = new CreateRepositoryCommand({ repositoryName: "hello", encryptionConfiguration: encrypted });
  await expect(ecr.send(create)).rejects.toMatchObject({ name: "InvalidParameterException" });
  const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName: "hello" }));
  const tags = ["1", "2"].map((Value) => ({ Key: "a", Value }));
  const tag = new TagResourceCommand({ resourceArn: repository?.repositoryArn, tags });
  await expect(ecr.send(tag)).rejects.toMatchObject({ name: "InvalidTagParameterException" });
});

describe("SNS", () => {
  test("gives a filter policy its default scope, and treats an empty policy as no policy", async () => {
    const { sns } = clients;
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: "builds" }));
    const endpoint = { Protocol: "https", Endpoint: "https://example.com/", ReturnSubscriptionArn: true };
    const Attributes = { FilterPolicy: '{"state":["FAILED"]}' };
    const { SubscriptionArn } = await sns.send(new SubscribeCommand({ TopicArn, ...endpoint, Attributes }));
    const get = async () => (await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes;
    expect(await get()).toMatchObject({ ...Attributes, FilterPolicyScope: "MessageAttributes" });
    const set = (AttributeValue: string) =>
      sns.send(
        new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName: "FilterPolicy", AttributeValue }),
      );
    await expect(set('{"state":[]}')).rejects.toThrow("Invalid parameter: FilterPolicy: Empty arrays are not allowed");
    await set("{}");
    expect(Object.keys((await get()) ?? {}).filter((name) => name.startsWith("Filter"))).toEqual([]);
  });

  test("has FIFO topics, which accept messages that belong to a group", async () => {
    const { sns } = clients;
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: "a.fifo", Attributes: { FifoTopic: "true" } }));
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(Attributes).toMatchObject({ FifoTopic: "true", ContentBasedDeduplication: "false" });
    await expect(sns.send(new PublishCommand({ TopicArn, Message: "a" }))).rejects.toThrow("MessageGroupId");
    const { MessageId } = await sns.send(new PublishCommand({ TopicArn, Message: "a", MessageGroupId: "b" }));
    expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ["DisplayName", "x".repeat(101)],
    ["KmsMasterKeyId", "builds key"],
    ["TracingConfig", "On"],
    ["SignatureVersion", "3"],
    ["SQSSuccessFeedbackSampleRate", "101"],
    ["HTTPFailureFeedbackRoleArn", `arn:aws:iam::${testAccount}:role/none`],
    ["FifoTopic", "true"],
    ["Frobnicate", "1"],
  ])("refuses attribute %s with the value %s", async (AttributeName, AttributeValue) => {
    const { TopicArn } = await clients.sns.send(new CreateTopicCommand({ Name: "builds" }));
    const set = new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue });
    await expect(clients.sns.send(set)).rejects.toMatchObject({ name: "InvalidParameterException" });
    expect(aws.unknownCalls).toEqual([]);
  });
});

test("CloudWatch Logs gives each event an id, and lists streams", async () => {
  await makeParts(clients);
  await clients.imageBuilder.send(new CreateImageCommand(parts));
  aws.clock.skip(21);
  aws.remaining();
  const logGroupName = "/aws/imagebuilder/hello";
  const { events = [], searchedLogStreams } = await clients.logs.send(new FilterLogEventsCommand({ logGroupName }));
  expect(searchedLogStreams).toEqual([]);
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
  for (const { eventId, ingestionTime, timestamp } of events) {
    expect([eventId?.length, ingestionTime]).toEqual([56, timestamp]);
  }
  await clients.logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "0" }));
  const { logStreams } = await clients.logs.send(new DescribeLogStreamsCommand({ logGroupName, descending: true }));
  expect(logStreams).toMatchObject([
    { logStreamName: "1.0.0/1", lastEventTimestamp: events.at(-1)?.timestamp },
    { logStreamName: "0" },
  ]);
  const unnamed = new CreateLogGroupCommand({ logGroupName: "a", kmsKeyId: "alias/builds" });
  await clients.logs.send(unnamed);
});

test("S3 keeps an object's tags and storage class", async () => {
  const { s3 } = clients;
  const object = { Bucket: "some-logs", Key: "a" };
  const CreateBucketConfiguration = { LocationConstraint: testRegion } as const;
  await s3.send(new CreateBucketCommand({ Bucket: object.Bucket, CreateBucketConfiguration }));
  await s3.send(new PutObjectCommand({ ...object, Body: "1", Tagging: "a=1&b=2", StorageClass: "STANDARD_IA" }));
  const tagsOf = async () => (await s3.send(new GetObjectTaggingCommand(object))).TagSet;
  expect(await tagsOf()).toEqual([
    { Key: "a", Value: "1" },
    { Key: "b", Value: "2" },
  ]);
  await s3.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet: [{ Key: "c", Value: "3" }] } }));
  expect(await tagsOf()).toEqual([{ Key: "c", Value: "3" }]);
  expect(await s3.send(new HeadObjectCommand(object))).toMatchObject({ StorageClass: "STANDARD_IA", TagCount: 1 });
});

test.each([
  ["rate(1 minute) rate(2 minutes) rate(1 hour) rate(12 hours) rate(1 day) rate(20 days)", true],
  ["rate(0 days) rate(1 days) rate(2 day) rate(5 weeks) rate(day) rate(1 day)) every(1 day)", false],
])("these rates are schedules: %s: %s", (all, expected) => {
  for (const [rate] of all.matchAll(/\w+\([^)]*\)+/g)) expect([rate, isSchedule(rate)]).toEqual([rate, expected]);
});

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const everywhere = {
  good: ["*", "*/5", "5/2", "5-6", "5,6", "5,6-7,*/2"],
  bad: ["", "a", "5/0", "5/2/2", "5-6-7", "5,"],
};
test.each([
  { field: 0, good: ["0", "59", "0-59", "0/15"], bad: ["60", "-1", "0-60", "?", "L", "JAN"] },
  { field: 1, good: ["0", "23"], bad: ["24", "0-24", "?", "LW"] },
  { field: 2, good: ["1", "31", "L", "LW", "1W", "31W", "1,LW", "l"], bad: ["0", "32", "0W", "32W", "W", "1L", "MON"] },
  { field: 3, good: ["1", "12", ...months, "jan-mar"], bad: ["0", "13", "SUN", "L", "?", "JANUARY"] },
  {
    field: 4,
    good: ["1", "7", ...days, "mon-fri", "L", "1L", "7L", "1#1", "7#5", "fri#3,2L"],
    bad: ["0", "8", "JAN", "8L", "FRI#6", "FRI#0", "8#1"],
  },
  { field: 5, good: ["1970", "2199"], bad: ["1969", "2200", "?", "L"] },
])("field $field of a cron expression has its own values", ({ field, good, bad }) => {
  const cron = (value: string) => {
    const fields = ["0", "3", ...(field === 2 ? ["*", "*", "?"] : ["?", "*", "*"]), "*"];
    return `cron(${fields.with(field, value).join(" ")})`;
  };
  const more = field === 5 ? ["*", "*/5", "2026-2027,2030"] : everywhere.good;
  for (const value of [...good, ...more]) expect([cron(value), isSchedule(cron(value))]).toEqual([cron(value), true]);
  for (const value of [...bad, ...everywhere.bad])
    expect([cron(value), isSchedule(cron(value))]).toEqual([cron(value), false]);
});

test.each([
  "cron(0 3 ? * ? *)",
  "cron(0 3 * * * *)",
  "cron(0 3 * * ?)",
  "cron(0 3 * * ? * *)",
  "cron(0  3 * * ? *)",
  "cron(0 3 * * ? *",
  "at cron(0 3 * * ? *)",
])("%s is no schedule", (expression) => {
  expect(isSchedule(expression)).toBe(false);
});

test.each([
  [["UTC", "Etc/UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "US/Pacific"], true],
  [["utc", "Utc", "europe/berlin", "us/pacific", "+01:00", "Nowhere", ""], false],
])("%j are time zones: %s", (all, expected) => {
  for (const name of all) expect([name, isTimeZone(name)]).toEqual([name, expected]);
});

test.each([
  [{ a: [{ suffix: "z" }] }, { a: "xyz" }, true],
  [{ a: [{ "anything-but": ["x", "y"] }] }, { a: "z" }, true],
  [{ a: [{ "anything-but": "x" }] }, { a: "x" }, false],
  [{ a: [{ exists: false }] }, {}, true],
  [{ a: { b: [{ exists: false }] } }, { a: { c: 1 } }, true],
  [{ a: [{ exists: true }] }, {}, false],
  [{ a: [{ "equals-ignore-case": "X" }] }, { a: "x" }, true],
  [{ a: [{ numeric: [">", 1, "<=", 3] }] }, { a: 3 }, true],
  [{ a: [{ suffix: "z" }] }, { a: "xyzz!" }, false],
  [{ a: [{ suffix: "z" }] }, { a: 1 }, false],
  [{ a: [{ prefix: "x" }] }, { a: "ax" }, false],
  [{ a: [{ prefix: "1" }] }, { a: 1 }, false],
  [{ a: [{ "anything-but": ["x", "y"] }] }, { a: "y" }, false],
  [{ a: [{ "anything-but": "x" }] }, { a: "z" }, true],
  [{ a: [{ "anything-but": "x" }] }, {}, false],
  [{ a: [{ "anything-but": { prefix: "x" } }] }, { a: "xy" }, false],
  [{ a: [{ "anything-but": { prefix: "x" } }] }, { a: "yx" }, true],
  [{ a: [{ exists: false }] }, { a: 1 }, false],
  [{ a: [{ exists: true }] }, { a: null }, true],
  [{ a: [{ "equals-ignore-case": "x" }] }, { a: "X" }, true],
  [{ a: [{ "equals-ignore-case": "X" }] }, { a: "y" }, false],
  [{ a: [{ numeric: [">", 1] }] }, { a: 1 }, false],
  [{ a: [{ numeric: [">=", 1] }] }, { a: 1 }, true],
  [{ a: [{ numeric: ["=", 1] }] }, { a: 1 }, true],
  [{ a: [{ numeric: ["=", 1] }] }, { a: 2 }, false],
  [{ a: [{ numeric: ["<", 1] }] }, { a: 1 }, false],
  [{ a: [{ numeric: ["<", 1] }] }, { a: 0 }, true],
  [{ a: [{ numeric: [">", 1, "<=", 3] }] }, { a: 4 }, false],
  [{ a: [{ numeric: [">", 1, "<=", 3] }] }, { a: 1 }, false],
  [{ a: [{ numeric: [">", 1] }] }, { a: "2" }, false],
  [{ a: [{ numeric: 1 }] }, { a: 1 }, false],
  [{ a: [{ numeric: [1, 1] }] }, { a: 1 }, false],
  [{ a: [{ wildcard: "*" }] }, { a: "x" }, false],
  [{ a: [null] }, { a: null }, true],
  [{ a: [null] }, {}, false],
  [{ a: [1, 2] }, { a: [3, 2] }, true],
  [{ a: [1] }, { a: [3, 2] }, false],
  [{ a: 1 }, { a: 1 }, false],
  [{ a: { b: [1] } }, { a: { b: 1 } }, true],
  [{ a: { b: [{ exists: false }] } }, { a: 1 }, false],
  [{ a: { b: [{ exists: false }] } }, {}, true],
  [{ a: [1], b: [1] }, { a: 1, b: 2 }, false],
  [{ $or: [{ a: [1] }, { b: [1] }] }, { b: 1 }, true],
  [{ $or: [{ a: [1] }, { b: [1] }] }, { b: 2 }, false],
  [{ $or: { a: [1] } }, { a: 1 }, false],
  [{ $or: [{ a: [1] }], b: [1] }, { a: 1 }, false],
])("the pattern %j and the event %j: %s", (pattern, event, expected) => {
  expect(matches(pattern, event)).toBe(expected);
});
