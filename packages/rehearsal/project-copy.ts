import * as fs from "node:fs";
import * as path from "node:path";

/** What a copy leaves out: generated files, large files, and the states of real deployments. */
const notCopied = new Set([".git", ".terraform", "node_modules", "cdktf.out", "export.out", "coverage", "state"]);

/**
 * Copies a project, without the files and folders that have one of the given names. Its commands work in the copy as
 * they do in the project itself.
 */
export function copyProject(from: string, to: string, ...leftOut: readonly string[]): void {
  fs.mkdirSync(to, { recursive: true });
  const filter = (source: string): boolean => !leftOut.includes(path.basename(source));
  for (const name of fs.readdirSync(from)) {
    if (!notCopied.has(name)) fs.cpSync(path.join(from, name), path.join(to, name), { recursive: true, filter });
  }
  linkModules(from, to);
}

/** Links a copy to the project's installed packages, but to the copy's own workspaces, which may have been changed. */
export function linkModules(from: string, to: string): void {
  const modules = path.join(to, "node_modules");
  fs.mkdirSync(path.join(modules, "@pipelines"), { recursive: true });
  for (const name of fs.readdirSync(path.join(from, "node_modules"))) {
    if (name !== "@pipelines")
      fs.symlinkSync(path.join(from, "node_modules", name), path.join(modules, name), "junction");
  }
  for (const name of fs.readdirSync(path.join(to, "packages"))) {
    fs.symlinkSync(path.join(to, "packages", name), path.join(modules, "@pipelines", name), "junction");
  }
}

/** Replaces all files that users edit with the tests' app, for tests that refer to its images by name. */
export function useFixtureApp(copy: string): void {
  const stacks = path.join(copy, "stacks");
  for (const { name } of fs.readdirSync(stacks, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    fs.rmSync(path.join(stacks, name));
  }
  fs.rmSync(path.join(copy, "images"), { recursive: true });
  fs.cpSync(path.join(copy, "packages/testing/fixtures/app"), copy, { recursive: true });
}
