import * as fs from "node:fs";
import * as path from "node:path";
import { globSync } from "tinyglobby";
import { isDockerfile } from "./check-file";

/** Matches the top-level fields of a component or workflow document, whatever else is wrong with it. */
const top = /^\{?\s?["']?(phases|steps|schemaVersion)["']?\s?:\s?(\S{0,6})/gm;

/** Larger files are not inspected to see whether they are documents. */
const mostBytes = 1024 * 1024;

/**
 * Returns the files that paths, folders and globs select. A file selects itself; a folder selects its Dockerfiles and
 * those YAML files that are component or workflow documents, except in node_modules and hidden folders; a glob selects
 * its matches. A path that selects nothing is returned unchanged.
 */
export function findFiles(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap(expand))];
}

function expand(target: string): string[] {
  if (target === "-") return [target];
  if (fs.existsSync(target)) {
    if (!fs.statSync(target).isDirectory()) return [target];
    const found = globSync("**/*", { cwd: target, ignore: ["**/node_modules/**"], expandDirectories: false });
    const files = found.map((each) => path.join(target, each)).filter((file) => isDockerfile(file) || isDocument(file));
    return files.length > 0 ? files.sort() : [target];
  }
  const found = globSync(target.replaceAll("\\", "/"), { expandDirectories: false });
  return found.length > 0 ? found.sort() : [target];
}

function isDocument(file: string): boolean {
  if (!/\.ya?ml$/i.test(file) || fs.statSync(file).size > mostBytes) return false;
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch {
    // The check reports why it cannot be read.
    return true;
  }
  return [...text.matchAll(top)].some(([, key, value = ""]) => {
    if (key === "phases") return true;
    // Systems Manager documents have a different version, and other tools' files have steps but no actions.
    return key === "steps" ? /\baction["']?:/.test(text) : /^["']?1(?:\.0)?\b/.test(value);
  });
}
