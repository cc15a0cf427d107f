import * as fs from "node:fs";
import * as path from "node:path";
import { startLocalAws, type LocalAws } from "@pipelines/local-aws/local-aws";
import { accounts } from "@pipelines/testing/fixture-app";
import type { Target } from "@pipelines/rehearsal/workspace";
import { describeWithTerraform, TerraformFolder } from "@pipelines/testing/terraform";
import { exported, readJson } from "@pipelines/testing/exporting";

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
});
