import { spawn, spawnSync } from "node:child_process";
import * as os from "node:os";
import { findProvider, testedProvider } from "./provider-mirror";

/** A Terraform that can run this project's stacks without an AWS account, and what its processes need. */
export interface Terraform {
  /** The command: `TERRAFORM_BINARY_NAME` if set, like the CDKTF CLI, otherwise `terraform`. */
  readonly command: string;
  /** Version of Terraform itself, such as "1.11.4". */
  readonly version: string;
  /** Version of the AWS provider that `terraform init` installs, such as "5.100.0". */
  readonly provider: string;
  /** What to add to the environment of every Terraform or CDKTF process. */
  readonly env: Readonly<Record<string, string>>;
}

/** What is missing, and how to get it: a message for the user. */
export interface MissingTerraform {
  readonly missing: string;
}

/** The S3 backend's native lock (`use_lockfile`) came with 1.10. */
const oldestTerraform = [1, 10];

/** Finds Terraform and a source for its AWS provider, with the network as the last resort. */
export function findTerraform(providerVersion = testedProvider): Terraform | MissingTerraform {
  const command = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  const answer = spawnSync(command, ["version", "-json"], {
    encoding: "utf8",
    env: { ...inheritedEnvironment(), CHECKPOINT_DISABLE: "1" },
  });
  const [, version] = /"terraform_version":\s*"([^"]+)"/.exec(answer.stdout) ?? [];
  const [, platform] = /"platform":\s*"([^"]+)"/.exec(answer.stdout) ?? [];
  if (version === undefined || platform === undefined) {
    return {
      missing: `Terraform was not found (${command}). Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install`,
    };
  }
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestTerraform;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return {
      missing: `Terraform ${version} is too old. Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install`,
    };
  }
  const provider = findProvider(command, platform, providerVersion);
  if (provider === undefined) {
    return {
      missing:
        `The AWS provider ${providerVersion} (hashicorp/aws) was not found: no mirror on this disk has it, and the ` +
        "registry does not answer. Connect to the network once, or put a copy where Terraform looks for one " +
        "(`terraform providers mirror ~/.terraform.d/plugins` on a connected machine): " +
        "https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation",
    };
  }
  return { command, version, provider: provider.version, env: { CHECKPOINT_DISABLE: "1", ...provider.env } };
}

/**
 * The complete environment for a Terraform or CDKTF process that talks only to the AWS at this endpoint: it contains no
 * credentials or profile for the real AWS.
 */
export function environmentFor(terraform: Terraform, endpoint: string): Record<string, string> {
  return {
    // Terraform and the provider are Go programs. Collecting garbage less often than by default saves a fifth of the
    // processor time for 100 MB.
    GOGC: "400",
    ...inheritedEnvironment(),
    ...terraform.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    // A profile of the user could name keys, roles or endpoints.
    AWS_CONFIG_FILE: os.devNull,
    AWS_SHARED_CREDENTIALS_FILE: os.devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    // The provider may come from that very cache, and Terraform cannot install a folder into itself.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
  };
}

/** The user's environment, without AWS settings and without anything that changes what Terraform or a synth does. */
export function inheritedEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (
      value === undefined ||
      /^(AWS_|npm_config_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE$|TF_DATA_DIR$|TF_PLUGIN_CACHE_DIR$|TF_LOG)/.test(name)
    )
      continue;
    kept[name] = value;
  }
  return kept;
}

/** How a process ended. */
export interface Ended {
  /** Exit code; null if a signal ended it. */
  readonly code: number | null;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
  /** Standard output alone, for what is to be parsed. */
  readonly stdout: string;
}

/** How to run it. */
export interface RunOptions {
  readonly cwd: string;
  /** The complete environment, see {@link environmentFor}. */
  readonly env: Readonly<Record<string, string>>;
  /** Kills the process and all its children (the provider is one) at once, like a power cut. */
  readonly kill?: AbortSignal;
  /** Kills the process and leaves its children. */
  readonly killAlone?: AbortSignal;
  /** Asks the process to end, as Ctrl-C does; it may finish what it is doing. */
  readonly interrupt?: AbortSignal;
  /** Receives every piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
}

/** Runs Terraform (or another command) to its end. Never throws for an exit code. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // Its own process group (not on Windows, which has none): a killed Terraform leaves its provider running.
    const grouped = process.platform !== "win32";
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      detached: grouped,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let stdout = "";
    const receive = (text: string) => {
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      receive(text);
    });
    child.stderr.setEncoding("utf8").on("data", receive);
    const kill = () => {
      if (child.pid === undefined || child.exitCode !== null) return;
      if (grouped) process.kill(-child.pid, "SIGKILL");
      else child.kill("SIGKILL");
    };
    if (options.kill?.aborted === true) kill();
    else options.kill?.addEventListener("abort", kill, { once: true });
    const killAlone = () => child.kill("SIGKILL");
    options.killAlone?.addEventListener("abort", killAlone, { once: true });
    const interrupt = () => child.kill("SIGINT");
    options.interrupt?.addEventListener("abort", interrupt, { once: true });
    child.on("error", reject);
    child.on("close", (code) => {
      options.kill?.removeEventListener("abort", kill);
      options.killAlone?.removeEventListener("abort", killAlone);
      options.interrupt?.removeEventListener("abort", interrupt);
      resolve({ code, output, stdout });
    });
  });
}
