import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { VersionLock } from "../../versions/version-lock";
import { highestNumber } from "../../versions/version-number";
import { ContentPart, VersionRequest } from "../../versions/versions";
import { temporaryFolder } from "../stack";

type Content = Readonly<Record<string, unknown>>;

function parts(content: Content): ContentPart[] {
  return Object.entries(content).map(([part, value]) => ({ part, label: `the ${part}`, value }));
}

function request(content: Content = {}, about: Partial<VersionRequest> = {}): VersionRequest {
  const environment = about.environment ?? "dev";
  return {
    kind: "recipe",
    name: `${environment}-web`,
    environment,
    image: "web",
    label: "web",
    file: "images/web/image.ts",
    line: undefined,
    content: parts({ parent: "a", settings: {}, ...content }),
    ...about,
  };
}

const install = (content: Content = {}, about: Partial<VersionRequest> = {}): VersionRequest =>
  request({ ...content }, { kind: "component", name: "dev-web-install", label: "install", ...about });

/** A place for a lock file, outside any git repository. */
function lockFile(text?: string): string {
  const file = path.join(temporaryFolder(), "image-versions.lock");
  if (text !== undefined) fs.writeFileSync(file, text);
  return file;
}

interface Synth {
  readonly versions: string[];
  readonly moves: string[];
  /** Codes of what is wrong. */
  readonly codes: string[];
  readonly lock: VersionLock;
}

/** One synth that asks for these versions, and writes the lock if nothing is wrong. */
function synth(file: string, requests: readonly VersionRequest[], options: { readonly frozen?: boolean } = {}): Synth {
  const lock = VersionLock.open(file, { frozen: options.frozen ?? false });
  const versions = requests.map((one) => lock.versionOf(one));
  const codes = lock.findings().map(({ code }) => code);
  if (codes.length === 0) lock.write();
  return { versions, moves: lock.moves().map(({ told }) => told), codes, lock };
}

function read(file: string): string {
  return fs.readFileSync(file, "utf8");
}

/** The lock's lines without its explanation. */
function lines(file: string): string[] {
  return read(file)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1);
}

function git(folder: string, ...args: string[]): void {
  const identity = ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", "-c", "commit.gpgsign=false"];
  const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
}

/** A lock file in a git repository of its own, with what was written to it committed. */
function committed(...requests: VersionRequest[]): string {
  const file = lockFile();
  synth(file, requests);
  git(path.dirname(file), "init", "--quiet");
  commit(file);
  return file;
}

function commit(file: string): void {
  git(path.dirname(file), "add", "--all");
  git(path.dirname(file), "commit", "--quiet", "--allow-empty", "--message", "Test");
}

