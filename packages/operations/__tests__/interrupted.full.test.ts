import type { ChildProcess } from "node:child_process";
import { imagesIn, type StoredImage } from "../repository";
import { Access } from "../access";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { OperatedProject, profilesOf } from "./command-process";
import { built, deploy, type Ran, settingsFor } from "@pipelines/testing/local-environments";

const project = new OperatedProject();
const { staging, prod } = project;
const config = profilesOf(staging, prod);
const profiles = ["--profile", "staging=staging", "--profile", "prod=prod"];

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  await deploy(aws, staging);
  await deploy(aws, prod);
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

type Start = Parameters<OperatedProject["start"]>;

/** Runs a command as a process, and does something on its nth call to this operation. */
async function atCall(
  operation: string,
  nth: number,
  act: (child: ChildProcess) => void | Promise<void>,
  command: Start[0],
  args: Start[1],
): Promise<Ran> {
  let count = 0;
  let child: ChildProcess | undefined = undefined;
  aws.faults = (call) => {
    if (call.operation !== operation || ++count !== nth) return undefined;
    return {
      kind: "hook",
      when: "before",
      run: async () => {
        if (child !== undefined) await act(child);
      },
    };
  };
  const started = project.start(command, [...args, ...profiles], aws, { config });
  child = started.child;
  const ended = await started.ended;
  expect(count).toBeGreaterThanOrEqual(nth);
  aws.faults = undefined;
  return ended;
}

/** No one receives the response to that call. */
const interrupted = (operation: string, nth: number, command: Start[0], args: Start[1]) =>
  atCall(
    operation,
    nth,
    (child) =>
      new Promise((resolve) => {
        child.once("exit", () => {
          resolve();
        });
        child.kill("SIGINT");
      }),
    command,
    args,
  );

const run = (command: Start[0], args: Start[1]) =>
  project.start(command, [...args, ...profiles], aws, { config }).ended;

async function tagged(place: typeof prod, tag: string): Promise<StoredImage | undefined> {
  const images = await imagesIn(new Access(place, settingsFor(aws, place.account)), "web");
  return images?.find(({ tags }) => tags.includes(tag));
}

describe("Ctrl-C", () => {
  test.each([
    ["that is about to start", "StartImagePipelineExecution"],
    ["that runs", "ListWorkflowExecutions"],
  ])("does not touch a build %s, and the same command follows it", async (_when, operation) => {
    const first = await interrupted(operation, 1, "build", ["staging", "web"]);
    expect(first).toMatchObject({ code: 130, out: "" });
    expect(first.err).toMatch(/\nInterrupted\. Started builds continue\. .* --cancel cancels them\.\n$/);
    const finishBuild = () => {
      aws.clock.skip(21);
    };
    const second = await atCall("GetImage", 1, finishBuild, "build", ["staging", "web"]);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining("web 1.0.0-1 AVAILABLE") as unknown });
    expect(second.err).toContain("web 1.0.0-1 has been running since ");
    expect(aws.calls.filter(({ operation }) => operation === "StartImagePipelineExecution")).toHaveLength(1);
  });

  const promotion = ["web", "--to", "prod", "--channel", "stable", "--from", "staging"];

  test.each([
    ["between two layers of its copy", "CompleteLayerUpload", 2],
    ["before the image exists", "PutImage", 1],
    ["between the history and the channel", "PutImage", 3],
  ])("stops a promotion %s, and the same command finishes it", async (_when, operation, nth) => {
    await built(aws, staging, "web");
    expect((await run("promote", promotion)).code).toBe(0);
    const before = await tagged(prod, "stable");
    await built(aws, staging, "web");
    const first = await interrupted(operation, nth, "promote", promotion);
    expect(first).toMatchObject({ code: 130, out: "" });
    expect(first.err).toMatch(
      /\nInterrupted\. The channel is either where it was .*; the same command finishes it\.\n$/,
    );
    // The call during which it was interrupted still takes effect.
    if (nth < 3) expect((await tagged(prod, "stable"))?.digest).toBe(before?.digest);
    const second = await run("promote", promotion);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining("prod: web:stable ") as unknown });
    const after = await tagged(prod, "stable");
    expect(after?.digest).toBe((await tagged(staging, "1.0.0-2"))?.digest);
    expect(after?.tags.filter((tag) => tag.startsWith("stable."))).toHaveLength(1);
  });

  test("stops a revocation after the image is marked, and the same command moves the channel back", async () => {
    await built(aws, staging, "web");
    await run("promote", promotion);
    await built(aws, staging, "web");
    await run("promote", promotion);
    const revocation = ["prod", "web", "staging.1.0.0-2", "--reason", "bad"];
    const first = await interrupted("PutImage", 1, "revoke", revocation);
    expect(first).toMatchObject({ code: 130, out: "" });
    expect(first.err).toMatch(
      /\nInterrupted\. Anything already revoked stays revoked; the same command finishes the rest\.\n$/,
    );
    expect((await tagged(prod, "stable"))?.revoked?.reason).toBe("bad");
    const second = await run("revoke", revocation);
    expect(second).toMatchObject({ code: 0 });
    expect(second.out).toContain("web:stable moved back from staging.1.0.0-2 to staging.1.0.0-1");
    expect((await tagged(prod, "stable"))?.tags).toContain("staging.1.0.0-1");
  });

  test("stops a status command, which changes nothing", async () => {
    const first = await interrupted("ListImagePipelines", 1, "status", ["prod"]);
    expect(first).toEqual({
      code: 130,
      out: "",
      err: "\nInterrupted. This command only reads: nothing has changed.\n",
    });
    expect((await run("status", ["prod"])).code).toBe(0);
  });
});
