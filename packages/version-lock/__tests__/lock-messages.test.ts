import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { expectFile } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
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

/** A lock that a synth wrote, with a change to its text. */
function written(
  options: Partial<LockOptions> = {},
  about: Partial<VersionRequest> = {},
  change: (text: string) => string = (text) => text,
): string {
  const file = lockWith();
  synth(file, options, about).write();
  fs.writeFileSync(file, change(fs.readFileSync(file, "utf8")));
  return file;
}

const frozen = { frozen: true };
const deployed = { repositories: ["web"] };
const oldFormat = (text: string) => text.replace(/^image-versions \d/m, "image-versions 1");

/** Synths with a mistake in the lock, or one that only the lock shows. */
const mistakes: Readonly<Record<string, () => VersionLock>> = {
  "a newer format": () => synth(lockWith("image-versions 5\nfuture line\n")),
  "another project's name": () => synth(written({ project: "web" }), { project: "web2" }),
  "no project's name after one": () => synth(written({ project: "web" })),
  "a project's name after none": () => synth(written(), { project: "web" }),
  "a version that goes back": () => synth(written({}, { line: "1.1" }), {}, { line: "1.0" }),
  "a version with three numbers": () => synth(lockWith(), {}, { line: "1.0.0" }),
  "a merge conflict, if the lock is frozen": () =>
    synth(
      written({}, {}, (text) => `${text}<<<<<<< HEAD\n=======\n>>>>>>> main\n`),
      frozen,
    ),
  "a line that does not belong there, if the lock is frozen": () => synth(written({}, {}, oldFormat), frozen),
  "a missing line, if the lock is frozen": () => synth(written(), frozen, deployed),
  "a changed image, if the lock is frozen": () =>
    synth(written(), frozen, { content: [{ part: "parent", label: "the parent", value: "b" }] }),
  "an unreadable line": () => synth(written({}, {}, (text) => `${text}recipe dev/web\n`)),
  "an unreadable line, if the lock is frozen": () =>
    synth(
      written({}, {}, (text) => `${text}recipe dev/web\n`),
      frozen,
    ),
  "no history": () => synth(lockWith(), { withoutHistory: false }),
  "no history, if the lock is frozen": () => synth(written(), { withoutHistory: false, ...frozen }),
  "an unknown image to move forward": () =>
    synth(written(), { forward: [{ image: "wbe", environment: undefined, past: undefined }] }, deployed),
  "an unknown environment to move an image forward in": () =>
    synth(written(), { forward: [{ image: "web", environment: "dve", past: undefined }] }, deployed),
};

test("Findings about the version lock are reported with exactly the reviewed messages", () => {
  const texts = Object.entries(mistakes).map(([what, lock]) => {
    const findings = lock()
      .findings()
      .map((finding) => formatFinding(finding));
    expect([what, findings]).not.toEqual([what, []]);
    return `# ${what}\n\n${findings.join("\n")}\n`;
  });
  expectFile(path.join(__dirname, "lock-messages.txt"), texts.join("\n"));
});

test("A frozen lock without a mistake causes no finding", () => {
  expect(synth(written(), frozen).findings()).toEqual([]);
});
