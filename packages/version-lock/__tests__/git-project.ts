import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Finding } from "@pipelines/findings/finding";
import { type LockOptions, VersionLock } from "../version-lock";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

/** The properties of an image that affect its versions. */
export interface Definition {
  readonly document: string;
  readonly parent: string;
  readonly tests: string;
  readonly repository: string;
  readonly version?: string;
}

/** Set for every git command: the committer, and options that save time without changing the result. */
const gitSettings = [
  "user.name=Tests",
  "user.email=tests@example.com",
  "commit.gpgsign=false",
  "core.editor=true",
  "core.fsync=none",
  "maintenance.auto=false",
].flatMap((setting) => ["-c", setting]);

const definition: Definition = { document: "a", parent: "a", tests: "a", repository: "web" };

/** A version and its content. */
export interface Numbered {
  readonly kind: "component" | "recipe";
  readonly name: string;
  readonly image: string;
  readonly version: string;
  readonly content: string;
  readonly repository: string;
}

export interface Synth {
  readonly numbered: readonly Numbered[];
  readonly findings: readonly Finding[];
  readonly moves: readonly string[];
  readonly lock: VersionLock;
}

export const lockName = "image-versions.lock";

/**
 * A project in a separate git repository: a definition for each image in `images/`, and the lock. It has one
 * environment, and each image has one component.
 */
export class GitProject {
  public constructor(public readonly folder = temporaryFolder()) {}

  public static begin(): GitProject {
    const project = new GitProject();
    project.git("init", "--quiet", "--template=", "--initial-branch=main");
    return project;
  }

  /** Returns a copy with the same history, which takes less time than running the same git commands again. */
  public copy(): GitProject {
    const copy = new GitProject();
    fs.cpSync(this.folder, copy.folder, { recursive: true });
    return copy;
  }

  public get lockFile(): string {
    return path.join(this.folder, lockName);
  }

  public read(file = lockName): string {
    return fs.readFileSync(path.join(this.folder, file), "utf8");
  }

  public write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    fs.writeFileSync(path.join(this.folder, file), text);
  }

  public define(image: string, about: Partial<Definition> = {}): void {
    const before = this.images().includes(image) ? this.definition(image) : { ...definition, repository: image };
    this.write(`images/${image}.json`, `${JSON.stringify({ ...before, ...about }, undefined, 2)}\n`);
  }

  public remove(image: string): void {
    fs.rmSync(path.join(this.folder, "images", `${image}.json`));
  }

  public images(): string[] {
    const images = path.join(this.folder, "images");
    if (!fs.existsSync(images)) return [];
    return fs.readdirSync(images).map((file) => path.parse(file).name);
  }

  public definition(image: string): Definition {
    return JSON.parse(this.read(`images/${image}.json`)) as Definition;
  }

  /** Runs one synth, which writes the lock if nothing is wrong. */
  public synth(options: Partial<LockOptions> = {}, environment = "dev"): Synth {
    const lock = VersionLock.open(this.lockFile, { frozen: false, ...options });
    const numbered = this.images().flatMap((image) => numbers(lock, environment, image, this.definition(image)));
    const findings = lock.findings();
    if (!findings.some(({ severity }) => severity === "error")) lock.write();
    return { numbered, findings, moves: lock.moves().map(({ message }) => message), lock };
  }

  /** Returns the codes of a frozen synth's findings. */
  public frozen(options: Partial<LockOptions> = {}): string[] {
    return this.synth({ frozen: true, ...options }).findings.map(({ code }) => code);
  }

  public version(image = "web", options: Partial<LockOptions> = {}): string {
    const { numbered, findings } = this.synth(options);
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
    return numbered.find((one) => one.kind === "recipe" && one.image === image)?.version ?? "";
  }

  public commit(message = "Change"): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", message);
  }

  /** Changes definitions, synthesizes and commits. */
  public change(image: string, about: Partial<Definition>): string {
    this.define(image, about);
    const version = this.version(image);
    this.commit();
    return version;
  }

  public clone(...args: string[]): GitProject {
    const folder = path.join(temporaryFolder(), "clone");
    this.git("clone", "--quiet", ...args, `file://${this.folder}`, folder);
    return new GitProject(folder);
  }

  /** Runs git and throws if it fails. */
  public git(...args: string[]): string {
    const { code, output } = this.tryGit(...args);
    if (code !== 0) throw new Error(`git ${args.join(" ")}: ${output}`);
    return output.trim();
  }

  public tryGit(...args: string[]): { readonly code: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync("git", [...gitSettings, ...args], {
      cwd: this.folder,
      encoding: "utf8",
    });
    return { code: status, output: `${stdout}${stderr}` };
  }
}

function numbers(lock: VersionLock, environment: string, image: string, about: Definition): Numbered[] {
  const { document, parent, tests, repository, version: line } = about;
  const file = `images/${image}.json`;
  const ask = (kind: "component" | "recipe", label: string, content: Readonly<Record<string, string>>): Numbered => {
    const name = kind === "recipe" ? `${environment}-${image}` : `${environment}-${image}-${label}`;
    const version = lock.versionOf({
      kind,
      name,
      environment,
      image,
      label,
      file,
      line: kind === "recipe" ? line : undefined,
      ...(kind === "recipe" ? { repositories: [repository] } : {}),
      content: Object.entries(content).map(([part, value]) => ({ part, label: part, value })),
    });
    return { kind, name, image, version, content: JSON.stringify(content), repository };
  };
  const component = ask("component", "install", { document });
  return [component, ask("recipe", image, { parent, components: component.version, repository, tests })];
}
