import * as fs from "node:fs";
import { readEveryLock } from "./history";
import { type LockContent, namesOf, parseLock } from "./lock-file";

/**
 * The versions that a lock has ever assigned to recipes: in the current file, and in every commit on every branch in
 * the clone.
 */
export class GivenVersions {
  private everGiven: ReadonlySet<string> | undefined;
  private readonly now: ReadonlySet<string>;

  public constructor(private readonly file: string) {
    this.now = fs.existsSync(file) ? recipesOf([parseLock(fs.readFileSync(file, "utf8"))]) : new Set();
  }

  /** @returns the versions; `undefined` if they are unknown because part of the history cannot be read */
  public has(name: string, version: string): boolean | undefined {
    const key = `${name} ${version}`;
    if (this.now.has(key)) return true;
    // Read only if needed: nearly always, the state contains the same versions as the current lock.
    const locks = this.everGiven === undefined ? readEveryLock(this.file) : [];
    if (locks === undefined) return undefined;
    this.everGiven ??= recipesOf(locks);
    return this.everGiven.has(key);
  }
}

/** Returns recipes by their names in AWS, with their versions. */
function recipesOf(locks: readonly LockContent[]): Set<string> {
  const recipes = locks.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "recipe"));
  return new Set(recipes.map(({ ref, version }) => `${namesOf(ref).join("-")} ${version}`));
}
