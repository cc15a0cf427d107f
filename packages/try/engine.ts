import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { failure } from "@pipelines/operations/failure";
import type { Context } from "./plan-image";

/** Commands to list and remove build containers in engines that keep them in a separate store. */
const containerCommands: Readonly<Record<string, readonly (readonly string[])[] | undefined>> = {
  buildah: [["containers", "-q"], ["rm"]],
  podman: [
    ["ps", "--all", "--external", "-q"],
    ["rm", "--force", "--storage"],
  ],
};

/**
 * In order of preference: engines with a daemon come first, because they share their images with everything else on the
 * machine.
 */
export const engineNames = ["docker", "finch", "nerdctl", "buildah", "podman"] as const;

type EngineName = (typeof engineNames)[number];

/** Builds images with whichever engine is available. */
export class Engine {
  private readonly started: ChildProcess[] = [];
  private readonly folders: string[] = [];
  private readonly env: NodeJS.ProcessEnv;
  private containersBefore: readonly string[] | undefined;

  public constructor(public readonly name: EngineName) {
    this.env = { ...process.env, DOCKER_BUILDKIT: "1" };
    // This isolation needs no namespaces or control groups, which are often missing inside a container.
    if (this.isBuildah && process.getuid?.() === 0) this.env["BUILDAH_ISOLATION"] ??= "chroot";
  }

  /** Returns the requested engine, or the first one that responds. */
  public static find(wanted?: string): Engine {
    const engines = engineNames.filter((name) => wanted === undefined || name === wanted);
    const engine = engines.find(answers);
    if (engine !== undefined) return new Engine(engine);
    const named =
      engines.length === 0 ? `there is no engine called ${wanted}` : `${wanted} is not installed, or does not respond`;
    const found = wanted === undefined ? "no container engine that responds" : named;
    const fix = "on Debian or Ubuntu: apt-get install buildah. It needs no daemon";
    throw failure("IB-TRY-ENGINE", "--engine", found, `one of ${engineNames.join(", ")}`, fix);
  }

  /** Builds an image. Passes on lines as they are written. @returns whether the image was built */
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

  /** Refuses an engine that cannot save images. */
  public requireSave(): void {
    if (!this.isBuildah) throw failure("IB-TRY-SAVE", "--save", this.name, "buildah or podman", "add --engine buildah");
  }

  /** Writes an image's manifest and layers to a folder, in the form in which they would be pushed. */
  public save(tag: string, folder: string): void {
    this.requireSave();
    const args = ["push", "--quiet", "--format", "v2s2", tag, `dir:${folder}`];
    const { status, stderr } = spawnSync(this.name, args, { encoding: "utf8", env: this.env });
    if (status !== 0) throw failure("IB-TRY-SAVE", folder, stderr.trim(), "a writable folder");
  }

  /** Writes a build's files to a separate folder, which `interrupt` also removes. */
  public write({ dockerfile, files, awstoe }: Context): string {
    const folder = this.temporary(os.tmpdir());
    // Unprivileged users in the image must be able to read it too.
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

  /** Stops the running commands, and removes what they leave behind. */
  public interrupt(): void {
    // The wrapper ignores milder signals. SIGKILL ends all its processes.
    for (const child of this.started) child.kill(this.wrapper().length > 0 ? "SIGKILL" : "SIGINT");
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
    // The engine does not receive the terminal's own signal, so that everything a build leaves behind is removed in
    // order, including the files that Buildah leaves in its temporary folder when killed.
    const own = this.isBuildah ? { TMPDIR: this.temporary(process.env["TMPDIR"] ?? "/var/tmp") } : {};
    const env = { ...this.env, ...own };
    const child = spawn(command ?? "", rest, { stdio: ["ignore", "pipe", "pipe"], env, detached: true });
    this.started.push(child);
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", line);
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        resolve(code ?? 1);
      });
    });
  }

  /**
   * Without a process namespace, processes that a step starts would keep running on this machine, and tests would see
   * them.
   */
  private wrapper(): string[] {
    if (!this.isBuildah || this.env["BUILDAH_ISOLATION"] !== "chroot" || process.getuid?.() !== 0) return [];
    return ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"];
  }
}

function answers(name: EngineName): boolean {
  return spawnSync(name, name in containerCommands ? ["--version"] : ["info"]).status === 0;
}
