import * as fs from "node:fs";
import * as path from "node:path";
import { type LockOptions, VersionLock } from "../version-lock";
import { highestNumber } from "../version-number";
import type { ContentPart, VersionRequest } from "../versions";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

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
  request(content, { kind: "component", name: "dev-web-install", label: "install", ...about });

/** Returns a path for a lock file outside any git repository; the effects of git have separate tests. */
function lockFile(text?: string): string {
  const file = path.join(temporaryFolder(), "image-versions.lock");
  if (text !== undefined) fs.writeFileSync(file, text);
  return file;
}

interface Synth {
  readonly versions: string[];
  readonly moves: string[];
  /** Codes of the findings. */
  readonly codes: string[];
  readonly lock: VersionLock;
}

/** Runs one synth that requests these versions, and writes the lock if nothing is wrong. */
function synth(file: string, requests: readonly VersionRequest[], options: Partial<LockOptions> = {}): Synth {
  const lock = VersionLock.open(file, { frozen: false, withoutHistory: true, ...options });
  const versions = requests.map((one) => lock.versionOf(one));
  const codes = lock.findings().map(({ code }) => code);
  if (codes.length === 0) lock.write();
  return { versions, moves: lock.moves().map(({ message }) => message), codes, lock };
}

function read(file: string): string {
  return fs.readFileSync(file, "utf8");
}

/** Returns the lock's lines without its header comment. */
function lines(file: string): string[] {
  return read(file)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1);
}

