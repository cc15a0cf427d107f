import { groupBy } from "@pipelines/findings/values";
import type { LockContent, LockEntry, RepositoryEntry } from "./lock-file";
import { compareVersions, lineOf, rankOf } from "./version-number";

/** How far the numbers of one resource have got. */
export interface Standing {
  /** Highest `major.minor`. */
  readonly line: string;
  /** Highest n of all, in any series. */
  readonly rank: number;
  /** Highest n below the highest `major.minor`; undefined if there is no other. */
  readonly below: number | undefined;
  /** The entries with the highest numbers: the highest n of the highest series. */
  readonly top: readonly LockEntry[];
}

export function standingOf(entries: readonly LockEntry[]): Standing | undefined {
  const [first, ...others] = entries;
  if (first === undefined) return undefined;
  let highest = first.version;
  let rank = rankOf(highest);
  for (const { version } of others) {
    if (compareVersions(version, highest) > 0) highest = version;
    rank = Math.max(rank, rankOf(version));
  }
  const lower = entries.filter(({ version }) => lineOf(version) !== lineOf(highest));
  return {
    line: lineOf(highest),
    rank,
    below: lower.length === 0 ? undefined : Math.max(...lower.map(({ version }) => rankOf(version))),
    top: entries.filter(({ version }) => compareVersions(version, highest) === 0),
  };
}

/** Merges any number of locks into what later version numbers depend on, without duplicates. */
export function withoutOutdated({ entries, repositories }: LockContent): LockContent {
  const kept = [...groupBy(entries, keyOf).values()].flatMap((all) => {
    const standing = standingOf(all);
    if (standing === undefined) return [];
    const { top, rank, below, line } = standing;
    const ranked = top.some(({ version }) => rankOf(version) === rank)
      ? undefined
      : all.find(({ version }) => rankOf(version) === rank);
    const lower = all.find(({ version }) => lineOf(version) !== line && rankOf(version) === below);
    const kept = [...top, ranked, lower].filter((entry) => entry !== undefined);
    return [...new Map(kept.map((entry) => [contentOf(entry), entry])).values()];
  });
  const names = groupBy(repositories, ({ ref, name }) => `${ref} ${name}`);
  // The image itself shows whether it still has the repository. That the repository was left once counts forever.
  return { entries: kept, repositories: [...names.values()].flatMap((all) => formerOf(all)) };
}

/** What several locks record about one repository of one image, which may no longer have it. */
export function formerOf(entries: readonly RepositoryEntry[]): RepositoryEntry[] {
  const [first] = entries;
  if (first === undefined) return [];
  return [{ ...first, use: entries.some(({ use }) => use === "left") ? "left" : "kept" }];
}

export function keyOf({ kind, ref }: Pick<LockEntry, "kind" | "ref">): string {
  return `${kind} ${ref}`;
}

function contentOf({ version, hashes }: LockEntry): string {
  return [version, ...(hashes === undefined ? ["removed"] : [...hashes].flat())].join(" ");
}
