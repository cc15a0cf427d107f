import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { writeWhole } from "@pipelines/findings/files";
import { announce } from "./announce";

/**
 * The AWS provider that rehearsals and tests run, even if a mirror or the registry has a newer one: local AWS was
 * tested with it, and since 6.23 the provider calls S3 Control, which local AWS does not have.
 */
export const testedProvider = "5.100.0";

/** Where `terraform init` gets the AWS provider from. */
export interface FoundProvider {
  readonly version: string;
  /** Environment variables that make Terraform use that version and see no other. */
  readonly env: Readonly<Record<string, string>>;
}

const providerSource = "registry.terraform.io/hashicorp/aws";
/** Files that outlive the process, so that a provider is downloaded once and not again for every test. */
const cache = path.resolve(__dirname, "../..", "node_modules", ".cache", "terraform");
/** Installing the provider may mean downloading about 150 MB. */
const downloadTimeoutMs = 180_000;

/**
 * Finds one version of the AWS provider: in the sources from the user's own CLI configuration, in folders on disk, or
 * in the registry. Terraform then installs from a mirror with only this version: otherwise it would choose the highest
 * version that the stacks' range allows. The rules for folders are Terraform's:
 * https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export function findProvider(command: string, platform: string, version: string): FoundProvider | undefined {
  const configured = cliConfigFile();
  const mirror = mirrorFolders().find((folder) => holds(folder, platform, version));
  const configs = [configured, mirror === undefined ? undefined : writeCliConfig(mirror), writeCliConfig(undefined)];
  for (const config of configs.filter((each) => each !== undefined)) {
    const only = path.join(cache, `aws-${version}-${hash(config)}`);
    if (!holds(only, platform, version)) install(command, platform, version, config, only);
    if (holds(only, platform, version)) return { version, env: { TF_CLI_CONFIG_FILE: writeCliConfig(only) } };
  }
  return undefined;
}

/** Returns the user's CLI configuration, if it is an existing file with provider sources. */
function cliConfigFile(): string | undefined {
  const usual =
    process.platform === "win32"
      ? path.join(process.env["APPDATA"] ?? os.homedir(), "terraform.rc")
      : path.join(os.homedir(), ".terraformrc");
  return [process.env["TF_CLI_CONFIG_FILE"], usual].find((file) => file !== undefined && isFile(file));
}

/**
 * Returns folders that may contain `registry.terraform.io/hashicorp/aws/…`, beginning with those that Terraform itself
 * searches.
 */
function mirrorFolders(): string[] {
  const env = process.env;
  const home = os.homedir();
  const own = [
    path.join(home, ".terraform.d", "plugins"),
    path.join(env["XDG_DATA_HOME"] ?? path.join(home, ".local", "share"), "terraform", "plugins"),
    ...(env["XDG_DATA_DIRS"] ?? ["/usr/local/share", "/usr/share"].join(path.delimiter))
      .split(path.delimiter)
      .map((folder) => path.join(folder, "terraform", "plugins")),
    path.join(home, "Library", "Application Support", "io.terraform", "plugins"),
    path.join(env["APPDATA"] ?? home, "terraform.d", "plugins"),
  ];
  const cached = [env["TF_PLUGIN_CACHE_DIR"] ?? "", path.join(home, ".terraform.d", "plugin-cache")];
  // CI runner images have a mirror in a folder somewhere here, under any name.
  const parents = ["/opt", "/usr/local/share", "/usr/local/lib", "/usr/share", "/usr/lib", "/var/lib", "/srv", home];
  return [...own, ...cached, ...parents.flatMap(subfolders)].filter((folder) => folder !== "");
}

function subfolders(folder: string): string[] {
  return namesIn(folder).map((name) => path.join(folder, name));
}

/** Reports whether a folder has a version for this platform, unpacked or zipped. A broken link does not count. */
function holds(folder: string, platform: string, version: string): boolean {
  const versions = path.join(folder, providerSource);
  const packed = path.join(versions, `terraform-provider-aws_${version}_${platform}.zip`);
  return fs.existsSync(path.join(versions, version, platform)) || fs.existsSync(packed);
}

/** Writes a CLI configuration that gets the AWS provider from this folder and everything else from the usual source. */
function writeCliConfig(mirror: string | undefined): string {
  const source = JSON.stringify([providerSource]);
  const text =
    mirror === undefined
      ? "provider_installation {\n  direct {}\n}\n"
      : `provider_installation {\n  filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ${source}\n  }\n  direct {\n    exclude = ${source}\n  }\n}\n`;
  const file = path.join(cache, `${hash(text)}.tfrc`);
  if (!isFile(file)) {
    fs.mkdirSync(cache, { recursive: true });
    // Test files run in parallel and may write this file at the same time: a rename either happens completely or not at
    // all.
    writeWhole(file, text);
  }
  return file;
}

/** Makes Terraform install a version with this CLI configuration, and stores what it installed. */
function install(command: string, platform: string, version: string, config: string, keepIn: string): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "terraform-init-"));
  const end = announce(`getting AWS provider ${version}: a one-time download of about 150 MB`);
  try {
    pinProvider(folder, version);
    spawnSync(command, ["init", "-backend=false", "-input=false", "-no-color"], {
      cwd: folder,
      timeout: downloadTimeoutMs,
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        // Without a network, this fails within seconds.
        TF_REGISTRY_CLIENT_TIMEOUT: "5",
        TF_REGISTRY_DISCOVERY_RETRY: "0",
        TF_CLI_CONFIG_FILE: config,
        // The mirror may be this very cache, and Terraform cannot install a folder into itself.
        TF_PLUGIN_CACHE_DIR: undefined,
      },
    });
    const providers = path.join(folder, ".terraform", "providers");
    if (fs.existsSync(path.join(providers, providerSource, version))) keep(providers, platform, version, keepIn);
  } finally {
    end();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The folder must appear complete or not at all, because test files that run in parallel look for the provider at the
 * same time.
 */
function keep(providers: string, platform: string, version: string, keepIn: string): void {
  fs.mkdirSync(cache, { recursive: true });
  const drafts = fs.mkdtempSync(`${keepIn}-`);
  const draft = path.join(drafts, "providers");
  fs.cpSync(providers, draft, { recursive: true, verbatimSymlinks: true });
  try {
    // Broken links to an earlier mirror must be moved out of the way; a folder that another process has just created
    // must not.
    if (fs.existsSync(keepIn) && !holds(keepIn, platform, version)) fs.renameSync(keepIn, path.join(drafts, "broken"));
    fs.renameSync(draft, keepIn);
  } catch {
    // Another process was first, and has just created the same.
  } finally {
    fs.rmSync(drafts, { recursive: true, force: true });
  }
}

/**
 * Pins a config to exactly this version of the AWS provider, with an override file next to it that replaces the
 * config's range: https://developer.hashicorp.com/terraform/language/files/override
 */
export function pinProvider(folder: string, version: string): void {
  const required_providers = { aws: { source: "hashicorp/aws", version } };
  fs.writeFileSync(
    path.join(folder, "provider_override.tf.json"),
    JSON.stringify({ terraform: { required_providers } }),
  );
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    // The folder does not exist, is not a folder, or cannot be read, so it contains nothing.
    return [];
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function isFile(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
