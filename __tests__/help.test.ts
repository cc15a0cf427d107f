import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";
import { expectFile } from "@pipelines/testing/expected";
import { fixtureTree } from "@pipelines/testing/exporting";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const { scripts } = JSON.parse(fs.readFileSync(path.resolve(__dirname, "../package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};
const own = Object.keys(scripts).filter((name) => scripts[name]?.startsWith("node "));

/** Libraries that take longer to load than all of a command's own code. */
const heavy = /node_modules.(cdktf.lib|constructs|@cdktf|@aws-sdk|@smithy|ajv|prettier|typescript|yaml)\b/;

const [hook, list] = ["hook.cjs", "list"].map((name) => path.join(temporaryFolder(), name)) as [string, string];

/** Runs a command the way npm does, and also returns the files that it loaded. */
function run(name: string, ...args: readonly string[]) {
  const [, ...words] = (scripts[name] ?? "").split(" ");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", hook, ...words, ...args], {
    cwd: fixtureTree(),
    env: inheritedEnvironment(),
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr, files: fs.readFileSync(list, "utf8").split("\n") };
}

describe("Every command", () => {
  const helps = new Map<string, ReturnType<typeof run>>();
  beforeAll(() => {
    const write = `require("node:fs").writeFileSync(${JSON.stringify(list)}, Object.keys(require.cache).join("\\n"))`;
    fs.writeFileSync(hook, `process.on("exit", () => ${write});`);
    for (const name of own) helps.set(name, run(name, "--help"));
  });

  it("prints its help, exactly as reviewed", () => {
    const text = [...helps].map(([name, { out }]) => `# ${name}\n\n${out}`).join("\n");
    expectFile(path.join(__dirname, "help.txt"), text);
    expect(text.split("\n").filter((line) => line.length > 120)).toEqual([]);
  });

  describe.each(own)("%s", (name) => {
    const usage = new RegExp(`^usage: npm run (-s )?${name}\\b.*\n\n.+\n\n( {2}.+\n)* {2}--help +this text\n`, "ms");

    it("prints nothing but its help, without loading a large library", () => {
      const { code, out, err, files = [] } = helps.get(name) ?? {};
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(usage);
      expect(files.length).toBeGreaterThan(3);
      expect(files.filter((file) => heavy.test(file))).toEqual([]);
    });

    it("refuses an unknown option, and shows its usage", () => {
      const { code, out, err } = run(name, "--nonsense");
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(
        new RegExp(`^error npm run (-s )?${name} --nonsense IB-OPTION\n {2}found: {3}the option "--nonsense"\n`, "m"),
      );
      expect(err).toMatch(usage);
    });
  });

  it("that can print JSON also prints the errors on its command line as JSON", () => {
    const options = [...helps].flatMap(([name, { out }]) => {
      const [, json] = /^ {2}(--json) /m.exec(out) ?? [];
      return json !== undefined
        ? [[name, json] as const]
        : / \(json, /.test(out)
          ? [[name, "--format=json"] as const]
          : [];
    });
    expect(options.map(([name]) => name).sort()).toEqual([
      "ancestry",
      "build",
      "check",
      "move",
      "promote",
      "recover",
      "revoke",
      "status",
      "synth",
      "try",
    ]);
    const mistakes = [
      ...options.map(([name, option]) => [name, "--nonsense", option] as const),
      ["synth", "--environment=dev", "--format=json"] as const,
      ["check", "--frozen", "--format=json", "images"] as const,
    ];
    for (const [name, option, ...more] of mistakes) {
      const { code, out, err } = run(name, option, ...more);
      expect([name, code, err]).toEqual([name, 1, ""]);
      const result = JSON.parse(out) as { readonly findings?: unknown };
      const field = option.split("=")[0];
      expect(result.findings ?? result).toContainEqual(expect.objectContaining({ code: "IB-OPTION", field }));
    }
  });
});
