import { spawn } from "node:child_process";
import * as fs from "node:fs";
import { createServer } from "node:http";
import * as os from "node:os";
import * as path from "node:path";
import { knownActions } from "@pipelines/image-checks/component-document/schema-node";
import { compileDocument } from "../compile-document";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { documentOf, type Ran, runDocument } from "./run-document";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const at = (name: string): string => path.join(folder, name);
const text = (name: string): string => fs.readFileSync(at(name), "utf8");
const mode = (name: string): string => (fs.statSync(at(name)).mode & 0o7777).toString(8);

/** Runs one action with these inputs; paths that start with `./` are in the test's folder. */
function act(action: string, ...inputs: readonly object[]): Ran {
  const given = JSON.stringify(inputs).replaceAll('"./', `"${folder}/`);
  return runDocument(documentOf(`name: Act\naction: ${action}\nonFailure: Continue\ninputs: ${given}`));
}

const ok = ["Act: ok"];
const failed = ["Act: failed, exit code 1"];

test("CreateFile writes content, mode and owner, creates folders, and overwrites files unless told not to", () => {
  const content = "it's 100 % $HOME\n`x` \\n";
  const owner = os.userInfo().username;
  expect(
    act("CreateFile", { path: "./new/one", content, permissions: "0640", owner }, { path: "./two" }).outcomes,
  ).toEqual(ok);
  expect([text("new/one"), mode("new/one"), text("two")]).toEqual([content, "640", ""]);
  expect(act("CreateFile", { path: "./two", content: "again" }).outcomes).toEqual(ok);
  expect(text("two")).toBe("again");
  const refused = act("CreateFile", { path: "./two", content: "never", overwrite: false });
  expect(refused.outcomes).toEqual(failed);
  expect(refused.log).toContain(`${at("two")} exists, and overwrite is false`);
  expect(text("two")).toBe("again");
});

test("a wrong permission and a missing user fail the step, with the reason in the log", () => {
  const wrong = act("CreateFile", { path: "./one", permissions: "999" });
  expect(wrong.outcomes).toEqual(failed);
  expect(wrong.log).toContain("999");
  const missing = act("CreateFolder", { path: "./two", owner: "nobody-of-this-name" });
  expect(missing.outcomes).toEqual(failed);
  expect(missing.log).toContain("nobody-of-this-name");
});

test("content is encoded, and reads back the same", () => {
  expect(act("CreateFile", { path: "./wide", content: "hé", encoding: "UTF-16" }).outcomes).toEqual(ok);
  expect(fs.readFileSync(at("wide"))).toEqual(Buffer.from("hé", "utf16le"));
  expect(act("AppendFile", { path: "./wide", content: "!", encoding: "utf16-LE" }).outcomes).toEqual(ok);
  expect(act("ReadFile", { path: "./wide", encoding: "utf-16", printFileContent: true }).log).toContain("| hé!");
  fs.writeFileSync(at("plain"), "é");
  expect(act("SetFileEncoding", { path: "./plain", encoding: "utf-32-BE" }).outcomes).toEqual(ok);
  expect([...fs.readFileSync(at("plain"))]).toEqual([0, 0, 0, 0xe9]);
});

test("AppendFile appends to an existing file", () => {
  fs.writeFileSync(at("one"), "a");
  expect(act("AppendFile", { path: "./one", content: "b" }).outcomes).toEqual(ok);
  expect(text("one")).toBe("ab");
  expect(act("AppendFile", { path: "./none", content: "b" }).outcomes).toEqual(failed);
});

test("CreateFolder creates a folder and its parents, and leaves its content alone", () => {
  fs.mkdirSync(at("old"));
  fs.writeFileSync(at("old/file"), "");
  expect(act("CreateFolder", { path: "./a/b", permissions: "0700" }, { path: "./old/" }).outcomes).toEqual(ok);
  expect(mode("a/b")).toBe("700");
  expect(fs.existsSync(at("old/file"))).toBe(true);
  expect(act("CreateFolder", { path: "./old", overwrite: false }).outcomes).toEqual(failed);
});

