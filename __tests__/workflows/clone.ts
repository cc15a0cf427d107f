import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { copyProject, useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { type Ended, run } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { root } from "./workflow";

/** A checkout of this project with the fixture app, its packages installed, and its own history. */
export class Clone {
  public readonly folder = path.join(temporaryFolder(), "checkout");

  /** `env`: set for everything that runs in it. */
  public constructor(private readonly env: Readonly<Record<string, string>>) {
    copyProject(root, this.folder, "__tests__");
    useFixtureApp(this.folder);
    this.git("init", "--quiet", "--initial-branch=main");
    this.commit("Begin");
  }

  public commit(message: string): void {
    this.git("add", "--all");
    this.git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", message);
  }

  public write(file: string, text: string): void {
    fs.writeFileSync(path.join(this.folder, file), text);
  }

  /** Locks the provider that the tests use, the way `npm run lock-provider` locks the newest. */
  public async lockProvider(): Promise<void> {
    const folder = temporaryFolder();
    const required_providers = { aws: { source: "hashicorp/aws" } };
    fs.writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers } }));
    const { code, output } = await run("terraform", ["init"], { cwd: folder, env: this.env });
    if (code !== 0) throw new Error(output);
    this.write(".terraform.lock.hcl", fs.readFileSync(path.join(folder, ".terraform.lock.hcl"), "utf8"));
  }

  /** The content of a file, or undefined if it does not exist. */
  public read(file: string): string | undefined {
    const whole = path.join(this.folder, file);
    return fs.existsSync(whole) ? fs.readFileSync(whole, "utf8") : undefined;
  }

  /** Runs the command of a workflow step, as GitHub does. */
  public step(script: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd: this.folder,
      env: { ...this.env, ...env },
    });
  }

  private git(...args: readonly string[]): void {
    const { status, stderr } = spawnSync("git", args, { cwd: this.folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  }
}
