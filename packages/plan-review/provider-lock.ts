import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { compareVersions } from "@pipelines/version-lock/version-number";

/** The adopter's dependency lock, in the project's root; `npm run lock-provider` writes it. */
export const lockFile = ".terraform.lock.hcl";

/** The version of the AWS provider in a dependency lock. */
export function lockedVersion(text: string): string | undefined {
  return /provider "registry\.terraform\.io\/hashicorp\/aws" \{\s*version\s*=\s*"(\d+\.\d+\.\d+)"/.exec(text)?.[1];
}

/**
 * Why the lock may not be used; undefined if it may. A state does not have the version of the provider that wrote it,
 * and an older provider may read it wrongly without an error. So the highest version that was ever committed counts.
 *
 * @param root a checkout with its whole history
 */
export function lockProblem(root: string): string | undefined {
  const now = lockedVersion(fs.readFileSync(path.join(root, lockFile), "utf8"));
  if (now === undefined)
    return `${lockFile} has no version of hashicorp/aws: run \`npm run lock-provider\` and commit it`;
  const earlier = versionsInHistory(root).filter((version) => compareVersions(version, now) > 0);
  const [highest] = earlier.sort(compareVersions).reverse();
  if (highest === undefined) return undefined;
  return (
    `${lockFile} has the AWS provider ${now}, and ${highest} was locked before: a state that ${highest} wrote cannot be ` +
    `read reliably by ${now}. Go forward instead: lock ${highest} or a later version with \`npm run lock-provider\``
  );
}

function versionsInHistory(root: string): string[] {
  const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout;
  // Merged branches were never deployed: the history of the default branch itself.
  const commits = git("log", "--first-parent", "--format=%H", "--", lockFile).split("\n").filter(Boolean);
  return commits.flatMap((commit) => lockedVersion(git("show", `${commit}:${lockFile}`)) ?? []);
}
