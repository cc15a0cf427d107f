import { spawnSync } from "node:child_process";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import type { StateSettings } from "../../stacks/environment/environment-settings";
import { type StackJson, SynthesizedStack, TestEnvironment, testApp } from "@pipelines/testing/stack";

function terraform(state?: StateSettings): StackJson["terraform"] {
  return new SynthesizedStack(new TestEnvironment(testApp(), state === undefined ? {} : { state })).json.terraform;
}

describe("An environment's state", () => {
  it("is in S3 by default: in the account's own bucket, locked and encrypted", () => {
    const { backend, cloud } = terraform();
    expect(cloud).toBeUndefined();
    expect(backend).toEqual({
      s3: {
        bucket: "image-builder-state-123456789012-eu-west-1",
        key: "test/terraform.tfstate",
        region: "eu-west-1",
        encrypt: true,
        use_lockfile: true,
        allowed_account_ids: ["123456789012"],
      },
    });
    expect(stateBucketName({ account: "123456789012", region: "eu-west-1" })).toBe(
      "image-builder-state-123456789012-eu-west-1",
    );
  });

  it("may be in another bucket, under another key", () => {
    expect(terraform({ s3: { bucket: "ours", key: "images/test" } }).backend).toEqual({
      s3: {
        bucket: "ours",
        key: "images/test",
        region: "eu-west-1",
        encrypt: true,
        use_lockfile: true,
        allowed_account_ids: ["123456789012"],
      },
    });
  });
});

describe("A state in a different account and region from the environment's", () => {
  it("is in the bucket for that account and region, and Terraform refuses any other account for it", () => {
    const elsewhere = { account: "999999999999", region: "us-east-1" };
    const backend = {
      key: "test/terraform.tfstate",
      region: "us-east-1",
      encrypt: true,
      use_lockfile: true,
      allowed_account_ids: ["999999999999"],
    };
    expect(terraform({ s3: elsewhere }).backend).toEqual({
      s3: { ...backend, bucket: "image-builder-state-999999999999-us-east-1" },
    });
    expect(terraform({ s3: { ...elsewhere, bucket: "ours" } }).backend).toEqual({ s3: { ...backend, bucket: "ours" } });
  });
});

// CDKTF's CloudBackend asks the Terraform binary for its version when it is validated.
const found = spawnSync(process.env.TERRAFORM_BINARY_NAME ?? "terraform", ["version"]).status === 0;
if (!found) process.stderr.write("\nSKIPPED: states in HCP Terraform\n  there is no terraform on the PATH\n\n");

(found ? describe : describe.skip)("An environment's state in HCP Terraform", () => {
  it("is in the workspace named after the environment", () => {
    const { backend, cloud } = terraform({ hcpTerraform: { organization: "acme" } });
    expect(backend).toBeUndefined();
    // Without a host name, Terraform uses app.terraform.io.
    expect(cloud).toEqual({ organization: "acme", workspaces: { name: "test" } });
  });

  it("may be in another workspace, of Terraform Enterprise", () => {
    expect(
      terraform({ hcpTerraform: { organization: "acme", workspace: "images-test", hostname: "tfe.example.com" } })
        .cloud,
    ).toEqual({
      organization: "acme",
      hostname: "tfe.example.com",
      workspaces: { name: "images-test" },
    });
  });
});
