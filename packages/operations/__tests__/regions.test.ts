import { CreateRepositoryCommand, DeleteRepositoryCommand, DescribeImagesCommand } from "@aws-sdk/client-ecr";
import * as fs from "node:fs";
import * as path from "node:path";
import { isBuildTag, isPointer } from "@pipelines/image-definition/channel-tags";
import { ancestryCommand } from "../ancestry-cli";
import { promoteCommand } from "../promote-cli";
import { revokeCommand } from "../revoke-cli";
import type { EnvironmentStatus } from "../status";
import { statusCommand } from "../status-cli";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { clientsOf } from "@pipelines/testing/clients";
import { built, deploy, environment, run } from "@pipelines/testing/local-environments";

const further = "eu-central-1";
const web = environment("prod", "777788889999", [{ name: "web", regions: [further] }]);
const environments = [web];

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  await deploy(aws, web);
  await clientsOf(aws, further, web.account).ecr.send(new CreateRepositoryCommand({ repositoryName: "web" }));
  await built(aws, web, "web", "web");
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

/** Returns the build, tags and digest that a channel points to in a region. */
async function channelIn(region: string) {
  const command = new DescribeImagesCommand({ repositoryName: "web", imageIds: [{ imageTag: "stable" }] });
  const [image] = (await clientsOf(aws, region, web.account).ecr.send(command)).imageDetails ?? [];
  const tags = image?.imageTags ?? [];
  return {
    build: tags.find(isBuildTag),
    channel: tags.filter(isPointer).includes("stable"),
    digest: image?.imageDigest,
  };
}

const promote = (build: string) =>
  run(aws, promoteCommand, ["web", "--to", "prod", "--channel", "stable", "--build", build], { environments });

describe("An image in additional regions", () => {
  test("is promoted in all of them, by the same digest, even if the build is older than the region", async () => {
    const { code, err } = await promote("1.0.0-1");
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining(`${further}:\n`) as unknown });
    const there = await channelIn(further);
    expect(there).toEqual(await channelIn(web.region));
    expect(there).toMatchObject({ build: "1.0.0-1", channel: true });
  });

  test("is revoked in all of them, and the channel moves back in each", async () => {
    await promote("1.0.0-1");
    await promote("1.0.0-2");
    const args = ["prod", "web", "1.0.0-2", "--reason", "broken"];
    expect(await run(aws, revokeCommand, args, { environments })).toMatchObject({ code: 0 });
    expect((await channelIn(web.region)).build).toBe("1.0.0-1");
    expect(await channelIn(further)).toEqual(await channelIn(web.region));
    const again = await promote("1.0.0-2");
    expect(again.err).toContain("IB-OP-REVOKED");
  });

  test("is gone from all of them once it is revoked and deleted, even if the command was interrupted between two of them", async () => {
    await promote("1.0.0-1");
    await promote("1.0.0-2");
    const args = ["prod", "web", "1.0.0-2", "--reason", "broken", "--delete"];
    let deletions = 0;
    aws.faults = ({ operation }) =>
      operation === "BatchDeleteImage" && ++deletions > 1 ? { kind: "reset-before-effect" } : undefined;
    expect(await run(aws, revokeCommand, args, { environments })).toMatchObject({ code: 1 });
    aws.faults = undefined;
    const { code, out } = await run(aws, revokeCommand, args, { environments });
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("deleted web 1.0.0-2") as unknown });
    for (const region of [web.region, further]) {
      const { ecr } = clientsOf(aws, region, web.account);
      const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName: "web" }));
      expect(imageDetails.flatMap(({ imageTags = [] }) => imageTags.filter(isBuildTag))).not.toContain("1.0.0-2");
    }
  });

  test("is shown in the status, tag by tag, with what is behind and how to fix it", async () => {
    const atHome = environment("prod", web.account, [{ name: "web" }]);
    const status = async (of = web) => {
      const { code, out } = await run(aws, statusCommand, ["--check", "--json"], { environments: [of] });
      const [found] = (JSON.parse(out) as { environments: EnvironmentStatus[] }).environments;
      const [image] = found?.images ?? [];
      const regions = Object.fromEntries(image?.tags.map((tag) => [tag.tag, tag.regions]) ?? []);
      return { code, calls: found?.calls, regions, problems: image?.problems.map(({ text }) => text) };
    };
    expect((await status()).regions["stable"]).toEqual([{ region: further, state: "equal" }]);
    await promote("1.0.0-1");
    const { digest } = await channelIn(further);
    const first = { region: further, build: "1.0.0-1", digest };
    const half = await status();
    // Builds from before the region was added are only in the home region.
    expect(half.regions).toEqual({
      stable: [{ ...first, state: "equal" }],
      latest: [{ region: further, state: "behind" }],
    });
    expect(half.problems).toEqual([
      `latest is nowhere in ${further}, and 1.0.0-2 in ${web.region}: npm run build -- prod web`,
    ]);
    expect(half.code).toBe(1);
    expect(half.calls).toBe(((await status(atHome)).calls ?? 0) + 1);

    // A promotion that did not get beyond the home region.
    const promoteAtHome = ["web", "--to", "prod", "--channel", "stable", "--build", "1.0.0-2"];
    await run(aws, promoteCommand, promoteAtHome, { environments: [atHome] });
    const behind = await status();
    expect(behind.regions["stable"]).toEqual([{ ...first, state: "behind" }]);
    const remedy = "npm run promote -- web --to prod --channel stable --build 1.0.0-2";
    expect(behind.problems?.[0]).toBe(`stable is 1.0.0-1 in ${further}, and 1.0.0-2 in ${web.region}: ${remedy}`);
    const { out } = await run(aws, statusCommand, [], { environments });
    expect(out).toMatch(/^ {4}in eu-central-1 {2}1\.0\.0-1 {2}sha256:[0-9a-f]{12} {2}behind$/m);
    expect(out).toMatch(/^ {4}in eu-central-1 {2}nowhere +behind$/m);
    const file = path.join(temporaryFolder(), "status.html");
    await run(aws, statusCommand, ["--html", file], { environments });
    expect(fs.readFileSync(file, "utf8")).toContain(` · ${further}: 1.0.0-1, behind</p>`);

    expect(await promote("1.0.0-2")).toMatchObject({ code: 0 });
    expect((await status()).regions["stable"]).toMatchObject([{ build: "1.0.0-2", state: "equal" }]);
    const { ecr } = clientsOf(aws, further, web.account);
    await ecr.send(new DeleteRepositoryCommand({ repositoryName: "web", force: true }));
    const gone = await status();
    expect(gone.problems).toEqual([`its repository in ${further} is gone`]);
    expect(gone.regions).toEqual({ stable: [], latest: [] });
  });

  test("is shown in the ancestry with the regions that lack it", async () => {
    await promote("1.0.0-1");
    const ancestry = (build: string) => run(aws, ancestryCommand, ["prod", "web", "--build", build], { environments });
    expect((await ancestry("1.0.0-1")).out).toMatch(/^web {2}1\.0\.0-1 {2}\S+ {2}stable; 1\.0\.0-2 is newer; ← this$/m);
    expect((await ancestry("1.0.0-2")).out).toMatch(
      /^web {2}1\.0\.0-2 {2}\S+ {2}latest; not in eu-central-1; ← this$/m,
    );
  });
});
