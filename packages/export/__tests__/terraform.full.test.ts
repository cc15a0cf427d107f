import * as fs from "node:fs";
import * as path from "node:path";
import { startLocalAws, type LocalAws } from "@pipelines/local-aws/local-aws";
import { accounts } from "@pipelines/testing/fixture-app";
import type { Target } from "@pipelines/rehearsal/workspace";
import { describeWithTerraform, TerraformFolder } from "@pipelines/testing/terraform";
import { temporaryFolder } from "@pipelines/testing/stack";
import { exported, readJson, runExport } from "@pipelines/testing/exporting";

const variables = {
  subnet_id: "subnet-0123456789abcdef0",
  security_group_ids: '["sg-0123456789abcdef0"]',
  instance_types: '["m5.large"]',
};
const planned = { subnet_id: "subnet-0123456789abcdef0", security_group_ids: ["sg-0123456789abcdef0"] };

describeWithTerraform("Plain Terraform in an export", (terraform) => {
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws();
  });
  afterAll(async () => {
    await aws.close();
  });

  function target(environment: keyof typeof accounts, workspace: Readonly<Record<string, string>> = {}): Target {
    const set = Object.fromEntries(Object.entries(workspace).map(([name, value]) => [`TF_VAR_${name}`, value]));
    return {
      terraform: { ...terraform, env: { ...terraform.env, ...set } },
      endpoint: aws.endpoint,
      account: accounts[environment],
    };
  }

  it("initializes, validates and plans with a workspace's variables", async () => {
    const prod = new TerraformFolder(target("prod", variables), exported("prod"));
    await prod.succeed("init", "-input=false");
    expect(JSON.parse(await prod.succeed("validate", "-json"))).toMatchObject({ valid: true, warning_count: 0 });
    const { resource_changes } = await prod.plan();
    const { resource } = readJson(prod.folder, "cdk.tf.json") as { resource: Record<string, object> };
    const addresses = Object.entries(resource).flatMap(([type, ids]) => Object.keys(ids).map((id) => `${type}.${id}`));
    expect(resource_changes.map(({ address }) => address).sort()).toEqual(addresses.sort());
    const configuration = resource_changes.find(({ type }) => type === "aws_imagebuilder_infrastructure_configuration");
    expect(configuration?.change.after).toMatchObject({ ...planned, instance_types: ["m5.large"] });

    // Without TF_VAR_ variables, terraform.tfvars is used, and is validated like a workspace's variables.
    fs.writeFileSync(path.join(prod.folder, "terraform.tfvars"), 'subnet_id = "subnet-0123456789abcdef0"\n');
    const { code, output } = await new TerraformFolder(target("prod"), prod.folder).terraform(["plan"]);
    expect(code).toBe(1);
    expect(output.replaceAll(/[│╷╵\s]+/g, " ")).toContain("subnet_id needs security groups of its VPC");
  });

  it("accepts the cloud block, as far as this can be tested without the service", async () => {
    const folder = exported("prod", "--backend", "cloud", "--organization", "acme");
    const prod = new TerraformFolder(target("prod"), folder);
    await prod.succeed("init", "-input=false", "-backend=false");
    expect(JSON.parse(await prod.succeed("validate", "-json"))).toMatchObject({ valid: true, warning_count: 0 });
  });

  it("gets a lock with hashes for all platforms from a mirror that has them", () => {
    const mirror = temporaryFolder();
    for (const platform of ["linux_amd64", "linux_arm64", "darwin_arm64", "windows_amd64"]) {
      const folder = path.join(mirror, "registry.terraform.io/hashicorp/aws/6.22.1", platform);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, "terraform-provider-aws"), `no provider, but hashed like one: ${platform}`);
    }
    const folder = path.join(temporaryFolder(), "out");
    const { code, out, err } = runExport(["prod", "--out", folder, "--mirror", mirror]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/: cdk\.tf\.json, \.terraform\.lock\.hcl, (deploy-policy[-\d]*\.json, )+README\.md\n$/);
    const lock = fs.readFileSync(path.join(folder, ".terraform.lock.hcl"), "utf8");
    expect(lock).toMatch(/provider "registry\.terraform\.io\/hashicorp\/aws" \{\n {2}version {5}= "6\.22\.1"/);
    expect(lock.match(/"h1:/g)).toHaveLength(4);
    expect(fs.readFileSync(path.join(folder, "README.md"), "utf8")).toContain(
      "| `.terraform.lock.hcl` | the provider's version and its hashes for linux_amd64, linux_arm64, darwin_arm64 and windows_amd64 |",
    );
    expect(readJson(folder, "cdk.tf.json")).toEqual(readJson(exported("prod"), "cdk.tf.json"));
  });

  it("gets no lock from a mirror that lacks a platform, and is not written", () => {
    const mirror = temporaryFolder();
    const linux = path.join(mirror, "registry.terraform.io/hashicorp/aws/6.22.1/linux_amd64");
    fs.mkdirSync(linux, { recursive: true });
    fs.writeFileSync(path.join(linux, "terraform-provider-aws"), "");
    const folder = path.join(temporaryFolder(), "out");
    const { code, err } = runExport(["prod", "--out", folder, "--mirror", mirror]);
    expect(code).toBe(1);
    expect(err).toContain("--mirror");
    expect(err).toContain("linux_arm64");
    expect(fs.existsSync(folder)).toBe(false);
  });
});
