import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { formatLock, type LockContent, type ParsedLock, parseLock } from "./lock-file";
import { withoutOutdated } from "./standing";
import { writeWhole } from "@pipelines/findings/files";
import { digest } from "./numbers";

/** Everything that the lock has contained in any commit that HEAD and, during a merge, MERGE_HEAD can reach. */
export interface History extends LockContent {
  /** Why some or all of it cannot be read, and how to fix that; `undefined` if everything was read. */
  readonly hidden: { readonly why: string; readonly fix: string } | undefined;
}

/** Number of commits that the cache keeps, most recently used first. */
const keptCommits = 8;

/** Reads the history of the lock at `file`. Never throws: anything that cannot be read is reported in `hidden`. */
export function readHistory(file: string): History {
  const repository = git(file, ["rev-parse", "--is-shallow-repository", "--absolute-git-dir", "--show-prefix", "HEAD"]);
  const [shallow, gitFolder, prefix, head] = repository.text.split("\n");
  if (repository.failure !== undefined && gitFolder === undefined) return hidden(file, repository.failure);
  if (shallow === undefined || gitFolder === undefined || prefix === undefined) return hidden(file, "git is too old");
  const cache = new Cache(path.join(gitFolder, "image-versions", digest(`${prefix}${path.basename(file)}`)));
  const found: LockContent[] = [];
  // Before the first commit there is no HEAD and no history.
  const tips = repository.failure === undefined && head !== undefined ? [head, ...mergeHeads(gitFolder)] : [];
  for (const tip of tips) {
    const known = shallow === "true" ? undefined : cache.read(tip);
    const content = known ?? walk(file, `${prefix}${path.basename(file)}`, tip, shallow === "true" ? undefined : cache);
    if (content === undefined) return hidden(file, "objects are missing from this clone, which was made with --filter");
    found.push(content);
  }
  const seen = {
    entries: found.flatMap(({ entries }) => entries),
    repositories: found.flatMap(({ repositories }) => repositories),
  };
  if (shallow !== "true") return { ...seen, hidden: undefined };
  return {
    ...seen,
    hidden: {
      why: "this clone is shallow",
      fix: "run `git fetch --unshallow`; in GitHub Actions, give actions/checkout `fetch-depth: 0`",
    },
  };
}

/**
 * Returns every version of the lock at `file` from all commits on all branches in the clone; undefined if the clone
 * does not have all of them.
 */
export function readEveryLock(file: string): ParsedLock[] | undefined {
  const { text } = git(file, ["rev-parse", "--is-shallow-repository", "--show-prefix"]);
  const [shallow, prefix = ""] = text.split("\n");
  // If git fails, it prints nothing.
  if (shallow !== "false") return undefined;
  const name = `${prefix}${path.basename(file)}`;
  const blobs = blobsOf(file, name, ["--all"]);
  return blobs && readBlobs(file, blobs)?.map(parseLock);
}

function hidden(file: string, message: string): History {
  const folder = path.dirname(path.resolve(file));
  const { why, fix } = message.includes("safe.directory")
    ? {
        why: "this folder belongs to another user, so git does not read it",
        fix: `run \`git config --global --add safe.directory ${folder}\`, or switch to that user`,
      }
    : message.includes("ENOENT")
      ? { why: "there is no git", fix: "install git" }
      : message.includes("not a git repository")
        ? { why: "this folder is not a git repository", fix: "work in a clone" }
        : { why: message.split("\n")[0] ?? "", fix: "work in a full clone that `git log` can read" };
  return { entries: [], repositories: [], hidden: { why, fix } };
}

