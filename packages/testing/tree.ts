import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Returns the content of every file in a folder, by path. Leaves out links; the paths of empty folders end with a
 * slash. Returns an empty object if the folder does not exist.
 */
export function tree(folder: string): Record<string, string> {
  if (!fs.existsSync(folder)) return {};
  const found: Record<string, string> = {};
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (entry.isFile()) found[name] = fs.readFileSync(file, "latin1");
    else if (fs.readdirSync(file).length === 0) found[`${name}/`] = "";
  }
  return found;
}
