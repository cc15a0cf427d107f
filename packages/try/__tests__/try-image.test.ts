import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { ImageDefinition } from "@pipelines/image-definition";
import type { Image } from "@pipelines/image-definition/image";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { Engine } from "../engine";
import { type Request, summaryOf, tryImage, type TryResult } from "../try-image";
import { buildRoot, missingForBuilds, useOwnStorage } from "./local-root";
import { bash, phasesOf, removeTemporaryFolders, temporaryFolder } from "./run-document";

const missing = missingForBuilds();
if (missing !== undefined) console.warn(`SKIPPED: no image is built, because ${missing}`);
const whenBuilding = missing === undefined ? describe : describe.skip;

const ROOT = "localhost/tiny-root";
const DOCKERFILE =
  "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";

let folder: string;

/** Writes an image's files, as an adopter would. */
function define(
  name: string,
  files: Readonly<Record<string, string>>,
  definition: Partial<ImageDefinition> = {},
): void {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  const all = { Dockerfile: DOCKERFILE, ...files };
  for (const [file, text] of Object.entries(all)) fs.writeFileSync(path.join(folder, name, file), text);
  const components = Object.keys(files).filter((file) => file.endsWith(".yaml"));
  definitions.set(name, {
    parentImage: `docker.io/${ROOT}`,
    components: components.map((document) => ({ document })),
    ...definition,
  });
}

const definitions = new Map<string, ImageDefinition>();

function load(name: string): Image {
  const definition = definitions.get(name) ?? { components: [] };
  const image = resolveImage({ name, folder: path.join(folder, name), definition });
  // What is wrong with where the fixtures are is not their own mistake.
  return { ...image, findings: [], parentImage: image.parentImage.replace("docker.io/", "") };
}

async function attempt(name: string, request: Partial<Request> = {}): Promise<TryResult & { readonly log: string }> {
  const lines: string[] = [];
  const result = await tryImage({ image: name, load, ...request }, new Engine("buildah"), (line) => lines.push(line), {
    patience: 22,
  });
  return { ...result, log: lines.join("\n") };
}

