import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Compares a string with a file that someone has reviewed. `UPDATE_EXPECTED=1 npx jest <test>` writes the file: read
 * the differences before you commit it.
 */
export function expectFile(file: string, text: string): void {
  if (process.env["UPDATE_EXPECTED"] === "1") {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  // Line by line, so that a failure shows the lines that differ.
  expect(text.split("\n")).toEqual(fs.readFileSync(file, "utf8").split("\n"));
}

/** Compares a command's help with the reviewed help of all commands. */
export function expectReviewedHelp(help: string): void {
  const all = fs.readFileSync(path.resolve(__dirname, "../../__tests__/help.txt"), "utf8");
  expect(all.split(/\n?^# .+\n\n/m)).toContain(help);
}
