import * as fs from "node:fs";
import * as path from "node:path";
import type { DeployableAccount } from "@pipelines/plan-review/deployable-stacks";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { environmentFor } from "@pipelines/terraform/terraform";
import { accounts, region } from "@pipelines/testing/fixture-app";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { Clone } from "./clone";

describeWithTerraform("the workflow steps in a checkout, with real Terraform", (terraform) => {
  let aws: LocalAws;
  let clone: Clone;
  const prod = { AWS_ACCESS_KEY_ID: accounts.prod };

  /** The text of a file that a script left, without the final newline. */
  const left = (file: string) => clone.read(file)?.trimEnd();

  beforeAll(async () => {
    aws = await startLocalAws({ accountId: accounts.dev, speed: 5_000 });
    for (const account of [accounts.dev, accounts.prod]) await makeStateBucket(aws.endpoint, account);
    clone = new Clone({ ...environmentFor(terraform, aws.endpoint), GITHUB_STEP_SUMMARY: "" });
    await clone.lockProvider();
    clone.commit("Lock the provider");
  });
  afterAll(() => aws.close());

  /** Writes an environment's class the way a user would, with one image. */
  const settings = (environment: "dev" | "prod", more: string, overrides = "{}") => {
    const name = environment === "dev" ? "DevStack" : "ProdStack";
    clone.write(
      `stacks/${environment}-stack.ts`,
      `import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { accounts, region } from "./accounts";
import { EnvironmentStack } from "./environment/environment-stack";

export class ${name} extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    const images = [image("hello-world", ${overrides})];
    super(app, versions, { environment: "${environment}", account: accounts.${environment}, region, images, ${more} });
  }
}
`,
    );
  };
  const synthesize = async () => {
    const ended = await clone.step("npm run synth", { CI: "" });
    expect(ended).toMatchObject({ code: 0 });
  };
  const plan = (stack: string, folder: string, env: Record<string, string> = {}) =>
    clone.step(`.github/scripts/plan.sh "$STACK" "cdktf.out/stacks/$STACK" ${folder}`, { STACK: stack, ...env });
  const agree = (env: Record<string, string>) =>
    clone.step('.github/scripts/agree.sh "$STACK" "cdktf.out/stacks/$STACK" plan reviewed', {
      STACK: "dev",
      VERDICT: "planned",
      REVIEWERS: "none",
      ...env,
    });
  const apply = (folder: string) => clone.step(`.github/scripts/apply.sh "$STACK" ${folder}`, { STACK: "dev" });

  test("the stacks in the manifest whose state is in S3 form the matrix", async () => {
    expect(await clone.step("npm run synth -- --frozen")).toMatchObject({ code: 0 });
    const output = path.join(clone.folder, "output");
    const list =
      'node --require ./typescript.cjs packages/plan-review/deployable-stacks-cli.ts cdktf.out --base cdktf.out --out judged --deploy --all ${ONLY:+--only "$ONLY"} >>"$GITHUB_OUTPUT"';
    const ended = await clone.step(list, { GITHUB_OUTPUT: output, ONLY: "" });
    expect(ended).toMatchObject({ code: 0, output: "" });
    const [stacks = "", accountsLine = ""] = fs.readFileSync(output, "utf8").split("\n");
    const groups = JSON.parse(accountsLine.replace(/^accounts=/, "")) as DeployableAccount[];
    expect(groups.flatMap((one) => one.environments.map(({ environment }) => environment)).sort()).toEqual([
      "dev",
      "prod",
      "staging",
    ]);
    expect(JSON.parse(stacks.replace(/^stacks=/, ""))).toEqual(
      (["dev", "prod", "staging"] as const).map((stack) => ({
        stack,
        account: accounts[stack],
        region,
        partition: "aws",
        reviewers: expect.stringMatching(/^(environment|none)$/) as string,
        verdict: "planned",
      })),
    );
    const unknown = await clone.step(list, { GITHUB_OUTPUT: output, ONLY: "porduction" });
    expect(unknown).toMatchObject({
      code: 1,
      output: 'deployable-stacks: there is no environment "porduction"; there are dev, prod, staging\n',
    });
  });

  test("a plan leaves its summary and everything that an apply needs, but no JSON", async () => {
    settings("dev", "buildOnDeploy: true");
    await synthesize();
    expect(await plan("dev", "plan")).toMatchObject({ code: 0 });
    expect(fs.readdirSync(path.join(clone.folder, "plan")).sort()).toEqual([
      ".terraform.lock.hcl",
      "cdk.tf.json",
      "does",
      "limits",
      "made-at",
      "outcome",
      "plan.tfplan",
      "summary.md",
    ]);
    // An environment's first deploy needs approval.
    expect(left("plan/outcome")).toBe("approval");
    expect(left("plan/limits")).toMatch(/^minutes=\d+\nsession-seconds=\d+\nparallelism=10$/);
    expect(left("plan/summary.md")).toMatch(
      /^⚠️ dev: \*\*approval is needed in \d+ places\*\*, 1 new image, 1 image will be built \(about 20 minutes\), \d+ resources are created, nothing is deleted\.\n/,
    );
  });

  test("the reviewed plan is accepted and applied, and then there is nothing left to do", async () => {
    expect(
      await clone.step(
        "mkdir -p reviewed && cp -R plan reviewed/plan && echo 7 > reviewed/pull-request && echo bob > reviewed/approved && cp -R plan first",
      ),
    ).toMatchObject({ code: 0 });
    const agreed = await agree({ EVENT: "push" });
    expect(agreed).toMatchObject({
      code: 0,
      output: "dev: this plan does exactly what was reviewed in #7 and approved by bob.\n",
    });

    const applied = await apply("plan");
    expect(applied.output).toContain("Apply complete!");
    expect(applied.code).toBe(0);

    expect(await plan("dev", "plan")).toMatchObject({ code: 0 });
    expect(left("plan/outcome")).toBe("unchanged");
    expect(left("plan/summary.md")).toMatch(/^dev: no changes\./);
    expect((await agree({ EVENT: "push" })).output).toBe("dev: there is nothing to apply.\n");
  });

  test("an update of the locked provider is routine", async () => {
    const lock = left(".terraform.lock.hcl") ?? "";
    const [, version = ""] = /version += "([^"]+)"/.exec(lock) ?? [];
    clone.write(".terraform.lock.hcl", lock.replace(version, "5.0.0"));
    clone.commit("Lock an earlier provider");
    clone.write(".terraform.lock.hcl", lock);
    clone.commit("Update the provider");
    expect(await plan("dev", "plan")).toMatchObject({ code: 0 });
    expect(left("plan/outcome")).toBe("unchanged");
    settings("dev", 'buildOnDeploy: true, instanceTypes: ["t3.small"]');
    await synthesize();
    expect(await plan("dev", "plan")).toMatchObject({ code: 0 });
    expect(left("plan/outcome")).toBe("routine");
    expect(left("plan/summary.md")).toMatch(/^dev: 1 resource is updated, nothing is deleted\.\n/);
  });

  test("a plan is not applied a second time, or when it is too old", async () => {
    const second = await apply("first");
    expect(second.output).toContain(
      "::error::The plan for dev is stale: something else has been applied to it in the meantime. Nothing was changed. Run the deploy again: it makes a new plan.",
    );
    expect(second.code).toBe(1);
    await clone.step("echo $(($(date +%s) - 25 * 3600)) > first/made-at");
    const old = await apply("first");
    expect(old).toMatchObject({
      code: 1,
      output:
        "::error::The plan for dev is stale: it is older than 24 hours, and something may have changed since. Run the deploy again: it makes a new plan.\n",
    });
  });

  test("a plan that does something different from what was reviewed is refused, and the differences are shown", async () => {
    settings("dev", 'buildOnDeploy: true, instanceTypes: ["t3.small"]');
    await synthesize();
    await plan("dev", "reviewed/plan");
    settings("dev", 'buildOnDeploy: true, instanceTypes: ["t3.medium"]');
    await synthesize();
    await plan("dev", "plan");
    const refused = await agree({ EVENT: "push" });
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      /^❌ dev: the plan that was reviewed in #7 is stale\. .*\n\n- `aws_imagebuilder_infrastructure_configuration\.\w+ changes differently than reviewed`\n\nRun this workflow by hand for dev to create a new plan: /,
    );
    const byHand = await agree({ EVENT: "workflow_dispatch" });
    expect(byHand).toMatchObject({
      code: 0,
      output:
        "dev: this plan is not compared with a reviewed one; the person who approves the environment reviews it here.\n",
    });
  });

  test("a plan that needs approval but was never reviewed is applied only manually, and only if the risk is accepted", async () => {
    settings("dev", "buildOnDeploy: true", '{ repository: "other" }');
    await synthesize();
    await plan("dev", "plan");
    expect(left("plan/outcome")).toBe("approval");
    await clone.step("rm -rf reviewed");
    const pushed = await agree({ EVENT: "push" });
    expect(pushed.code).toBe(1);
    expect(pushed.output).toContain("❌ dev: this plan needs approval and nobody has reviewed it:");
    expect(await agree({ EVENT: "workflow_dispatch", ACCEPT_DATA_RISK: "false" })).toMatchObject({
      code: 1,
      output:
        "❌ dev: this plan needs approval. Read it above; to apply it, run this workflow again and tick the box that accepts the risk.\n",
    });
    const accepted = { EVENT: "workflow_dispatch", ACCEPT_DATA_RISK: "true" };
    expect(await agree(accepted)).toMatchObject({ code: 1 });
    expect(await agree({ ...accepted, ADMINISTRATOR: "true" })).toMatchObject({ code: 0 });
  });

  test("a removed protection is detected by comparison with the base", async () => {
    settings("prod", "deletionProtection: true");
    await synthesize();
    clone.commit("Protect prod");
    settings("prod", "deletionProtection: false");
    await synthesize();
    clone.commit("Give up protection");
    expect(
      await clone.step("git checkout --quiet HEAD^1 && npm run --silent synth && mv cdktf.out base"),
    ).toMatchObject({ code: 0 });
    expect(await clone.step("git checkout --quiet - && npm run --silent synth")).toMatchObject({ code: 0 });
    await clone.step("cp base/stacks/prod/cdk.tf.json cdktf.out/stacks/prod/base.json");
    expect(await plan("prod", "plan-prod", prod)).toMatchObject({ code: 0 });
    expect(left("plan-prod/outcome")).toBe("approval");
    expect(left("plan-prod/summary.md")).toMatch(
      /^⚠️ prod: \*\*data is at risk in 2 places, approval is needed in \d+ places\*\*/,
    );
    expect(left("plan-prod/summary.md")).toContain("protection removed: from now on, a plan may destroy it");
  });

  test("a base that cannot be synthesized is reported, and leaves nothing to compare with", async () => {
    clone.write("stacks/dev-stack.ts", "export class DevStack {");
    const ended = await clone.step('.github/scripts/synth-base.sh "$PWD/base-out" 2>/dev/null');
    expect(ended).toMatchObject({
      code: 0,
      output: "::warning::The base cannot be synthesized: every change needs approval until it can be.\n",
    });
    expect(clone.read("base-out/manifest.json")).toBeUndefined();
    settings("dev", "buildOnDeploy: true");
    expect(await clone.step('.github/scripts/synth-base.sh "$PWD/base-out" 2>/dev/null')).toMatchObject({
      code: 0,
      output: "",
    });
    expect(clone.read("base-out/manifest.json")).toBeDefined();
    await synthesize();
  });

  test("without a provider lock, no plan is routine", async () => {
    const lock = left(".terraform.lock.hcl") ?? "";
    await clone.step("rm .terraform.lock.hcl");
    expect(await plan("dev", "plan")).toMatchObject({ code: 0 });
    expect(left("plan/outcome")).toBe("approval");
    expect(left("plan/summary.md")).toMatch(/^⚠️ dev: \*\*no provider is locked\*\*, so this plan needs approval/);
    clone.write(".terraform.lock.hcl", lock);
  });

  test("a provider lock that was downgraded is refused with a message", async () => {
    const lock = left(".terraform.lock.hcl") ?? "";
    const [, version = ""] = /version += "([^"]+)"/.exec(lock) ?? [];
    clone.write(".terraform.lock.hcl", lock.replace(version, "99.0.0"));
    clone.commit("Lock a later provider");
    clone.write(".terraform.lock.hcl", lock);
    clone.commit("Go back");
    expect(await plan("dev", "plan")).toMatchObject({ code: 1 });
    expect(left("plan/summary.md")).toContain(
      `.terraform.lock.hcl has AWS provider ${version}, but 99.0.0 was locked earlier`,
    );
    // As if the provider had never been locked.
    await clone.step("git reset --quiet --soft HEAD~2");
    expect(await plan("dev", "plan")).toMatchObject({ code: 0 });
  });

  test("a plan that needs approval and was reviewed but not approved is refused", async () => {
    settings("dev", "buildOnDeploy: true", '{ repository: "other" }');
    await synthesize();
    await plan("dev", "plan");
    await clone.step("rm -rf reviewed && mkdir reviewed && cp -R plan reviewed/plan && echo 7 > reviewed/pull-request");
    // An empty file, without a reviewer's name, does not count as an approval.
    await clone.step("touch reviewed/approved");
    const refused = await agree({ EVENT: "push" });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(
      "❌ dev: this plan needs approval, and #7 was merged without the required approval.",
    );
    await clone.step("echo bob > reviewed/approved");
    expect(await agree({ EVENT: "push" })).toMatchObject({
      code: 0,
      output: "dev: this plan does exactly what was reviewed in #7 and approved by bob.\n",
    });
  });

  test("a configuration that would run a program is refused where credentials are available, no matter who chose it", async () => {
    const file = "cdktf.out/stacks/dev/cdk.tf.json";
    const config = clone.read(file) ?? "";
    const data = { external: { "a\n::error::b": { program: ["env"] } } };
    clone.write(file, JSON.stringify({ ...(JSON.parse(config) as object), data }));
    const refused = await plan("dev", "plan");
    clone.write(file, config);
    expect(refused.code).toBe(1);
    expect(refused.output).not.toMatch(/^::error/m);
    expect(left("plan/outcome")).toBe("failed");
    expect(left("plan/summary.md")).toMatch(/^❌ dev: the configuration was refused\n\n~~~~~~\n[^]*data\.external/);
  });

  test("a failed plan leaves the end of Terraform's output, but no plan file", async () => {
    const failed = await plan("dev", "plan", { AWS_ACCESS_KEY_ID: accounts.prod });
    expect(failed.code).toBe(1);
    expect(left("plan/outcome")).toBe("failed");
    expect(left("plan/summary.md")).toMatch(
      /^❌ dev: terraform (init|plan) failed\n\n~~~~~~\n[\s\S]*Error: [\s\S]*\n~~~~~~$/,
    );
    expect(fs.existsSync(path.join(clone.folder, "plan", "plan.tfplan"))).toBe(false);
  });
});

/** The bucket that the state-bucket stack of this account creates. */
async function makeStateBucket(endpoint: string, account: string): Promise<void> {
  const response = await fetch(`${endpoint}/${stateBucketName({ account, region })}`, {
    method: "PUT",
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/s3/aws4_request` },
  });
  expect(response.status).toBe(200);
}
