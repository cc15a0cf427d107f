import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { expectFile } from "@pipelines/testing/expected";
import { runByAwstoe } from "../awstoe";
import { Engine } from "../engine";
import { bash, phasesOf, thrownBy } from "./run-document";

const root = path.resolve(__dirname, "../../..");

/** Returns the findings of a command that fails before it needs an image. */
function printed(...args: readonly string[]): string {
  const command = ["--require", "./typescript.cjs", "packages/try/try-cli.ts", "any", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
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
