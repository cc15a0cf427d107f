import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { writeAll } from "../files";

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "files-"));
  fs.writeFileSync(path.join(root, "old.txt"), "before");
});
afterEach(() => {
  fs.rmSync(root, { recursive: true });
});

const names = (): string[] => fs.readdirSync(root, { recursive: true }).map(String).sort();
const text = (name: string): string => fs.readFileSync(path.join(root, name), "utf8");

test("files are written together, with their folders and without leaving drafts", () => {
  writeAll(root, { "old.txt": "after", "a/b/new.txt": "new" });
  expect(names()).toEqual(["a", path.join("a", "b"), path.join("a", "b", "new.txt"), "old.txt"]);
  expect([text("old.txt"), text("a/b/new.txt")]).toEqual(["after", "new"]);
});

test.each([
  ["a file instead of a folder", "old.txt/new.txt"],
  ["a folder instead of a file", "folder"],
])("nothing is written if one file cannot be written: %s", (_, name) => {
  fs.mkdirSync(path.join(root, "folder"));
  const before = names();
  expect(() => {
    writeAll(root, { "a/b/new.txt": "new", "old.txt": "after", [name]: "x" });
  }).toThrow();
  expect(text("old.txt")).toBe("before");
  expect(names()).toEqual(before);
});
