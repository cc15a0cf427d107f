import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/stack";

const root = path.resolve(__dirname, "..");

/** The CDKTF and AWS SDK files that a command loads. `help.test.ts` and `commands.full.test.ts` check every command. */
function heavyFilesOf(...args: readonly string[]): string[] {
  const folder = temporaryFolder();
  const [hook, list] = [path.join(folder, "hook.cjs"), path.join(folder, "list")];
  const write = `require("node:fs").writeFileSync(${JSON.stringify(list)}, Object.keys(require.cache).join("\\n"))`;
  fs.writeFileSync(hook, `process.on("exit", () => ${write});`);
  const { status } = spawnSync(process.execPath, ["--require", hook, "--require", "./typescript.cjs", ...args], {
    cwd: root,
  });
  expect(status).toBe(0);
  const files = fs.readFileSync(list, "utf8").split("\n");
  expect(files.length).toBeGreaterThan(10);
  return files.filter((file) => /node_modules.(cdktf.lib|constructs|@cdktf|@aws-sdk|@smithy)/.test(file));
}

describe("Commands load only what they need", () => {
  it("checking a document does not load CDKTF", () => {
    const document = "packages/testing/fixtures/app/images/hello-world/hello-world.yaml";
    expect(heavyFilesOf("packages/image-checks/check-cli.ts", document)).toEqual([]);
  });
});
