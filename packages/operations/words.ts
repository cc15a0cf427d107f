import { count } from "@pipelines/findings/text";

/** Wording for results: times, sizes, digests. */

export function megabytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e8 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e6)} MB`;
}

/** `24 Nov 2026 15:04 UTC` */
export function moment(iso: string | Date): string {
  const [date = "", time = ""] = new Date(iso).toISOString().split("T");
  const [year = "", month = "1", day = ""] = date.split("-");
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year} ${time.slice(0, 5)} UTC`;
}

/** `3 days`, `5 hours`, `2 minutes` */
export function span(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 60) return count(minutes, "minute");
  return minutes < 48 * 60 ? count(Math.round(minutes / 60), "hour") : count(Math.round(minutes / 1440), "day");
}

const severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNDEFINED", "UNTRIAGED"];

/** `1 critical, 3 high` */
export function findingsText(findings: Readonly<Record<string, number>> | undefined): string {
  if (findings === undefined) return "not scanned";
  const parts = severities.flatMap((name) => {
    const number = findings[name] ?? 0;
    return number === 0 ? [] : [`${number} ${name.toLowerCase()}`];
  });
  return parts.length === 0 ? "no findings" : parts.join(", ");
}

/** Formats columns of equal width, except the last, without trailing spaces. */
export function columns(rows: readonly (readonly string[])[], indent = ""): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  return rows.map((row) => (indent + row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ")).trimEnd());
}
