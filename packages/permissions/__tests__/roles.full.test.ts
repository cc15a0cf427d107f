import * as fs from "node:fs";
import * as path from "node:path";
import { allow, statementsOf, type Access } from "@pipelines/local-aws/access-policy";
import { shown } from "@pipelines/local-aws/json";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { Deployment, withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import { Workspace } from "@pipelines/rehearsal/workspace";
import { AccountStack } from "../../../stacks/account/account-stack";
import { SynthesizedStack, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import { root } from "@pipelines/testing/life";
import { githubClaims, sessionOf } from "@pipelines/testing/session";
import { accounts, region } from "@pipelines/testing/fixture-app";

const repository = "acme/images";
const overrideFile = "backend_override.tf.json";

/** The fixture's environments, deployed the way GitHub does it. */
const environments = Object.entries(accounts).map(([stack, account]) => ({
  stack,
  account,
  home: `state-${account}-${region}`,
  isProtected: stack === "prod",
}));
const homes = [...new Map(environments.map(({ home, account }) => [home, account]))];

/** Contents of each role's only policy, by role name. */
type Policies = ReadonlyMap<string, string>;

describeWithTerraform("Every environment under its own roles", (terraform) => {
  const workspace = new Workspace(root);
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 8000 });
    useFixtureApp(workspace.folder);
    workspace.edit("stacks/accounts.ts", (text) =>
      text.replace(
        /export const trust: TrustSettings = [^]*$/,
        `export const trust: TrustSettings = { github: { repository: "${repository}" }, hcpTerraform: { organization: "acme" } };\n`,
      ),
    );
    const { code, output } = await workspace.synth();
    if (code !== 0) throw new Error(output);
    for (const [home] of homes) withoutLifecycleRules(workspace.stackFolder(home));
    for (const { stack } of environments) withoutLifecycleRules(workspace.stackFolder(stack));
  });
  afterAll(async () => {
    workspace.remove();
    await aws.close();
  });

  /** Runs Terraform in a stack's folder with these keys; the provider runs once per set of keys. */
  async function as(key: string, stack: string): Promise<Deployment> {
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: key });
    return new Deployment(workspace.stackFolder(stack), target);
  }

  async function asRole(purpose: "plan" | "deploy", stack: string, account: string): Promise<Deployment> {
    const subject = purpose === "plan" ? "ref:refs/heads/main" : `environment:${stack}`;
    const arn = `arn:aws:iam::${account}:role/${stack}-image-pipelines-${purpose}`;
    const { AWS_ACCESS_KEY_ID } = await sessionOf(aws, arn, githubClaims(repository, subject));
    return as(AWS_ACCESS_KEY_ID, stack);
  }

  async function succeed(deployment: Deployment, ...args: readonly string[]): Promise<void> {
    const { code, output } = await deployment.terraform(args);
    expect(output).not.toContain("Error:");
    expect([args[0], code]).toEqual([args[0], 0]);
  }

  it.each(homes)(
    "is created in %s by an administrator, and the account's own roles take over from there",
    async (home, account) => {
      const admin = await as(account, home);
      const override = path.join(workspace.stackFolder(home), overrideFile);
      fs.writeFileSync(override, JSON.stringify({ terraform: { backend: { local: {} } } }));
      await succeed(admin, "init");
      await succeed(admin, "apply", "-auto-approve");
      fs.rmSync(override);
      await succeed(admin, "init", "-migrate-state", "-force-copy");

      const plan = await asRole("plan", home, account);
      await succeed(plan, "plan", "-lock=false", "-detailed-exitcode");
      const file = path.join(workspace.stackFolder(home), "cdk.tf.json");
      const config = fs.readFileSync(file, "utf8");
      fs.writeFileSync(file, withAnotherEnvironment(config, account));
      const deploy = await asRole("deploy", home, account);
      await succeed(deploy, "apply", "-auto-approve");
      await succeed(plan, "plan", "-lock=false", "-detailed-exitcode");
      fs.writeFileSync(file, config);
      await succeed(deploy, "apply", "-auto-approve");
    },
  );

  it.each(environments)("deploys, plans and destroys $stack", async ({ stack, account, isProtected }) => {
    const [first] = environments;
    const deploy = await asRole("deploy", stack, account);
    await succeed(deploy, "init");
    await succeed(deploy, "apply", "-auto-approve");
    const plan = await asRole("plan", stack, account);
    await succeed(plan, "plan", "-lock=false", "-detailed-exitcode");

    // Another branch, deployed by an administrator, contains more; main removes it again.
    const file = path.join(workspace.stackFolder(stack), "cdk.tf.json");
    const config = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, withNotifications(config, stack));
    await succeed(await as(account, stack), "apply", "-auto-approve");
    fs.writeFileSync(file, config);
    expect(await plan.terraform(["plan", "-lock=false", "-detailed-exitcode"])).toMatchObject({ code: 2 });
    await succeed(deploy, "apply", "-auto-approve");

    if (isProtected) return;
    if (stack === first?.stack) {
      const refused = await plan.terraform(["destroy", "-auto-approve", "-lock=false"]);
      expect(refused.code).toBe(1);
      expect(refused.output).toMatch(/-plan\/test is not authorized to perform: \w+:(Delete|Remove|Detach)/);
    }
    await succeed(deploy, "destroy", "-auto-approve");
  });

  it("increases and decreases the number of managed policies of an environment with many images", async () => {
    const place = { account: "999999999999", region: "eu-west-1" };
    const home = `state-${place.account}-${place.region}`;
    const configFor = (count: number): string => {
      const app = testApp();
      const images = Array.from({ length: count }, (_, index) =>
        testImage({ repository: `${"long/".repeat(45)}image-${index}` }, `image-${index}`),
      );
      new TestEnvironment(app, { ...place, images });
      AccountStack.forEnvironmentsOf(app, { github: { repository } });
      const [stack] = app.node.children.filter((child) => child instanceof AccountStack);
      const config = JSON.parse(stack === undefined ? "" : new SynthesizedStack(stack).text) as {
        resource: Record<string, unknown>;
      };
      delete config.resource["aws_s3_bucket_lifecycle_configuration"];
      return JSON.stringify(config);
    };
    const target = { terraform, endpoint: aws.endpoint, account: place.account };
    const folder = await TerraformFolder.withConfig(target, configFor(40)).prepare();
    await folder.succeed("apply", "-auto-approve");
    const arn = `arn:aws:iam::${place.account}:role/${home}-image-pipelines-deploy`;
    const { AWS_ACCESS_KEY_ID } = await sessionOf(aws, arn, githubClaims(repository, `environment:${home}`));
    const own = new TerraformFolder({ ...target, account: AWS_ACCESS_KEY_ID }, folder.folder);
    own.write(configFor(41));
    await own.succeed("apply", "-auto-approve");
    own.write(configFor(39));
    await own.succeed("apply", "-auto-approve");
    await own.succeed("plan", "-detailed-exitcode");
  });

  it("creates new roles in a second deploy: the first one allows the deploy role to create them", async () => {
    const place = { account: "888888888888", region: "eu-west-1" };
    const home = `state-${place.account}-${place.region}`;
    const app = testApp();
    for (const environment of ["test", "later"]) {
      new TestEnvironment(app, { ...place, environment, images: [testImage({ repository: environment })] });
    }
    AccountStack.forEnvironmentsOf(app, { github: { repository } });
    const [stack] = app.node.children.filter((child) => child instanceof AccountStack);
    const config = JSON.parse(stack === undefined ? "" : new SynthesizedStack(stack).text) as {
      resource: Record<string, Record<string, object>>;
    };
    delete config.resource["aws_s3_bucket_lifecycle_configuration"];
    // The state before the project had read roles: no such roles, and no permission to create them.
    const former = structuredClone(config);
    for (const [type, blocks] of Object.entries(former.resource)) {
      if (!type.startsWith("aws_iam_role")) continue;
      for (const id of Object.keys(blocks)) if (id.includes("test-read")) Reflect.deleteProperty(blocks, id);
    }
    const text = JSON.stringify(former).replaceAll(/,\\"[^"\\]*-image-pipelines-read\\"/g, "");
    expect(text).not.toContain("-image-pipelines-read");
    const target = { terraform, endpoint: aws.endpoint, account: place.account };
    const folder = await TerraformFolder.withConfig(target, text).prepare();
    await folder.succeed("apply", "-auto-approve");
    const arn = `arn:aws:iam::${place.account}:role/${home}-image-pipelines-deploy`;
    const { AWS_ACCESS_KEY_ID } = await sessionOf(aws, arn, githubClaims(repository, `environment:${home}`));
    const own = new TerraformFolder({ ...target, account: AWS_ACCESS_KEY_ID }, folder.folder);
    own.write(JSON.stringify(config));
    const first = await own.terraform(["apply", "-auto-approve"]);
    expect(first.output).toMatch(
      /is not authorized to perform: iam:CreateRole on resource: \S*test-image-pipelines-read/,
    );
    expect(first.code).toBe(1);
    await own.succeed("apply", "-auto-approve");
    await own.succeed("plan", "-detailed-exitcode");
  });

  it("requests only what the roles allow and the local AWS implements", () => {
    expect(aws.unknownCalls).toEqual([]);
  });

  it("needs every statement in every plan and deploy role", () => {
    const policies = policiesOf(workspace, [...homes.map(([home]) => home)]);
    const spare: string[] = [];
    let count = 0;
    for (const [role, document] of policies) {
      if (!/-(plan|deploy)$/.test(role)) continue;
      const asked = accessesOf(aws, role);
      const statements = statementsOf(document);
      for (const statement of statements) {
        count++;
        const rest = statements.filter((other) => other !== statement);
        if (asked.every((access) => allow(rest, access) || !allow(statements, access))) {
          spare.push(`${role} ${shown(statement["Sid"])}`);
        }
      }
    }
    expect(count).toBeGreaterThan(20);
    // A plan may read the registry's configuration. No stack here has one, but another branch's state may.
    expect(spare.filter((one) => !one.endsWith("-plan Registry"))).toEqual([]);
  });
});

