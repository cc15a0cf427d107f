import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { Finding } from "../checks/finding";
import { committedLocks } from "./committed-lock";
import { formatLock, keyOf, LockEntries, LockEntry, parseLock } from "./lock-file";
import { compareVersions, highestNumber, nextVersion, parseLine } from "./version-number";
import { VersionRequest, Versions } from "./versions";

/** A version that this synth changed in the lock. */
export interface Move {
  readonly environment: string;
  /** `hello-world: component hello-world 1.0.2 → 1.0.3 (hello-world.yaml changed)` */
  readonly told: string;
}

/**
 * The committed file from which components and recipes have their versions.
 *
 * Versions only go forward, whatever happens to the content: AWS remembers every number, and whoever refers to
 * `x.x.x` gets the highest. Nothing is thrown for a mistake in the file or in a definition: it stands in
 * `findings`, and then the file stays as it is.
 */
export class VersionLock implements Versions {
  /** Opens the lock at `file`; where there is none, it begins empty. */
  public static open(file: string, options: { readonly frozen: boolean }): VersionLock {
    return new VersionLock(file, options.frozen);
  }

  private readonly before: LockEntries;
  private readonly text: string | undefined;
  private readonly after = new Map<string, LockEntry>();
  private readonly moved: { readonly move: Move; readonly key: string }[] = [];
  private readonly problems: Finding[];
  private readonly name: string;

  private constructor(
    private readonly file: string,
    private readonly frozen: boolean,
  ) {
    this.name = path.basename(file);
    this.text = readIfExists(file);
    const committed = committedLocks(file, { parent: frozen });
    if (this.text === undefined) {
      this.before = new Map();
      this.problems = committed.some((entries) => entries.size > 0) ? [this.deleted()] : [];
      return;
    }
    const { entries, findings } = parseLock(this.text, this.name);
    this.before = findings.length === 0 ? entries : new Map();
    this.problems = findings.length === 0 ? this.backwards(committed) : findings;
  }

  public versionOf(request: VersionRequest): string {
    const key = keyOf(request);
    const known = this.after.get(key);
    // Two resources of one name: the environment's checks tell it.
    if (known !== undefined) return known.version;

    const old = this.before.get(key);
    const hashes = new Map(request.content.map(({ part, value }) => [part, hash(value)]));
    const changed = [
      ...request.content.filter(({ part }) => old?.hashes?.get(part) !== hashes.get(part)).map(({ label }) => label),
      ...[...(old?.hashes?.keys() ?? [])].filter((part) => !hashes.has(part)),
    ];
    const version = this.next(request, old, changed.length > 0);
    this.after.set(key, { kind: request.kind, name: request.name, version, hashes });
    if (old?.version !== version) {
      const reason =
        old === undefined
          ? "new"
          : old.hashes === undefined
            ? "its name was used before"
            : changed.length > 0
              ? `${changed.join(", ")} changed`
              : `version ${request.line ?? ""} asked for`;
      const numbers = old === undefined ? version : `${old.version} → ${version}`;
      const subject = request.kind === "recipe" ? "recipe" : `component ${request.label}`;
      this.moved.push({
        key,
        move: { environment: request.environment, told: `${request.image}: ${subject} ${numbers} (${reason})` },
      });
    }
    return version;
  }

  /** What moved, in the order in which the stacks asked; then what is no longer there. */
  public moves(): Move[] {
    return [...this.moved.map(({ move }) => move), ...this.removed().map(({ move }) => move)];
  }

  /** All that is wrong with the lock, or with what definitions ask of it. */
  public findings(): Finding[] {
    if (this.problems.length > 0 || !this.frozen) return this.problems;
    return [...this.moved, ...this.removed()].map(({ key, move }) => ({
      severity: "error",
      code: "IB-LOCK-STALE",
      file: this.name,
      field: key,
      found: `${move.environment === "" ? "" : `${move.environment}: `}${move.told}`,
      allowed: "a lock that matches the images, because it is frozen (CI, or --frozen)",
      fix: "run `npm run synth` and commit image-versions.lock",
    }));
  }

