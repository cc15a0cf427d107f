import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { checkFiles } from "../check-file";
import { expectMessages, type Mistake } from "./messages";
import { findFiles } from "../find-files";

const sound = "schemaVersion: 1.0\nphases: [{name: build, steps: [{name: A, action: Reboot}]}]\n";

describe("checkFiles", () => {
  const home = process.cwd();
  let folder = "";

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "check-file-"));
    process.chdir(folder);
    fs.mkdirSync("images");
    fs.writeFileSync("sound.yaml", sound);
    fs.writeFileSync(path.join("images", "broken.yaml"), sound.replace("Reboot", "Rebot"));
    fs.writeFileSync(
      "windows.yaml",
      sound.replace("action: Reboot", "action: 'ExecutePowerShell', inputs: {commands: [x]}"),
    );
    fs.writeFileSync("binary.yaml", Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    fs.writeFileSync("large.yaml", "#".repeat(1024 * 1024 + 1));
    fs.writeFileSync("Dockerfile", "FROM alpine\n");
    fs.writeFileSync("image.ts", "export default {};\n");
  });

  afterAll(() => {
    process.chdir(home);
    fs.rmSync(folder, { recursive: true });
  });

  test("finds nothing wrong with valid documents for Linux or Windows", () => {
    expect(checkFiles(["sound.yaml", "windows.yaml", "./images/../sound.yaml"])).toEqual([]);
  });

  test("reports the file relative to the current folder, however it was given", () => {
    const at = { code: "IB-DOC-ACTION", file: "images/broken.yaml", line: 2 };
    expect(checkFiles([path.join(folder, "images", "broken.yaml")])).toMatchObject([at]);
    expect(checkFiles(["images/broken.yaml"])).toMatchObject([at]);
  });

  test("uses the given platform", () => {
    expect(checkFiles(["windows.yaml"], "Linux")).toMatchObject([{ code: "IB-DOC-PLATFORM", file: "windows.yaml" }]);
  });

  test.each([
    ["gone.yaml", "IB-FILE-MISSING"],
    ["sound.yaml/below", "IB-FILE-MISSING"],
    ["images", "IB-FILE-KIND"],
    ["image.ts", "IB-FILE-KIND"],
    ["binary.yaml", "IB-FILE-BINARY"],
    ["large.yaml", "IB-FILE-SIZE"],
    ["Dockerfile", "IB-DOCKERFILE-PARENT"],
  ])("reports what is wrong with %s: %s", (path, code) => {
    expect(checkFiles([path])).toMatchObject([{ severity: "error", code, file: path }]);
  });

  // Nobody can read this file, not even root.
  const unreadable = "/proc/self/mem";
  (fs.existsSync(unreadable) ? test : test.skip)("reports a file in a folder that cannot be read", () => {
    fs.mkdirSync("linked");
    const file = path.join("linked", "memory.yaml");
    fs.symlinkSync(unreadable, file);
    expect(checkFiles(findFiles(["linked"]))).toMatchObject([{ code: "IB-FILE-UNREADABLE", file }]);
  });

  test("recognizes a component whose name contains Dockerfile", () => {
    fs.writeFileSync("build-dockerfile.yaml", sound);
    fs.writeFileSync("web.Dockerfile", "FROM alpine\n");
    expect(checkFiles(["build-dockerfile.yaml"])).toEqual([]);
    expect(checkFiles(["web.Dockerfile"])).toMatchObject([{ code: "IB-DOCKERFILE-PARENT" }]);
    fs.writeFileSync("template.txt", "# syntax=docker/dockerfile:1\n\nARG VERSION=1\nFROM alpine:${VERSION}\n");
    expect(checkFiles(["template.txt"])).toMatchObject([{ code: "IB-DOCKERFILE-PARENT" }]);
    fs.writeFileSync("template.txt", "FROM alpine\nRUN true\n");
    expect(checkFiles(["template.txt"])).toMatchObject([{ code: "IB-DOCKERFILE-PARENT" }]);
    fs.writeFileSync("notes.txt", `${sound}# FROM alpine\n`);
    expect(checkFiles(["notes.txt"])).toEqual([]);
    fs.writeFileSync("empty.yaml", "~\n");
    expect(checkFiles(["empty.yaml"])).toMatchObject([{ code: "IB-YAML-EMPTY" }]);
  });

  test("finds component documents and Dockerfiles in folders, and anything that globs match", () => {
    fs.mkdirSync("tree/node_modules/x", { recursive: true });
    fs.writeFileSync("tree/a.yaml", sound);
    fs.writeFileSync("tree/compose.yaml", "services: {}\n");
    fs.writeFileSync("tree/node_modules/x/b.yaml", sound);
    fs.writeFileSync("tree/Dockerfile", "FROM alpine\n");
    expect(findFiles(["tree"])).toEqual([path.join("tree", "Dockerfile"), path.join("tree", "a.yaml")]);
    expect(findFiles(["tree/*.yaml", "tree/a.yaml"])).toEqual(["tree/a.yaml", "tree/compose.yaml"]);
    expect(findFiles(["gone/*.yaml", "-"])).toEqual(["gone/*.yaml", "-"]);
  });

  test("recognizes a document by its content, in files, folders and globs", () => {
    fs.mkdirSync("kinds");
    const launch = "{name: Launch, action: LaunchInstance, inputs: {waitFor: ssmAgent}}";
    fs.writeFileSync("kinds/flow.yaml", `schemaVersion: 1.0\nsteps: [${launch}]\n`);
    fs.writeFileSync(
      "kinds/json.yaml",
      JSON.stringify({ schemaVersion: "1.0", steps: [{ name: "W1", action: "WaitForAction" }] }),
    );
    fs.writeFileSync("kinds/neither.yaml", "schemaVersion: 1.0\nname: x\nmainSteps: []\n");
    fs.writeFileSync("kinds/phase.yaml", sound.replace("phases", "phase"));
    fs.writeFileSync("kinds/slip.yaml", `steps: [${launch.replace("LaunchInstance", "LaunchInstnace")}]\n`);
    fs.writeFileSync("kinds/pipeline.yml", "steps:\n  - script: make\n");
    fs.writeFileSync("kinds/command.yaml", "schemaVersion: '2.2'\nmainSteps: [{action: aws:runShellScript}]\n");
    const found = checkFiles(findFiles(["kinds"]));
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "kinds/neither.yaml IB-DOC-KIND",
      "kinds/phase.yaml IB-DOC-MISSING",
      "kinds/slip.yaml IB-DOC-MISSING",
      "kinds/slip.yaml IB-DOC-ACTION",
    ]);
    expect(found[0]).toMatchObject({
      severity: "error",
      line: 1,
      found: 'neither phases nor steps, but "schemaVersion", "name" and "mainSteps"',
      allowed: "phases, which make a document a component, or steps, which make it a workflow",
    });
    // A file that is named explicitly or matched by a glob must be checked.
    expect(checkFiles(findFiles(["kinds/comm*.yaml"]))).toMatchObject([{ code: "IB-DOC-KIND" }]);
  });

  test("reports files that it cannot check, with reviewed messages", () => {
    fs.mkdirSync("files/none", { recursive: true });
    fs.writeFileSync("files/large.yaml", "#".repeat(2 ** 20 + 1));
    fs.writeFileSync("files/image.yaml", Buffer.from([0xff, 0xfe, 0x80]));
    fs.writeFileSync("files/neither.yaml", "schemaVersion: 1.0\nname: x\nmainSteps: []\n");
    fs.writeFileSync("files/long.yaml", sound.replace(/\{name: A.*?\}/, "{name: A, action: Nothing}, ".repeat(80)));
    const files = [
      "files/none",
      "files/neither.yaml",
      "files/long.yaml",
      "files/large.yaml",
      "files/image.yaml",
      "files/gone.yaml",
      `${"long".repeat(100)}.yaml`,
    ];
    expectMessages(
      "files",
      checkFiles(files).map((finding): Mistake => [
        finding.file.slice(0, 40),
        { ...finding, file: finding.file.slice(0, 40) },
      ]),
    );
  });

  test("continues with the other files", () => {
    const findings = checkFiles(["gone.yaml", "sound.yaml", "images/broken.yaml"]);
    expect(findings.map(({ code }) => code)).toEqual(["IB-FILE-MISSING", "IB-DOC-ACTION"]);
  });
});