describe("The version lock", () => {
  it("starts at 1.0.0, or at the version that the definition sets", () => {
    const file = lockFile();
    const { versions, moves } = synth(file, [install(), request({}, { line: "3.1" })]);
    expect(versions).toEqual(["1.0.0", "3.1.0"]);
    expect(moves).toEqual(["web: component install 1.0.0 (new)", "web: recipe 3.1.0 (new)"]);
    expect(lines(file)).toEqual([
      "component dev/web/install 1.0.0 parent=0eb5b8d6f81bc677 settings=e10808d43975dc40",
      "recipe dev/web 3.1.0 parent=0eb5b8d6f81bc677 settings=e10808d43975dc40",
    ]);
  });

  it("gives the same version as long as nothing changes, and leaves the file untouched", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    fs.utimesSync(file, 1, 1);
    const { versions, moves, codes } = synth(file, [install(), request()]);
    expect({ versions, moves, codes }).toEqual({ versions: ["1.0.0", "1.0.0"], moves: [], codes: [] });
    expect(fs.statSync(file).mtimeMs).toBe(1000);
  });

  it("raises only the patch number of the parts that changed, and says why", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    const { versions, moves } = synth(file, [install(), request({ parent: "b" })]);
    expect(versions).toEqual(["1.0.0", "1.0.11444"]);
    expect(moves).toEqual(["web: recipe 1.0.0 → 1.0.11444 (the parent changed)"]);
  });

  it("reports all reasons at the same time", () => {
    const file = lockFile();
    synth(file, [request({ document: 1 })]);
    expect(synth(file, [request({ parent: "b", document: 2 })]).moves).toEqual([
      "web: recipe 1.0.0 → 1.0.13677 (the parent, the document changed)",
    ]);
  });

  it("advances when a part is added or removed, because AWS has the old content under the old number", () => {
    const file = lockFile();
    synth(file, [request()]);
    expect(synth(file, [request({ extra: 1 })]).versions).toEqual(["1.0.11508"]);
    const { versions, moves } = synth(file, [request()]);
    expect(versions).toEqual(["1.0.26123"]);
    expect(moves).toEqual(["web: recipe 1.0.11508 → 1.0.26123 (extra changed)"]);
  });

  it("gives a higher version to content that comes back", () => {
    const file = lockFile();
    const versions = ["a", "b", "a"].flatMap((parent) => synth(file, [request({ parent })]).versions);
    expect(versions).toEqual(["1.0.0", "1.0.11444", "1.0.26123"]);
  });

  it("moves to a higher major or minor number from a definition, and continues from there", () => {
    const file = lockFile();
    synth(file, [request()]);
    const moved = synth(file, [request({}, { line: "1.1" })]);
    expect(moved.versions).toEqual(["1.1.16123"]);
    expect(moved.moves).toEqual(["web: recipe 1.0.0 → 1.1.16123 (version 1.1 requested)"]);
    expect(synth(file, [request({}, { line: "1.1" })]).versions).toEqual(["1.1.16123"]);
    expect(synth(file, [request({ parent: "b" }, { line: "1.1" })]).versions).toEqual(["1.1.21444"]);
    expect(synth(file, [request({ parent: "b" })]).versions).toEqual(["1.1.21444"]);
    expect(synth(file, [request({ parent: "b" }, { line: "2.0" })]).versions).toEqual(["2.0.31444"]);
    expect(synth(file, [request({ parent: "b" }, { line: "10.0" })]).versions).toEqual(["10.0.41444"]);
  });

  it("refuses a number lower than one that AWS has already seen, and writes nothing", () => {
    const file = lockFile();
    synth(file, [request({}, { line: "1.10" })]);
    const before = read(file);
    const { codes, lock } = synth(file, [request({}, { line: "1.9" })]);
    expect(codes).toEqual(["IB-VERSION-LOWER"]);
    expect(lock.findings()[0]).toMatchObject({
      file: "images/web/image.ts",
      field: "version",
      found: '"1.9", but dev-web is already at 1.10',
      fix: 'set "1.10" or higher, or leave it out',
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

  it("continues with the next minor number if the patch number is at its maximum", () => {
    const file = lockFile();
    synth(file, [request()]);
    fs.writeFileSync(file, read(file).replace("dev/web 1.0.0", `dev/web 1.0.${highestNumber - 20_000}`));
    const versions = ["b", "e"].flatMap((parent) => synth(file, [request({ parent })]).versions);
    expect(versions).toEqual(["1.0.1073731444", "1.1.19625"]);
  });

  it("gives the same version to two requests for one name, a mistake that other checks report", () => {
    const { versions, moves } = synth(lockFile(), [request(), request({ parent: "b" })]);
    expect(versions).toEqual(["1.0.0", "1.0.0"]);
    expect(moves).toHaveLength(1);
  });

  it("does not advance one environment when another one advances", () => {
    const file = lockFile();
    const dev = (parent: string): VersionRequest => request({ parent });
    const prod = request({}, { environment: "prod" });
    synth(file, [dev("a"), prod]);
    const before = lines(file)[1];
    expect(synth(file, [dev("b"), prod]).versions).toEqual(["1.0.11444", "1.0.0"]);
    expect(synth(file, [dev("c"), prod]).versions).toEqual(["1.0.21702", "1.0.0"]);
    expect(lines(file)[1]).toBe(before);
  });

  it("distinguishes environments and images whose combined names are the same in AWS: prod with eu-web and prod-eu with web", () => {
    const file = lockFile();
    const both = (parent: string): VersionRequest[] => [
      request({}, { name: "prod-eu-web", environment: "prod", image: "eu-web" }),
      request({ parent }, { name: "prod-eu-web", environment: "prod-eu", image: "web" }),
    ];
    expect(synth(file, both("a")).versions).toEqual(["1.0.0", "1.0.0"]);
    expect(synth(file, both("b"), { frozen: true }).codes).toEqual(["IB-LOCK-STALE"]);
    expect(synth(file, both("b")).versions).toEqual(["1.0.0", "1.0.11444"]);
    expect(synth(file, both("b")).moves).toEqual([]);
  });

  it("reports the environment in which each version advanced", () => {
    const file = lockFile();
    const { lock } = synth(file, [request(), request({}, { environment: "prod" })]);
    expect(lock.moves()).toEqual([
      { environment: "dev", message: "web: recipe 1.0.0 (new)" },
      { environment: "prod", message: "web: recipe 1.0.0 (new)" },
    ]);
  });

  it("does not depend on the order of requests", () => {
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
    // The results of printf '["ubuntu"]' | sha256sum, and of the same for [{"a":["ä",1,null]}].
    expect(lines(file)).toEqual(["recipe dev/web 1.0.0 parent=2b7e42dea8f5cba3 settings=55b46017d076f9bb"]);
  });
});

describe("A resource that is removed", () => {
  it("leaves its number in the lock, and is reported", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    const { moves, lock } = synth(file, [request()]);
    expect(moves).toEqual(["component dev/web/install removed; its number 1.0.0 is kept"]);
    expect(lock.moves()[0]?.environment).toBe("");
    expect(lines(file)[0]).toBe("component dev/web/install 1.0.0 removed");
  });

  it("stays in the lock without being reported again", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    synth(file, [request()]);
    const before = read(file);
    expect(synth(file, [request()]).moves).toEqual([]);
    expect(read(file)).toBe(before);
  });

  it("continues from its last number when its name is reused, even with the same content", () => {
    const file = lockFile();
    synth(file, [install()]);
    synth(file, []);
    const { versions, moves } = synth(file, [install()]);
    expect(versions).toEqual(["1.0.16123"]);
    expect(moves).toEqual(["web: component install 1.0.0 → 1.0.16123 (its name was used before)"]);
    expect(synth(file, [install()]).versions).toEqual(["1.0.16123"]);
  });

  it("may come back at a higher number from the definition, but not at a lower one", () => {
    const file = lockFile();
    synth(file, [install({}, { line: "2.0" })]);
    synth(file, []);
    expect(synth(file, [install({}, { line: "1.0" })]).codes).toEqual(["IB-VERSION-LOWER"]);
    expect(synth(file, [install({}, { line: "3.0" })]).versions).toEqual(["3.0.16123"]);
  });
});

