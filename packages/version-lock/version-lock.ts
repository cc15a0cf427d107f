import * as fs from "node:fs";
import * as path from "node:path";
import { error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { quote } from "@pipelines/findings/text";
import { groupBy } from "@pipelines/findings/values";
import { type History, readHistory } from "./history";
import {
  formatLock,
  identityOf,
  type LockEntry,
  namesOf,
  type ParsedLock,
  parseLock,
  refOf,
  type RepositoryEntry,
} from "./lock-file";
import { Numbers } from "./numbers";
import { formerOf, keyOf, latestOf, standingOf } from "./standing";
import { compareVersions, highestNumber, lineOf, nextVersion, parseLine, rankOf } from "./version-number";
import type { FormerRepository, VersionRequest, Versions } from "./versions";
import { writeWhole } from "@pipelines/findings/files";

/** An image whose versions should advance although nothing changed. */
export interface Forward {
  readonly image: string;
  /** The environment; `undefined` means every environment that has the image. */
  readonly environment: string | undefined;
  /** A version in AWS that the next one must exceed; `undefined` means the highest in the lock and its history. */
  readonly past: string | undefined;
}

export interface LockOptions {
  /** Whether the lock must already match and must not change. */
  readonly frozen: boolean;
  readonly forward?: readonly Forward[];
  /** Whether a synth may continue if git's history cannot be read. */
  readonly withoutHistory?: boolean;
  /** Name of the project. @default none */
  readonly project?: string | undefined;
}

/** Definitions that no longer exist: environments, and images and repositories in environments that still exist. */
export interface Gone {
  readonly environments: readonly string[];
  readonly images: readonly { readonly environment: string; readonly name: string }[];
  readonly repositories: readonly { readonly environment: string; readonly name: string }[];
}

/** A version that this synth changed in the lock. */
export interface Move {
  readonly environment: string;
  /** `hello-world: component hello-world 1.0.0 → 1.0.14711 (hello-world.yaml changed)` */
  readonly message: string;
}

/**
 * The committed file that assigns versions to components and recipes, together with its own history in git.
 *
 * Versions only go forward, whatever happens to the content: AWS remembers every number, and a reference to `x.x.x`
 * gets the highest. docs/versions.md explains how numbers are chosen. A mistake in the file or in a definition does not
 * throw: it is reported in `findings`, and the file is left as it is.
 */
export class VersionLock implements Versions {
  /** Opens the lock at `file`. If the file does not exist, only git's history is used. */
  public static open(file: string, options: LockOptions): VersionLock {
    return new VersionLock(file, options);
  }

  private readonly name: string;
  private readonly text: string | undefined;
  private readonly disk: ParsedLock;
  private readonly history: History;
  /** Entries by identity: those that were committed, those on disk, and both. */
  private readonly committed: ReadonlyMap<string, readonly LockEntry[]>;
  private readonly written: ReadonlyMap<string, readonly LockEntry[]>;
  private readonly seen: ReadonlyMap<string, readonly LockEntry[]>;
  private readonly after = new Map<string, LockEntry>();
  /** Repositories of each image, by `<environment>/<image>`. */
  private readonly repositories = new Map<string, readonly string[]>();
  /** The group of each image, by `<environment>/<image>`, if it is in one. */
  private readonly groups = new Map<string, string | undefined>();
  /** Whether each environment keeps resources whose definition is gone; otherwise its deploys delete them. */
  private readonly protection = new Map<string, boolean>();
  private readonly consumed = new Set<string>();
  private readonly forwarded = new Set<Forward>();
  private readonly moved: { readonly move: Move; readonly key: string }[] = [];
  private readonly problems: Finding[];

  private constructor(
    private readonly file: string,
    private readonly options: LockOptions,
  ) {
    this.name = path.basename(file);
    this.text = readIfExists(file);
    this.disk =
      this.text === undefined
        ? { entries: [], repositories: [], conflict: undefined, newer: undefined, unreadable: [] }
        : parseLock(this.text);
    this.history = readHistory(file);
    this.committed = groupBy(this.history.entries, identityOf);
    this.written = groupBy(this.disk.entries, identityOf);
    this.seen = groupBy([...this.history.entries, ...this.disk.entries], identityOf);
    this.problems = [...this.unreadable(), ...this.withoutHistory(), ...this.renamedProject()];
  }

  public versionOf(request: VersionRequest): string {
    const { kind, environment, image } = request;
    const ref = kind === "recipe" ? refOf(environment, image) : refOf(environment, image, request.label);
    const key = keyOf({ kind, ref });
    const known = this.after.get(key);
    // Two resources of the same name are reported by the environment's checks.
    if (known !== undefined) return known.version;

    if (request.repositories !== undefined) {
      this.repositories.set(ref, request.repositories);
      this.groups.set(ref, request.group);
    }
    this.consumed.add(keyOf({ kind, ref: request.name }));
    const numbers = new Numbers(request, ref, this.committed, this.seen);
    const before = standingOf(numbers.own(this.written))?.top[0];
    const forward = this.forwardOf(request);
    const { version, reason } = this.next(request, numbers, before, forward);
    this.after.set(key, { kind, ref, version, hashes: numbers.hashes });
    if (isOutOfOrder(version, request, numbers)) {
      this.problems.push(
        error({ file: this.name, field: key }, "IB-LOCK-LINE", {
          found: `the version ${version}, which no synth wrote: its n is not higher than that of every earlier version`,
          allowed: "what `npm run synth` writes; a definition's `version` changes the major and minor number",
          fix: `restore the line with git; if it is committed or that version is in AWS, run \`npm run synth -- --forward ${image}\``,
        }),
      );
    }
    if (before?.version !== version || before.hashes === undefined) {
      const subject = kind === "recipe" ? "recipe" : `${kind} ${request.label}`;
      const step = before === undefined || before.version === version ? version : `${before.version} → ${version}`;
      this.moved.push({ key, move: { environment, message: `${image}: ${subject} ${step} (${reason})` } });
    }
    return version;
  }

  public recipeHas(environment: string, image: string, part: string, committed = false): boolean {
    const known = committed ? this.committed : this.seen;
    const key = identityOf({ kind: "recipe", ref: refOf(environment, image) });
    return standingOf(known.get(key) ?? [])?.top.some(({ hashes }) => hashes?.has(part)) === true;
  }

  public formerRepositories(environment: string, deletionProtection: boolean): readonly FormerRepository[] {
    this.protection.set(environment, deletionProtection);
    const former = this.content()
      .repositories.filter(({ ref, use }) => use !== "current" && namesOf(ref)[0] === environment)
      .map(({ ref, name, use, group }) => ({ name, left: use === "left", image: namesOf(ref)[1] ?? "", group }));
    const names = [...groupBy(former, ({ name, group = "" }) => `${name} ${group}`).values()];
    return names
      .map((all) => ({
        name: all[0]?.name ?? "",
        group: all[0]?.group,
        // A repository that an image uses is kept, even if another image that used it was removed.
        left: all.every(({ left }) => left),
        images: [...new Set(all.map(({ image }) => image))].sort(),
      }))
      .sort(byName);
  }

  /**
   * Returns repositories that, according to the lock, an environment's images left behind in AWS, and that images use
   * again as of this synth.
   */
  public returnedRepositories(environment: string): readonly string[] {
    const names = (entries: readonly RepositoryEntry[], uses: readonly RepositoryEntry["use"][]): string[] =>
      entries.filter(({ ref, use }) => uses.includes(use) && namesOf(ref)[0] === environment).map(({ name }) => name);
    const had = names(this.disk.repositories, ["current", "kept"]);
    const left = names(this.disk.repositories, ["left"]);
    const has = new Set(names(this.content().repositories, ["current"]));
    return [...has].filter((name) => left.includes(name) && !had.includes(name)).sort();
  }

  /** Returns definitions that are in the lock on disk but no longer in the stacks. */
  public noLongerDefined(): Gone {
    const environmentOf = (ref: string): string => namesOf(ref)[0] ?? "";
    const current = this.protection;
    const live = this.disk.entries.filter(({ kind, ref, hashes }) => kind === "recipe" && hashes && ref.includes("/"));
    const environments = [...new Set(live.map(({ ref }) => environmentOf(ref)))].filter((name) => !current.has(name));
    const images = live
      .filter(({ ref }) => current.has(environmentOf(ref)) && !this.repositories.has(ref))
      .map(({ ref }) => ({ environment: environmentOf(ref), name: namesOf(ref)[1] ?? "" }));
    const has = new Set(
      [...this.repositories].flatMap(([ref, names]) => names.map((name) => `${environmentOf(ref)} ${name}`)),
    );
    const repositories = this.disk.repositories
      .filter(({ ref, name, use }) => use === "current" && !has.has(`${environmentOf(ref)} ${name}`))
      .filter(({ ref }) => current.has(environmentOf(ref)))
      .map(({ ref, name }) => ({ environment: environmentOf(ref), name }));
    return { environments, images, repositories };
  }

  /** Returns what changed, in the order of the stacks' requests, then what no longer exists. */
  public moves(): Move[] {
    const solved: Move = {
      environment: "",
      message: `${this.name}: its merge conflict is resolved, now run \`git add ${this.name}\``,
    };
    const conflict = this.disk.conflict === undefined ? [] : [solved];
    return [...this.moved.map(({ move }) => move), ...this.removed().map(({ move }) => move), ...conflict];
  }

  /** Returns everything that is wrong with the lock, or with what definitions or the command line require of it. */
  public findings(): Finding[] {
    // A lock in a newer format cannot be compared with anything.
    if (this.disk.newer !== undefined) return this.problems;
    const unknown = (this.options.forward ?? [])
      .filter((forward) => !this.forwarded.has(forward))
      .map(({ image, environment }) => {
        const known = [...this.repositories.keys()].map((ref) => namesOf(ref));
        const environments = [...new Set(known.map(([name = ""]) => name))];
        if (environment !== undefined && !environments.includes(environment)) {
          return unknownName(this.name, "--environment", environment, environments);
        }
        const there = known.filter(([name]) => environment === undefined || name === environment);
        const images = [...new Set(there.map(([, name = ""]) => name))].sort();
        return unknownName(this.name, "--forward", image, images, environment);
      });
    return [...this.problems, ...unknown, ...(this.options.frozen ? this.stale() : [])];
  }

  /**
   * Writes the file if anything in it has changed, either completely or not at all, but never if it is frozen. Throws
   * the file system's errors.
   */
  public write(): void {
    if (this.options.frozen) return;
    const text = formatLock(this.content());
    if (text === this.text) return;
    writeWhole(this.file, text);
  }

  private next(
    request: VersionRequest,
    numbers: Numbers,
    before: LockEntry | undefined,
    forward: Forward | undefined,
  ): { version: string; reason: string } {
    const { line } = request;
    const { committed, seen } = numbers;
    const at = { file: request.file, field: kindField(request) };
    if (line !== undefined && parseLine(line) === undefined) {
      const series = /^\d+\.\d+(?=\.)/.exec(line)?.[0];
      this.problems.push(
        error(at, "IB-VERSION-LINE", {
          found: `"${line}"`,
          allowed: `major.minor, each 0 to ${highestNumber}; synth sets the patch number`,
          fix: series === undefined || parseLine(series) === undefined ? undefined : `write "${series}"`,
        }),
      );
      return { version: "1.0.0", reason: "new" };
    }
    if (seen === undefined && forward?.past === undefined) return { version: `${line ?? "1.0"}.0`, reason: "new" };
    const floor = highestLine(this.history.hidden === undefined ? committed?.line : seen?.line, forward?.past);
    if (line !== undefined && floor !== undefined && compareVersions(line, floor) < 0) {
      this.problems.push(
        error(at, "IB-VERSION-LOWER", {
          found: `"${line}", but ${request.name} is already at ${floor}`,
          allowed: "versions that go forward, because AWS keeps old ones",
          fix: `set "${floor}" or higher, or leave it out`,
        }),
      );
      return { version: seen?.top[0]?.version ?? "1.0.0", reason: "new" };
    }
    if (forward === undefined) {
      const kept = numbers.kept(seen);
      if (kept !== undefined) return { version: kept, reason: `as in ${this.name} and its history` };
      const back = numbers.kept(committed);
      if (back !== undefined) return { version: back, reason: "as committed" };
    }
    const past = forward?.past;
    const rank = Math.max(seen?.rank ?? 0, past === undefined ? 0 : rankOf(past));
    const version = nextVersion(line ?? highestLine(seen?.line, past) ?? "1.0", rank, numbers.fingerprint());
    return { version, reason: reasonOf(request, numbers, before, forward) };
  }

  private forwardOf({ image, environment }: VersionRequest): Forward | undefined {
    const forward = this.options.forward?.find(
      (one) => one.image === image && (one.environment === undefined || one.environment === environment),
    );
    if (forward !== undefined) this.forwarded.add(forward);
    return forward;
  }

  /** Returns the content of the lock after this synth. */
  private content(): { entries: LockEntry[]; repositories: RepositoryEntry[]; project: string | undefined } {
    const current = [...this.repositories].flatMap(([ref, names]) =>
      names.map((name): RepositoryEntry => ({ ref, name, use: "current" })),
    );
    const recorded = new Map(this.disk.repositories.map(({ ref, group }) => [ref, group]));
    const grouped = (entry: RepositoryEntry): RepositoryEntry => ({
      ...entry,
      group: this.groups.has(entry.ref) ? this.groups.get(entry.ref) : (recorded.get(entry.ref) ?? entry.group),
    });
    const repositories = groupBy([...this.remembered(), ...current], ({ ref, name }) => `${ref} ${name}`);
    return {
      project: this.options.project,
      entries: [...this.after.values(), ...this.gone()],
      repositories: [...repositories.values()].flatMap((all) => {
        const [former] = formerOf(all).map(grouped);
        if (former === undefined) return [];
        const names = this.repositories.get(former.ref);
        if (names?.includes(former.name) === true) return [{ ...former, use: "current" }];
        const isDeleted = former.use === "kept" && this.protection.get(namesOf(former.ref)[0] ?? "") === false;
        if (isDeleted) return [{ ...former, use: "deleted" }];
        return [names === undefined ? { ...former, use: "left" } : former];
      }),
    };
  }

  /**
   * Returns the numbers of resources that no longer exist: for each, all that its next number depends on. A number that
   * was never committed is not kept.
   */
  private gone(): LockEntry[] {
    const kept = this.history.hidden === undefined ? this.history.entries : [...this.seen.values()].flat();
    // Drops lines in the first format for resources that now have lines in the second.
    const current = kept.filter(({ ref }) => ref.includes("/"));
    const replaced = new Set(current.map(({ kind, ref }) => keyOf({ kind, ref: namesOf(ref).join("-") })));
    return [...groupBy(kept, keyOf)].flatMap(([key, entries]) => {
      const isReplaced = !key.includes("/") && replaced.has(key);
      if (isReplaced || this.after.has(key) || this.consumed.has(key)) return [];
      const latest = latestOf(entries).map((entry) => ({ ...entry, hashes: undefined }));
      return [...new Map(latest.map((entry) => [entry.version, entry])).values()];
    });
  }

  private removed(): { key: string; move: Move }[] {
    const live = new Set(this.disk.entries.filter(({ hashes }) => hashes !== undefined).map(keyOf));
    return this.gone()
      .filter((entry) => live.has(keyOf(entry)))
      .map((entry) => ({
        key: keyOf(entry),
        move: { environment: "", message: `${keyOf(entry)} removed; its number ${entry.version} is kept` },
      }));
  }

  /** Returns every repository that an image has ever had. Uncommitted ones count only if commits cannot be read. */
  private remembered(): RepositoryEntry[] {
    const { hidden, repositories } = this.history;
    return hidden === undefined ? [...repositories] : [...repositories, ...this.disk.repositories];
  }

  private stale(): Finding[] {
    if (this.disk.conflict !== undefined || this.disk.unreadable.length > 0) return [];
    const allowed = "a lock that matches the images and its own history, because it is frozen (CI, or --frozen)";
    const fix = `run \`npm run synth\` and commit ${this.name}`;
    const findings = [...this.moved, ...this.removed()].map(({ key, move }) =>
      error({ file: this.name, field: key }, "IB-LOCK-STALE", {
        found: `${move.environment === "" ? "" : `${move.environment}: `}${move.message}`,
        allowed,
        fix,
      }),
    );
    const [is, shall] = [significant(this.text ?? ""), significant(formatLock(this.content()))];
    const other = [...is].find((line) => !shall.has(line)) ?? [...shall].find((line) => !is.has(line));
    if (findings.length > 0 || other === undefined) return findings;
    const found = is.has(other) ? `a line that does not belong there: ${other}` : `a line is missing: ${other}`;
    return [error({ file: this.name }, "IB-LOCK-STALE", { found, allowed, fix })];
  }

  /**
   * Returns findings for merge conflict markers and unreadable lines. A synth that can read the history rewrites the
   * file.
   */
  private unreadable(): Finding[] {
    const { frozen } = this.options;
    const { conflict, newer, unreadable } = this.disk;
    if (newer !== undefined) {
      return [
        error({ file: this.name, line: newer }, "IB-LOCK-FORMAT", {
          found: "a lock format that is newer than this version of the project",
          allowed: "image-versions 1 to 4",
          fix: "update the project to the version that wrote the lock: merge the branch that it comes from; never edit the line",
        }),
      ];
    }
    const findings: Finding[] = [];
    if (conflict !== undefined && frozen) {
      findings.push(
        error({ file: this.name, line: conflict, column: 1 }, "IB-LOCK-CONFLICT", {
          found: "a merge conflict",
          allowed: "a lock that matches the images, because it is frozen (CI, or --frozen)",
          fix: `run \`npm run synth\`, which resolves it, then \`git add ${this.name}\` and commit`,
        }),
      );
    }
    const whole = this.history.hidden === undefined;
    const tell = whole && !frozen ? warning : error;
    for (const { line, text } of unreadable) {
      findings.push(
        tell({ file: this.name, line, column: 1 }, "IB-LOCK-LINE", {
          found: text === "" ? "an empty file" : quote(text.slice(0, 100)),
          allowed: "what `npm run synth` writes",
          fix: frozen
            ? `run \`npm run synth\` and commit ${this.name}`
            : whole
              ? "nothing: this synth takes the number from the lock's history in git"
              : "delete the line, run `npm run synth -- --forward <image>=<version>` with the image's highest version in AWS",
        }),
      );
    }
    return findings;
  }

  /** All names in AWS start with the project's name: if it changed, Terraform would build everything a second time. */
  private renamedProject(): Finding[] {
    const { project } = this.options;
    const { project: before, entries } = this.disk;
    const at = { file: "stacks/accounts.ts", field: "project.name" };
    const called = (name: string | undefined): string => (name === undefined ? "none" : quote(name));
    if (before !== undefined && project !== before) {
      return [
        error(at, "IB-PROJECT", {
          found: `the project's name is ${called(project)}, but ${this.name} was written under ${called(before)}`,
          allowed: "the name that the project had when it was first deployed, because it is part of every name in AWS",
          fix: `write name: ${quote(before)}; if nothing is deployed, delete the line "project ${before}" from the lock instead`,
        }),
      ];
    }
    if (project === undefined || before !== undefined) return [];
    const environments = new Set(entries.filter(({ hashes }) => hashes).map(({ ref }) => namesOf(ref)[0] ?? ""));
    if (environments.size === 0) return [];
    return [
      warning(at, "IB-PROJECT", {
        found: `a name for a project that had none: ${[...environments].join(", ")} will be built a second time under new names`,
        allowed: "a name that is set before the first deploy",
        fix: "if anything is deployed, leave the name out",
      }),
    ];
  }

  private withoutHistory(): Finding[] {
    const { hidden } = this.history;
    const { frozen, withoutHistory = false } = this.options;
    if (hidden === undefined || withoutHistory) return [];
    const begins = this.text === undefined ? `, and there is no ${this.name}: numbers start at 1.0.0` : "";
    return [
      (frozen ? error : warning)({ file: this.name }, "IB-LOCK-HISTORY", {
        found: `the history of ${this.name} cannot be read: ${hidden.why}${begins}`,
        allowed: "the full history, which shows whether a revert or a merge brought back an old number",
        fix: `${hidden.fix}; or accept it with --without-history`,
      }),
    ];
  }
}

/** Reports whether someone edited a version's major or minor number: a synth changes these only with a higher n. */
function isOutOfOrder(version: string, { line }: VersionRequest, { seen }: Numbers): boolean {
  return (
    line === undefined && seen?.below !== undefined && seen.line === lineOf(version) && rankOf(version) <= seen.below
  );
}

function reasonOf(
  request: VersionRequest,
  numbers: Numbers,
  before: LockEntry | undefined,
  forward: Forward | undefined,
): string {
  if (forward !== undefined) return "--forward";
  if (before?.hashes === undefined) return "its name was used before";
  const changed = numbers.changed(before, before.hashes);
  if (changed.length > 0) return `${changed.join(", ")} changed`;
  if (request.line !== undefined && request.line !== lineOf(before.version)) return `version ${request.line} requested`;
  return `after ${numbers.seen?.top[0]?.version ?? before.version}`;
}

function unknownName(
  file: string,
  option: "--environment" | "--forward",
  name: string,
  names: readonly string[],
  environment?: string,
): Finding {
  const near = nearest(name, names);
  const what =
    option === "--forward"
      ? `image ${quote(name)} in ${environment ?? "any environment"}`
      : `environment ${quote(name)}`;
  return error({ file, field: option }, "IB-LOCK-FORWARD", {
    found: `no ${what}`,
    allowed: names.join(", "),
    fix: near === undefined || near === name ? undefined : `write ${option} ${near}`,
  });
}

function kindField({ kind, label }: VersionRequest): string {
  return kind === "recipe" ? "version" : `${kind} ${label}: version`;
}

function highestLine(line: string | undefined, past: string | undefined): string | undefined {
  const other = past === undefined ? undefined : lineOf(past);
  return line === undefined || (other !== undefined && compareVersions(other, line) > 0) ? other : line;
}

function byName(a: FormerRepository, b: FormerRepository): number {
  return a.name < b.name ? -1 : 1;
}

/** Returns a lock's lines without line endings, comments and empty lines. */
function significant(text: string): Set<string> {
  return new Set(text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#")));
}

function readIfExists(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    // If the path is a folder, Node's error does not contain the path.
    throw Object.assign(error as Error, { path: file });
  }
}
