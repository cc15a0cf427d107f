import { BatchCheckLayerAvailabilityCommand, BatchGetImageCommand } from "@aws-sdk/client-ecr";
import { parseHistoryTag } from "@pipelines/image-definition/channel-tags";
import { buildCommand } from "../build-cli";
import type { Options } from "@pipelines/findings/command-line";
import type { Command } from "../command";
import { promoteCommand } from "../promote-cli";
import { imagesIn } from "../repository";
import { Access } from "../access";
import { revokeCommand } from "../revoke-cli";
import { statusCommand } from "../status-cli";
import type { Fault } from "@pipelines/local-aws/faults";
import { faultAt } from "@pipelines/testing/faults";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { built, deploy, environment, type Ran, run, settingsFor } from "@pipelines/testing/local-environments";

// The SDK waits before it retries, for a random share of up to half a second.
jest.spyOn(Math, "random").mockReturnValue(0);

const staging = environment("staging", "444455556666", [{ name: "web" }]);
const prod = environment("prod", "777788889999", [{ name: "web" }]);
const environments = [staging, prod];

/** Faults, each with the number of attempts that it affects: one, which the SDK retries, or all. */
const faults: readonly (readonly [string, Fault, number])[] = [
  ["throttled", { kind: "throttle" }, 1],
  ["broken", { kind: "internal-error" }, Infinity],
  ["cut before its effect", { kind: "reset-before-effect" }, Infinity],
  ["cut after its effect", { kind: "reset-after-effect" }, 1],
  ["cut after its effect at each attempt", { kind: "reset-after-effect" }, Infinity],
  ["refused: the token has expired", { kind: "throttle", code: "ExpiredTokenException" }, Infinity],
];

interface Trial<O extends Options> {
  readonly command: Command<O>;
  readonly args: readonly string[];
  /** Creates the initial state. */
  readonly given: (aws: LocalAws) => Promise<void>;
  /** Must be true after a run with a fault, however the run ended. */
  readonly always: (aws: LocalAws) => Promise<void>;
  /** Must be true after the same command has run again. */
  readonly finished: (aws: LocalAws) => Promise<void>;
  /** Number of calls to try. @default all */
  readonly calls?: number;
}

const options = { environments, settings: { maxAttempts: 2, retryMode: "standard" }, haste: 20 };

/** Tries a command with a fault at each of the calls that are selected. */
async function tried<O extends Options>(
  trial: Trial<O>,
  [, fault, times]: (typeof faults)[number],
  isTried: (call: number) => boolean,
): Promise<void> {
  const { from, calls } = await ready(trial);
  const numbers = Array.from({ length: Math.min(calls, trial.calls ?? Infinity) }, (_, index) => index + 1);
  for (const number of numbers.filter(isTried)) {
    const aws = await startLocalAws({ speed: 0, from });
    try {
      const before = aws.calls.length;
      aws.faults = faultAt(before + number, fault, times);
      const first: Ran = await run(aws, trial.command, trial.args, options);
      const hit = aws.calls[before + number - 1]?.operation ?? "";
      aws.faults = undefined;
      try {
        // A command always ends with a message for people, never with an exception.
        if (first.code !== 0) expect(first.err).toMatch(/^error .* IB-OP-[A-Z]+$/m);
        if (first.code !== 0 && fault.kind === "throttle" && times > 1 && hit !== "GetLayer") {
          expect(first.err).toContain("the credentials have expired");
        }
        await trial.always(aws);
        const second = await run(aws, trial.command, trial.args, options);
        expect(second).toMatchObject({ code: 0 });
        await trial.finished(aws);
        expect(aws.unknownCalls).toEqual([]);
      } catch (error) {
        throw new Error(`call ${number}, ${hit}: ${first.err}`, { cause: error });
      }
    } finally {
      await aws.close();
    }
  }
}

/** Returns the initial state, and the number of calls in a run without faults. */
async function ready<O extends Options>({ given, command, args }: Trial<O>) {
  const aws = await startLocalAws({ speed: 0 });
  try {
    await given(aws);
    const from = aws.snapshot();
    const before = aws.calls.length;
    expect((await run(aws, command, args, options)).code).toBe(0);
    return { from, calls: aws.calls.length - before };
  } finally {
    await aws.close();
  }
}

function access(aws: LocalAws, place: typeof prod): Access {
  return new Access(place, settingsFor(aws, place.account));
}

async function pointedTo(aws: LocalAws, place: typeof prod, tag: string) {
  return (await imagesIn(access(aws, place), "web"))?.find(({ tags }) => tags.includes(tag));
}

