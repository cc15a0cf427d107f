import {
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  PutRetentionPolicyCommand,
  ResourceAlreadyExistsException,
  ResourceNotFoundException as LogGroupNotFound,
  ListTagsForResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  InvalidEventPatternException,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  ResourceNotFoundException as RuleNotFound,
} from "@aws-sdk/client-eventbridge";
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  InvalidParameterException,
  ListSubscriptionsByTopicCommand,
  NotFoundException,
  SetTopicAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { type LocalAws, startLocalAws } from "../local-aws";
import { testAccount, type Clients, clientsOf, testRegion } from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws();
  clients = clientsOf(aws);
});
afterEach(async () => {
  expect(aws.remaining()).toEqual([]);
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

test("a log group is created with tags, keeps its retention, and is deleted", async () => {
  const { logs } = clients;
  const logGroupName = "/aws/imagebuilder/hello";
  await logs.send(new CreateLogGroupCommand({ logGroupName, tags: { a: "1" } }));
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toBeInstanceOf(
    ResourceAlreadyExistsException,
  );
  await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 90 }));
  await expect(logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 91 }))).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "/aws/" }));
  expect(logGroups).toMatchObject([{ logGroupName, retentionInDays: 90 }]);
  const resourceArn = logGroups[0]?.logGroupArn;
  expect((await logs.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({ a: "1" });
  await logs.send(new DeleteLogGroupCommand({ logGroupName }));
  await expect(logs.send(new DeleteLogGroupCommand({ logGroupName }))).rejects.toBeInstanceOf(LogGroupNotFound);
});

test("a rule is not deleted until its targets are removed", async () => {
  const { events } = clients;
  const EventPattern = JSON.stringify({ source: ["aws.imagebuilder"] });
  await events.send(new PutRuleCommand({ Name: "failed", EventPattern }));
  await expect(events.send(new PutRuleCommand({ Name: "other", EventPattern: "failed" }))).rejects.toBeInstanceOf(
    InvalidEventPatternException,
  );
  const target = { Id: "topic", Arn: `arn:aws:sns:${testRegion}:${testAccount}:builds` };
  await events.send(new PutTargetsCommand({ Rule: "failed", Targets: [target] }));
  expect((await events.send(new ListTargetsByRuleCommand({ Rule: "failed" }))).Targets).toEqual([target]);
  const bus = { Id: "bus", Arn: `arn:aws:events:${testRegion}:444455556666:event-bus/central` };
  await expect(events.send(new PutTargetsCommand({ Rule: "failed", Targets: [bus] }))).rejects.toThrow(
    `RoleArn is required for target ${bus.Arn}.`,
  );
  const remove = new DeleteRuleCommand({ Name: "failed" });
  await expect(events.send(remove)).rejects.toThrow("Rule can't be deleted since it has targets.");
  await events.send(new RemoveTargetsCommand({ Rule: "failed", Ids: ["topic"] }));
  expect(await events.send(new DescribeRuleCommand({ Name: "failed" }))).toMatchObject({
    EventPattern,
    State: "ENABLED",
  });
  await events.send(remove);
  await expect(events.send(new DescribeRuleCommand({ Name: "failed" }))).rejects.toBeInstanceOf(RuleNotFound);
});

test("deleting a topic deletes its subscriptions, including unconfirmed ones", async () => {
  const { sns } = clients;
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: "builds" }));
  expect(TopicArn).toBe(`arn:aws:sns:${testRegion}:${testAccount}:builds`);
  const statement = { Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Resource: TopicArn };
  const policyOf = (Action: string) => ({
    AttributeName: "Policy",
    AttributeValue: JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Action }] }),
  });
  const policy = policyOf("sns:Publish");
  for (const refused of [
    { AttributeName: "Policy", AttributeValue: '{"Version":"2012-10-17","Statement":[]}' },
    policyOf("s3:GetObject"),
    { AttributeName: "Colour", AttributeValue: "red" },
  ]) {
    const set = sns.send(new SetTopicAttributesCommand({ TopicArn, ...refused }));
    await expect(set).rejects.toBeInstanceOf(InvalidParameterException);
  }
  await sns.send(new SetTopicAttributesCommand({ TopicArn, ...policy }));
  for (const refused of [{ Protocol: "pigeon" }, { Protocol: "sqs", Attributes: { Colour: "red" } }]) {
    const subscribe = sns.send(new SubscribeCommand({ TopicArn, Endpoint: "a", ...refused }));
    await expect(subscribe).rejects.toBeInstanceOf(InvalidParameterException);
  }
  const subscription = { TopicArn, Protocol: "email", Endpoint: "team@example.com" };
  const shown = await sns.send(new SubscribeCommand(subscription));
  expect(shown.SubscriptionArn).toBe("pending confirmation");
  const { SubscriptionArn } = await sns.send(new SubscribeCommand({ ...subscription, ReturnSubscriptionArn: true }));
  await expect(sns.send(new UnsubscribeCommand({ SubscriptionArn }))).rejects.toBeInstanceOf(InvalidParameterException);
  const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions?.map(({ Endpoint }) => Endpoint)).toEqual(["team@example.com"]);
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes).toMatchObject({ Policy: policy.AttributeValue, SubscriptionsPending: "1" });
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  await expect(sns.send(new GetTopicAttributesCommand({ TopicArn }))).rejects.toBeInstanceOf(NotFoundException);
});
