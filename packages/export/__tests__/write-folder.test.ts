import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { expectFile } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { tree } from "@pipelines/testing/tree";
import { generated } from "../readme";
import { cannotWrite, checkFolder, stageFolder } from "../write-folder";

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

describe("A staged folder", () => {
  const at = (...names: readonly string[]): string => path.join(temporaryFolder(), ...names);

  it.each(["out", "new/deep/out"])("appears whole, or leaves nothing behind: %s", (name) => {
    const root = at();
    const folder = path.join(root, name);
    stageFolder(folder, { a: "1" }).discard();
    expect(fs.readdirSync(root)).toEqual([]);
    expect(() => stageFolder(folder, { a: "1", "b/c": "2" })).toThrow("ENOENT");
    expect(fs.readdirSync(root)).toEqual([]);
    const staged = stageFolder(folder, { a: "1", b: "2" });
    expect(fs.existsSync(folder)).toBe(false);
    staged.commit();
    staged.keep();
    expect(tree(root)).toEqual({ [`${name}/a`]: "1", [`${name}/b`]: "2" });
    expect(fs.statSync(folder).mode & 0o777).toBe(0o755);
  });

  it("may be empty before", () => {
    const folder = at();
    stageFolder(folder, { a: "1" }).commit();
    expect(tree(folder)).toEqual({ a: "1" });
  });

  it("may be in use: only its own files change, those that are no longer written included", () => {
    const folder = at();
    const others = { "deploy-policy.txt": "", "my-deploy-policy.json": "", note: "" };
    const before = {
      ...others,
      a: "0",
      "deploy-policy.json": "",
      "deploy-policy-1.json": "",
      "deploy-policy-2.json": "",
    };
    for (const [name, text] of Object.entries(before)) fs.writeFileSync(path.join(folder, name), text);
    stageFolder(folder, { a: "1" }).discard();
    expect(tree(folder)).toEqual(before);
    const staged = stageFolder(folder, { a: "1", "deploy-policy-2.json": "{}" });
    expect(tree(folder)).toMatchObject(before);
    staged.commit();
    staged.keep();
    expect(tree(folder)).toEqual({ ...others, a: "1", "deploy-policy-2.json": "{}" });
  });

  it.each<Readonly<Record<string, string>> | undefined>([
    undefined,
    {},
    { a: "0", note: "", "deploy-policy-1.json": "" },
  ])("is as before if another one cannot be moved into place: %j", (content) => {
    const root = at();
    const folder = path.join(root, "out");
    if (content !== undefined) fs.mkdirSync(folder);
    for (const [name, text] of Object.entries(content ?? {})) fs.writeFileSync(path.join(folder, name), text);
    const before = tree(root);
    const staged = stageFolder(folder, { a: "1", b: "2" });
    staged.commit();
    expect(tree(folder)).toMatchObject({ a: "1", b: "2" });
    staged.discard();
    expect(tree(root)).toEqual(before);
  });
});
