import * as fs from "node:fs";
import * as path from "node:path";
import type { LocalAws } from "@pipelines/local-aws/local-aws";
import { Deployment } from "../deployment";
import { accounts } from "@pipelines/testing/fixture-app";
import { deployedDev } from "@pipelines/testing/deployed";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import type { Life } from "@pipelines/testing/life";

describeWithTerraform("A deploy of dev", (terraform) => {
  let aws: LocalAws;
  let life: Life;
  let dev: Deployment;
  let synth: () => Promise<void>;
  const tmp = temporaryFolder();

  const edit = (text: string) => {
    life.workspace.edit("images/hello-world/hello-world.yaml", (before) => `${before}# ${text}\n`);
  };
  const versions = (kind: string) => life.remaining().filter((row) => row.startsWith(`imagebuilder ${kind} dev-hello`));

  beforeAll(async () => {
    ({ aws, life, dev, synth } = await deployedDev(terraform, { speed: 8000 }));
  });
  afterAll(async () => {
    life.workspace.remove();
    await aws.close();
  });

  it("plans nothing if nothing was edited", async () => {
    expect(await dev.isUnchanged()).toBe(true);
  });

  it("while another one is running fails because of the lock, and nothing is lost", async () => {
    edit("two at once");
    await synth();
    const folder = path.join(tmp, "second");
    fs.cpSync(dev.folder, folder, { recursive: true, verbatimSymlinks: true });
    const target = { terraform, endpoint: aws.endpoint, account: accounts.dev };
    const second = new Deployment(folder, target);
    let errors: readonly string[] = [];
    aws.faults = ({ operation }) =>
      operation === "CreateComponent" && errors.length === 0
        ? { kind: "hook", when: "before", run: async () => void (errors = (await second.apply()).errors) }
        : undefined;
    const first = await dev.apply();
    aws.faults = undefined;
    expect(errors.join("\n")).toMatch(/Error acquiring the state lock[^]*PreconditionFailed[^]*Who: +\S+@/);
    expect(first.errors).toEqual([]);
    expect(versions("component")).toEqual([
      expect.stringMatching(/^imagebuilder component dev-hello-world-hello-world 1\.0\.1\d{4}\/1$/),
    ]);
    expect([await second.isUnchanged(), await dev.isUnchanged()]).toEqual([true, true]);
  });

  it("reports why a build failed and keeps its log; the deploy of a fix succeeds", async () => {
    aws.failBuilds = { "dev-hello-world": "Step HelloWorldStep failed: exit status 1" };
    edit("does not build");
    await synth();
    const failed = await dev.apply();
    expect(failed.code).toBe(1);
    expect(failed.errors.join("\n")).toMatch(
      /image\/dev-hello-world\/1\.0\.2\d{4}\/1[^]*unexpected state 'FAILED'[^]*Step HelloWorldStep failed: exit status 1/,
    );
    expect(life.remaining().join("\n")).toMatch(
      /s3 object \S+\/imagebuilder-dev\/dev-hello-world\/1\.0\.2\d{4}\/1\/console\.log/,
    );
    aws.failBuilds = {};
    edit("builds");
    await synth();
    expect((await dev.apply()).errors).toEqual([]);
    expect(versions("image").join("\n")).toMatch(/^imagebuilder image dev-hello-world 1\.0\.3\d{4}\/1$/m);
    expect(versions("image").join("\n")).not.toMatch(/^imagebuilder image dev-hello-world 1\.0\.2\d{4}\/1$/m);
    expect(versions("container recipe")).toEqual([
      expect.stringMatching(/^imagebuilder container recipe dev-hello-world 1\.0\.3\d{4}$/),
    ]);
    expect(await dev.isUnchanged()).toBe(true);
  });
});
