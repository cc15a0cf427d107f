import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { projectCopy } from "@pipelines/testing/exporting";
import { Engine } from "../engine";
import { summaryOf, tryImage } from "../try-image";
import {
  attempt,
  awstoe,
  define,
  dockerfile,
  documentsOf,
  folderOf,
  load,
  tinyRoot,
  whenBuilding,
} from "./fixture-images";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { bash, phasesOf } from "./run-document";

whenBuilding("with Buildah and no daemon", () => {
  test("an image is built and tested, and unchanged components are not run again", async () => {
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
        "a-first.yaml": fs.readFileSync(path.join(folderOf("web"), "a-first.yaml"), "utf8"),
        "b-last.yaml": last("echo two >/last"),
      },
      { workingDirectory: "/srv" },
    );
    const edited = await attempt("web");
    expect(edited).toMatchObject({ cached: ["a-first"], steps: [{ name: "Last" }, { name: "Test" }] });
    expect(edited.log).toContain("| two");
    expect(summaryOf(edited)).toContain(`web passed on ${tinyRoot} (Tiny Linux 1) in `);
  });

  test("a failing test fails the image, and reports the step, its last lines and the likely reason", async () => {
    define("web", {
      "web.yaml": phasesOf({ build: [bash("Fine", "true")], test: [bash("Bad", "echo why it fails; exit 7")] }),
    });
    const result = await attempt("web");
    expect(result.failure).toMatchObject({
      where: "web test.Bad",
      reason: "exit code 7",
      lines: ["why it fails"],
      likely: { title: "A command in a component failed." },
    });
  });

  /** A number of seconds that no other process on this machine passes to sleep. */
  const seconds = 1_000_000 + process.pid;

  test("a daemon that closes its output serves the next step, but does not outlive the test", async () => {
    define("web", {
      "web.yaml": phasesOf({
        build: [bash("Fine", "true")],
        test: [
          bash("Start", `sleep ${seconds} >/dev/null 2>&1 &`),
          bash("Look", `ps | grep -v grep | grep 'sleep ${seconds}'`),
        ],
      }),
    });
    const result = await attempt("web");
    expect(result.failure).toBeUndefined();
    expect(spawnSync("pgrep", ["-f", `sleep ${seconds}`]).stdout.toString()).toBe("");
  });

  test("a daemon that keeps its output open fails its step, but the build still ends", async () => {
    define("web", { "web.yaml": phasesOf({ build: [bash("Start", "sleep 4322 &")] }) });
    const result = await attempt("web", { patience: 22 });
    expect(result.failure?.reason).toContain("keeps its output open");
    expect(result.failure?.likely?.title).toBe('A step "did not end".');
  });

  test("a missing parent and a wrong instruction fail with the engine's own message", async () => {
    define("web", { Dockerfile: `${dockerfile}NONSENSE\n`, "web.yaml": phasesOf({ build: [bash("Fine", "true")] }) });
    const result = await attempt("web");
    expect(result.failure).toMatchObject({ where: "web", reason: "the build ended before its steps did" });
    expect(result.failure?.lines.join("\n")).toContain("NONSENSE");
  });

  test("an interrupted build leaves behind no processes, containers or folders", async () => {
    define("web", { "web.yaml": phasesOf({ build: [bash("Wait", `echo waiting; sleep ${seconds}`)] }) });
    const engine = new Engine("buildah");
    const folders = (): string[] => fs.readdirSync(process.env["TMPDIR"] ?? "");
    const before = folders();
    await tryImage({ image: "web", load }, engine, (line) => {
      if (line.includes("| waiting")) engine.interrupt();
    });
    expect(spawnSync("pgrep", ["-f", `sleep ${seconds}`]).stdout.toString()).toBe("");
    expect(spawnSync("buildah", ["containers", "-q"], { encoding: "utf8", env: process.env }).stdout).toBe("");
    expect(folders()).toEqual(before);
  });
});

whenBuilding("AWS's own executor", () => {
  test("runs the documents in place of the compiled scripts, with their parameters and phases", async () => {
    define("web", documentsOf("echo built by $AWSTOE for {{ Who }}", "echo tested; exit 3"));
    const result = await attempt("web", { awstoe, parameters: { Who: "everybody", Other: "not declared" } });
    expect(result.steps).toMatchObject([
      { component: "web", phase: "build", name: "Make", action: "ExecuteBash", outcome: "ok" },
      { component: "web", phase: "test", name: "Look", outcome: "failed", reason: "exit status 3", log: ["tested"] },
    ]);
    expect(result.failure).toMatchObject({ where: "web test.Look", reason: "exit status 3" });
    expect(result.log).toContain("built by stand-in for Who=everybody");
    await expect(attempt("web", { awstoe, parameters: { Who: "a,b" } })).rejects.toThrow("a comma");
  });
});

describe("npm run try", () => {
  const run = (...args: readonly string[]) => runIn(path.resolve(__dirname, "../../.."), ...args);
  const runIn = (cwd: string, ...args: readonly string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const child = spawn(process.execPath, ["--require", "./typescript.cjs", "packages/try/try-cli.ts", ...args], {
        ...{ cwd, env: process.env },
      });
      const texts = { out: "", err: "" };
      child.stdout.on("data", (chunk: Buffer) => (texts.out += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (texts.err += chunk.toString()));
      child.on("close", (code) => {
        resolve({ code, ...texts });
      });
    });

  test("command-line mistakes are reported before anything is built", async () => {
    const [image, engine, component] = await Promise.all([
      run("no-such-image"),
      run("no-such-image", "--engine", "ship"),
      run("x", "--component", "update-linux"),
    ]);
    expect([image.code, engine.code, component.code]).toEqual([1, 1, 1]);
    expect(image.err).toContain('there is no image "no-such-image"');
    expect(component.err).toContain("<name>=<value>");
    expect(image.err + engine.err + component.err).not.toMatch(/^\s+at /m);
  });

  whenBuilding("with Buildah", () => {
    test("writes, records and keeps a result as asked, and fails if anything was left out", async () => {
      const copy = projectCopy();
      const readme = (): string => fs.readFileSync(path.join(copy, "README.md"), "utf8");
      const before = [readme(), fs.readFileSync(path.join(copy, "docs/tried.json"), "utf8")];
      const saved = path.join(temporaryFolder(), "saved");
      const given = ["hello-world", "--parent", tinyRoot, "--engine", "buildah"];
      const first = await runIn(copy, ...given, "--json", "--save", saved);
      expect(JSON.parse(first.out)).toMatchObject({
        image: "hello-world",
        built: ["hello-world"],
        steps: [{}, {}, {}],
      });
      expect([first.code, first.err]).toEqual([0, ""]);
      expect(fs.readdirSync(saved)).toContain("manifest.json");
      expect([readme(), fs.readFileSync(path.join(copy, "docs/tried.json"), "utf8")]).toEqual(before);
      const second = await runIn(copy, ...given, "--record", "--keep", "--strict");
      expect([second.code, second.out]).toEqual([1, ""]);
      expect(second.err).toContain(`hello-world passed on ${tinyRoot} (Tiny Linux 1) in `);
      expect(readme()).toContain(
        `| hello-world | all 3 steps; not run: bootstrap sudo, bootstrap curl | Tiny Linux 1, a stand-in for \`${tinyRoot}\` |`,
      );
      const [, dockerfile = ""] =
        /^(\/\S+Dockerfile) → localhost\/image-pipelines-try\/hello-world$/m.exec(second.err) ?? [];
      expect(fs.readFileSync(dockerfile, "utf8")).toContain(`FROM ${tinyRoot}\n`);
    });
  });
});
