import * as fs from "node:fs";
import * as path from "node:path";
import { checkComponentDocument } from "../component-document";
import { knownActions } from "../component-document/schema-node";

const folder = path.join(__dirname, "corpus", "valid");
const files = fs.readdirSync(folder);

function platformOf(file: string): "Linux" | "Windows" {
  return file.startsWith("windows-") ? "Windows" : "Linux";
}

describe("a document that Image Builder accepts", () => {
  test.each(files)("passes without a finding: %s", (file) => {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    expect(checkComponentDocument({ file, text, platform: platformOf(file) })).toEqual([]);
  });

  test("exists for every action module, with at least forty in total", () => {
    const all = files.map((file) => fs.readFileSync(path.join(folder, file), "utf8")).join("\n");
    expect(files.length).toBeGreaterThanOrEqual(40);
    expect(knownActions.filter((action) => !new RegExp(`action: ${action}\\b`).test(all))).toEqual([]);
  });
});
