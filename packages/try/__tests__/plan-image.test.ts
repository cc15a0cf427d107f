import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { runScript } from "../plan-image";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const script = path.join(temporaryFolder(), "script.sh");
fs.writeFileSync(script, "printf 'no newline at the end'; exit 3");

/** Bytes that Buildah's chroot isolation may lose at the end of a command: a full pipe, and a full buffer of its relay. */
const losable = 64 * 1024 + 8 * 1024;

test.each([
  ["its own exit code", undefined, 3],
  ["success, if its failure is ignored", "0", 0],
])("a script ends with %s, after more output than an engine can lose", (_, exitCode, expected) => {
  const command = runScript([], script, exitCode).replace(/^RUN /, "");
  const { status, stdout } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect(status).toBe(expected);
  const [first, ...rest] = stdout.split("\n");
  expect(first).toBe("no newline at the end");
  expect(rest.join("\n").length).toBeGreaterThanOrEqual(losable);
  expect(rest.map((line) => line.trimEnd())).toEqual(["##try", ""]);
});
