import { groupBy } from "@pipelines/findings/values";
import type { LockContent, LockEntry, RepositoryEntry } from "./lock-file";
import { compareVersions, lineOf, rankOf } from "./version-number";

/** How far the numbers of one resource have advanced. */
export interface Standing {
  /** Highest `major.minor`. */
  readonly line: string;
  /** Highest n in any series. */
  readonly rank: number;
  /** Highest n in the series below the highest `major.minor`; undefined if there are none. */
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

/**
 * Returns the entries that the next number depends on: those with the highest numbers and, if a merge left a higher n in
 * a lower series, those with the highest n. Two branches may have given several versions the same n.
 */
export function latestOf(entries: readonly LockEntry[]): LockEntry[] {
  const { top = [], rank } = standingOf(entries) ?? {};
  return entries.filter((entry) => top.includes(entry) || rankOf(entry.version) === rank);
}

/** Merges any number of locks into the data that later version numbers depend on, without duplicates. */
export function withoutOutdated({ entries, repositories }: LockContent): LockContent {
  const kept = [...groupBy(entries, keyOf).values()].flatMap((all) => {
    const below = standingOf(all)?.below;
    const kept = [...latestOf(all), ...all.filter(({ version }) => rankOf(version) === below)];
    return [...new Map(kept.map((entry) => [contentOf(entry), entry])).values()];
  });
  const names = groupBy(repositories, ({ ref, name }) => `${ref} ${name}`);
  // The image's definition shows whether it still has the repository. Once a repository has been left behind, this is
  // recorded forever.
  return { entries: kept, repositories: [...names.values()].flatMap((all) => formerOf(all)) };
}

/** Returns what several locks record about one repository of an image, which may no longer use it. */
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
