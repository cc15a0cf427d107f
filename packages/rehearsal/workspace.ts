import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { ListedStack } from "@pipelines/image-definition/environment-description";
import { pinProvider, testedProvider } from "@pipelines/terraform/provider-mirror";
import { copyProject } from "./project-copy";
import { readRehearsedStack, type RehearsedStack } from "./stack-config";
import {
  environmentFor,
  inheritedEnvironment,
  run,
  type Ended,
  type RunOptions,
  type Terraform,
} from "@pipelines/terraform/terraform";

/** A temporary copy of the project, in which the project's commands run as in the project itself. */
export class Workspace {
  public readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "rehearsal-")));
  /** Folder for the temporary files of its processes: killed ones leave some. */
  private readonly tmp = path.join(this.folder, ".tmp");

  /**
   * @param root the project's folder, which is only read.
   * @param provider the version of the AWS provider that its stacks require, instead of their range
   */
  public constructor(
    root: string,
    private readonly kill?: AbortSignal,
    private readonly provider = testedProvider,
  ) {
    copyProject(root, this.folder);
    fs.mkdirSync(this.tmp);
  }

  /** The folder in which Terraform works for a stack. */
  public stackFolder(stack: string): string {
    return path.join(this.folder, "cdktf.out", "stacks", stack);
  }

  public config(stack: string): RehearsedStack {
    return readRehearsedStack(this.stackFolder(stack));
  }

  /** Names of all stacks of the last synth. */
  public stacks(): string[] {
    return Object.keys(this.manifest());
  }

  /** Names of the stacks that are deployed before this one, in that order. */
  public before(stack: string): string[] {
    const direct = this.manifest()[stack]?.dependencies ?? [];
    return [...new Set(direct.flatMap((each) => [...this.before(each), each]))];
  }

  private manifest(): Readonly<Record<string, { readonly dependencies: readonly string[] }>> {
    const manifest = fs.readFileSync(path.join(this.folder, "cdktf.out", "manifest.json"), "utf8");
    return (JSON.parse(manifest) as { stacks: ReturnType<Workspace["manifest"]> }).stacks;
  }

  /** Names of all stacks in the order of `main.ts`, which the output of a synth does not keep. */
  public async stackOrder(): Promise<string[]> {
    const { stdout } = await this.node(
      ["--require", "./typescript.cjs", "main.ts", "--without-history", "--list"],
      inheritedEnvironment(),
    );
    return (JSON.parse(stdout) as ListedStack[]).map(({ stack }) => stack);
  }

  /**
   * What `npm run synth` does on a machine that is not CI, where the lock would be frozen. Every stack then requires
   * exactly the provider of this workspace.
   */
  public async synth(): Promise<Ended> {
    const env = inheritedEnvironment();
    delete env["CI"];
    delete env["CDKTF_OUTDIR"];
    // The copy has no history; the numbers of its lock are the project's.
    const ended = await this.node(["--require", "./typescript.cjs", "main.ts", "--without-history"], env);
    if (ended.code === 0) for (const stack of this.stacks()) pinProvider(this.stackFolder(stack), this.provider);
    return ended;
  }

  /** What `npm run try` does, with the folder of its result. */
  public async tryImage(
    image: string,
    environment: string,
  ): Promise<{ readonly folder: string; readonly ended: Ended }> {
    const folder = fs.mkdtempSync(path.join(this.tmp, "image-"));
    const args = [
      "packages/try/try-cli.ts",
      image,
      "--environment",
      environment,
      "--engine",
      "buildah",
      "--save",
      folder,
    ];
    return { folder, ended: await this.node(["--require", "./typescript.cjs", ...args], inheritedEnvironment()) };
  }

  /** What `npm run deploy` and `npm run destroy` do, without a question and without a second synth. */
  public cdktf(
    command: "deploy" | "destroy",
    stack: string,
    target: Target,
    options: Pick<RunOptions, "onOutput" | "killAlone"> & {
      /** Instead of the workspace's own `cdktf.out`. */
      readonly output?: string;
    } = {},
  ): Promise<Ended> {
    const { output, ...rest } = options;
    const args = ["node_modules/cdktf-cli/bundle/bin/cdktf", command, stack, "--auto-approve", "--skip-synth"];
    args.push("--ignore-missing-stack-dependencies");
    if (output !== undefined) args.push("--output", output);
    // If the provider comes from a mirror, there may be no registry, which the CLI would ask for checksums.
    const lock = target.terraform.env["TF_CLI_CONFIG_FILE"] === undefined ? [] : ["--skip-provider-lock"];
    const env = { ...environmentOf(target), CI: "1", FORCE_COLOR: "0", NO_COLOR: "1" };
    return this.node([...args, ...lock, "--no-color"], env, rest);
  }

  /** Terraform itself, in the folder of a stack that `cdktf deploy` has initialized. */
  public terraform(stack: string, args: readonly string[], target: Target): Promise<Ended> {
    const options = { cwd: this.stackFolder(stack), env: this.env(environmentOf(target)), kill: this.kill };
    return run(target.terraform.command, [...args, "-no-color"], options);
  }

  /** For an account's stack, whose state may otherwise be in the bucket that it creates. */
  public keepStateInFile(stack: string): void {
    const override = path.join(this.stackFolder(stack), "backend_override.tf.json");
    fs.writeFileSync(override, JSON.stringify({ terraform: { backend: { local: {} } } }));
  }

  /** Changes one file. Throws if there is nothing to change. */
  public edit(file: string, change: (text: string) => string): void {
    const edited = path.join(this.folder, file);
    const before = fs.readFileSync(edited, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file} has nothing to change`);
    fs.writeFileSync(edited, after);
  }

  /** The file that defines an environment, whose name may begin with the project's. */
  public classOf(environment: string): string {
    const files = fs.readdirSync(path.join(this.folder, "stacks")).filter((name) => name.endsWith(".ts"));
    const set = files.map((name) => {
      const [, literal] =
        /environment: "([^"]+)"/.exec(fs.readFileSync(path.join(this.folder, "stacks", name), "utf8")) ?? [];
      return { file: `stacks/${name}`, literal };
    });
    const found =
      set.find(({ literal }) => literal === environment) ??
      set.find(({ literal }) => literal !== undefined && environment.endsWith(`-${literal}`));
    return found?.file ?? `stacks/${environment}-stack.ts`;
  }

  /** The files of an image that contain exactly one of these texts, in the order of the texts. */
  public filesOf(image: string, texts: readonly string[]): string[] {
    const folder = path.join(this.folder, "images", image);
    if (!fs.existsSync(folder)) return [];
    const files = fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    const contents = new Map(files.map((file) => [fs.readFileSync(file, "utf8"), file]));
    return texts
      .flatMap((text) => contents.get(text) ?? [])
      .map((file) => path.relative(this.folder, file).split(path.sep).join("/"));
  }

  public remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private node(args: string[], env: Record<string, string>, options: Partial<RunOptions> = {}): Promise<Ended> {
    return run(process.execPath, args, { cwd: this.folder, env: this.env(env), kill: this.kill, ...options });
  }

  private env(env: Record<string, string>): Record<string, string> {
    return { ...env, TMPDIR: this.tmp };
  }
}

/** Which AWS to use, as which account, and with which Terraform. */
export interface Target {
  readonly terraform: Terraform;
  readonly endpoint: string;
  /** The local AWS treats an access key id of twelve digits as the account. */
  readonly account: string;
}

export function environmentOf({ terraform, endpoint, account }: Target): Record<string, string> {
  return { ...environmentFor(terraform, endpoint), AWS_ACCESS_KEY_ID: account };
}
