import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { isDockerfile } from "./check-file";

/** What a component or workflow document has at its top, whatever else is wrong with it. */
const TOP = /^\{?\s?["']?(phases|steps|schemaVersion)["']?\s?:\s?(\S{0,6})/gm;

/** Files beyond this size are not looked into to see whether they are documents. */
const MOST_BYTES = 1024 * 1024;

/**
 * The files that paths, folders and globs mean: a file as it is named; of a folder the Dockerfiles and the YAML files
 * that are component or workflow documents, without node_modules and hidden folders; of a glob what matches. What names nothing
 * is given back as it is.
 */
export function findFiles(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap(expand))];
}

function expand(path: string): string[] {
  if (path === "-") return [path];
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return [path];
    const found = globSync("**/*", { cwd: path, ignore: ["**/node_modules/**"], expandDirectories: false });
    const files = found.map((each) => join(path, each)).filter((file) => isDockerfile(file) || isDocument(file));
    return files.length > 0 ? files.sort() : [path];
  }
  const found = globSync(path.replaceAll("\\", "/"), { expandDirectories: false });
  return found.length > 0 ? found.sort() : [path];
}

function isDocument(file: string): boolean {
  if (!/\.ya?ml$/i.test(file) || statSync(file).size > MOST_BYTES) return false;
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(TOP)].some(([, key, value = ""]) => {
    if (key === "phases") return true;
    // Documents of Systems Manager have another version, and files of other tools have steps, but no actions.
    return key === "steps" ? /\baction["']?:/.test(text) : /^["']?1(?:\.0)?\b/.test(value);
  });
}
