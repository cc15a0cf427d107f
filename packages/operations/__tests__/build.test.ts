import * as fs from "node:fs";
import * as path from "node:path";
import { StartImagePipelineExecutionCommand } from "@aws-sdk/client-imagebuilder";
import { buildCommand } from "../build-cli";
import { pipelineArn } from "../environments";
import { likelyTrouble, troubles } from "../troubles";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf } from "@pipelines/testing/clients";
import { built, deploy, environment, run, staging } from "@pipelines/testing/local-environments";

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  await deploy(aws, staging);
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

async function startByHand(name: string): Promise<void> {
  const { imageBuilder } = clientsOf(aws, staging.region, staging.account);
  const imagePipelineArn = pipelineArn(staging, `staging-${name}`);
  await imageBuilder.send(new StartImagePipelineExecutionCommand({ imagePipelineArn }));
}

const started = () => aws.calls.filter(({ operation }) => operation === "StartImagePipelineExecution").length;

describe("npm run build", () => {
  test("follows the steps and the log in order, and ends with the digest and the pull command", async () => {
    const { code, out, err } = await run(aws, buildCommand, ["staging", "base"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^base 1\.0\.0-1 AVAILABLE after 20 min\n {2}sha256:[0-9a-f]{64}\n {2}docker pull 444455556666\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/base:1\.0\.0-1\n$/,
    );
    const lines = err.split("\n").filter((line) => !line.endsWith("…"));
    expect(lines).toEqual([
      "base 1.0.0-1 started",
      "base │ Launching the build instance",
      "base │ Running the build and validate phases of the components",
      "base LaunchBuildInstance completed 2 min",
      "base BootstrapBuildInstance completed 2 min",
      "base ApplyBuildComponents completed 7 min",
      "base │ The components are applied",
      "base │ Running the test phases of the components",
      "base TerminateBuildInstance completed 24 s",
      "base LaunchTestInstance completed 36 s",
      "base BootstrapTestInstance completed 60 s",
      "base ApplyTestComponents completed 2 min",
      "base TerminateTestInstance completed 24 s",
      "base │ Pushing the image",
      "base DistributeContainer completed 4 min",
      "base │ The image is available.",
      "",
    ]);
  });

  test("ends with the step that failed, its reason, the relevant log lines and the likely cause", async () => {
    aws.failBuilds = { "staging-base": "Document install.yaml failed in phase build: exit status 127" };
    const { code, out } = await run(aws, buildCommand, ["staging", "base"]);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        "base 1.0.0-1 FAILED after 12 min",
        "  step:   ApplyBuildComponents: Document install.yaml failed in phase build: exit status 127",
        "  reason: Document install.yaml failed in phase build: exit status 127",
        "  │ Document install.yaml failed in phase build: exit status 127",
        `  likely: ${troubles.at(-1)?.title ?? ""} ${troubles.at(-1)?.advice ?? ""}`,
        "  log:    aws logs tail /aws/imagebuilder/staging-base",
        "",
      ].join("\n"),
    );
  });

  test("reports that the parent does not exist if it has never been built", async () => {
    const { out } = await run(aws, buildCommand, ["staging", "web"]);
    expect(out).toContain("base:latest not found: manifest unknown");
    expect(out).toContain('likely: The parent image is not found: "manifest unknown".');
  });

  test("follows several builds at the same time", async () => {
    const two = environment("staging", "123456789012", [{ name: "one" }, { name: "other" }]);
    await deploy(aws, two);
    aws.failBuilds = { "staging-other": "SSM Agent availability" };
    const options = { environments: [two] };
    const { code, out } = await run(aws, buildCommand, ["staging", "one", "other", "--json"], options);
    expect(code).toBe(1);
    const { builds } = JSON.parse(out) as { builds: { image: string; state: string }[] };
    expect(builds.map(({ image, state }) => [image, state])).toEqual([
      ["one", "AVAILABLE"],
      ["other", "FAILED"],
    ]);
  });

  test("follows a build that is already running instead of starting another", async () => {
    await built(aws, staging, "base");
    await startByHand("base");
    const { out, err } = await run(aws, buildCommand, ["staging", "base"]);
    expect(err).toContain("base 1.0.0-2 has been running since ");
    expect(out).toContain("base 1.0.0-2 AVAILABLE");
    expect(started()).toBe(2);
  });

  test("cancels running builds, and reports images without one", async () => {
    await startByHand("base");
    const { code, out } = await run(aws, buildCommand, ["staging", "base", "web", "--cancel"]);
    expect(code).toBe(0);
    expect(out).toBe("base 1.0.0-1 CANCELLED\nweb: no build is running\n");
  });

  test("refuses an image that is not deployed, and suggests the nearest name for a missing one", async () => {
    const more = { ...staging, images: [...staging.images, ...environment("staging", "1", [{ name: "new" }]).images] };
    const { err } = await run(aws, buildCommand, ["staging", "new"], { environments: [more] });
    expect(err).toContain("error staging new IB-OP-PIPELINE\n  found:   there is no pipeline");
    expect((await run(aws, buildCommand, ["staging", "baase"])).err).toContain("fix:     write base");
    expect((await run(aws, buildCommand, ["staging"])).err).toContain(
      "allowed: npm run build -- <environment> <image> …",
    );
  });
});

describe("the known reasons for failed builds", () => {
  test("match docs/troubleshooting.md", () => {
    const page = fs.readFileSync(path.join(__dirname, "../../../docs/troubleshooting.md"), "utf8");
    for (const { title, advice } of troubles) expect(page).toContain(`- **${title}** ${advice}\n`);
  });

  test.each([
    ["Failed to establish SSM Agent availability on the EC2 instance", 0],
    ["The image tag 'latest' already exists in the 'web' repository and cannot be overwritten", 1],
    ["toomanyrequests: You have reached your pull rate limit", 3],
    ["write /var/lib/docker/tmp: no space left on device", 4],
    ["User: arn:aws:sts::1:assumed-role/x is not authorized to perform: s3:GetObject", 6],
  ])("are recognised: %s", (text, index) => {
    expect(likelyTrouble([text])).toBe(troubles[index]);
  });

  test("come from real messages", () => {
    expect(likelyTrouble(["The image is available."])).toBeUndefined();
  });
});
