import { BatchDeleteImageCommand, BatchGetImageCommand, ListImagesCommand, PutImageCommand } from "@aws-sdk/client-ecr";
import { promoteCommand } from "../promote-cli";
import { revokeCommand } from "../revoke-cli";
import { historyTag, isPointer, parseHistoryTag } from "@pipelines/image-definition/channel-tags";
import type { Call } from "@pipelines/local-aws/faults";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf } from "@pipelines/testing/clients";
import { built, deploy, environment, run, staging } from "@pipelines/testing/local-environments";

const web = environment("prod", "777788889999", [{ name: "web" }]);
const promote = ["web", "--to", "prod", "--channel", "stable"];

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  await deploy(aws, web);
  await built(aws, web, "web", "web", "web");
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

const start = (...more: string[]) => run(aws, promoteCommand, [...promote, ...more], { environments: [web, staging] });

function ecr() {
  return clientsOf(aws, web.region, web.account).ecr;
}

async function buildIn(tag: string): Promise<string | undefined> {
  const { imageIds = [] } = await ecr().send(new ListImagesCommand({ repositoryName: "web", maxResults: 1000 }));
  const digest = imageIds.find(({ imageTag }) => imageTag === tag)?.imageDigest;
  return imageIds.find((each) => each.imageDigest === digest && /^\d/.test(each.imageTag ?? ""))?.imageTag;
}

async function historyOf(): Promise<string[]> {
  const { imageIds = [] } = await ecr().send(new ListImagesCommand({ repositoryName: "web", maxResults: 1000 }));
  return imageIds.flatMap(({ imageTag = "" }) => (parseHistoryTag(imageTag) ? [imageTag] : [])).sort();
}

async function tag(from: string, imageTag: string): Promise<void> {
  const get = new BatchGetImageCommand({ repositoryName: "web", imageIds: [{ imageTag: from }] });
  const { images } = await ecr().send(get);
  const put = { repositoryName: "web", imageManifest: images?.[0]?.imageManifest, imageTag };
  await ecr().send(new PutImageCommand(put));
}

