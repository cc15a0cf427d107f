/**
 * One thing that is wrong or unwise in something a user wrote.
 *
 * All checks return lists of findings; only `formatFindings` in `packages/findings/report.ts` turns them into text.
 */
export interface Finding {
  /** `error` stops the synth; `warning` is only reported. */
  readonly severity: "error" | "warning";
  /** Stable ID, `IB-<SUBJECT>-<RULE>`, documented in `docs/checks.md`. Tests and searches refer to it. */
  readonly code: string;
  /** File that contains the mistake, relative to the project's root, with `/` on every machine. */
  readonly file: string;
  /** Line and column, both starting at 1, if the file's format provides them. */
  readonly line?: number;
  readonly column?: number;
  /** Path of the field in that file or setting, such as `phases[0].steps[1].inputs.commands`. */
  readonly field?: string;
  /** What was found, as a sentence without a period: `the cron expression has 5 fields`. */
  readonly found: string;
  /** What is allowed there: `six fields: minute hour day-of-month month day-of-week year`. */
  readonly allowed: string;
  /** How to fix it, if there is an obvious way: `write cron(0 9 1 * ? *)`. */
  readonly fix?: string;
}

/** The position of a checked value. Every check receives one and includes it in its findings. */
export type At = Pick<Finding, "file" | "line" | "column" | "field">;

/** The text of a finding. */
export type Words = Pick<Finding, "found" | "allowed" | "fix">;

/** Returns a finding that stops the synth. */
export function error(at: At, code: string, words: Words): Finding {
  return { severity: "error", code, ...at, ...words };
}

/** Returns a finding about something legal but unwise. */
export function warning(at: At, code: string, words: Words): Finding {
  return { severity: "warning", code, ...at, ...words };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}
