import { GetObjectCommand } from "@aws-sdk/client-s3";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { type Applied, Deployment, withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import { recoverLocally } from "@pipelines/rehearsal/local-recovery";
import type { Target } from "@pipelines/rehearsal/workspace";
import { inheritedEnvironment, type Terraform } from "@pipelines/terraform/terraform";
import { clientsOf } from "@pipelines/testing/clients";
import { Life } from "@pipelines/testing/life";
import { smallTreePlace, writeSmallTree } from "@pipelines/testing/small-tree";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import type { StateFile } from "../state-file";

const { account, region } = smallTreePlace;

const images = {
  base: 'repository: "base", parentImage: "amazonlinux:2023"',
  web: 'repository: "web", parentImage: { image: "base" }, instanceTypes: ["m5.large"]',
  shop: 'repository: "shop", parentImage: { image: "web" }',
};

/**
 * An environment `dev` with the chain base → web → shop. Its groups are edited and then deployed with the real
 * Terraform.
 */
export class GroupedLife {
  public readonly clients;
  public readonly copies = temporaryFolder();
  public environment: EnvironmentDescription | undefined;

  private constructor(
    public readonly aws: LocalAws,
    public readonly life: Life,
    public readonly target: Target,
    private readonly project: string,
  ) {
    this.clients = clientsOf(aws, region, account);
  }

  /** Deploys `dev` with all images. @param settings the images and groups in the environment */
  public static async start(terraform: Terraform, settings: string, project = ""): Promise<GroupedLife> {
    const aws = await startLocalAws({ speed: 8000 });
    const life = new Life(terraform, aws);
    fs.rmSync(path.join(life.workspace.folder, "image-versions.lock"));
    const grouped = new GroupedLife(aws, life, { terraform, endpoint: aws.endpoint, account }, project);
    grouped.write(settings);
    await life.synth();
    grouped.git("init", "-q");
    const deployment = await life.deployment(project === "" ? "dev" : `${project}-dev`);
    const own = new GroupedLife(aws, life, deployment.target, project);
    await own.define(settings);
    await own.deploy(own.environment?.environment ?? "");
    return own;
  }

  /** Edits the environment, and synthesizes and initializes its stacks. */
  public async define(settings: string): Promise<void> {
    this.write(settings);
    await this.life.synth();
    const { folder } = this.life.workspace;
    this.git("add", "image-versions.lock");
    this.git("commit", "-q", "-m", "Edit");
    const { stdout, stderr } = spawnSync(process.execPath, ["--require", "./typescript.cjs", "main.ts", "--describe"], {
      cwd: folder,
      env: { ...inheritedEnvironment(), CDKTF_OUTDIR: path.join(temporaryFolder(), "out") },
      encoding: "utf8",
    });
    const [environment] = JSON.parse(stdout || "[]") as EnvironmentDescription[];
    if (environment === undefined) throw new Error(stderr);
    this.environment = environment;
    // Needed only for the log bucket, which group stacks do not have.
    withoutLifecycleRules(this.deployment(environment.environment).folder);
    for (const stack of environment.stacks) {
      // A file next to the configuration stands in for HCP Terraform.
      const inHcpTerraform = this.life.workspace.config(environment.environment).inHcpTerraform;
      if (inHcpTerraform) this.life.workspace.keepStateInFile(stack);
      const { code, output } = await this.deployment(stack).terraform(["init", "-reconfigure"]);
      if (code !== 0) throw new Error(output);
    }
  }

  /** The bucket that contains all states. */
  public get bucket(): string {
    return this.life.workspace.config(this.environment?.environment ?? "").stateBucket ?? "";
  }

  public deployment(stack: string): Deployment {
    return new Deployment(this.life.workspace.stackFolder(stack), this.target);
  }

  public async deploy(stack: string): Promise<Applied> {
    const applied = await this.deployment(stack).apply();
    if (applied.errors.length > 0) throw new Error(applied.errors.join("\n"));
    return applied;
  }

  /** Returns the stacks whose plans are not empty. */
  public async changed(): Promise<string[]> {
    const found: string[] = [];
    for (const stack of this.environment?.stacks ?? []) {
      if (!(await this.deployment(stack).isUnchanged())) found.push(stack);
    }
    return found;
  }

  public move(...args: string[]) {
    return recoverLocally({ ...this.at(this.environment?.environment ?? ""), copies: this.copies }, args);
  }

  public recover(stack: string, ...args: string[]) {
    return recoverLocally(this.at(stack), args);
  }

  public async state(stack: string): Promise<StateFile | undefined> {
    try {
      const { Body } = await this.clients.s3.send(
        new GetObjectCommand({ Bucket: this.bucket, Key: `${stack}/terraform.tfstate` }),
      );
      return JSON.parse((await Body?.transformToString()) ?? "") as StateFile;
    } catch {
      return undefined;
    }
  }

  public async close(): Promise<void> {
    expect(this.aws.unknownCalls).toEqual([]);
    this.life.workspace.remove();
    await this.aws.close();
  }

  private at(stack: string) {
    const { target, aws, environment } = this;
    const folder = this.life.workspace.stackFolder(stack);
    return { stack, folder, target, aws, ...(environment && { environment }) };
  }

  private write(settings: string): void {
    const project = this.project === "" ? {} : { project: `name: "${this.project}"` };
    writeSmallTree(this.life.workspace.folder, { environments: { dev: settings }, images, ...project });
  }

  private git(...args: string[]): void {
    const own = ["-c", "user.name=Tests", "-c", "user.email=tests@example.com"];
    spawnSync("git", [...own, ...args], { cwd: this.life.workspace.folder });
  }
}