test("CreateSymlink links to an existing file, and replaces a link only with force", () => {
  fs.writeFileSync(at("one"), "1");
  fs.writeFileSync(at("two"), "2");
  expect(act("CreateSymlink", { path: "./new/link", target: "./one" }).outcomes).toEqual(ok);
  expect(act("CreateSymlink", { path: "./new/link", target: "./two" }).outcomes).toEqual(failed);
  expect(act("CreateSymlink", { path: "./new/link", target: "./two", force: true }).outcomes).toEqual(ok);
  expect(text("new/link")).toBe("2");
  expect(act("CreateSymlink", { path: "./three", target: "./none" }).outcomes).toEqual(failed);
  expect(act("CreateSymlink", { path: "./one", target: "./two", force: true }).outcomes).toEqual(failed);
});

test("CopyFile and MoveFile copy or move one file to a name or into a folder, or many files with a wildcard", () => {
  for (const name of ["a b.txt", "c.txt", "d.log"]) fs.writeFileSync(at(name), name);
  expect(act("CopyFile", { source: "./a b.txt", destination: "./new/name" }).outcomes).toEqual(ok);
  expect(text("new/name")).toBe("a b.txt");
  expect(act("CopyFile", { source: "./*.txt", destination: "./all/" }).outcomes).toEqual(ok);
  expect(fs.readdirSync(at("all"))).toEqual(["a b.txt", "c.txt"]);
  expect(act("CopyFile", { source: "./*.txt", destination: "./one" }).outcomes).toEqual(failed);
  expect(act("CopyFile", { source: "./none", destination: "./one" }).outcomes).toEqual(failed);
  expect(act("CopyFile", { source: "./c.txt", destination: "./all/", overwrite: false }).outcomes).toEqual(failed);
  expect(act("MoveFile", { source: "./d.log", destination: "./all/" }).outcomes).toEqual(ok);
  expect([fs.existsSync(at("d.log")), text("all/d.log")]).toEqual([false, "d.log"]);
});

test("CopyFolder and MoveFolder copy or move a folder's content", () => {
  fs.mkdirSync(at("from/in"), { recursive: true });
  fs.writeFileSync(at("from/in/file"), "x");
  expect(act("CopyFolder", { source: "./from", destination: "./to" }).outcomes).toEqual(ok);
  expect(act("CopyFolder", { source: "./from/", destination: "./into/" }).outcomes).toEqual(ok);
  expect([text("to/in/file"), text("into/from/in/file")]).toEqual(["x", "x"]);
  expect(act("CopyFolder", { source: "./from", destination: "./to", overwrite: false }).outcomes).toEqual(failed);
  expect(act("MoveFolder", { source: "./from", destination: "./to" }).outcomes).toEqual(ok);
  expect([fs.existsSync(at("from")), text("to/in/file")]).toEqual([false, "x"]);
});

test("DeleteFile deletes matching files, and DeleteFolder deletes an empty folder, or any folder with force", () => {
  for (const name of ["a.log", "b.log", "c"]) fs.writeFileSync(at(name), "");
  expect(act("DeleteFile", { path: "./*.log" }).outcomes).toEqual(ok);
  expect(fs.readdirSync(folder)).toEqual(["c"]);
  expect(act("DeleteFile", { path: "./none" }).outcomes).toEqual(failed);
  fs.mkdirSync(at("full/in"), { recursive: true });
  expect(act("DeleteFolder", { path: "./full" }).outcomes).toEqual(failed);
  expect(act("DeleteFolder", { path: "./full", force: true }).outcomes).toEqual(ok);
  expect(act("DeleteFolder", { path: "./full", force: true }).outcomes).toEqual(failed);
});

test("ListFiles lists a folder, or the files in a whole tree that match a pattern", () => {
  fs.mkdirSync(at("in"));
  for (const name of ["a.txt", "b.log", "in/c.txt", ".hidden.txt"]) fs.writeFileSync(at(name), "");
  const flat = act("ListFiles", { path: "./" }).log;
  expect(flat).toContain(at("a.txt"));
  expect(flat).not.toContain("c.txt");
  const chained = runDocument(
    documentOf(
      `name: List\naction: ListFiles\ninputs: [{ path: "${folder}", fileNamePattern: "*.txt", recursive: true }]`,
      `name: Show\naction: ExecuteBash\ninputs: { commands: ['echo "[{{ build.List.outputs.files }}]"'] }`,
    ),
  );
  expect(chained.log).toContain(`[${at("a.txt")},${at("in/c.txt")},${at(".hidden.txt")}]`);
});

