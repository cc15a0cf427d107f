import { BatchGetImageCommand } from "@aws-sdk/client-ecr";
import { ancestryCommand } from "../ancestry-cli";
import { buildCommand } from "../build-cli";
import { promoteCommand } from "../promote-cli";
import { revokeCommand } from "../revoke-cli";
import { statusCommand } from "../status-cli";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf } from "@pipelines/testing/clients";
import { deploy, prod, run, staging } from "@pipelines/testing/local-environments";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 0 });
  await deploy(aws, staging);
  await deploy(aws, prod);
});
afterAll(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

async function image(place: EnvironmentDescription, repositoryName: string, imageTag: string) {
  const { ecr } = clientsOf(aws, place.region, place.account);
  const { images = [] } = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag }] }));
  return { digest: images[0]?.imageId?.imageDigest, manifest: images[0]?.imageManifest };
}

/** A single story, the one in docs/operations.md: each test continues where the previous one ended. */
describe("a chain of images", () => {
  test("is built in staging, each image on the previous one", async () => {
    for (const name of ["base", "web", "tool"]) {
      const { code, out, err } = await run(aws, buildCommand, ["staging", name]);
      expect(code).toBe(0);
      const { digest = "" } = await image(staging, name, "1.0.0-1");
      expect(out).toContain(`${name} 1.0.0-1 AVAILABLE after 20 min\n  ${digest}\n  docker pull `);
      expect(err).toContain(`${name} ApplyBuildComponents completed 7 min`);
      expect(err).toContain(`${name} │ Running the test phases of the components`);
    }
    const { out } = await run(aws, ancestryCommand, ["staging", "web"]);
    const short = async (name: string) => (await image(staging, name, "latest")).digest?.slice(0, 19);
    expect(out.split("\n")).toEqual([
      `base      1.0.0-1  ${await short("base")}  latest`,
      `  web     1.0.0-1  ${await short("web")}  latest; ← this`,
      `    tool  1.0.0-1  ${await short("tool")}  latest`,
      "",
    ]);
  });

  test("is promoted to prod unchanged, byte for byte", async () => {
    for (const name of ["base", "web", "tool"]) {
      const { code, out } = await run(aws, promoteCommand, [
        name,
        "--to",
        "prod",
        "--channel",
        "stable",
        "--from",
        "staging",
      ]);
      expect(code).toBe(0);
      const there = await image(staging, name, "1.0.0-1");
      expect(out).toContain(
        `prod: ${name}:stable moved from nothing to staging.1.0.0-1 (${there.digest?.slice(0, 19)}), by local.`,
      );
      expect(await image(prod, name, "stable")).toEqual(there);
      expect(await image(prod, name, "staging.1.0.0-1")).toEqual(there);
    }
  });

  test("is built and promoted a second time, and the channel keeps its history", async () => {
    const before = (await image(prod, "web", "stable")).digest;
    for (const name of ["base", "web", "tool"]) {
      expect((await run(aws, buildCommand, ["staging", name])).code).toBe(0);
      await run(aws, promoteCommand, [name, "--to", "prod", "--channel", "stable", "--from", "staging"]);
    }
    expect((await image(prod, "web", "stable")).digest).not.toBe(before);
    const { out } = await run(aws, statusCommand, ["prod"]);
    expect(out).toMatch(/stable \(channel\) {2}staging\.1\.0\.0-2 .* by local, before: staging\.1\.0\.0-1$/m);
  });

  test("turns out to be bad, and is revoked along with everything that is built on it", async () => {
    const listed = await run(aws, revokeCommand, [
      "prod",
      "base",
      "staging.1.0.0-2",
      "--reason",
      "CVE-2026-1234 in zlib",
    ]);
    expect(listed.code).toBe(0);
    expect(listed.out).toContain(
      "built on it and not revoked (--descendants revokes them too)\n  web staging.1.0.0-2 (stable)",
    );
    const all = await run(aws, revokeCommand, [
      ...["prod", "base", "staging.1.0.0-2", "--reason", "CVE-2026-1234 in zlib", "--descendants"],
    ]);
    expect(all.code).toBe(0);
    for (const name of ["base", "web", "tool"]) {
      expect(listed.out + all.out).toContain(`${name}:stable moved back from staging.1.0.0-2 to staging.1.0.0-1`);
      expect(await image(prod, name, "stable")).toEqual(await image(staging, name, "1.0.0-1"));
    }
    for (const name of ["base", "web", "tool"]) {
      const args = ["staging", name, "1.0.0-2", "--reason", "CVE-2026-1234 in zlib"];
      expect((await run(aws, revokeCommand, args)).code).toBe(0);
    }
  });

  test("is never promoted again, from staging or in prod", async () => {
    const promote = ["web", "--to", "prod", "--channel", "stable", "--from", "staging", "--build", "1.0.0-2"];
    const { code, err } = await run(aws, promoteCommand, promote);
    expect(code).toBe(1);
    expect(err).toContain("IB-OP-REVOKED");
    expect(err).toContain(" was revoked by local: CVE-2026-1234 in zlib");
    const here = await run(aws, promoteCommand, [
      "web",
      "--to",
      "prod",
      "--channel",
      "stable",
      "--build",
      "staging.1.0.0-2",
    ]);
    expect(here.err).toContain("IB-OP-REVOKED");
    const previous = await run(aws, promoteCommand, ["web", "--to", "prod", "--channel", "stable", "--previous"]);
    expect(previous.err).toContain("IB-OP-PREVIOUS");
    expect(await image(prod, "web", "stable")).toEqual(await image(staging, "web", "1.0.0-1"));
  });

  test("is built again and promoted, and rolled back with --previous", async () => {
    for (const name of ["base", "web", "tool"]) {
      expect((await run(aws, buildCommand, ["staging", name])).code).toBe(0);
      await run(aws, promoteCommand, [name, "--to", "prod", "--channel", "stable", "--from", "staging"]);
      expect(await image(prod, name, "stable")).toEqual(await image(staging, name, "1.0.0-3"));
    }
    const { code } = await run(aws, promoteCommand, ["web", "--to", "prod", "--channel", "stable", "--previous"]);
    expect(code).toBe(0);
    expect(await image(prod, "web", "stable")).toEqual(await image(staging, "web", "1.0.0-1"));
    const again = await run(aws, promoteCommand, [
      "web",
      "--to",
      "prod",
      "--channel",
      "stable",
      "--build",
      "staging.1.0.0-3",
    ]);
    expect(again.code).toBe(0);
    const { out } = await run(aws, ancestryCommand, ["prod", "base", "--build", "staging.1.0.0-1"]);
    expect(out).toContain("staging.1.0.0-3 is newer; ← this");
    const older = await run(aws, ancestryCommand, ["prod", "tool", "--build", "staging.1.0.0-1"]);
    expect(older.out).toContain("an older base than the current one, staging.1.0.0-3");
  });

  test("leaves everything in prod in place, except what it was told to delete", async () => {
    const args = ["prod", "web", "staging.1.0.0-2", "--reason", "CVE-2026-1234 in zlib", "--delete"];
    const { out } = await run(aws, revokeCommand, args);
    expect(out).toContain("deleted web staging.1.0.0-2");
    expect((await image(prod, "web", "staging.1.0.0-2")).digest).toBeUndefined();
    expect((await image(prod, "tool", "staging.1.0.0-2")).digest).toBeDefined();
  });
});
