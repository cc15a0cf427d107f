import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { code, fence, html, mermaid, prose, terminal, workflowLog } from "@pipelines/findings/escape";
import { formatFor } from "@pipelines/findings/formats";
import { textStreams } from "@pipelines/findings/output";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform } from "@pipelines/testing/terraform";

const root = path.join(__dirname, "..");

/** Text that would break out of each target: a terminal, a workflow log, a Markdown comment, a page, a chart. */
const hostile = [
  "a|b `c` ``` <script>alert(1)</script></details> @everyone @org/team &#64;x [l](https://evil) ![i](x) \\",
  "\n::error::pwned\n  ::set-output name=a::b\n##[group]x\n```\n~~~\n# reviewed\n@everyone",
  '\r\u001b[31mred\u001b[0m \u0007\u009b2J\u202egnp"]; click A "javascript:alert(1)"',
].join(" ");

/** A shorter version, which messages repeat in full. */
const short = "a|b\n::error::x\r\u001b[31m##[y]\u202e`</b>";

/** Expects text without workflow commands, and without characters that control a terminal or hide text. */
function expectLog(text: string): void {
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/);
  expect(text).not.toMatch(/^\s*::|##\[/m);
}

/** Also expects nothing outside code that could be Markdown, HTML or a mention. */
function expectMarkdown(text: string): void {
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/);
  const outside = text.replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, "").replace(/<code>[^<]*<\/code>/g, "");
  expect(withoutSpans(outside)).not.toMatch(/@|<(?!\/?(details|summary)>)|&#|(?<!\\)[`[\]]|^# reviewed/m);
}

/** Removes what Markdown treats as code: from one run of backticks to the next of the same length, within a line. */
function withoutSpans(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const parts = line.split(/(`+)/);
      let outside = "";
      for (let i = 0; i < parts.length; i++) {
        const end = i % 2 === 1 ? parts.indexOf(parts[i] ?? "", i + 1) : -1;
        if (end % 2 === 1) i = end;
        else outside += parts[i] ?? "";
      }
      return outside;
    })
    .join("\n");
}

test.each<[string, (text: string) => string, RegExp]>([
  ["a terminal", terminal, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/],
  ["a workflow log", workflowLog, /[\r\u001b\u202e]|^\s*::|##\[/m],
  ["HTML", html, /[<>"'\u001b]|&(?!#?\w+;)/],
  ["Mermaid", mermaid, /[<>"`\n\u001b]|#(?!\d+;)/],
])("text for %s stays text", (_, escape, forbidden) => {
  expect(escape(hostile)).not.toMatch(forbidden);
});

test.each([code, fence, prose])("text for Markdown stays text: %p", (escape) => {
  expectMarkdown(escape(hostile));
});

/** A file containing hostile text, in JSON or YAML. */
function file(name: string, content: unknown): string {
  const whole = path.join(temporaryFolder(), name);
  fs.writeFileSync(whole, typeof content === "string" ? content : JSON.stringify(content));
  return whole;
}

const change = (parts: object) => ({
  address: hostile,
  mode: "managed",
  type: hostile,
  name: hostile,
  action_reason: hostile,
  ...parts,
  change: {
    actions: ["update"],
    before: { [hostile]: hostile },
    after: { [hostile]: `${hostile}!` },
    replace_paths: [[hostile]],
  },
});
const plan = {
  format_version: "1.2",
  planned_values: {},
  [hostile]: 1,
  configuration: { provider_config: { aws: { name: "aws", expressions: { [hostile]: {} } } }, root_module: {} },
  resource_changes: [
    change({}),
    change({ type: "aws_iam_role", previous_address: hostile }),
    change({ deposed: hostile }),
  ],
  resource_drift: [change({})],
  output_changes: { [hostile]: { actions: ["update"], before: hostile, after: [hostile] } },
  checks: [{ address: { to_display: hostile }, status: "fail" }],
};
const config = {
  [hostile]: {},
  terraform: { [hostile]: hostile, backend: { [hostile]: {} }, required_providers: { [hostile]: hostile } },
  provider: { aws: [{ [hostile]: hostile }], [hostile]: {} },
  resource: { [hostile]: { [hostile]: { provider: hostile, a: `\${${hostile}(1)}` } } },
};
const document = `name: ${JSON.stringify(hostile)}\n${JSON.stringify(hostile)}: 1\nphases: [{ name: ${JSON.stringify(hostile)} }]\n`;

