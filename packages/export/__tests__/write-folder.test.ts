import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { expectFile } from "@pipelines/testing/expected";
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

const threeAnd = (...more: readonly string[]) => folderWith("c", "b", "a", ...more);

test("An export's folder is refused with exactly the reviewed messages", () => {
  const problem = new Error("EACCES: permission denied, mkdir '/out'");
  const texts: Readonly<Record<string, string>> = {
    "two files": messageOf(folderWith("b", "a")),
    "five files": messageOf(threeAnd("e", "d")),
    "six files": messageOf(threeAnd("f", "e", "d")),
    "a README of an export without its stack, to be replaced": messageOf(folderWith("README.md"), true),
    "a stack without the README of an export, to be replaced": messageOf(folderWith("cdk.tf.json"), true),
    "a folder that may not be written to": formatFinding(cannotWrite("out", problem)),
  };
  const all = Object.entries(texts).map(([what, text]) => `# ${what}\n\n${text}\n`);
  expectFile(path.join(__dirname, "messages.txt"), all.join("\n"));
});

test("An export's folder may be empty, or contain an earlier export that is to be replaced", () => {
  expect(messageOf(folderWith())).toBe("");
  expect(messageOf(folderWith("README.md", "cdk.tf.json"), true)).toBe("");
});
