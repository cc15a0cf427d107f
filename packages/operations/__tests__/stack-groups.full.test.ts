import { spawn } from "node:child_process";
import * as path from "node:path";
import { CreateRepositoryCommand, DeleteRepositoryCommand } from "@aws-sdk/client-ecr";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import { environmentFor } from "@pipelines/terraform/terraform";
import { clientsOf } from "@pipelines/testing/clients";
import { projectCopy } from "@pipelines/testing/exporting";
import { smallTreePlace, writeSmallTree } from "@pipelines/testing/small-tree";
import { describeWithTerraform } from "@pipelines/testing/terraform";

describeWithTerraform("npm run diff, deploy and destroy of an environment with groups", (terraform) => {
  const tree = projectCopy();
  const { account, region } = smallTreePlace;
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws({ accountId: account, speed: 8_000 });
    const bucket = stateBucketName({ account, region, project: undefined });
    await clientsOf(aws, region, account).s3.send(new CreateBucketCommand({ Bucket: bucket }));
    writeSmallTree(tree, {
      environments: {
        dev: `images: [image("base")], groups: {
          web: { images: [image("web")] }, tools: { images: [image("tools")] }, shop: { images: [image("shop")] },
        }`,
      },
      images: {
        base: 'repository: "base", parentImage: "amazonlinux:2023"',
        web: 'repository: "web", parentImage: { image: "base" }',
        tools: 'repository: "tools", parentImage: { image: "base" }',
        shop: 'repository: "shop", parentImage: { image: "web" }',
      },
    });
    expect(await node("main.ts", "--without-history")).toMatchObject({ code: 0 });
    withoutLifecycleRules(path.join(tree, "cdktf.out/stacks/dev"));
  });
  afterAll(() => aws.close());

  async function node(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
    const child = spawn(process.execPath, ["--require", "./typescript.cjs", ...args], {
      cwd: tree,
      env: { ...environmentFor(terraform, aws.endpoint), CI: "", NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, output };
  }
  /** Runs the command, and returns its exit code and its output after CDKTF's own. */
  const run = async (command: string, ...args: readonly string[]) => {
    const more = ["--skip-synth", "--skip-provider-lock", ...(command === "diff" ? [] : ["--auto-approve"])];
    const { code, output } = await node("packages/operations/stack-cli.ts", command, ...args, ...more);
    return { code, output, summary: /^(done|failed|not begun) [^]*/m.exec(output)?.[0] ?? "" };
  };

  test("deploys in chain order, continues without failed stacks, and prints how to continue", async () => {
    const { ecr } = clientsOf(aws, region, account);
    await ecr.send(new CreateRepositoryCommand({ repositoryName: "web" }));
    expect(await run("deploy", "dev")).toMatchObject({
      code: 1,
      summary:
        "done       dev\ndone       dev-tools\nfailed     dev-web\nnot begun  dev-shop\n" +
        "To continue: npm run deploy -- dev-web dev-shop --auto-approve --parallelism=8 --skip-provider-lock --skip-synth\n",
    });
    await ecr.send(new DeleteRepositoryCommand({ repositoryName: "web" }));
    const { code, output, summary } = await run("deploy", "dev-web", "dev-shop");
    expect({ code, summary }).toEqual({ code: 0, summary: "done       dev-web\ndone       dev-shop\n" });
    expect(output.indexOf("dev-shop  Apply complete!")).toBeGreaterThan(output.indexOf("dev-web  Apply complete!"));
  });

  test("deploys one group, and shows what deploying everything would change", async () => {
    expect(await run("deploy", "dev-web")).toMatchObject({ code: 0, summary: "" });
    expect(await run("diff", "dev")).toMatchObject({
      code: 0,
      summary: ["dev", "dev-web", "dev-tools", "dev-shop"].map((name) => `done       ${name}: No changes.\n`).join(""),
    });
  });

  test("refuses to destroy stacks that others are built on, and destroys everything in reverse order", async () => {
    const refused = await run("destroy", "dev-web");
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(
      "  found:   dev-web without dev-shop, which would lose what they are built on\n" +
        "  allowed: stacks along with everything that depends on them; --ignore-missing-stack-dependencies if that is already destroyed\n" +
        "  fix:     write npm run destroy -- dev-web dev-shop\n",
    );
    expect(await run("destroy", "dev-shop")).toMatchObject({ code: 0, summary: "" });
    expect(await run("destroy", "dev-web", "--ignore-missing-stack-dependencies")).toMatchObject({ code: 0 });
    const { code, output } = await run("destroy", "dev");
    expect(code).toBe(0);
    expect(output.indexOf("dev  Destroy complete!")).toBeGreaterThan(output.indexOf("dev-tools  Destroy complete!"));
    expect(aws.remaining().filter(({ name }) => !name.startsWith("image-builder-state-"))).toEqual([]);
  });
});