describe("npm run promote", () => {
  test("takes the newest AVAILABLE build, and does nothing if the channel already points to it", async () => {
    aws.failBuilds = { "prod-web": "no" };
    await built(aws, web, "web");
    const first = await start();
    expect(first.out).toMatch(
      /^prod: web:stable moved from nothing to 1\.0\.0-3 \(sha256:[0-9a-f]{12}\), by local\.$/m,
    );
    const second = await start();
    expect(second).toMatchObject({ code: 0 });
    expect(second.out).toMatch(/is already 1\.0\.0-3 \(sha256:[0-9a-f]{12}\); nothing moved\.$/m);
    expect(await historyOf()).toHaveLength(1);
  });

  test("refuses a build that is not AVAILABLE, was not tested or does not exist, with the nearest name", async () => {
    const failed = await start("--build", "1.0.0-33");
    expect(failed.err).toContain('there is no build "1.0.0-33"');
    expect(failed.err).toContain("fix:     write 1.0.0-3");
    const untested = environment("prod", "123456789012", [{ name: "web", tested: false }]);
    await deploy(aws, untested);
    await built(aws, untested, "web");
    const refused = await run(aws, promoteCommand, promote, { environments: [untested] });
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain("prod web 1.0.0-1 IB-OP-BUILD\n  found:   its tests did not run");
    const none = environment("prod", "210987654321", [{ name: "web" }]);
    await deploy(aws, none);
    expect((await run(aws, promoteCommand, promote, { environments: [none] })).err).toContain(
      "no build of the deployed version is AVAILABLE",
    );
  });

  test("refuses unknown images, channels and options, and an image without channels", async () => {
    const say = async (...args: string[]) => (await run(aws, promoteCommand, args, { environments: [web] })).err;
    expect(await say("wep", "--to", "prod", "--channel", "stable")).toContain("fix:     write web");
    expect(await say("web", "--to", "prod", "--channel", "stabel")).toContain("fix:     write stable");
    expect(await say("web", "--to", "prod")).toContain("--channel IB-OPTION");
    expect(await say(...promote, "--previous", "--build", "1.0.0-1")).toContain(
      "--previous IB-OPTION\n  found:   together with --from or --build\n",
    );
    expect(await say("web", "--too", "prod")).toContain("fix:     write --to");
    const plain = environment("prod", web.account, [{ name: "web", channels: [] }]);
    const { err } = await run(aws, promoteCommand, promote, { environments: [plain] });
    expect(err).toContain('fix:     write channels: ["stable"] in images/web/image.ts, and deploy');
  });

  test("moves back and forth with --previous, and skips revoked builds", async () => {
    for (const build of ["1.0.0-1", "1.0.0-2", "1.0.0-3"]) await start("--build", build);
    await start("--previous");
    expect(await buildIn("stable")).toBe("1.0.0-2");
    await start("--previous");
    expect(await buildIn("stable")).toBe("1.0.0-3");
    const args = ["prod", "web", "1.0.0-2", "--reason", "too old"];
    await run(aws, revokeCommand, args, { environments: [web] });
    await start("--previous");
    expect(await buildIn("stable")).toBe("1.0.0-1");
  });

  test("if two run at the same time, one wins and the other reports it, no matter when the second one starts", async () => {
    await start("--build", "1.0.0-1");
    // The other promotion starts before this one's nth call, and may run at any speed.
    const outcomes: string[] = [];
    for (let n = 1; n <= 14; n++) {
      let count = 0;
      let other: Promise<{ code: number; err: string }> | undefined;
      aws.faults = ({ service }: Call) => {
        if (service !== "ecr" || ++count !== n) return undefined;
        return {
          kind: "hook",
          when: "before",
          run: () => {
            other = start("--build", "1.0.0-3");
          },
        };
      };
      const one = await start("--build", "1.0.0-2");
      const two = await other;
      aws.faults = undefined;
      const channel = await buildIn("stable");
      const history = await historyOf();
      // The result is exactly what the last successful promotion intended, with no trace of anything that did not
      // happen.
      if (one.code !== 0 && two?.code !== 0) throw new Error(`no one won at call ${n}: ${one.err} ${two?.err ?? ""}`);
      for (const loser of [one, two]) if (loser?.code === 1) expect(loser.err).toContain("IB-OP-RACE");
      if (one.code !== 0) expect(channel).toBe("1.0.0-3");
      if (two !== undefined && two.code !== 0) expect(channel).toBe("1.0.0-2");
      expect(await buildIn(history.at(-1) ?? "")).toBe(channel);
      outcomes.push(`${one.code}${two?.code ?? "-"}`);
      await start("--build", "1.0.0-1");
      aws.clock.skip(5);
    }
    // Both orders have occurred, including real collisions.
    expect(outcomes.some((each) => each.includes("1"))).toBe(true);
  });

  test("treats a promotion as interrupted after two minutes, and cleans up after it", async () => {
    await start("--build", "1.0.0-1");
    aws.clock.skip(1);
    await tag("1.0.0-2", historyTag("stable", aws.clock.now(), "bob"));
    const busy = await start("--build", "1.0.0-3");
    expect(busy.err).toContain("found:   bob is moving it to 1.0.0-2");
    aws.clock.skip(3);
    expect((await start("--build", "1.0.0-3")).code).toBe(0);
    expect((await historyOf()).filter((each) => each.includes("bob"))).toEqual([]);
    await start("--previous");
    expect(await buildIn("stable")).toBe("1.0.0-1");
  });

  test("immediately continues an interrupted promotion to the same image", async () => {
    await start("--build", "1.0.0-1");
    aws.clock.skip(1);
    const written = historyTag("stable", aws.clock.now(), "bob");
    await tag("1.0.0-2", written);
    expect((await start("--build", "1.0.0-2")).code).toBe(0);
    expect((await historyOf()).at(-1)).toBe(written);
    expect(await historyOf()).toHaveLength(2);
  });

  test("keeps the history of a channel that was moved by hand", async () => {
    await start("--build", "1.0.0-1");
    aws.clock.skip(1);
    await tag("1.0.0-2", "stable");
    aws.clock.skip(5);
    const { code, err } = await start("--build", "1.0.0-3");
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(
        /^Before: stable points to 1\.0\.0-2 \(sha256:\w+\), and its last promotion \(.* UTC by local\) was to 1\.0\.0-1 \(sha256:\w+\): it was moved by hand\.\n$/,
      ) as unknown,
    });
    await start("--previous");
    expect(await buildIn("stable")).toBe("1.0.0-1");
  });

  test("records a promotion to the build that the channel had been moved to by hand", async () => {
    await tag("1.0.0-3", "stable");
    const first = await start("--json");
    expect(JSON.parse(first.out)).toMatchObject({
      moved: false,
      movedByHand: expect.stringMatching(/^stable points to 1\.0\.0-3 .*, and no promotion is recorded: /) as unknown,
    });
    expect(await historyOf()).toHaveLength(1);
    expect(JSON.parse((await start("--json")).out)).not.toHaveProperty("movedByHand");
    expect(await historyOf()).toHaveLength(1);
  });

  test("keeps its tags in order even if a machine's clock is behind", async () => {
    await start("--build", "1.0.0-1");
    await start("--build", "1.0.0-2");
    const [first = "", second = ""] = await historyOf();
    expect(parseHistoryTag(second)?.at.getTime()).toBeGreaterThan(parseHistoryTag(first)?.at.getTime() ?? Infinity);
  });

  test("reports what is missing in the repository", async () => {
    await ecr().send(new BatchDeleteImageCommand({ repositoryName: "web", imageIds: [{ imageTag: "1.0.0-3" }] }));
    const { err } = await start("--build", "1.0.0-3");
    expect(err).toContain('there is no build "1.0.0-3"');
  });
});

describe("tags", () => {
  test("written by promotions are not pointers, but those written by people are", () => {
    const written = historyTag("3.12", new Date("2026-11-24T15:04:05.123Z"), "assumed.role@x");
    expect(written).toBe("3.12.20261124T150405123Z.assumed-role-x");
    expect(parseHistoryTag(written)).toMatchObject({ channel: "3.12", by: "assumed-role-x" });
    expect([written, "1.0.3-2", "staging.1.0.3-2", "latest", "3.12"].filter(isPointer)).toEqual(["latest", "3.12"]);
  });
});
