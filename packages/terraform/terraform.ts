import { spawn, spawnSync } from "node:child_process";
import * as os from "node:os";
import { findProvider, type Machine, testedProvider, thisMachine } from "./provider-mirror";

/** A Terraform installation that can run this project's stacks without an AWS account, and what its processes need. */
export interface Terraform {
  /** The command: `TERRAFORM_BINARY_NAME` if set, as for the CDKTF CLI, otherwise `terraform`. */
  readonly command: string;
  /** Version of Terraform itself, such as "1.11.4". */
  readonly version: string;
  /** Version of the AWS provider that `terraform init` installs, such as "5.100.0". */
  readonly provider: string;
  /** Variables to add to the environment of every Terraform or CDKTF process. */
  readonly env: Readonly<Record<string, string>>;
}

/** Tells the user what is missing, and how to get it. */
export interface MissingTerraform {
  readonly missing: string;
}

const install = "Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install";

/** Finds Terraform and a source for its AWS provider, using the network only as a last resort. */
export function findTerraform(
  providerVersion = testedProvider,
  machine: Machine = thisMachine(),
): Terraform | MissingTerraform {
  const command = machine.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  const quiet = { CHECKPOINT_DISABLE: "1" };
  const env = { ...inheritedEnvironment(machine.env), ...quiet };
  const { stdout } = spawnSync(command, ["version", "-json"], { encoding: "utf8", env });
  const [, version] = /"terraform_version":\s*"([^"]+)"/.exec(stdout) ?? [];
  const [, platform] = /"platform":\s*"([^"]+)"/.exec(stdout) ?? [];
  if (version === undefined || platform === undefined) {
    return { missing: `Terraform was not found (${command}). ${install}` };
  }
  const [major = 0, minor = 0] = version.split(".").map(Number);
  // The S3 backend's native lock (`use_lockfile`) was introduced in 1.10.
  if (major < 1 || (major === 1 && minor < 10)) return { missing: `Terraform ${version} is too old. ${install}` };
  const config = findProvider({ command, platform, env }, providerVersion, machine);
  if (config === undefined) {
    return {
      missing:
        `AWS provider ${providerVersion} (hashicorp/aws) was not found: no mirror on this disk has it, and the ` +
        "registry does not respond. Connect to the network once, or put a copy where Terraform looks for one " +
        "(`terraform providers mirror ~/.terraform.d/plugins` on a connected machine): " +
        "https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation",
    };
  }
  return { command, version, provider: providerVersion, env: { ...quiet, TF_CLI_CONFIG_FILE: config } };
}

/**
 * Returns the complete environment for a Terraform or CDKTF process that talks only to the AWS at this endpoint: it
 * contains no credentials or profile for the real AWS.
 */
export function environmentFor(terraform: Terraform, endpoint: string): Record<string, string> {
  return {
    // Terraform and the provider are Go programs. Less frequent garbage collection than the default saves a fifth of
    // the processor time, at the cost of 100 MB.
    GOGC: "400",
    ...inheritedEnvironment(),
    ...terraform.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    // The user's profile could set keys, roles or endpoints.
    AWS_CONFIG_FILE: os.devNull,
    AWS_SHARED_CREDENTIALS_FILE: os.devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    // The provider may come from this very cache, and Terraform cannot install a folder into itself.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
  };
}

/**
 * Returns the user's environment without AWS settings and without anything else that changes what Terraform or a synth
 * does.
 */
export function inheritedEnvironment(environment = process.env): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (
      value === undefined ||
      /^(AWS_|npm_config_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE$|TF_DATA_DIR$|TF_PLUGIN_CACHE_DIR$|TF_LOG)/.test(name)
    )
      continue;
    kept[name] = value;
  }
  return kept;
}

/** Result of a process. */
export interface Ended {
  /** Exit code; null if the process was ended by a signal. */
  readonly code: number | null;
  /** Standard output and standard error, in the order in which they arrived. */
  readonly output: string;
  /** Standard output alone, for parsing. */
  readonly stdout: string;
}

/** Options for running a process. */
export interface RunOptions {
  readonly cwd: string;
  /** The complete environment, see {@link environmentFor}. */
  readonly env: Readonly<Record<string, string>>;
  /** Kills the process and all its children (including the provider) immediately, like a power failure. */
  readonly kill?: AbortSignal;
  /** Kills the process but not its children. */
  readonly killAlone?: AbortSignal;
  /** Asks the process to end, as Ctrl-C does; it may finish what it is doing. */
  readonly interrupt?: AbortSignal;
  /** Receives every piece of output as it arrives. */
  readonly onOutput?: (text: string) => void;
}

/** Runs Terraform (or another command) until it ends. Never throws, whatever the exit code. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // A separate process group (not on Windows, which has none), because a killed Terraform leaves its provider
    // running.
    const grouped = process.platform !== "win32";
    const { cwd, env } = options;
    const child = spawn(command, args, { cwd, env, detached: grouped, stdio: ["ignore", "pipe", "pipe"] });
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
      if (child.pid === undefined) return;
      try {
        process.kill(grouped ? -child.pid : child.pid, "SIGKILL");
      } catch {
        // All of them have just ended.
      }
    };
    const ended = new AbortController();
    for (const [signal, act] of [
      [options.kill, kill],
      [options.killAlone, () => child.kill("SIGKILL")],
      [options.interrupt, () => child.kill("SIGINT")],
    ] as const) {
      if (signal?.aborted === true) act();
      else signal?.addEventListener("abort", act, { signal: ended.signal });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      ended.abort();
      resolve({ code, output, stdout });
    });
  });
}
