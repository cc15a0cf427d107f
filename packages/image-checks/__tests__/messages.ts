import * as path from "node:path";
import type { Finding } from "@pipelines/findings/finding";
import { formatFinding } from "@pipelines/findings/report";
import { expectFile } from "@pipelines/testing/expected";

/** A mistake as written, and the finding about it. */
export type Mistake = readonly [input: string, finding: Finding];

/**
 * Compares error messages with the reviewed ones in `messages/<name>.txt`, which lists one example of each wording
 * below the mistake that causes it. After a change, `UPDATE_EXPECTED=1 npx jest packages/image-checks` updates the
 * files; review the differences.
 */
export function expectMessages(name: string, mistakes: readonly Mistake[]): void {
  const wordings = new Map(mistakes.map((mistake): [string, Mistake] => [wordingOf(mistake[1]), mistake]).reverse());
  const blocks = [...wordings.values()].map(([input, finding]) =>
    `${input === "" ? "(nothing)" : input}\n\n${formatFinding(finding)}\n`.replaceAll(/[^\P{Cc}\n]/gu, (control) =>
      JSON.stringify(control).slice(1, -1),
    ),
  );
  const text = [...blocks].sort((a, b) => (codeIn(a) < codeIn(b) ? -1 : codeIn(a) > codeIn(b) ? 1 : a < b ? -1 : 1));
  expectFile(path.join(__dirname, "messages", `${name}.txt`), text.join(`${"-".repeat(80)}\n`));
}

function codeIn(block: string): string {
  return /IB-[A-Z0-9-]+$/m.exec(block)?.[0] ?? "";
}

/** Returns a message without the names and numbers specific to the case. */
function wordingOf({ severity, code, found, allowed, fix = "" }: Finding): string {
  return [severity, code, found, allowed, fix]
    .join("\n")
    .replaceAll(/"[^"]*"|\b\w*[a-z][A-Z]\w*\b|\{\{.*?\}\}/g, "…")
    .replaceAll(/\d+(\.\d+)*/g, "0");
}
