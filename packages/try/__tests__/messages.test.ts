import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { expectFile, expectReviewedHelp } from "@pipelines/testing/expected";
import { fixtureTree } from "@pipelines/testing/exporting";
import { runByAwstoe } from "../awstoe";
import { Engine } from "../engine";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { bash, phasesOf, thrownBy } from "./run-document";

const root = path.resolve(__dirname, "../../..");

function run(...args: readonly string[]) {
  const command = ["--require", "./typescript.cjs", "packages/try/try-cli.ts", ...args];
  return spawnSync(process.execPath, command, { cwd: fixtureTree(), encoding: "utf8" });
}

/** Returns the findings of a command that fails before it needs an image. */
function printed(...args: readonly string[]): string {
  const { status, stdout, stderr } = run("any", ...args);
  expect([status, stdout]).toEqual([1, ""]);
  return stderr.trim();
}

/** Looks for a container engine on a machine that has none. */
function withoutEngines(wanted?: "podman"): string {
  const code = `
    try {
      require("./packages/try/engine").Engine.find(${JSON.stringify(wanted)});
    } catch (thrown) {
      console.log(thrown.message);
    }`;
  const command = ["--require", "./typescript.cjs", "--eval", code];
  return spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", env: { PATH: "" } }).stdout.trim();
}

const document = phasesOf({ build: [bash("Make", "true")] }, "parameters:\n  - Who:\n      type: string\n");

test("Mistakes in the command line are reported with exactly the reviewed messages", async () => {
  const mistakes: Readonly<Record<string, () => unknown>> = {
    "an image that does not exist": () => printed(),
    "an executor that does not exist": () => printed("--awstoe", "none"),
    "a comparison with nothing": () => printed("--compare"),
    "a document that does not exist": () => printed("--component", "update-linux=none.yaml"),
    "a component without a document": () => printed("--component", "update-linux"),
    "a parameter without a value": () => printed("--parameter", "Version"),
    "a value that the executor would split": () =>
      thrownBy(() => runByAwstoe({ name: "web", text: document, parameters: { Who: "a,b" } })),
    "no container engine": () => withoutEngines(),
    "a container engine that is not installed": () => withoutEngines("podman"),
    "an engine that cannot save images": () =>
      thrownBy(() => {
        new Engine("docker").save("web", "folder");
      }),
  };
  const texts: string[] = [];
  for (const [what, run] of Object.entries(mistakes)) texts.push(`# ${what}\n\n${String(await run())}\n`);
  expectFile(path.join(__dirname, "messages.txt"), texts.join("\n"));
});

test("Findings are JSON on request, and the help is exactly as reviewed", () => {
  const { status, stdout, stderr } = run("any", "--compare", "--json");
  expect([status, stderr]).toEqual([1, ""]);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ code: "IB-TRY-AWSTOE", found: "nothing to compare with" }] });
  expectReviewedHelp(run("--help").stdout);
});

test("The Dockerfile and the scripts are printed on request, with the given documents and parameters", () => {
  const file = path.join(temporaryFolder(), "hello.yaml");
  const text = phasesOf({ build: [bash("Make", "echo {{ Who }}")] }, "parameters:\n  - Who: { type: string }\n");
  fs.writeFileSync(file, text);
  const given = ["--component", `hello-world=${file}`, "--parameter", "Who=every=body"];
  const { status, stdout, stderr } = run("hello-world", "--print", ...given);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^# ==== Dockerfile\nFROM amazonlinux:latest\nWORKDIR \S+\nRUN .*source=bootstrap\.sh/);
  expect(stdout.match(/^# ==== .*$/gm)).toEqual(
    ["Dockerfile", "bootstrap.sh", "00-hello-world.sh"].map((name) => `# ==== ${name}`),
  );
  expect(stdout).toContain("ExecuteBash 'echo ''every=body'\n");
});

test("The executor gets the parameters that a document declares, and its phases", () => {
  const head = "parameters:\n  - One: { type: string }\n  - Two: { type: string }\n";
  const all = phasesOf({ build: [bash("A", "true"), bash("B", "true")], test: [bash("C", "true")] }, head);
  const parameters = { One: "1", Two: "it's", Three: "3" };
  const { script, steps } = runByAwstoe({ name: "web", text: all, parameters, phases: ["build", "validate"] });
  expect(script.startsWith("name='web'\ndocument='schemaVersion: 1.0\n")).toBe(true);
  expect(script).toContain("\nphases='build,validate'\nparameters='One=1,Two=it'\\''s'\n");
  expect(steps).toBe(2);
});
