import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { writeWhole } from "@pipelines/findings/files";
import { announce } from "./announce";

/**
 * The AWS provider that rehearsals and tests run, whatever newer one a mirror or the registry offers: the local AWS
 * was tried with this one, and from 6.23 on the provider asks for S3 Control, which it does not have.
 */
export const testedProvider = "5.100.0";

/** Where `terraform init` gets the AWS provider from. */
export interface FoundProvider {
  readonly version: string;
  /** What makes Terraform take that version, and know of no other. */
  readonly env: Readonly<Record<string, string>>;
}

const SOURCE = "registry.terraform.io/hashicorp/aws";
/** What this module writes outlives the process, so that a provider is downloaded once and not by every test. */
const CACHE = resolve(__dirname, "../..", "node_modules", ".cache", "terraform");
/** The provider is a download of about 150 MB. */
const DOWNLOAD_TIMEOUT_MS = 180_000;

/**
 * Looks for one version of the AWS provider: in what the user's own CLI configuration names, in folders on the disk,
 * in the registry. Terraform then installs from a mirror that holds this version alone: where others are at hand, it
 * would take the highest that the stacks' range allows. The rules for folders are Terraform's:
 * https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export function findProvider(command: string, platform: string, version: string): FoundProvider | undefined {
  const configured = cliConfigFile();
  const mirror = mirrorFolders().find((folder) => holds(folder, platform, version));
  const configs = [configured, mirror === undefined ? undefined : writeCliConfig(mirror), writeCliConfig(undefined)];
  for (const config of configs.filter((each) => each !== undefined)) {
    const only = join(CACHE, `aws-${version}-${hash(config)}`);
    if (!holds(only, platform, version)) install(command, platform, version, config, only);
    if (holds(only, platform, version)) return { version, env: { TF_CLI_CONFIG_FILE: writeCliConfig(only) } };
  }
  return undefined;
}

/** The user's CLI configuration, where it is a file that exists and says where providers come from. */
function cliConfigFile(): string | undefined {
  const usual =
    process.platform === "win32"
      ? join(process.env["APPDATA"] ?? homedir(), "terraform.rc")
      : join(homedir(), ".terraformrc");
  return [process.env["TF_CLI_CONFIG_FILE"], usual].find((file) => file !== undefined && isFile(file));
}

/** The folders that may hold `registry.terraform.io/hashicorp/aws/…`, those that Terraform itself searches first. */
function mirrorFolders(): string[] {
  const env = process.env;
  const home = homedir();
  const own = [
    join(home, ".terraform.d", "plugins"),
    join(env["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "terraform", "plugins"),
    ...(env["XDG_DATA_DIRS"] ?? ["/usr/local/share", "/usr/share"].join(delimiter))
      .split(delimiter)
      .map((folder) => join(folder, "terraform", "plugins")),
    join(home, "Library", "Application Support", "io.terraform", "plugins"),
    join(env["APPDATA"] ?? home, "terraform.d", "plugins"),
  ];
  const cached = [env["TF_PLUGIN_CACHE_DIR"] ?? "", join(home, ".terraform.d", "plugin-cache")];
  // Images of build machines carry a mirror as one folder somewhere here, under a name of their own.
  const parents = ["/opt", "/usr/local/share", "/usr/local/lib", "/usr/share", "/usr/lib", "/var/lib", "/srv", home];
  return [...own, ...cached, ...parents.flatMap(subfolders)].filter((folder) => folder !== "");
}

function subfolders(folder: string): string[] {
  return namesIn(folder).map((name) => join(folder, name));
}

/** Whether a folder holds a version for this platform, unpacked or packed. A broken link does not count. */
function holds(folder: string, platform: string, version: string): boolean {
  const versions = join(folder, SOURCE);
  const packed = join(versions, `terraform-provider-aws_${version}_${platform}.zip`);
  return existsSync(join(versions, version, platform)) || existsSync(packed);
}

/** A CLI configuration that takes the AWS provider from this folder and everything else from where it usually is. */
function writeCliConfig(mirror: string | undefined): string {
  const source = JSON.stringify([SOURCE]);
  const text =
    mirror === undefined
      ? "provider_installation {\n  direct {}\n}\n"
      : `provider_installation {\n  filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ${source}\n  }\n  direct {\n    exclude = ${source}\n  }\n}\n`;
  const file = join(CACHE, `${hash(text)}.tfrc`);
  if (!isFile(file)) {
    mkdirSync(CACHE, { recursive: true });
    // Test files run side by side and may write this at the same time: a rename is all or nothing.
    writeWhole(file, text);
  }
  return file;
}

/** Has Terraform install a version with this CLI configuration, and keeps what it installed. */
function install(command: string, platform: string, version: string, config: string, keepIn: string): void {
  const folder = mkdtempSync(join(tmpdir(), "terraform-init-"));
  const end = announce(`getting the AWS provider ${version}: a download of about 150 MB, once`);
  try {
    pinProvider(folder, version);
    spawnSync(command, ["init", "-backend=false", "-input=false", "-no-color"], {
      cwd: folder,
      timeout: DOWNLOAD_TIMEOUT_MS,
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        // Without a network, an answer within seconds.
        TF_REGISTRY_CLIENT_TIMEOUT: "5",
        TF_REGISTRY_DISCOVERY_RETRY: "0",
        TF_CLI_CONFIG_FILE: config,
      },
    });
    const providers = join(folder, ".terraform", "providers");
    if (existsSync(join(providers, SOURCE, version))) keep(providers, platform, version, keepIn);
  } finally {
    end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All or nothing, as test files that run side by side look for the provider at the same time. */
function keep(providers: string, platform: string, version: string, keepIn: string): void {
  mkdirSync(CACHE, { recursive: true });
  const drafts = mkdtempSync(`${keepIn}-`);
  const draft = join(drafts, "providers");
  cpSync(providers, draft, { recursive: true, verbatimSymlinks: true });
  try {
    // Broken links to an earlier mirror stand in the way; what another process has just put there does not.
    if (existsSync(keepIn) && !holds(keepIn, platform, version)) renameSync(keepIn, join(drafts, "broken"));
    renameSync(draft, keepIn);
  } catch {
    // Another process was first, and has just put the same there.
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

/**
 * Makes a configuration ask for exactly this version of the AWS provider, by an override file beside it, which
 * replaces the range that it states: https://developer.hashicorp.com/terraform/language/files/override
 */
export function pinProvider(folder: string, version: string): void {
  const required_providers = { aws: { source: "hashicorp/aws", version } };
  writeFileSync(join(folder, "provider_override.tf.json"), JSON.stringify({ terraform: { required_providers } }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // Not there, not a folder, or not ours to read: nothing to find in it.
    return [];
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
