import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

/** Location of Debian's busybox-static and bash-static. */
const busybox = "/bin/busybox";
const bash = "/bin/bash-static";

/**
 * Uses separate storage for the tests, so that other builds on this machine do not interfere. Its driver is `overlay`,
 * or `vfs`, which copies every layer, where that does not work, as inside most containers.
 */
function useOwnStorage(): void {
  const storage = temporaryFolder();
  const configuration = path.join(storage, "storage.conf");
  process.env["CONTAINERS_STORAGE_CONF"] = configuration;
  process.env["BUILDAH_ISOLATION"] = "chroot";
  // Uses a separate folder, so that other processes on this machine that try an image do not interfere.
  process.env["TMPDIR"] = temporaryFolder();
  for (const driver of ["overlay", "vfs"]) {
    const lines = [`driver = "${driver}"`, `graphroot = "${storage}/${driver}"`, `runroot = "${storage}/run"`];
    fs.writeFileSync(configuration, `[storage]\n${lines.join("\n")}\n`);
    if (spawnSync("buildah", ["info"], { env: process.env }).status === 0) return;
  }
}

/** Returns why images cannot be built here; tests that build images are then skipped with this message. */
export function missingForBuilds(): string | undefined {
  if (process.getuid?.() !== 0) return "the tests build as root";
  if (spawnSync("buildah", ["--version"]).status !== 0) return "buildah is not installed";
  return [busybox, bash]
    .find((file) => !fs.existsSync(file))
    ?.concat(" is missing: install busybox-static, bash-static");
}

/** Builds a small image with a shell and bash, but without a package manager. */
function buildRoot(tag: string): void {
  const folder = temporaryFolder();
  for (const name of ["bin", "etc", "tmp", "root"]) fs.mkdirSync(path.join(folder, "root", name), { recursive: true });
  fs.copyFileSync(busybox, path.join(folder, "root/bin/busybox"));
  fs.copyFileSync(bash, path.join(folder, "root/bin/bash"));
  const applets = spawnSync(busybox, ["--list"], { encoding: "utf8" }).stdout.trim().split("\n");
  for (const applet of applets) {
    if (!["busybox", "bash"].includes(applet)) fs.symlinkSync("busybox", path.join(folder, "root/bin", applet));
  }
  fs.writeFileSync(path.join(folder, "root/etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
  fs.writeFileSync(path.join(folder, "root/etc/group"), "root:x:0:\n");
  fs.writeFileSync(path.join(folder, "root/etc/os-release"), 'ID=tiny\nPRETTY_NAME="Tiny Linux 1"\n');
  fs.writeFileSync(path.join(folder, "Dockerfile"), "FROM scratch\nCOPY root/ /\nENV PATH=/bin\n");
  const { status, stderr } = spawnSync("buildah", ["build", "-t", tag, folder], { encoding: "utf8", env: process.env });
  if (status !== 0) throw new Error(stderr);
}

let ready = false;

/** Prepares separate storage with such an image, once per test file. */
export function useRoot(tag: string): void {
  if (ready) return;
  useOwnStorage();
  buildRoot(tag);
  ready = true;
}
