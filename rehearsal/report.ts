import { count } from "../checks/text";
import type { Resource } from "./aws/service";
import type { Effect } from "./effects";

/** Rows in columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** What exists, by service; objects and markers of buckets are counted, not listed. */
export function resourceTable(resources: readonly Resource[]): string[] {
  const content = resources.filter(({ service, kind }) => service === "s3" && kind !== "bucket");
  const rows = resources
    .filter((each) => !content.includes(each))
    .map(({ service, kind, name, version, state }) => {
      const inside = content.filter((each) => service === "s3" && each.name.startsWith(`${name}/`)).length;
      return [service, kind, name, version ?? "", state ?? (inside === 0 ? "" : count(inside, "object version"))];
    })
    .sort((a, b) => compare(a[0] ?? "", b[0] ?? ""));
  return table([["SERVICE", "RESOURCE", "NAME", "VERSION", "STATE"], ...rows]);
}

/** `+ container recipe  dev-hello-world 1.0.1`. */
export function effectLine({ sign, kind, name, version, state }: Effect): string {
  return [`${sign} ${kind.padEnd(29)}`, name, version, state].filter((part) => part !== undefined).join(" ");
}

export function seconds(from: number, to = Date.now()): string {
  return `${((to - from) / 1000).toFixed(1)} s`;
}

/** What Terraform printed, from its error on. The CDKTF CLI says everything twice; once is enough. */
export function errorOf(output: string): string {
  const lines = output
    .split("\n")
    .map((line) => line.replace(/^\S* {2,}(?=[╷│╵])|^\s+(?=[╷│╵])/, "").trimEnd())
    .filter((line) => /^[╷│╵]/.test(line));
  const boxes = lines
    .join("\n")
    .split(/(?<=╵)\n?/)
    .filter((box) => box.trim() !== "");
  const errors = [...new Set(boxes)].filter((box) => !/│ Warning:/.test(box));
  return errors.length > 0 ? errors.join("\n") : output.trimEnd().split("\n").slice(-20).join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
