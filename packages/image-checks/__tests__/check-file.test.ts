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

  test("goes on with the other files", () => {
    const findings = checkFiles(["gone.yaml", "sound.yaml", "images/broken.yaml"]);
    expect(findings.map(({ code }) => code)).toEqual(["IB-FILE-MISSING", "IB-DOC-ACTION"]);
  });
});
