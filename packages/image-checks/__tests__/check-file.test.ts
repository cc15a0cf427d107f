import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFiles } from "../check-file";
import { findFiles } from "../find-files";

const SOUND = "schemaVersion: 1.0\nphases: [{name: build, steps: [{name: A, action: Reboot}]}]\n";

describe("checkFiles", () => {
  const home = process.cwd();
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "check-file-"));
    process.chdir(folder);
    mkdirSync("images");
    writeFileSync("sound.yaml", SOUND);
    writeFileSync(join("images", "broken.yaml"), SOUND.replace("Reboot", "Rebot"));
    writeFileSync(
      "windows.yaml",
      SOUND.replace("action: Reboot", "action: 'ExecutePowerShell', inputs: {commands: [x]}"),
    );
    writeFileSync("binary.yaml", Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    writeFileSync("large.yaml", "#".repeat(1024 * 1024 + 1));
    writeFileSync("Dockerfile", "FROM alpine\n");
  });

  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  test("finds nothing in sound documents, for Linux or for Windows", () => {
    expect(checkFiles(["sound.yaml", "windows.yaml", "./images/../sound.yaml"])).toEqual([]);
  });

  test("names the file from the current folder, whatever way it was given", () => {
    const at = { code: "IB-DOC-ACTION", file: "images/broken.yaml", line: 2 };
    expect(checkFiles([join(folder, "images", "broken.yaml")])).toMatchObject([at]);
    expect(checkFiles(["images/broken.yaml"])).toMatchObject([at]);
  });

  test("takes the platform it is given", () => {
    expect(checkFiles(["windows.yaml"], "Linux")).toMatchObject([{ code: "IB-DOC-PLATFORM", file: "windows.yaml" }]);
  });

  test.each([
    ["gone.yaml", "IB-FILE-MISSING"],
    ["sound.yaml/below", "IB-FILE-MISSING"],
    ["images", "IB-FILE-KIND"],
    ["binary.yaml", "IB-FILE-BINARY"],
    ["large.yaml", "IB-FILE-SIZE"],
    ["Dockerfile", "IB-DOCKERFILE-PARENT"],
  ])("reports what is wrong with %s: %s", (path, code) => {
    expect(checkFiles([path])).toMatchObject([{ severity: "error", code, file: path }]);
  });

  test("takes a component that is called after a Dockerfile for what it is", () => {
    writeFileSync("build-dockerfile.yaml", SOUND);
    writeFileSync("web.Dockerfile", "FROM alpine\n");
    expect(checkFiles(["build-dockerfile.yaml"])).toEqual([]);
    expect(checkFiles(["web.Dockerfile"])).toMatchObject([{ code: "IB-DOCKERFILE-PARENT" }]);
    writeFileSync("template.txt", "# syntax=docker/dockerfile:1\n\nARG VERSION=1\nFROM alpine:${VERSION}\n");
    expect(checkFiles(["template.txt"])).toMatchObject([{ code: "IB-DOCKERFILE-PARENT" }]);
  });

  test("finds component documents and Dockerfiles in folders, and what globs match", () => {
    mkdirSync("tree/node_modules/x", { recursive: true });
    writeFileSync("tree/a.yaml", SOUND);
    writeFileSync("tree/compose.yaml", "services: {}\n");
    writeFileSync("tree/node_modules/x/b.yaml", SOUND);
    writeFileSync("tree/Dockerfile", "FROM alpine\n");
    expect(findFiles(["tree"])).toEqual([join("tree", "Dockerfile"), join("tree", "a.yaml")]);
    expect(findFiles(["tree/*.yaml", "tree/a.yaml"])).toEqual(["tree/a.yaml", "tree/compose.yaml"]);
    expect(findFiles(["gone/*.yaml", "-"])).toEqual(["gone/*.yaml", "-"]);
  });

  test("takes a document for what its content makes it, in files, folders and globs", () => {
    mkdirSync("kinds");
    const launch = "{name: Launch, action: LaunchInstance, inputs: {waitFor: ssmAgent}}";
    writeFileSync("kinds/flow.yaml", `schemaVersion: 1.0\nsteps: [${launch}]\n`);
    writeFileSync(
      "kinds/json.yaml",
      JSON.stringify({ schemaVersion: "1.0", steps: [{ name: "W1", action: "WaitForAction" }] }),
    );
    writeFileSync("kinds/neither.yaml", "schemaVersion: 1.0\nname: x\nmainSteps: []\n");
    writeFileSync("kinds/phase.yaml", SOUND.replace("phases", "phase"));
    writeFileSync("kinds/slip.yaml", `steps: [${launch.replace("LaunchInstance", "LaunchInstnace")}]\n`);
    writeFileSync("kinds/pipeline.yml", "steps:\n  - script: make\n");
    writeFileSync("kinds/command.yaml", "schemaVersion: '2.2'\nmainSteps: [{action: aws:runShellScript}]\n");
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
    // Who names a file or what a glob matches wants it looked at.
    expect(checkFiles(findFiles(["kinds/comm*.yaml"]))).toMatchObject([{ code: "IB-DOC-KIND" }]);
  });

  test("goes on with the other files", () => {
    const findings = checkFiles(["gone.yaml", "sound.yaml", "images/broken.yaml"]);
    expect(findings.map(({ code }) => code)).toEqual(["IB-FILE-MISSING", "IB-DOC-ACTION"]);
  });
});