  /** Writes the file, whole or not at all, if anything moved; never a frozen one. Throws what the file system throws. */
  public write(): void {
    if (this.frozen) return;
    const entries = new Map(this.after);
    for (const [key, entry] of this.before) {
      if (!entries.has(key)) entries.set(key, { ...entry, hashes: undefined });
    }
    const text = formatLock(entries);
    if (text === this.text) return;
    const temporary = `${this.file}.${process.pid}.tmp`;
    try {
      fs.writeFileSync(temporary, text, { flush: true });
      fs.renameSync(temporary, this.file);
    } finally {
      fs.rmSync(temporary, { force: true });
    }
  }

  private next(request: VersionRequest, old: LockEntry | undefined, changed: boolean): string {
    const { line } = request;
    if (line !== undefined && parseLine(line) === undefined) {
      this.problems.push({
        severity: "error",
        code: "IB-VERSION-LINE",
        file: request.file,
        field: request.kind === "recipe" ? "version" : `component ${request.label}: version`,
        found: `"${line}"`,
        allowed: `major.minor, each 0 to ${highestNumber}; the patch number moves by itself`,
        fix: 'write "1.1", say',
      });
      return "1.0.0";
    }
    if (old === undefined) return `${line ?? "1.0"}.0`;
    if (line !== undefined && compareVersions(line, old.version) > 0) return `${line}.0`;
    if (line !== undefined && compareVersions(line, old.version) < 0) {
      this.problems.push({
        severity: "error",
        code: "IB-VERSION-LOWER",
        file: request.file,
        field: request.kind === "recipe" ? "version" : `component ${request.label}: version`,
        found: `"${line}", where ${keyOf(request)} is at ${old.version} already`,
        allowed: "versions that go forward, because AWS keeps the old ones",
        fix: `ask for "${old.version.split(".", 2).join(".")}" or higher, or leave it out`,
      });
      return old.version;
    }
    if (!changed && old.hashes !== undefined) return old.version;
    return nextVersion(old.version);
  }

  private removed(): { key: string; move: Move }[] {
    return [...this.before.values()]
      .filter((entry) => entry.hashes !== undefined && !this.after.has(keyOf(entry)))
      .map((entry) => ({
        key: keyOf(entry),
        move: { environment: "", told: `${keyOf(entry)} removed; its number ${entry.version} is kept` },
      }));
  }

  private backwards(committed: readonly LockEntries[]): Finding[] {
    const findings = new Map<string, Finding>();
    for (const entry of committed.flatMap((entries) => [...entries.values()])) {
      const key = keyOf(entry);
      const now = this.before.get(key);
      const found =
        now === undefined
          ? `${key} is gone, which was committed at ${entry.version}`
          : compareVersions(now.version, entry.version) < 0
            ? `${key} went back from ${entry.version}, which was committed, to ${now.version}`
            : now.version === entry.version && !sameContent(now, entry)
              ? `${key} ${entry.version} stands for something else than when it was committed`
              : undefined;
      if (found === undefined) continue;
      findings.set(key, {
        severity: "error",
        code: "IB-LOCK-BACKWARDS",
        file: this.name,
        field: key,
        found,
        allowed: "versions that go forward, because AWS keeps the old ones",
        fix: `run \`git checkout -- ${this.name}\`, then \`npm run synth\``,
      });
    }
    return [...findings.values()];
  }

  private deleted(): Finding {
    return {
      severity: "error",
      code: "IB-LOCK-DELETED",
      file: this.name,
      found: "the file is gone, and git still has it",
      allowed: "the committed file: without it, versions would begin again and collide with those in AWS",
      fix: `run \`git checkout -- ${this.name}\``,
    };
  }
}

/** Whether an entry stands for what was committed, or for nothing any more; what was removed does not come back as it was. */
function sameContent(now: LockEntry, committed: LockEntry): boolean {
  if (now.hashes === undefined) return true;
  if (now.hashes.size !== committed.hashes?.size) return false;
  return [...now.hashes].every(([part, value]) => committed.hashes?.get(part) === value);
}

/** 64 bits of SHA-256: enough to see a change, short enough to review. */
function hash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([value]))
    .digest("hex")
    .slice(0, 16);
}

function readIfExists(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    // Where it is a folder, Node does not say which.
    throw Object.assign(error as Error, { path: file });
  }
}
