import { PutImageCommand, BatchGetImageCommand } from "@aws-sdk/client-ecr";
import { PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import { CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  GetImageCommand,
  ListImagePipelineImagesCommand,
  StartImagePipelineExecutionCommand,
} from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "../local-aws";
import { matches } from "../event-patterns";
import { type Clients, clientsOf } from "@pipelines/testing/clients";
import { deploy, environment } from "@pipelines/testing/local-environments";

const account = "111122223333";
const registry = `${account}.dkr.ecr.eu-west-1.amazonaws.com`;
const dev = environment("dev", account, [
  { name: "base", channels: ["stable"] },
  { name: "runtime", parentImage: `${registry}/base:latest` },
  { name: "base-web", parentImage: `${registry}/runtime:latest` },
]);

const rebuildRole = `arn:aws:iam::${account}:role/rebuilds`;
const pipeline = (name: string) => `arn:aws:imagebuilder:eu-west-1:${account}:image-pipeline/dev-${name}`;

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0, accountId: account });
  clients = clientsOf(aws, "eu-west-1", account);
  await deploy(aws, dev);
});
afterEach(async () => {
  await aws.close();
});

async function role(
  allowed: readonly string[],
  trust: object = { ArnLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/dev-*" } },
) {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "events.amazonaws.com" } };
  const trusted = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Condition: trust }] });
  await clients.iam.send(new CreateRoleCommand({ RoleName: "rebuilds", AssumeRolePolicyDocument: trusted }));
  const start = {
    Effect: "Allow",
    Action: "imagebuilder:StartImagePipelineExecution",
    Resource: allowed.map(pipeline),
  };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [start] });
  await clients.iam.send(
    new PutRolePolicyCommand({ RoleName: "rebuilds", PolicyName: "start", PolicyDocument: policy }),
  );
}

async function rule(parent: string, child: string, pattern?: object) {
  const Name = `dev-${parent}-children`;
  const EventPattern = JSON.stringify(
    pattern ?? {
      source: ["aws.imagebuilder"],
      account: [account],
      region: ["eu-west-1"],
      "detail-type": ["EC2 Image Builder Image State Change"],
      resources: [{ prefix: `arn:aws:imagebuilder:eu-west-1:${account}:image/dev-${parent}/` }],
      detail: { state: { status: ["AVAILABLE"] } },
    },
  );
  await clients.events.send(new PutRuleCommand({ Name, EventPattern }));
  await clients.events.send(
    new PutTargetsCommand({ Rule: Name, Targets: [{ Id: child, Arn: pipeline(child), RoleArn: rebuildRole }] }),
  );
}

async function builds(name: string): Promise<string[]> {
  const { imageSummaryList = [] } = await clients.imageBuilder.send(
    new ListImagePipelineImagesCommand({ imagePipelineArn: pipeline(name) }),
  );
  return imageSummaryList.map(({ state }) => state?.status ?? "");
}

async function start(name: string): Promise<string> {
  const { imageBuildVersionArn = "" } = await clients.imageBuilder.send(
    new StartImagePipelineExecutionCommand({ imagePipelineArn: pipeline(name) }),
  );
  return imageBuildVersionArn;
}

describe("EventBridge in the local AWS", () => {
  test("starts the pipelines at all levels below an available build, even if no request was made for a long time", async () => {
    await role(["runtime", "base-web"]);
    await rule("base", "runtime");
    await rule("runtime", "base-web");
    await start("base");
    aws.clock.skip(21);
    expect(await builds("runtime")).toEqual(["BUILDING"]);
    aws.clock.skip(60);
    expect([await builds("base"), await builds("runtime"), await builds("base-web")]).toEqual([
      ["AVAILABLE"],
      ["AVAILABLE"],
      ["AVAILABLE"],
    ]);
    expect(aws.deliveries).toEqual([
      { rule: "dev-base-children", target: pipeline("runtime"), refused: undefined },
      { rule: "dev-runtime-children", target: pipeline("base-web"), refused: undefined },
    ]);
  });

  test("starts nothing after a failed build, or after one whose name only shares a prefix", async () => {
    await role(["runtime"]);
    await rule("base", "runtime");
    aws.failBuilds = { "dev-base": "exit status 1" };
    await start("base");
    await start("base-web");
    aws.clock.skip(60);
    expect([await builds("base"), await builds("base-web")]).toEqual([["FAILED"], ["FAILED"]]);
    expect(aws.deliveries).toEqual([]);
  });

  test.each([
    ["may not start this pipeline", ["base"], undefined],
    ["may not be taken for this rule", ["runtime"], { ArnLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/prod-*" } }],
    ["may be taken for another account only", ["runtime"], { StringEquals: { "aws:SourceAccount": "999999999999" } }],
  ])("starts nothing if the role %s", async (_, allowed, trust) => {
    await role(allowed, trust);
    await rule("base", "runtime");
    await start("base");
    aws.clock.skip(60);
    expect(await builds("runtime")).toEqual([]);
    expect(aws.deliveries.map(({ refused }) => refused)).toEqual(["the role of the target does not allow it"]);
  });

  test("starts a pipeline after a promotion to a channel", async () => {
    await role(["runtime"]);
    const detail = { "action-type": ["PUSH"], "repository-name": ["base"], "image-tag": ["stable"] };
    await rule("base", "runtime", { source: ["aws.ecr"], "detail-type": ["ECR Image Action"], detail });
    await start("base");
    aws.clock.skip(21);
    expect(await builds("runtime")).toEqual([]);
    const { images = [] } = await clients.ecr.send(
      new BatchGetImageCommand({ repositoryName: "base", imageIds: [{ imageTag: "latest" }] }),
    );
    for (const imageTag of ["stable.1", "stable"]) {
      const { imageManifest } = images[0] ?? {};
      await clients.ecr.send(new PutImageCommand({ repositoryName: "base", imageManifest, imageTag }));
    }
    expect(await builds("runtime")).toEqual(["PENDING"]);
  });

  test("refuses to start a build if the parent's tag is not in ECR", async () => {
    const arn = await start("runtime");
    aws.clock.skip(2);
    const { image } = await clients.imageBuilder.send(new GetImageCommand({ imageBuildVersionArn: arn }));
    expect(image?.state).toEqual({
      status: "FAILED",
      reason: `manifest for ${registry}/base:latest not found: manifest unknown`,
    });
  });

  test("refuses a pattern that it does not support", async () => {
    const pattern = { resources: [{ wildcard: "*/1" }] };
    await expect(rule("base", "runtime", pattern)).rejects.toThrow("the operator wildcard");
    expect(aws.unknownCalls).toEqual(["events:PutRule the operator wildcard"]);
  });

  test("matches values, prefixes and nested fields, all fields and any value", () => {
    const event = { source: "aws.ecr", resources: ["arn:a/1", "arn:b/1"], detail: { state: "X" } };
    expect(matches({ source: ["aws.s3", "aws.ecr"], resources: [{ prefix: "arn:b/" }] }, event)).toBe(true);
    expect(matches({ source: ["aws.ecr"], detail: { state: ["Y"] } }, event)).toBe(false);
    expect(matches({ detail: { state: ["X"], other: ["X"] } }, event)).toBe(false);
    expect(matches({ source: { state: ["X"] } }, event)).toBe(false);
  });
});
