import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { main } from "@pipelines/plan-review/github/review-cli";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { answerGh } from "./gh-answers";
import { root } from "./workflow";

/** The requests that the fake received. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
}

/** The `gh` on the scripts' PATH. */
const program = `#!/bin/sh
exec "${process.execPath}" --require "${root}/typescript.cjs" "${root}/__tests__/workflows/gh-answers.ts" "$@"
`;

export function hasJq(): boolean {
  return spawnSync("jq", ["--version"]).status === 0;
}

/** GitHub as the workflow scripts see it. */
export class FakeGitHub {
  public readonly home = temporaryFolder();
  private readonly bin = path.join(this.home, "bin");

  /**
   * `answers`: JSON by method and path, such as `GET repos/o/r/issues/1/comments`. A missing answer is a 404, and null
   * is a 500.
   */
  public constructor(private readonly answers: Readonly<Record<string, unknown>> = {}) {
    fs.mkdirSync(this.bin);
    fs.writeFileSync(path.join(this.bin, "gh"), program, { mode: 0o755 });
    this.answer({});
    fs.writeFileSync(path.join(this.home, "asked"), "");
  }

  /** Adds answers, or replaces them. */
  public answer(answers: Readonly<Record<string, unknown>>): void {
    Object.assign(this.answers, answers);
    fs.writeFileSync(path.join(this.home, "answers.json"), JSON.stringify(this.answers));
  }

  public artifact(run: number, name: string, files: Readonly<Record<string, string>>): void {
    writeFiles(path.join(this.home, "artifacts", String(run), name), files);
  }

  /** All requests, in order. */
  public get asked(): Asked[] {
    const lines = fs.readFileSync(path.join(this.home, "asked"), "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Asked);
  }

  /** The environment variables that let processes find this fake, as in a workflow. */
  public get env(): Record<string, string> {
    return {
      PATH: `${this.bin}${path.delimiter}${process.env["PATH"] ?? ""}`,
      FAKE_GH: this.home,
      GH_TOKEN: "none",
      REPOSITORY: "o/r",
      BRANCH: "main",
      RUN_URL: "https://github.com/o/r/actions/runs/1",
    };
  }

  /** Runs a workflow script. */
  public run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    return this.spawn("bash", [path.join(root, ".github", "scripts", script), ...args], { PULL_REQUEST: "7", ...env });
  }

  /** Runs a workflow command. */
  public command(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    let [stdout, stderr] = ["", ""];
    const status = main(args, {
      env: { ...this.env, ...env },
      gh: (given) => answerGh(this.home, given),
      out: (text) => (stdout += text),
      err: (text) => (stderr += text),
    });
    return { status, stdout, stderr };
  }

  private spawn(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.home,
      encoding: "utf8",
      env: { ...process.env, ...this.env, ...env },
    });
    return { status, stdout, stderr };
  }
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
}