test("permissions and owners are set, by default including a folder's content", () => {
  fs.mkdirSync(at("in"));
  fs.writeFileSync(at("in/file"), "", { mode: 0o600 });
  const owner = os.userInfo().username;
  expect(act("SetFilePermissions", { path: "./in/file", permissions: 755 }).outcomes).toEqual(ok);
  expect(mode("in/file")).toBe("755");
  expect(act("SetFolderPermissions", { path: "./in", permissions: "0711", recursive: false }).outcomes).toEqual(ok);
  expect([mode("in"), mode("in/file")]).toEqual(["711", "755"]);
  expect(act("SetFolderPermissions", { path: "./in", permissions: "0700" }).outcomes).toEqual(ok);
  expect(mode("in/file")).toBe("700");
  expect(act("SetFileOwner", { path: "./in/file", owner }).outcomes).toEqual(ok);
  expect(act("SetFolderOwner", { path: "./in", owner, group: String(process.getgid?.()) }).outcomes).toEqual(ok);
  expect(act("SetFolderOwner", { path: "./in", owner: "nobody-of-this-name" }).outcomes).toEqual(failed);
  expect(act("SetFileOwner", { path: "./none", owner }).outcomes).toEqual(failed);
});

test("WebDownload downloads and verifies a file, and chains its destination", async () => {
  const server = createServer((request, response) => response.end(`you asked for ${request.url ?? ""}`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const sum = "6ee1ef3bc6b6a0b83a5e5bc4d0d4dbf3dcf4d5e3bd11aa1a1a4fe27a4e5cbb0e";
  const document = documentOf(
    `name: Get\naction: WebDownload\ninputs: [{ source: ${url}/a, destination: "${at("new/a")}" }, { source: ${url}/b, destination: "${folder}/" }]`,
    `name: Show\naction: ExecuteBash\ninputs: { commands: ['echo "[{{ build.Get.outputs.destination }}]"'] }`,
    `name: Refused\naction: WebDownload\nonFailure: Continue\ninputs: [{ source: ${url}/a, destination: "${at("new/a")}", overwrite: false }]`,
    `name: Changed\naction: WebDownload\nonFailure: Continue\ninputs: [{ source: ${url}/a, destination: "${at("c")}", checksum: "${sum}", algorithm: SHA256 }]`,
  );
  fs.writeFileSync(at("script"), compileDocument({ name: "document", text: document }).script);
  // The script runs asynchronously, because this process has to respond to its requests.
  const child = spawn("sh", [at("script")]);
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => (log += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  server.close();
  expect(text("new/a")).toBe("you asked for /a");
  expect(log).toContain(`[${at("new/a")}\n${at("b")}]`);
  expect(log).toContain("exists, and overwrite is false");
  expect(log).toContain(`the SHA256 checksum of ${at("c")} is not ${sum}`);
});

test("ExecuteBinary passes its arguments unchanged", () => {
  const ran = runDocument(
    documentOf(
      `name: Print\naction: ExecuteBinary\ninputs: { path: /usr/bin/printf, arguments: ["[%s]\\n", "a b", "$HOME", ""] }`,
    ),
  );
  expect(ran.log).toContain("| [a b]\n      | [$HOME]\n      | []");
});

test("UpdateOS uses the image's package manager", () => {
  const bin = at("bin");
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, "yum"), '#!/bin/sh\necho "yum $*"\n', { mode: 0o755 });
  const before = process.env["PATH"];
  process.env["PATH"] = `${bin}:${before ?? ""}`;
  const ran = runDocument(documentOf("name: Update\naction: UpdateOS\ninputs: { include: [a, b], exclude: [c] }"));
  process.env["PATH"] = before;
  expect(ran.log).toContain("| yum update -y --exclude=c a b");
});

test("every action in the schema is either run or left out with a reason", () => {
  const actions = knownActions.filter((each) => each !== "Assert");
  const steps = actions.map((action) => `name: ${action}\naction: ${action}\nonFailure: Ignore\ninputs: []`);
  expect(runDocument(documentOf(...steps)).outcomes).toEqual(
    actions.map(
      (each) => expect.stringMatching(new RegExp(`^${each}: (ok|ignored|left-out, (?!no action))`)) as unknown,
    ),
  );
});