/** Checks that the image can be pulled: everything that its manifest refers to exists. */
async function requireWhole(aws: LocalAws, digest: string | undefined): Promise<void> {
  const { ecr } = access(aws, prod);
  const imageIds = [{ imageDigest: digest }];
  const { images } = await ecr.send(new BatchGetImageCommand({ repositoryName: "web", imageIds }));
  const { config, layers } = JSON.parse(images?.[0]?.imageManifest ?? "") as Record<string, { digest: string }[]>;
  const layerDigests = [config, ...(layers ?? [])].flat().map((layer) => layer?.digest ?? "");
  const command = new BatchCheckLayerAvailabilityCommand({ repositoryName: "web", layerDigests });
  const checked = (await ecr.send(command)).layers ?? [];
  expect(checked.map(({ layerAvailability }) => layerAvailability)).toEqual(layerDigests.map(() => "AVAILABLE"));
}

const promotion = ["web", "--to", "prod", "--channel", "stable", "--from", "staging"];

async function promotedOnce(aws: LocalAws): Promise<void> {
  await deploy(aws, staging);
  await deploy(aws, prod);
  await built(aws, staging, "web");
  expect((await run(aws, promoteCommand, promotion, { environments })).code).toBe(0);
  await built(aws, staging, "web");
}

/** Every call is tried with two of the six faults each time the tests run, and every fault at each third call. */
export function isEveryday(call: number, fault: number): boolean {
  return (call + fault) % 3 === 0;
}

/** @param selects calls, counted from 1, that each of the faults, counted from 0, is tried at */
export function describeFaults(selects: (call: number, fault: number) => boolean): void {
  const all = faults.map((fault, index) => ({
    title: fault[0],
    fault,
    isTried: (call: number) => selects(call, index),
  }));
  describe.each(all)("the same command finishes its work after a call that is $title", ({ fault, isTried }) => {
    test("for a promotion that copies an image", async () => {
      await tried(
        {
          command: promoteCommand,
          args: promotion,
          given: promotedOnce,
          always: async (aws) => {
            const stable = await pointedTo(aws, prod, "stable");
            expect(["staging.1.0.0-1", "staging.1.0.0-2"]).toContain(stable?.tags.find((tag) => /^staging/.test(tag)));
            await requireWhole(aws, stable?.digest);
          },
          finished: async (aws) => {
            const stable = await pointedTo(aws, prod, "stable");
            expect(stable?.digest).toBe((await pointedTo(aws, staging, "1.0.0-2"))?.digest);
            await requireWhole(aws, stable?.digest);
            expect(stable?.tags.filter((tag) => parseHistoryTag(tag))).toHaveLength(1);
          },
        },
        fault,
        isTried,
      );
    });

    test("of a revocation", async () => {
      await tried(
        {
          command: revokeCommand,
          args: ["prod", "web", "staging.1.0.0-2", "--reason", "bad"],
          given: async (aws) => {
            await promotedOnce(aws);
            await run(aws, promoteCommand, promotion, { environments });
            aws.clock.skip(3);
          },
          always: async (aws) => {
            const stable = await pointedTo(aws, prod, "stable");
            // The channel moves only once the mark exists.
            if (stable?.tags.includes("staging.1.0.0-1") === true) {
              expect((await pointedTo(aws, prod, "staging.1.0.0-2"))?.revoked?.reason).toBe("bad");
            }
          },
          finished: async (aws) => {
            expect((await pointedTo(aws, prod, "stable"))?.tags).toContain("staging.1.0.0-1");
            const revoked = await pointedTo(aws, prod, "staging.1.0.0-2");
            expect(revoked?.tags.filter((tag) => tag.startsWith("revoked."))).toHaveLength(1);
          },
        },
        fault,
        isTried,
      );
    });

    test("for a build, which is started once", async () => {
      await tried(
        {
          command: buildCommand,
          args: ["staging", "web"],
          given: (aws) => deploy(aws, staging),
          always: () => Promise.resolve(),
          finished: async (aws) => {
            expect(await pointedTo(aws, staging, "1.0.0-1")).toBeDefined();
          },
          // The calls that start the build and the first polls; after that, the polls only repeat.
          calls: 9,
        },
        fault,
        isTried,
      );
    });

    test("of a status", async () => {
      await tried(
        {
          command: statusCommand,
          args: ["prod"],
          given: promotedOnce,
          always: () => Promise.resolve(),
          finished: () => Promise.resolve(),
        },
        fault,
        isTried,
      );
    });
  });
}
