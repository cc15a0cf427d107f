import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { copyProject, useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "./stack";

export const root = path.resolve(__dirname, "../..");

export interface ExportRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run export` with these arguments in a copy of the project. */
export function runExport(
  args: readonly string[],
  project = fixtureTree(),
  env: Readonly<Record<string, string>> = {},
): ExportRun {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [command, ...words] = (scripts["export"] ?? "").split(" ");
  const { status, stdout, stderr } = spawnSync(
    command === "node" ? process.execPath : "",
    [...words, ...args, "--without-history"],
    {
      cwd: project,
      // If the registry cannot be reached, do not wait for it.
      env: { ...inheritedEnvironment(), TF_REGISTRY_CLIENT_TIMEOUT: "2", ...env },
      encoding: "utf8",
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/** Exports a stack of the fixture app into a folder of the test, and must succeed. */
export function exported(...args: string[]): string {
  return exportedFrom(fixtureTree(), ...args);
}

/** The same from a copy of the project. */
export function exportedFrom(project: string, ...args: string[]): string {
  const folder = path.join(temporaryFolder(), "out");
  // Terraform's own lock has tests of its own; without a Terraform, nothing is asked of the registry.
  const { code, err } = runExport([...args, "--out", folder], project, { TERRAFORM_BINARY_NAME: "no-terraform" });
  if (code !== 0) throw new Error(`the export ended with ${String(code)}:\n${err}`);
  return folder;
}

export function readJson(...names: string[]): unknown {
  return JSON.parse(fs.readFileSync(path.join(...names), "utf8"));
}

/** This project with the fixture app, in a separate folder that may be changed. */
export function projectCopy(): string {
  const copy = fs.realpathSync(temporaryFolder());
  copyProject(root, copy, "__tests__");
  useFixtureApp(copy);
  return copy;
}

let unchanged: string | undefined;

/** The same, created once per test file, and only for reading. */
export function fixtureTree(): string {
  return (unchanged ??= projectCopy());
}
