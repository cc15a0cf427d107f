import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** What a copy does without: what is made from the rest, what is large, and the states of what is deployed for real. */
const LEFT_OUT = new Set([".git", ".terraform", "node_modules", "cdktf.out", "export.out", "coverage", "state"]);

/** Copies a project, in which its commands then run as they do in the project itself. */
export function copyProject(from: string, to: string, ...leftOut: readonly string[]): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!LEFT_OUT.has(name) && !leftOut.includes(name)) cpSync(join(from, name), join(to, name), { recursive: true });
  }
  linkModules(from, to);
}

/** Gives a copy the installed packages of the project, but its own workspaces: those are what it may have changed. */
export function linkModules(from: string, to: string): void {
  const modules = join(to, "node_modules");
  mkdirSync(join(modules, "@pipelines"), { recursive: true });
  for (const name of readdirSync(join(from, "node_modules"))) {
    if (name !== "@pipelines") symlinkSync(join(from, "node_modules", name), join(modules, name), "junction");
  }
  for (const name of readdirSync(join(to, "packages"))) {
    symlinkSync(join(to, "packages", name), join(modules, "@pipelines", name), "junction");
  }
}

/** Puts the app of the tests in place of all that an adopter edits in a copy: for what names its images. */
export function useFixtureApp(copy: string): void {
  const stacks = join(copy, "stacks");
  for (const { name } of readdirSync(stacks, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    rmSync(join(stacks, name));
  }
  rmSync(join(copy, "images"), { recursive: true });
  cpSync(join(copy, "packages/testing/fixtures/app"), copy, { recursive: true });
}
