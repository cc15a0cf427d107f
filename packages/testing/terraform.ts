import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { Deployment } from "@pipelines/rehearsal/deployment";
import { findTerraform, type Terraform } from "@pipelines/terraform/terraform";
import { type ProviderProcess, startProvider } from "@pipelines/rehearsal/provider-process";
import type { Target } from "@pipelines/rehearsal/workspace";
import { temporaryFolder } from "./temporary-folder";

/** Terraform may take as long as it needs; this only stops a run that hangs. */
const hangingMs = 600_000;

/**
 * A `describe` for tests that need the real Terraform. If Terraform or its AWS provider is missing, the tests are
 * skipped with a message about what to install.
 */
export function describeWithTerraform(name: string, tests: (terraform: Terraform) => void): void {
  const found = findTerraform();
  if ("missing" in found) {
    skip(name, found.missing, () => {
      tests({ command: "terraform", version: "", provider: "", env: {} });
    });
    return;
  }
  jest.setTimeout(hangingMs);
  describe(name, () => {
    tests(found);
  });
}

/** The same for tests that need Terraform, but not its AWS provider. */
export function describeWithCommand(
  name: string,
  tests: (terraform: Readonly<Record<"command" | "version" | "platform", string>>) => void,
): void {
  const command = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  const { status, stdout } = spawnSync(command, ["version", "-json"], { encoding: "utf8" });
  const answer = status === 0 ? stdout : "{}";
  const { terraform_version: version = "", platform = "" } = JSON.parse(answer) as Readonly<Record<string, string>>;
  const all = (): void => {
    tests({ command, version, platform });
  };
  if (version === "") skip(name, `Terraform was not found (${command}).`, all);
  else describe(name, all);
}

/** Skips tests on a machine that cannot run them, and says what is missing. */
function skip(name: string, missing: string, tests: () => void): void {
  process.stderr.write(`\nSKIPPED: ${name}\n  ${missing}\n\n`);
  describe.skip(name, tests);
}

/** The part of a plan's `terraform show -json` output that tests read. */
export interface PlanJson {
  readonly variables?: unknown;
  readonly output_changes?: unknown;
  /** What Terraform has read before it planned. */
  readonly prior_state?: {
    readonly values: {
      readonly root_module: {
        readonly resources: readonly {
          readonly address: string;
          readonly type: string;
          readonly values: Readonly<Record<string, unknown>>;
        }[];
      };
    };
  };
  readonly resource_changes: readonly {
    readonly address: string;
    readonly type: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Readonly<Record<string, unknown>> | null;
      readonly after: Readonly<Record<string, unknown>> | null;
      /** The attributes that force a replacement. */
      readonly replace_paths?: readonly (readonly unknown[])[];
    };
  }[];
}

/** The real Terraform in a test's folder, for commands that must succeed and for plans. */
export class TerraformFolder extends Deployment {
  public constructor(target: Target, folder = temporaryFolder()) {
    super(folder, target);
  }

  /** Creates a folder with an unmodified config and its state in a file next to it; backends have their own tests. */
  public static withConfig(target: Target, config: string): TerraformFolder {
    const terraform = new TerraformFolder(target);
    terraform.write(config);
    terraform.keepStateHere();
    return terraform;
  }

  public write(config: string): void {
    fs.writeFileSync(path.join(this.folder, "cdk.tf.json"), config);
  }

  public keepStateHere(): void {
    fs.writeFileSync(path.join(this.folder, "backend_override.tf.json"), localBackend);
  }

  /**
   * Prepares a {@link keepStateHere} folder as `terraform init` would; the real `terraform init` runs once per test
   * file.
   */
  public async prepare(): Promise<this> {
    const initialised = await initialisedFolder(this.target);
    fs.mkdirSync(path.join(this.folder, ".terraform"));
    fs.copyFileSync(path.join(initialised, lock), path.join(this.folder, lock));
    const backend = path.join(".terraform", "terraform.tfstate");
    fs.copyFileSync(path.join(initialised, backend), path.join(this.folder, backend));
    // A downloaded provider takes up 600 MB.
    const providers = path.join(".terraform", "providers");
    fs.symlinkSync(path.join(initialised, providers), path.join(this.folder, providers), "junction");
    return this;
  }

  /** Runs a command that must succeed, and returns its standard output. */
  public async succeed(...args: string[]): Promise<string> {
    const { code, output, stdout } = await this.terraform(args);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")} ended with ${String(code)}:\n${output}`);
    return stdout;
  }

  public async plan(...args: string[]): Promise<PlanJson> {
    await this.succeed("plan", "-out=plan.bin", ...args);
    return JSON.parse(await this.succeed("show", "-json", "plan.bin")) as PlanJson;
  }
}

const localBackend = JSON.stringify({ terraform: { backend: { local: { path: "terraform.tfstate" } } } });
const lock = ".terraform.lock.hcl";

let initialised: Promise<string> | undefined;

function initialisedFolder(target: Target): Promise<string> {
  const init = async () => {
    const aws = { source: "hashicorp/aws", version: target.terraform.provider };
    const config = JSON.stringify({ terraform: { required_providers: { aws } } });
    const folder = TerraformFolder.withConfig(target, config);
    await folder.succeed("init", "-input=false");
    return folder.folder;
  };
  return (initialised ??= init());
}

const providers: ProviderProcess[] = [];
afterAll(() => {
  for (const provider of providers.splice(0)) provider.end();
});

/**
 * Returns the same target, but its Terraform commands share one AWS provider process instead of starting three each,
 * which saves four fifths of their time. That process has this target's account and endpoint, and ends with the test
 * file.
 *
 * @param wanted see {@link startProvider}
 */
export async function withOneProvider(target: Target, wanted?: (type: string) => boolean): Promise<Target> {
  const provider = await startProvider(target, await initialisedFolder(target), wanted);
  providers.push(provider);
  return { ...target, terraform: { ...target.terraform, env: { ...target.terraform.env, ...provider.env } } };
}