describe("The version lock", () => {
  it("begins at 1.0.0, or where the definition asks it to", () => {
    const file = lockFile();
    const { versions, moves } = synth(file, [install(), request({}, { line: "3.1" })]);
    expect(versions).toEqual(["1.0.0", "3.1.0"]);
    expect(moves).toEqual(["web: component install 1.0.0 (new)", "web: recipe 3.1.0 (new)"]);
    expect(lines(file)).toEqual([
      expect.stringMatching(/^recipe dev-web 3\.1\.0 parent=[0-9a-f]{16} settings=[0-9a-f]{16}$/),
      expect.stringMatching(/^component dev-web-install 1\.0\.0 parent=[0-9a-f]{16} settings=[0-9a-f]{16}$/),
    ]);
  });

  it("gives the same version as long as nothing changes, and does not touch the file", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    fs.utimesSync(file, 1, 1);
    const { versions, moves, codes } = synth(file, [install(), request()]);
    expect({ versions, moves, codes }).toEqual({ versions: ["1.0.0", "1.0.0"], moves: [], codes: [] });
    expect(fs.statSync(file).mtimeMs).toBe(1000);
  });

  it("moves the patch number of what changed alone, and says why", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    const { versions, moves } = synth(file, [install(), request({ parent: "b" })]);
    expect(versions).toEqual(["1.0.0", "1.0.1"]);
    expect(moves).toEqual(["web: recipe 1.0.0 → 1.0.1 (the parent changed)"]);
  });

  it("tells every reason at once", () => {
    const file = lockFile();
    synth(file, [request({ document: 1 })]);
    expect(synth(file, [request({ parent: "b", document: 2 })]).moves).toEqual([
      "web: recipe 1.0.0 → 1.0.1 (the parent, the document changed)",
    ]);
  });

  it("moves when a part comes or goes, because AWS holds the old content under the old number", () => {
    const file = lockFile();
    synth(file, [request()]);
    expect(synth(file, [request({ extra: 1 })]).versions).toEqual(["1.0.1"]);
    const { versions, moves } = synth(file, [request()]);
    expect(versions).toEqual(["1.0.2"]);
    expect(moves).toEqual(["web: recipe 1.0.1 → 1.0.2 (extra changed)"]);
  });

  it("gives a higher version to content that comes back", () => {
    const file = lockFile();
    const versions = ["a", "b", "a"].flatMap((parent) => synth(file, [request({ parent })]).versions);
    expect(versions).toEqual(["1.0.0", "1.0.1", "1.0.2"]);
  });

  it("moves to a higher major or minor number that a definition asks for, and on from there", () => {
    const file = lockFile();
    synth(file, [request()]);
    const moved = synth(file, [request({}, { line: "1.1" })]);
    expect(moved.versions).toEqual(["1.1.0"]);
    expect(moved.moves).toEqual(["web: recipe 1.0.0 → 1.1.0 (version 1.1 asked for)"]);
    expect(synth(file, [request({}, { line: "1.1" })]).versions).toEqual(["1.1.0"]);
    expect(synth(file, [request({ parent: "b" }, { line: "1.1" })]).versions).toEqual(["1.1.1"]);
    expect(synth(file, [request({ parent: "b" })]).versions).toEqual(["1.1.1"]);
    expect(synth(file, [request({ parent: "b" }, { line: "2.0" })]).versions).toEqual(["2.0.0"]);
    expect(synth(file, [request({ parent: "b" }, { line: "10.0" })]).versions).toEqual(["10.0.0"]);
  });

  it("refuses a lower number than AWS has seen, and writes nothing", () => {
    const file = lockFile();
    synth(file, [request({}, { line: "1.10" })]);
    const before = read(file);
    const { codes, lock } = synth(file, [request({}, { line: "1.9" })]);
    expect(codes).toEqual(["IB-VERSION-LOWER"]);
    expect(lock.findings()[0]).toMatchObject({
      file: "images/web/image.ts",
      field: "version",
      found: '"1.9", where recipe dev-web is at 1.10.0 already',
      fix: 'ask for "1.10" or higher, or leave it out',
    });
    expect(read(file)).toBe(before);
  });

  it.each(["1", "1.0.0", "latest", "", "01.0", "1.1073741824"])("refuses to move to %j", (line) => {
    const { codes, lock } = synth(lockFile(), [install({}, { line })]);
    expect(codes).toEqual(["IB-VERSION-LINE"]);
    expect(lock.findings()[0]).toMatchObject({
      severity: "error",
      file: "images/web/image.ts",
      field: "component install: version",
      found: `"${line}"`,
    });
  });

  it("goes on with the minor number where the patch number is at its highest", () => {
    const file = lockFile();
    synth(file, [request()]);
    fs.writeFileSync(file, read(file).replace("dev-web 1.0.0", `dev-web 1.0.${highestNumber - 1}`));
    const versions = ["b", "c"].flatMap((parent) => synth(file, [request({ parent })]).versions);
    expect(versions).toEqual([`1.0.${highestNumber}`, "1.1.0"]);
  });

  it("gives one version to two requests of one name, of which other checks tell", () => {
    const { versions, moves } = synth(lockFile(), [request(), request({ parent: "b" })]);
    expect(versions).toEqual(["1.0.0", "1.0.0"]);
    expect(moves).toHaveLength(1);
  });

  it("does not move one environment with another", () => {
    const file = lockFile();
    const dev = (parent: string): VersionRequest => request({ parent });
    const prod = request({}, { environment: "prod" });
    synth(file, [dev("a"), prod]);
    const before = lines(file)[1];
    expect(synth(file, [dev("b"), prod]).versions).toEqual(["1.0.1", "1.0.0"]);
    expect(synth(file, [dev("c"), prod]).versions).toEqual(["1.0.2", "1.0.0"]);
    expect(lines(file)[1]).toBe(before);
  });

  it("tells in which environment each version moved", () => {
    const file = lockFile();
    const { lock } = synth(file, [request(), request({}, { environment: "prod" })]);
    expect(lock.moves()).toEqual([
      { environment: "dev", told: "web: recipe 1.0.0 (new)" },
      { environment: "prod", told: "web: recipe 1.0.0 (new)" },
    ]);
  });

  it("is the same whatever order the resources are asked for in", () => {
    const [file, other] = [lockFile(), lockFile()];
    const requests = [install(), request(), request({}, { environment: "prod" })];
    synth(file, requests);
    synth(other, [...requests].reverse());
    expect(read(other)).toBe(read(file));
  });

  it("is the same with Windows line endings", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    const text = read(file);
    fs.writeFileSync(file, text.replaceAll("\n", "\r\n"));
    const { versions, moves, codes } = synth(file, [install(), request()]);
    expect({ versions, moves, codes }).toEqual({ versions: ["1.0.0", "1.0.0"], moves: [], codes: [] });
    expect(read(file)).toBe(text);
  });

  it("hashes content the same way on every machine", () => {
    const file = lockFile();
    synth(file, [request({ parent: "ubuntu", settings: { a: ["ä", 1, null], b: undefined } })]);
    // printf '["ubuntu"]' | sha256sum, and of [{"a":["ä",1,null]}].
    expect(lines(file)).toEqual(["recipe dev-web 1.0.0 parent=2b7e42dea8f5cba3 settings=55b46017d076f9bb"]);
  });
});

