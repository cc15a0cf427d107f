import * as fs from "node:fs";
import * as path from "node:path";
import { App } from "cdktf";
import { LocalAws, startLocalAws } from "../../../tools/rehearsal/aws/local-aws";
import { Ended, environmentFor, run, Terraform } from "../../../tools/rehearsal/terraform";
import { EnvironmentSettings } from "../../../stacks/environment-settings";
import { formatLock } from "../../../versions/lock-file";
import { VersionLock } from "../../../versions/version-lock";
import { place, SynthesizedStack, temporaryFolder, TestEnvironment } from "../../stack";

/** A plan that the real Terraform made, as `terraform show -json` tells it. */
export interface RealPlan {
  readonly file: string;
  /** The configuration that it was made of. */
  readonly config: string;
  /** The plan in Terraform's own format. */
  readonly binary: string;
}

/**
 * One environment in a local AWS, changed and planned by the real Terraform. The configuration is the stack's own;
 * an override file beside it keeps the state in the same folder.
 */
export class RealEnvironment {
  public static async start(terraform: Terraform): Promise<RealEnvironment> {
    const aws = await startLocalAws({ accountId: place.account, speed: 5_000 });
    return new RealEnvironment(terraform, aws);
  }

  private readonly folder = temporaryFolder();
  private readonly lock = path.join(this.folder, "image-versions.lock");
  private plans = 0;

  private constructor(
    private readonly terraform: Terraform,
    private readonly aws: LocalAws,
  ) {}

  /** Makes these settings real and answers with the plan that did it. */
  public async apply(settings: Partial<EnvironmentSettings>): Promise<RealPlan> {
    const plan = await this.plan(settings, { keepVersions: true });
    await this.must("apply", "-input=false", "-no-color", plan.binary);
    return plan;
  }

  /** Plans these settings against what is there. */
  public async plan(
    settings: Partial<EnvironmentSettings>,
    { keepVersions = false, args = [] }: { keepVersions?: boolean; args?: readonly string[] } = {},
  ): Promise<RealPlan> {
    const lock = path.join(temporaryFolder(), "image-versions.lock");
    fs.writeFileSync(lock, fs.existsSync(this.lock) ? fs.readFileSync(this.lock) : formatLock(new Map()));
    const versions = VersionLock.open(lock, { frozen: false });
    const app = new App({ stackTraces: false, skipValidation: true, outdir: temporaryFolder() });
    const stack = new SynthesizedStack(new TestEnvironment(app, settings, versions));
    versions.write();
    if (keepVersions) fs.copyFileSync(lock, this.lock);
    fs.writeFileSync(path.join(this.folder, "cdk.tf.json"), stack.text);
    return this.planned(args);
  }

  /** Plans the destruction of everything. */
  public async planDestroy(): Promise<RealPlan> {
    return this.planned(["-destroy"]);
  }

  public close(): Promise<void> {
    return this.aws.close();
  }

  private async planned(args: readonly string[]): Promise<RealPlan> {
    if (this.plans === 0) {
      const backend = { terraform: { backend: { local: {} } } };
      fs.writeFileSync(path.join(this.folder, "override.tf.json"), JSON.stringify(backend));
      await this.must("init", "-input=false", "-no-color");
    }
    const name = path.join(this.folder, `plan-${this.plans++}`);
    const config = `${name}.tf.json.txt`;
    fs.copyFileSync(path.join(this.folder, "cdk.tf.json"), config);
    await this.must("plan", "-input=false", "-no-color", `-out=${name}.tfplan`, ...args);
    const shown = await this.must("show", "-json", `${name}.tfplan`);
    fs.writeFileSync(`${name}.json`, shown.stdout);
    return { file: `${name}.json`, config, binary: `${name}.tfplan` };
  }

  private async must(...args: readonly string[]): Promise<Ended> {
    const env = environmentFor(this.terraform, this.aws.endpoint);
    const ended = await run(this.terraform.command, args, { cwd: this.folder, env });
    if (ended.code !== 0) throw new Error(`terraform ${args.join(" ")}:\n${ended.output}`);
    return ended;
  }
}
