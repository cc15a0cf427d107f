import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const folders: string[] = [];

/** Creates a temporary folder that is removed after the tests in a file have run. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "image-pipelines-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});
