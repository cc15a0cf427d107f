import { CreateRoleCommand } from "@aws-sdk/client-iam";
import {
  CancelImageCreationCommand,
  CreateImageCommand,
  ListWorkflowExecutionsCommand,
  ListWorkflowStepExecutionsCommand,
} from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "../local-aws";
import { testAccount, arn, type Clients, clientsOf, makeParts, parts, trustOf } from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  clients = clientsOf(aws);
  await makeParts(clients);
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

const imageBuildVersionArn = arn("image/hello/1.0.0/1");
const build = (imageTestsEnabled = true) =>
  clients.imageBuilder.send(new CreateImageCommand({ ...parts, imageTestsConfiguration: { imageTestsEnabled } }));

async function workflows() {
  const command = new ListWorkflowExecutionsCommand({ imageBuildVersionArn });
  return (await clients.imageBuilder.send(command)).workflowExecutions ?? [];
}

const states = async () => (await workflows()).map(({ type, status }) => `${type ?? ""} ${status ?? ""}`);

async function steps(index: number) {
  const workflowExecutionId = (await workflows())[index]?.workflowExecutionId;
  return (await clients.imageBuilder.send(new ListWorkflowStepExecutionsCommand({ workflowExecutionId }))).steps ?? [];
}

describe("the workflows of a build", () => {
  test("run one after the other, with their times", async () => {
    await build();
    const seen = [await states()];
    for (const minutes of [2, 11, 3, 4]) {
      aws.clock.skip(minutes);
      seen.push(await states());
    }
    expect(seen).toEqual([
      [],
      ["BUILD RUNNING"],
      ["BUILD COMPLETED", "TEST RUNNING"],
      ["BUILD COMPLETED", "TEST COMPLETED", "DISTRIBUTION RUNNING"],
      ["BUILD COMPLETED", "TEST COMPLETED", "DISTRIBUTION COMPLETED"],
    ]);
    const [first, second] = await workflows();
    expect(first).toMatchObject({ totalStepCount: 4, workflowExecutionId: expect.stringMatching(/^wf-/) as unknown });
    expect(first?.endTime).toBe(second?.startTime);
  });

  test("do not include a test if tests are off", async () => {
    await build(false);
    aws.clock.skip(21);
    expect(await states()).toEqual(["BUILD COMPLETED", "DISTRIBUTION COMPLETED"]);
  });

  test("have steps, and show those that have started", async () => {
    await build();
    aws.clock.skip(4);
    expect((await steps(0)).map(({ name, status }) => `${name ?? ""} ${status ?? ""}`)).toEqual([
      "LaunchBuildInstance COMPLETED",
      "BootstrapBuildInstance RUNNING",
    ]);
  });

  test("end if the build fails, with its reason, or is canceled", async () => {
    aws.failBuilds = { hello: "exit status 1" };
    await build();
    aws.clock.skip(21);
    expect(await states()).toEqual(["BUILD FAILED"]);
    expect((await steps(0)).at(-1)).toMatchObject({ status: "FAILED", message: "exit status 1" });
    aws.failBuilds = {};
    await build();
    aws.clock.skip(2);
    const second = arn("image/hello/1.0.0/2");
    await clients.imageBuilder.send(new CancelImageCreationCommand({ imageBuildVersionArn: second }));
    aws.clock.skip(21);
    const command = new ListWorkflowExecutionsCommand({ imageBuildVersionArn: second });
    const { workflowExecutions = [] } = await clients.imageBuilder.send(command);
    expect(workflowExecutions.map(({ status }) => status)).toEqual(["CANCELLED"]);
  });

  test("are listed in pages, and a missing build or execution is an error", async () => {
    await build();
    aws.clock.skip(21);
    const first = new ListWorkflowExecutionsCommand({ imageBuildVersionArn, maxResults: 2 });
    const { workflowExecutions, nextToken } = await clients.imageBuilder.send(first);
    expect(workflowExecutions?.map(({ type }) => type)).toEqual(["BUILD", "TEST"]);
    const next = new ListWorkflowExecutionsCommand({ imageBuildVersionArn, maxResults: 2, nextToken });
    const rest = await clients.imageBuilder.send(next);
    expect(rest.workflowExecutions?.map(({ type }) => type)).toEqual(["DISTRIBUTION"]);
    expect(rest.nextToken).toBeUndefined();
    const notFound = { name: "ResourceNotFoundException" };
    const other = new ListWorkflowExecutionsCommand({ imageBuildVersionArn: arn("image/hello/1.0.0/9") });
    await expect(clients.imageBuilder.send(other)).rejects.toMatchObject(notFound);
    const workflowExecutionId = "wf-11111111-2222-3333-4444-555555555555";
    const none = clients.imageBuilder.send(new ListWorkflowStepExecutionsCommand({ workflowExecutionId }));
    await expect(none).rejects.toMatchObject(notFound);
  });
});

describe("Amazon's workflows", () => {
  const managed = "arn:aws:imagebuilder:eu-central-1:aws:workflow/build/build-container";
  const buildWith = (version: string) =>
    clients.imageBuilder.send(
      new CreateImageCommand({
        ...parts,
        executionRole: `arn:aws:iam::${testAccount}:role/workflows`,
        workflows: [{ workflowArn: `${managed}/${version}` }],
      }),
    );

  beforeEach(async () => {
    const trust = trustOf("imagebuilder.amazonaws.com");
    await clients.iam.send(new CreateRoleCommand({ RoleName: "workflows", AssumeRolePolicyDocument: trust }));
  });

  test.each(["1.0.0/1", "1.0.0", "1.x.x", "1.0.x"])("are refused with version %s", async (version) => {
    await expect(buildWith(version)).rejects.toThrow("AWS managed workflows must have latest version 'x.x.x'.");
  });

  test("are taken as x.x.x", async () => {
    expect(await buildWith("x.x.x")).toMatchObject({ imageBuildVersionArn });
  });
});
