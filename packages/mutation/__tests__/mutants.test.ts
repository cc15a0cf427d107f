import { equivalentMutants } from "../equivalent";
import { changed, mutantsOf, rank, withProbes } from "../mutants";
import { relatedTests } from "../related-tests";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** The mutants of a line of code. */
const changes: Readonly<Record<string, readonly string[]>> = {
  "f(a && b && c);": ["f(a || b && c);", "f(a && b || c);", "f(b && c);", "f(a && c);", "f(a && b);", ";"],
  "f(a || b);": ["f(a && b);", "f(a);", "f(b);", ";"],
  "f(a[b] ?? c);": [";"],
  "f(a[b] ?? '');": [";"],
  "const [a = ''] = b;": [],
  "const { a = '' } = b;": ['const { a = "mutated" } = b;'],
  "f(a ?? b);": ["f(b);", "f((a)!);", ";"],
  "f(a?.b, a?.[0]);": ["f(a!.b, a?.[0]);", "f(a?.b, a![0]);", "f(a?.b, a?.[1]);", ";"],
  "f(a === b, a !== b);": ["f(a !== b, a !== b);", "f(a === b, a === b);", ";"],
  "f(a < b, a >= b);": ["f(a <= b, a >= b);", "f(a >= b, a >= b);", "f(a < b, a > b);", "f(a < b, a < b);", ";"],
  "f(a <= b, a > b);": ["f(a < b, a > b);", "f(a > b, a > b);", "f(a <= b, a >= b);", "f(a <= b, a <= b);", ";"],
  "f(a * b, a / b);": ["f(a / b, a / b);", "f(a * b, a * b);", ";"],
  "f(a - b, a % b);": ["f(a + b, a % b);", "f(a - b, a * b);", ";"],
  "a += b;": ["a -= b;", ";"],
  "a -= b;": ["a += b;", ";"],
  "f(a + b, -a, !a);": ["f(a - b, -a, !a);", "f(a + b, a, !a);", "f(a + b, -a, a);", ";"],
  "if (a) b;": ["if (!(a)) b;", ";", "if (a) ;"],
  "if (a) b; else c;": ["if (!(a)) b; else c;", "if (a) ; else c;", "if (a) b; else ;"],
  "while (a) continue;": ["while (!(a)) continue;", "while (a) ;"],
  "for (const a of b) c;": [";", "for (const a of b) ;"],
  "throw a;": [";"],
  "f(a ? -1 : 1);": ["f(!(a) ? -1 : 1);", "f(a ? 1 : 1);", ";"],
  "f(a ? b : c);": ["f(!(a) ? b : c);", ";"],
  "f(a.filter(b));": ["f(a);", ";"],
  "f(a.some(b));": ["f(!a.some(b));", "f(a.every(b));", ";"],
  "f(!isA(b));": ["f(isA(b));", ";"],
  "f([a, 'b'], []);": ["f([], []);", "f([...[], 'b'], []);", 'f([a, ""], []);', ";"],
  "f({ a: true, b });": ["f({ ...{}, b });", "f({ a: false, b });", "f({ a: true, ...{} });", ";"],
  "f(1_000, /a/, `a${b}`);": ["f(1001, /a/, `a${b}`);", "f(1_000, /(?!)/, `a${b}`);", "f(1_000, /a/, ``);", ";"],
  "const a = '';": ['const a = "mutated";'],
  "import a from 'b'; export * from 'c';": [],
  "const a = require('b');": [],
  "interface A { a: 'b' }": [],
  "type A = 'b' | 1;": [],
  "const a = { 'b': c };": ["const a = { ...{} };"],
};

describe("The mutants of a file", () => {
  test.each(Object.entries(changes))("%s", (text, expected) => {
    const mutants = mutantsOf("a.ts", text);
    expect(mutants.map((mutant) => changed(text, mutant)).sort()).toEqual([...expected].sort());
  });

  it("include the changed line, without and with the change", () => {
    expect(mutantsOf("a.ts", "one();\nif (a) {\n  two(true);\n}\n").slice(1)).toEqual([
      expect.objectContaining({ line: 2, before: "if (a) {", after: ";" }),
      expect.objectContaining({ line: 2, before: "if (a) {", after: "if (!(a)) {" }),
      expect.objectContaining({ line: 3, before: "two(true);", after: ";" }),
      expect.objectContaining({ line: 3, before: "two(true);", after: "two(false);" }),
    ]);
  });

  it("are in text order, the shorter first", () => {
    const ranges = mutantsOf("a.ts", "a.some(b);\nc();").map(({ start, end }) => [start, end]);
    expect(ranges).toEqual([
      [0, 9],
      [0, 10],
      [2, 6],
      [11, 15],
    ]);
  });

  it("have a rank that depends on the seed, not on their position in the file", () => {
    const [one] = mutantsOf("a.ts", "f();");
    const [, moved] = mutantsOf("a.ts", "g();\nf();");
    if (one === undefined || moved === undefined) throw new Error("There are mutants");
    expect(rank("1", one)).toBe(rank("1", moved));
    expect(rank("1", one)).not.toBe(rank("2", one));
  });
});

