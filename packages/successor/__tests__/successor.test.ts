import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { expectReviewedHelp } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { main } from "../successor";

/** Code that logs the program's folder and arguments, and fails if the test wants it to. `name` is JavaScript. */
const program = (name: string) => `
require("node:fs").appendFileSync(process.env.TEST_LOG, [process.cwd(), ${name}, ...process.argv.slice(2)].join(" ") + "\\n");
if (process.env.TEST_FAILS === ${name}) {
  process.stdout.write("output, ");
  process.stderr.write("errors");
  process.exit(3);
}
`;

/** Writes two stacks. They contain the package's name only in comments, unless the test wants them to differ. */
const app = `import { App } from "cdktf";
${program("App")}
const { mkdirSync, writeFileSync } = require("node:fs");
const differs = process.env.TEST_DIFFERS === App;
for (const stack of differs ? ["prod", "test"] : ["dev", "prod"]) {
  const folder = process.env.CDKTF_OUTDIR + "/stacks/" + stack;
  mkdirSync(folder, { recursive: true });
  const name = differs && stack === "prod" ? "other" : stack;
  const config = { "//": { by: App }, resource: { aws_iam_role: { a: { "//": { by: App }, name } } } };
  writeFileSync(folder + "/cdk.tf.json", JSON.stringify(config));
}
`;

/** Makes Node.js run `main.ts`, whose only import is a package's name. */
const hook = `require.extensions[".ts"] = (module, file) => {
  const text = require("node:fs").readFileSync(file, "utf8");
  module._compile(text.replace(/import \\{ App \\} from (".*")/, "const App = $1"), file);
};
`;

const manifest = {
  scripts: { synth: "node main.ts" },
  dependencies: { "@cdktf/hcl2json": "0.21.0", "@cdktf/provider-aws": "21.22.1", cdktf: "0.21.0" },
  devDependencies: { "cdktf-cli": "0.21.0", jest: "30.5.2" },
};

const code = `import { App } from "cdktf";
import "cdktf/lib/testing/adapters/jest";
import { Role } from '@cdktf/provider-aws/lib/iam-role';
const version = require.resolve("cdktf/package.json");
const hcl = require("@cdktf/hcl2json");
const cli = import("cdktf-cli");
const tags = { ManagedBy: "cdktf" };
`;

