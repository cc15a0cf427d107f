import * as fs from "node:fs";
import * as path from "node:path";
import { systemReason } from "@pipelines/findings/files";
import { error, type Finding } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";
import { generated } from "./readme";

/** File contents by name. */
export type Files = Readonly<Record<string, string>>;

const at = { file: "npm run export", field: "--out" };

/** Returns what would prevent an export to a folder, as far as can be determined without writing. */
export function checkFolder(folder: string, replace: boolean): Finding[] {
  let names: string[];
  try {
    names = fs.readdirSync(folder);
  } catch (problem) {
    if (problem instanceof Error && "code" in problem) {
      if (problem.code === "ENOENT") return [];
      if (problem.code === "ENOTDIR" && fs.existsSync(folder)) {
        const words = { found: `${quote(folder)} is a file`, allowed: "a folder that is empty or does not exist yet" };
        return [error(at, "IB-EXPORT-FOLDER", words)];
      }
    }
    return [cannotWrite(folder, problem)];
  }
  if (names.length === 0) return [];
  if (replace) {
    if (isExport(folder)) return [];
    const found = `no export wrote ${quote(folder)}: it does not have both cdk.tf.json and an export's README.md`;
    return [error(at, "IB-EXPORT-FOLDER", { found, allowed: "--replace for a folder with an earlier export" })];
  }
  const more = names.length > 5 ? [`${names.length - 4} more`] : [];
  const shown = [...names.sort().slice(0, more.length > 0 ? 4 : 5), ...more];
  return [
    error(at, "IB-EXPORT-FOLDER", {
      found: `${quote(folder)} is not empty: it has ${list(shown)}`,
      allowed: "a folder that is empty or does not exist yet",
      fix: "add --replace to overwrite an earlier export; other files in the folder are left as they are",
    }),
  ];
}

function isExport(folder: string): boolean {
  try {
    const readme = fs.readFileSync(path.join(folder, "README.md"), "utf8");
    return readme.includes(generated) && fs.statSync(path.join(folder, "cdk.tf.json")).isFile();
  } catch {
    return false;
  }
}

/** Returns a finding with the system's error for a folder that cannot be written to or read. */
export function cannotWrite(folder: string, problem: unknown): Finding {
  // Without the path, which may point to a temporary folder.
  const reason = problem instanceof Error ? systemReason(problem) : String(problem);
  const found = `${quote(folder)} cannot be written: ${reason}`;
  return error(at, "IB-EXPORT-FOLDER", { found, allowed: "a folder that you may write to" });
}

/** A folder whose files have all been written but not yet moved into place. */
export interface StagedFolder {
  readonly folder: string;
  readonly commit: () => void;
  /** Removes the files; after `commit`, it puts back what they replaced. */
  readonly discard: () => void;
  /** Ends it, so that it can no longer be discarded. */
  readonly keep: () => void;
}

/**
 * Writes files to a folder next to the target, to be renamed into place, so that a reader sees all of them or none. If
 * the target has other files, each new file is renamed individually.
 *
 * @throws the system's error if the location is not writable
 */
export function stageFolder(folder: string, files: Files): StagedFolder {
  const parent = path.dirname(folder);
  const created = makeFolders(parent);
  const inUse = fs.existsSync(folder) && fs.readdirSync(folder).length > 0;
  let staging: string | undefined;
  const undo: (() => void)[] = [];
  const discard = (): void => {
    for (const step of undo.splice(0).reverse()) step();
    if (staging !== undefined) fs.rmSync(staging, { recursive: true, force: true });
    for (const made of created) {
      if (fs.existsSync(made) && fs.readdirSync(made).length === 0) fs.rmdirSync(made);
    }
  };
  try {
    staging = fs.mkdtempSync(inUse ? path.join(folder, ".export-") : path.join(parent, `.${path.basename(folder)}-`));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(staging, name), text);
    // mkdtemp creates folders that only their owner can access, but this one is kept, and others may need to read it.
    fs.chmodSync(staging, 0o755);
  } catch (problem) {
    discard();
    throw problem;
  }
  const from = staging;
  /** Replaces a file, or removes it if it is obsolete. */
  const put = (name: string): void => {
    const [target, previous] = [path.join(folder, name), path.join(from, `previous-${name}`)];
    if (fs.existsSync(target)) fs.copyFileSync(target, previous);
    undo.push(() => {
      if (fs.existsSync(previous)) fs.renameSync(previous, target);
      else fs.rmSync(target, { force: true });
    });
    if (name in files) fs.renameSync(path.join(from, name), target);
    else fs.rmSync(target);
  };
  return {
    folder,
    discard,
    keep: () => {
      undo.length = 0;
      fs.rmSync(from, { recursive: true, force: true });
    },
    commit: () => {
      if (inUse) {
        const obsolete = fs.readdirSync(folder).filter((name) => isObsolete(name, files));
        for (const name of [...Object.keys(files), ...obsolete]) put(name);
      } else {
        const isEmpty = fs.existsSync(folder);
        // Windows cannot rename a folder to an existing one, not even an empty one.
        if (isEmpty) fs.rmdirSync(folder);
        undo.push(() => {
          if (fs.existsSync(folder)) fs.renameSync(folder, from);
          if (isEmpty) fs.mkdirSync(folder);
        });
        fs.renameSync(from, folder);
      }
    },
  };
}

/**
 * Reports whether a file is part of a policy that an earlier export was split into. (If this export could not create a
 * lock file, an earlier one stays.)
 */
function isObsolete(name: string, files: Files): boolean {
  return /^deploy-policy(-\d+)?\.json$/.test(name) && !(name in files);
}

/**
 * Creates a folder and its parents. (`mkdir` with `recursive` never returns if the system reports that the path does
 * not exist, as Linux does below /proc.)
 *
 * @returns the folders created, innermost first
 */
function makeFolders(folder: string): string[] {
  if (fs.existsSync(folder)) return [];
  const made = makeFolders(path.dirname(folder));
  try {
    fs.mkdirSync(folder);
  } catch (problem) {
    for (const outer of made) fs.rmdirSync(outer);
    throw problem;
  }
  return [folder, ...made];
}
