import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  DeleteRepositoryCommand,
  PutImageCommand,
} from "@aws-sdk/client-ecr";
import { GetImagePipelineCommand, UpdateImagePipelineCommand } from "@aws-sdk/client-imagebuilder";
import * as fs from "node:fs";
import * as path from "node:path";
import { registryOf } from "@pipelines/facts/regions";
import { pipelineArn } from "../environments";
import type { EnvironmentStatus } from "../status";
import { promoteCommand } from "../promote-cli";
import { revokeCommand } from "../revoke-cli";
import { statusCommand } from "../status-cli";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { clientsOf } from "@pipelines/testing/clients";
import { built, deploy, environment, prod, run, staging } from "@pipelines/testing/local-environments";

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0, scans: { web: { counts: { CRITICAL: 1, HIGH: 3 } } } });
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

async function status(args: readonly string[] = ["staging"], options = {}) {
  const { code, out, err } = await run(aws, statusCommand, [...args, "--json"], options);
  const { environments } = JSON.parse(out) as { environments: EnvironmentStatus[] };
  const images = Object.fromEntries((environments[0]?.images ?? []).map((image) => [image.name, image]));
  return { code, err, environments, images };
}

describe("npm run status", () => {
  test("shows versions, pipeline, last build, tags with findings, and any problems", async () => {
    await deploy(aws, staging);
    await built(aws, staging, "base", "web");
    const { images } = await status();
    expect(images["web"]).toMatchObject({
      uri: `${registryOf(staging)}/web`,
      version: { defined: "1.0.0", deployed: "1.0.0" },
      pipeline: "on",
      lastBuild: { build: "1.0.0-1", state: "AVAILABLE", minutes: 20 },
      tags: [
        { tag: "stable", isChannel: true },
        { tag: "latest", isChannel: false, image: { build: "1.0.0-1", findings: { CRITICAL: 1, HIGH: 3 } } },
      ],
      parent: { isNewer: false },
    });
    expect(images["web"]?.problems).toEqual([
      { severity: "warning", text: "nothing has been promoted to stable yet" },
      { severity: "error", text: "latest has 1 critical finding" },
    ]);
    expect(new Date(images["web"]?.nextRun ?? 0).getUTCDate()).toBe(1);
  });

  test("shows the newest build of an image without fixed tags, and what starts an image without a schedule", async () => {
    const [base] = staging.images;
    const images = [
      { ...base, name: "base", containerTags: [], schedule: null },
      { name: "web", containerTags: [], schedule: null, parent: "base", rebuiltWithParent: true },
      { name: "tool", schedule: null, parent: "base", rebuiltWithParent: true, parentChannel: "stable" },
    ];
    const one = environment("staging", staging.account, images);
    await deploy(aws, one);
    await built(aws, one, "base", "base", "web");
    const options = { environments: [one] };
    const { images: found } = await status(["staging"], options);
    const digest = found["base"]?.tags[0]?.image?.digest ?? "";
    expect(digest).toMatch(/^sha256:/);
    expect(found["base"]?.tags.map(({ tag, isBuild }) => [tag, isBuild])).toEqual([
      ["1.0.0-2", true],
      ["stable", false],
    ]);
    expect(found["web"]?.tags[0]?.image?.findings).toEqual({ CRITICAL: 1, HIGH: 3 });
    const { out } = await run(aws, statusCommand, ["staging"], options);
    expect(out).toContain(`1.0.0-2 (newest build)  1.0.0-2  ${digest.slice(0, 19)}  `);
    expect(out).toContain(`\n  docker pull ${registryOf(one)}/base:1.0.0-2\n`);
    expect(out.match(/^ {2}pipeline .*$/gm)).toEqual([
      "  pipeline    on",
      "  pipeline    on, built after base",
      "  pipeline    on, built after each promotion of base to stable",
    ]);
    const page = path.join(temporaryFolder(), "status.html");
    await run(aws, statusCommand, ["staging", "--html", page], options);
    const html = fs.readFileSync(page, "utf8").replaceAll("<wbr>", "");
    expect(html).toContain(`<pre>docker pull ${registryOf(one)}/base:1.0.0-2</pre>`);
    expect(html).toContain("<b>1.0.0-2</b> newest build");
    expect(html.match(/<dt>Next build<\/dt><dd>[^<]*/g)).toEqual([
      "<dt>Next build</dt><dd>by hand only",
      "<dt>Next build</dt><dd>built after base",
      "<dt>Next build</dt><dd>built after each promotion of base to stable",
    ]);
  });

  test("reports what is behind, failed, newer, disabled, missing and gone", async () => {
    await deploy(aws, staging);
    await built(aws, staging, "base", "web", "base");
    aws.failBuilds = { "staging-tool": "Document hello failed: exit status 1" };
    await built(aws, staging, "tool");
    const { imageBuilder, ecr } = clientsOf(aws, staging.region, staging.account);
    const imagePipelineArn = pipelineArn(staging, "staging-tool");
    await ecr.send(new DeleteRepositoryCommand({ repositoryName: "base", force: true }));
    const { imagePipeline } = await imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn }));
    expect(imagePipeline?.consecutiveFailures).toBe(1);
    const newer = { ...staging, images: staging.images.map((image) => ({ ...image, version: "1.0.1" })) };
    const more = { ...newer, images: [...newer.images, ...environment("staging", "1", [{ name: "new" }]).images] };
    const { images } = await status(["staging"], { environments: [more] });
    const said = (name: string) => images[name]?.problems.map(({ text }) => text);
    expect(said("base")).toEqual(["behind: 1.0.0 is deployed, 1.0.1 is defined", "its repository is gone"]);
    expect(said("tool")).toContain("1.0.0-1 failed: Document hello failed: exit status 1");
    expect(said("new")).toEqual(["not deployed: npm run deploy -- staging", "its repository is gone"]);
  });

  test("reports a parent that is newer, and a tag that points nowhere", async () => {
    await deploy(aws, staging);
    await built(aws, staging, "base", "web", "base");
    const tags = staging.images.map((image) => ({ ...image, containerTags: ["latest", "edge"] }));
    const { images } = await status(["staging"], { environments: [{ ...staging, images: tags }] });
    const said = images["web"]?.problems.map(({ text }) => text);
    expect(said).toContain("its parent is newer: npm run build -- staging web");
    expect(said).toContain("edge points nowhere");
  });

  test("reports a channel that was moved or removed by something other than a promotion", async () => {
    const one = environment("staging", staging.account, [{ name: "web" }]);
    const options = { environments: [one] };
    await deploy(aws, one);
    await built(aws, one, "web", "web", "web");
    const { ecr } = clientsOf(aws, one.region, one.account);
    const tag = async (from: string) => {
      const imageIds = [{ imageTag: from }];
      const { images } = await ecr.send(new BatchGetImageCommand({ repositoryName: "web", imageIds }));
      const imageManifest = images?.[0]?.imageManifest;
      await ecr.send(new PutImageCommand({ repositoryName: "web", imageManifest, imageTag: "stable" }));
    };
    const said = async () => {
      const { images } = await status(["staging"], options);
      const problems = images["web"]?.problems ?? [];
      return problems
        .filter(({ text }) => text.startsWith("stable points"))
        .map(({ severity, text }) => `${severity} ${text}`);
    };
    const promote = ["web", "--to", "staging", "--channel", "stable", "--build"];
    await tag("1.0.0-1");
    expect(await said()).toEqual([
      expect.stringMatching(
        /^error stable points to 1\.0\.0-1 \(sha256:\w+\), and no promotion is recorded: it was moved by hand$/,
      ),
    ]);
    await run(aws, promoteCommand, [...promote, "1.0.0-1"], options);
    expect(await said()).toEqual([]);
    await run(aws, promoteCommand, [...promote, "1.0.0-2"], options);
    aws.clock.skip(5);
    await tag("1.0.0-3");
    expect(await said()).toEqual([
      expect.stringMatching(/points to 1\.0\.0-3 .* was to 1\.0\.0-2 .*: it was moved by hand$/),
    ]);
    await tag("1.0.0-1");
    const interrupted = "it was moved by hand, or that promotion was interrupted";
    expect(await said()).toEqual([
      expect.stringMatching(new RegExp(`points to 1\\.0\\.0-1 .* was to 1\\.0\\.0-2 .*: ${interrupted}$`)),
    ]);
    await ecr.send(new BatchDeleteImageCommand({ repositoryName: "web", imageIds: [{ imageTag: "stable" }] }));
    expect(await said()).toEqual([
      expect.stringMatching(new RegExp(`points to nothing, and .* was to 1\\.0\\.0-2 .*: ${interrupted}$`)),
    ]);
  });

  test("distinguishes a pipeline disabled by Image Builder from one disabled by its definition", async () => {
    await deploy(aws, staging);
    aws.failBuilds = { "staging-web": "no" };
    await built(aws, staging, "web");
    const { imageBuilder } = clientsOf(aws, staging.region, staging.account);
    const pipeline = async (name: string) =>
      (await imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn: pipelineArn(staging, name) })))
        .imagePipeline;
    const web = await pipeline("staging-web");
    const base = await pipeline("staging-base");
    // A deploy's update resets the failure count, so another build must fail afterward.
    for (const each of [web, base]) {
      await imageBuilder.send(
        new UpdateImagePipelineCommand({
          imagePipelineArn: each?.arn,
          containerRecipeArn: each?.containerRecipeArn,
          infrastructureConfigurationArn: each?.infrastructureConfigurationArn,
          distributionConfigurationArn: each?.distributionConfigurationArn,
          status: "DISABLED",
        }),
      );
    }
    await built(aws, staging, "web");
    const { images } = await status();
    expect([images["web"]?.pipeline, images["base"]?.pipeline]).toEqual(["switched off by failures", "off"]);
  });

  test("reads Amazon Inspector's counts if ECR has none on the image", async () => {
    await aws.close();
    aws = await startLocalAws({ speed: 0, scans: { web: { counts: { MEDIUM: 2 }, enhanced: true } } });
    await deploy(aws, staging);
    await built(aws, staging, "base", "web");
    const { images } = await status();
    expect(images["web"]?.tags[1]?.image?.findings).toEqual({ MEDIUM: 2 });
  });

  test("exits with 1 for --check if something is wrong, and with 0 otherwise", async () => {
    const one = environment("staging", staging.account, [{ name: "base" }]);
    await deploy(aws, one);
    await built(aws, one, "base");
    const options = { environments: [one] };
    expect((await run(aws, statusCommand, ["--check"], options)).code).toBe(0);
    const behind = { environments: [environment("staging", staging.account, [{ name: "base", version: "1.0.1" }])] };
    expect((await run(aws, statusCommand, ["--check"], behind)).code).toBe(1);
    expect((await run(aws, statusCommand, [], behind)).code).toBe(0);
  });

  test("is readable as text in a terminal", async () => {
    const one = environment("staging", staging.account, [{ name: "base" }]);
    await deploy(aws, one);
    await built(aws, one, "base");
    const { out, err } = await run(aws, statusCommand, [], { environments: [one] });
    expect(out).toContain("staging  444455556666 eu-west-1  1 image, no problems (");
    expect(out).toMatch(/^ {2}last build {2}1\.0\.0-1 AVAILABLE, .* UTC, 20 min$/m);
    expect(out).toMatch(
      /^ {2}latest {12}1\.0\.0-1 {2}sha256:[0-9a-f]{12} {2}\d+ minutes? old {2}\d+ kB {2,}no findings$/m,
    );
    expect(err).toMatch(/^\n\d+ calls in \d+\.\d s\n$/);
  });

  test("suggests the nearest environment, and names the account that the wrong credentials belong to", async () => {
    const wrong = await run(aws, statusCommand, ["stagin"]);
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toBe(
      [
        "error <environment> IB-OP-NAME",
        '  found:   there is no environment "stagin"',
        "  allowed: one of staging, prod",
        "  fix:     write staging",
        "",
        "1 error",
        "",
      ].join("\n"),
    );
    const foreign = await run(aws, statusCommand, ["staging"], { account: prod.account });
    expect(foreign.code).toBe(1);
    expect(foreign.err).toContain(`the credentials are for account ${prod.account}`);
    expect(foreign.err).toContain(`allowed: credentials for account ${staging.account}, which contains staging`);
  });

  test("writes a page with the same content that loads nothing and runs no script, even if names contain HTML", async () => {
    const one = environment("staging", staging.account, [{ name: "base", description: '<script>alert("1")</script>' }]);
    await deploy(aws, one);
    await built(aws, one, "base");
    const file = path.join(temporaryFolder(), "status.html");
    await run(aws, revokeCommand, ["staging", "base", "1.0.0-1", "--reason", "bad <zlib>"], { environments: [one] });
    await run(aws, statusCommand, ["--html", file], { environments: [one] });
    const page = fs.readFileSync(file, "utf8");
    expect(page.replaceAll("<wbr>", "")).toContain(`docker pull ${registryOf(one)}/base:latest`);
    expect(page).toContain('<p class="severe">revoked: bad -zlib-</p>');
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(page).not.toMatch(/<script|<link|@import|url\(|src=/);
    const nowhere = await run(aws, statusCommand, ["--html", path.join(file, "x")], { environments: [one] });
    expect(nowhere.err).toContain("IB-OP-FILE");
  });

  test("makes no more calls for additional builds, tags and images in a repository than it takes to page through them", async () => {
    const many = environment(
      "staging",
      staging.account,
      Array.from({ length: 30 }, (_, n) => ({
        name: `image-${n}`,
        ...(n === 1 ? { parentImage: `${registryOf(staging)}/image-0:latest` } : {}),
      })),
    );
    await deploy(aws, many);
    await built(aws, many, "image-0", "image-0", "image-1", "image-2");
    const { ecr } = clientsOf(aws, staging.region, staging.account);
    const imageIds = [{ imageTag: "latest" }];
    const { images } = await ecr.send(new BatchGetImageCommand({ repositoryName: "image-0", imageIds }));
    const imageManifest = images?.[0]?.imageManifest;
    await ecr.send(new PutImageCommand({ repositoryName: "image-0", imageManifest, imageTag: "extra" }));
    const { environments } = await status(["staging"], { environments: [many] });
    // 1 for the account, 2 pages of pipelines, 30 of builds and 3 of their workflows, 30 of images, and 2 of manifests:
    // for the image that is built on another one, and for that parent.
    expect(environments[0]?.calls).toBe(1 + 2 + 30 + 3 + 30 + 2);
  });
});
