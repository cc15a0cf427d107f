import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { expectReviewedHelp } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { Compiler } from "../compiler";
import { Copy, filesOf, timeLimit } from "../copy";
import { mutantsOf } from "../mutants";
import { main } from "../mutate-cli";

const root = fs.realpathSync(temporaryFolder());

/** Runs each test file as a program: it fails if it throws. After a failure, it never ends by itself. */
const runner = `
const { readFileSync } = require("node:fs");
require.extensions[".ts"] = (module, file) =>
  module._compile(readFileSync(file, "utf8").replace(/export (?:function|const) (\\w+)( =)?/, (_, name, value) =>
    value ? "exports." + name + value : "exports." + name + " = function"), file);
const reporter = new (require(${JSON.stringify(path.resolve(__dirname, "../jest/reporter.js"))}))();
const args = process.argv.slice(2);
const all = args.slice(args.indexOf("--runTestsByPath") + 1);
const order = process.env.MUTATION_TESTS.split("\\n");
for (const path of all.sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
  let failureMessage = null;
  for (const loaded of Object.keys(require.cache)) delete require.cache[loaded];
  delete globalThis.reachedMutants;
  try {
    require(path);
  } catch (error) {
    failureMessage = error.message;
    reporter.onTestCaseResult({ path }, { status: "failed" });
    if (process.env.MUTATION_REACHED === undefined) return setInterval(() => {}, 1000);
  }
  const result = { numFailingTests: failureMessage === null ? 0 : 1, perfStats: { start: 0, end: path.length } };
  reporter.onTestFileResult({ path }, { ...result, failureMessage });
}
`;

const source = `export function isLong(text, limit = 3) {
  return text.length > limit;
}
`;
const strong = `const { isLong } = require("../long");
if (!isLong("four") || isLong("two")) throw new Error("not as expected");
`;
const weak = strong.replace('"four"', '"longer"');
const survivor = `packages/a/long.ts:1
  - export function isLong(text, limit = 3) {
  + export function isLong(text, limit = 4) {
`;

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

