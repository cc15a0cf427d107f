import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalAws, startLocalAws } from "./aws/local-aws";
import { type Applied, Deployment, withoutLifecycleRules } from "./deployment";
import { type FaultKind, faultsAt, type Point, pointsOf } from "./fault-points";
import { createBucket, deleteByArn } from "./by-hand";
import type { Terraform } from "./terraform";
import { Workspace, type Target } from "./workspace";

export type Phase = "deploy" | "update";

/** How an environment came to its final state in spite of a fault. */
export type Outcome =
  /** The apply itself succeeded: what failed was tried again. */
  | "at once"
  /** A plain second apply. */
  | "by a re-run"
  /** A second apply after `terraform force-unlock`: who is killed leaves the lock. */
  | "by unlock and re-run"
  /** A further apply, after what is in no state was imported, or got a version more: see docs/faults.md. */
  | "by hand and re-run"
  | "not";

export interface Tried {
  readonly phase: Phase;
  readonly kind: FaultKind;
  readonly point: Point;
  readonly outcome: Outcome;
  /** Why it is not the final state, or what the first apply said where a re-run was needed. */
  readonly said: string;
}

const IMPORTS = "imports.tf.json";

interface Config {
  readonly resource: Readonly<
    Record<string, Record<string, { version: string; data?: string; name?: string; bucket?: string }>>
  >;
}

/** What has to be done by hand where Terraform cannot go on. */
interface ByHand {
  /** Ids by address. */
  readonly imports: Map<string, string>;
  /** ARNs of images, recipes and components of a version that is in no state. */
  readonly orphans: Set<string>;
}

/** A deployed (or not yet deployed) environment on a local AWS of its own. */
interface Lane {
  readonly aws: LocalAws;
  readonly folder: string;
  readonly deployment: Deployment;
  readonly target: Target;
}

/** Tries faults on one stack: its first deploy, and an update that replaces a component. */
export class FaultBench {
  private readonly expected = new Map<Phase, string>();
  private readonly lanes: Lane[] = [];
  private updates = 0;

  private constructor(
    private readonly terraform: Terraform,
    private readonly workspace: Workspace,
    private readonly stack: string,
  ) {}

