import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readCommandLine, printHelp } from "@pipelines/findings/command-line";
import { processStreams, type Streams } from "@pipelines/findings/output";
import { readStackConfig, type StackConfig } from "@pipelines/permissions/stack-config";

const command = {
  name: "npm run successor",
  about: `Tries this project on CDK Terrain (cdktn), CDKTF's successor: copies the tree's files as git lists them, renames packages and
imports, installs cdktn and @cdktn/provider-aws, synthesizes, compares the stacks with CDKTF's, and runs the compiler
and the unit tests there. docs/successor.md explains when and how to move.`,
  options: { keep: { type: "boolean", help: "keep the copy, and print its path" } },
} as const;

/** Leaves out tests that need Terraform, and tests of CDKTF's own CLI. */
const unitTests = [
  ...["constructs", "stacks"].map((name) => `__tests__/${name}/`),
  ...["findings", "image-checks", "image-definition", "permissions", "version-lock"].map((name) => `packages/${name}/`),
];

/** @returns the exit code */
export function main(args: readonly string[], root: string, npm: string, streams: Streams): number {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read, streams);
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "successor-"));
  try {
    copyRenamed(root, copy);
    streams.out("Copied the tree and renamed the imports\n");
    return tryIn(copy, root, npm, streams);
  } finally {
    if (read.values.keep === true) streams.out(`The copy is ${copy}\n`);
    else fs.rmSync(copy, { recursive: true });
  }
}

function tryIn(copy: string, root: string, npm: string, streams: Streams): number {
  // The copy has no git history.
  const synth = ["--require", "./typescript.cjs", "main.ts", "--frozen", "--without-history"];
  const [before, after] = [path.join(copy, "cdktf.before"), path.join(copy, "cdktf.after")];
  const jest = ["node_modules/jest/bin/jest.js", "--config", "jest.quick.config.js", ...unitTests];
  const steps: readonly (readonly [title: string, problems: () => string])[] = [
    ["Install the successor", () => run(copy, [npm, "install", "--no-audit", "--no-fund", "--no-package-lock"])],
    ["Synthesize with CDKTF", () => run(root, synth, before)],
    ["Synthesize with its successor", () => run(copy, synth, after)],
    ["Compare the stacks", () => differences(before, after)],
    ["Type-check", () => run(copy, ["node_modules/typescript/bin/tsc", "--noEmit"])],
    ["Run the unit tests", () => run(copy, jest)],
  ];
  for (const [title, find] of steps) {
    streams.out(`${title}\n`);
    const problems = find();
    if (problems === "") continue;
    streams.err(`${problems}\n${title}: failed. docs/successor.md explains what that means.\n`);
    return 1;
  }
  streams.out("The project runs on the successor.\n");
  return 0;
}

/** Copies tracked and untracked files, but not those that have been deleted from the tree. */
function copyRenamed(root: string, copy: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of listed.toString().split("\0")) {
    const from = path.join(root, file);
    if (file === "" || file === "package-lock.json" || !fs.existsSync(from)) continue;
    const to = path.join(copy, file);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    if (path.basename(file) === "package.json") fs.writeFileSync(to, inManifest(fs.readFileSync(from, "utf8")));
    else if (/\.(ts|mjs|cjs)$/.test(file)) fs.writeFileSync(to, inCode(fs.readFileSync(from, "utf8")));
    else fs.cpSync(from, to);
  }
}

/** docs/successor.md lists the versions that were tried. */
function inManifest(text: string): string {
  return (
    text
      .replace(/"cdktf": ".+?"/, '"cdktn": "0.24.0"')
      .replace(/"@cdktf\/provider-aws": ".+?"/, '"@cdktn/provider-aws": "25.7.0"')
      // CDKTF's command line: nothing here needs it, and the successor's requires a newer Node.js.
      .replace(/^ *"cdktf-cli": .*\n/m, "")
  );
}

/** Renames packages wherever module names occur, including subpaths such as `@cdktf/provider-aws/lib/…`. */
function inCode(text: string): string {
  const names = /(?<=(?:from|import|require(?:\.resolve)?\() ?["'])(@(?=cdktf\/provider-aws))?cdktf(?=["'/])/g;
  return text.replaceAll(names, "$1cdktn");
}

/** Compares two synths, ignoring the comments in which CDKTF describes itself. */
function differences(before: string, after: string): string {
  const [old, now] = [stacksIn(before), stacksIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((stack) => !isDeepStrictEqual(old.get(stack), now.get(stack)))
    .map((stack) => `${stack}: another cdk.tf.json`)
    .join("\n");
}

function stacksIn(outdir: string): ReadonlyMap<string, StackConfig> {
  const stacks = path.join(outdir, "stacks");
  const read = (stack: string) => fs.readFileSync(path.join(stacks, stack, "cdk.tf.json"), "utf8");
  return new Map(fs.readdirSync(stacks).map((stack) => [stack, readStackConfig(read(stack))]));
}

/** Runs Node.js. @returns its output if it fails */
function run(cwd: string, args: readonly string[], outdir?: string): string {
  const env = Object.entries(process.env).filter(([name]) => !/^(CDKTF_|SYNTH_|npm_)/.test(name));
  const { status, output } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...Object.fromEntries(env), ...(outdir === undefined ? {} : { CDKTF_OUTDIR: outdir }) },
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? "" : `${output.join("")}\nexit code ${String(status)}`;
}

if (require.main === module) {
  // npm's own script, because only a shell can start `npm` on Windows.
  const npm = process.env["npm_execpath"] ?? "";
  process.exitCode = main(process.argv.slice(2), path.resolve(__dirname, "../.."), npm, processStreams);
}
