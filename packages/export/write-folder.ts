import * as fs from "node:fs";
import * as path from "node:path";
import { error, type Finding } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";
import { generated } from "./readme";

/** Files by name. */
export type Files = Readonly<Record<string, string>>;

const at = { file: "npm run export", field: "--out" };

/** What would prevent an export into a folder, as far as can be seen without writing. */
export function checkFolder(folder: string, replace: boolean): Finding[] {
  let names: string[];
  try {
    names = fs.readdirSync(folder);
  } catch (problem) {
    if (problem instanceof Error && "code" in problem) {
      if (problem.code === "ENOENT") return [];
      if (problem.code === "ENOTDIR" && fs.existsSync(folder)) {
        const words = { found: `${quote(folder)} is a file`, allowed: "a folder that is empty, or not there yet" };
        return [error(at, "IB-EXPORT-FOLDER", words)];
      }
    }
    return [cannotWrite(folder, problem)];
  }
  if (names.length === 0) return [];
  if (replace) {
    if (isExport(folder)) return [];
    const found = `no export wrote ${quote(folder)}: it has no cdk.tf.json with an export's README.md beside it`;
    return [error(at, "IB-EXPORT-FOLDER", { found, allowed: "--replace where an earlier export is" })];
  }
  const more = names.length > 5 ? [`${names.length - 4} more`] : [];
  const shown = [...names.sort().slice(0, more.length > 0 ? 4 : 5), ...more];
  return [
    error(at, "IB-EXPORT-FOLDER", {
      found: `${quote(folder)} is not empty: it has ${list(shown)}`,
      allowed: "a folder that is empty, or not there yet",
      fix: "add --replace to overwrite an earlier export; other files of the folder stay as they are",
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

/** The system's error for a folder that cannot be written to, or read in the first place. */
export function cannotWrite(folder: string, problem: unknown): Finding {
  // Node's message without its call and its path, which may be that of a temporary folder.
  const reason = problem instanceof Error ? problem.message.replace(/, \w+( '.*)?$/s, "") : String(problem);
  const found = `${quote(folder)} cannot be written: ${reason}`;
  return error(at, "IB-EXPORT-FOLDER", { found, allowed: "a folder that you may write to" });
}

/** A folder whose files are completely written, but not yet in place. */
export interface StagedFolder {
  readonly commit: () => void;
  readonly discard: () => void;
}

/**
 * Writes files into a folder next to the target, to be renamed into place: a reader sees all of them or none. If the
 * target has other files, each of these is renamed by itself.
 *
 * @throws the system's error if the place cannot be written to
 */
export function stageFolder(folder: string, files: Files): StagedFolder {
  const parent = path.dirname(folder);
  const created = makeFolders(parent);
  const inUse = fs.existsSync(folder) && fs.readdirSync(folder).length > 0;
  let staging: string | undefined;
  const discard = (): void => {
    if (staging !== undefined) fs.rmSync(staging, { recursive: true, force: true });
    for (const made of created) {
      if (fs.existsSync(made) && fs.readdirSync(made).length === 0) fs.rmdirSync(made);
    }
  };
  try {
    staging = fs.mkdtempSync(inUse ? path.join(folder, ".export-") : path.join(parent, `.${path.basename(folder)}-`));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(staging, name), text);
    // mkdtemp creates folders for their owner only, and this one stays.
    fs.chmodSync(staging, 0o755);
  } catch (problem) {
    discard();
    throw problem;
  }
  const from = staging;
  return {
    discard,
    commit: () => {
      if (inUse) {
        for (const name of Object.keys(files)) fs.renameSync(path.join(from, name), path.join(folder, name));
        for (const name of fs.readdirSync(folder)) {
          if (isObsolete(name, files)) fs.rmSync(path.join(folder, name));
        }
        fs.rmdirSync(from);
      } else {
        // Windows does not rename onto a folder, not even an empty one.
        if (fs.existsSync(folder)) fs.rmdirSync(folder);
        fs.renameSync(from, folder);
      }
    },
  };
}

/** Parts of a policy that an earlier export was split into. (A lock that this export could not make stays.) */
function isObsolete(name: string, files: Files): boolean {
  return /^deploy-policy(-\d+)?\.json$/.test(name) && !(name in files);
}

/**
 * Creates a folder and its parents. (`mkdir` with `recursive` never ends if the system says that there is no such
 * place, as Linux does below /proc.)
 *
 * @returns what was created, the innermost first
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
