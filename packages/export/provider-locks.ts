import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";

/** The platforms on which people and HCP Terraform run Terraform. */
export const platforms = ["linux_amd64", "linux_arm64", "darwin_arm64", "windows_amd64"] as const;

/** The content of `.terraform.lock.hcl`, or why there is none. */
export type ProviderLock = { readonly text: string } | { readonly missing: string };

/** Packages of four platforms are about 600 MB. */
const downloadTimeoutMs = 900_000;

/**
 * Makes Terraform write the dependency lock file for all platforms, with the newest providers in range.
 *
 * All platforms or none: with the hashes of one platform only, `terraform init` fails on every other
 * (https://developer.hashicorp.com/terraform/language/files/dependency-lock#checksum-verification), and with a version
 * that happened to be in a mirror of this machine, the same input would not give the same bytes.
 *
 * @param mirror folder or https address that providers come from; by default their registry
 */
export function lockProviders(config: StackConfig, mirror: string | undefined): ProviderLock {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "export-lock-"));
  try {
    // Only the providers: neither a backend nor another lock file has an influence.
    const { required_providers } = config.terraform;
    fs.writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers } }));
    const from =
      mirror === undefined
        ? []
        : [/^https?:\/\//.test(mirror) ? `-net-mirror=${mirror}` : `-fs-mirror=${path.resolve(mirror)}`];
    const args = ["providers", "lock", "-no-color", ...from, ...platforms.map((platform) => `-platform=${platform}`)];
    const { status, stdout, stderr, error } = spawnSync(process.env["TERRAFORM_BINARY_NAME"] ?? "terraform", args, {
      cwd: folder,
      encoding: "utf8",
      timeout: downloadTimeoutMs,
      env: {
        TF_REGISTRY_CLIENT_TIMEOUT: "10",
        TF_REGISTRY_DISCOVERY_RETRY: "0",
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        TF_DATA_DIR: path.join(folder, ".terraform"),
      },
    });
    if (error !== undefined) {
      return { missing: "code" in error && error.code === "ENOENT" ? "Terraform was not found" : error.message };
    }
    if (status !== 0) return { missing: reasonIn(`${stdout}\n${stderr}`) };
    return { text: fs.readFileSync(path.join(folder, ".terraform.lock.hcl"), "utf8") };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Terraform's error message, without its frame and its line breaks. */
function reasonIn(output: string): string {
  const words = output.replaceAll(/[│╷╵\s]+/g, " ").trim();
  const error = words.slice(words.indexOf("Error: "));
  const [, unreachable] = /could not connect to ([\w.-]+(?::\d+)?)/.exec(error) ?? [];
  return unreachable === undefined ? error.slice(0, 600) : `${unreachable} cannot be reached`;
}
