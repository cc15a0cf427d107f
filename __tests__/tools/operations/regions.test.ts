import { CreateRepositoryCommand, DescribeImagesCommand } from "@aws-sdk/client-ecr";
import { isBuildTag, isPointer } from "../../../images/channel-tags";
import { promoteCommand } from "../../../tools/operations/promote-cli";
import { revokeCommand } from "../../../tools/operations/revoke-cli";
import { type LocalAws, startLocalAws } from "../../../tools/rehearsal/aws/local-aws";
import { clientsOf } from "../rehearsal/clients";
import { built, deploy, environment, run } from "./local-environments";

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

/** Build, pointers and digest of what a channel is in a region. */
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

describe("An image in further regions", () => {
  test("is promoted in all of them, by the same digest, also where the build came before the region", async () => {
    const { code, err } = await promote("1.0.0-1");
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining(`${further}:\n`) as unknown });
    const there = await channelIn(further);
    expect(there).toEqual(await channelIn(web.region));
    expect(there).toMatchObject({ build: "1.0.0-1", channel: true });
  });

  test("is revoked in all of them, and the channel goes back in each", async () => {
    await promote("1.0.0-1");
    await promote("1.0.0-2");
    const args = ["prod", "web", "1.0.0-2", "--reason", "broken"];
    expect(await run(aws, revokeCommand, args, { environments })).toMatchObject({ code: 0 });
    expect((await channelIn(web.region)).build).toBe("1.0.0-1");
    expect(await channelIn(further)).toEqual(await channelIn(web.region));
    const again = await promote("1.0.0-2");
    expect(again.err).toContain("IB-OP-REVOKED");
  });

  test("are all without what was revoked and deleted, though the command was cut short between two of them", async () => {
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
});
