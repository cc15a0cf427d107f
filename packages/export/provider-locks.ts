import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";

/** The platforms that people and HCP Terraform run Terraform on. */
export const platforms = ["linux_amd64", "linux_arm64", "darwin_arm64", "windows_amd64"] as const;

/** Content of `.terraform.lock.hcl`, or the reason why there is none. */
export type ProviderLock = { readonly text: string } | { readonly missing: string };

/**
 * Has Terraform write the dependency lock file for all platforms, with the newest providers in range.
 *
 * It covers all platforms or none: with hashes for only one platform, `terraform init` fails on all others
 * (https://developer.hashicorp.com/terraform/language/files/dependency-lock#checksum-verification). And if the version
 * depended on a mirror on this machine, the same input would not always produce the same bytes.
 *
 * @param mirror folder or https address that providers come from; defaults to their registry
 */
export function lockProviders(
  config: StackConfig,
  mirror: string | undefined,
  env = inheritedEnvironment(),
): ProviderLock {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "export-lock-"));
  try {
    // This configuration contains only the providers, so that neither a backend nor another lock file has any effect.
    const { required_providers } = config.terraform;
    fs.writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers } }));
    const from =
      mirror === undefined
        ? []
        : [/^https?:\/\//.test(mirror) ? `-net-mirror=${mirror}` : `-fs-mirror=${path.resolve(mirror)}`];
    const args = ["providers", "lock", "-no-color", ...from, ...platforms.map((platform) => `-platform=${platform}`)];
    const command = env["TERRAFORM_BINARY_NAME"] ?? "terraform";
    const { status, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: "utf8", env });
    if (error !== undefined) {
      return { missing: "code" in error && error.code === "ENOENT" ? "Terraform was not found" : error.message };
    }
    if (status !== 0) return { missing: reasonIn(stderr) };
    return { text: fs.readFileSync(path.join(folder, ".terraform.lock.hcl"), "utf8") };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Returns Terraform's error message, without its frame and line breaks. */
function reasonIn(output: string): string {
  const words = output.replaceAll(/[│╷╵\s]+/g, " ").trim();
  const error = words.slice(words.indexOf("Error: "));
  const [, unreachable] = /could not connect to ([\w.-]+(?::\d+)?)/.exec(error) ?? [];
  return unreachable === undefined ? error : `${unreachable} cannot be reached`;
}
