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

/** A temporary copy of the project, in which the project's commands run as they do in the project itself. */
export class Workspace {
  public readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "rehearsal-")));
  /** Folder for its processes' temporary files: killed processes leave some behind. */
  private readonly tmp = path.join(this.folder, ".tmp");

  /**
   * @param root the project's folder, which is only read
   * @param provider the AWS provider version that its stacks require, instead of the range they allow
   */
  public constructor(
    root: string,
    private readonly kill?: AbortSignal,
    private readonly provider = testedProvider,
  ) {
    copyProject(root, this.folder, "__tests__");
    fs.mkdirSync(this.tmp);
  }

  /** Returns the folder in which Terraform works for a stack. */
  public stackFolder(stack: string): string {
    return path.join(this.folder, "cdktf.out", "stacks", stack);
  }

  public config(stack: string): RehearsedStack {
    return readRehearsedStack(this.stackFolder(stack));
  }

  /** Returns the names of all stacks in the latest synth. */
  public stacks(): string[] {
    return Object.keys(this.manifest());
  }

  /** Returns the names of the stacks that are deployed before this one, in order. */
  public before(stack: string): string[] {
    const direct = this.manifest()[stack]?.dependencies ?? [];
    return [...new Set(direct.flatMap((each) => [...this.before(each), each]))];
  }

  private manifest(): Readonly<Record<string, { readonly dependencies: readonly string[] }>> {
    const manifest = fs.readFileSync(path.join(this.folder, "cdktf.out", "manifest.json"), "utf8");
    return (JSON.parse(manifest) as { stacks: ReturnType<Workspace["manifest"]> }).stacks;
  }

  /** Returns the names of all stacks in the order of `main.ts`, which a synth's output does not preserve. */
  public async stackOrder(): Promise<string[]> {
    const { stdout } = await this.node(
      ["--require", "./typescript.cjs", "main.ts", "--without-history", "--list"],
      inheritedEnvironment(),
    );
    return (JSON.parse(stdout) as ListedStack[]).map(({ stack }) => stack);
  }

  /**
   * Does what `npm run synth` does anywhere but on CI, where the lock would be frozen. Afterward, every stack requires
   * exactly this workspace's provider version.
   */
  public async synth(): Promise<Ended> {
    const env = inheritedEnvironment();
    delete env["CI"];
    delete env["CDKTF_OUTDIR"];
    // The copy has no git history; the numbers in its lock come from the project.
    const ended = await this.node(["--require", "./typescript.cjs", "main.ts", "--without-history"], env);
    if (ended.code === 0) for (const stack of this.stacks()) pinProvider(this.stackFolder(stack), this.provider);
    return ended;
  }

  /** Does what `npm run try` does, with a folder for its result. */
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

  /** Does what `npm run deploy` and `npm run destroy` do, without prompting and without a second synth. */
  public cdktf(
    command: "deploy" | "destroy",
    stack: string,
    target: Target,
    options: Pick<RunOptions, "onOutput" | "killAlone"> & {
      /** Folder to use instead of the workspace's own `cdktf.out`. */
      readonly output?: string;
    } = {},
  ): Promise<Ended> {
    const { output, ...rest } = options;
    const args = ["node_modules/cdktf-cli/bundle/bin/cdktf", command, stack, "--auto-approve", "--skip-synth"];
    args.push("--ignore-missing-stack-dependencies");
    if (output !== undefined) args.push("--output", output);
    // If the provider comes from a mirror, the CLI may have no registry to ask for checksums.
    const lock = target.terraform.env["TF_CLI_CONFIG_FILE"] === undefined ? [] : ["--skip-provider-lock"];
    const env = { ...environmentOf(target), CI: "1", FORCE_COLOR: "0", NO_COLOR: "1" };
    return this.node([...args, ...lock, "--no-color"], env, rest);
  }

  /** Runs Terraform itself, in the folder of a stack that `cdktf deploy` has initialized. */
  public terraform(stack: string, args: readonly string[], target: Target): Promise<Ended> {
    const options = { cwd: this.stackFolder(stack), env: this.env(environmentOf(target)), kill: this.kill };
    return run(target.terraform.command, [...args, "-no-color"], options);
  }

  /**
   * Keeps a stack's state in a file. An account's stack needs this because its state would otherwise be in the bucket
   * that the stack itself creates.
   */
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

  /** Returns the file that defines an environment, whose name may start with the project's. */
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

  /** Returns an image's files that contain one of these strings exactly once, in the order of the strings. */
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

/** The AWS endpoint to use, with its account, and the Terraform to use it with. */
export interface Target {
  readonly terraform: Terraform;
  readonly endpoint: string;
  /** Local AWS treats a twelve-digit access key ID as the account. */
  readonly account: string;
}

export function environmentOf({ terraform, endpoint, account }: Target): Record<string, string> {
  return { ...environmentFor(terraform, endpoint), AWS_ACCESS_KEY_ID: account };
}
