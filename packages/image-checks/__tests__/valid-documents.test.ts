import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkComponentDocument } from "../component-document";
import { ACTIONS } from "../component-document/schema-node";

const FOLDER = join(__dirname, "corpus", "valid");
const FILES = readdirSync(FOLDER);

function platformOf(file: string): "Linux" | "Windows" {
  return file.startsWith("windows-") ? "Windows" : "Linux";
}

describe("a document that Image Builder accepts", () => {
  test.each(FILES)("passes without a finding: %s", (file) => {
    const text = readFileSync(join(FOLDER, file), "utf8");
    expect(checkComponentDocument({ file, text, platform: platformOf(file) })).toEqual([]);
  });

  test("exist for every action module, and at least forty of them", () => {
    const all = FILES.map((file) => readFileSync(join(FOLDER, file), "utf8")).join("\n");
    expect(FILES.length).toBeGreaterThanOrEqual(40);
    expect(ACTIONS.filter((action) => !new RegExp(`action: ${action}\\b`).test(all))).toEqual([]);
  });
});