async function mutate(...args: readonly string[]) {
  let [out, err] = ["", ""];
  const code = await main(args, root, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

beforeAll(() => {
  const settings = { noLib: true, types: [], noUnusedLocals: true, noUnusedParameters: true };
  write("tsconfig.json", JSON.stringify({ compilerOptions: settings, include: ["**/*.ts"] }));
  write("package.json", JSON.stringify({ scripts: {} }));
  write(".gitignore", "node_modules\n");
  write("node_modules/jest/bin/jest.js", runner);
  write("node_modules/@pipelines/old/index.js", "");
  write("gone.ts", "");
  write("changed.txt", "before");
  write("packages/a/long.ts", source);
  write("packages/a/README.md", source);
  const git = (...args: readonly string[]): void => {
    const user = ["-c", "user.name=Tests", "-c", "user.email=tests@example.com"];
    expect(spawnSync("git", [...user, ...args], { cwd: root }).status).toBe(0);
  };
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message=Begin");
  fs.rmSync(path.join(root, "gone.ts"));
  write("changed.txt", "after");
  write("packages/a/__tests__/long.test.ts", strong);
});

describe("npm run mutate", () => {
  it("lists the changes that no test notices, and tries one again only if a test has changed", async () => {
    const first = await mutate("a");
    expect(first.err.split("\n").sort()).toEqual([
      "",
      ...[1, 2, 3].map(
        (n) => expect.stringMatching(`^${n} of 3: packages/a/long.ts:[12] killed by .*/long.test.ts$`) as string,
      ),
      "Running 1 test file on the unchanged code …",
    ]);
    expect(first).toMatchObject({ code: 0, out: "a: 3 of 3 mutants killed, 100.0 %; 0 more equivalent\n" });
    expect(await mutate("a")).toEqual({ ...first, err: "" });
    expect((await mutate("a", "--count", "2")).out).toContain("a: 2 of 2 mutants killed");
    expect((await mutate("a", "--count", "0")).out).toContain("a: 0 of 0 mutants killed, 100.0 %");

    write("packages/a/__tests__/long.test.ts", weak);
    const weaker = await mutate("a", "--least", "66");
    expect(weaker.err).toMatch(/^\d of 3: packages\/a\/long\.ts:1 SURVIVED$/m);
    expect(weaker.out).toBe(`${survivor}a: 2 of 3 mutants killed, 66.7 %; 0 more equivalent\n`);
    expect(weaker.code).toBe(0);
    expect(await mutate("a", "--least", "67")).toEqual({ code: 1, out: weaker.out, err: "" });
    expect(fs.readFileSync(path.join(root, "packages/a/long.ts"), "utf8")).toBe(source);
  });

  it.each([
    ["own-full", 2],
    ["everyday", 2],
  ])("runs these tests if --tests is %s", async (tests, count) => {
    for (const file of ["a/__tests__/long", "a/__tests__/long.full", "b/__tests__/b", "b/__tests__/b.full"])
      write(`packages/${file}.test.ts`, `// ${file} mentions "../../a/long", but does not run it.`);
    write("packages/b/__tests__/unrelated.test.ts", 'throw new Error("unrelated");');
    const { err, out } = await mutate("a", "--count", "1", "--tests", tests);
    expect(err).toMatch(new RegExp(`^Running ${count} test files? on the unchanged code …\n1 of 1: .* SURVIVED\n$`));
    expect(out).toContain("a: 0 of 1 mutant killed, 0.0 %; 0 more equivalent\n");
  });

  it("counts the tests of constructs and stacks as one suite, and leaves out what an adopter edits", async () => {
    for (const name of ["constructs", "stacks", "synthesis", "other"])
      write(`__tests__/${name}/b.test.ts`, '// Mentions "../../constructs/b" and "../../stacks/c/d".');
    write("constructs/b.ts", "export const b = 1;\n");
    write("stacks/c/d.ts", "export const d = 2;\n");
    write("stacks/own-stack.ts", "export const own = 3;\n");
    write("stacks/c/fixtures/e.ts", "export const e = 4;\n");
    write("stacks/c/f.d.ts", "export const f = 5;\n");
    const constructs = await mutate("constructs");
    expect(constructs.err).toBe("Running 2 test files on the unchanged code …\n1 of 1: constructs/b.ts:1 SURVIVED\n");
    const stacks = await mutate("stacks");
    expect(stacks.err).toBe("Running 3 test files on the unchanged code …\n1 of 1: stacks/c/d.ts:1 SURVIVED\n");
  });

  it("does not try a change that is listed as equivalent, but limits how many may be", async () => {
    // This change is on the list, in one of the files.
    for (const name of ["attach", "other"])
      write(`constructs/${name}.ts`, 'export {};\nconst findingKey = "finding";\n');
    expect(await mutate("constructs")).toEqual({
      code: 1,
      out: expect.stringMatching(/\nconstructs: 0 of 2 mutants killed, 0\.0 %; 1 more equivalent\n$/) as string,
      err: expect.stringMatching(/\nAt most 5 % of the mutants may be listed as equivalent\.\n$/) as string,
    });
    write(
      "constructs/attach.ts",
      `const findingKey = "finding";\n${Array.from({ length: 19 }, (_, n) => `export const b${n} = 1;\n`).join("")}`,
    );
    const { code, out } = await mutate("constructs", "--count", "21");
    expect(out).toContain("1 more equivalent");
    expect(code).toBe(0);
  });

  it("names tests that fail without a mutant", async () => {
    write("packages/a/__tests__/long.test.ts", strong.replace("!", ""));
    write("packages/a/__tests__/process.test.ts", 'require("../long"); process.exit();');
    const files = ["long", "process"].map((name) => `packages/a/__tests__/${name}.test.ts`);
    expect(await mutate("a")).toEqual({
      code: 1,
      out: "",
      err: `Running 2 test files on the unchanged code …\nnot as expected\nTests that fail without a mutant: ${files.join(" and ")}\n`,
    });
    fs.rmSync(path.join(root, "packages/a/__tests__/process.test.ts"));
  });

  it("refuses invalid values and unknown packages, and prints its help", async () => {
    const { code, out, err } = await mutate("aa", "--count", "many", "--least", "x1");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("npm run mutate --count IB-OPTION\n  found:   many\n  allowed: a number\n");
    expect(err).toContain("npm run mutate --least IB-OPTION\n  found:   x1\n  allowed: a number\n");
    expect(err).toContain('<package> IB-OPTION\n  found:   "aa"\n  allowed: constructs, stacks, a or b\n');
    const { code: helped, out: help } = await mutate("--help");
    expectReviewedHelp(help);
    expect(helped).toBe(0);
  });
});

describe("A copy of the project", () => {
  const [mutant] = mutantsOf("packages/a/long.ts", source);
  const test = "packages/a/__tests__/long.test.ts";
  let copy: Copy;
  const inCopy = (file: string): string => path.join(copy["folder"], file);
  beforeAll(() => {
    write(test, strong);
    write("packages/a/__tests__/loads.test.ts", 'require("../long");');
    copy = new Copy(root);
  });
  afterAll(() => {
    copy.delete();
    expect(fs.existsSync(copy["base"])).toBe(false);
  });

  it("has the files as they are now, the history, and its own packages", () => {
    expect(filesOf(copy["folder"])).toEqual(filesOf(root));
    expect(filesOf(root)).toEqual(expect.arrayContaining(["changed.txt", "packages/a/long.ts", test]));
    expect(filesOf(root)).not.toContain("gone.ts");
    expect(fs.readFileSync(inCopy("changed.txt"), "utf8")).toBe("after");
    const log = spawnSync("git", ["log", "--format=%s"], { cwd: copy["folder"], encoding: "utf8" });
    expect(log.stdout).toBe("Begin\n");
    expect(fs.realpathSync(inCopy("node_modules/@pipelines/a"))).toBe(inCopy("packages/a"));
    expect(fs.realpathSync(inCopy("node_modules/jest"))).toBe(path.join(root, "node_modules/jest"));
  });

  it("finds out which mutants a test reaches, and restores the files", async () => {
    const mutants = mutantsOf("packages/a/long.ts", source);
    const files = await copy.run(["packages/a/__tests__/loads.test.ts", test], mutants);
    const lines = files.map(({ path, reached }) => [path, reached.map((index) => mutants[index]?.line)]);
    expect(lines).toEqual([
      ["packages/a/__tests__/loads.test.ts", [1]],
      [test, [1, 2, 2]],
    ]);
    expect(fs.readFileSync(inCopy("packages/a/long.ts"), "utf8")).toBe(source);
  });

  it("runs tests with the user's environment, but with its own folder for temporary files, which is emptied", async () => {
    if (mutant === undefined) throw new Error("There are mutants");
    fs.writeFileSync(
      inCopy(test),
      `const { PATH, TMPDIR } = process.env;
require("node:fs").mkdirSync(TMPDIR + "/left/behind", { recursive: true });
// Only root may do this.
require("node:child_process").spawnSync("mount", ["--bind", TMPDIR + "/left", TMPDIR + "/left"]);
throw new Error([PATH === ${JSON.stringify(process.env["PATH"])}, TMPDIR].join(" "));
`,
    );
    const [result] = await copy.run([test], [mutant]);
    expect(result?.message).toBe(`true ${path.join(copy["base"], "tmp")}`);
    expect(fs.readdirSync(path.join(copy["base"], "tmp"))).toEqual([]);
  });

  it("stops tests that do not end in time, with all processes that they started", async () => {
    if (mutant === undefined) throw new Error("There are mutants");
    const alive = path.join(root, "node_modules/alive");
    // It does not end when it is asked to.
    const child = `process.on("SIGTERM", () => {}); setTimeout(() => process.exit(), 9000); setInterval(() => require("node:fs").appendFileSync(${JSON.stringify(alive)}, "."), 20)`;
    fs.writeFileSync(
      inCopy(test),
      `if (process.env.MUTATION_REACHED !== undefined) throw new Error("The file of an outer run is not this run's.");
require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}]);`,
    );
    const { MUTATION_REACHED } = process.env;
    process.env["MUTATION_REACHED"] ??= path.join(root, "node_modules/outer");
    const killed = copy.try(mutant, [test], 1_000);
    if (MUTATION_REACHED === undefined) delete process.env["MUTATION_REACHED"];
    expect(fs.readFileSync(inCopy("packages/a/long.ts"), "utf8")).toContain("limit = 4");
    expect(await killed).toBe(timeLimit);
    expect(fs.readFileSync(inCopy("packages/a/long.ts"), "utf8")).toBe(source);
    const length = (): number => (fs.existsSync(alive) ? fs.statSync(alive).size : 0);
    const before = length();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(length()).toBe(before);
  });
});

test("Only changes that the compiler accepts count; a name that becomes unused does not matter", () => {
  const compiler = new Compiler(root);
  const file = path.join(root, "packages/a/long.ts");
  const texts = ["export const a = 1;", "const a = 1;", "const a: 1 = 2;", "const a = ;", "export const a = 2;"];
  expect(texts.map((text) => compiler.accepts(file, text))).toEqual([true, true, false, false, true]);
});