/** An account's config with one more tag, identity provider and role, and with a managed policy. */
function withAnotherEnvironment(text: string, account: string): string {
  const config = JSON.parse(text.replace(/"ManagedBy": "/, '"Changed": "yes", $&')) as {
    resource: Record<string, object>;
  };
  const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const Principal = { Service: "ec2.amazonaws.com" };
  const sample = {
    aws_iam_openid_connect_provider: { url: "https://app.terraform.io", client_id_list: ["aws.workload.identity"] },
    aws_iam_role: {
      name: "sample-image-pipelines-deploy",
      assume_role_policy: document({ Effect: "Allow", Action: "sts:AssumeRole", Principal }),
    },
    aws_iam_policy: {
      name: "sample-image-pipelines-deploy-1",
      policy: document({ Effect: "Allow", Action: "s3:ListBucket", Resource: "*" }),
    },
    aws_iam_role_policy_attachment: {
      role: "${aws_iam_role.sample.name}",
      policy_arn: `arn:aws:iam::${account}:policy/sample-image-pipelines-deploy-1`,
      depends_on: ["aws_iam_policy.sample"],
    },
  };
  for (const [type, block] of Object.entries(sample)) {
    config.resource[type] = { ...config.resource[type], sample: block };
  }
  return JSON.stringify(config);
}

/** An environment's config with one more topic, subscription, rule and role. */
function withNotifications(text: string, stack: string): string {
  const config = JSON.parse(text) as { resource: Record<string, object> };
  const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "events.amazonaws.com" } };
  const sample = {
    aws_iam_role: {
      name: `${stack}-image-rebuilds-9`,
      assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    },
    aws_sns_topic: { name: `${stack}-sample` },
    aws_sns_topic_subscription: {
      topic_arn: "${aws_sns_topic.sample.arn}",
      protocol: "email",
      endpoint: "builds@example.com",
    },
    aws_cloudwatch_event_rule: { name: `${stack}-sample`, event_pattern: '{"source":["aws.imagebuilder"]}' },
    aws_cloudwatch_event_target: {
      rule: "${aws_cloudwatch_event_rule.sample.name}",
      arn: "${aws_sns_topic.sample.arn}",
    },
  };
  for (const [type, block] of Object.entries(sample)) {
    config.resource[type] = { ...config.resource[type], sample: block };
  }
  return JSON.stringify(config);
}

function accessesOf(aws: LocalAws, role: string): Access[] {
  return aws.accesses.filter((access) => access.role.endsWith(`:role/${role}`));
}

function policiesOf(workspace: Workspace, stacks: readonly string[]): Policies {
  const policies = new Map<string, string>();
  for (const stack of stacks) {
    const { resource } = JSON.parse(
      fs.readFileSync(path.join(workspace.stackFolder(stack), "cdk.tf.json"), "utf8"),
    ) as { resource: Record<string, Record<string, { name: string; role: string; policy: string }>> };
    for (const { role, policy } of Object.values(resource["aws_iam_role_policy"] ?? {})) {
      const [, id = ""] = /aws_iam_role\.(.*)\.name/.exec(role) ?? [];
      policies.set(resource["aws_iam_role"]?.[id]?.name ?? "", policy);
    }
  }
  return policies;
}
