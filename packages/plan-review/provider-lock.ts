import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { compareVersions } from "@pipelines/version-lock/version-number";

/** The user's dependency lock, in the project's root; `npm run lock-provider` writes it. */
export const lockFile = ".terraform.lock.hcl";

/** Returns the version of the AWS provider in a dependency lock. */
export function lockedVersion(text: string): string | undefined {
  return /provider "registry\.terraform\.io\/hashicorp\/aws" \{\s*version\s*=\s*"(\d+\.\d+\.\d+)"/.exec(text)?.[1];
}

/**
 * Returns why the lock may not be used; undefined if it may. A state does not record which provider version wrote it,
 * and an older provider may misread it without an error. The highest version ever committed is therefore what counts.
 *
 * @param root a checkout with its full history
 */
export function lockProblem(root: string): string | undefined {
  const now = lockedVersion(fs.readFileSync(path.join(root, lockFile), "utf8"));
  if (now === undefined)
    return `${lockFile} has no version of hashicorp/aws: run \`npm run lock-provider\` and commit the file`;
  const earlier = versionsInHistory(root).filter((version) => compareVersions(version, now) > 0);
  const [highest] = earlier.sort(compareVersions).reverse();
  if (highest === undefined) return undefined;
  return (
    `${lockFile} has AWS provider ${now}, but ${highest} was locked earlier: a state that ${highest} wrote cannot be ` +
    `read reliably by ${now}. Move forward instead: lock ${highest} or a later version with \`npm run lock-provider\``
  );
}

function versionsInHistory(root: string): string[] {
  const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout;
  // Commits on merged branches were never deployed, so only the default branch's own history counts.
  const commits = git("log", "--first-parent", "--format=%H", "--", lockFile).split("\n").filter(Boolean);
  return commits.flatMap((commit) => lockedVersion(git("show", `${commit}:${lockFile}`)) ?? []);
}