describe("A frozen lock", () => {
  it("accepts everything that matches", () => {
    const file = lockFile();
    synth(file, [install(), request()]);
    const { versions, codes } = synth(file, [install(), request()], { frozen: true });
    expect({ versions, codes }).toEqual({ versions: ["1.0.0", "1.0.0"], codes: [] });
  });

  it("reports each resource that does not match and the command that fixes it, and writes nothing", () => {
    const file = lockFile();
    const gone = install({}, { label: "gone", name: "dev-web-gone" });
    synth(file, [install(), request(), gone]);
    const before = read(file);
    const added = install({}, { label: "new", name: "dev-web-new" });
    const { lock } = synth(file, [install({ parent: "b" }), request({}, { line: "1.1" }), added], { frozen: true });
    const stale = {
      severity: "error",
      code: "IB-LOCK-STALE",
      file: "image-versions.lock",
      allowed: "a lock that matches the images and its own history, because it is frozen (CI, or --frozen)",
      fix: "run `npm run synth` and commit image-versions.lock",
    };
    expect(lock.findings()).toEqual([
      {
        ...stale,
        field: "component dev/web/install",
        found: "dev: web: component install 1.0.0 → 1.0.11444 (the parent changed)",
      },
      { ...stale, field: "recipe dev/web", found: "dev: web: recipe 1.0.0 → 1.1.16123 (version 1.1 requested)" },
      { ...stale, field: "component dev/web/new", found: "dev: web: component new 1.0.0 (new)" },
      {
        ...stale,
        field: "component dev/web/gone",
        found: "component dev/web/gone removed; its number 1.0.0 is kept",
      },
    ]);
    expect(read(file)).toBe(before);
  });

  it("is stale if it has the first format's header, even if no number changes", () => {
    const file = lockFile();
    synth(file, [request()]);
    fs.writeFileSync(file, read(file).replace("image-versions 2", "image-versions 1"));
    const { lock } = synth(file, [request()], { frozen: true });
    expect(lock.findings().map(({ code, found }) => [code, found])).toEqual([
      ["IB-LOCK-STALE", "a line that does not belong there: image-versions 1"],
    ]);
  });

  it.each([false, true])("is rejected and never rewritten if a newer version wrote it, frozen: %s", (frozen) => {
    const text = "image-versions 5\nfuture line\n";
    const file = lockFile(text);
    expect(synth(file, [request()], { frozen }).codes).toEqual(["IB-LOCK-FORMAT"]);
    expect(fs.readFileSync(file, "utf8")).toBe(text);
  });

  it("remembers the project's name, and refuses another one", () => {
    const file = lockFile();
    const web = { project: "web" };
    expect(synth(file, [request()], web).codes).toEqual([]);
    expect(fs.readFileSync(file, "utf8")).toMatch(/^project web$/m);
    expect(synth(file, [request()], { ...web, frozen: true }).codes).toEqual([]);
    const before = fs.readFileSync(file, "utf8");
    for (const project of ["web2", undefined])
      expect(synth(file, [request()], { project }).codes).toEqual(["IB-PROJECT"]);
    expect(fs.readFileSync(file, "utf8")).toBe(before);
  });

  it("warns if a project that had no name gets one", () => {
    const file = lockFile();
    synth(file, [request()]);
    const { codes, lock } = synth(file, [request()], { project: "web" });
    expect(codes).toEqual(["IB-PROJECT"]);
    lock.write();
    expect(synth(file, [request()], { project: "web" }).codes).toEqual([]);
  });

  it("is stale if there is no file", () => {
    const file = lockFile();
    expect(synth(file, [request()], { frozen: true }).codes).toEqual(["IB-LOCK-STALE"]);
    expect(fs.existsSync(file)).toBe(false);
  });

  it("is not rewritten if only its line endings differ from ours", () => {
    const file = lockFile();
    synth(file, [request()]);
    fs.writeFileSync(file, read(file).replaceAll("\n", "\r\n"));
    const before = read(file);
    expect(synth(file, [request()], { frozen: true }).codes).toEqual([]);
    expect(read(file)).toBe(before);
  });
});

