import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

export const root = path.join(__dirname, "..", "..");

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
  readonly env?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Readonly<Record<string, unknown>>;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  /** The workflow that the job calls instead of having steps. */
  readonly uses?: string;
  /** Empty for a job that calls another workflow. */
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export const workflowNames = [
  "ci",
  "synth",
  "plan",
  "review",
  "approval",
  "deploy",
  "deploy-account",
  "deploy-stacks",
  "deploy-environment",
  "successor",
  "faults",
  "mutation",
  "build",
  "promote",
] as const;

export function workflowText(name: string): string {
  return fs.readFileSync(path.join(root, ".github", "workflows", `${name}.yml`), "utf8");
}

export function workflow(name: string): Workflow {
  return parse(workflowText(name)) as Workflow;
}

/** Every step in a workflow, in any job. */
export function stepsOf(name: string): Step[] {
  return Object.values(workflow(name).jobs).flatMap(({ steps = [] }) => steps);
}
