import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { failure } from "@pipelines/operations/failure";
import type { Context } from "./plan-image";

/** In the order of preference: an engine with a daemon shares its images with everything else on the machine. */
export const ENGINES = ["docker", "finch", "nerdctl", "buildah", "podman"] as const;

type EngineName = (typeof ENGINES)[number];

/** Builds images with whatever is there. */
export class Engine {
  private readonly running = new Set<ChildProcess>();
  private readonly folders = new Set<string>();
  private readonly env: NodeJS.ProcessEnv;
  private containersBefore: readonly string[] | undefined;

  public constructor(public readonly name: EngineName) {
    this.env = { ...process.env, DOCKER_BUILDKIT: "1" };
    // Needs no namespaces or control groups, which a machine in a container often lacks.
    if (this.isBuildah && process.getuid?.() === 0) this.env["BUILDAH_ISOLATION"] ??= "chroot";
  }

  /** The engine that is asked for, or the first that answers. */
  public static find(wanted?: string): Engine {
    const engines = ENGINES.filter((name) => wanted === undefined || name === wanted);
    if (engines.length === 0) {
      throw failure("IB-TRY-ENGINE", "--engine", `the engine "${wanted ?? ""}"`, ENGINES.join(", "));
    }
    const engine = engines.find(answers);
    if (engine !== undefined) return new Engine(engine);
    throw failure(
      "IB-TRY-ENGINE",
      wanted ?? "npm run try",
      wanted === undefined ? "no container engine that answers" : `${wanted} is not installed, or does not answer`,
      `one of ${ENGINES.join(", ")}`,
      "on Debian or Ubuntu: apt-get install buildah. It needs no daemon",
    );
  }

  /** Builds an image. Lines come as they are written. @returns whether there is an image */
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
        ...(this.isBuildah
          ? ["--layers", "--force-rm"]
          : this.name === "docker"
            ? ["--progress=plain"]
            : ["--progress", "plain"]),
        ...(fresh ? ["--no-cache"] : []),
        ...(tag === undefined ? [] : ["-t", tag]),
        ...["-f", path.join(folder, "Dockerfile"), folder],
      ];
      return (await this.run(args, line)) === 0;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
      this.folders.delete(folder);
    }
  }

  /** Opens a shell in an image, for the person at the terminal. */
  public shell(image: string): void {
    const container = this.name === "buildah" ? this.ask(["from", image]) : "";
    const args =
      container === "" ? ["run", "--rm", "-it", "--entrypoint", "sh", image] : ["run", "-t", container, "sh"];
    spawnSync(this.name, args, { stdio: "inherit", env: this.env });
    if (container !== "") this.ask(["rm", container]);
  }

  /** Writes a build's files into a folder of their own, which `interrupt` removes too. */
  public write({ dockerfile, files }: Context): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "try-"));
    this.folders.add(folder);
    // Also for a user of the image without privileges.
    fs.chmodSync(folder, 0o755);
    for (const [name, text] of [...files, ["Dockerfile", dockerfile] as const]) {
      fs.writeFileSync(path.join(folder, name), text);
    }
    return folder;
  }

  /** Ends what runs, and removes what it leaves. */
  public interrupt(): void {
    // The wrapper ignores the milder signals, and takes all that it holds along.
    for (const child of this.running) child.kill(this.wrapper().length > 0 ? "SIGKILL" : "SIGINT");
    for (const folder of this.folders) fs.rmSync(folder, { recursive: true, force: true });
    if (!this.isBuildah || this.containersBefore === undefined) return;
    const before = this.containersBefore;
    const left = this.containers().filter((each) => !before.includes(each));
    if (left.length > 0) this.ask([...this.containersCommand("rm"), ...left]);
  }

  private get isBuildah(): boolean {
    return this.name === "buildah" || this.name === "podman";
  }

  private containersCommand(command: string): string[] {
    return this.name === "podman" && command === "rm" ? ["rm", "--force", "--storage"] : [command];
  }

  private containers(): string[] {
    const args = this.name === "buildah" ? ["containers", "-q"] : ["ps", "--all", "--external", "-q"];
    return this.ask(args).split("\n").filter(Boolean);
  }

  private ask(args: readonly string[]): string {
    return spawnSync(this.name, args, { encoding: "utf8", env: this.env }).stdout.trim();
  }

  private async run(args: readonly string[], line: (text: string) => void): Promise<number> {
    if (this.isBuildah) this.containersBefore ??= this.containers();
    const [command, ...rest] = [...this.wrapper(), this.name, ...args];
    // Out of reach of the terminal's own signal: what a build leaves is removed in order.
    const child = spawn(command ?? "", rest, { stdio: ["ignore", "pipe", "pipe"], env: this.env, detached: true });
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

  /** Without a process namespace, what a step starts would go on running on this machine, and be seen by tests. */
  private wrapper(): string[] {
    if (!this.isBuildah || this.env["BUILDAH_ISOLATION"] !== "chroot" || process.getuid?.() !== 0) return [];
    return ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"];
  }
}

function answers(name: EngineName): boolean {
  return spawnSync(name, name === "buildah" || name === "podman" ? ["--version"] : ["info"]).status === 0;
}
