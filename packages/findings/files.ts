import * as fs from "node:fs";

/**
 * Writes a file completely or not at all: into a draft next to it, which then replaces it. Throws the file system's
 * errors and leaves no draft.
 */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(draft, text, { flush: true });
    fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
