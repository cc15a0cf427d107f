import * as fs from "node:fs";
import * as path from "node:path";

/** Returns the file system's reason for an error, without the system call and the path. */
export function systemReason({ message }: Error): string {
  return message.replace(/, \w+( '.*)?$/s, "");
}

/**
 * Writes a file completely or not at all: the text goes to a draft next to the file, and the draft then replaces it.
 * Throws the file system's errors and leaves no draft behind.
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

/**
 * Writes files, given by their paths relative to a folder, and any folders they need. Writes all of them, or none if
 * the file system refuses one, in which case it throws that error.
 */
export function writeAll(root: string, files: Readonly<Record<string, string>>): void {
  const all = Object.entries(files).map(([name, text]) => {
    const file = path.join(root, name);
    return { file, text, draft: `${file}.${process.pid}.tmp`, backup: `${file}.${process.pid}.old` };
  });
  const temporary: string[] = [];
  const created: string[] = [];
  const replaced: { backup: string; file: string }[] = [];
  try {
    for (const { file, text, draft, backup } of all) {
      const folder = fs.mkdirSync(path.dirname(file), { recursive: true });
      if (folder !== undefined) created.push(folder);
      temporary.push(draft, backup);
      // Keeps a copy, so that the previous content can be restored even if the disk is full by then.
      if (fs.existsSync(file)) fs.copyFileSync(file, backup);
      fs.writeFileSync(draft, text, { flush: true });
    }
    for (const { file, draft, backup } of all) {
      fs.renameSync(draft, file);
      if (fs.existsSync(backup)) replaced.push({ backup, file });
      else created.push(file);
    }
  } catch (thrown) {
    for (const { backup, file } of replaced) fs.renameSync(backup, file);
    for (const each of created.reverse()) fs.rmSync(each, { recursive: true, force: true });
    throw thrown;
  } finally {
    for (const each of temporary) fs.rmSync(each, { force: true });
  }
}
