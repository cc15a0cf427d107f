import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { environmentFor, run, type Ended, type Terraform } from "../../tools/rehearsal/terraform";
import { temporaryFolder } from "../stack";

const root = path.resolve(__dirname, "../..");

/** Synthesizes the app as `npm run synth` does, with the lock frozen, into a folder of the test's. */
export function synthesizeApp(): { readonly outdir: string; readonly stacks: readonly string[] } {
  const outdir = path.join(temporaryFolder(), "cdktf.out");
  const app = spawnSync(process.execPath, ["--require", "./typescript.cjs", "main.ts", "--frozen"], {
    cwd: root,
    env: { ...process.env, CDKTF_OUTDIR: outdir },
    encoding: "utf8",
  });
  if (app.status !== 0) throw new Error(`the app does not synthesize:\n${app.stderr}`);
  const manifest = JSON.parse(fs.readFileSync(path.join(outdir, "manifest.json"), "utf8")) as { stacks: object };
  return { outdir, stacks: Object.keys(manifest.stacks) };
}

/** What `terraform show -json` says of a plan, as far as tests look into it. */
export interface PlanJson {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly type: string;
    readonly change: { readonly actions: readonly string[]; readonly after: Readonly<Record<string, unknown>> | null };
  }[];
}

/** A folder in which the real Terraform runs an unmodified config, its state kept in a file beside it. */
export class TerraformFolder {
  public readonly folder = temporaryFolder();

  public constructor(
    private readonly terraform: Terraform,
    config: string,
    private readonly endpoint: string,
    private readonly account: string,
  ) {
    fs.writeFileSync(path.join(this.folder, "cdk.tf.json"), config);
    // Only where the state is differs from a deploy; backends have tests of their own.
    fs.writeFileSync(
      path.join(this.folder, "backend_override.tf.json"),
      JSON.stringify({ terraform: { backend: { local: { path: "terraform.tfstate" } } } }),
    );
  }

  public run(...args: string[]): Promise<Ended> {
    // The local AWS takes an access key id of twelve digits for the account.
    const env = { ...environmentFor(this.terraform, this.endpoint), AWS_ACCESS_KEY_ID: this.account };
    return run(this.terraform.command, [...args, "-no-color"], { cwd: this.folder, env });
  }

  /** Runs a command that must succeed, and gives what it printed. */
  public async succeed(...args: string[]): Promise<string> {
    const { code, output, stdout } = await this.run(...args);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")} ended with ${code}:\n${output}`);
    return stdout;
  }

  public async plan(...args: string[]): Promise<PlanJson> {
    await this.succeed("plan", "-out=plan.bin", ...args);
    return JSON.parse(await this.succeed("show", "-json", "plan.bin")) as PlanJson;
  }
}
