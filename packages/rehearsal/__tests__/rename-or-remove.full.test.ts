import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
} from "@aws-sdk/client-s3";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { type Clients, clientsOf } from "@pipelines/testing/clients";
import { Life } from "@pipelines/testing/life";
import { type SmallTree, smallTreePlace, writeSmallTree } from "@pipelines/testing/small-tree";
import { describeWithTerraform, withOneProvider } from "@pipelines/testing/terraform";
import type { Terraform } from "@pipelines/terraform/terraform";
import { Deployment, withoutLifecycleRules } from "../deployment";

const { account, region } = smallTreePlace;
const accountStack = `state-${account}-${region}`;
const stateBucket = `image-builder-${accountStack}`;

/** A copy of the project, and what it has deployed. */
class Tree {
  public readonly clients: Clients;
  private readonly life: Life;
  private target: Deployment["target"] | undefined;

  public constructor(
    private readonly terraform: Terraform,
    public readonly aws: LocalAws,
  ) {
    this.life = new Life(terraform, aws);
    this.clients = clientsOf(aws, region, account);
    fs.rmSync(this.at("image-versions.lock"));
  }

  public at(file: string): string {
    return path.join(this.life.workspace.folder, file);
  }

  /** Synthesizes the copy in its current form. @returns the synth's output */
  public async synth(tree: SmallTree): Promise<string> {
    writeSmallTree(this.life.workspace.folder, tree);
    return this.life.synth();
  }

  public async deploy(stack: string): Promise<void> {
    const { errors } = await (await this.deployment(stack)).apply();
    expect(errors).toEqual([]);
  }

  public async destroy(stack: string): Promise<readonly string[]> {
    return (await (await this.deployment(stack)).apply({ destroy: true })).errors;
  }

  /** Returns everything that exists, except states and logs. */
  public existing(): string[] {
    return this.aws
      .remaining()
      .map((each) => (each.service === "ecr" && each.kind === "image" ? { ...each, kind: "pushed image" } : each))
      .filter(({ kind }) => ["repository", "pushed image", "image pipeline", "bucket"].includes(kind))
      .map(({ kind, name, version = "" }) => `${kind} ${name} ${version}`.trimEnd())
      .filter((each) => !each.startsWith("bucket ") || each === `bucket ${stateBucket}`)
      .sort();
  }

  public remove(): void {
    this.life.workspace.remove();
  }

  private async deployment(stack: string): Promise<Deployment> {
    const folder = this.life.workspace.stackFolder(stack);
    withoutLifecycleRules(folder);
    const bare = { terraform: this.terraform, endpoint: this.aws.endpoint, account };
    if (this.target === undefined && stack !== accountStack) {
      await this.clients.s3.send(new CreateBucketCommand({ Bucket: stateBucket }));
    }
    this.target ??= await withOneProvider(bare);
    if (stack === accountStack) this.life.workspace.keepStateInFile(stack);
    const { code, output } = await new Deployment(folder, bare).init();
    if (code !== 0) throw new Error(output);
    return new Deployment(folder, this.target);
  }
}

const images = { one: "", two: "" };

