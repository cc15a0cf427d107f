import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const root = path.resolve(__dirname, "../../..");
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "mutated-")));
const temporary = path.join(folder, "tmp");
const project = path.join(folder, "project");
const source = `export function isLong(text: string): boolean {
  return text.length > 3;
}
`;
const test1 = `import { isLong } from "../long";
test("is long", () => {
  expect([isLong("four"), isLong("two")]).toEqual([true, false]);
});
`;
const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
const command = ["--require", "./typescript.cjs", "packages/mutation/mutate-cli.ts", "a"];

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  fs.writeFileSync(path.join(project, file), text);
}

function git(...args: readonly string[]): void {
  const settings = ["-c", "user.name=Tests", "-c", "user.email=tests@example.com"];
  expect(spawnSync("git", [...settings, ...args], { cwd: project }).status).toBe(0);
}

function mutate(...args: readonly string[]) {
  return spawnSync(process.execPath, [...command, ...args], { cwd: project, env, encoding: "utf8" });
}

beforeAll(() => {
  fs.mkdirSync(temporary, { recursive: true });
  for (const file of [
    "typescript.cjs",
    "package.json",
    "tsconfig.json",
    "stacks/synthesis",
    "packages/mutation",
    "packages/findings",
    "packages/rehearsal",
  ]) {
    fs.cpSync(path.join(root, file), path.join(project, file), { recursive: true });
  }
  fs.mkdirSync(path.join(project, "node_modules"));
  for (const entry of fs.readdirSync(path.join(root, "node_modules"))) {
    if (/^(@pipelines|\.cache)$/.test(entry)) continue;
    fs.symlinkSync(path.join(root, "node_modules", entry), path.join(project, "node_modules", entry));
  }
  fs.mkdirSync(path.join(project, "node_modules/@pipelines"));
  for (const name of ["findings", "rehearsal"])
    fs.symlinkSync(`../../packages/${name}`, path.join(project, "node_modules/@pipelines", name));
  write(".gitignore", "node_modules\n");
  write("jest.config.js", 'module.exports = { transform: { "\\\\.ts$": ["ts-jest", { diagnostics: false }] } };\n');
  write("packages/a/long.ts", source);
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message=Begin");
  // Not committed.
  write("packages/a/__tests__/long.test.ts", test1);
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

describe("npm run mutate", () => {
  it("lists the changes that no test notices, and remembers what it tried until a test changes", () => {
    const first = mutate();
    expect(first.stderr.split("\n")).toHaveLength(5);
    expect(first.stderr).toContain("Running 1 test file on the unchanged code …\n1 of 3: packages/a/long.ts:2 ");
    expect([first.stdout, first.status]).toEqual(["a: 3 of 3 mutants killed, 100.0 %; 0 more equivalent\n", 0]);
    expect([mutate().stdout, mutate().stderr]).toEqual([first.stdout, ""]);

    write("packages/a/__tests__/long.test.ts", test1.replace('"four"', '"longer"'));
    const weaker = mutate("--least", "50");
    const survivor = "packages/a/long.ts:2\n  - return text.length > 3;\n  + return text.length > 4;\n";
    expect([weaker.stdout, weaker.status]).toEqual([
      `${survivor}a: 2 of 3 mutants killed, 66.7 %; 0 more equivalent\n`,
      0,
    ]);
    expect(mutate("--least", "67").status).toBe(1);
    expect(fs.readFileSync(path.join(project, "packages/a/long.ts"), "utf8")).toBe(source);
    expect(fs.readdirSync(temporary).filter((name) => name.startsWith("mutate-"))).toEqual([]);
  });

  it("stops tests that never end, and leaves nothing behind when it is interrupted", async () => {
    // A test in the generated project, not in this one: it never ends, so that the run can be interrupted.
    write("packages/a/__tests__/long.test.ts", `${test1}test("waits", () => new Promise(() => {}));`);
    const running = spawn(process.execPath, command, { cwd: project, env, stdio: ["ignore", "ignore", "pipe"] });
    await once(running.stderr, "data");
    const copies = (): string[] => fs.readdirSync(temporary).filter((name) => name.startsWith("mutate-"));
    expect(copies()).toHaveLength(1);
    running.kill("SIGINT");
    expect(await once(running, "exit")).toEqual([130, null]);
    expect(copies()).toEqual([]);
  });
});
