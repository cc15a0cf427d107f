import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { summarizePlan } from "@pipelines/plan-review/plan-summary";
import { clientsOf } from "@pipelines/testing/clients";
import { Life } from "@pipelines/testing/life";
import { smallTreePlace, type SmallTree, writeSmallTree } from "@pipelines/testing/small-tree";
import { describeWithTerraform, withOneProvider } from "@pipelines/testing/terraform";
import { Deployment, withoutLifecycleRules } from "../deployment";

const { account, region } = smallTreePlace;

describeWithTerraform("Two trees that share a state", (terraform) => {
  let aws: LocalAws;
  const lives: Life[] = [];

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 8000 });
    for (const Bucket of ["named-states", "unnamed-states"]) {
      await clientsOf(aws, region, account).s3.send(new CreateBucketCommand({ Bucket }));
    }
  });
  afterAll(async () => {
    expect(aws.unknownCalls).toEqual([]);
    for (const { workspace } of lives) workspace.remove();
    await aws.close();
  });

  /** Creates a tree with one image, an initialized stack and a committed lock. */
  async function tree(image: string, bucket: string, project?: string) {
    const life = new Life(terraform, aws);
    lives.push(life);
    const { folder } = life.workspace;
    fs.rmSync(path.join(folder, "image-versions.lock"));
    const small: SmallTree = {
      environments: {
        test: `images: [image("${image}")], state: { s3: { bucket: "${bucket}", key: "images.tfstate" } }`,
      },
      images: { [image]: "" },
      ...(project !== undefined && { project: `name: "${project}"` }),
    };
    writeSmallTree(folder, small);
    await life.synth();
    for (const args of [
      ["init", "-q"],
      ["add", "image-versions.lock"],
      ["commit", "-q", "-m", "Begin"],
    ]) {
      spawnSync("git", ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", ...args], { cwd: folder });
    }
    const stack = life.workspace.stackFolder(project === undefined ? "test" : `${project}-test`);
    withoutLifecycleRules(stack);
    const target = { terraform, endpoint: aws.endpoint, account };
    const { code, output } = await new Deployment(stack, target).init();
    if (code !== 0) throw new Error(output);
    return {
      deployment: new Deployment(stack, await withOneProvider(target)),
      lock: path.join(folder, "image-versions.lock"),
    };
  }

  it("with two project names: the state records the first project, and the other tree's plan fails", async () => {
    const first = await tree("one", "named-states", "acme");
    expect((await first.deployment.apply()).errors).toEqual([]);
    expect((await first.deployment.terraform(["output", "-raw", "project"])).stdout).toBe("acme");
    expect(await first.deployment.isUnchanged()).toBe(true);
    const before = aws.remaining();

    const second = await tree("two", "named-states", "blue");
    const { code, output } = await second.deployment.terraform(["plan"]);
    expect(code).toBe(1);
    const words = output.replaceAll(/[│\s]+/g, " ");
    expect(words).toContain('This state was written by the project "acme", but this plan is for the project "blue".');
    expect(words).toContain("Two trees share one state: applying the plan would destroy what the other tree deployed.");
    expect((await second.deployment.apply()).errors.join()).toContain("precondition");
    expect(aws.remaining().map(({ name }) => name)).toEqual(before.map(({ name }) => name));

    // The first tree's plan and destroy still work as before.
    expect(await first.deployment.isUnchanged()).toBe(true);
    expect((await first.deployment.apply({ destroy: true })).errors).toEqual([]);
  });

  it("without project names: the plan review refuses to destroy what the other tree deployed", async () => {
    const summaryOf = async ({ deployment, lock }: Awaited<ReturnType<typeof tree>>) => {
      await deployment.terraform(["plan", "-out=plan.bin"]);
      return summarizePlan((await deployment.terraform(["show", "-json", "plan.bin"])).stdout, { stack: "test", lock });
    };
    const first = await tree("one", "unnamed-states");
    expect((await summaryOf(first)).markdown).not.toContain("Version conflict");
    expect((await first.deployment.apply()).errors).toEqual([]);
    expect((await summaryOf(first)).markdown).not.toContain("Version conflict");

    const { needsApproval, markdown } = await summaryOf(await tree("two", "unnamed-states"));
    expect(needsApproval).toBe(true);
    expect(markdown).toContain("⚠️ Version conflict");
    expect(markdown).toContain(
      "the state contains `test-one 1.0.0`, which no commit of this project's lock has assigned: two trees may share this state.",
    );
  });
});
