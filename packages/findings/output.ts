import * as path from "node:path";
import { workflowLog } from "./escape";
import { systemReason } from "./files";
import { error, type Finding, hasErrors } from "./finding";
import { type Format, formatFor } from "./formats";
import { formatFindings } from "./report";

/** Where a command writes its output; defaults to the process's own streams. */
export interface Streams {
  /** Whether `err` shows colors. */
  readonly color?: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** How findings are reported, and which of them make a command fail. */
export interface OutputOptions {
  /** Whether to print a message if nothing was found. */
  readonly check: boolean;
  /** Whether to treat warnings as errors. */
  readonly strict: boolean;
  /** Format for programs, written to standard output. Without it, findings are written for people. */
  readonly format?: Format | undefined;
}

/** Reports the findings, if there are any. @returns whether the command may continue */
export function reportFindings(
  findings: readonly Finding[],
  { check, strict, format }: OutputOptions,
  streams: Streams = processStreams,
): boolean {
  if (format !== undefined) streams.out(formatFor(format, findings));
  else if (findings.length > 0) streams.err(`${formatFindings(findings, { color: streams.color === true })}\n\n`);
  else if (check) streams.out("no findings\n");
  return strict ? findings.length === 0 : !hasErrors(findings);
}

/**
 * Runs code that reads and writes the project's files. An error from the file system becomes a finding, not an
 * exception.
 */
export function reportFileErrors(work: () => number, streams: Streams = processStreams): number {
  try {
    return work();
  } catch (thrown) {
    const problem = thrown as NodeJS.ErrnoException;
    const { path: file, syscall } = problem;
    if (syscall === undefined || file === undefined) throw thrown;
    const at = { file: path.relative(process.cwd(), file).split(path.sep).join("/") };
    const words = {
      found: `the file system refuses it: ${systemReason(problem)}`,
      allowed: "a file or folder that can be read and written",
    };
    streams.err(`${formatFindings([error(at, "IB-FILE-SYSTEM", words)], { color: streams.color === true })}\n\n`);
    return 1;
  }
}

/** For text from outside this project: nothing in it can control a terminal or act as a workflow command. */
export const textStreams: Streams = {
  out: (text) => process.stdout.write(workflowLog(text)),
  err: (text) => process.stderr.write(workflowLog(text)),
};

/** For colored or machine-readable output, whose parts are escaped one by one. */
export const processStreams: Streams = {
  color: process.stderr.isTTY && process.stderr.hasColors(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