describe("npm run successor", () => {
  const tree = fs.realpathSync(temporaryFolder());
  const [log, npm] = ["log", "npm.js"].map((name) => path.join(temporaryFolder(), name)) as [string, string];
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    fs.writeFileSync(path.join(tree, file), text);
  };
  const git = (...args: readonly string[]): void => {
    expect(spawnSync("git", args, { cwd: tree }).status).toBe(0);
  };

  beforeAll(() => {
    // Instead of packages, it installs programs that do nothing.
    const installed = { "typescript/bin/tsc": program('"tsc"'), "jest/bin/jest.js": program('"jest"') };
    fs.writeFileSync(
      npm,
      `${program('"npm"')}
const { dirname } = require("node:path");
const { mkdirSync, writeFileSync } = require("node:fs");
for (const [file, text] of Object.entries(${JSON.stringify(installed)})) {
  mkdirSync(dirname("node_modules/" + file), { recursive: true });
  writeFileSync("node_modules/" + file, text);
}
`,
    );
    write("package.json", JSON.stringify(manifest, null, 2));
    write("package-lock.json", "{}");
    write("main.ts", app);
    write("typescript.cjs", hook);
    write("gone.ts", "");
    write(".gitignore", "cdktf.out\n");
    git("init", "--quiet");
    git("add", "--all");
    fs.rmSync(path.join(tree, "gone.ts"));
    write("cdktf.out/old", "");
    write("packages/a/package.json", '{ "dependencies": { "cdktf": "0.21.0" } }');
    write("packages/a/ä b.ts", code);
    write("packages/a/page.md", code);
  });

  /** Runs the command as npm does, which adds variables to the environment. */
  function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
    fs.writeFileSync(log, "");
    const all = { TEST_LOG: log, SYNTH_FROZEN: "1", CDKTF_OUTDIR: tree, npm_command: "run", ...settings };
    Object.assign(process.env, all);
    let [out, err] = ["", ""];
    const code = main(args, tree, npm, { out: (text) => (out += text), err: (text) => (err += text) });
    for (const name of Object.keys(all)) Reflect.deleteProperty(process.env, name);
    const ran = fs.readFileSync(log, "utf8").trimEnd().split("\n");
    return { code, out, err, ran, copy: ran[0]?.split(" ")[0] ?? "" };
  }

  it("synthesizes, compiles and tests a copy with the successor", () => {
    const { code: exit, out, err, ran, copy } = run(["--keep"]);
    expect([exit, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      "Copied the tree and renamed the imports",
      "Install the successor",
      "Synthesize with CDKTF",
      "Synthesize with its successor",
      "Compare the stacks",
      "Type-check",
      "Run the unit tests",
      "The project runs on the successor.",
      expect.stringMatching(/^The copy is .*successor-\w+$/),
      "",
    ]);
    expect(ran).toEqual([
      `${copy} npm install --no-audit --no-fund --no-package-lock`,
      `${tree} cdktf --frozen --without-history`,
      `${copy} cdktn --frozen --without-history`,
      `${copy} tsc --noEmit`,
      `${copy} jest --config jest.quick.config.js __tests__/constructs/ __tests__/stacks/ packages/findings/ packages/image-checks/ packages/image-definition/ packages/permissions/ packages/version-lock/`,
    ]);

    const read = (file: string) => fs.readFileSync(path.join(copy, file), "utf8");
    const own = [".gitignore", "main.ts", "package.json", "packages", "typescript.cjs"];
    expect(fs.readdirSync(copy).sort()).toEqual([...own, "cdktf.after", "cdktf.before", "node_modules"].sort());
    expect(JSON.parse(read("package.json"))).toEqual({
      scripts: manifest.scripts,
      dependencies: { "@cdktf/hcl2json": "0.21.0", "@cdktn/provider-aws": "25.7.0", cdktn: "0.24.0" },
      devDependencies: { jest: "30.5.2" },
    });
    expect(read("packages/a/package.json")).toBe('{ "dependencies": { "cdktn": "0.24.0" } }');
    expect(read("packages/a/page.md")).toBe(code);
    expect(read("packages/a/ä b.ts")).toBe(`import { App } from "cdktn";
import "cdktn/lib/testing/adapters/jest";
import { Role } from '@cdktn/provider-aws/lib/iam-role';
const version = require.resolve("cdktn/package.json");
const hcl = require("@cdktf/hcl2json");
const cli = import("cdktf-cli");
const tags = { ManagedBy: "cdktf" };
`);
    fs.rmSync(copy, { recursive: true });
  });

  it.each([
    ["Install the successor", { TEST_FAILS: "npm" }, "output, errors\nexit code 3"],
    ["Synthesize with CDKTF", { TEST_FAILS: "cdktf" }, "output, errors\nexit code 3"],
    [
      "Compare the stacks",
      { TEST_DIFFERS: "cdktn" },
      ["dev", "prod", "test"].map((stack) => `${stack}: another cdk.tf.json`).join("\n"),
    ],
    ["Run the unit tests", { TEST_FAILS: "jest" }, "output, errors\nexit code 3"],
  ])("ends with a step that fails: %s, %j", (step, settings, problems) => {
    const { code, out, err, copy } = run([], settings);
    expect(err).toBe(`${problems}\n${step}: failed. docs/successor.md explains what that means.\n`);
    expect(out.trimEnd().split("\n").at(-1)).toBe(step);
    expect(code).toBe(1);
    expect(fs.existsSync(copy)).toBe(false);
  });

  it("prints its help, and reports unknown options", () => {
    const { code, out } = run(["--help"]);
    expectReviewedHelp(out);
    expect(code).toBe(0);
    const command = ["--require", "./typescript.cjs", "packages/successor/successor.ts", "--kepe"];
    const wrong = spawnSync(process.execPath, command, { cwd: path.resolve(__dirname, "../../.."), encoding: "utf8" });
    expect(wrong.stderr).toMatch(/^error npm run successor --kepe IB-OPTION\n[^]*\n1 error\n/);
    expect(wrong.status).toBe(1);
  });
});
