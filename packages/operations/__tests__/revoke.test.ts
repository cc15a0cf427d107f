import { BatchGetImageCommand } from "@aws-sdk/client-ecr";
import { buildCommand } from "../build-cli";
import { promoteCommand } from "../promote-cli";
import { revokeCommand } from "../revoke-cli";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf } from "@pipelines/testing/clients";
import { deploy, prod, run, staging } from "@pipelines/testing/local-environments";

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  await deploy(aws, staging);
  await deploy(aws, prod);
  await build();
});
afterEach(() => aws.close());

/** Builds the base in staging and moves prod's channel to it. */
async function build(): Promise<void> {
  expect((await run(aws, buildCommand, ["staging", "base"])).code).toBe(0);
  const promote = ["base", "--to", "prod", "--channel", "stable", "--from", "staging"];
  expect((await run(aws, promoteCommand, promote)).code).toBe(0);
}

async function exists(imageTag: string): Promise<boolean> {
  const { ecr } = clientsOf(aws, prod.region, prod.account);
  const { images = [] } = await ecr.send(
    new BatchGetImageCommand({ repositoryName: "base", imageIds: [{ imageTag }] }),
  );
  return images.length > 0;
}

const revoke = (build: string, ...more: string[]) =>
  run(aws, revokeCommand, ["prod", "base", build, "--reason", "bad", "--delete", ...more]);

test("--delete keeps a build that a channel still points to, because no earlier good build exists", async () => {
  const { code, out } = await revoke("staging.1.0.0-1");
  expect(code).toBe(1);
  expect(out).toContain("base:stable still points to staging.1.0.0-1");
  expect(await exists("stable")).toBe(true);
  expect(await exists("staging.1.0.0-1")).toBe(true);
});

test("--delete deletes a build once the channel has moved back to an earlier good one, and --json reports all of it", async () => {
  await build();
  const { code, out } = await revoke("staging.1.0.0-2", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    environment: "prod",
    reason: "bad",
    revoked: [{ repository: "base" }],
    descendants: [],
    moves: [{ repository: "base", channel: "stable", from: "staging.1.0.0-2", to: "staging.1.0.0-1" }],
    deleted: [expect.stringContaining("base staging.1.0.0-2")],
  });
  expect(await exists("staging.1.0.0-2")).toBe(false);
  expect(await exists("stable")).toBe(true);
});
