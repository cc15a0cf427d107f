import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Compares a text with a file that somebody read. `UPDATE_EXPECTED=1 npx jest <test>` writes the file: read what
 * differs before you commit it.
 */
export function expectFile(file: string, text: string): void {
  if (process.env["UPDATE_EXPECTED"] === "1") {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  // By lines, so that a failure shows those that differ.
  expect(text.split("\n")).toEqual(fs.readFileSync(file, "utf8").split("\n"));
}
