import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { temporaryFolder } from "@pipelines/testing/stack";
import { generated } from "../readme";
import { cannotWrite, checkFolder } from "../write-folder";

function folderWith(...files: readonly string[]): string {
  const folder = path.join(temporaryFolder(), "out");
  fs.mkdirSync(folder);
  for (const file of files) fs.writeFileSync(path.join(folder, file), file === "README.md" ? generated : "");
  return folder;
}

/** Returns what is wrong with a folder; in the result, the folder is called `out`. */
function messageOf(folder: string, replace = false): string {
  return checkFolder(folder, replace)
    .map((finding) => formatFinding({ ...finding, found: finding.found.replace(/"[^"]*out"/, '"out"') }))
    .join("\n");
}

const head = "error npm run export --out IB-EXPORT-FOLDER\n  found:   ";

describe("The folder for an export", () => {
  it("may be empty", () => {
    expect(messageOf(folderWith())).toBe("");
  });

  it("must not contain files, unless an export wrote them and they are to be replaced", () => {
    const fix = "add --replace to overwrite an earlier export; other files in the folder are left as they are";
    const full = (found: string) =>
      `${head}"out" is not empty: it has ${found}\n  allowed: a folder that is empty or does not exist yet\n  fix:     ${fix}`;
    expect(messageOf(folderWith("b", "a"))).toBe(full("a and b"));
    expect(messageOf(folderWith("e", "d", "c", "b", "a"))).toBe(full("a, b, c, d and e"));
    expect(messageOf(folderWith("f", "e", "d", "c", "b", "a"))).toBe(full("a, b, c, d and 2 more"));
    expect(messageOf(folderWith("README.md", "cdk.tf.json"), true)).toBe("");
    for (const files of [["README.md"], ["cdk.tf.json"]]) {
      expect(messageOf(folderWith(...files), true)).toBe(
        `${head}no export wrote "out": it does not have both cdk.tf.json and an export's README.md\n  allowed: --replace for a folder with an earlier export`,
      );
    }
  });

  it("can be written", () => {
    const problem = new Error("EACCES: permission denied, mkdir '/out'");
    expect(formatFinding(cannotWrite("out", problem))).toBe(
      `${head}"out" cannot be written: EACCES: permission denied\n  allowed: a folder that you may write to`,
    );
  });
});
