import { Finding } from "../checks/finding";
import { isVersion } from "./version-number";
import { VersionedKind } from "./versions";

/** A version of an immutable resource, and what it stands for. */
export interface LockEntry {
  readonly kind: VersionedKind;
  /** Name of the resource in AWS. */
  readonly name: string;
  readonly version: string;
  /** Hash of each part of the content; `undefined`: the resource was removed, and its number is kept. */
  readonly hashes: ReadonlyMap<string, string> | undefined;
}

export type LockEntries = ReadonlyMap<string, LockEntry>;

const header = "image-versions 1";

const comment = [
  "# The version of every Image Builder component and recipe, and hashes of what that version stands for.",
  "# Written by `npm run synth`, which moves patch numbers forward when content changes. Commit it; never edit it.",
  "# After a merge conflict: keep the line with the higher version, then run `npm run synth`.",
];

/** `component dev-hello-world-hello-world 1.0.3 document=0123456789abcdef settings=0123456789abcdef` */
const line = /^(component|recipe) (\S+) ([0-9.]+) (removed|[a-z]+=[0-9a-f]{16}(?: [a-z]+=[0-9a-f]{16})*)$/;

export function keyOf(entry: { readonly kind: VersionedKind; readonly name: string }): string {
  return `${entry.kind} ${entry.name}`;
}

/** Reads a lock file. What cannot be read is told with its line, and the entries are then not to be used. */
export function parseLock(text: string, file: string): { readonly entries: LockEntries; readonly findings: Finding[] } {
  const entries = new Map<string, LockEntry>();
  const findings: Finding[] = [];
  const lines = text.split(/\r?\n/);
  const report = (index: number, code: string, found: string, allowed: string, fix?: string): void => {
    findings.push({ severity: "error", code, file, line: index + 1, column: 1, found, allowed, fix });
  };
  if (lines.some((candidate) => /^(<{7}|={7}|>{7}|\|{7})/.test(candidate))) {
    report(
      lines.findIndex((candidate) => /^(<{7}|={7}|>{7}|\|{7})/.test(candidate)),
      "IB-LOCK-CONFLICT",
      "a merge conflict that nobody resolved",
      "one line for each resource",
      "keep the line with the higher version, delete the markers, then run `npm run synth`",
    );
    return { entries, findings };
  }
  if (lines[0] !== header) {
    report(
      0,
      "IB-LOCK-FORMAT",
      lines[0]?.startsWith("image-versions ") === true ? `format "${lines[0]}"` : "a file that is no version lock",
      `"${header}" in the first line`,
      "restore the committed file, or use the release of this project that wrote it",
    );
    return { entries, findings };
  }
  lines.forEach((candidate, index) => {
    if (index === 0 || candidate === "" || candidate.startsWith("#")) return;
    const match = line.exec(candidate);
    const parts = match?.[4]?.match(/[a-z]+(?==)/g) ?? [];
    if (match === null || !isVersion(match[3] ?? "") || new Set(parts).size < parts.length) {
      report(
        index,
        "IB-LOCK-LINE",
        `"${candidate.slice(0, 100)}"`,
        "<component|recipe> <name> <major.minor.patch> <part=hash …|removed>",
        "restore the committed line, then run `npm run synth`",
      );
      return;
    }
    const [, kind, name, version, content] = match as unknown as [string, VersionedKind, string, string, string];
    const entry: LockEntry = {
      kind,
      name,
      version,
      hashes:
        content === "removed"
          ? undefined
          : new Map(content.split(" ").map((part) => part.split("=") as unknown as [string, string])),
    };
    if (entries.has(keyOf(entry))) {
      report(
        index,
        "IB-LOCK-DUPLICATE",
        `${keyOf(entry)} a second time`,
        "one line for each resource",
        "keep the line with the higher version, then run `npm run synth`",
      );
      return;
    }
    entries.set(keyOf(entry), entry);
  });
  return { entries, findings };
}

/** The file's text: one line for each resource, in the order of names, whatever the machine's locale. */
export function formatLock(entries: LockEntries): string {
  const lines = [...entries.values()]
    .sort((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind))
    .map(({ kind, name, version, hashes }) => {
      const content = hashes === undefined ? "removed" : [...hashes].map((part) => part.join("=")).join(" ");
      return `${kind} ${name} ${version} ${content}`;
    });
  return [header, ...comment, ...lines, ""].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
