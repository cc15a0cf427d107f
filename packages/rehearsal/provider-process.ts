import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import * as fs from "node:fs";
import { type ClientHttp2Session, connect } from "node:http2";
import { connect as connectTo } from "node:net";
import * as path from "node:path";
import type { Readable } from "node:stream";
import { startProviderProxy } from "./provider-proxy";
import { environmentOf, type Target } from "./workspace";

/**
 * The AWS provider, run as processes that any number of Terraform commands share; otherwise, each command would start
 * three of its own.
 */
export interface ProviderProcess {
  /** Variables to add to the environment of those commands. */
  readonly env: Readonly<Record<string, string>>;
  /** @param signal the signal that ends the process; the default one lets the process remove its socket */
  readonly end: (signal?: NodeJS.Signals) => void;
}

/** The resource types and data sources of the services in local AWS. */
const ofLocalAws = /^aws_(cloudwatch|ecr|iam|imagebuilder|s3|sns)_/;

/**
 * The line that the provider prints to let Terraform find it:
 * https://pkg.go.dev/github.com/hashicorp/go-plugin#ReattachConfig
 */
type Reattach = Record<string, { readonly Addr: { String: string } }>;

interface Started {
  readonly upstream: ClientHttp2Session;
  readonly reattach: Reattach;
}

/**
 * Starts the provider that `terraform init` installed in this folder, with the account and endpoint of this target.
 * Starts further processes if a command has several configurations of the provider (regions), because each of them
 * needs its own.
 * https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 *
 * @param wanted which resource types and data sources those commands use
 */
export async function startProvider(
  target: Target,
  initialised: string,
  wanted = (type: string): boolean => ofLocalAws.test(type),
): Promise<ProviderProcess> {
  const versions = path.join(initialised, ".terraform/providers/registry.terraform.io/hashicorp/aws");
  const platforms = path.join(versions, target.terraform.provider);
  const [platform = ""] = fs.readdirSync(platforms);
  const files = fs.readdirSync(path.join(platforms, platform));
  const name = files.find((file) => file.startsWith("terraform-provider-aws")) ?? "";
  const children: ChildProcess[] = [];
  const start = (): Promise<Started> => {
    const child = spawn(path.join(platforms, platform, name), ["-debug"], {
      env: environmentOf(target),
      stdio: ["ignore", "pipe", "ignore"],
    });
    children.push(child);
    return started(child);
  };
  const first = await start();
  const idle = [first];
  const lease = async () => {
    const provider = idle.pop() ?? (await start());
    return { upstream: provider.upstream, end: () => idle.push(provider) };
  };
  const [address] = Object.values(first.reattach).map(({ Addr }) => Addr);
  if (address === undefined) throw new Error("the provider does not report its address");
  address.String = `${address.String}.s`;
  const end = await startProviderProxy(lease, address.String, wanted);
  return {
    env: { TF_REATTACH_PROVIDERS: JSON.stringify(first.reattach) },
    end: (signal) => {
      end();
      for (const child of children) child.kill(signal);
    },
  };
}

async function started(child: ChildProcessByStdio<null, Readable, null>): Promise<Started> {
  const reattach = await new Promise<Reattach>((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, value] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(output) ?? [];
      if (value !== undefined) resolve(JSON.parse(value) as Reattach);
    });
    child.on("close", () => {
      reject(new Error(`the provider ended: ${output}`));
    });
  });
  const socket = Object.values(reattach)[0]?.Addr.String ?? "";
  const upstream = connect("http://localhost", { createConnection: () => connectTo(socket) });
  // Tests kill the process; Terraform then sees its calls fail.
  upstream.on("error", () => undefined);
  upstream.unref();
  return { upstream, reattach };
}