describe("A resource that is removed", () => {
  it("leaves its number behind, and is told", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    const { moves, lock } = synth(file, [request()]);
    expect(moves).toEqual(["component dev-web-install removed; its number 1.0.0 is kept"]);
    expect(lock.moves()[0]?.environment).toBe("");
    expect(lines(file)[1]).toBe("component dev-web-install 1.0.0 removed");
  });

  it("stays in the lock without being told again", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    synth(file, [request()]);
    const before = read(file);
    expect(synth(file, [request()]).moves).toEqual([]);
    expect(read(file)).toBe(before);
  });

  it("goes on from its number when its name is used again, even for the same content", () => {
    const file = lockFile();
    synth(file, [install()]);
    synth(file, []);
    const { versions, moves } = synth(file, [install()]);
    expect(versions).toEqual(["1.0.1"]);
    expect(moves).toEqual(["web: component install 1.0.0 → 1.0.1 (its name was used before)"]);
    expect(synth(file, [install()]).versions).toEqual(["1.0.1"]);
  });

  it("may come back at a higher number that is asked for, not at a lower one", () => {
    const file = lockFile();
    synth(file, [install({}, { line: "2.0" })]);
    synth(file, []);
    expect(synth(file, [install({}, { line: "1.0" })]).codes).toEqual(["IB-VERSION-LOWER"]);
    expect(synth(file, [install({}, { line: "3.0" })]).versions).toEqual(["3.0.0"]);
  });
});

describe("A frozen lock", () => {
  it("lets everything pass that matches", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    const { versions, codes } = synth(file, [install(), request()], { frozen: true });
    expect({ versions, codes }).toEqual({ versions: ["1.0.0", "1.0.0"], codes: [] });
  });

  it("tells each resource that does not match and the command that fixes it, and writes nothing", () => {
    const file = lockFile();
    synth(file, [install(), request(), install({}, { name: "dev-web-gone" })]);
    const before = read(file);
    const { lock } = synth(
      file,
      [install({ parent: "b" }), request({}, { line: "1.1" }), install({}, { name: "new" })],
      {
        frozen: true,
      },
    );
    const stale = {
      severity: "error",
      code: "IB-LOCK-STALE",
      file: "image-versions.lock",
      allowed: "a lock that matches the images, because it is frozen (CI, or --frozen)",
      fix: "run `npm run synth` and commit image-versions.lock",
    };
    expect(lock.findings()).toEqual([
      {
        ...stale,
        field: "component dev-web-install",
        found: "dev: web: component install 1.0.0 → 1.0.1 (the parent changed)",
      },
      { ...stale, field: "recipe dev-web", found: "dev: web: recipe 1.0.0 → 1.1.0 (version 1.1 asked for)" },
      { ...stale, field: "component new", found: "dev: web: component install 1.0.0 (new)" },
      {
        ...stale,
        field: "component dev-web-gone",
        found: "component dev-web-gone removed; its number 1.0.0 is kept",
      },
    ]);
    expect(read(file)).toBe(before);
  });

  it("is stale where there is no file at all", () => {
    const file = lockFile();
    expect(synth(file, [request()], { frozen: true }).codes).toEqual(["IB-LOCK-STALE"]);
    expect(fs.existsSync(file)).toBe(false);
  });

  it("is not written even where only its line endings are not ours", () => {
    const file = lockFile();
    synth(file, [request()]);
    fs.writeFileSync(file, read(file).replaceAll("\n", "\r\n"));
    const before = read(file);
    expect(synth(file, [request()], { frozen: true }).codes).toEqual([]);
    expect(read(file)).toBe(before);
  });
});