  /**
   * Prepares the stack in a copy of the project: with its first image alone, which is enough to have every kind of call,
   * and without the rules that the provider takes 55 s to create.
   */
  public static async open(terraform: Terraform, root: string, stack = "dev"): Promise<FaultBench> {
    const workspace = new Workspace(root);
    try {
      workspace.edit(`stacks/${stack}-stack.ts`, (text) =>
        text.replace(/images: \[[^]*?image\("hello-world"[^]*?\],\n/, 'images: [image("hello-world")],\n '),
      );
      const { code, output } = await workspace.synth();
      if (code !== 0) throw new Error(output);
      withoutLifecycleRules(workspace.stackFolder(stack));
      const bench = new FaultBench(terraform, workspace, stack);
      const lane = await bench.newLane();
      try {
        // Every lane takes what this init made: the provider, and where the state is.
        cpSync(join(lane.folder, ".terraform"), join(workspace.stackFolder(stack), ".terraform"), {
          recursive: true,
          verbatimSymlinks: true,
        });
        cpSync(join(lane.folder, ".terraform.lock.hcl"), join(workspace.stackFolder(stack), ".terraform.lock.hcl"));
      } finally {
        await bench.close(lane);
      }
      return bench;
    } catch (error) {
      workspace.remove();
      throw error;
    }
  }

  /** The calls of a run without faults, and from then on what the final state is. */
  public async points(phase: Phase): Promise<Point[]> {
    const lane = await this.newLane(phase);
    const before = lane.aws.calls.length;
    if (phase === "update") this.change(lane);
    const { code, output } = await lane.deployment.apply();
    if (code !== 0) throw new Error(output);
    const points = pointsOf(lane.aws.calls.slice(before));
    this.expected.set(phase, what(lane));
    await this.finish(lane, phase);
    return points;
  }

  public async try(phase: Phase, kind: FaultKind, point: Point): Promise<Tried> {
    const lane = (phase === "update" ? this.lanes.pop() : undefined) ?? (await this.newLane(phase));
    if (phase === "update") this.change(lane);
    const ends = { kill: new AbortController(), interrupt: new AbortController() };
    const fault = faultsAt(point, kind, ends);
    lane.aws.faults = fault.faults;
    const first = await lane.deployment.apply({ kill: ends.kill.signal, interrupt: ends.interrupt.signal });
    lane.aws.faults = undefined;
    const { outcome, said } = await this.recover(lane, phase, first);
    if (outcome === "not") await this.close(lane);
    else await this.finish(lane, phase);
    return { phase, kind, point, outcome, said: fault.reached() ? said : `the point was not reached: ${said}` };
  }

  public async end(): Promise<void> {
    for (const lane of this.lanes.splice(0)) await this.close(lane);
    this.workspace.remove();
  }

  private async recover(lane: Lane, phase: Phase, first: Applied): Promise<{ outcome: Outcome; said: string }> {
    let outcome: Outcome = "at once";
    let last = first;
    if (first.code !== 0) {
      outcome = "by a re-run";
      last = await lane.deployment.apply();
      const lock = /^ +ID: +(\S+)$/m.exec(last.errors.join("\n"))?.[1];
      if (lock !== undefined) {
        outcome = "by unlock and re-run";
        await lane.deployment.terraform(["force-unlock", "-force", lock]);
        last = await lane.deployment.apply();
      }
    }
    const byHand: ByHand = { imports: new Map(), orphans: new Set() };
    while (last.code !== 0 && this.takeIn(lane, last, byHand)) {
      outcome = "by hand and re-run";
      const blocks = [...byHand.imports].map(([to, id]) => ({ to, id }));
      writeFileSync(join(lane.folder, IMPORTS), JSON.stringify({ import: blocks }));
      last = await lane.deployment.apply();
    }
    rmSync(join(lane.folder, IMPORTS), { force: true });
    if (last.code === 0) {
      const { region } = this.workspace.config(this.stack);
      for (const arn of byHand.orphans) await deleteByArn(lane.target, region, arn);
    }
    const said = (last.code === 0 ? first : last).errors.map(shorten).join("; ");
    if (last.code !== 0) return { outcome: "not", said };
    const found = what(lane);
    if (found !== this.expected.get(phase))
      return { outcome: "not", said: difference(this.expected.get(phase), found) };
    const plan = await lane.deployment.terraform(["plan", "-detailed-exitcode"]);
    if (plan.code !== 0) return { outcome: "not", said: `the plan is not empty: ${plan.stdout.slice(-500)}` };
    return { outcome, said };
  }

  /**
   * Does by hand what is needed for what an apply could not create because it exists; whether any of it is new.
   *
   * It is imported, but for components and recipes: those get a version more, as an edit gives them, and what was left
   * behind is deleted when nothing holds it any more. To import it would not help: the address has the older version in
   * the state, or the provider, which does not read all of a recipe back, would replace what was imported.
   */
  private takeIn(lane: Lane, { failures }: Applied, byHand: ByHand): boolean {
    const before = byHand.imports.size + byHand.orphans.size;
    const { resource } = JSON.parse(readFileSync(join(lane.folder, "cdk.tf.json"), "utf8")) as Config;
    let newVersion = false;
    for (const { address, text } of failures) {
      if (!/AlreadyExists|AlreadyOwnedByYou/.test(text)) continue;
      const [type = "", name = ""] = address.split(".");
      const attributes = resource[type]?.[name];
      const id = /'(arn:[^']+)'/.exec(text)?.[1] ?? attributes?.name ?? attributes?.bucket;
      if (id === undefined) continue;
      const prefix = /^(.*):(?:component|container-recipe)\//.exec(id)?.[1];
      if (prefix === undefined) byHand.imports.set(address, id);
      else if (!byHand.orphans.has(id)) {
        newVersion = true;
        // In the order in which they hold each other.
        for (const { name: recipe = "", version } of Object.values(
          resource["aws_imagebuilder_container_recipe"] ?? {},
        )) {
          byHand.orphans
            .add(`${prefix}:image/${recipe}/${version}/1`)
            .add(`${prefix}:container-recipe/${recipe}/${version}`);
        }
        for (const { name: component = "", version } of Object.values(resource["aws_imagebuilder_component"] ?? {})) {
          byHand.orphans.add(`${prefix}:component/${component}/${version}/1`);
        }
      }
    }
    if (newVersion) this.change(lane);
    return byHand.imports.size + byHand.orphans.size > before;
  }

  /** A local AWS with the bucket of the state, and for an update with the environment in it. */
  private async newLane(phase: Phase = "deploy"): Promise<Lane> {
    const { account, region, stateBucket = "" } = this.workspace.config(this.stack);
    const aws = await startLocalAws({ speed: 20_000 });
    const folder = mkdtempSync(join(tmpdir(), "faults-"));
    // A provider that is killed leaves its socket; with the folder it goes away.
    const terraform = { ...this.terraform, env: { ...this.terraform.env, TMPDIR: folder } };
    const target: Target = { terraform, endpoint: aws.endpoint, account };
    await createBucket(target, region, stateBucket);
    cpSync(this.workspace.stackFolder(this.stack), folder, { recursive: true, verbatimSymlinks: true });
    const lane = { aws, folder, target, deployment: new Deployment(folder, target) };
    const { code, output } = await lane.deployment.init();
    if (code !== 0) throw new Error(output);
    if (phase === "update") {
      const ended = await lane.deployment.apply();
      if (ended.code !== 0) throw new Error(ended.output);
    }
    return lane;
  }

  /** Edits the component's document: what a synth then makes of it is a version more of component and recipe. */
  private change({ folder }: Lane): void {
    const file = join(folder, "cdk.tf.json");
    const version = `1.0.${++this.updates}`;
    const config = JSON.parse(readFileSync(file, "utf8")) as Config;
    for (const type of ["aws_imagebuilder_component", "aws_imagebuilder_container_recipe"]) {
      for (const resource of Object.values(config.resource[type] ?? {})) {
        resource.version = version;
        if (resource.data !== undefined) resource.data += `# ${version}\n`;
      }
    }
    writeFileSync(file, JSON.stringify(config, null, 2));
  }

  private async finish(lane: Lane, phase: Phase): Promise<void> {
    if (phase === "update") this.lanes.push(lane);
    else await this.close(lane);
  }

  private async close({ aws, folder }: Lane): Promise<void> {
    await aws.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What exists, without versions' numbers, states, logs and what was pushed: these are many after many updates. */
function what({ aws }: Lane): string {
  return aws
    .remaining()
    .filter(
      ({ service, kind }) => kind !== "object" && kind !== "delete marker" && !(service === "ecr" && kind === "image"),
    )
    .map(({ service, kind, name, version }) => [service, kind, name, version?.replace(/^1\.0\.\d+/, "1.0.x")].join(" "))
    .sort()
    .join("\n");
}

function difference(expected = "", found: string): string {
  const [a, b] = [expected.split("\n"), found.split("\n")];
  const count = (rows: readonly string[], row: string) => rows.filter((each) => each === row).length;
  const all = [...new Set([...a, ...b])].filter((row) => count(a, row) !== count(b, row));
  return all.map((row) => `${count(b, row)} instead of ${count(a, row)}: ${row}`).join("; ");
}

function shorten(error: string): string {
  return error
    .replaceAll(/\s+/g, " ")
    .replaceAll(/https response error StatusCode: (\d+), RequestID: [^,]*,( HostID: [^,]*,)?/g, "$1")
    .slice(0, 300)
    .trim();
}
