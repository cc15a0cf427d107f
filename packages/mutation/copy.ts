import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { linkModules } from "@pipelines/rehearsal/project-copy";
import { changed, type Mutant, withProbes } from "./mutants";

/** Used instead of the name of the failed test file if a mutant's tests did not end. */
export const timeLimit = "time limit";

/** What Jest reports about a test file. */
export interface TestFile {
  readonly path: string;
  readonly failed: boolean;
  readonly milliseconds: number;
  readonly message: string | null;
  /** Indexes of the mutants whose statement it ran. */
  readonly reached: readonly number[];
}

/** A copy of a project, with its history, to run tests in; the user's own files never change. */
export class Copy {
  private readonly base = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "mutate-")));
  private readonly folder = path.join(this.base, "project");
  /** Where tests put their own folders: those that are ended leave them behind. */
  private readonly temporary = path.join(this.base, "tmp");
  private readonly reached = path.join(this.base, "reached");
  private jest: ChildProcess | undefined;

  public constructor(root: string) {
    fs.mkdirSync(this.temporary);
    git(root, "clone", "--quiet", "--shared", "--no-checkout", root, this.folder);
    git(this.folder, "reset", "--quiet");
    for (const file of filesOf(root)) fs.cpSync(path.join(root, file), path.join(this.folder, file));
    linkModules(root, this.folder);
  }

  /** Ends all processes that run in the copy, and deletes it. */
  public delete(): void {
    this.kill();
    remove(this.base);
  }

  /** Runs test files in this order, all of them, and finds out which of these mutants each one reaches. */
  public async run(tests: readonly string[], mutants: readonly Mutant[]): Promise<TestFile[]> {
    const texts = new Map<string, string>();
    for (const file of new Set(mutants.map((mutant) => mutant.file))) {
      const text = fs.readFileSync(path.join(this.folder, file), "utf8");
      texts.set(file, text);
      const own = new Map(mutants.flatMap((mutant, index) => (mutant.file === file ? [[index, mutant] as const] : [])));
      fs.writeFileSync(path.join(this.folder, file), withProbes(file, text, own, this.reached));
    }
    try {
      return await this.runJest(tests, this.reached);
    } finally {
      for (const [file, text] of texts) fs.writeFileSync(path.join(this.folder, file), text);
    }
  }

  /** Runs test files on a mutant in this order, until a test fails. @returns its file, if any */
  public async try(mutant: Mutant, tests: readonly string[], limit: number): Promise<string | undefined> {
    const file = path.join(this.folder, mutant.file);
    const text = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, changed(text, mutant));
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      this.kill();
    }, limit);
    try {
      const files = await this.runJest(tests);
      return late.signal.aborted ? timeLimit : files.find(({ failed }) => failed)?.path;
    } finally {
      clearTimeout(timer);
      fs.writeFileSync(file, text);
    }
  }

  private async runJest(tests: readonly string[], reached?: string): Promise<TestFile[]> {
    const paths = tests.map((test) => path.join(this.folder, ...test.split("/")));
    const jest = ["node_modules/jest/bin/jest.js", "--config", "packages/mutation/jest/config.js", "--runInBand"];
    const cache = ["--cacheDirectory", path.join(this.base, "cache")];
    this.jest = spawn(process.execPath, [...jest, ...cache, "--runTestsByPath", ...paths], {
      cwd: this.folder,
      // These tests may run in a copy themselves, with a file of their own.
      env: { ...process.env, MUTATION_REACHED: reached, TMPDIR: this.temporary, MUTATION_TESTS: paths.join("\n") },
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      // A separate process group, so that everything the tests start can be ended together.
      detached: true,
    });
    const files: TestFile[] = [];
    const reports = createInterface({ input: this.jest.stdio[3] as NodeJS.ReadableStream });
    reports.on("line", (line) => {
      const file = JSON.parse(line) as TestFile;
      files.push({ ...file, path: path.relative(this.folder, file.path).split(path.sep).join("/") });
      // One test that fails is enough: neither the rest of its file nor its clean-up is waited for.
      if (file.failed && reached === undefined) this.kill();
    });
    const ended = this.jest;
    await new Promise((resolve) => ended.once("exit", resolve));
    reports.close();
    this.jest = undefined;
    remove(this.temporary);
    fs.mkdirSync(this.temporary);
    return files;
  }

  private kill(): void {
    const pid = this.jest?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has just ended.
    }
  }
}

/** Returns a project's files: those that git tracks, and new ones. */
export function filesOf(root: string): string[] {
  const listed = git(root, "ls-files", "-zco", "--exclude-standard").split("\0");
  return listed.filter((file) => file !== "" && fs.existsSync(path.join(root, file))).sort();
}

function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Removes a folder. A build that was killed may have left something mounted in it. */
function remove(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    const { code, path: place = "" } = error as NodeJS.ErrnoException;
    if (code !== "EBUSY" || spawnSync("umount", ["--lazy", place]).status !== 0) throw error;
    remove(folder);
  }
}
