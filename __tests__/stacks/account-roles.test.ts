import type { App } from "cdktf";
import { formatFindings } from "@pipelines/findings/report";
import { allRegions, partitionOf } from "@pipelines/facts/regions";
import { findingsOf } from "../../constructs/attach";
import { stackPolicy } from "@pipelines/permissions/policy";
import type { PolicyDocument } from "@pipelines/permissions/policy-document";
import { isRead } from "@pipelines/permissions/grants";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import { AccountStack } from "../../stacks/account/account-stack";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import type { TrustSettings } from "../../stacks/account/trust-settings";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SynthesizedStack, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";
import { allowedActions, allows } from "@pipelines/testing/iam";

const account = "123456789012";
const github = { repository: "acme/images", ownerId: 4321, repositoryId: 8765 };
const hcpTerraform = { organization: "acme", project: "Images" };

type Attributes = Readonly<Record<string, unknown>>;

/** The stacks in an app with these environments, by name. */
function accountStacks(
  trust: TrustSettings,
  ...environments: readonly Partial<EnvironmentSettings>[]
): ReadonlyMap<string, SynthesizedStack> {
  const app = testApp();
  for (const settings of environments) new TestEnvironment(app, settings);
  AccountStack.forEnvironmentsOf(app, trust);
  const made = app.node.children.filter((child) => child instanceof AccountStack);
  return new Map(made.map((stack) => [stack.node.id, new SynthesizedStack(stack)]));
}

function onlyStack(trust: TrustSettings, ...environments: readonly Partial<EnvironmentSettings>[]): SynthesizedStack {
  const [stack, ...others] = accountStacks(trust, ...environments).values();
  if (stack === undefined || others.length > 0) throw new Error(`${others.length + 1} stacks`);
  return stack;
}

function rolesOf(stack: SynthesizedStack): ReadonlyMap<string, Attributes> {
  return new Map(stack.resources("aws_iam_role").map((role) => [String(role.name), role]));
}

/** The claims that a role requires in a token, including those with patterns. */
function claimsOf(stack: SynthesizedStack, role: string): Attributes {
  const trust = JSON.parse(String(rolesOf(stack).get(role)?.assume_role_policy)) as {
    Statement: [{ Principal: Attributes; Condition: { StringEquals: Attributes; StringLike?: Attributes } }];
  };
  const [{ Principal, Condition }] = trust.Statement;
  return { ...Principal, ...Condition.StringEquals, ...Condition.StringLike };
}

function policyOf(stack: SynthesizedStack, role: string): PolicyDocument {
  const addresses = stack.json.resource.aws_iam_role ?? {};
  const [id = ""] = Object.entries(addresses).find(([, { name }]) => name === role) ?? [];
  const policy = stack.resources("aws_iam_role_policy").find((one) => one.role === `\${aws_iam_role.${id}.name}`);
  return JSON.parse(String(policy?.policy)) as PolicyDocument;
}

/** The findings for an app, as the user sees them. */
function reportOf(trust: unknown, build: (app: App) => void = (app) => new TestEnvironment(app)): string {
  const app = testApp();
  build(app);
  AccountStack.forEnvironmentsOf(app, trust as TrustSettings);
  return formatFindings(findingsOf(app), { color: false });
}

describe("If nobody is trusted, an account's stack", () => {
  it("contains only the state bucket, and keeps its own state in a file", () => {
    const stack = onlyStack({}, {});
    expect(Object.keys(stack.json.resource).filter((type) => !type.startsWith("aws_s3_"))).toEqual([]);
    expect(stack.json.terraform.backend).toEqual({
      local: { path: `../../../state/state-${account}-eu-west-1.tfstate` },
    });
  });
});

