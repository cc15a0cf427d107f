import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
/** What reports findings; rehearsals, tests and reviews have words of their own. */
const SOURCES = [
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

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

describe("docs/checks.md", () => {
  test("has every code of the source, and no other, each once", () => {
    const sources = SOURCES.flatMap((name) => filesUnder(join(ROOT, name))).filter(
      (file) => file.endsWith(".ts") && !file.includes("__tests__"),
    );
    const used = sources.flatMap((file) => readFileSync(file, "utf8").match(/(?<=")IB-[A-Z0-9-]+(?=")/g) ?? []);
    const documented =
      readFileSync(join(ROOT, "docs/checks.md"), "utf8").match(/(?<=^\| `)IB-[A-Z0-9-]+(?=` *\|)/gm) ?? [];
    expect([...documented].sort()).toEqual([...new Set(used)].sort());
  });

  describe("has examples that run", () => {
    const [, block = ""] =
      /## The command\n[^]*?```\n([^]*?)```/.exec(readFileSync(join(ROOT, "docs/checks.md"), "utf8")) ?? [];
    const examples = block.split("\n").flatMap((line) => line.split("#")[0]?.trim() || []);
    const folder = mkdtempSync(join(tmpdir(), "check-examples-"));

    beforeAll(() => {
      mkdirSync(join(folder, "images/web"), { recursive: true });
      const write = (name: string, text: string): void => {
        writeFileSync(join(folder, name), text);
      };
      const component = "schemaVersion: 1.0\nphases: [{name: build, steps: [{name: A, action: UpdateOS}]}]\n";
      write("a.yaml", component);
      write("images/web/install.yaml", component);
      write("images/web/approve.yaml", "schemaVersion: 1.0\nsteps: [{name: Wait, action: WaitForAction}]\n");
      write("images/web/Dockerfile", "FROM {{{ imagebuilder:parentImage }}}\n");
    });

    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    test("and there are four of them", () => {
      expect(examples).toHaveLength(4);
    });

    test.each(examples)("%s", (example) => {
      const [, file, args = ""] = /^(?:cat (\S+) \| )?npm run (?:-s )?check(?: -- (.*))?$/.exec(example) ?? [];
      const command = [
        join(ROOT, "packages/image-checks/check-cli.ts"),
        ...args.split(" ").filter((each) => each !== ""),
      ];
      const run = spawnSync(
        process.execPath,
        ["--require", join(ROOT, "typescript.cjs"), ...command.map((each) => each.replaceAll("'", ""))],
        {
          cwd: folder,
          encoding: "utf8",
          ...(file === undefined ? {} : { input: readFileSync(join(folder, file), "utf8") }),
        },
      );
      // Without documents it is the app that is checked, whatever its users made of it.
      expect(run.stderr).not.toContain("    at ");
      if (args !== "") expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining("error ")]);
    });
  });
});
