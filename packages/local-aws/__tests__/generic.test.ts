import {
  CreateOriginAccessControlCommand,
  DeleteOriginAccessControlCommand,
  CloudFrontClient,
  GetOriginAccessControlCommand,
} from "@aws-sdk/client-cloudfront";
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
} from "@aws-sdk/client-cloudwatch";
import {
  CreatePullThroughCacheRuleCommand,
  DeletePullThroughCacheRuleCommand,
  DescribePullThroughCacheRulesCommand,
  UpdatePullThroughCacheRuleCommand,
} from "@aws-sdk/client-ecr";
import {
  CreateEventBusCommand,
  ListTagsForResourceCommand as ListEventTagsCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CreateUserCommand,
  DeleteUserCommand,
  GetUserCommand,
  ListUsersCommand,
  ListUserTagsCommand,
  UpdateUserCommand,
} from "@aws-sdk/client-iam";
import {
  CreateScheduleGroupCommand,
  DeleteScheduleGroupCommand,
  GetScheduleGroupCommand,
  ListTagsForResourceCommand,
  SchedulerClient,
  TagResourceCommand,
} from "@aws-sdk/client-scheduler";
import {
  DeleteParameterCommand,
  GetParameterCommand,
  PutParameterCommand,
  SendCommandCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { clientsOf, testAccount, testRegion } from "@pipelines/testing/clients";
import { type LocalAws, startLocalAws } from "../local-aws";

let aws: LocalAws;
let settings: {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: 1;
};
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  settings = { endpoint: aws.endpoint, region: testRegion, credentials, maxAttempts: 1 };
});
afterEach(async () => {
  await aws.close();
});

const notHere = { name: "NotImplementedByLocalAws" };

test("in JSON: SSM", async () => {
  const ssm = new SSMClient(settings);
  const parameter = { Name: "/images/hello", Type: "String", Value: "one" } as const;
  await expect(ssm.send(new GetParameterCommand({ Name: "/images/hello" }))).rejects.toMatchObject(notHere);
  await ssm.send(new PutParameterCommand(parameter));
  await expect(ssm.send(new PutParameterCommand(parameter))).rejects.toMatchObject({ name: "ParameterAlreadyExists" });
  expect(await ssm.send(new PutParameterCommand({ ...parameter, Value: "two", Overwrite: true }))).toMatchObject({
    Version: 2,
  });
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/images/hello" }));
  const ARN = `arn:aws:ssm:${testRegion}:111122223333:parameter/images/hello`;
  expect(Parameter).toMatchObject({
    ...parameter,
    Value: "two",
    ARN,
    Version: 2,
    LastModifiedDate: expect.any(Date) as Date,
  });
  expect(aws.remaining()).toMatchObject([
    { service: "ssm", kind: "parameter", name: "/images/hello", state: "generic" },
  ]);
  expect(aws.generic).toEqual(["ssm parameter"]);
  await ssm.send(new DeleteParameterCommand({ Name: "/images/hello" }));
  await expect(ssm.send(new GetParameterCommand({ Name: "/images/hello" }))).rejects.toMatchObject({
    name: "ParameterNotFound",
  });
  await expect(ssm.send(new SendCommandCommand({ DocumentName: "a" }))).rejects.toMatchObject(notHere);
  expect(aws.unknownCalls).toEqual(["ssm:GetParameter", "ssm:SendCommand"]);
});

test("in CBOR: CloudWatch", async () => {
  const cloudwatch = new CloudWatchClient(settings);
  const alarm = {
    AlarmName: "failures",
    Threshold: 0.5,
    EvaluationPeriods: 1,
    ComparisonOperator: "GreaterThanThreshold",
  } as const;
  await cloudwatch.send(new PutMetricAlarmCommand(alarm));
  await cloudwatch.send(new PutMetricAlarmCommand({ ...alarm, AlarmName: "builds" }));
  const { MetricAlarms, CompositeAlarms } = await cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: ["failures"] }),
  );
  expect(MetricAlarms).toMatchObject([{ ...alarm, AlarmConfigurationUpdatedTimestamp: expect.any(Date) as Date }]);
  expect(CompositeAlarms).toEqual([]);
  expect((await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNamePrefix: "b" }))).MetricAlarms).toHaveLength(1);
  await cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ["failures", "builds"] }));
  expect(aws.remaining()).toEqual([]);
  await expect(cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ["failures"] }))).rejects.toMatchObject({
    name: "ResourceNotFound",
  });
  expect(aws.unknownCalls).toEqual([]);
});