describe("If a GitHub repository is trusted, an account's stack", () => {
  const stack = onlyStack({ github }, { environment: "dev" }, { environment: "prod", repositoryPrefix: "prod" });
  const id = `state-${account}-eu-west-1`;

  it("has its state in the bucket that it creates, where workflows find it", () => {
    expect(stack.json.terraform.backend).toEqual({
      s3: {
        bucket: stack.resource("aws_s3_bucket").bucket,
        key: `${id}/terraform.tfstate`,
        region: "eu-west-1",
        encrypt: true,
        use_lockfile: true,
        allowed_account_ids: [account],
      },
    });
  });

  it("creates the identity provider", () => {
    expect(stack.resource("aws_iam_openid_connect_provider")).toEqual({
      url: "https://token.actions.githubusercontent.com",
      client_id_list: ["sts.amazonaws.com"],
    });
  });

  it("has roles for each environment, an additional one if images are promoted from it, and two for itself", () => {
    expect([...rolesOf(stack).keys()].sort()).toEqual([
      "dev-image-pipelines-deploy",
      "dev-image-pipelines-operate",
      "dev-image-pipelines-plan",
      "dev-image-pipelines-read",
      "prod-image-pipelines-deploy",
      "prod-image-pipelines-operate",
      "prod-image-pipelines-plan",
      `${id}-image-pipelines-deploy`,
      `${id}-image-pipelines-plan`,
    ]);
  });

  it("says in each role's description what the role is for", () => {
    const texts = ["deploy", "operate", "plan", "read"].map((purpose) => {
      return rolesOf(stack).get(`dev-image-pipelines-${purpose}`)?.["description"];
    });
    expect(texts).toEqual([
      "Deploys dev",
      "Builds and promotes the images of dev",
      "Plans dev, and changes nothing",
      "Reads the images of dev, to promote them",
    ]);
  });

  it("trusts the workflows on the deploy branch, each with its own role", () => {
    const host = "token.actions.githubusercontent.com";
    const files = (...names: string[]) => names.map((name) => `acme/images/.github/workflows/${name}@*`);
    expect(claimsOf(stack, "prod-image-pipelines-plan")).toEqual({
      Federated: `arn:aws:iam::${account}:oidc-provider/${host}`,
      [`${host}:aud`]: "sts.amazonaws.com",
      [`${host}:sub`]: "repo:acme@4321/images@8765:ref:refs/heads/main",
      [`${host}:ref`]: "refs/heads/main",
      [`${host}:repository_id`]: "8765",
      [`${host}:job_workflow_ref`]: files("plan.yml", "deploy.yml", "deploy-account.yml", "deploy-environment.yml"),
    });
    for (const name of ["prod", id]) {
      expect(claimsOf(stack, `${name}-image-pipelines-deploy`)).toMatchObject({
        [`${host}:sub`]: `repo:acme@4321/images@8765:environment:${name}`,
        [`${host}:job_workflow_ref`]: files("deploy.yml", "deploy-account.yml", "deploy-environment.yml"),
      });
    }
    for (const [role, environment] of [
      ["dev-image-pipelines-operate", "dev"],
      ["dev-image-pipelines-read", "prod"],
    ] as const) {
      expect(claimsOf(stack, role)).toMatchObject({
        [`${host}:sub`]: `repo:acme@4321/images@8765:environment:${environment}`,
        [`${host}:job_workflow_ref`]: files("build.yml", "promote.yml"),
      });
    }
  });

  it("lets jobs that promote to an environment read the ones before it, without changing anything there", () => {
    const actions = allowedActions(policyOf(stack, "dev-image-pipelines-read"));
    expect(actions).toContain("ecr:BatchGetImage");
    expect(actions.filter((action) => !isRead(action))).toEqual([]);
  });

  it("limits sessions to six hours if a deploy waits for builds, and to one hour otherwise", () => {
    const hours = (name: string): number => Number(rolesOf(stack).get(name)?.max_session_duration) / 3600;
    expect(hours("dev-image-pipelines-deploy")).toBe(6);
    expect(hours("dev-image-pipelines-plan")).toBe(1);
    const waiting = onlyStack({ github }, { environment: "dev", buildOnDeploy: false });
    expect(Number(rolesOf(waiting).get("dev-image-pipelines-deploy")?.max_session_duration)).toBe(3600);
  });

  it("grants roles exactly the permissions that their environment's stack needs, as the export prints them", () => {
    const settings = { environment: "dev", notifications: { emails: ["a@example.com"] } };
    const config = readStackConfig(new SynthesizedStack(new TestEnvironment(testApp(), settings)).text);
    const made = onlyStack({ github }, settings);
    expect(policyOf(made, "dev-image-pipelines-deploy")).toEqual(stackPolicy("dev", config).document);
    expect(policyOf(made, "dev-image-pipelines-plan")).toEqual(
      stackPolicy("dev", config, { purpose: "plan" }).document,
    );
    expect(policyOf(stack, "dev-image-pipelines-deploy")).not.toEqual(stackPolicy("dev", config).document);
  });

  it("lets its own role change the roles (including those of a new environment), the provider and the bucket, but not destroy any state", () => {
    const policy = policyOf(stack, `${id}-image-pipelines-deploy`);
    const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
    for (const name of ["dev-image-pipelines-plan", "new-image-pipelines-deploy", `${id}-image-pipelines-deploy`]) {
      expect([name, allows(policy, "iam:PutRolePolicy", role(name))]).toEqual([name, true]);
    }
    expect(allows(policy, "iam:PutRolePolicy", role("admin"))).toBe(false);
    const provider = (host: string): string => `arn:aws:iam::${account}:oidc-provider/${host}`;
    const create = "iam:CreateOpenIDConnectProvider";
    expect(allows(policy, create, provider("token.actions.githubusercontent.com"))).toBe(true);
    expect(allows(policy, create, provider("sso.example.com"))).toBe(false);
    expect(allowedActions(policy)).not.toContain("iam:PassRole");
    expect(allowedActions(policy)).not.toContain("s3:DeleteBucket");
    expect(
      allows(policy, "s3:PutObject", `arn:aws:s3:::image-builder-state-${account}-eu-west-1/${id}/terraform.tfstate`),
    ).toBe(true);
    expect(
      allows(policy, "s3:PutObject", `arn:aws:s3:::image-builder-state-${account}-eu-west-1/dev/terraform.tfstate`),
    ).toBe(false);
    const planned = policyOf(stack, `${id}-image-pipelines-plan`);
    expect(allowedActions(planned).filter((action) => !/:(Get|List|Describe)/.test(action))).toEqual([]);
  });

  it("accepts a different branch, and an existing provider", () => {
    const other = onlyStack({ github: { ...github, branch: "release", existingProviders: [account] } }, {});
    expect(other.resources("aws_iam_openid_connect_provider")).toEqual([]);
    expect(claimsOf(other, "test-image-pipelines-deploy")).toMatchObject({
      "token.actions.githubusercontent.com:ref": "refs/heads/release",
    });
  });

  it("leaves the state bucket at the addresses it has always had", () => {
    expect(stack.addresses("aws_s3_bucket")).toEqual(onlyStack({}, {}).addresses("aws_s3_bucket"));
  });
});