describe("A lock file that cannot be read", () => {
  it.each([
    ["IB-LOCK-CONFLICT", "image-versions 1\n<<<<<<< HEAD\n"],
    ["IB-LOCK-FORMAT", "image-versions 2\n"],
    ["IB-LOCK-FORMAT", ""],
    ["IB-LOCK-LINE", "image-versions 1\nnonsense\n"],
    ["IB-LOCK-DUPLICATE", "image-versions 1\nrecipe a 1.0.0 removed\nrecipe a 1.0.1 removed\n"],
  ])("is told as %s alone and stays as it is, frozen or not", (code, text) => {
    for (const frozen of [false, true]) {
      const file = lockFile(text);
      expect(synth(file, [request()], { frozen }).codes).toEqual([code]);
      expect(read(file)).toBe(text);
    }
  });

  it("is not taken for one that is not there", () => {
    const folder = path.join(temporaryFolder(), "image-versions.lock");
    fs.mkdirSync(folder);
    expect(() => VersionLock.open(folder, { frozen: false })).toThrow("EISDIR");
  });
});

describe("Writing the lock", () => {
  it("leaves nothing beside it", () => {
    const file = lockFile();
    synth(file, [request()]);
    synth(file, [request({ parent: "b" })]);
    expect(fs.readdirSync(path.dirname(file))).toEqual(["image-versions.lock"]);
  });

  it("replaces the file as a whole: whoever has the old one open still reads the old one", () => {
    const file = lockFile();
    synth(file, [request()]);
    const before = read(file);
    const open = fs.openSync(file, "r");
    synth(file, [request({ parent: "b" })]);
    expect(fs.readFileSync(open, "utf8")).toBe(before);
    fs.closeSync(open);
    expect(read(file)).not.toBe(before);
  });

  it("throws what the file system throws, where the folder takes no file", () => {
    const parent = path.join(temporaryFolder(), "file");
    fs.writeFileSync(parent, "");
    const file = path.join(path.dirname(parent), "nowhere", "image-versions.lock");
    const lock = VersionLock.open(file, { frozen: false });
    lock.versionOf(request());
    expect(() => {
      lock.write();
    }).toThrow("ENOENT");
    expect(fs.readdirSync(path.dirname(parent))).toEqual(["file"]);
  });

  it("keeps the old file and no half of the new one, where the new one cannot take its place", () => {
    const file = lockFile();
    const lock = VersionLock.open(file, { frozen: false });
    lock.versionOf(request());
    fs.mkdirSync(path.join(file, "in-the-way"), { recursive: true });
    expect(() => {
      lock.write();
    }).toThrow(/EISDIR|ENOTEMPTY|EEXIST|ENOTDIR/);
    expect(fs.readdirSync(path.dirname(file))).toEqual(["image-versions.lock"]);
    expect(fs.readdirSync(file)).toEqual(["in-the-way"]);
  });
});

