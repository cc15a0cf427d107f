import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { appWith } from "./app-with";
import { measure, type Measurement, type Subject } from "./measure";

/**
 * `npm run bench` measures whole processes: the app's synth compared with a lower bound (only loading the libraries)
 * and with CDKTF's usual start command (`npx ts-node main.ts`), the same app with a growing number of images, and the
 * commands that wait for Terraform. Prints Markdown tables like those in docs/benchmarks.md, next to the figures
 * recorded on that page.
 */
const root = path.resolve(__dirname, "../..");
const sizes = [1, 10, 100, 1000] as const;

const command = {
  name: "npm run bench",
  about:
    "Measures how much time and memory synths and commands take, and prints tables for docs/benchmarks.md. Takes minutes.",
  options: {},
};
const read = readCommandLine(command, process.argv.slice(2), process.env);
if ("help" in read) process.exit(printHelp(read));

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "bench-app-"));
void main().finally(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

async function main(): Promise<void> {
  console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}\n`);
  await startUp();
  await growth();
  await lock();
  commands();
}

async function startUp(): Promise<void> {
  const app = ["--require", "./typescript.cjs", "main.ts"];
  const [synth, floor, stock] = await measure(
    [
      {
        name: "`npm run synth`: node --require ./typescript.cjs main.ts",
        command: process.execPath,
        args: app,
        cwd: root,
      },
      {
        name: "floor: loading cdktf and the provider modules",
        command: process.execPath,
        args: [floorScript()],
        cwd: root,
      },
      { name: "stock: npx ts-node main.ts", command: "npx", args: ["ts-node", "main.ts"], cwd: root },
    ],
    7,
  );
  if (synth === undefined || floor === undefined || stock === undefined)
    throw new Error("some commands were not measured");
  table([synth, floor, stock], ["against the floor"], (one) => [ratio(one, floor)]);
  console.log(`\nsynth / floor = ${ratio(synth, floor)}, synth / stock = ${ratio(synth, stock)}\n`);
}

async function growth(): Promise<void> {
  const subjects = sizes.map((size): Subject => ({
    name: `${size} ${size === 1 ? "image" : "images"}`,
    command: process.execPath,
    args: ["--require", "./typescript.cjs", "main.ts"],
    cwd: appWith(size, temporary),
  }));
  const results = await measure(subjects, 7);
  const [base] = results;
  table(results, ["ms per additional image"], (one) => {
    const size = sizes[results.indexOf(one)] ?? 1;
    if (base === undefined || size === 1) return ["–"];
    return [(((one.seconds.median - base.seconds.median) * 1000) / (size - 1)).toFixed(2)];
  });
  const [, , hundred, thousand] = results;
  if (hundred !== undefined && thousand !== undefined)
    console.log(`\n1,000 / 100 images = ${ratio(thousand, hundred)}\n`);
}

/** Measures the cost of the version lock with 1,000 images, where it is highest. */
async function lock(): Promise<void> {
  const withLock = appWith(1000, temporary);
  const without = `${withLock}-without-lock`;
  fs.cpSync(withLock, without, { recursive: true, verbatimSymlinks: true });
  const opener = path.join(without, "stacks/synthesis/run.ts");
  const stub =
    '{ versionOf: () => "1.0.0", recipeHas: () => false, formerRepositories: () => [], returnedRepositories: () => [], moves: () => [], noLongerDefined: () => ({ environments: [], images: [], repositories: [] }), findings: () => [], write: () => {} }';
  const source = fs.readFileSync(opener, "utf8");
  const stubbedSource = source.replace(/VersionLock\.open\(.*\)/, stub);
  if (stubbedSource === source) throw new Error(`${opener} no longer opens a lock`);
  fs.writeFileSync(opener, stubbedSource);
  const args = ["--require", "./typescript.cjs", "main.ts"];
  const results = await measure(
    [
      { name: "1,000 images with the version lock", command: process.execPath, args, cwd: withLock },
      { name: "1,000 images, every version 1.0.0", command: process.execPath, args, cwd: without },
    ],
    7,
  );
  const [own, stubbed] = results;
  if (own === undefined || stubbed === undefined) throw new Error("some commands were not measured");
  table(results, ["against no lock"], (one) => [ratio(one, stubbed)]);
  console.log("");
}

/** Measures the commands that start Terraform: once each, because they take minutes. */
function commands(): void {
  console.log("| command | min:s | recorded |");
  console.log("|---|---:|---:|");
  for (const command of ["npm test", "npm run rehearse"]) {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(command, { cwd: root, encoding: "utf8", shell: true });
    if (status !== 0) throw new Error(`${command} exited with ${String(status)}:\n${stdout}${stderr}`);
    const seconds = Math.round((performance.now() - started) / 1000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    console.log(`| \`${command}\` | ${time} | ${recorded(`\`${command}\``)} |`);
  }
}

/** Returns the first figure that docs/benchmarks.md has for a row of these tables. */
function recorded(name: string): string {
  const rows = fs.readFileSync(path.join(root, "docs", "benchmarks.md"), "utf8").split("\n");
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  return cells.find(([, first]) => first === name)?.[2] ?? "–";
}

function table(rows: readonly Measurement[], extra: readonly string[], values: (row: Measurement) => string[]): void {
  console.log(`| whole process | median s | recorded | min–max s | MB | ${extra.join(" | ")} |`);
  console.log(`|---|---:|---:|---:|---:|${extra.map(() => "---:|").join("")}`);
  for (const row of rows) {
    const { median, min, max } = row.seconds;
    const range = `${min.toFixed(2)}–${max.toFixed(2)}`;
    const cells = [median.toFixed(2), recorded(row.name), range, row.megabytes.toFixed(0), ...values(row)];
    console.log(`| ${row.name} | ${cells.join(" | ")} |`);
  }
}

function ratio(a: Measurement, b: Measurement): string {
  return (a.seconds.median / b.seconds.median).toFixed(2);
}

/** Writes a module that only loads the packages that the app loads. */
function floorScript(): string {
  const packages = new Set<string>();
  for (const folder of ["constructs", "stacks"]) {
    for (const file of fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const source = fs.readFileSync(path.join(root, folder, file), "utf8");
      for (const [, name] of source.matchAll(/from "((?:@cdktf|cdktf|constructs)[^"]*)"/g)) packages.add(name ?? "");
    }
  }
  const script = path.join(temporary, "floor.cjs");
  const resolve = [...packages].map((name) => `require(${JSON.stringify(require.resolve(name, { paths: [root] }))});`);
  fs.writeFileSync(script, resolve.join("\n"));
  return script;
}

function machine(): string {
  const [cpu] = os.cpus();
  return `Node ${process.version}, ${os.platform()} ${os.arch()}, ${os.cpus().length} × ${cpu?.model.trim() ?? "?"}`;
}
