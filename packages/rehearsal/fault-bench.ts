import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import { StateLock } from "@pipelines/recover/lock";
import { placeOfStack } from "@pipelines/recover/wanted";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { createBucket, moveObject, readObject } from "./by-hand";
import { Deployment, withoutLifecycleRules } from "./deployment";
import { type Ends, type FaultKind, faultsAt, type Point, pointsOf } from "./fault-points";
import { shorten } from "./fault-text";
import {
  type BenchConfig,
  changed,
  type Ground,
  type Phase,
  type Ran,
  type Trial,
  tried,
  type Tried,
  type TriedStack,
  walk,
} from "./fault-trials";
import { localAccess, recoverLocally } from "./local-recovery";
import { useFixtureApp } from "./project-copy";
import { type ProviderProcess, startProvider } from "./provider-process";
import type { Ended, Terraform } from "@pipelines/terraform/terraform";
import { type Target, Workspace } from "./workspace";

/**
 * Number of attempts by the provider and the SDK: enough for two throttles, but few enough to finish if a response is
 * lost for good.
 */
const attempts = 4;

/** Tries out faults on one stack. */
export class FaultBench {
  private readonly grounds = new Map<Phase, Ground>();
  private readonly lanes: Lane[] = [];

  private constructor(
    private readonly terraform: Terraform,
    private readonly workspace: Workspace,
    private readonly stack: string,
    private readonly config: string,
  ) {}

  /**
   * Prepares the stack in a copy of the project. The stack keeps only its first image, which involves nearly every kind
   * of call.
   */
  public static async open(terraform: Terraform, root: string, stack = "dev"): Promise<FaultBench> {
    const workspace = new Workspace(root);
    useFixtureApp(workspace.folder);
    try {
      return new FaultBench(terraform, workspace, stack, await configOf(workspace, stack, "hello-world"));
    } catch (error) {
      workspace.remove();
      throw error;
    }
  }

  /** Returns the calls of a run without faults. Also records the final state. */
  public async points(phase: Phase): Promise<readonly Point[]> {
    return (await this.ground(phase)).points;
  }

  private async ground(phase: Phase): Promise<Ground> {
    const known = this.grounds.get(phase);
    if (known !== undefined) return known;
    const lane = await this.lane();
    const made = await this.make(phase, lane).finally(() => this.lanes.push(lane));
    this.grounds.set(phase, made);
    return made;
  }

  private async make(phase: Phase, lane: Lane): Promise<Ground> {
    const isRipple = phase === "ripple";
    const deployed = isRipple ? await configOf(this.workspace, this.stack, "base", "python-runtime") : this.config;
    const edited = changed(deployed, isRipple ? { image: "base" } : {});
    const config = phase === "deploy" || phase === "destroy" ? deployed : edited;
    await lane.begin(undefined, deployed);
    await lane.prepare();
    if (phase !== "deploy") {
      await succeed(lane, "deploy");
      await lane.begin(await lane.snapshot(), config);
    }
    if (phase === "recover") await this.kill(lane);
    const from = await lane.snapshot();
    const before = lane.aws.calls.length;
    await succeed(lane, phase);
    const points = pointsOf(lane.aws.calls.slice(before));
    if (phase === "recover") await succeed(lane, "update");
    return { from, config, points, expected: await lane.what() };
  }

  /** Kills an update when most of the resources it creates exist, but none of them is in the state yet. */
  private async kill(lane: Lane): Promise<void> {
    const point = { number: 0, service: "imagebuilder", operation: "CreateImage", occurrence: 1 };
    await lane.faulty({ phase: "update", kind: "killed", point });
  }

  public async try(trial: Trial): Promise<Tried> {
    const ground = await this.ground(trial.phase);
    const lane = this.lanes.pop() ?? (await this.lane());
    try {
      await lane.begin(ground.from, ground.config);
      return { ...trial, ...(await tried(lane, trial, ground.expected)) };
    } finally {
      this.lanes.push(lane);
    }
  }

  /** Performs a random walk. @returns the reason for the failure, if there was one */
  public async walk(steps: number, seed: number, tell: (step: string) => void): Promise<string | undefined> {
    const points = new Map<Phase, readonly Point[]>();
    for (const phase of ["deploy", "update", "destroy", "recover"] as const)
      points.set(phase, await this.points(phase));
    const { config, expected, from } = await this.ground("deploy");
    const lane = this.lanes.pop() ?? (await this.lane());
    try {
      await lane.begin(from, config);
      return await walk(lane, { steps, seed }, { config, expected, points }, tell);
    } finally {
      this.lanes.push(lane);
    }
  }

  private async lane(): Promise<Lane> {
    return Lane.open(this.terraform, this.workspace, this.stack);
  }

  public async end(): Promise<void> {
    for (const lane of this.lanes.splice(0)) await lane.close();
    this.workspace.remove();
  }
}

