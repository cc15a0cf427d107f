import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

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

  it("and finds each of the project's own files where Node would find it", () => {
    const check = path.join(temporaryFolder(), "check.cjs");
    fs.writeFileSync(
      check,
      `const Module = require("node:module");
      const { execFileSync } = require("node:child_process");
      const { readFileSync } = require("node:fs");
      const byNode = Module._resolveFilename;
      require(${JSON.stringify(path.join(root, "typescript.cjs"))});
      const files = execFileSync("git", ["ls-files", "*.ts"], { encoding: "utf8" }).trim().split("\\n");
      const names = (file) => [...readFileSync(file, "utf8").matchAll(/from "([.@][^"]+)";/g)].map(([, name]) => name);
      let count = 0;
      for (const file of files.filter((each) => !/__tests__|\\.d\\.ts$/.test(each))) {
        const parent = new Module(require("node:path").resolve(file));
        parent.filename = parent.id;
        parent.paths = Module._nodeModulePaths(require("node:path").dirname(parent.id));
        for (const name of names(file)) {
          let expected;
          try {
            expected = byNode(name, parent);
          } catch {
            continue; // In a text, or for another place.
          }
          const found = Module._resolveFilename(name, parent);
          if (expected !== found) throw new Error(file + ": " + name + " is " + found);
          count++;
        }
      }
      console.log(count);`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, [check], { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(Number(stdout)).toBeGreaterThan(500);
  });
});
