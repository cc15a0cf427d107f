import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

/** Where `terraform init` gets the AWS provider from. */
export interface FoundProvider {
  readonly version: string;
  /** What makes Terraform look there; empty where it does by itself. */
  readonly env: Readonly<Record<string, string>>;
}

const SOURCE = "registry.terraform.io/hashicorp/aws";
/** The range that the stacks ask for. */
const RANGE = { from: [5, 100, 0], to: [6, 25, 0] } as const;
/** What this module writes outlives the process, so that a provider is downloaded once and not by every test. */
const CACHE = resolve(__dirname, "../..", "node_modules", ".cache", "terraform");
/** The provider is a download of about 150 MB. */
const DOWNLOAD_TIMEOUT_MS = 180_000;

/**
 * Looks for the AWS provider: in what the user's own CLI configuration names, in folders on the disk, in the registry.
 * The rules for folders are Terraform's:
 * https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export function findProvider(command: string, platform: string): FoundProvider | undefined {
  const configured = cliConfigFile();
  if (configured !== undefined) {
    const version = tryInit(command, { TF_CLI_CONFIG_FILE: configured });
    if (version !== undefined) return { version, env: { TF_CLI_CONFIG_FILE: configured } };
  }
  const mirrored = bestOf(mirrorFolders(), platform);
  if (mirrored !== undefined) {
    return { version: mirrored.version, env: { TF_CLI_CONFIG_FILE: writeCliConfig(mirrored.folder) } };
  }
  const version = tryInit(command, { TF_CLI_CONFIG_FILE: writeCliConfig(undefined) }, join(CACHE, "providers"));
  if (version === undefined) return undefined;
  const downloaded = bestOf([join(CACHE, "providers")], platform);
  return { version, env: { TF_CLI_CONFIG_FILE: writeCliConfig(downloaded?.folder) } };
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
function mirrorFolders(): (string | undefined)[] {
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
  const cached = [env["TF_PLUGIN_CACHE_DIR"], join(home, ".terraform.d", "plugin-cache"), join(CACHE, "providers")];
  // Images of build machines carry a mirror as one folder somewhere here, under a name of their own.
  const parents = ["/opt", "/usr/local/share", "/usr/local/lib", "/usr/share", "/usr/lib", "/var/lib", "/srv", home];
  return [...own, ...cached, ...parents.flatMap(subfolders)];
}

function subfolders(folder: string): string[] {
  return namesIn(folder).map((name) => join(folder, name));
}

/** The highest version in range that one of these folders holds for this platform, unpacked or packed. */
function bestOf(folders: readonly (string | undefined)[], platform: string) {
  let best: { folder: string; version: string } | undefined;
  for (const folder of folders) {
    if (folder === undefined || folder === "") continue;
    for (const name of namesIn(join(folder, SOURCE))) {
      const packed = new RegExp(`^terraform-provider-aws_(.+)_${platform}\\.zip$`).exec(name)?.[1];
      const version = packed ?? name;
      if (packed === undefined && !existsSync(join(folder, SOURCE, name, platform))) continue;
      if (!inRange(version)) continue;
      if (best === undefined || compare(numbers(version), numbers(best.version)) > 0) best = { folder, version };
    }
  }
  return best;
}

/** A CLI configuration that takes the AWS provider from this folder and everything else from where it usually is. */
function writeCliConfig(mirror: string | undefined): string {
  const source = JSON.stringify([SOURCE]);
  const text =
    mirror === undefined
      ? "provider_installation {\n  direct {}\n}\n"
      : `provider_installation {\n  filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ${source}\n  }\n  direct {\n    exclude = ${source}\n  }\n}\n`;
  const file = join(CACHE, `${createHash("sha256").update(text).digest("hex").slice(0, 12)}.tfrc`);
  if (!isFile(file)) {
    mkdirSync(CACHE, { recursive: true });
    // Test files run side by side and may write this at the same time: a rename is all or nothing.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, file);
  }
  return file;
}

/** The version that `terraform init` chooses with this environment, moving what it downloaded to `keepIn`. */
function tryInit(command: string, env: Record<string, string>, keepIn?: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "terraform-init-"));
  try {
    const range = `>= ${RANGE.from.join(".")}, <= ${RANGE.to.join(".")}`;
    const config = { terraform: { required_providers: { aws: { source: "hashicorp/aws", version: range } } } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(config));
    const { stdout } = spawnSync(command, ["init", "-backend=false", "-input=false", "-no-color"], {
      cwd: folder,
      encoding: "utf8",
      timeout: DOWNLOAD_TIMEOUT_MS,
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        // Without a network, an answer within seconds.
        TF_REGISTRY_CLIENT_TIMEOUT: "5",
        TF_REGISTRY_DISCOVERY_RETRY: "0",
        ...env,
      },
    });
    const version = /Install(?:ed|ing) hashicorp\/aws v([\d.]+)|Using hashicorp\/aws v([\d.]+)/.exec(stdout)?.[1];
    const providers = join(folder, ".terraform", "providers");
    if (version === undefined || !existsSync(join(providers, SOURCE, version))) return undefined;
    if (keepIn !== undefined && !existsSync(keepIn)) keep(providers, keepIn);
    return version;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keep(providers: string, keepIn: string): void {
  try {
    mkdirSync(CACHE, { recursive: true });
    renameSync(providers, keepIn);
  } catch {
    // Another disk, or another process was first: the next run downloads it again, nothing worse.
  }
}

function inRange(version: string): boolean {
  return (
    /^\d+\.\d+\.\d+$/.test(version) &&
    compare(numbers(version), RANGE.from) >= 0 &&
    compare(numbers(version), RANGE.to) <= 0
  );
}

function numbers(version: string): number[] {
  return version.split(".").map(Number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // Not there, not a folder, or not ours to read: nothing to find in it.
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
