import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { failure } from "@pipelines/operations/failure";
import type { Context } from "./plan-image";

/** How engines that keep a build's containers in a separate store list and remove them. */
const containerCommands: Readonly<Record<string, readonly (readonly string[])[] | undefined>> = {
  buildah: [["containers", "-q"], ["rm"]],
  podman: [
    ["ps", "--all", "--external", "-q"],
    ["rm", "--force", "--storage"],
  ],
};

/** In order of preference: an engine with a daemon shares its images with everything else on the machine. */
export const engineNames = ["docker", "finch", "nerdctl", "buildah", "podman"] as const;

type EngineName = (typeof engineNames)[number];

/** Builds images with whichever engine exists. */
export class Engine {
  private readonly running = new Set<ChildProcess>();
  private readonly folders: string[] = [];
  private readonly env: NodeJS.ProcessEnv;
  private containersBefore: readonly string[] | undefined;

  public constructor(public readonly name: EngineName) {
    this.env = { ...process.env, DOCKER_BUILDKIT: "1" };
    // Needs no namespaces or control groups, which a machine inside a container often lacks.
    if (this.isBuildah && process.getuid?.() === 0) this.env["BUILDAH_ISOLATION"] ??= "chroot";
  }

  /** The requested engine, or the first that answers. */
  public static find(wanted?: string): Engine {
    const engines = engineNames.filter((name) => wanted === undefined || name === wanted);
    const engine = engines.find(answers);
    if (engine !== undefined) return new Engine(engine);
    const named =
      engines.length === 0 ? `no engine is called ${wanted}` : `${wanted} is not installed, or does not answer`;
    const found = wanted === undefined ? "no container engine that answers" : named;
    const fix = "on Debian or Ubuntu: apt-get install buildah. It needs no daemon";
    throw failure("IB-TRY-ENGINE", "--engine", found, `one of ${engineNames.join(", ")}`, fix);
  }

  /** Builds an image. Lines arrive as they are written. @returns whether there is an image */
  public async build(
    context: Context,
    tag: string | undefined,
    line: (text: string) => void,
    { fresh = false } = {},
  ): Promise<boolean> {
    const folder = this.write(context);
    try {
      const args = [
        "build",
        ...(this.isBuildah ? ["--layers", "--force-rm"] : ["--progress=plain"]),
        ...(fresh ? ["--no-cache"] : []),
        ...(tag === undefined ? [] : ["-t", tag]),
        ...["-f", path.join(folder, "Dockerfile"), folder],
      ];
      return (await this.run(args, line)) === 0;
    } finally {
      this.removeFolders();
    }
  }

  /** Opens a shell in an image for the user. */
  public shell(image: string): void {
    const container = this.name === "buildah" ? this.ask(["from", image]) : "";
    const args =
      container === "" ? ["run", "--rm", "-it", "--entrypoint", "sh", image] : ["run", "-t", container, "sh"];
    spawnSync(this.name, args, { stdio: "inherit", env: this.env });
    if (container !== "") this.ask(["rm", container]);
  }

  /** Writes an image's manifest and layers, as they would be pushed, into a folder. */
  public save(tag: string, folder: string): void {
    if (!this.isBuildah) throw failure("IB-TRY-SAVE", "--save", this.name, "buildah or podman", "add --engine buildah");
    const args = ["push", "--quiet", "--format", "v2s2", tag, `dir:${folder}`];
    const { status, stderr } = spawnSync(this.name, args, { encoding: "utf8", env: this.env });
    if (status !== 0) throw failure("IB-TRY-SAVE", folder, stderr.trim(), "a folder that can be written");
  }

  /** Writes a build's files into a separate folder, which `interrupt` removes too. */
  public write({ dockerfile, files, awstoe }: Context): string {
    const folder = this.temporary(os.tmpdir());
    // Readable for a user of the image without privileges, too.
    fs.chmodSync(folder, 0o755);
    for (const [name, text] of [...files, ["Dockerfile", dockerfile] as const]) {
      fs.writeFileSync(path.join(folder, name), text);
    }
    if (awstoe !== undefined) {
      fs.copyFileSync(awstoe, path.join(folder, "awstoe"));
      fs.chmodSync(path.join(folder, "awstoe"), 0o755);
    }
    return folder;
  }

  /** Ends what is running, and removes what it leaves. */
  public interrupt(): void {
    // The wrapper ignores milder signals, and ends all its processes.
    for (const child of this.running) child.kill(this.wrapper().length > 0 ? "SIGKILL" : "SIGINT");
    this.removeFolders();
    if (!this.isBuildah || this.containersBefore === undefined) return;
    const before = this.containersBefore;
    const left = this.containers().filter((each) => !before.includes(each));
    if (left.length > 0) this.ask([...(containerCommands[this.name]?.[1] ?? []), ...left]);
  }

  private temporary(parent: string): string {
    this.folders.push(fs.mkdtempSync(path.join(parent, "try-")));
    return this.folders.at(-1) ?? "";
  }

  private removeFolders(): void {
    for (const folder of this.folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private get isBuildah(): boolean {
    return this.name in containerCommands;
  }

  private containers(): string[] {
    return this.ask(containerCommands[this.name]?.[0] ?? [])
      .split("\n")
      .filter(Boolean);
  }

  private ask(args: readonly string[]): string {
    return spawnSync(this.name, args, { encoding: "utf8", env: this.env }).stdout.trim();
  }

  private async run(args: readonly string[], line: (text: string) => void): Promise<number> {
    if (this.isBuildah) this.containersBefore ??= this.containers();
    const [command, ...rest] = [...this.wrapper(), this.name, ...args];
    // The terminal's own signal does not reach it, so that what a build leaves is removed in order. What Buildah leaves
    // in its temporary folder when it is killed is removed too.
    const own = this.isBuildah ? { TMPDIR: this.temporary(process.env["TMPDIR"] ?? "/var/tmp") } : {};
    const env = { ...this.env, ...own };
    const child = spawn(command ?? "", rest, { stdio: ["ignore", "pipe", "pipe"], env, detached: true });
    this.running.add(child);
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", line);
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        this.running.delete(child);
        resolve(code ?? 1);
      });
    });
  }

  /** Without a process namespace, what a step starts would keep running on this machine, and tests would see it. */
  private wrapper(): string[] {
    if (!this.isBuildah || this.env["BUILDAH_ISOLATION"] !== "chroot" || process.getuid?.() !== 0) return [];
    return ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"];
  }
}

function answers(name: EngineName): boolean {
  return spawnSync(name, name in containerCommands ? ["--version"] : ["info"]).status === 0;
}
