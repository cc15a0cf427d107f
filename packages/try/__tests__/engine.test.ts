import * as fs from "node:fs";
import * as path from "node:path";
import { Engine } from "../engine";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** Makes this the only program on this machine: a script that also prints its arguments. */
function install(name: string, script: string): void {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, name), `#!/bin/sh\necho "$*"\n${script}\n`, { mode: 0o755 });
  Object.assign(process.env, { PATH: folder, BUILDAH_ISOLATION: "chroot" });
}

const context = { dockerfile: "FROM scratch\n", files: new Map([["a.sh", "echo a\n"]]) };

test("An engine with a daemon is asked by its own command line, without namespaces around it", async () => {
  install(
    "docker",
    'echo "$DOCKER_BUILDKIT $PATH"; for folder; do :; done; while read -r each; do echo "$each"; done <"$folder/a.sh"; exit "$CODE"',
  );
  process.env["CODE"] = "0";
  const lines: string[] = [];
  const build = (...more: readonly [tag?: string, fresh?: boolean]): Promise<boolean> =>
    new Engine("docker").build(context, more[0], (line) => lines.push(line), { fresh: more[1] === true });
  expect([await build("web", true), await build()]).toEqual([true, true]);
  process.env["CODE"] = "3";
  expect(await build()).toBe(false);
  const rest = [`1 ${process.env["PATH"] ?? ""}`, "echo a"];
  expect(lines.map((line) => line.replaceAll(/\/\S+\/try-\w{6}/g, "<folder>"))).toEqual([
    ...["build --progress=plain --no-cache -t web -f <folder>/Dockerfile <folder>", ...rest],
    ...["build --progress=plain -f <folder>/Dockerfile <folder>", ...rest],
    ...["build --progress=plain -f <folder>/Dockerfile <folder>", ...rest],
  ]);
  const folders = lines.flatMap((line) => /\/\S+\/try-\w{6}$/.exec(line) ?? []);
  expect(folders.map((folder) => fs.existsSync(folder))).toEqual([false, false, false]);
});