describe("A lock file that cannot be read", () => {
  it("is not mistaken for a missing file", () => {
    const folder = path.join(temporaryFolder(), "image-versions.lock");
    fs.mkdirSync(folder);
    expect(() => VersionLock.open(folder, { frozen: false })).toThrow("EISDIR");
  });
});

describe("Writing the lock", () => {
  it("leaves no temporary files behind next to it", () => {
    const file = lockFile();
    synth(file, [request()]);
    synth(file, [request({ parent: "b" })]);
    expect(fs.readdirSync(path.dirname(file))).toEqual(["image-versions.lock"]);
  });

  it("replaces the file as a whole: a process that has opened the old file still reads the old content", () => {
    const file = lockFile();
    synth(file, [request()]);
    const before = read(file);
    const open = fs.openSync(file, "r");
    synth(file, [request({ parent: "b" })]);
    expect(fs.readFileSync(open, "utf8")).toBe(before);
    fs.closeSync(open);
    expect(read(file)).not.toBe(before);
  });

  it("throws the file system's error if the folder is not writable", () => {
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

  it("keeps the old file, and leaves no part of the new one behind, if it cannot be replaced", () => {
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

describe("Repositories that images used before", () => {
  it("are in the order of their names, whichever image had them", () => {
    const lock = lockFile(
      read(
        lockFile(
          "image-versions 4\nrepository dev/a zebra kept\nrepository dev/b ant left\nrepository prod/b bee kept\n",
        ),
      ),
    );
    const { lock: opened } = synth(lock, []);
    expect(opened.formerRepositories("dev", true)).toEqual([
      { name: "ant", left: true, images: ["b"], group: undefined },
      { name: "zebra", left: true, images: ["a"], group: undefined },
    ]);
  });

  it("are kept if one image still uses them, although another one is gone", () => {
    const lock = lockFile("image-versions 4\nrepository dev/a shared kept\nrepository dev/b shared left\n");
    const other = request({}, { name: "dev-a", image: "a", label: "a", repositories: ["other"] });
    expect(synth(lock, [other]).lock.formerRepositories("dev", true)).toEqual([
      { name: "shared", left: false, images: ["a", "b"], group: undefined },
    ]);
  });
});

describe("A number that was named for the next version", () => {
  const forward = (past: string) => ({ forward: [{ image: "web", environment: undefined, past }] });

  it("does not move to an earlier series", () => {
    const file = lockFile();
    synth(file, [request({}, { line: "1.1" })]);
    expect(synth(file, [request({ parent: "b" })], forward("1.0.70000")).versions).toEqual([
      expect.stringMatching(/^1\.1\.8\d{4}$/),
    ]);
  });

  it("forbids a lower series, even if the lock has none", () => {
    const { versions, codes } = synth(lockFile(), [request({}, { line: "1.0" })], forward("2.0.0"));
    expect([versions, codes]).toEqual([["1.0.0"], ["IB-VERSION-LOWER"]]);
  });
});
