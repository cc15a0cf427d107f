import * as path from "node:path";
import { workflowLog } from "./escape";
import { error, type Finding, hasErrors } from "./finding";
import { type Format, formatFor } from "./formats";
import { formatFindings } from "./report";

/** Where a command writes its output; the process's own streams by default. */
export interface Streams {
  /** Whether `err` shows colours. */
  readonly color?: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** How findings are reported, and which of them fail a command. */
export interface OutputOptions {
  /** Whether to say so if nothing was found. */
  readonly check: boolean;
  /** Whether warnings are errors. */
  readonly strict: boolean;
  /** How findings are written to the standard output for programs. Without it, they are written for people. */
  readonly format?: Format | undefined;
}

/** Reports what was found, if anything was. @returns whether it may pass */
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
    const { message, path: file, syscall } = thrown as NodeJS.ErrnoException;
    if (syscall === undefined || file === undefined) throw thrown;
    const [reason = message] = message.split(/,? '/);
    const at = { file: path.relative(process.cwd(), file).split(path.sep).join("/") };
    const words = { found: `the file system refuses it: ${reason}`, allowed: "a file or folder to read and write" };
    streams.err(`${formatFindings([error(at, "IB-FILE-SYSTEM", words)], { color: streams.color === true })}\n\n`);
    return 1;
  }
}

/** For text that this project did not write: nothing in it controls a terminal or is a command to a workflow. */
export const textStreams: Streams = {
  out: (text) => process.stdout.write(workflowLog(text)),
  err: (text) => process.stderr.write(workflowLog(text)),
};

/** For output with colors or for programs, which is made safe piece by piece. */
export const processStreams: Streams = {
  color: process.stderr.isTTY && process.stderr.hasColors(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
