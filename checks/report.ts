import { Finding } from "./finding";

/** Temporary plain form. */
export function formatFindings(findings: readonly Finding[]): string {
  return findings
    .map(
      (f) =>
        `${f.severity} ${f.code} ${f.file}${f.line === undefined ? "" : `:${f.line}:${f.column ?? 1}`} ${f.field ?? ""}\n  found:   ${f.found}\n  allowed: ${f.allowed}${f.mend === undefined ? "" : `\n  mend:    ${f.mend}`}`,
    )
    .join("\n");
}
