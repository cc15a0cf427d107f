import { allow, statementsOf } from "@pipelines/local-aws/access-policy";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { environmentFor } from "@pipelines/terraform/terraform";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { githubClaims, sessionOf } from "@pipelines/testing/session";
import { Clone } from "./clone";

const account = "111122223333";
const region = "eu-west-1";
const home = `state-${account}-${region}`;
const repository = "acme/images";

const main = `import * as path from "node:path";
import { App } from "cdktf";
import { AccountStack } from "./stacks/account/account-stack";
import { trust } from "./stacks/accounts";
import { DevStack } from "./stacks/dev-stack";
import { readOptions } from "./stacks/synthesis/options";
import { synthesize } from "./stacks/synthesis/synthesize";
import { VersionLock } from "@pipelines/version-lock/version-lock";

const options = readOptions(process.argv.slice(2), process.env);
const versions = VersionLock.open(path.join(__dirname, "image-versions.lock"), options);
const app = new App({ stackTraces: false, skipValidation: true });
new DevStack(app, versions);
AccountStack.forEnvironmentsOf(app, trust);
process.exitCode = synthesize(app, versions, options);
`;

/** The dev class, with these settings. */
function dev(settings: string): string {
  return `import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { EnvironmentStack } from "./environment/environment-stack";

export class DevStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, { environment: "dev", account: "${account}", region: "${region}", ${settings} });
  }
}
`;
}

