import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { copyProject, useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "./temporary-folder";

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
      // Does not wait long if the registry cannot be reached.
      env: { ...inheritedEnvironment(), TF_REGISTRY_CLIENT_TIMEOUT: "2", ...env },
      encoding: "utf8",
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/** Exports a stack of the fixture app into a test folder, and throws if that fails. */
export function exported(...args: string[]): string {
  return exportedFrom(fixtureTree(), ...args);
}

/** Does the same in a copy of the project. */
export function exportedFrom(project: string, ...args: string[]): string {
  const folder = path.join(temporaryFolder(), "out");
  // Terraform's dependency lock has separate tests; if there is no Terraform, the registry is not queried.
  const { code, err } = runExport([...args, "--out", folder], project, { TERRAFORM_BINARY_NAME: "no-terraform" });
  if (code !== 0) throw new Error(`the export ended with ${String(code)}:\n${err}`);
  return folder;
}

export function readJson(...names: string[]): unknown {
  return JSON.parse(fs.readFileSync(path.join(...names), "utf8"));
}

/** Copies this project with the fixture app to a separate folder that may be changed. */
export function projectCopy(): string {
  const copy = fs.realpathSync(temporaryFolder());
  copyProject(root, copy, "__tests__");
  useFixtureApp(copy);
  return copy;
}

let unchanged: string | undefined;

/** Returns such a copy, made once per test file, for reading only. */
export function fixtureTree(): string {
  return (unchanged ??= projectCopy());
}
