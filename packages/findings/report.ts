import { workflowLog } from "./escape";
import type { Finding } from "./finding";
import { compare, count, excerpt } from "./text";

/** Maximum length of one line of a finding, in characters. */
const longest = 400;

export interface ReportOptions {
  /** Terminal colors; off by default. */
  readonly color?: boolean;
}

/**
 * Formats findings as readable text: by file, in line order, without duplicates, with a count at the end.
 *
 * Control characters in text from users' files are escaped, so that a document cannot control a terminal.
 */
export function formatFindings(findings: readonly Finding[], { color = false }: ReportOptions = {}): string {
  if (findings.length === 0) return "";
  const blocks = new Map<string, { readonly file: string; readonly finding: Finding }>();
  for (const finding of [...findings].sort(inOrder)) {
    const block = formatFinding(finding, color);
    blocks.set(block, { file: finding.file, finding });
  }
  let file = "";
  const lines: string[] = [];
  for (const [block, each] of blocks) {
    if (file !== "" && file !== each.file) lines.push("");
    file = each.file;
    lines.push(block);
  }
  const reported = [...blocks.values()].map(({ finding }) => finding);
  return [...lines, "", formatCount(reported)].join("\n");
}

/** Formats counts, such as `2 errors, 1 warning`. */
export function formatCount(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const parts = [count(errors, "error"), count(findings.length - errors, "warning")];
  return parts.filter((part) => !part.startsWith("0 ")).join(", ") || "no findings";
}

/** Formats one finding, on several lines. */
export function formatFinding(finding: Finding, color = false): string {
  const { severity, code, field, found, allowed, fix } = finding;
  const paint = color ? paints : noPaint;
  const head = [paint[severity](severity), paint.bold(locationOf(finding)), safe(field ?? ""), paint.dim(code)];
  return [
    head.filter((part) => part !== "").join(" "),
    `  found:   ${safe(found)}`,
    `  allowed: ${safe(allowed)}`,
    ...(fix === undefined ? [] : [`  fix:     ${safe(fix)}`]),
  ].join("\n");
}

/** Returns `images/web/install.yaml:12:9`, a form that editors and terminals can open. */
function locationOf({ file, line, column }: Finding): string {
  return safe(file) + (line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`);
}

const noPaint = { error: same, warning: same, bold: same, dim: same };
const paints = { error: ansi(31), warning: ansi(33), bold: ansi(1), dim: ansi(2) };

function same(text: string): string {
  return text;
}

function ansi(code: number): (text: string) => string {
  return (text) => (text === "" ? "" : `\u001b[${code}m${text}\u001b[0m`);
}

/** Returns the text on one line, shortened if it is too long, with control characters escaped. */
function safe(text: string): string {
  return workflowLog(excerpt(text, longest)).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

function inOrder(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.field ?? "", b.field ?? "")
  );
}
