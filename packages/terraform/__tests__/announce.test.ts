import { spawnSync } from "node:child_process";
import * as path from "node:path";

test("What a process is waiting for is printed while it is blocked, and no longer than that", () => {
  const code = `
    const { announce } = require("./packages/terraform/announce.ts");
    const block = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    const end = announce("waiting for it", 300);
    block(2000);
    end();
    setTimeout(() => console.log("done"), 1000);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--require", "./typescript.cjs", "--eval", code], {
    cwd: path.resolve(__dirname, "../../.."),
    encoding: "utf8",
  });
  const lines = stderr.trimEnd().split("\n");
  expect(new Set(lines)).toEqual(new Set(["… waiting for it"]));
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.length).toBeLessThanOrEqual(7);
  expect(stdout).toBe("done\n");
});
