import * as fs from "node:fs";

/**
 * Writes a file whole or not at all: into a draft next to it, which then takes its place. Throws what the file system
 * throws, and leaves no draft.
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
