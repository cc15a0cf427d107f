import type { App } from "cdktf";
import { providerRange } from "../../stacks/environment/provider";
import { AccountStack } from "../../stacks/account/account-stack";
import { SynthesizedStack, TestEnvironment, testApp } from "@pipelines/testing/stack";

function names(build: (app: App) => void): string[] {
  const app = testApp();
  build(app);
  AccountStack.forEnvironmentsOf(app);
  return app.node.children.filter((child) => child instanceof AccountStack).map(({ node }) => node.id);
}

describe("A state bucket's stack", () => {
  const stack = new SynthesizedStack(new AccountStack(testApp(), { account: "123456789012", region: "us-gov-west-1" }));

  it("creates exactly the bucket that the environments keep their states in", () => {
    const environment = new SynthesizedStack(new TestEnvironment(testApp(), { region: "us-gov-west-1" }));
    expect(stack.resource("aws_s3_bucket").bucket).toBe("image-builder-state-123456789012-us-gov-west-1");
    expect(environment.json.terraform.backend?.s3?.bucket).toBe(stack.resource("aws_s3_bucket").bucket);
  });

  it("cannot be destroyed by accident, either by a plan or by being emptied", () => {
    expect(stack.resource("aws_s3_bucket")).toMatchObject({
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("keeps states forever, and their old versions for ninety days", () => {
    expect(stack.resource("aws_s3_bucket_versioning").versioning_configuration).toEqual({ status: "Enabled" });
    expect(stack.resource("aws_s3_bucket_lifecycle_configuration").rule).toEqual([
      {
        id: "expire",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrent_version_expiration: [{ noncurrent_days: 90 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  it("is private, encrypted and accessible over TLS only, in its own partition", () => {
    expect(stack.resource("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(stack.resource("aws_s3_bucket_server_side_encryption_configuration").rule).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
    ]);
    expect(String(stack.resource("aws_s3_bucket_policy").policy)).toContain(
      "arn:aws-us-gov:s3:::image-builder-state-123456789012-us-gov-west-1/*",
    );
  });

  it("has its own state in a file next to the code, under a path that is the same on every machine", () => {
    expect(stack.json.terraform.backend).toEqual({
      local: { path: "../../../state/state-123456789012-us-gov-west-1.tfstate" },
    });
  });

  it("has a provider, versions and an output, like every other stack", () => {
    expect(stack.json.provider.aws).toEqual([
      {
        region: "us-gov-west-1",
        allowed_account_ids: ["123456789012"],
        default_tags: [{ tags: { Project: "container-image-pipelines", ManagedBy: "cdktf" } }],
      },
    ]);
    expect(stack.json.terraform.required_version).toBe(">= 1.10");
    expect(stack.json.terraform.required_providers).toEqual({
      aws: { source: "hashicorp/aws", version: providerRange },
    });
    expect(stack.json.output).toEqual({
      state_bucket: {
        value: "image-builder-state-123456789012-us-gov-west-1",
        description: "Bucket of the Terraform states",
      },
    });
  });

  it("consists of the bucket's seven resources", () => {
    expect(stack.counts()).toEqual({
      aws_s3_bucket: 1,
      aws_s3_bucket_lifecycle_configuration: 1,
      aws_s3_bucket_ownership_controls: 1,
      aws_s3_bucket_policy: 1,
      aws_s3_bucket_public_access_block: 1,
      aws_s3_bucket_server_side_encryption_configuration: 1,
      aws_s3_bucket_versioning: 1,
    });
  });
});

describe("State bucket stacks", () => {
  it("exist once per account and region", () => {
    const made = names((app) => {
      new TestEnvironment(app, { environment: "a", account: "111122223333", region: "eu-west-1" });
      new TestEnvironment(app, { environment: "b", account: "111122223333", region: "eu-west-1" });
      new TestEnvironment(app, { environment: "c", account: "111122223333", region: "us-east-1" });
      new TestEnvironment(app, { environment: "d", account: "444455556666", region: "eu-west-1" });
    });
    expect(made).toEqual([
      "state-111122223333-eu-west-1",
      "state-111122223333-us-east-1",
      "state-444455556666-eu-west-1",
    ]);
  });

  it("are reduced to one if a single bucket holds the states of several accounts", () => {
    const state = { s3: { account: "999999999999", region: "us-east-1" } };
    const made = names((app) => {
      new TestEnvironment(app, { environment: "a", account: "111122223333", state });
      new TestEnvironment(app, { environment: "b", account: "444455556666", state });
    });
    expect(made).toEqual(["state-999999999999-us-east-1"]);
  });

  it("do not use a name that an environment already has; that environment's checks report the conflict", () => {
    expect(
      names((app) => {
        new TestEnvironment(app, { environment: "state-123456789012-eu-west-1" });
      }),
    ).toEqual([]);
  });

  it("do not exist for a state in HCP Terraform or in a separate bucket", () => {
    const made = names((app) => {
      new TestEnvironment(app, { environment: "a", state: { hcpTerraform: { organization: "acme" } } });
      new TestEnvironment(app, { environment: "b", state: { s3: { bucket: "ours" } } });
    });
    expect(made).toEqual([]);
  });

  it("exist for a state with a different key in the usual bucket", () => {
    expect(
      names((app) => {
        new TestEnvironment(app, { state: { s3: { key: "elsewhere" } } });
      }),
    ).toEqual(["state-123456789012-eu-west-1"]);
  });
});
