import { staging } from "@pipelines/testing/local-environments";
import type { Access } from "../access";
import { BuildFollower } from "../build-follow";
import { requireTested } from "../builds";

const [image] = staging.images;
if (image === undefined) throw new Error("no image");

/** Answers of AWS, by the name of the command, that local AWS never gives. */
function accessWith(answers: Readonly<Record<string, object>>): Access {
  const send = (command: object) => Promise.resolve(answers[command.constructor.name] ?? {});
  return { place: staging, imageBuilder: { send }, logs: { send }, ecr: { send } } as unknown as Access;
}

describe("A build that is AVAILABLE", () => {
  const checked = async (status: string | undefined, found: object = {}) => {
    const access = accessWith({
      GetImageCommand: { image: { state: { status: "AVAILABLE" }, ...found } },
      ListWorkflowExecutionsCommand: {
        workflowExecutions: [
          { type: "BUILD", status: "FAILED" },
          { type: "TEST", status: "COMPLETED" },
          { type: "TEST", status },
        ],
      },
    });
    return requireTested(access, image, "1.0.0-1").then(
      () => "",
      (error: unknown) => /found: +(.*)/.exec((error as Error).message)?.[1],
    );
  };

  test.each([
    ["COMPLETED", ""],
    // The workflow continued after a failure.
    ["FAILED", "its tests are FAILED"],
    [undefined, "its tests are unknown"],
  ])("is refused unless all of its tests passed: %s", async (status, found) => {
    expect(await checked(status)).toBe(found);
  });

  test("is refused if its tests were turned off", async () => {
    expect(await checked("COMPLETED", { imageTestsConfiguration: { imageTestsEnabled: true } })).toBe("");
    expect(await checked("COMPLETED", { imageTestsConfiguration: { imageTestsEnabled: false } })).toBe(
      "its tests did not run",
    );
  });
});

test("A step is shown once it runs and once it has ended, with its time, if that is known", async () => {
  const said: string[] = [];
  const step = (id: number, status: string, times = {}) => ({
    stepExecutionId: String(id),
    name: `Step${id}`,
    status,
    ...times,
  });
  const startTime = "2026-11-30T04:00:00Z";
  const access = accessWith({
    GetImageCommand: { image: { state: { status: "CANCELLED" } } },
    ListWorkflowExecutionsCommand: { workflowExecutions: [{ workflowExecutionId: "wf-1", status: "RUNNING" }] },
    ListWorkflowStepExecutionsCommand: {
      steps: [
        step(1, "COMPLETED", { startTime, endTime: "2026-11-30T04:01:29Z" }),
        step(2, "COMPLETED", { startTime, endTime: "2026-11-30T04:01:30Z" }),
        step(3, "SKIPPED"),
        step(4, "RUNNING", { startTime }),
        step(5, "PENDING"),
      ],
    },
  });
  const build = { arn: "", name: "1.0.0-1", number: 1, state: "BUILDING", reason: undefined, started: new Date(0) };
  const follower = new BuildFollower(access, image, build, (text) => said.push(text));
  const surroundings = { wait: () => Promise.resolve(), now: () => new Date(60_000) };
  expect(await follower.follow(surroundings)).toEqual({
    image: "base",
    build: "1.0.0-1",
    state: "CANCELLED",
    minutes: 1,
  });
  expect(said).toEqual(["Step1 completed 89 s", "Step2 completed 2 min", "Step3 skipped", "Step4 …"]);
});