test("A probe reports that the statement around a mutant runs, on the same line", () => {
  const text = ["const a = 1;", "function f(b: number) {", "  if (b > 2) return a;", "  return 3;", "}"].join("\n");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "probes-"));
  const log = path.join(folder, "log");
  const mutants = new Map(mutantsOf("a.ts", text).map((mutant, index) => [index, mutant] as const));
  const probed = withProbes("a.ts", text, mutants, log).replace("b: number", "b");
  expect(probed.split("\n")).toHaveLength(5);
  const reached = (call: string): (string | undefined)[] => {
    fs.writeFileSync(log, "");
    const script = `${probed}\nf(${call}); f(${call});`;
    spawnSync(process.execPath, ["-e", script]);
    const keys = fs.readFileSync(log, "utf8").trim().split("\n").map(Number);
    return [...new Set(keys.map((key) => mutants.get(key)?.line.toString()))];
  };
  expect(reached("3")).toEqual(["1", "3"]);
  expect(reached("1")).toEqual(["1", "3", "4"]);
  fs.rmSync(folder, { recursive: true });
});

test("A probe is before a statement of a case, or before the switch if the mutant is in its condition", () => {
  const text = "function f(b) {\n  switch (b) {\n    case 1:\n      f(2);\n  }\n}";
  const mutants = new Map(mutantsOf("a.ts", text).map((mutant, index) => [index, mutant] as const));
  const lines = withProbes("a.ts", text, mutants, "log").split("\n");
  const probes = lines.map((line) => line.match(/reachedMutants/g)?.length ?? 0);
  expect(probes).toEqual([0, 1, 0, 2, 0, 0]);
});

test("A file's tests are those that reach it through imports or by starting it as a command", () => {
  const scripts = new Map([["first", "node --require ./hook.cjs packages/a/one-cli.ts"]]);
  const related = relatedTests(
    new Map([
      ["packages/a/one.ts", ""],
      ["packages/a/two.ts", 'import "./one";'],
      ["packages/a/one-cli.ts", 'import "./one";'],
      ["packages/b/index.ts", 'export * from "@pipelines/a/two";'],
      ["packages/a/__tests__/one.test.ts", 'import "../one";'],
      ["packages/b/__tests__/b.test.ts", 'import "../../b";'],
      ["packages/b/__tests__/cli.test.ts", 'run("packages/a/one-cli.ts");'],
      ["packages/b/__tests__/script.test.ts", 'npm("first", "--help");'],
      ["packages/b/__tests__/other.test.ts", 'import "./b.test.ts.snap"; npm("second");'],
    ]),
    scripts,
  );
  expect(Object.fromEntries(related("packages/a/one.ts"))).toEqual({
    "packages/a/__tests__/one.test.ts": 1,
    "packages/b/__tests__/cli.test.ts": 2,
    "packages/b/__tests__/script.test.ts": 2,
    "packages/b/__tests__/b.test.ts": 3,
  });
});

describe("The mutants listed as equivalent", () => {
  const root = path.resolve(__dirname, "../../..");

  it("exist, and have a reason", () => {
    const wrong = equivalentMutants.filter(
      ({ file, before, after, reason }) =>
        !reason.endsWith(".") ||
        !mutantsOf(file, fs.readFileSync(path.join(root, file), "utf8")).some(
          (mutant) => mutant.before === before && mutant.after === after,
        ),
    );
    expect(wrong).toEqual([]);
  });

  it("are as many as the README of each package says", () => {
    const numbers = ["none is", "one more is", "two more are", "three more are"];
    const packages = fs.readdirSync(path.join(root, "packages"));
    const stated = packages.flatMap((name) => {
      const text = fs.readFileSync(path.join(root, "packages", name, "README.md"), "utf8");
      const [, number] = /^Mutants, on .*; (.*) listed as equivalent\.$/m.exec(text) ?? [];
      return number === undefined ? [] : [[name, number]];
    });
    const listed = stated.map(([name = ""]) => [
      name,
      numbers[equivalentMutants.filter(({ file }) => file.startsWith(`packages/${name}/`)).length],
    ]);
    expect(stated.length).toBeGreaterThan(10);
    expect(stated).toEqual(listed);
  });
});
