import * as fs from "node:fs";
import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithCommand } from "@pipelines/testing/terraform";
import { mirrorOf } from "./mirror";
import { lockProviders, platforms, type ProviderLock } from "../provider-locks";

function lock(mirror: string | undefined, host = "registry.terraform.io", env = inheritedEnvironment()): ProviderLock {
  const required_providers = { aws: { source: `${host}/hashicorp/aws`, version: ">= 5.100.0, < 6.23.0" } };
  const provider = { aws: [] };
  const config: StackConfig = { terraform: { required_version: "", required_providers }, provider, resource: {} };
  return lockProviders(config, mirror, env);
}

describeWithCommand("The dependency lock file", () => {
  it("has a hash of the provider for each platform", () => {
    const made = lock(path.relative(process.cwd(), mirrorOf(["6.22.1"], platforms)));
    const text = "text" in made ? made.text : made.missing;
    expect(text).toMatch(/provider "registry\.terraform\.io\/hashicorp\/aws" \{\n {2}version {5}= "6\.22\.1"/);
    expect(text.match(/"h1:/g)).toHaveLength(4);
  });

  const unavailable = (platform: string): string =>
    `Error: Could not retrieve providers for locking Terraform failed to fetch the requested providers for ${platform} in order to calculate their checksums: some providers could not be installed: - registry.terraform.io/hashicorp/aws: provider registry.terraform.io/hashicorp/aws 6.22.1 is not available for ${platform}.`;

  it.each(platforms)("is missing if the provider for %s is", (platform) => {
    const others = platforms.filter((each) => each !== platform);
    expect(lock(mirrorOf(["6.22.1"], others))).toEqual({ missing: unavailable(platform) });
  });

  it("is missing if Terraform does not accept the mirror's address", () => {
    expect(lock("http://mirror.invalid/")).toEqual({
      missing:
        "Error: Invalid network mirror URL The -net-mirror option requires a valid https: URL as the mirror base URL.",
    });
  });

  it("is missing if the registry cannot be reached", () => {
    expect(lock(undefined, "registry.invalid")).toEqual({ missing: "registry.invalid cannot be reached" });
  });
});

describe("The dependency lock file", () => {
  it("is missing if there is no Terraform, or if it cannot be run", () => {
    expect(lock(undefined, undefined, { TERRAFORM_BINARY_NAME: "no-terraform" })).toEqual({
      missing: "Terraform was not found",
    });
    const file = path.join(temporaryFolder(), "terraform");
    fs.writeFileSync(file, "");
    expect(lock(undefined, undefined, { TERRAFORM_BINARY_NAME: file })).toEqual({
      missing: `spawnSync ${file} EACCES`,
    });
  });

  it("is made in a temporary folder", () => {
    const file = path.join(temporaryFolder(), "terraform");
    fs.writeFileSync(file, '#!/bin/sh\necho "Error: $PWD" >&2\nexit 1\n', { mode: 0o755 });
    const made = lock(undefined, undefined, { TERRAFORM_BINARY_NAME: file });
    const folder = "missing" in made ? made.missing.replace("Error: ", "") : "";
    expect(path.basename(folder)).toMatch(/^export-lock-\w{6}$/);
    expect(fs.existsSync(folder)).toBe(false);
  });
});
