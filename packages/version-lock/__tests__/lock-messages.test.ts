import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { temporaryFolder } from "@pipelines/testing/stack";
import { type LockOptions, VersionLock } from "../version-lock";
import type { VersionRequest } from "../versions";

const request: VersionRequest = {
  kind: "recipe",
  name: "dev-web",
  environment: "dev",
  image: "web",
  label: "web",
  file: "images/web/image.ts",
  line: undefined,
  content: [{ part: "parent", label: "the parent", value: "a" }],
};

function lockWith(text?: string): string {
  const file = path.join(temporaryFolder(), "image-versions.lock");
  if (text !== undefined) fs.writeFileSync(file, text);
  return file;
}

function synth(file: string, options: Partial<LockOptions> = {}, about: Partial<VersionRequest> = {}): VersionLock {
  const lock = VersionLock.open(file, { frozen: false, withoutHistory: true, ...options });
  lock.versionOf({ ...request, ...about });
  return lock;
}

/** Returns the findings as text, without the file's folder. */
function messages(lock: VersionLock): string {
  return lock
    .findings()
    .map((finding) => formatFinding({ ...finding, file: path.basename(finding.file) }))
    .join("\n");
}

function written(options: Partial<LockOptions> = {}, about: Partial<VersionRequest> = {}): string {
  const file = lockWith();
  synth(file, options, about).write();
  return file;
}

const name = "the name that the project had when it was first deployed, because it is part of every name in AWS";

describe("The version lock's full report of", () => {
  it("a newer format", () => {
    expect(messages(synth(lockWith("image-versions 5\nfuture line\n")))).toBe(
      [
        "error image-versions.lock:1 IB-LOCK-FORMAT",
        "  found:   a lock format that is newer than this version of the project",
        "  allowed: image-versions 1 to 4",
        "  fix:     update the project to the version that wrote the lock: merge the branch that it comes from; never edit the line",
      ].join("\n"),
    );
  });

  it("another project's name, or none", () => {
    const file = written({ project: "web" });
    for (const [project, called] of [
      ["web2", '"web2"'],
      [undefined, "none"],
    ] as const) {
      expect(messages(synth(file, { project }))).toBe(
        [
          "error accounts.ts project.name IB-PROJECT",
          `  found:   the project's name is ${called}, but image-versions.lock was written under "web"`,
          `  allowed: ${name}`,
          '  fix:     write name: "web"; if nothing is deployed, delete the line "project web" from the lock instead',
        ].join("\n"),
      );
    }
  });

  it("a version that goes back", () => {
    const file = written({}, { line: "1.1" });
    expect(messages(synth(file, {}, { line: "1.0" }))).toBe(
      [
        "error image.ts version IB-VERSION-LOWER",
        '  found:   "1.0", but dev-web is already at 1.1',
        "  allowed: versions that go forward, because AWS keeps old ones",
        '  fix:     set "1.1" or higher, or leave it out',
      ].join("\n"),
    );
  });

  it("a merge conflict, if the lock is frozen", () => {
    const file = written();
    const text = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, `${text}<<<<<<< HEAD\n=======\n>>>>>>> main\n`);
    const line = text.split("\n").length;
    expect(messages(synth(file, { frozen: true }))).toContain(
      [
        `error image-versions.lock:${line}:1 IB-LOCK-CONFLICT`,
        "  found:   a merge conflict",
        "  allowed: a lock that matches the images, because it is frozen (CI, or --frozen)",
      ].join("\n"),
    );
  });

  it("a missing line, or one too many, if the lock is frozen", () => {
    const file = written();
    const text = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, text.replace(/^image-versions \d/m, "image-versions 1"));
    expect(messages(synth(file, { frozen: true }))).toContain(
      "IB-LOCK-STALE\n  found:   a line that does not belong there: image-versions 1\n  allowed: ",
    );
    fs.writeFileSync(file, text);
    expect(messages(synth(file, { frozen: true }))).toBe("");
    const stale = messages(synth(file, { frozen: true }, { repositories: ["web"] }));
    expect(stale).toBe(
      [
        "error image-versions.lock IB-LOCK-STALE",
        "  found:   a line is missing: repository dev/web web",
        "  allowed: a lock that matches the images and its own history, because it is frozen (CI, or --frozen)",
        "  fix:     run `npm run synth` and commit image-versions.lock",
      ].join("\n"),
    );
  });

  it("an unreadable line", () => {
    const file = written();
    fs.appendFileSync(file, "recipe dev/web\n");
    const line = fs.readFileSync(file, "utf8").split("\n").length - 1;
    const words = [
      `image-versions.lock:${line}:1 IB-LOCK-LINE`,
      '  found:   "recipe dev/web"',
      "  allowed: what `npm run synth` writes",
    ].join("\n");
    expect(messages(synth(file))).toContain(
      `error ${words}\n  fix:     delete the line, run \`npm run synth -- --forward <image>=<version>\` with the image's highest version in AWS`,
    );
    expect(messages(synth(file, { frozen: true }))).toContain(
      `error ${words}\n  fix:     run \`npm run synth\` and commit image-versions.lock`,
    );
  });
});