whenBuilding("with Buildah and no daemon", () => {
  beforeAll(() => {
    useOwnStorage();
    buildRoot(ROOT);
  });
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterAll(removeTemporaryFolders);

  test("an image is built and tested, and what did not change is not run again", async () => {
    const last = (say: string): string =>
      phasesOf({ build: [bash("Last", say)], test: [bash("Test", "cat /made /last")] });
    define(
      "web",
      {
        "a-first.yaml": phasesOf({
          build: [bash("Make", "pwd >/made")],
          validate: [bash("Look", "grep -x /srv /made")],
        }),
        "b-last.yaml": last("echo one >/last"),
      },
      { workingDirectory: "/srv" },
    );
    const first = await attempt("web");
    expect(first).toMatchObject({ built: ["web"], cached: [], engine: "buildah", system: { name: "Tiny Linux 1" } });
    expect(first.failure).toBeUndefined();
    expect(first.steps.map(({ component, phase, name, outcome }) => [component, phase, name, outcome])).toEqual([
      ["a-first", "build", "Make", "ok"],
      ["a-first", "validate", "Look", "ok"],
      ["b-last", "build", "Last", "ok"],
      ["b-last", "test", "Test", "ok"],
    ]);
    const again = await attempt("web");
    expect(again).toMatchObject({ cached: ["a-first", "b-last"], steps: [{ name: "Test" }] });
    define(
      "web",
      {
        "a-first.yaml": fs.readFileSync(path.join(folder, "web/a-first.yaml"), "utf8"),
        "b-last.yaml": last("echo two >/last"),
      },
      { workingDirectory: "/srv" },
    );
    const edited = await attempt("web");
    expect(edited).toMatchObject({ cached: ["a-first"], steps: [{ name: "Last" }, { name: "Test" }] });
    expect(edited.log).toContain("| two");
    expect(summaryOf(edited)).toContain(`web passed on ${ROOT} (Tiny Linux 1) in `);
  });

  test("own parents are built first, and --parent takes their place", async () => {
    define("base", {
      "base.yaml": phasesOf({ build: [bash("Base", "echo base >/base")], test: [bash("Never", "exit 1")] }),
    });
    define("web", { "web.yaml": phasesOf({ build: [bash("Web", "cat /base")] }) }, { parentImage: { image: "base" } });
    const result = await attempt("web");
    expect(result).toMatchObject({ built: ["base", "web"], root: ROOT });
    expect(result.failure).toBeUndefined();
    const alone = await attempt("web", { parent: ROOT });
    expect(alone).toMatchObject({ built: [], failure: { where: "web build.Web", reason: "exit code 1" } });
  });

  test("a failing test fails the image, with the step, its last lines and the likely reason", async () => {
    define("web", {
      "web.yaml": phasesOf({ build: [bash("Fine", "true")], test: [bash("Bad", "echo why it fails; exit 7")] }),
    });
    const result = await attempt("web");
    expect(result.failure).toMatchObject({
      where: "web test.Bad",
      reason: "exit code 7",
      lines: ["why it fails"],
      likely: { title: "A command of a component failed." },
    });
  });

  test("a daemon that closes its output serves the next step, and does not outlive the test", async () => {
    define("web", {
      "web.yaml": phasesOf({
        build: [bash("Fine", "true")],
        test: [bash("Start", "sleep 4321 >/dev/null 2>&1 &"), bash("Look", "ps | grep -v grep | grep 'sleep 4321'")],
      }),
    });
    const result = await attempt("web");
    expect(result.failure).toBeUndefined();
    expect(spawnSync("pgrep", ["-f", "sleep 4321"]).stdout.toString()).toBe("");
  });

  test("a daemon that keeps its output open fails its step, and the build ends all the same", async () => {
    define("web", { "web.yaml": phasesOf({ build: [bash("Start", "sleep 4322 &")] }) });
    const result = await attempt("web");
    expect(result.failure?.reason).toContain("keeps its output open");
    expect(result.failure?.likely?.title).toBe('A step "did not end".');
  });

  test("what cannot run here is named, and can be given by hand", async () => {
    define(
      "web",
      {
        "web.yaml": phasesOf({
          "container-host-test": [bash("Outside", "exit 1")],
          build: ["name: Restart\naction: Reboot", bash("Fine", "true")],
        }),
      },
      { components: [{ managed: "update-linux", version: "x.x.x" }, { document: "web.yaml" }] },
    );
    const expected = [
      "update-linux : its text is not in this repository: give it with --component update-linux=<file>",
      "web : the phase container-host-test runs on the instance, outside of the container",
      "web build.Restart: a container cannot restart",
      ...["sudo", "curl"].map(
        (name) =>
          `bootstrap ${name}: Image Builder installs it with yum or apt-get, and this image has neither: its build fails`,
      ),
    ];
    // Named again if nothing is built anew.
    for (const result of [await attempt("web"), await attempt("web")]) {
      expect(result.failure).toBeUndefined();
      expect(
        result.leftOut.map(({ component, step = "", reason }) => `${component} ${step}: ${reason}`).sort(),
      ).toEqual([...expected].sort());
    }
    const documents = new Map([["update-linux", phasesOf({ build: [bash("Update", "true")] })]]);
    expect((await attempt("web", { documents })).steps.map(({ name }) => name)).toContain("Update");
  });

  test("a Dockerfile with several stages, a user and instructions of its own is built as it stands", async () => {
    define("web", {
      Dockerfile: `FROM {{{ imagebuilder:parentImage }}} AS made
RUN echo application >/application
FROM {{{ imagebuilder:parentImage }}}
# {{{ imagebuilder:components }}} stays in a comment
{{{ imagebuilder:environments }}}
COPY --from=made /application /srv/application
{{{ imagebuilder:components }}}
RUN echo "after {{ unknown }}components"
`,
      "web.yaml": phasesOf({ build: [bash("Look", "cat /srv/application")] }),
    });
    const result = await attempt("web");
    expect(result.failure).toBeUndefined();
    expect(result.log).toContain("      | application");
    expect(result.log).toContain("after components");
  });

  test("a parent that cannot be had, and a wrong instruction, fail with the engine's own words", async () => {
    define("web", { Dockerfile: `${DOCKERFILE}NONSENSE\n`, "web.yaml": phasesOf({ build: [bash("Fine", "true")] }) });
    const result = await attempt("web");
    expect(result.failure).toMatchObject({ where: "web", reason: "the build ended before its steps did" });
    expect(result.failure?.lines.join("\n")).toContain("NONSENSE");
  });

  test("an interrupted build leaves neither processes nor containers nor folders", async () => {
    define("web", { "web.yaml": phasesOf({ build: [bash("Wait", "echo waiting; sleep 4323")] }) });
    const engine = new Engine("buildah");
    const before = fs.readdirSync("/tmp").filter((name) => /^try-[^t]/.test(name));
    await tryImage({ image: "web", load }, engine, (line) => {
      if (line.includes("| waiting")) engine.interrupt();
    });
    expect(spawnSync("pgrep", ["-f", "sleep 4323"]).stdout.toString()).toBe("");
    expect(spawnSync("buildah", ["containers", "-q"], { encoding: "utf8", env: process.env }).stdout).toBe("");
    expect(fs.readdirSync("/tmp").filter((name) => /^try-[^t]/.test(name))).toEqual(before);
  });
});

describe("npm run try", () => {
  const run = (...args: readonly string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const root = path.resolve(__dirname, "../../..");
      const child = spawn(process.execPath, ["--require", "./typescript.cjs", "packages/try/try-cli.ts", ...args], {
        cwd: root,
      });
      const texts = { out: "", err: "" };
      child.stdout.on("data", (chunk: Buffer) => (texts.out += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (texts.err += chunk.toString()));
      child.on("close", (code) => {
        resolve({ code, ...texts });
      });
    });

  test("what is wrong with the command line is said before anything is built", async () => {
    const [image, engine, component] = await Promise.all([
      run("no-such-image"),
      run("no-such-image", "--engine", "ship"),
      run("x", "--component", "update-linux"),
    ]);
    expect([image.code, engine.code, component.code]).toEqual([1, 1, 1]);
    expect(image.err).toContain('there is no image "no-such-image"');
    expect(component.err).toContain("<name>=<value>");
    expect(image.err + engine.err + component.err).not.toContain("at ");
  });
});