describe("The identity provider of an account with several regions", () => {
  it("is created once, by the stack of the first region", () => {
    const stacks = accountStacks(
      { github },
      { environment: "a", region: "us-east-1" },
      { environment: "b", region: "eu-west-1" },
      { environment: "c", account: "999999999999", region: "eu-west-1" },
    );
    const made = [...stacks].filter(([, stack]) => stack.resources("aws_iam_openid_connect_provider").length > 0);
    expect(made.map(([name]) => name)).toEqual([`state-${account}-us-east-1`, "state-999999999999-eu-west-1"]);
    const names = [...stacks.values()].flatMap((stack) => [...rolesOf(stack).keys()]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("If an HCP Terraform organization is trusted, an account's stack", () => {
  const state = { hcpTerraform: { organization: "acme", workspace: "images-prod" } };

  it("lets the phases of a workspace's runs plan and deploy, each with its own role", () => {
    const stack = onlyStack({ hcpTerraform }, { environment: "prod", state });
    expect(claimsOf(stack, "prod-image-pipelines-plan")).toEqual({
      Federated: `arn:aws:iam::${account}:oidc-provider/app.terraform.io`,
      "app.terraform.io:aud": "aws.workload.identity",
      "app.terraform.io:sub": "organization:acme:project:Images:workspace:images-prod:run_phase:plan",
    });
    expect(claimsOf(stack, "prod-image-pipelines-deploy")["app.terraform.io:sub"]).toMatch(/:run_phase:apply$/);
    expect(stack.resource("aws_iam_openid_connect_provider")).toMatchObject({ url: "https://app.terraform.io" });
    expect([...rolesOf(stack).keys()].sort()).toEqual(["prod-image-pipelines-deploy", "prod-image-pipelines-plan"]);
    expect(Object.keys(stack.json.terraform.backend ?? {})).toEqual(["local"]);
  });

  it("trusts the Terraform Enterprise host that stores the state", () => {
    const there = { hcpTerraform: { ...state.hcpTerraform, hostname: "tfe.example.com" } };
    const stack = onlyStack({ hcpTerraform }, { environment: "prod", state: there });
    expect(stack.resource("aws_iam_openid_connect_provider")).toMatchObject({ url: "https://tfe.example.com" });
    expect(Object.keys(claimsOf(stack, "prod-image-pipelines-plan"))).toContain("tfe.example.com:sub");
  });

  it("has roles for GitHub to deploy stacks with state in S3, and to build and promote everywhere", () => {
    const stack = onlyStack(
      { github, hcpTerraform },
      { environment: "dev" },
      { environment: "prod", repositoryPrefix: "prod", state },
    );
    const providers = [...rolesOf(stack).keys()].map((name) => [
      name,
      /oidc-provider\/(.*)/.exec(String(claimsOf(stack, name).Federated))?.[1],
    ]);
    expect(Object.fromEntries(providers)).toMatchObject({
      "dev-image-pipelines-deploy": "token.actions.githubusercontent.com",
      "prod-image-pipelines-deploy": "app.terraform.io",
      "prod-image-pipelines-operate": "token.actions.githubusercontent.com",
    });
  });

  it("creates no roles for workspaces in another organization", () => {
    const other = { hcpTerraform: { organization: "other" } };
    expect([...accountStacks({ hcpTerraform }, { environment: "prod", state: other })]).toEqual([]);
  });
});

describe("A permissions boundary", () => {
  const stack = onlyStack({ github, permissionsBoundary: "boundary" }, { environment: "dev" });
  const arn = `arn:aws:iam::${account}:policy/boundary`;

  it("is set on every role", () => {
    expect([...rolesOf(stack).values()].map((role) => role.permissions_boundary)).toEqual(Array(5).fill(arn));
  });

  it("is a condition for granting roles more permissions, and cannot be removed", () => {
    const { Statement } = policyOf(stack, `state-${account}-eu-west-1-image-pipelines-deploy`);
    const giving = Statement.filter(({ Action }) =>
      Action.some((action) => /PutRole|CreateRole|UpdateRole|DeleteRoleP/.test(action)),
    );
    expect(giving.map(({ Condition }) => Condition)).toEqual([{ ArnEquals: { "iam:PermissionsBoundary": [arn] } }]);
    expect(Statement.flatMap(({ Action }) => Action)).not.toContain("iam:DeleteRolePermissionsBoundary");
  });
});

describe("The permissions of an environment with many images", () => {
  const images = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const name = `image-${index}`;
      return testImage({ repository: `${"long/".repeat(45)}${name}` }, name);
    });

  // Adds regions rather than images: each region adds one repository per image, and takes less time than an additional
  // image.
  const regions = allRegions.filter((region) => partitionOf(region) === "aws" && region !== "eu-west-1").slice(0, 11);

  it("are in managed policies, which the account's own role may change, attach and detach", () => {
    const stack = onlyStack({ github }, { environment: "dev", images: images(5), regions });
    const policies = stack.resources("aws_iam_policy");
    const names = policies.map(({ name }) => String(name));
    expect(new Set(names.map((name) => name.replace(/-\d+$/, "")))).toEqual(
      new Set(["dev-image-pipelines-deploy", "dev-image-pipelines-operate"]),
    );
    expect(names).toEqual(expect.arrayContaining(["dev-image-pipelines-deploy-1", "dev-image-pipelines-deploy-2"]));
    for (const { policy } of policies) expect(String(policy).length).toBeLessThanOrEqual(6144);
    const arns = names.map((name) => `arn:aws:iam::${account}:policy/${name}`);
    expect(stack.resources("aws_iam_role_policy_attachment").map((one) => one.policy_arn)).toEqual(arns);
    const { Statement } = policyOf(stack, `state-${account}-eu-west-1-image-pipelines-deploy`);
    const policy = `arn:aws:iam::${account}:policy/*-image-pipelines-*`;
    expect(Statement.find(({ Sid }) => Sid === "Policies")?.Resource).toEqual([policy]);
    expect(Statement.find(({ Sid }) => Sid === "RolesPolicies")).toMatchObject({
      Action: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      Condition: { ArnEquals: { "iam:PolicyARN": [policy] } },
    });
  });
});

describe("Trust settings that cause a finding:", () => {
  it("more than one repository", () => {
    expect(reportOf({ github: { repository: "acme/*" } }))
      .toBe(`error stacks/accounts.ts trust.github.repository IB-TRUST-REPOSITORY
  found:   "acme/*"
  allowed: one repository, owner/name

1 error`);
    expect(reportOf({ github: { repository: "https://github.com/acme/images.git" } })).toContain('write "acme/images"');
  });

  it("a repository without the ids that its tokens may contain (a warning), and one with only half of them", () => {
    const { repository } = github;
    expect(reportOf({ github: { repository } })).toBe(`warning stacks/accounts.ts trust.github.ownerId IB-TRUST-IDS
  found:   no IDs for acme/images: roles identify its tokens only by name
  allowed: both IDs if the repository was created, renamed or transferred on or after July 15, 2026; older ones work without
  fix:     run gh api repos/acme/images --jq '{ownerId: .owner.id, repositoryId: .id}' and write both numbers here

1 warning`);
    expect(reportOf({ github: { repository, ownerId: 1 } })).toContain(
      "error stacks/accounts.ts trust.github.repositoryId IB-TRUST-IDS\n  found:   ownerId without repositoryId",
    );
  });

  it("a renamed workflow file, and an invalid file name", () => {
    const workflows = { operate: ["build.yml", "release.yml"] };
    expect(reportOf({ github: { ...github, workflows } }))
      .toBe(`error stacks/accounts.ts trust.github.workflows.operate IB-TRUST-WORKFLOW
  found:   no .github/workflows/release.yml, which the roles trust
  allowed: files that exist
  fix:     rename them back, or change their names in two deploys (docs/accounts.md, Change what is trusted)

1 error`);
    expect(reportOf({ github: { ...github, workflows: { plan: ["*"], deploy: [] } } })).toMatch(
      /workflows\.deploy IB-TRUST-WORKFLOW\n {2}found: {3}an empty list[^]*workflows\.plan IB-TRUST-WORKFLOW\n {2}found: {3}"\*"/,
    );
  });

  it("values from before a change that are still trusted (a warning)", () => {
    const former = { repository: "acme/images" };
    expect(reportOf({ github: { ...github, workflows: { plan: ["later.yml"] }, former } }))
      .toBe(`warning stacks/accounts.ts trust.github.former IB-TRUST-FORMER
  found:   the former acme/images is still trusted as well
  allowed: this only during one deploy of the account stacks
  fix:     remove former after that deploy, and deploy again

1 warning`);
  });

  it("jobs in a partition where AWS compares fewer claims (a warning)", () => {
    const build = (app: App) => new TestEnvironment(app, { region: "us-gov-west-1" });
    expect(reportOf({ github }, build)).toBe(`warning stacks/accounts.ts trust.github IB-TRUST-PARTITION
  found:   roles in aws-us-gov trust every workflow file, and every branch whose jobs name the roles' GitHub environment
  allowed: conditions on file and branch only in the partition aws: elsewhere, AWS checks only subject and audience
  fix:     let these GitHub environments deploy from the branch main only, and require reviewers

1 warning`);
    const stack = onlyStack({ github }, { region: "us-gov-west-1" });
    expect(Object.keys(claimsOf(stack, "test-image-pipelines-deploy"))).toEqual([
      "Federated",
      "token.actions.githubusercontent.com:aud",
      "token.actions.githubusercontent.com:sub",
    ]);
  });

  it("more than one branch", () => {
    expect(reportOf({ github: { ...github, branch: "refs/heads/main" } })).toContain(
      "trust.github.branch IB-TRUST-BRANCH",
    );
    expect(reportOf({ github: { ...github, branch: "*" } })).toContain("IB-TRUST-BRANCH");
    expect(reportOf({ github: { ...github, branch: "release/1.x" } })).toBe("");
  });

  it("an invalid organization, project, account and boundary", () => {
    const report = reportOf({
      github: { ...github, existingProviders: ["1234"] },
      hcpTerraform: { organization: "a b", project: "*" },
      permissionsBoundary: "a b",
    });
    for (const field of [
      "github.existingProviders[0]",
      "hcpTerraform.organization",
      "hcpTerraform.project",
      "permissionsBoundary",
    ]) {
      expect(report).toContain(`trust.${field}`);
    }
  });

  it("a field that does not exist", () => {
    expect(reportOf({ gitlab: {} })).toContain('there is no field "gitlab" here');
  });

  it("an environment whose state is in another account", () => {
    const state = { s3: { account: "999999999999" } };
    const build = (app: App) => new TestEnvironment(app, { state });
    expect(reportOf({ github }, build)).toMatch(
      /state\.s3\.account IB-TRUST-STATE\n {2}found: {3}the state is in account 999999999999/,
    );
    expect(reportOf({}, build)).toBe("");
  });

  it("an environment whose state is in its own bucket in another account", () => {
    const state = { s3: { account: "999999999999", bucket: "ours" } };
    const build = (app: App) => new TestEnvironment(app, { state });
    expect(reportOf({ github }, build)).toContain("state.s3.account IB-TRUST-STATE");
  });

  it("a resource that the deploy role could not create", () => {
    const build = (app: App): void => {
      new SqsQueue(new TestEnvironment(app), "queue", { name: "queue" });
    };
    expect(reportOf({ github }, build)).toContain(`IB-ROLE-PERMISSIONS
  found:   resources of aws_sqs_queue, for which no role that deploys has permissions
  allowed: resource types in packages/permissions/permission-table.ts
  fix:     add aws_sqs_queue there`);
    expect(reportOf({}, build)).toBe(`warning main.ts IB-ROLE-PERMISSIONS
  found:   resources of aws_sqs_queue, for which no role that deploys has permissions
  allowed: resource types in packages/permissions/permission-table.ts
  fix:     add aws_sqs_queue there

1 warning`);
  });

  it("a resource whose name is out of the deploy role's reach", () => {
    const build = (app: App): void => {
      new SnsTopic(new TestEnvironment(app), "alerts", { name: "alerts" });
    };
    expect(reportOf({ github }, build)).toContain(`IB-ROLE-PERMISSIONS
  found:   aws_sns_topic.alerts, for which the deploy role has no permissions
  allowed: names that begin with "test-", or for log groups with "/aws/imagebuilder/test-"
  fix:     change the name`);
  });
});