describe("A lock that is committed to git", () => {
  it("may move forward", () => {
    const file = committed(install(), request());
    const { versions, codes } = synth(file, [install({ parent: "b" }), request()]);
    expect({ versions, codes }).toEqual({ versions: ["1.0.1", "1.0.0"], codes: [] });
    expect(synth(file, [install({ parent: "c" }), request()]).versions).toEqual(["1.0.2", "1.0.0"]);
  });

  it("may not be deleted: versions would begin again, and collide with those in AWS", () => {
    const file = committed(request());
    fs.rmSync(file);
    const { codes, lock } = synth(file, [request()]);
    expect(codes).toEqual(["IB-LOCK-DELETED"]);
    expect(lock.findings()[0]?.fix).toBe("run `git checkout -- image-versions.lock`");
    expect(fs.existsSync(file)).toBe(false);
  });

  it.each<[string, (text: string) => string, string]>([
    [
      "a version that went back",
      (text) => text.replace("dev-web 1.2.0", "dev-web 1.1.9"),
      "recipe dev-web went back from 1.2.0, which was committed, to 1.1.9",
    ],
    [
      "a line that is gone",
      (text) => text.replace(/^recipe.*\n/m, ""),
      "recipe dev-web is gone, which was committed at 1.2.0",
    ],
    [
      "another hash at the same version",
      (text) => text.replace(/parent=[0-9a-f]{16}/, "parent=0123456789abcdef"),
      "recipe dev-web 1.2.0 stands for something else than when it was committed",
    ],
    [
      "a hash less at the same version",
      (text) => text.replace(/ settings=[0-9a-f]{16}/, ""),
      "recipe dev-web 1.2.0 stands for something else than when it was committed",
    ],
  ])("refuses %s, and stays as it is", (_what, edit, found) => {
    const file = committed(request({}, { line: "1.2" }));
    const edited = edit(read(file));
    expect(edited).not.toBe(read(file));
    fs.writeFileSync(file, edited);
    for (const frozen of [false, true]) {
      const { lock } = synth(file, [request({}, { line: "1.2" })], { frozen });
      expect(lock.findings()).toEqual([
        {
          severity: "error",
          code: "IB-LOCK-BACKWARDS",
          file: "image-versions.lock",
          field: "recipe dev-web",
          found,
          allowed: "versions that go forward, because AWS keeps the old ones",
          fix: "run `git checkout -- image-versions.lock`, then `npm run synth`",
        },
      ]);
      expect(read(file)).toBe(edited);
    }
  });

  it("may have a resource removed, and its name used again", () => {
    const file = committed(install(), request());
    expect(synth(file, [request()]).codes).toEqual([]);
    commit(file);
    const { versions, codes } = synth(file, [install(), request()]);
    expect({ versions, codes }).toEqual({ versions: ["1.0.1", "1.0.0"], codes: [] });
  });

  it("does not take back a removal under the number that was removed, as a revert in git would", () => {
    const file = committed(install(), request());
    const before = read(file);
    expect(synth(file, [request()]).codes).toEqual([]);
    commit(file);
    fs.writeFileSync(file, before);
    expect(synth(file, [install(), request()]).codes).toEqual(["IB-LOCK-BACKWARDS"]);
  });

  it("is measured against the commit before too where it is frozen, because there HEAD holds the change", () => {
    const file = committed(request({}, { line: "1.2" }));
    fs.writeFileSync(file, read(file).replace("1.2.0", "1.1.0"));
    commit(file);
    const requests = [request()];
    expect(synth(file, requests).codes).toEqual([]);
    expect(synth(file, requests, { frozen: true }).codes).toEqual(["IB-LOCK-BACKWARDS"]);
    commit(file);
    expect(synth(file, requests, { frozen: true }).codes).toEqual([]);
  });

  it("is missed where it was deleted in the very commit that CI has checked out", () => {
    const file = committed(request());
    fs.rmSync(file);
    commit(file);
    expect(synth(file, [request()], { frozen: true }).codes).toEqual(["IB-LOCK-DELETED"]);
  });

  it("is not measured against what cannot be read in git", () => {
    const file = committed(request());
    const text = read(file);
    fs.writeFileSync(file, "image-versions 1\n<<<<<<< HEAD\n");
    commit(file);
    fs.writeFileSync(file, text);
    expect(synth(file, [request()]).codes).toEqual([]);
  });

  it("is found in a folder of a repository, and without any commit yet", () => {
    const root = temporaryFolder();
    git(root, "init", "--quiet");
    const file = path.join(root, "infrastructure", "image-versions.lock");
    fs.mkdirSync(path.dirname(file));
    expect(synth(file, [request()]).codes).toEqual([]);
    commit(file);
    fs.rmSync(file);
    expect(synth(file, [request()]).codes).toEqual(["IB-LOCK-DELETED"]);
  });
});
