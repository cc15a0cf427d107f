import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const root = path.join(__dirname, "..");
/** Packages that report findings. Rehearsals, tests and reviews have their own messages. */
const shownSources = [
  ...["constructs", "stacks", "main.ts"],
  ...[
    "export",
    "findings",
    "image-checks",
    "image-definition",
    "import",
    "operations",
    "permissions",
    "plan-review",
    "recover",
    "try",
    "version-lock",
  ].map((name) => `packages/${name}`),
];

function filesUnder(target: string): string[] {
  if (!fs.existsSync(target)) return [];
  if (!fs.statSync(target).isDirectory()) return [target];
  return fs.readdirSync(target).flatMap((name) => filesUnder(path.join(target, name)));
}

function workspaces(): string[] {
  return fs.readdirSync(path.join(root, "packages")).map((name) => `packages/${name}`);
}

describe("docs/checks.md", () => {
  const documented =
    fs.readFileSync(path.join(root, "docs/checks.md"), "utf8").match(/(?<=^\| `)IB-[A-Z0-9-]+(?=` *\|)/gm) ?? [];

  test("lists every code in the source exactly once, and no others", () => {
    const sources = shownSources
      .flatMap((name) => filesUnder(path.join(root, name)))
      .filter((file) => file.endsWith(".ts") && !file.includes("__tests__"));
    const used = sources.flatMap((file) => fs.readFileSync(file, "utf8").match(/(?<=")IB-[A-Z0-9-]+(?=")/g) ?? []);
    expect([...documented].sort()).toEqual([...new Set(used)].sort());
  });

  test("lists only codes that appear with a whole message in a reviewed file, which a test compares", () => {
    const files = [path.join(root, "__tests__"), ...workspaces().map((name) => path.join(root, name, "__tests__"))]
      .flatMap((folder) => filesUnder(folder))
      .filter((file) => file.endsWith(".txt"));
    const message = /^(?:error|warning) \S.* (IB-[A-Z0-9-]+)\n {2}found: {3}\S.*\n {2}allowed: \S.*$/gm;
    const asserted = files.flatMap((file) =>
      [...fs.readFileSync(file, "utf8").matchAll(message)].map(([, code]) => code),
    );
    expect(documented.filter((code) => !asserted.includes(code))).toEqual([]);
  });

  describe("has examples that run", () => {
    const [, block = ""] =
      /## The command\n[^]*?```\n([^]*?)```/.exec(fs.readFileSync(path.join(root, "docs/checks.md"), "utf8")) ?? [];
    const examples = block.split("\n").flatMap((line) => line.split("#")[0]?.trim() || []);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "check-examples-"));

    beforeAll(() => {
      fs.mkdirSync(path.join(folder, "images/web"), { recursive: true });
      const write = (name: string, text: string): void => {
        fs.writeFileSync(path.join(folder, name), text);
      };
      const component = "schemaVersion: 1.0\nphases: [{name: build, steps: [{name: A, action: UpdateOS}]}]\n";
      write("a.yaml", component);
      write("images/web/install.yaml", component);
      write("images/web/approve.yaml", "schemaVersion: 1.0\nsteps: [{name: Wait, action: WaitForAction}]\n");
      write("images/web/Dockerfile", "FROM {{{ imagebuilder:parentImage }}}\n");
    });

    afterAll(() => {
      fs.rmSync(folder, { recursive: true });
    });

    test("and there are four of them", () => {
      expect(examples).toHaveLength(4);
    });

    test.each(examples)("%s", (example) => {
      const [, file, args = ""] = /^(?:cat (\S+) \| )?npm run (?:-s )?check(?: -- (.*))?$/.exec(example) ?? [];
      const command = [
        path.join(root, "packages/image-checks/check-cli.ts"),
        ...args.split(" ").filter((each) => each !== ""),
      ];
      const run = spawnSync(
        process.execPath,
        ["--require", path.join(root, "typescript.cjs"), ...command.map((each) => each.replaceAll("'", ""))],
        {
          cwd: folder,
          encoding: "utf8",
          ...(file === undefined ? {} : { input: fs.readFileSync(path.join(folder, file), "utf8") }),
        },
      );
      // Without documents it checks the app, in whatever state its users have left it.
      expect(run.stderr).not.toContain("    at ");
      if (args !== "") expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining("error ")]);
    });
  });
});
