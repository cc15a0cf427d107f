import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { TryResult } from "./try-image";

/** What was run of an image for real, and where: what the README says of it. */
interface Tried {
  /** `2026-11-29` */
  readonly on: string;
  readonly root: string;
  /** What the root called itself. */
  readonly system: string;
  /** Whether the root stood in for the one that its reference names. */
  readonly standIn: boolean;
  readonly steps: number;
  /** Where it failed. */
  readonly failed?: string;
  /** What could not be run there. */
  readonly leftOut: string;
}

type AllTried = Readonly<Record<string, Tried>>;

const root = path.resolve(__dirname, "../..");
const FILE = "docs/tried.json";
const BEGIN = "<!-- What `npm run try -- <image> --record` wrote -->";
const END = "<!-- tried -->";

/** Ids of `/etc/os-release` by the names of images. */
const SYSTEMS: Readonly<Record<string, string | undefined>> = { amazonlinux: "amzn", ubi9: "rhel", ubi8: "rhel" };

/** Adds a result to the file, and the file to the README. */
export function record(result: TryResult, now: Date): void {
  const { image, root: reference, system, steps, failure, leftOut } = result;
  const name = /([^/:@]+)(?::[^/]*)?(?:@.*)?$/.exec(reference)?.[1] ?? "";
  const tried: Tried = {
    on: now.toISOString().slice(0, 10),
    root: reference,
    system: system?.name ?? "unknown",
    standIn: system !== undefined && (SYSTEMS[name] ?? name) !== system.id,
    steps: steps.filter(({ outcome }) => outcome !== "left-out").length,
    ...(failure && { failed: `${failure.where}: ${failure.reason}` }),
    leftOut: leftOut.map(({ component, step }) => [component, step].filter(Boolean).join(" ")).join(", "),
  };
  const all = Object.entries({ ...readTried(), [image]: tried }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(path.join(root, FILE), `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  const readme = path.join(root, "README.md");
  writeFileSync(readme, withTable(readFileSync(readme, "utf8"), readTried()));
}

export function readTried(): AllTried {
  try {
    return JSON.parse(readFileSync(path.join(root, FILE), "utf8")) as AllTried;
  } catch {
    return {};
  }
}

/** The README with the table of what was tried between its two marks. */
export function withTable(readme: string, all: AllTried): string {
  const rows = Object.entries(all).map(([image, { on, system, standIn, root: reference, steps, failed, leftOut }]) => {
    const where = standIn ? `${system}, a stand-in for \`${reference}\`` : `${system} (\`${reference}\`)`;
    const left = leftOut === "" ? "" : `; not run: ${leftOut}`;
    return [image, `${failed === undefined ? `all ${steps} steps` : `failed at ${failed}`}${left}`, where, on];
  });
  const table = tableOf([["image", "what was run", "on", "when"], ...rows]);
  const [before = "", rest = ""] = readme.split(`${BEGIN}\n`);
  return `${before}${BEGIN}\n\n${table}\n\n${rest.slice(rest.indexOf(END))}`;
}

/** Markdown as Prettier writes it. */
function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
