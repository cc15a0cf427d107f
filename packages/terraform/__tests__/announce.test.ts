import { spawnSync } from "node:child_process";
import * as path from "node:path";

test.each([
  ["is done", "return 7", "7"],
  ["fails", "throw new Error('failed')", "failed"],
])("What a process is waiting for is printed while it is blocked, until the work %s", (_, end, result) => {
  const code = `
    const { announced } = require(${JSON.stringify(path.join(__dirname, "../announce"))});
    const { writeSync } = require("node:fs");
    const block = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    try {
      console.log(announced("waiting for it", 50, () => { block(2000); ${end}; }));
    } catch ({ message }) {
      console.log(message);
    }
    setTimeout(() => writeSync(2, "quiet\\n"), 500);
    setTimeout(() => {}, 750);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--require", "./typescript.cjs", "--eval", code], {
    cwd: path.resolve(__dirname, "../../.."),
    encoding: "utf8",
    timeout: 20_000,
  });
  expect(stderr).toMatch(/^(… waiting for it\n){3,}quiet\n$/);
  expect(stdout).toBe(`${result}\n`);
});
