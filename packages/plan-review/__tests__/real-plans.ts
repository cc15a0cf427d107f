import * as fs from "node:fs";
import * as path from "node:path";
import { App, TerraformStack } from "cdktf";
import { AccountStack } from "../../../stacks/account/account-stack";
import type { TrustSettings } from "../../../stacks/account/trust-settings";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import type { Terraform } from "@pipelines/terraform/terraform";
import type { EnvironmentSettings } from "../../../stacks/environment/environment-settings";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { place, SynthesizedStack, testApp, TestEnvironment } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";

/** A plan made by the real Terraform, as printed by `terraform show -json`. */
export interface RealPlan {
  readonly file: string;
  /** The configuration from which it was made. */
  readonly config: string;
  /** The plan in Terraform's own format. */
  readonly binary: string;
}

/**
 * One environment in a local AWS, changed and planned by the real Terraform. The configuration is the stack's own; an
 * override file next to it keeps the state in the same folder.
 */
export class RealEnvironment {
  /** @param neighbour another stack in the environment, which AWS already has */
  public static async start(
    terraform: Terraform,
    stack: string = place.environment,
    neighbour?: RealEnvironment,
  ): Promise<RealEnvironment> {
    const aws = neighbour?.aws ?? (await startLocalAws({ speed: 5_000 }));
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: place.account });
    const folder = new TerraformFolder(target);
    folder.keepStateHere();
    return new RealEnvironment(await folder.prepare(), aws, stack);
  }

  private readonly lock: string;
  private plans = 0;

  private constructor(
    private readonly terraform: TerraformFolder,
    private readonly aws: LocalAws,
    private readonly stack: string,
  ) {
    this.lock = path.join(terraform.folder, "image-versions.lock");
  }

  /** Applies these settings, and returns the plan that was applied. */
  public async apply(settings: Partial<EnvironmentSettings>): Promise<RealPlan> {
    const plan = await this.plan(settings, { keepVersions: true });
    await this.terraform.succeed("apply", plan.binary);
    return plan;
  }

  /** Plans these settings against what exists. */
  public async plan(
    settings: Partial<EnvironmentSettings>,
    { keepVersions = false, args = [] }: { keepVersions?: boolean; args?: readonly string[] } = {},
  ): Promise<RealPlan> {
    const lock = path.join(temporaryFolder(), "image-versions.lock");
    if (fs.existsSync(this.lock)) fs.copyFileSync(this.lock, lock);
    const versions = VersionLock.open(lock, { frozen: false });
    const app = new App({ stackTraces: false, skipValidation: true, outdir: temporaryFolder() });
    new TestEnvironment(app, settings, versions);
    const found = app.node.findChild(this.stack);
    if (!TerraformStack.isStack(found)) throw new Error(`${this.stack} is not a stack`);
    const stack = new SynthesizedStack(found);
    versions.write();
    if (keepVersions) fs.copyFileSync(lock, this.lock);
    this.terraform.write(stack.text);
    return this.planned(args);
  }

  /** Plans to destroy everything. */
  public async planDestroy(): Promise<RealPlan> {
    return this.planned(["-destroy"]);
  }

  public close(): Promise<void> {
    return this.aws.close();
  }

  private async planned(args: readonly string[]): Promise<RealPlan> {
    const name = path.join(this.terraform.folder, `plan-${this.plans++}`);
    const config = `${name}.tf.json.txt`;
    fs.copyFileSync(path.join(this.terraform.folder, "cdk.tf.json"), config);
    await this.terraform.succeed("plan", `-out=${name}.tfplan`, ...args);
    fs.writeFileSync(`${name}.json`, await this.terraform.succeed("show", "-json", `${name}.tfplan`));
    return { file: `${name}.json`, config, binary: `${name}.tfplan` };
  }
}

/** The account's stack with roles for environments, in a local AWS. */
export class RealAccount {
  public static async start(terraform: Terraform, github: TrustSettings["github"]): Promise<RealAccount> {
    const aws = await startLocalAws({ speed: 5_000 });
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: place.account });
    const folder = new TerraformFolder(target);
    folder.keepStateHere();
    return new RealAccount(await folder.prepare(), aws, github);
  }

  private constructor(
    private readonly terraform: TerraformFolder,
    private readonly aws: LocalAws,
    private readonly github: TrustSettings["github"],
  ) {}

  /** Creates the account resources that environments with these settings need. */
  public async apply(...environments: readonly Partial<EnvironmentSettings>[]): Promise<void> {
    this.write(environments);
    await this.terraform.succeed("apply", "-auto-approve");
  }

  /** Returns the JSON file of a plan that creates the account resources that environments with these settings need. */
  public async plan(...environments: readonly Partial<EnvironmentSettings>[]): Promise<string> {
    this.write(environments);
    await this.terraform.succeed("plan", "-out=plan.tfplan");
    const file = path.join(this.terraform.folder, "plan.json");
    fs.writeFileSync(file, await this.terraform.succeed("show", "-json", "plan.tfplan"));
    return file;
  }

  public close(): Promise<void> {
    return this.aws.close();
  }

  private write(environments: readonly Partial<EnvironmentSettings>[]): void {
    const app = testApp();
    for (const settings of environments) new TestEnvironment(app, settings);
    AccountStack.forEnvironmentsOf(app, { github: this.github });
    const stack = app.node.children.find((each) => each instanceof AccountStack);
    if (stack === undefined) throw new Error("there is no account stack");
    this.terraform.write(new SynthesizedStack(stack).text);
  }
}
