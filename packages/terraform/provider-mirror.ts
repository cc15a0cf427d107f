import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { writeWhole } from "@pipelines/findings/files";
import { announced } from "./announce";

/**
 * The AWS provider that rehearsals and tests run, even if a mirror or the registry has a newer one: local AWS was
 * tested with it, and since 6.23 the provider calls S3 Control, which local AWS does not have.
 */
export const testedProvider = "5.100.0";

/** Where providers may be on a machine. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  /** The folder that contains `opt` and `usr`. */
  readonly root: string;
  /** Outlives the process, so that a provider is downloaded once and not again for every test. */
  readonly cache: string;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  const cache = path.resolve(__dirname, "../../node_modules/.cache/terraform");
  return { env: process.env, home: os.homedir(), root: path.parse(cache).root, cache };
}

/** The Terraform that installs a provider. */
export interface Installer {
  readonly command: string;
  readonly platform: string;
  /** The complete environment of its process. */
  readonly env: Readonly<Record<string, string>>;
}

const providerSource = "registry.terraform.io/hashicorp/aws";

/**
 * Finds one version of the AWS provider: in a folder on disk, or else where Terraform itself looks for it, which may be
 * the registry. Terraform then installs from a mirror with only this version: otherwise it would choose the highest
 * version that the stacks' range allows.
 *
 * @returns the CLI configuration file that makes Terraform use that version and see no other
 */
export function findProvider(terraform: Installer, version: string, machine: Machine): string | undefined {
  const kept = path.join(machine.cache, `aws-${version}`);
  if (!holds(kept, terraform.platform, version)) install(terraform, version, machine, kept);
  if (!holds(kept, terraform.platform, version)) return undefined;
  const config = `${kept}.tfrc`;
  // Copies of this project share the cache through a link that is deleted with the copy.
  const text = cliConfig(fs.realpathSync(kept));
  // The cache may be read-only.
  if (!fs.existsSync(config) || fs.readFileSync(config, "utf8") !== text) writeWhole(config, text);
  return config;
}

/** Returns folders that may contain `registry.terraform.io/hashicorp/aws/…`. */
export function mirrorFolders({ env, home, root }: Omit<Machine, "cache">): string[] {
  const cache = env["TF_PLUGIN_CACHE_DIR"];
  // CI runner images have a mirror in a folder somewhere here, under any name.
  const places = ["opt", "usr/local/share", "usr/local/lib", "usr/share", "usr/lib", "var/lib", "srv"];
  const parents = [path.join(home, ".terraform.d"), home, ...places.map((place) => path.join(root, place))];
  return [...(cache === undefined ? [] : [cache]), ...parents.flatMap(subfolders)];
}

function subfolders(folder: string): string[] {
  try {
    return fs.readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    // The folder does not exist, is not a folder, or cannot be read, so it contains nothing.
    return [];
  }
}

/** Reports whether a folder has a version for this platform, unpacked or zipped. A broken link does not count. */
function holds(folder: string, platform: string, version: string): boolean {
  const versions = path.join(folder, providerSource);
  const packed = path.join(versions, `terraform-provider-aws_${version}_${platform}.zip`);
  return fs.existsSync(path.join(versions, version, platform)) || fs.existsSync(packed);
}

/** Returns a CLI configuration that gets the AWS provider from this folder and everything else from the usual source. */
function cliConfig(mirror: string): string {
  const source = JSON.stringify([providerSource]);
  return `provider_installation {\n  filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ${source}\n  }\n  direct {\n    exclude = ${source}\n  }\n}\n`;
}

/**
 * Makes Terraform install a version, and stores what it installed. The folder appears complete or not at all, because
 * test files that run in parallel look for the provider at the same time.
 */
function install({ command, platform, env }: Installer, version: string, machine: Machine, kept: string): void {
  fs.mkdirSync(machine.cache, { recursive: true });
  const cwd = fs.mkdtempSync(`${kept}-`);
  try {
    pinProvider(cwd, version);
    const mirror = mirrorFolders(machine).find((folder) => holds(folder, platform, version));
    if (mirror === undefined) {
      const what = `getting AWS provider ${version}: a one-time download of about 150 MB`;
      announced(what, 9_000, () => spawnSync(command, ["init"], { cwd, env }));
    } else {
      const config = path.join(cwd, "mirror.tfrc");
      fs.writeFileSync(config, cliConfig(mirror));
      spawnSync(command, ["init"], { cwd, env: { ...env, TF_CLI_CONFIG_FILE: config } });
    }
    const installed = path.join(cwd, ".terraform", "providers");
    if (!holds(installed, platform, version)) return;
    try {
      fs.renameSync(installed, kept);
    } catch {
      // Another process has just created the same folder, or the folder has broken links to an earlier mirror.
      if (holds(kept, platform, version)) return;
      fs.rmSync(kept, { recursive: true });
      fs.renameSync(installed, kept);
    }
  } finally {
    fs.rmSync(cwd, { recursive: true });
  }
}

/**
 * Pins a config to exactly this version of the AWS provider, with an override file next to it that replaces the
 * config's range: https://developer.hashicorp.com/terraform/language/files/override
 */
export function pinProvider(folder: string, version: string): void {
  const file = path.join(folder, "provider_override.tf.json");
  fs.writeFileSync(file, JSON.stringify({ terraform: { required_providers: { aws: { version } } } }));
}
