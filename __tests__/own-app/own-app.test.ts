import * as fs from "node:fs";
import * as path from "node:path";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { ImagebuilderContainerRecipe } from "@cdktf/provider-aws/lib/imagebuilder-container-recipe";
import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { image, imageNames } from "@pipelines/image-definition/load-image";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import type { Target } from "@pipelines/rehearsal/workspace";
import type { StackJson } from "@pipelines/testing/stack";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import { tree } from "@pipelines/testing/tree";
import { AppCopy, root } from "../app-copy";

// Each synth starts the app, and the machine may be busy.
jest.setTimeout(120_000);

/** The text of every file that a synth wrote for a stack, by stack name. */
function stacksOf(copy: AppCopy): [string, string][] {
  return Object.entries(copy.output()).flatMap(([file, text]) => {
    const [, stack] = /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(file) ?? [];
    return stack === undefined ? [] : [[stack, text]];
  });
}

const copy = new AppCopy();
const first = copy.synth();
const stacks = stacksOf(copy);

// All of this must hold for whatever images, environments and accounts are in this tree; see CONTRIBUTING.md.
describe("This tree's app", () => {
  it("synthesizes without errors, and shows what each environment contains", () => {
    expect({ code: first.code, err: first.err }).toEqual({
      code: 0,
      err: expect.not.stringMatching(/^error /m) as string,
    });
    const environments = stacks.filter(([stack]) => !stack.startsWith("state-"));
    expect(environments.length).toBeGreaterThan(0);
    for (const [stack] of environments) {
      expect(first.out).toMatch(new RegExp(`^cdktf\\.out/stacks/${stack}/cdk\\.tf\\.json: \\d+ resources, in `, "m"));
    }
  });

  it("has a lock that matches its images, as CI requires", () => {
    const lock = (folder: string): string => fs.readFileSync(path.join(folder, "image-versions.lock"), "utf8");
    expect(lock(copy.folder)).toBe(lock(root));
    expect(copy.synth({ CI: "true" }).code).toBe(0);
  });

  it.each(stacks)("has an explicit backend in %s", (stack, text) => {
    const { terraform } = JSON.parse(text) as StackJson;
    const kinds = Object.keys(terraform.backend ?? terraform.cloud ?? {});
    expect(kinds).not.toEqual([]);
    if (!stack.startsWith("state-")) expect(kinds).not.toContain("local");
  });

  it.each(stacks)("either destroys everything that holds data in %s completely, or refuses to", (stack, text) => {
    const { resource } = JSON.parse(text) as StackJson;
    const holdData = { aws_s3_bucket: "force_destroy", aws_ecr_repository: "force_delete" };
    for (const [type, force] of Object.entries(holdData)) {
      for (const { lifecycle, [force]: forced } of Object.values(resource[type] ?? {})) {
        const { prevent_destroy: refused } = lifecycle as { prevent_destroy: boolean };
        expect([type, forced]).toEqual([type, !stack.startsWith("state-")]);
        if (stack.startsWith("state-")) expect([type, refused]).toEqual([type, true]);
      }
    }
  });

  it.each(stacks.filter(([, text]) => text.includes('"aws_imagebuilder_container_recipe"')))(
    "has all parts of the sample in %s, for every image",
    (_, text) => {
      const { resource } = JSON.parse(text) as StackJson;
      const recipes = Object.keys(resource["aws_imagebuilder_container_recipe"] ?? {}).length;
      for (const one of [
        ImagebuilderContainerRecipe,
        ImagebuilderDistributionConfiguration,
        ImagebuilderImagePipeline,
        CloudwatchLogGroup,
      ]) {
        expect(text).toHaveResource(one);
        expect(Object.keys(resource[one.tfResourceType] ?? {}).length).toBeGreaterThanOrEqual(recipes);
      }
      expect(text).toHaveResource(ImagebuilderInfrastructureConfiguration);
      expect(text).toHaveResourceWithProperties(S3Bucket, { bucket: expect.stringContaining("logs") as unknown });
      expect(text).toHaveResourceWithProperties(ImagebuilderContainerRecipe, {
        container_type: "DOCKER",
        lifecycle: { create_before_destroy: true },
      });
    },
  );

  // The next test's copy has another folder and home, but the same packages and Node.
  it("writes no paths from this machine, except those that its sources mention", () => {
    const sources = ["images", "stacks"].flatMap((folder) => Object.values(tree(path.join(root, folder)))).join("\n");
    const places = [path.join(root, path.sep), process.execPath].filter((place) => !sources.includes(place));
    for (const [file, text] of Object.entries(copy.output())) {
      for (const place of places) expect([file, place, text.includes(place)]).toEqual([file, place, false]);
    }
  });

  it("writes the same bytes a second time, and in a different folder, time zone and locale", () => {
    const output = copy.output();
    expect(copy.synth()).toEqual(first);
    expect(copy.output()).toEqual(output);
    const other = new AppCopy();
    expect(
      other.synth({ TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", HOME: other.folder }),
    ).toEqual(first);
    expect(other.output()).toEqual(output);
  });
});

describe("Every image in this tree, whether or not an environment uses it,", () => {
  it("is a folder in images/", () => {
    const folders = fs.readdirSync(path.join(root, "images"), { withFileTypes: true });
    expect(imageNames()).toEqual(folders.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  });

  it.each(imageNames())("loads without an error: %s", (name) => {
    const { findings, file } = image(name);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(file).toBe(`images/${name}/image.ts`);
  });
});

describeWithTerraform("Real Terraform and the real AWS provider", (terraform) => {
  let aws: LocalAws;
  /** By account, because each provider process has the credentials of one. */
  const targets = new Map<string, Promise<Target>>();
  beforeAll(async () => {
    aws = await startLocalAws();
  });
  afterAll(async () => {
    await aws.close();
  });

  function targetIn(account = ""): Promise<Target> {
    const isUsed = (type: string): boolean => stacks.some(([, text]) => text.includes(`"${type}"`));
    const target = targets.get(account) ?? withOneProvider({ terraform, endpoint: aws.endpoint, account }, isUsed);
    targets.set(account, target);
    return target;
  }

  it.each(stacks)("accept %s, and plan its resources without any calls except to STS", async (stack, text) => {
    const { provider, resource } = JSON.parse(text) as StackJson;
    const [account] = provider.aws[0]?.["allowed_account_ids"] as string[];
    const installed = TerraformFolder.withConfig({ terraform, endpoint: aws.endpoint, account: account ?? "" }, text);
    await installed.succeed("init", "-input=false");
    const folder = new TerraformFolder(await targetIn(account), installed.folder);
    expect(JSON.parse(await folder.succeed("validate", "-json"))).toMatchObject({
      valid: true,
      error_count: 0,
      warning_count: 0,
    });
    const callsBefore = aws.calls.length;
    const planned: Record<string, number> = {};
    for (const { type, change } of (await folder.plan()).resource_changes) {
      expect(change.actions).toEqual(["create"]);
      planned[type] = (planned[type] ?? 0) + 1;
    }
    const stated = Object.entries(resource).map(([type, resources]) => [type, Object.keys(resources).length]);
    expect(planned).toEqual(Object.fromEntries(stated));
    const calls = aws.calls.slice(callsBefore).map(({ service, operation }) => `${service}:${operation}`);
    expect(new Set(calls)).toEqual(new Set(["sts:GetCallerIdentity"]));
    process.stdout.write(`Terraform ${terraform.version} with provider ${terraform.provider} planned ${stack}\n`);
  });
});