/** Runs a phase without faults. */
async function succeed(lane: Lane, phase: Phase): Promise<void> {
  const { failed, said } = await lane.run(phase);
  if (failed) throw new Error(said);
}

/** A local AWS with Terraform on it, for one trial after another. */
class Lane implements TriedStack {
  /** None until it is started. */
  private provider: ProviderProcess = { env: {}, end: () => undefined };
  private readonly place;

  private constructor(
    private readonly terraform: Terraform,
    private readonly workspace: Workspace,
    private readonly stack: string,
    /** A folder with the same structure as `cdktf.out`. */
    private readonly folder: string,
    public aws: LocalAws,
  ) {
    const { account, region, stateBucket = "" } = workspace.config(stack);
    this.place = { account, region, stateBucket };
  }

  public static async open(terraform: Terraform, workspace: Workspace, stack: string): Promise<Lane> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "faults-"));
    const stackFolder = path.join(folder, "stacks", stack);
    fs.cpSync(workspace.stackFolder(stack), stackFolder, { recursive: true, verbatimSymlinks: true });
    // The CLI reads every stack that the manifest lists.
    const manifest = JSON.parse(
      fs.readFileSync(path.join(workspace.folder, "cdktf.out", "manifest.json"), "utf8"),
    ) as Manifest;
    const stacks = { [stack]: manifest.stacks[stack] };
    fs.writeFileSync(path.join(folder, "manifest.json"), JSON.stringify({ ...manifest, stacks }));
    const lane = new Lane(terraform, workspace, stack, folder, await startLocalAws({ speed: 20_000 }));
    try {
      await lane.prepare();
      lane.write(lane.config);
      const { code, output } = await new Deployment(lane.stackFolder, lane.target).init();
      if (code !== 0) throw new Error(output);
      await lane.startProvider();
      return lane;
    } catch (error) {
      await lane.close();
      throw error;
    }
  }

  private get stackFolder(): string {
    return path.join(this.folder, "stacks", this.stack);
  }

  /** A killed provider leaves its socket behind; it is removed along with the folder. */
  private get target(): Target {
    const env = { ...this.terraform.env, ...this.provider.env, TMPDIR: this.folder };
    return { terraform: { ...this.terraform, env }, endpoint: this.aws.endpoint, account: this.place.account };
  }

  private get config(): string {
    return fs.readFileSync(path.join(this.stackFolder, "cdk.tf.json"), "utf8");
  }

  /** Each worker has its own state, so that the holder of a lock can be recognized by its working folder. */
  public write(config: string): void {
    fs.writeFileSync(path.join(this.stackFolder, "cdk.tf.json"), config.replaceAll(this.keys.usual, this.keys.own));
  }

  private get keys(): { readonly usual: string; readonly own: string } {
    return { usual: `${this.stack}/terraform.tfstate`, own: `${path.basename(this.folder)}/terraform.tfstate` };
  }

  /**
   * Returns a snapshot of everything that exists, with the state under the usual key, so that any worker can start from
   * it.
   */
  public async snapshot(): Promise<Buffer> {
    await this.moveState(this.keys.own, this.keys.usual);
    const snapshot = this.aws.snapshot();
    await this.moveState(this.keys.usual, this.keys.own);
    return snapshot;
  }

  private async moveState(from: string, to: string): Promise<void> {
    const { region, stateBucket } = this.place;
    for (const suffix of ["", ".tflock"]) {
      await moveObject(this.target, region, `${stateBucket}/${from}${suffix}`, `${stateBucket}/${to}${suffix}`);
    }
  }

  /** Creates the bucket for the state. */
  public async prepare(): Promise<void> {
    await createBucket(this.target, this.place.region, this.place.stateBucket);
  }

  /** Restores local AWS at the same address, so that the provider can keep running. */
  public async begin(from: Buffer | undefined, config: string): Promise<void> {
    const port = Number(new URL(this.aws.endpoint).port);
    await this.aws.close();
    this.aws = await startLocalAws({ speed: 20_000, port, ...(from === undefined ? {} : { from }) });
    this.write(config);
    if (from !== undefined) await this.moveState(this.keys.usual, this.keys.own);
  }

  private async startProvider(): Promise<void> {
    this.provider = await startProvider(this.target, this.stackFolder);
  }

  /** Runs a phase once. */
  public async run(phase: Phase, ends?: Ends, kind?: FaultKind): Promise<Ran> {
    if (phase === "recover") return this.recover(ends);
    if (kind === "cdktf-killed") return this.cdktf(phase === "destroy" ? "destroy" : "deploy", ends);
    const deployment = new Deployment(this.stackFolder, this.target);
    const { code, errors } = await deployment.apply({ destroy: phase === "destroy", ...signalsOf(ends) });
    return { failed: code !== 0, said: errors.map(shorten).join("; ") };
  }

  /** `npm run recover -- <environment> --yes` */
  private async recover(ends?: Ends): Promise<Ran> {
    const { stackFolder: folder, target, aws, stack } = this;
    const site = { stack, folder, target, aws, maxAttempts: attempts, signals: signalsOf(ends) };
    const { code, err } = await recoverLocally(site, ["--yes", "--wait"]);
    return { failed: code !== 0, said: shorten(err) };
  }

  /** Runs the same command with the CLI, and kills only the CLI. */
  private async cdktf(command: "deploy" | "destroy", ends?: Ends): Promise<Ran> {
    const options = { output: this.folder, ...(ends === undefined ? {} : { killAlone: ends.kill.signal }) };
    const { code, output } = await this.workspace.cdktf(command, this.stack, this.target, options);
    // Terraform may still be running without its terminal, so the recovery is told to break its lock.
    const config = readStackConfig(this.config);
    const lock = StateLock.of(config, localAccess(placeOfStack(config, this.stack), this.target));
    do await new Promise((resolve) => setTimeout(resolve, 1000));
    while (await lock?.read().then((info) => info !== undefined && !lock.isDead(info)));
    return { failed: code !== 0, said: shorten(output.slice(-1000)) };
  }

  /** Runs a phase with a fault. Returns the result, and whether the fault was reached. */
  public async faulty({ phase, kind, point }: Trial): Promise<Ran & { readonly reached: boolean }> {
    const ends = { kill: new AbortController(), interrupt: new AbortController() };
    const { faults, reached } = faultsAt(point, kind, ends);
    this.aws.faults = faults;
    const first = await this.run(phase, ends, kind);
    this.aws.faults = undefined;
    if (kind === "killed" || kind === "interrupted") {
      this.provider.end("SIGKILL");
      await this.startProvider();
    }
    return { ...first, reached: reached() };
  }

  /**
   * Returns what exists, and what the state contains about it, leaving out the states of builds, logs and pushed
   * images.
   */
  public async what(): Promise<string> {
    const exists = this.aws
      .remaining()
      .filter(({ service, kind }) => kind !== "delete marker" && !(service === "ecr" && kind === "image"))
      .filter(({ kind, name }) => kind !== "object" || name.endsWith(".tflock"))
      .map(({ service, kind, name, version }) => [service, kind, name, kind === "object" ? "" : version].join(" "));
    const has = (await this.instances()).map(({ type, name, id, status, deposed }) =>
      // The provider derives this ID from the time.
      ["state", type, name, type === "aws_iam_role_policy_attachment" ? "" : id, status, deposed].join(" "),
    );
    return [...exists, ...has].sort().join("\n");
  }

  public async hasTaintedImage(): Promise<boolean> {
    return (await this.instances()).some((each) => each.type === "aws_imagebuilder_image" && each.status === "tainted");
  }

  public plan(): Promise<Ended> {
    return new Deployment(this.stackFolder, this.target).terraform(["plan", "-detailed-exitcode"]);
  }

  /** Returns all objects of all resources in the state; empty if there is no state yet. */
  private async instances() {
    const { account, region, stateBucket } = this.place;
    const name = `${stateBucket}/${this.keys.own}`;
    if (!this.aws.remaining().some((each) => each.kind === "object" && each.name === name)) return [];
    const { resources } = JSON.parse(await readObject({ endpoint: this.aws.endpoint, account }, region, name)) as State;
    return resources.flatMap(({ type, name, instances }) =>
      instances.map(({ status = "", deposed = "", attributes: { id } }) => ({ type, name, id, status, deposed })),
    );
  }

  public async close(): Promise<void> {
    this.provider.end("SIGKILL");
    await this.aws.close();
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { status?: string; deposed?: string; attributes: { id: string } }[];
  }[];
}

interface Manifest {
  readonly stacks: Readonly<Record<string, object>>;
}

function signalsOf(ends: Ends | undefined): { readonly kill?: AbortSignal; readonly interrupt?: AbortSignal } {
  return ends === undefined ? {} : { kill: ends.kill.signal, interrupt: ends.interrupt.signal };
}

/** Returns the stack's config with only these images, and without the rules that take the provider 55 s to create. */
async function configOf(workspace: Workspace, stack: string, ...images: readonly string[]): Promise<string> {
  const list = images.map((image) => `image("${image}")`).join(", ");
  workspace.edit(`stacks/${stack}-stack.ts`, (text) =>
    text.replace(/images: \[[^]*?image\("hello-world"[^]*?\],\n/, `images: [${list}],\n `),
  );
  const { code, output } = await workspace.synth();
  if (code !== 0) throw new Error(output);
  const folder = workspace.stackFolder(stack);
  withoutLifecycleRules(folder);
  const config = JSON.parse(fs.readFileSync(path.join(folder, "cdk.tf.json"), "utf8")) as BenchConfig;
  // By default, the provider tries 25 times.
  config.provider.aws[0].max_retries = attempts;
  return JSON.stringify(config, null, 2);
}
