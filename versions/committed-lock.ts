import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { LockEntries, parseLock } from "./lock-file";

/**
 * The lock file as git has it: in the commit that is checked out and, in CI, in the one before it too, because
 * there the checked-out commit already holds the change under review.
 *
 * Nothing where there is no git, no commit, or no lock file that can be read in it.
 */
export function committedLocks(file: string, options: { readonly parent: boolean }): LockEntries[] {
  return (options.parent ? ["HEAD", "HEAD^1"] : ["HEAD"]).flatMap((commit) => {
    const git = spawnSync("git", ["show", `${commit}:./${path.basename(file)}`], {
      cwd: path.dirname(file),
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    });
    if (git.status !== 0) return [];
    const { entries, findings } = parseLock(git.stdout, file);
    return findings.length === 0 ? [entries] : [];
  });
}
