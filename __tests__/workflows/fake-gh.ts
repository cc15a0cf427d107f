import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/stack";
import { root } from "./workflow";

/** What the fake was asked for. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
}

/**
 * The `gh` that scripts find: answers what the test laid down, and evaluates `--jq` with the real jq, which has the
 * language in common with it.
 */
const program = `#!${process.execPath}
const fs = require("node:fs"), path = require("node:path"), { execFileSync } = require("node:child_process");
const [command, ...args] = process.argv.slice(2);
const home = process.env.FAKE_GH;
const option = (name) => { const at = args.indexOf(name); return at < 0 ? undefined : args[at + 1]; };
if (command === "run") {
  const from = path.join(home, "artifacts", args[1], option("--name"));
  if (!fs.existsSync(from)) process.exit(1);
  fs.cpSync(from, option("--dir"), { recursive: true });
  process.exit(0);
}
const method = option("--method") ?? "GET";
const url = args.find((arg) => arg.startsWith("repos/"));
const file = option("--field")?.replace(/^body=@/, "");
const body = file === undefined ? undefined : fs.readFileSync(file, "utf8");
fs.appendFileSync(path.join(home, "asked"), JSON.stringify({ method, path: url, body }) + "\\n");
const answers = JSON.parse(fs.readFileSync(path.join(home, "answers.json"), "utf8"));
const answer = answers[method + " " + url];
if (answer === undefined) { process.stderr.write("HTTP 404 " + url + "\\n"); process.exit(1); }
const jq = option("--jq");
const text = JSON.stringify(answer);
if (!args.includes("--silent")) process.stdout.write(jq === undefined ? text : execFileSync("jq", ["-r", jq], { input: text }));
`;

export function hasJq(): boolean {
  return spawnSync("jq", ["--version"]).status === 0;
}

/** GitHub as the scripts of the workflows see it. */
export class FakeGitHub {
  public readonly home = temporaryFolder();
  private readonly bin = path.join(this.home, "bin");

  /** `answers`: JSON by method and path, such as `GET repos/o/r/issues/1/comments`. All else is a 404. */
  public constructor(answers: Readonly<Record<string, unknown>> = {}) {
    fs.mkdirSync(this.bin);
    fs.writeFileSync(path.join(this.bin, "gh"), program, { mode: 0o755 });
    fs.writeFileSync(path.join(this.home, "answers.json"), JSON.stringify(answers));
    fs.writeFileSync(path.join(this.home, "asked"), "");
  }

  public artifact(run: number, name: string, files: Readonly<Record<string, string>>): void {
    writeFiles(path.join(this.home, "artifacts", String(run), name), files);
  }

  /** Everything that was asked, in order. */
  public get asked(): Asked[] {
    const lines = fs.readFileSync(path.join(this.home, "asked"), "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Asked);
  }

  /** Runs a script of the workflows. */
  public run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const { status, stdout, stderr } = spawnSync("bash", [path.join(root, ".github", "scripts", script), ...args], {
      cwd: this.home,
      encoding: "utf8",
      env: {
        ...process.env,
        PATH: `${this.bin}${path.delimiter}${process.env["PATH"] ?? ""}`,
        FAKE_GH: this.home,
        GH_TOKEN: "none",
        REPOSITORY: "o/r",
        PULL_REQUEST: "7",
        ...env,
      },
    });
    return { status, stdout, stderr };
  }
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
}
