import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { startProviderProxy } from "./provider-proxy";
import { environmentOf, type Target } from "./workspace";

/** A process of the AWS provider that any number of Terraform commands use, where each would start three of its own. */
export interface ProviderProcess {
  /** To be added to the environment of those commands. */
  readonly env: Readonly<Record<string, string>>;
  /** @param signal by default one that lets it remove its socket */
  readonly end: (signal?: NodeJS.Signals) => void;
}

/** The resources and data sources of the services that the local AWS has: more are not asked for there. */
const TYPES = /^aws_(cloudwatch|ecr|iam|imagebuilder|s3|sns)_/;

/** What the provider prints for Terraform to find it: https://pkg.go.dev/github.com/hashicorp/go-plugin#ReattachConfig */
type Reattach = Record<string, { readonly Addr: { String: string } }>;

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
  const reattach = await new Promise<Reattach>((resolve, reject) => {
    let output = "";
    provider.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, value] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(output) ?? [];
      if (value !== undefined) resolve(JSON.parse(value) as Reattach);
    });
    provider.on("close", () => {
      reject(new Error(`the provider ended: ${output}`));
    });
  });
  const ends = await Promise.all(
    Object.values(reattach).map(({ Addr: address }) => {
      const provider = address.String;
      address.String = `${provider}.s`;
      return startProviderProxy(provider, address.String, (type) => TYPES.test(type));
    }),
  );
  return {
    env: { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) },
    end: (signal) => {
      for (const end of ends) end();
      provider.kill(signal);
    },
  };
}