test("in REST and JSON: EventBridge Scheduler", async () => {
  const scheduler = new SchedulerClient(settings);
  const Tags = [{ Key: "team", Value: "builds" }];
  const { ScheduleGroupArn: ResourceArn } = await scheduler.send(
    new CreateScheduleGroupCommand({ Name: "nightly", Tags }),
  );
  await expect(scheduler.send(new CreateScheduleGroupCommand({ Name: "nightly" }))).rejects.toMatchObject({
    name: "ConflictException",
  });
  await scheduler.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: "cost", Value: "low" }] }));
  expect(await scheduler.send(new ListTagsForResourceCommand({ ResourceArn }))).toMatchObject({
    Tags: [...Tags, { Key: "cost", Value: "low" }],
  });
  const read = new GetScheduleGroupCommand({ Name: "nightly" });
  expect(await scheduler.send(read)).toMatchObject({ Name: "nightly", Arn: ResourceArn, State: "ACTIVE" });
  await scheduler.send(new DeleteScheduleGroupCommand({ Name: "nightly" }));
  await expect(scheduler.send(read)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("in REST and XML: CloudFront", async () => {
  const cloudfront = new CloudFrontClient(settings);
  const OriginAccessControlConfig = {
    Name: "images",
    SigningProtocol: "sigv4",
    SigningBehavior: "always",
    OriginAccessControlOriginType: "s3",
  } as const;
  const made = await cloudfront.send(new CreateOriginAccessControlCommand({ OriginAccessControlConfig }));
  const Id = made.OriginAccessControl?.Id;
  expect(await cloudfront.send(new GetOriginAccessControlCommand({ Id }))).toMatchObject({
    ETag: "1",
    OriginAccessControl: { Id, OriginAccessControlConfig },
  });
  await cloudfront.send(new DeleteOriginAccessControlCommand({ Id, IfMatch: "1" }));
  await expect(cloudfront.send(new GetOriginAccessControlCommand({ Id }))).rejects.toMatchObject({
    name: "NoSuchOriginAccessControl",
  });
});

test("operations that a service written by hand lacks, as IAM's users in a form", async () => {
  const { iam } = clientsOf(aws);
  const Tags = [{ Key: "team", Value: "builds" }];
  const { User } = await iam.send(new CreateUserCommand({ UserName: "robot", Path: "/ci/", Tags }));
  expect(User).toMatchObject({ UserName: "robot", Path: "/ci/", CreateDate: expect.any(Date) as Date });
  await expect(iam.send(new CreateUserCommand({ UserName: "robot" }))).rejects.toMatchObject({
    name: "EntityAlreadyExistsException",
  });
  expect((await iam.send(new ListUserTagsCommand({ UserName: "robot" }))).Tags).toEqual(Tags);
  expect((await iam.send(new ListUsersCommand({}))).Users).toMatchObject([{ UserName: "robot" }]);
  await iam.send(new UpdateUserCommand({ UserName: "robot", NewUserName: "android", NewPath: "/" }));
  expect((await iam.send(new GetUserCommand({ UserName: "android" }))).User).toMatchObject({ Path: "/" });
  await iam.send(new DeleteUserCommand({ UserName: "android" }));
  await expect(iam.send(new GetUserCommand({ UserName: "android" }))).rejects.toMatchObject({
    name: "NoSuchEntityException",
  });
  expect(aws.unknownCalls).toEqual([]);
});

test("tags of something generic, in a service that has tags of its own", async () => {
  const { events } = clientsOf(aws);
  const Tags = [{ Key: "team", Value: "builds" }];
  const { EventBusArn: ResourceARN } = await events.send(new CreateEventBusCommand({ Name: "images", Tags }));
  expect((await events.send(new ListEventTagsCommand({ ResourceARN }))).Tags).toEqual(Tags);
  await events.send(new UntagResourceCommand({ ResourceARN, TagKeys: ["team"] }));
  expect((await events.send(new ListEventTagsCommand({ ResourceARN }))).Tags).toEqual([]);
});

test("a pull-through cache rule of ECR", async () => {
  const { ecr } = clientsOf(aws);
  const rule = { ecrRepositoryPrefix: "quay", upstreamRegistryUrl: "quay.io" };
  expect(await ecr.send(new CreatePullThroughCacheRuleCommand(rule))).toMatchObject({
    ...rule,
    registryId: testAccount,
  });
  await expect(ecr.send(new CreatePullThroughCacheRuleCommand(rule))).rejects.toMatchObject({
    name: "PullThroughCacheRuleAlreadyExistsException",
  });
  const credentialArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/quay-abcdef";
  await ecr.send(new UpdatePullThroughCacheRuleCommand({ ecrRepositoryPrefix: "quay", credentialArn }));
  const { pullThroughCacheRules } = await ecr.send(new DescribePullThroughCacheRulesCommand({}));
  expect(pullThroughCacheRules).toMatchObject([{ ...rule, credentialArn }]);
  await ecr.send(new DeletePullThroughCacheRuleCommand({ ecrRepositoryPrefix: "quay" }));
  expect(aws.remaining()).toEqual([]);
});

test("a service without a client is not implemented", async () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${testRegion}/polly/aws4_request`;
  expect((await fetch(`${aws.endpoint}/v1/lexicons`, { headers: { authorization } })).status).toBe(404);
  expect(aws.unknownCalls).toEqual(["polly:GET /v1/lexicons"]);
});