/** Commands, with every kind of outside input that they accept: names and files. */
const commands: [script: string, args: readonly string[], markdown?: boolean][] = [
  ["packages/plan-review/plan-summary-cli.ts", [file("plan.json", plan), "--stack", short], true],
  ["packages/plan-review/plan-summary-cli.ts", [short]],
  ["packages/plan-review/plannable-cli.ts", [file("config.json", config), "--base", "none"]],
  ["packages/plan-review/plan-cli.ts", ["agree", short, short, short, short]],
  ["packages/plan-review/deployable-stacks-cli.ts", [short, "--base", short, "--out", short]],
  ["packages/image-checks/check-cli.ts", [file("document.yaml", document), short]],
  ["main.ts", ["--forward", short]],
  ["packages/operations/status-cli.ts", [short]],
  ["packages/operations/build-cli.ts", [short, short]],
  ["packages/operations/promote-cli.ts", [short, "--to", short, "--channel", short]],
  ["packages/operations/revoke-cli.ts", [short, short, short, "--reason", short]],
  ["packages/operations/ancestry-cli.ts", [short, short]],
  ["packages/operations/stack-cli.ts", ["diff", short]],
  ["packages/recover/recover-cli.ts", [short, "--adopt", short]],
  ["packages/graph/graph-cli.ts", [short]],
  ["packages/export/export.ts", [short, "--out", short]],
  ["packages/try/try-cli.ts", [short, "--parent", short]],
];

/**
 * Every other command in package.json, called with a name that it does not know. Rehearsals are excluded because they
 * need Terraform, and schemas because it takes no arguments.
 */
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: object };
const listed = [
  "packages/rehearsal/rehearse.ts",
  "packages/image-checks/schemas/compile.ts",
  ...commands.map(([script]) => script),
];
const others = Object.values(scripts)
  .flatMap((script: string) => /packages\/\S+\.ts/.exec(script) ?? [])
  .filter((script) => !listed.includes(script));

// If a row omits the third parameter, Jest passes a callback there and waits for it.
const rows = [...commands, ...others.map((script) => [script, [short]] as const)].map(
  ([script, args, markdown = false]) => [script, args, markdown] as const,
);

function printsText(script: string, args: readonly string[], markdown = false): void {
  const all = ["--require", "./typescript.cjs", script, ...args];
  // In CI the lock is frozen, and main.ts rejects --forward before it reads the image.
  const env = { ...process.env, CI: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: root, env, encoding: "utf8" });
  expect(status).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain("a|b");
  expect(stderr).not.toMatch(/^\s+at /m);
  expectLog(stderr);
  (markdown ? expectMarkdown : expectLog)(stdout);
}

test.each(rows)("%s prints its input as text", printsText);

describeWithTerraform("a rehearsal", () => {
  test("prints its input as text", () => {
    printsText("packages/rehearsal/rehearse.ts", [short]);
  });
});

test("output from AWS, builds and Terraform goes through the same streams", () => {
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, "write").mockImplementation((text) => written.push(String(text)) > 0),
  );
  textStreams.out(hostile);
  textStreams.err(hostile);
  for (const spy of spies) spy.mockRestore();
  expect(written).toHaveLength(2);
  for (const text of written) expectLog(text);
  const users = ["operations/command", "rehearsal/rehearse", "try/try-cli", "export/export", "graph/graph-cli"];
  for (const user of users)
    expect(fs.readFileSync(path.join(root, `packages/${user}.ts`), "utf8")).toContain("textStreams");
});

test("workflow annotations are one line each, whatever the finding contains", () => {
  const finding = {
    severity: "error",
    code: "IB-X",
    file: hostile,
    field: hostile,
    found: hostile,
    allowed: hostile,
  } as const;
  expect(formatFor("github", [finding])).toMatch(/^::error [^\n\r\u001b]*\n$/);
});

test("output from Terraform and the commands is printed as text in workflow logs and summaries", () => {
  const { stdout } = spawnSync(path.join(root, ".github/scripts/text.sh"), { input: hostile, encoding: "utf8" });
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
  expect(stdout).not.toMatch(/^\s*::|##\[|^~~~/m);
  expect(stdout).toContain("pwned");
});