/** Returns every version of the file that a commit can reach; `undefined` if one is missing. */
function walk(file: string, name: string, tip: string, cache: Cache | undefined): LockContent | undefined {
  const base = cache?.commits().find((commit) => isAncestor(file, commit, tip));
  const older = base === undefined ? undefined : cache?.read(base);
  // Full history: a branch counts even if a merge took none of its changes.
  const since = base === undefined || older === undefined ? [] : [`^${base}`];
  const blobs = blobsOf(file, name, [tip, ...since]);
  const texts = blobs && readBlobs(file, blobs);
  if (texts === undefined) return undefined;
  const locks: LockContent[] = texts.map(parseLock);
  if (older !== undefined) locks.push(older);
  const content = withoutOutdated({
    entries: locks.flatMap(({ entries }) => entries),
    repositories: locks.flatMap(({ repositories }) => repositories),
  });
  cache?.write(tip, content);
  return content;
}

/** Returns the IDs of a file's versions in the commits that these `git rev-list` arguments select. */
function blobsOf(file: string, name: string, commits: readonly string[]): string[] | undefined {
  const args = ["rev-list", "--objects", "--full-history", ...commits, "--", path.basename(file)];
  const { text, failure } = git(file, args);
  if (failure !== undefined) return undefined;
  return text.split("\n").flatMap((line) => (line.endsWith(` ${name}`) ? [line.slice(0, -name.length - 1)] : []));
}

function isAncestor(file: string, commit: string, tip: string): boolean {
  return git(file, ["merge-base", "--is-ancestor", commit, tip]).failure === undefined;
}

function readBlobs(file: string, ids: readonly string[]): string[] | undefined {
  if (ids.length === 0) return [];
  const { output, failure } = run(file, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  if (failure !== undefined) return undefined;
  const texts: string[] = [];
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf("\n", at);
    const size = /^\S+ blob (\d+)$/.exec(output.toString("latin1", at, end))?.[1];
    if (size === undefined) return undefined;
    texts.push(output.toString("utf8", end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return texts;
}

function mergeHeads(gitFolder: string): string[] {
  try {
    return fs.readFileSync(path.join(gitFolder, "MERGE_HEAD"), "utf8").match(/^[0-9a-f]+$/gm) ?? [];
  } catch {
    return [];
  }
}

/**
 * The locks that recent commits can reach, cached in git's own folder, because the history of a commit never changes.
 * If the cache cannot be read or written, it is not used.
 */
class Cache {
  public constructor(private readonly folder: string) {}

  public read(commit: string): LockContent | undefined {
    const kept = path.join(this.folder, commit);
    try {
      const { entries, repositories, newer, unreadable } = parseLock(fs.readFileSync(kept, "utf8"));
      if (newer !== undefined || unreadable.length > 0) return undefined;
      return { entries, repositories };
    } catch {
      return undefined;
    }
  }

  public write(commit: string, content: LockContent): void {
    try {
      fs.mkdirSync(this.folder, { recursive: true });
      writeWhole(path.join(this.folder, commit), formatLock(content));
      for (const old of this.commits().slice(keptCommits)) fs.rmSync(path.join(this.folder, old), { force: true });
    } catch {
      // Without the cache, it is only slower.
    }
  }

  /** Returns the commits, most recently used first. */
  public commits(): string[] {
    try {
      return fs
        .readdirSync(this.folder)
        .filter((name) => /^[0-9a-f]{40,}$/.test(name))
        .map((name) => ({ name, time: fs.statSync(path.join(this.folder, name)).mtimeMs }))
        .sort((a, b) => b.time - a.time)
        .map(({ name }) => name);
    } catch {
      return [];
    }
  }
}

function git(file: string, args: readonly string[]): { readonly text: string; readonly failure: string | undefined } {
  const { output, failure } = run(file, args);
  return { text: output.toString("utf8"), failure };
}

function run(
  file: string,
  args: readonly string[],
  input = "",
): { readonly output: Buffer; readonly failure: string | undefined } {
  const { stdout, stderr, status, error } = spawnSync("git", args, {
    cwd: path.dirname(path.resolve(file)),
    input,
    maxBuffer: 2 ** 30,
  });
  const output = Buffer.isBuffer(stdout) ? stdout : Buffer.alloc(0);
  if (status === 0) return { output, failure: undefined };
  return { output, failure: error?.message ?? stderr.toString("utf8") };
}
