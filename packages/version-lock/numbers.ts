import { createHash } from "node:crypto";
import { identityOf, type LockEntry } from "./lock-file";
import { type Standing, standingOf } from "./standing";
import { fourDigits } from "./version-number";
import type { VersionRequest } from "./versions";

/** What there is of one resource, in the lock and in its history. */
export class Numbers {
  public readonly hashes: ReadonlyMap<string, string>;
  /** The hashes of the first format. */
  private readonly before: ReadonlyMap<string, string>;
  public readonly committed: Standing | undefined;
  /** What was committed and what is on the disk. */
  public readonly seen: Standing | undefined;

  public constructor(
    private readonly request: VersionRequest,
    private readonly ref: string,
    committed: ReadonlyMap<string, readonly LockEntry[]>,
    seen: ReadonlyMap<string, readonly LockEntry[]>,
  ) {
    this.hashes = new Map(request.content.map(({ part, value }) => [part, hash(value)]));
    this.before = new Map(request.content.map(({ part, value, before = value }) => [part, hash(before)]));
    this.committed = standingOf(this.named(committed));
    this.seen = standingOf(this.named(seen));
  }

  /** This resource's own among entries by identity. */
  public own(entries: ReadonlyMap<string, readonly LockEntry[]>): LockEntry[] {
    return this.named(entries).filter((entry) => this.isOwn(entry));
  }

  /** All of this resource's name in AWS, by the names of both formats. */
  private named(entries: ReadonlyMap<string, readonly LockEntry[]>): LockEntry[] {
    const { kind, name } = this.request;
    const identities = [identityOf({ kind, ref: this.ref }), identityOf({ kind, ref: name })];
    return identities.flatMap((identity) => entries.get(identity) ?? []);
  }

  /** Whether an entry is this resource's, and not that of another with the same name in AWS. */
  private isOwn({ kind, ref }: LockEntry): boolean {
    return kind === this.request.kind && (ref === this.ref || ref === this.request.name);
  }

  /** The number that stands for this content and for no other, under the highest n. */
  public kept(standing: Standing | undefined): string | undefined {
    const { line } = this.request;
    if (standing === undefined || (line !== undefined && line !== standing.line)) return undefined;
    // Where a resource was removed, AWS may have built under its number already.
    if (standing.top.some((entry) => entry.hashes === undefined || !this.isOwn(entry))) return undefined;
    const version = standing.top.find((entry) => this.isSame(entry))?.version;
    const others = standing.top.filter((entry) => entry.version === version);
    return others.every((entry) => this.isSame(entry)) ? version : undefined;
  }

  /** Four digits that depend on the content alone. */
  public fingerprint(): number {
    const parts = [...this.hashes].map((part) => part.join("=")).sort();
    return fourDigits(parseInt(digest(parts.join(" ")).slice(0, 8), 16));
  }

  /** What an entry with hashes does not have as the content has it, in words. */
  public changed({ ref }: LockEntry, old: ReadonlyMap<string, string>): string[] {
    const current = ref.includes("/");
    const hashes = current ? this.hashes : this.before;
    const labels = this.request.content
      // What the first format had no hash of may be as it was.
      .filter(({ part }) => (current || old.has(part)) && old.get(part) !== hashes.get(part))
      .map(({ label }) => label);
    return [...labels, ...[...old.keys()].filter((part) => !hashes.has(part))];
  }

  private isSame(entry: LockEntry): boolean {
    return entry.hashes !== undefined && this.changed(entry, entry.hashes).length === 0;
  }
}

/** Enough to see a change, short enough to review. */
function hash(value: unknown): string {
  return digest(JSON.stringify([value]));
}

/** 64 bits of SHA-256. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
