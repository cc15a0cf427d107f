import { DeleteRuleCommand } from "@aws-sdk/client-eventbridge";
import { CreateRoleCommand, DeleteRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  DeleteImagePipelineCommand,
  DeleteWorkflowCommand,
  GetComponentCommand,
  GetImagePipelineCommand,
  StartImagePipelineExecutionCommand,
} from "@aws-sdk/client-imagebuilder";
import { DeleteLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DeleteTopicCommand } from "@aws-sdk/client-sns";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { stackPolicy } from "../policy";
import type { Purpose } from "../policy-context";
import { readStackConfig, type StackConfig } from "../stack-config";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { place, SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { type Clients, clientsOf } from "@pipelines/testing/clients";

const { account, region } = place;
const names = ["dev", "dev-critical", "dev-image-rebuilds"] as const;
type Name = (typeof names)[number];

/** Environments in one account, one of which has an image with a name like another environment's. */
const configs: ReadonlyMap<string, StackConfig> = new Map(
  names.map((environment) => {
    const images = [
      testImage({ repository: environment }),
      ...(environment === "dev" ? [testImage({}, "critical-api")] : []),
    ];
    const stack = new TestEnvironment(testApp(), { environment, images });
    return [environment, readStackConfig(new SynthesizedStack(stack).text)];
  }),
);

/**
 * Calls for resources with a given name. Without permission, they are refused; with permission, they fail because there
 * is no such resource.
 */
const calls: Readonly<Record<string, (clients: Clients, name: string) => Promise<unknown>>> = {
  "delete a pipeline": ({ imageBuilder }, name) =>
    imageBuilder.send(new DeleteImagePipelineCommand({ imagePipelineArn: imageBuilderArn(`image-pipeline/${name}`) })),
  "delete a workflow": ({ imageBuilder }, name) =>
    imageBuilder.send(
      new DeleteWorkflowCommand({ workflowBuildVersionArn: imageBuilderArn(`workflow/test/${name}/1.0.0/1`) }),
    ),
  "read a component": ({ imageBuilder }, name) =>
    imageBuilder.send(
      new GetComponentCommand({ componentBuildVersionArn: imageBuilderArn(`component/${name}-hello-world/1.0.0/1`) }),
    ),
  "read a pipeline": ({ imageBuilder }, name) =>
    imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn: imageBuilderArn(`image-pipeline/${name}`) })),
  "start a build": ({ imageBuilder }, name) =>
    imageBuilder.send(
      new StartImagePipelineExecutionCommand({ imagePipelineArn: imageBuilderArn(`image-pipeline/${name}`) }),
    ),
  "delete a log group": ({ logs }, name) =>
    logs.send(new DeleteLogGroupCommand({ logGroupName: `/aws/imagebuilder/${name}` })),
  "delete a rule": ({ events }, name) => events.send(new DeleteRuleCommand({ Name: name })),
  "delete a topic": ({ sns }, name) =>
    sns.send(new DeleteTopicCommand({ TopicArn: `arn:aws:sns:${region}:${account}:${name}` })),
};

function imageBuilderArn(resource: string): string {
  return `arn:aws:imagebuilder:${region}:${account}:${resource}`;
}

/** The calls that a role for each purpose may make. */
const able: Readonly<Record<Purpose, readonly string[]>> = {
  deploy: Object.keys(calls).filter((call) => call !== "start a build"),
  plan: ["read a component", "read a pipeline"],
  operate: ["read a pipeline", "start a build"],
  read: ["read a pipeline"],
};

describe("Environments in one account whose names share a prefix", () => {
  let aws: LocalAws;
  let made = 0;

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
  });
  afterAll(async () => {
    expect(aws.unknownCalls).toEqual([]);
    await aws.close();
  });

  async function roleOf(name: Name, purpose: Purpose, neighbours: ReadonlyMap<string, StackConfig>): Promise<Clients> {
    const config = configs.get(name);
    if (config === undefined) throw new Error(name);
    const { iam, sts } = clientsOf(aws, region, account);
    const RoleName = `role-${made++}`;
    const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: `arn:aws:iam::${account}:root` } };
    const trust = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
    const { document } = stackPolicy(name, config, { purpose, neighbours });
    const policy = { RoleName, PolicyName: "policy", PolicyDocument: JSON.stringify(document) };
    await iam.send(new PutRolePolicyCommand(policy));
    const taken = await sts.send(new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: "alice" }));
    return clientsOf(aws, region, taken.Credentials?.AccessKeyId);
  }

  /** Returns the calls that a role may make for resources with this name. */
  async function allowed(clients: Clients, name: string): Promise<string[]> {
    const tried = Object.entries(calls).map(async ([call, make]) => {
      const code = await make(clients, name).then(
        () => "",
        (error: unknown) => (error as Error).name,
      );
      return /AccessDenied|AuthorizationError/.test(code) ? [] : [call];
    });
    return (await Promise.all(tried)).flat();
  }

  it.each(Object.keys(able) as Purpose[])("cannot reach each other when they %s", async (purpose) => {
    const dev = await roleOf("dev", purpose, configs);
    const critical = await roleOf("dev-critical", purpose, configs);
    expect(await allowed(dev, "dev-web")).toEqual(able[purpose]);
    expect(await allowed(critical, "dev-critical-web")).toEqual(able[purpose]);
    expect(await allowed(dev, "dev-critical-web")).toEqual([]);
    expect(await allowed(critical, "dev-web")).toEqual([]);
    expect(await allowed(dev, "dev-image-rebuilds-web")).toEqual([]);
  });

  it("can reach their own resources, even with names like the other's", async () => {
    const own = ["read a pipeline", "delete a pipeline", "delete a log group"];
    expect(await allowed(await roleOf("dev", "deploy", new Map([...configs].slice(0, 2))), "dev-critical-api")).toEqual(
      expect.arrayContaining(own),
    );
    const critical = await roleOf("dev-critical", "deploy", new Map([...configs].slice(0, 2)));
    expect((await allowed(critical, "dev-critical-api")).filter((call) => own.includes(call))).toEqual([]);
  });

  it("would reach each other without the denials", async () => {
    expect(await allowed(await roleOf("dev", "deploy", new Map()), "dev-critical-web")).toEqual(able.deploy);
  });

  it("keep their roles separate, even if one has a name that another one used to have", async () => {
    const { iam } = await roleOf("dev", "deploy", new Map([...configs].slice(1)));
    const remove = (RoleName: string) => iam.send(new DeleteRoleCommand({ RoleName }));
    await expect(remove("dev-image-rebuilds-2")).rejects.toMatchObject({ name: "NoSuchEntityException" });
    await expect(remove("dev-image-rebuilds-image-rebuilds-2")).rejects.toMatchObject({ name: "AccessDenied" });
  });

  it("have no denials for an environment in another account, or with an unrelated name", () => {
    const config = configs.get("dev") ?? { ...place };
    const deny = (stack: string, neighbours: ReadonlyMap<string, StackConfig>) =>
      stackPolicy(stack, config as StackConfig, { neighbours }).document.Statement.filter(
        ({ Effect }) => Effect === "Deny",
      );
    const other = readStackConfig(
      new SynthesizedStack(new TestEnvironment(testApp(), { environment: "dev-other", account: "999999999999" })).text,
    );
    expect(deny("dev", new Map([["dev-other", other]]))).toEqual([]);
    expect(deny("prod", configs)).toEqual([]);
    expect(deny("dev", configs)).toHaveLength(1);
  });
});
