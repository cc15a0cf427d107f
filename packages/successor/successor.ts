import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readCommandLine, printHelp } from "@pipelines/findings/command-line";
import { count } from "@pipelines/findings/text";
import { readStackConfig } from "@pipelines/permissions/stack-config";

const command = {
  name: "npm run successor",
  about: `Tries this project on CDK Terrain (cdktn), CDKTF's successor: copies the tree's files as git lists them, renames packages and
imports, installs cdktn and @cdktn/provider-aws, synthesizes, compares the stacks with CDKTF's, and runs the compiler
and the unit tests there. docs/successor.md explains when and how to move.`,
  options: { keep: { type: "boolean", help: "keep the copy, and print its path" } },
} as const;

/** CDKTF's packages and their replacements. docs/successor.md lists the versions that were tried. */
const packages = {
  cdktf: { name: "cdktn", version: "0.24.0" },
  "@cdktf/provider-aws": { name: "@cdktn/provider-aws", version: "25.7.0" },
} as const;

const jest = ["node_modules/jest/bin/jest.js", "--config", "jest.quick.config.js"];

/** Leaves out tests that need Terraform, and tests of CDKTF's own CLI. */
const unitTests = [
  ...["constructs", "stacks"].map((name) => `__tests__/${name}/`),
  ...["findings", "image-checks", "image-definition", "permissions", "version-lock"].map((name) => `packages/${name}/`),
];

const root = path.resolve(__dirname, "../..");
process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "successor-"));
  try {
    const files = renameIn(copy);
    step(`Copied the tree and renamed the imports in ${count(files, "file")}`);
    return tryIn(copy);
  } finally {
    if (read.values.keep === true) step(`The copy is ${copy}`);
    else fs.rmSync(copy, { recursive: true, force: true });
  }
}

/** @returns the exit code */
function tryIn(copy: string): number {
  const outdir = (name: string): string => path.join(copy, name);
  // The copy has no git history.
  const synth = ["--require", "./typescript.cjs", "main.ts", "--frozen", "--without-history"];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const steps: readonly (readonly [string, () => boolean])[] = [
    ["Install the successor", () => run(copy, npm, ["install", "--no-audit", "--no-fund", "--no-package-lock"])],
    ["Synthesize with CDKTF", () => run(root, process.execPath, synth, outdir("cdktf.before"))],
    ["Synthesize with its successor", () => run(copy, process.execPath, synth, outdir("cdktf.after"))],
    ["Compare the stacks", () => sameStacks(outdir("cdktf.before"), outdir("cdktf.after"))],
    ["Type-check", () => run(copy, process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit"])],
    ["Run the unit tests", () => run(copy, process.execPath, [...jest, ...unitTests])],
  ];
  for (const [title, work] of steps) {
    step(title);
    if (work()) continue;
    process.stderr.write(`${title}: failed. docs/successor.md explains what that means.\n`);
    return 1;
  }
  step("The project runs on the successor.");
  return 0;
}

/** Copies tracked and untracked files from the tree. @returns the number of files whose imports were renamed */
function renameIn(copy: string): number {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
  let renamed = 0;
  for (const file of listed.stdout.split("\n").filter((name) => name !== "" && name !== "package-lock.json")) {
    const to = path.join(copy, file);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    try {
      fs.cpSync(path.join(root, file), to);
    } catch {
      // Deleted in the tree, but not yet in git.
      continue;
    }
    if (path.basename(file) === "package.json") {
      fs.writeFileSync(to, JSON.stringify(renameDependencies(fs.readFileSync(to, "utf8")), null, 2));
    }
    if (!/\.(ts|mjs|cjs)$/.test(file)) continue;
    const text = fs.readFileSync(to, "utf8");
    const other = rename(text);
    if (other === text) continue;
    fs.writeFileSync(to, other);
    renamed++;
  }
  return renamed;
}

/** Renames packages wherever module names occur, including subpaths such as `@cdktf/provider-aws/lib/…`. */
function rename(text: string): string {
  return Object.entries(packages).reduce(
    (result, [from, { name }]) =>
      result.replaceAll(
        new RegExp(`((?:from|import|require(?:\\.resolve)?\\() ?["'])${from}(?=["'/])`, "g"),
        `$1${name}`,
      ),
    text,
  );
}

/**
 * CDKTF's command line is removed as well: nothing here needs it, and the successor's command line requires a newer
 * Node.js.
 */
function renameDependencies(text: string): object {
  const manifest = JSON.parse(text) as {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  const renamed = (all: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([name]) => name !== "cdktf-cli")
        .map(([name, version]) => {
          const other = name in packages ? packages[name as keyof typeof packages] : { name, version };
          return [other.name, other.version];
        }),
    );
  return {
    ...manifest,
    dependencies: renamed(manifest.dependencies),
    devDependencies: renamed(manifest.devDependencies),
  };
}

/** Reports whether two synths are equal, ignoring the comments in which CDKTF describes itself. */
function sameStacks(before: string, after: string): boolean {
  const stacksIn = (folder: string): string[] => {
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, "manifest.json"), "utf8")) as {
      readonly stacks: object;
    };
    return Object.keys(manifest.stacks);
  };
  const read = (folder: string, stack: string) =>
    readStackConfig(fs.readFileSync(path.join(folder, "stacks", stack, "cdk.tf.json"), "utf8"));
  const names = stacksIn(before);
  if (!isDeepStrictEqual(names, stacksIn(after))) {
    process.stderr.write(`other stacks: ${stacksIn(after).join(", ")} instead of ${names.join(", ")}\n`);
    return false;
  }
  const different = names.filter((name) => !isDeepStrictEqual(read(before, name), read(after, name)));
  for (const name of different) process.stderr.write(`${name}: another cdk.tf.json\n`);
  if (different.length === 0) process.stdout.write(`  the same: ${names.join(", ")}\n`);
  return different.length === 0;
}

/** Runs a command, and shows its output if it fails. @returns whether it succeeded */
function run(cwd: string, command: string, args: readonly string[], outdir?: string): boolean {
  const env = Object.entries(process.env).filter(([name]) => !/^(CDKTF_|SYNTH_|npm_)/.test(name));
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...Object.fromEntries(env), ...(outdir === undefined ? {} : { CDKTF_OUTDIR: outdir }) },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (status !== 0) process.stderr.write(`${error?.message ?? ""}${stdout}${stderr}\n`);
  return status === 0;
}

function step(title: string): void {
  process.stdout.write(`${title}\n`);
}