describeWithTerraform("An account, from nothing to a pull request that is applied by its own roles", (terraform) => {
  let aws: LocalAws;
  let clone: Clone;

  beforeAll(async () => {
    aws = await startLocalAws({ accountId: account, speed: 5_000 });
    // No keys: without a role, only the administrator has permissions here.
    const env = environmentFor(terraform, aws.endpoint);
    clone = new Clone({ ...env, AWS_ACCESS_KEY_ID: account, GITHUB_STEP_SUMMARY: "" });
    clone.write("main.ts", main);
    clone.write(
      "stacks/accounts.ts",
      `import type { TrustSettings } from "./account/trust-settings";

export const trust: TrustSettings = { github: { repository: "${repository}" } };
`,
    );
    clone.write("stacks/dev-stack.ts", dev('images: [image("hello-world")]'));
    for (const stack of ["staging", "prod"]) clone.write(`stacks/${stack}-stack.ts`, "");
    await clone.lockProvider();
  });
  afterAll(() => aws.close());

  const left = (file: string) => clone.read(file)?.trimEnd();
  const synthesize = async () => {
    expect(await clone.step("npm run synth", { CI: "" })).toMatchObject({ code: 0 });
  };

  /**
   * The environment variables of a job that assumes a stack's role, as GitHub would set them: for a pull request, or
   * on main.
   */
  const asRole = (stack: string, purpose: "plan" | "deploy", event: "pull request" | "main", seconds = 900) => {
    // A workflow on the default branch creates the plan for a pull request.
    const ref = event === "main" || purpose === "plan" ? "refs/heads/main" : "refs/pull/7/merge";
    const claims = githubClaims(repository, purpose === "deploy" ? `environment:${stack}` : `ref:${ref}`, ref);
    return sessionOf(aws, `arn:aws:iam::${account}:role/${stack}-image-pipelines-${purpose}`, claims, seconds);
  };
  const plan = async (stack: string, folder: string, event: "pull request" | "main") => {
    const session = await asRole(stack, "plan", event);
    const ended = await clone.step(`.github/scripts/plan.sh "$STACK" "cdktf.out/stacks/$STACK" ${folder}`, {
      ...session,
      STACK: stack,
    });
    expect(ended).toMatchObject({ code: 0 });
  };

  test("an administrator creates it with one command, and its state is in the bucket that this command created", async () => {
    await synthesize();
    clone.commit("Trust the repository");
    const made = await clone.step(`npm run bootstrap -- ${home} --auto-approve`);
    expect(made.output).toContain(`${home} has been created, and its state is in its bucket.\n`);
    expect(made.code).toBe(0);
    expect(aws.remaining().map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      expect.arrayContaining([
        "identity provider token.actions.githubusercontent.com",
        "role dev-image-pipelines-deploy",
        `object ${stateBucketName({ account, region })}/${home}/terraform.tfstate`,
      ]),
    );
    expect(left(`state/${home}.tfstate`)).toBeUndefined();
    const again = await clone.step(`npm run bootstrap -- ${home} --auto-approve`);
    expect(again.output).toContain(`${home} is already in its bucket: npm run deploy -- ${home}\n`);
  });

  test("a pull request that needs a new permission shows it in the plan for the account's stack", async () => {
    clone.write(
      "stacks/dev-stack.ts",
      dev('images: [image("hello-world")], notifications: { emails: ["builds@example.com"] }'),
    );
    await synthesize();
    for (const stack of [home, "dev"]) await plan(stack, `reviewed-${stack}/plan`, "pull request");
    expect(left(`reviewed-${home}/plan/outcome`)).toBe("approval");
    expect(left(`reviewed-${home}/plan/summary.md`)).toContain(
      "| **⚠️ Needs approval** | IAM role policy `dev-image-pipelines-deploy` | `policy` newly allows",
    );
    expect(left(`reviewed-${home}/plan/summary.md`)).toContain("sns:CreateTopic");
    expect(left("reviewed-dev/plan/summary.md")).toMatch(/, 1 new image, 1 image will be built/);
  });

  test("a pull request may not assume the deploy role, whatever environment it names", async () => {
    await expect(asRole("dev", "deploy", "pull request")).rejects.toThrow("Not authorized");
  });

  test("before the account's stack is deployed, the environment's deploy fails because the permission is missing, and names it", async () => {
    await plan("dev", "plan-dev", "main");
    const ended = await clone.step('.github/scripts/apply.sh "$STACK" plan-dev', {
      ...(await asRole("dev", "deploy", "main")),
      STACK: "dev",
    });
    expect(ended.code).not.toBe(0);
    expect(ended.output).toContain("is not authorized to perform: sns:CreateTopic on resource");
  });

  test("once merged, the account's stack is deployed by its own roles, then the environment by its own", async () => {
    for (const stack of [home, "dev"]) {
      await plan(stack, "plan", "main");
      if (stack === home) {
        await clone.step(
          `rm -rf reviewed && mv reviewed-${stack} reviewed && echo 7 > reviewed/pull-request && echo bob > reviewed/approved`,
        );
        const agreed = await clone.step('.github/scripts/agree.sh "$STACK" "cdktf.out/stacks/$STACK" plan reviewed', {
          STACK: stack,
          EVENT: "push",
          VERDICT: "planned",
          REVIEWERS: "none",
        });
        expect(agreed.output).toBe(`${stack}: this plan does exactly what was reviewed in #7 and approved by bob.\n`);
      }
      const seconds = Number(/session-seconds=(\d+)/.exec(left("plan/limits") ?? "")?.[1]);
      const ended = await clone.step('.github/scripts/apply.sh "$STACK" plan', {
        ...(await asRole(stack, "deploy", "main", seconds)),
        STACK: stack,
      });
      expect(ended.output).toContain("Apply complete!");
      expect(ended.code).toBe(0);
    }
    for (const stack of [home, "dev"]) {
      await plan(stack, "plan", "main");
      expect([stack, left("plan/outcome")]).toEqual([stack, "unchanged"]);
    }
  });

  test("and by then its roles have every permission that it needs", () => {
    expect(aws.unknownCalls).toEqual([]);
    const { resource } = JSON.parse(left(`cdktf.out/stacks/${home}/cdk.tf.json`) ?? "") as {
      resource: { aws_iam_role_policy: Record<string, { policy: string }> };
    };
    const policies = Object.values(resource.aws_iam_role_policy).flatMap(({ policy }) => statementsOf(policy));
    const refused = aws.accesses.filter((access) => !allow(policies, access)).map(({ action }) => action);
    expect(refused).toEqual([]);
  });
});
