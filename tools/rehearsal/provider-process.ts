import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { environmentOf, type Target } from "./workspace";

/** A process of the AWS provider that any number of Terraform commands use, where each would start three of its own. */
export interface ProviderProcess {
  readonly process: ChildProcess;
  /** To be added to the environment of those commands. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts the provider that `terraform init` installed in this folder, with the account and the endpoint of this target.
 * https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export async function startProvider(target: Target, initialised: string): Promise<ProviderProcess> {
  const versions = join(initialised, ".terraform/providers/registry.terraform.io/hashicorp/aws");
  const platforms = join(versions, target.terraform.provider);
  const [platform = ""] = readdirSync(platforms);
  const files = readdirSync(join(platforms, platform));
  const name = files.find((file) => file.startsWith("terraform-provider-aws")) ?? "";
  const provider = spawn(join(platforms, platform, name), ["-debug"], {
    env: environmentOf(target),
    stdio: ["ignore", "pipe", "ignore"],
  });
  const reattach = await new Promise<string>((resolve, reject) => {
    let output = "";
    provider.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, value] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(output) ?? [];
      if (value !== undefined) resolve(value);
    });
    provider.on("close", () => {
      reject(new Error(`the provider ended: ${output}`));
    });
  });
  return { process: provider, env: { TF_REATTACH_PROVIDERS: reattach } };
}
