import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { OperationFailed } from "@pipelines/operations/failure";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { compileDocument, type DocumentRun } from "../compile-document";
import { Progress, type StepResult } from "../progress";

export interface Ran {
  readonly code: number;
  readonly steps: readonly StepResult[];
  /** `Name: outcome`, followed by the reason. */
  readonly outcomes: readonly string[];
  readonly log: string;
}

/** Returns the message with which a command would end. */
export async function thrownBy(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (thrown) {
    if (thrown instanceof OperationFailed) return thrown.message;
    throw thrown;
  }
  throw new Error("It did not fail");
}

/** Compiles a document and runs it with this machine's own shell. */
export function runDocument(document: string, options: Partial<DocumentRun> = {}, shell = ["sh"]): Ran {
  const script = path.join(temporaryFolder(), "document.sh");
  fs.writeFileSync(script, compileDocument({ name: "document", text: document, patience: 200, ...options }).script);
  const [command = "sh", ...args] = shell;
  const { status, stdout } = spawnSync(command, [...args, script], {
    encoding: "utf8",
    cwd: path.dirname(script),
    env: { ...process.env, GIVEN: "from the environment" },
  });
  const log: string[] = [];
  const progress = new Progress((line) => log.push(line));
  for (const line of stdout.split("\n")) progress.line(line);
  const outcomes = progress.steps.map(({ name, outcome, reason }) =>
    [`${name}: ${outcome}`, reason].filter(Boolean).join(", "),
  );
  return { code: status ?? -1, steps: progress.steps, outcomes, log: log.join("\n") };
}

/** Returns a document with these steps, as YAML, in the phase `build`. */
export function documentOf(...steps: readonly string[]): string {
  return phasesOf({ build: steps });
}

export function phasesOf(phases: Readonly<Record<string, readonly string[]>>, head = ""): string {
  const indented = (text: string): string => text.trim().replaceAll("\n", "\n        ");
  const all = Object.entries(phases).map(
    ([name, steps]) => `  - name: ${name}\n    steps:\n${steps.map((step) => `      - ${indented(step)}\n`).join("")}`,
  );
  return `schemaVersion: 1.0\n${head}phases:\n${all.join("")}`;
}

/** Returns a step that runs bash. */
export function bash(name: string, command: string, fields = ""): string {
  return `name: ${name}\naction: ExecuteBash\n${fields}${fields && "\n"}inputs:\n  commands:\n    - ${JSON.stringify(command)}`;
}
