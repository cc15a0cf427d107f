import { createHash } from "node:crypto";
import { identityOf, type LockEntry } from "./lock-file";
import { type Standing, standingOf } from "./standing";
import { fourDigits } from "./version-number";
import type { VersionRequest } from "./versions";

/** What the lock and its history contain about one resource. */
export class Numbers {
  public readonly hashes: ReadonlyMap<string, string>;
  /** The hashes as the first format computed them. */
  private readonly before: ReadonlyMap<string, string>;
  public readonly committed: Standing | undefined;
  /** The numbers in the lock and its history, including uncommitted ones. */
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

  /** Returns this resource's own entries from a map of entries by identity. */
  public own(entries: ReadonlyMap<string, readonly LockEntry[]>): LockEntry[] {
    return this.named(entries).filter((entry) => this.isOwn(entry));
  }

  /** Returns all entries with this resource's name in AWS, in both formats. */
  private named(entries: ReadonlyMap<string, readonly LockEntry[]>): LockEntry[] {
    const { kind, name } = this.request;
    const identities = [identityOf({ kind, ref: this.ref }), identityOf({ kind, ref: name })];
    return identities.flatMap((identity) => entries.get(identity) ?? []);
  }

  /** Reports whether an entry belongs to this resource, and not to another resource of the same name in AWS. */
  private isOwn({ kind, ref }: LockEntry): boolean {
    return kind === this.request.kind && (ref === this.ref || ref === this.request.name);
  }

  /** Returns the number with the highest n that stands only for this content. */
  public kept(standing: Standing | undefined): string | undefined {
    const { line } = this.request;
    if (standing === undefined || (line !== undefined && line !== standing.line)) return undefined;
    // If a resource was removed, AWS may have built something else under its number.
    if (standing.top.some((entry) => entry.hashes === undefined || !this.isOwn(entry))) return undefined;
    const version = standing.top.find((entry) => this.isSame(entry))?.version;
    const others = standing.top.filter((entry) => entry.version === version);
    return others.every((entry) => this.isSame(entry)) ? version : undefined;
  }

  /** Returns four digits that depend only on the content. */
  public fingerprint(): number {
    const parts = [...this.hashes].map((part) => part.join("=")).sort();
    return fourDigits(parseInt(digest(parts.join(" ")).slice(0, 8), 16));
  }

  /** Returns the differences between an entry with hashes and the content, in words. */
  public changed({ ref }: LockEntry, old: ReadonlyMap<string, string>): string[] {
    const current = ref.includes("/");
    const hashes = current ? this.hashes : this.before;
    const labels = this.request.content
      // What the first format did not hash may be unchanged.
      .filter(({ part }) => (current || old.has(part)) && old.get(part) !== hashes.get(part))
      .map(({ label }) => label);
    return [...labels, ...[...old.keys()].filter((part) => !hashes.has(part))];
  }

  private isSame(entry: LockEntry): boolean {
    return entry.hashes !== undefined && this.changed(entry, entry.hashes).length === 0;
  }
}

/** Returns a hash long enough to detect a change, and short enough to review. */
function hash(value: unknown): string {
  return digest(JSON.stringify([value]));
}

/** Returns 64 bits of SHA-256. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