describeWithTerraform("docs/rename-or-remove.md", (terraform) => {
  let aws: LocalAws;
  let tree: Tree;
  beforeEach(async () => {
    aws = await startLocalAws({ speed: 8000 });
    tree = new Tree(terraform, aws);
  });
  afterEach(async () => {
    expect(aws.unknownCalls).toEqual([]);
    tree.remove();
    await aws.close();
  });

  const pipelines = () => tree.existing().filter((each) => each.startsWith("image pipeline"));
  const repositories = () => tree.existing().filter((each) => each.startsWith("repository"));
  const pushed = () => tree.existing().filter((each) => each.startsWith("pushed image"));

  it("removes an image with its repository, and the lock keeps its version number", async () => {
    await tree.synth({ environments: { test: 'images: [image("one"), image("two")]' }, images });
    await tree.deploy("test");
    expect(repositories()).toEqual(["repository one", "repository two"]);
    const output = await tree.synth({ environments: { test: 'images: [image("one")]' }, images: { one: "" } });
    expect(output).toContain(
      "test: the next deploy deletes everything that builds two\n" +
        "test: the next deploy deletes the repository two and every image in it.\n",
    );
    expect(fs.readFileSync(tree.at("image-versions.lock"), "utf8")).toContain("repository test/two two deleted\n");
    expect(fs.readFileSync(tree.at("image-versions.lock"), "utf8")).toContain("recipe test/two 1.0.0 removed\n");
    await tree.deploy("test");
    expect([repositories(), pipelines().length]).toEqual([["repository one"], 1]);
  });

  it("leaves a removed image's repository in place if the environment protects it", async () => {
    const protects = "deletionProtection: true";
    await tree.synth({ environments: { test: `images: [image("one"), image("two")], ${protects}` }, images });
    await tree.deploy("test");
    const before = pushed();
    const output = await tree.synth({ environments: { test: `images: [image("one")], ${protects}` }, images });
    expect(output).toContain("test: the repository two stays in AWS with its images; nothing pushes to it anymore\n");
    expect(fs.readFileSync(tree.at("image-versions.lock"), "utf8")).toContain("repository test/two two left\n");
    await tree.deploy("test");
    expect([repositories(), pushed(), pipelines().length]).toEqual([["repository one", "repository two"], before, 1]);
  });

  it("renames an image but keeps its repository, with every build in it", async () => {
    await tree.synth({ environments: { test: 'images: [image("one")]' }, images: { one: "" } });
    await tree.deploy("test");
    const before = pushed();
    await tree.synth({ environments: { test: 'images: [image("uno")]' }, images: { uno: 'repository: "one"' } });
    await tree.deploy("test");
    expect(repositories()).toEqual(["repository one"]);
    expect(pipelines()).toEqual([expect.stringContaining("image pipeline test-uno") as string]);
    expect(before.length).toBeGreaterThan(0);
    expect(pushed().length).toBeGreaterThan(before.length);
  });

  it("gives an image a different repository, and the same deploy pushes to it", async () => {
    const environments = { test: 'images: [image("one")]' };
    await tree.synth({ environments, images: { one: "" } });
    await tree.deploy("test");
    const output = await tree.synth({ environments, images: { one: 'repository: "team/one"' } });
    expect(output).toContain("test: the next deploy deletes the repository one and every image in it.\n");
    await tree.deploy("test");
    expect(repositories()).toEqual(["repository team/one"]);
    expect(pushed()).toEqual([expect.stringContaining("pushed image team/one ") as string]);
  });

  it("removes an environment by destroying it, even after its class was deleted", async () => {
    const environments = { other: 'images: [image("one")], repositoryPrefix: "other"' };
    const both = { test: 'images: [image("one")]', ...environments };
    await tree.synth({ environments: both, images: { one: "" } });
    await tree.deploy("test");
    const lock = fs.readFileSync(tree.at("image-versions.lock"), "utf8");
    const output = await tree.synth({ environments, images: { one: "" } });
    expect(output).toContain("test is no longer defined: whatever it deployed stays in AWS");
    expect(output).toContain("npm run destroy -- test, and remove it again");
    expect(fs.existsSync(tree.at("cdktf.out/stacks/test"))).toBe(false);
    expect(fs.readFileSync(tree.at("image-versions.lock"), "utf8")).toContain("repository test/one one left\n");
    expect(repositories()).toEqual(["repository one"]);
    // As restored by `git checkout <commit> -- main.ts stacks/test-stack.ts image-versions.lock`.
    fs.writeFileSync(tree.at("image-versions.lock"), lock);
    await tree.synth({ environments: both, images: { one: "" } });
    expect(await tree.destroy("test")).toEqual([]);
    await tree.synth({ environments, images: { one: "" } });
    expect(tree.existing()).toEqual([`bucket ${stateBucket}`]);
  });

  it("renames an environment: the old and the new one exist for a while, then the old one is destroyed", async () => {
    const old = { test: 'images: [image("one")]' };
    const renamed = { stage: 'images: [image("one")], repositoryPrefix: "stage"' };
    await tree.synth({ environments: old, images: { one: "" } });
    await tree.deploy("test");
    await tree.synth({ environments: { ...old, ...renamed }, images: { one: "" } });
    await tree.deploy("stage");
    expect(repositories()).toEqual(["repository one", "repository stage/one"]);
    expect(await tree.destroy("test")).toEqual([]);
    await tree.synth({ environments: renamed, images: { one: "" } });
    expect(repositories()).toEqual(["repository stage/one"]);
  });

  it("gives up an account, but no command deletes its state bucket", async () => {
    const old = { test: 'images: [image("one")]' };
    await tree.synth({ environments: old, images: { one: "" } });
    await tree.deploy(accountStack);
    await tree.deploy("test");
    expect(await tree.destroy("test")).toEqual([]);
    expect(await tree.destroy(accountStack)).toEqual([
      expect.stringContaining("Instance cannot be destroyed") as string,
    ]);
    const moved = { stage: 'images: [image("one")], account: "210987654321"' };
    const output = await tree.synth({ environments: moved, images: { one: "" } });
    expect(output).toContain(`${accountStack} is no longer defined: its state bucket and roles stay in AWS`);
    // Does what the user would do in the console.
    const { s3 } = tree.clients;
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: stateBucket }));
    for (const { Key, VersionId } of [...Versions, ...DeleteMarkers]) {
      await s3.send(new DeleteObjectCommand({ Bucket: stateBucket, Key, VersionId }));
    }
    await s3.send(new DeleteBucketCommand({ Bucket: stateBucket }));
    expect(tree.existing()).toEqual([]);
  });
});
