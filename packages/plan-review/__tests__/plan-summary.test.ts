import { summarizePlan } from "../plan-summary";
import { change, planOf } from "./hand-made";

const summary = (changes: readonly object[], others: object = {}) =>
  summarizePlan(planOf(changes, others), { stack: "prod" });

/** Returns the table's rows. */
function rows(changes: readonly object[], others: object = {}): string[] {
  const { markdown } = summary(changes, others);
  const [table = ""] = markdown.split("<details>");
  return table.split("\n").filter((line) => line.startsWith("| **"));
}

/** Returns the first sentence. */
function sentence(changes: readonly object[], others: object = {}): string {
  return summary(changes, others).markdown.split("\n")[0] ?? "";
}

describe("a plan's summary", () => {
  test("shows the order of a replacement that needs no approval, and what forces it", () => {
    const parts = {
      type: "aws_ecr_lifecycle_policy",
      before: { repository: "web", policy: '{"rules":[]}' },
      after: { repository: "web", policy: '{"rules": []}' },
      replace_paths: [["policy"]],
    };
    const difference = '`policy`: `{"rules":[]}` → `{"rules": []}`';
    expect(rows([change({ ...parts, actions: ["delete", "create"] })])).toEqual([
      `| **Replaced** | ECR lifecycle policy \`web\` | replaced, destroyed before it is re-created; ${difference} |`,
    ]);
    expect(rows([change({ ...parts, actions: ["create", "delete"] })])).toEqual([
      `| **Replaced** | ECR lifecycle policy \`web\` | replaced, re-created before the old one is destroyed; ${difference} |`,
    ]);
    expect(sentence([change({ ...parts, actions: ["create", "delete"] })])).toBe("prod: 1 resource is replaced.");
  });

  test("warns if an immutable version is destroyed before its successor exists", () => {
    const recipe = {
      type: "aws_imagebuilder_container_recipe",
      actions: ["delete", "create"],
      before: { name: "prod-web", version: "1.0.0", parent_image: "a" },
      after: { name: "prod-web", version: "1.0.1", parent_image: "b" },
    };
    expect(rows([change(recipe)])).toEqual([
      "| **New version** | recipe `prod-web` | `1.0.0` → `1.0.1` (parent image); the old one is removed before the new one exists |",
    ]);
    expect(rows([change({ ...recipe, after: { ...recipe.after, version: "1.0.0" } })])).toEqual([
      "| **⚠️ Version conflict** | recipe `prod-web` | `1.0.0` is already the version in AWS, which refuses it a second time; give it a version above that one |",
      "| **New version** | recipe `prod-web` | `1.0.0` → `1.0.0` (parent image); the old one is removed before the new one exists |",
    ]);
  });

  test("says when a new version will be built if a deploy builds nothing", () => {
    const recipe = change({
      type: "aws_imagebuilder_container_recipe",
      actions: ["create", "delete"],
      before: { name: "prod-web", version: "1.0.0" },
      after: { name: "prod-web", version: "1.1.0" },
    });
    expect(sentence([recipe])).toBe(
      "prod: 1 image gets a new version at the next scheduled build, nothing is deleted.",
    );
  });

  test("counts new versions of components if nothing else changes", () => {
    const component = change({
      type: "aws_imagebuilder_component",
      actions: ["create", "delete"],
      before: { name: "prod-web-install", version: "1.0.0" },
      after: { name: "prod-web-install", version: "1.0.1" },
    });
    expect(sentence([component])).toBe("prod: 1 new version of components or workflows, nothing is deleted.");
  });

  test("shows resources that only move in the state", () => {
    const moved = change({ address: "aws_sns_topic.new", previous_address: "aws_sns_topic.old", actions: ["no-op"] });
    expect(rows([moved])).toEqual(["| **State only** | `aws_sns_topic.new` | moved from `aws_sns_topic.old` |"]);
    expect(sentence([moved])).toBe("prod: 1 resource only moves in the state, nothing is deleted.");
    expect(summary([moved]).needsApproval).toBe(false);
  });

  test("requires approval for anything that is taken over, forgotten, cleaned up or unknown", () => {
    const row = (subject: string, message: string) => `| **⚠️ Needs approval** | ${subject} | ${message} |`;
    const taken = change({
      type: "aws_s3_bucket",
      actions: ["no-op"],
      before: { bucket: "logs" },
      importing: { id: "logs" },
    });
    expect(rows([taken])).toEqual([
      row("bucket `logs`", "taken over into this state, so that later plans may change or destroy it"),
      "| **State only** | bucket `logs` | taken over into this state as `logs` |",
    ]);
    const forgotten = change({ type: "aws_ecr_repository", actions: ["forget"], before: { name: "web" }, after: null });
    expect(rows([forgotten])[0]).toBe(row("ECR repository `web`", "no longer managed by Terraform, and left as it is"));
    expect(sentence([forgotten])).toBe(
      "⚠️ prod: **approval is needed in 1 place**, 1 resource is no longer managed, nothing is deleted.",
    );
    const leftover = change({ type: "aws_kms_key", actions: ["delete"], deposed: "4a1b", after: null });
    expect(rows([leftover])).toEqual([row("`aws_kms_key.one`", "a leftover from an earlier replacement is destroyed")]);
    expect(sentence([leftover])).toBe("⚠️ prod: **approval is needed in 1 place**, 1 resource is deleted.");
    const half = change({ type: "aws_ecr_repository", actions: ["create", "forget"] });
    expect(rows([half])).toEqual([
      row("ECR repository `one`", "`create, then forget` is an action that this program does not recognize"),
    ]);
    const foreign = change({ type: "aws_sns_topic", before: { display_name: "a" }, after: { display_name: "b" } });
    expect(rows([{ ...foreign, provider_name: "registry.terraform.io/evil/aws" }])).toEqual([
      row("`aws_sns_topic.one`", "it is a resource from another provider, `registry.terraform.io/evil/aws`"),
    ]);
    expect(summary([{ ...foreign, provider_name: "registry.terraform.io/hashicorp/aws" }]).needsApproval).toBe(false);
    const data = change({ type: "aws_ami", mode: "data", actions: ["read"] });
    expect(rows([data])).toEqual([row("`aws_ami.one`", "a data source is read during the apply")]);
    expect(rows([change({ type: "aws_sqs_queue" })])).toEqual([
      row("`aws_sqs_queue.one`", "`aws_sqs_queue` is unknown here: every change to it needs approval"),
    ]);
  });

  test("requires approval for what no plan of Terraform contains", () => {
    const of = (parts: object) =>
      change({ type: "aws_sns_topic", before: { display_name: "a" }, after: { display_name: "b" }, ...parts });
    expect(summary([of({})]).needsApproval).toBe(false);
    for (const parts of [
      { after: null },
      { after: [] },
      { after_sensitive: true },
      { after_unknown: true },
      { importing: true },
      { mode: "list" },
    ]) {
      expect([parts, summary([of(parts)]).needsApproval]).toEqual([parts, true]);
    }
    const resources = [{ address: "aws_sns_topic.one", type: "aws_iam_user" }];
    expect(summary([of({})], { configuration: { root_module: { resources } } }).needsApproval).toBe(true);
    for (const member of ["resource_changes", "resource_drift"]) {
      const plan = JSON.stringify({ format_version: "1.2", planned_values: {}, [member]: {} });
      expect(() => summarizePlan(plan)).toThrow(`${member} is not a list, which it is in every plan`);
    }
  });

  test("requires approval for the end of a resource in a module, with count, or with a provisioner", () => {
    const type = "aws_imagebuilder_component";
    const gone = (address: string) =>
      change({ type, address, actions: ["delete"], before: { name: "a" }, after: null });
    const judge = (address: string, ...resources: readonly object[]) =>
      summary([gone(address)], { configuration: { root_module: { resources } } }).needsApproval;
    expect(judge(`${type}.one`)).toBe(false);
    expect(judge(`module.a.${type}.one`)).toBe(true);
    expect(judge(`${type}.one[0]`)).toBe(true);
    expect(judge(`${type}.one["a.b"]`)).toBe(true);
    expect(judge(`${type}.one`, { address: `${type}.one`, type })).toBe(false);
    expect(judge(`${type}.one`, { address: `${type}.one`, type, provisioners: [{ type: "local-exec" }] })).toBe(true);
  });

  test("requires approval if somebody deleted a resource that the plan does not create again", () => {
    const type = "aws_s3_bucket_public_access_block";
    const gone = { type, actions: ["delete"], before: { bucket: "b" }, after: null };
    const lost = { resource_drift: [change(gone)] };
    const row =
      "| **⚠️ Needs approval** | public access block `b` | deleted outside Terraform, and this plan does not create it again |";
    expect(rows([], lost)).toEqual([row]);
    const back = change({ type, actions: ["create"], before: null, after: { bucket: "b" } });
    expect(rows([back], lost)).not.toContain(row);
    const unused = change({ ...gone, type: "aws_imagebuilder_component" });
    expect(summary([], { resource_drift: [unused] }).needsApproval).toBe(false);
  });

  test("accepts an unknown value only if the configuration, if it is given, has a reference and nothing else", () => {
    const [type, source] = ["aws_imagebuilder_image_pipeline", "aws_imagebuilder_container_recipe"];
    const references = [`${source}.one.arn`, `${source}.one`];
    const resources = [{ address: `${type}.one`, type, expressions: { container_recipe_arn: { references } } }];
    const one = change({
      type,
      before: { container_recipe_arn: "a" },
      after: {},
      after_unknown: { container_recipe_arn: true },
    });
    const judge = (arguments_?: object) =>
      summarizePlan(planOf([one], { configuration: { root_module: { resources } } }), {
        config: arguments_ && { resource: { [type]: { one: arguments_ } } },
      }).needsApproval;
    const arn = `${source}.one.arn`;
    expect(judge()).toBe(false);
    expect(judge({ container_recipe_arn: `\${${arn}}` })).toBe(false);
    expect(judge({ container_recipe_arn: `\${${arn} == "" ? "" : "arn:evil"}` })).toBe(true);
    expect(judge({ container_recipe_arn: `arn:evil\${${arn}}` })).toBe(true);
    expect(judge({})).toBe(true);
  });

  test("treats an account as the stack's own only if the configuration before the change says so", () => {
    const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
    const group = change({
      type: "aws_cloudwatch_log_group",
      actions: ["create"],
      before: null,
      after: { name: "a", kms_key_id: key, retention_in_days: 7, skip_destroy: false },
    });
    const there = change({
      type: "aws_sns_topic",
      actions: ["no-op"],
      before: { arn: "arn:aws:sns:eu-west-1:111122223333:a" },
    });
    const judge = (accounts?: string[]) =>
      summarizePlan(planOf([group, { ...there, address: "aws_sns_topic.b" }]), { base: accounts && { accounts } });
    expect(judge(["111122223333"]).needsApproval).toBe(false);
    expect(judge(["444455556666"]).needsApproval).toBe(true);
    expect(judge().needsApproval).toBe(true);
    expect(judge().markdown).toContain("`--config-before`");
  });

  test("says if the deploy roles' trust is replaced in a single step", () => {
    const trust = (file: string) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
            Condition: { StringLike: { "token.actions.githubusercontent.com:job_workflow_ref": file } },
          },
        ],
      });
    const both = (one: string, other: string) => {
      const [first, second] = [one, other].map((each) => JSON.parse(trust(each)) as { Statement: object[] });
      return JSON.stringify({ ...first, Statement: [...(first?.Statement ?? []), ...(second?.Statement ?? [])] });
    };
    const hint = (name: string, before: string, after: string) =>
      summary([
        change({
          type: "aws_iam_role",
          before: { name, assume_role_policy: before },
          after: { name, assume_role_policy: after },
        }),
      ]).markdown.includes("Trust both first, with `former` (docs/accounts.md");
    const deploys = "dev-image-pipelines-deploy";
    expect(hint(deploys, trust("deploy.yml"), trust("ship.yml"))).toBe(true);
    expect(hint(deploys, trust("deploy.yml"), both("deploy.yml", "ship.yml"))).toBe(false);
    expect(hint(deploys, both("deploy.yml", "ship.yml"), trust("ship.yml"))).toBe(false);
    expect(hint("dev-image-rebuilds", trust("deploy.yml"), trust("ship.yml"))).toBe(false);
  });

  test("requires approval for anything other than a resource change: other providers' settings, accounts, parts of a plan", () => {
    const state = change({
      type: "aws_sns_topic",
      actions: ["no-op"],
      before: { arn: "arn:aws:sns:eu-west-1:111122223333:a" },
    });
    const withProvider = (expressions: object) => ({
      configuration: { provider_config: { aws: { name: "aws", expressions } }, root_module: { resources: [] } },
    });
    const usual = {
      region: { constant_value: "eu-west-1" },
      allowed_account_ids: { constant_value: ["111122223333"] },
    };
    expect(summary([state], withProvider(usual)).needsApproval).toBe(false);
    const row = (message: string) => `| **⚠️ Needs approval** | provider | ${message} |`;
    const others = { ...usual, allowed_account_ids: { constant_value: ["111122223333", "444455556666"] } };
    expect(rows([state], withProvider(others))).toEqual([
      row("`allowed_account_ids`: `111122223333`, `444455556666`, but the stack is in `111122223333`"),
    ]);
    expect(rows([state], withProvider({ ...usual, region: { constant_value: "us-east-1" } }))).toEqual([
      row("`region`: not a region of the stack, `eu-west-1`"),
    ]);
    expect(rows([state], withProvider({ ...usual, assume_role: [{}], endpoints: [{}] }))).toEqual([
      row("`assume_role` is a setting that decides where Terraform works, and as whom"),
      row("`endpoints` is a setting that decides where Terraform works, and as whom"),
    ]);
    // What Terraform writes for a configuration without a provider block.
    const without = { configuration: { provider_config: { aws: { name: "aws", version_constraint: "5.100.0" } } } };
    expect(rows([state], without)).toContain(
      row("`allowed_account_ids`: any account, but the stack is in `111122223333`"),
    );
    expect(rows([], without)).toEqual([row("`allowed_account_ids`: any account")]);
    const elsewhere = { ...usual, region: { constant_value: "us-east-1" }, alias: { constant_value: "other" } };
    for (const [key, provider] of Object.entries({
      "aws.other": { name: "aws", alias: "other", expressions: elsewhere },
      mine: { name: "mine", full_name: "registry.opentofu.org/hashicorp/aws", expressions: elsewhere },
    })) {
      const aws = { name: "aws", expressions: usual };
      expect(rows([state], { configuration: { provider_config: { aws, [key]: provider } } })).toEqual([
        row("`region`: not a region of the stack, `eu-west-1`"),
      ]);
    }
    const secret = { address: "ephemeral.aws_ssm_parameter.a", mode: "ephemeral", type: "aws_ssm_parameter" };
    expect(rows([state], { configuration: { root_module: { resources: [secret] } } })).toEqual([
      "| **⚠️ Needs approval** | plan | the apply opens an ephemeral resource, which no plan shows |",
    ]);
    const base = { accounts: ["999999999999"] };
    expect(summarizePlan(planOf([state], withProvider(usual)), { base }).needsApproval).toBe(true);
    expect(summary([state], withProvider(usual)).markdown).not.toContain("--config-before");
    expect(rows([state], { action_invocations: [{}] })).toEqual([
      "| **⚠️ Needs approval** | plan | `action_invocations` is a part of the plan that this program does not recognize |",
    ]);
  });

  test.each([
    ["create", undefined, "dev", true],
    ["update", "dev", "prod", true],
    ["no-op", "dev", "dev", false],
    ["delete", "dev", null, false],
  ])("requires approval if the stack names another environment: %s", (action, before, after, needed) => {
    const environment = { actions: [action], before, after };
    expect(summary([], { output_changes: { environment } }).needsApproval).toBe(needed);
    const base = { accounts: [], environment: after ?? undefined };
    expect(summarizePlan(planOf([], { output_changes: { environment } }), { base }).needsApproval).toBe(false);
    expect(summary([], { output_changes: { other: environment } }).needsApproval).toBe(false);
  });

  test("requires approval if a hidden value that it does not recognize is removed", () => {
    const type = "aws_imagebuilder_infrastructure_configuration";
    const [before, after] = [{ name: "a", new_in_provider: "secret" }, { name: "a" }];
    const one = change({ type, before, after, before_sensitive: { new_in_provider: true } });
    expect(rows([one])).toContain(
      "| **⚠️ Needs approval** | infrastructure configuration `a` | `new_in_provider` was hidden, at least in part |",
    );
  });

  test("counts all resources that it creates if one of them is a new image", () => {
    const of = (type: string, name: string) => change({ type, actions: ["create"], before: null, after: { name } });
    expect(sentence([of("aws_imagebuilder_image_pipeline", "web"), of("aws_sns_topic", "news")])).toContain(
      "1 new image, 2 resources are created, nothing is deleted",
    );
  });

  test("reports what was changed outside Terraform only if the plan changes it back", () => {
    const type = "aws_imagebuilder_infrastructure_configuration";
    const drift = [
      change({ type, before: { name: "a", description: "a" }, after: { name: "a", description: "b" } }),
      change({ type, address: `${type}.quiet`, before: { tags: null }, after: { tags: {} } }),
    ];
    const back = change({ type, before: { name: "a", description: "b" }, after: { name: "a", description: "a" } });
    const { markdown, needsApproval } = summary([back], { resource_drift: drift });
    expect(needsApproval).toBe(false);
    expect(markdown).toContain("Something was changed outside Terraform, and this plan changes it back.");
    expect(markdown).toContain(
      "| **Pipeline updated** | infrastructure configuration `a` | `description`: `b` → `a` |",
    );
    expect(markdown).toContain("| **Changed outside Terraform** | infrastructure configuration `a` | `description` |");
    expect(markdown).not.toContain(`${type}.quiet`);
    const other = change({ type, before: { name: "a", sns_topic_arn: "b" }, after: { name: "a", sns_topic_arn: "c" } });
    expect(summary([other], { resource_drift: drift }).markdown).not.toContain("**Changed outside Terraform**");
    const left = summary([], { resource_drift: drift });
    expect(left.markdown).toMatch(/^prod: no changes\.\n/);
    expect(left.markdown).toContain("Changed outside Terraform, and left that way: 1 in detail");
  });

  test("requires approval if someone changed a protection, whether or not the plan changes it back", () => {
    const type = "aws_s3_bucket_public_access_block";
    const [on, off] = [true, false].map((block_public_acls) => ({ bucket: "b", block_public_acls }));
    const drift = { resource_drift: [change({ type, before: on, after: off })] };
    const row = "| **⚠️ Needs approval** | public access block `b` | `block_public_acls` changed outside Terraform |";
    expect(rows([], drift)).toEqual([row]);
    expect(sentence([], drift)).toBe(
      "⚠️ prod: **approval is needed in 1 place**, no resource changes, nothing is deleted.",
    );
    expect(rows([change({ type, before: off, after: on })], drift)).toContain(row);
    const rights = { name: "a", managed_policy_arns: ["arn:aws:iam::aws:policy/AdministratorAccess"] };
    const role = change({ type: "aws_iam_role", before: { name: "a", managed_policy_arns: [] }, after: rights });
    expect(rows([], { resource_drift: [role] })).toEqual([
      "| **⚠️ Needs approval** | IAM role `a` | `managed_policy_arns` changed outside Terraform |",
    ]);
    const [policy_arn] = rights.managed_policy_arns;
    const attached = { role: "a", policy_arn };
    const attachment = change({
      type: "aws_iam_role_policy_attachment",
      actions: ["no-op"],
      before: attached,
      after: attached,
    });
    expect(summary([attachment], { resource_drift: [role] }).needsApproval).toBe(false);
  });

  test("a topic's policy comes from its policy resource, or someone changed it", () => {
    const arn = "arn:aws:sns:eu-west-1:111122223333:builds";
    const drift = (policy: string) =>
      change({ type: "aws_sns_topic", before: { arn, policy: "default" }, after: { arn, policy } });
    const own = change({
      type: "aws_sns_topic_policy",
      actions: ["no-op"],
      before: { arn, policy: "own" },
      after: { arn, policy: "own" },
    });
    expect(summary([own], { resource_drift: [drift("own")] }).needsApproval).toBe(false);
    expect(summary([own], { resource_drift: [drift("another")] }).needsApproval).toBe(true);
    expect(summary([], { resource_drift: [drift("own")] }).needsApproval).toBe(true);
  });

  test("reports a pipeline that was disabled and is enabled again", () => {
    const type = "aws_imagebuilder_image_pipeline";
    const [on, off] = [
      { name: "prod-web", status: "ENABLED" },
      { name: "prod-web", status: "DISABLED" },
    ];
    const drift = { resource_drift: [change({ type, before: on, after: off })] };
    const message = "was disabled, as Image Builder does after failed builds; this deploy enables it again";
    expect(rows([change({ type, before: off, after: on })], drift)).toContain(
      `| **Changed outside Terraform** | pipeline \`prod-web\` | ${message} |`,
    );
    expect(rows([change({ type, before: off, after: { ...off, name: "prod-api" } })], drift).join("\n")).not.toContain(
      message,
    );
    const [described, byHand] = [
      { ...on, description: "Web", date_updated: "" },
      { ...off, description: "by hand", date_updated: "2026-11-28" },
    ];
    const both = { resource_drift: [change({ type, before: described, after: byHand })] };
    expect(rows([change({ type, before: byHand, after: { ...byHand, ...on, description: "Web" } })], both)).toContain(
      `| **Changed outside Terraform** | pipeline \`prod-web\` | ${message}; also \`description\` |`,
    );
  });

  test("a schedule shows its time zone, and whether it waits for updates or does not run", () => {
    const schedule = (parts: object) => ({ name: "p", status: "ENABLED", schedule: [parts] });
    const one = change({
      type: "aws_imagebuilder_image_pipeline",
      before: schedule({ schedule_expression: "rate(1 day)", timezone: "Etc/UTC" }),
      after: {
        ...schedule({
          schedule_expression: "cron(0 9 1 * ? *)",
          timezone: "Europe/Berlin",
          pipeline_execution_start_condition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
        }),
        status: "DISABLED",
      },
    });
    expect(rows([one]).slice(1)).toEqual([
      "| **Schedule changed** | pipeline `p` | every day → **at 09:00 Europe/Berlin on the first day of every month, if a dependency has been updated, once it is enabled** |",
    ]);
    const byHand = change({
      type: "aws_imagebuilder_image_pipeline",
      before: { name: "p", schedule: [{ schedule_expression: "rate(1 day)" }] },
      after: { name: "p", schedule: [] },
    });
    expect(rows([byHand]).slice(1)).toEqual([
      "| **Schedule changed** | pipeline `p` | every day → **without a schedule** |",
    ]);
  });

  test("allows removing a schedule if an event rule in the same plan starts the pipeline", () => {
    const type = "aws_imagebuilder_image_pipeline";
    const before = { name: "p", schedule: [{ schedule_expression: "rate(1 day)" }] };
    const unscheduled = change({ type, before, after: { name: "p", schedule: [] } });
    const target = "aws_cloudwatch_event_target";
    const existing = change({ type: target, actions: ["no-op"], before: { arn: "p" }, after: { arn: "p" } });
    const judgeWith = (changes: readonly object[], ...references: string[]) => {
      const resources = [
        { address: `${type}.one`, mode: "managed", type, name: "one", expressions: {} },
        { address: `${target}.one`, mode: "managed", type: target, expressions: { arn: { references } } },
      ];
      return summary([unscheduled, ...changes], { configuration: { root_module: { resources } } }).needsApproval;
    };
    const judge = judgeWith.bind(undefined, [existing]);
    // As with `count = 0`.
    expect(judgeWith([], `${type}.one.arn`, `${type}.one`)).toBe(true);
    expect(judge(`${type}.one.arn`, `${type}.one`)).toBe(false);
    expect(judge(`${type}.other.arn`, `${type}.other`)).toBe(true);
    expect(judge("var.arn")).toBe(true);
    expect(judge()).toBe(true);
  });

  test("the time for many builds assumes that Terraform runs ten at a time", () => {
    const builds = Array.from({ length: 11 }, (_, index) =>
      change({
        type: "aws_imagebuilder_image",
        address: `aws_imagebuilder_image.i${index}`,
        actions: ["create", "delete"],
      }),
    );
    expect(sentence(builds)).toBe("prod: 11 images will be rebuilt (about 40 minutes), nothing is deleted.");
  });

  test("multi-line strings and policies are compared line by line", () => {
    const { markdown } = summary([
      change({
        before: { document: "a\nb\nc\n", policy: '{"a":1,"b":2}', plain: "x" },
        after: { document: "a\nB\nc\n", policy: '{"a":1,"b":3}', plain: "y" },
      }),
    ]);
    expect(markdown).toContain("`document`:\n\n```diff\n@@ -1,4 +1,4 @@\n a\n-b\n+B\n c\n```");
    expect(markdown).toContain('`policy`:\n\n```diff\n@@ -1,4 +1,4 @@\n {\n   "a": 1,\n-  "b": 2\n+  "b": 3\n }\n```');
    expect(markdown).toContain("| `plain` | `x` | `y` |");
  });

  test("an errored plan, an incomplete plan and failed checks are reported at the top", () => {
    const errored = summary([change({})], { errored: true });
    expect(errored.errored).toBe(true);
    expect(errored.markdown).toMatch(
      /^⚠️ prod: Terraform stopped with an error during planning: nothing in this plan can be applied\./,
    );
    const { markdown } = summary([change({ before: { a: 1 }, after: { a: 2 } })], {
      complete: false,
      checks: [{ address: { to_display: "var.subnet_id" }, status: "fail" }],
    });
    expect(markdown).toContain("This plan is not the whole change: Terraform was told to leave something out");
    expect(markdown).toContain("Failed checks: `var.subnet_id`.");
  });

  test("a plan without changes is reported in one sentence", () => {
    expect(summary([change({ actions: ["no-op"] })]).markdown).toBe("prod: no changes.\n");
  });
});
