import { summarizePlan } from "../plan-summary";
import { change, planOf } from "./hand-made";

const summary = (changes: readonly object[], others: object = {}) =>
  summarizePlan(planOf(changes, others), { stack: "prod" });

/** The table's rows. */
function rows(changes: readonly object[], others: object = {}): string[] {
  const { markdown } = summary(changes, others);
  const [table = ""] = markdown.split("<details>");
  return table.split("\n").filter((line) => line.startsWith("| **"));
}

/** The first sentence. */
function sentence(changes: readonly object[], others: object = {}): string {
  return summary(changes, others).markdown.split("\n")[0] ?? "";
}

describe("a plan's summary", () => {
  test("shows the order of a replacement of what needs no approval, and what forces it", () => {
    const parts = {
      type: "aws_ecr_lifecycle_policy",
      before: { repository: "web", policy: '{"rules":[]}' },
      after: { repository: "web", policy: '{"rules": []}' },
      replace_paths: [["policy"]],
    };
    const difference = '`policy`: `{"rules":[]}` → `{"rules": []}`';
    expect(rows([change({ ...parts, actions: ["delete", "create"] })])).toEqual([
      `| **Replaced** | ECR lifecycle policy \`web\` | replaced, destroyed before it is created anew; ${difference} |`,
    ]);
    expect(rows([change({ ...parts, actions: ["create", "delete"] })])).toEqual([
      `| **Replaced** | ECR lifecycle policy \`web\` | replaced, created anew before it is destroyed; ${difference} |`,
    ]);
    expect(sentence([change({ ...parts, actions: ["create", "delete"] })])).toBe("prod: 1 resource is replaced.");
  });

  test("warns where an immutable version is destroyed before its successor is there", () => {
    const recipe = {
      type: "aws_imagebuilder_container_recipe",
      actions: ["delete", "create"],
      before: { name: "prod-web", version: "1.0.0", parent_image: "a" },
      after: { name: "prod-web", version: "1.0.1", parent_image: "b" },
    };
    expect(rows([change(recipe)])).toEqual([
      "| **New version** | recipe `prod-web` | `1.0.0` → `1.0.1` (parent image); the old one is removed before the new one is there |",
    ]);
    expect(rows([change({ ...recipe, after: { ...recipe.after, version: "1.0.0" } })])).toEqual([
      "| **⚠️ Version conflict** | recipe `prod-web` | `1.0.0` is the version that AWS has already, and it refuses it a second time; give it a version above that one |",
      "| **New version** | recipe `prod-web` | `1.0.0` → `1.0.0` (parent image); the old one is removed before the new one is there |",
    ]);
  });

  test("says when a new version is built where a deploy builds nothing", () => {
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

  test("shows what only moves in the state", () => {
    const moved = change({ address: "aws_sns_topic.new", previous_address: "aws_sns_topic.old", actions: ["no-op"] });
    expect(rows([moved])).toEqual(["| **State only** | `aws_sns_topic.new` | moved from `aws_sns_topic.old` |"]);
    expect(sentence([moved])).toBe("prod: 1 resource only moves in the state, nothing is deleted.");
    expect(summary([moved]).needsApproval).toBe(false);
  });

  test("wants approval of what is taken over, forgotten, cleared away, or not known to it", () => {
    const row = (subject: string, message: string) => `| **⚠️ Needs approval** | ${subject} | ${message} |`;
    const taken = change({
      type: "aws_s3_bucket",
      actions: ["no-op"],
      before: { bucket: "logs" },
      importing: { id: "logs" },
    });
    expect(rows([taken])).toEqual([
      row("bucket `logs`", "taken over into this state, so that later plans may change and destroy it"),
      "| **State only** | bucket `logs` | taken over into this state as `logs` |",
    ]);
    const forgotten = change({ type: "aws_ecr_repository", actions: ["forget"], before: { name: "web" }, after: null });
    expect(rows([forgotten])[0]).toBe(
      row("ECR repository `web`", "no longer looked after by Terraform, and left as it is"),
    );
    expect(sentence([forgotten])).toBe(
      "⚠️ prod: **approval is needed in 1 place**, 1 resource is no longer looked after, nothing is deleted.",
    );
    const leftover = change({ type: "aws_kms_key", actions: ["delete"], deposed: "4a1b", after: null });
    expect(rows([leftover])).toEqual([row("`aws_kms_key.one`", "a leftover of an earlier replacement is destroyed")]);
    expect(sentence([leftover])).toBe("⚠️ prod: **approval is needed in 1 place**, 1 resource is deleted.");
    const half = change({ type: "aws_ecr_repository", actions: ["create", "forget"] });
    expect(rows([half])).toEqual([
      row("ECR repository `one`", "`create, then forget` is an action that this program does not know"),
    ]);
    const foreign = change({ type: "aws_sns_topic", before: { display_name: "a" }, after: { display_name: "b" } });
    expect(rows([{ ...foreign, provider_name: "registry.terraform.io/evil/aws" }])).toEqual([
      row("`aws_sns_topic.one`", "it is a resource of another provider, `registry.terraform.io/evil/aws`"),
    ]);
    expect(summary([{ ...foreign, provider_name: "registry.terraform.io/hashicorp/aws" }]).needsApproval).toBe(false);
    const data = change({ type: "aws_ami", mode: "data", actions: ["read"] });
    expect(rows([data])).toEqual([row("`aws_ami.one`", "a data source is read while the plan is applied")]);
    expect(rows([change({ type: "aws_sqs_queue" })])).toEqual([
      row("`aws_sqs_queue.one`", "nothing is known of `aws_sqs_queue`: every change of it needs approval"),
    ]);
  });

  test("takes no account for the stack's own unless the configuration before the change says so", () => {
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

  test("says that trust is exchanged in one step, of the roles that deploy", () => {
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

  test("wants approval of what is no change of a resource: other providers' settings, accounts, parts of a plan", () => {
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
      row("`allowed_account_ids`: `111122223333`, `444455556666`, where the stack is in `111122223333`"),
    ]);
    expect(rows([state], withProvider({ ...usual, region: { constant_value: "us-east-1" } }))).toEqual([
      row("`region`: another than that of the stack, `eu-west-1`"),
    ]);
    expect(rows([state], withProvider({ ...usual, assume_role: [{}], endpoints: [{}] }))).toEqual([
      row("`assume_role` is a setting that decides where and as whom Terraform works"),
      row("`endpoints` is a setting that decides where and as whom Terraform works"),
    ]);
    const base = { accounts: ["999999999999"] };
    expect(summarizePlan(planOf([state], withProvider(usual)), { base }).needsApproval).toBe(true);
    expect(summary([state], withProvider(usual)).markdown).not.toContain("--config-before");
    expect(rows([state], { action_invocations: [{}] })).toEqual([
      "| **⚠️ Needs approval** | plan | `action_invocations` is a part of the plan that this program does not know |",
    ]);
  });

  test("reports what was changed outside Terraform only where the plan changes it back", () => {
    const type = "aws_imagebuilder_infrastructure_configuration";
    const drift = [
      change({ type, before: { name: "a", description: "a" }, after: { name: "a", description: "b" } }),
      change({ type, address: `${type}.quiet`, before: { tags: null }, after: { tags: {} } }),
    ];
    const back = change({ type, before: { name: "a", description: "b" }, after: { name: "a", description: "a" } });
    const { markdown, needsApproval } = summary([back], { resource_drift: drift });
    expect(needsApproval).toBe(false);
    expect(markdown).toContain("Somebody changed things outside Terraform, and this plan changes them back.");
    expect(markdown).toContain(
      "| **Pipeline updated** | infrastructure configuration `a` | `description`: `b` → `a` |",
    );
    expect(markdown).toContain("| **Changed outside Terraform** | infrastructure configuration `a` | `description` |");
    expect(markdown).not.toContain(`${type}.quiet`);
    const left = summary([], { resource_drift: drift });
    expect(left.markdown).toMatch(/^prod: no changes\.\n/);
    expect(left.markdown).toContain("Changed outside Terraform, and left so: 1 in detail");
  });

  test("wants approval where somebody changed a protection, whether the plan changes it back or not", () => {
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

  test("the policy that a topic shows is its policy resource's, or somebody changed it", () => {
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

  test("reports a pipeline that was switched off and is switched on again", () => {
    const type = "aws_imagebuilder_image_pipeline";
    const [on, off] = [
      { name: "prod-web", status: "ENABLED" },
      { name: "prod-web", status: "DISABLED" },
    ];
    const drift = { resource_drift: [change({ type, before: on, after: off })] };
    const message = "was switched off, as Image Builder does after failed builds; this deploy switches it on again";
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

  test("a schedule says its time zone, that it waits for updates, or that it does not run", () => {
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
      "| **Schedule changed** | pipeline `p` | every day → **at 09:00 Europe/Berlin on the first day of every month, if a dependency has an update, once it is enabled** |",
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

  test("lets a schedule go if an event rule of the same plan starts the pipeline", () => {
    const type = "aws_imagebuilder_image_pipeline";
    const before = { name: "p", schedule: [{ schedule_expression: "rate(1 day)" }] };
    const unscheduled = change({ type, before, after: { name: "p", schedule: [] } });
    const judge = (...references: string[]) => {
      const target = "aws_cloudwatch_event_target";
      const resources = [
        { address: `${type}.one`, mode: "managed", type, name: "one", expressions: {} },
        { address: `${target}.one`, mode: "managed", type: target, expressions: { arn: { references } } },
      ];
      return summary([unscheduled], { configuration: { root_module: { resources } } }).needsApproval;
    };
    expect(judge(`${type}.one.arn`, `${type}.one`)).toBe(false);
    expect(judge(`${type}.other.arn`, `${type}.other`)).toBe(true);
    expect(judge("var.arn")).toBe(true);
    expect(judge()).toBe(true);
  });

  test("many builds take as long as Terraform's ten at a time do", () => {
    const builds = Array.from({ length: 11 }, (_, index) =>
      change({
        type: "aws_imagebuilder_image",
        address: `aws_imagebuilder_image.i${index}`,
        actions: ["create", "delete"],
      }),
    );
    expect(sentence(builds)).toBe("prod: 11 images will be rebuilt (about 40 minutes), nothing is deleted.");
  });

  test("texts of several lines and policies are compared line by line", () => {
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

  test("an errored plan, an incomplete one and checks that do not hold stand at the top", () => {
    const errored = summary([change({})], { errored: true });
    expect(errored.errored).toBe(true);
    expect(errored.markdown).toMatch(
      /^⚠️ prod: Terraform stopped with an error while it planned: nothing of this can be applied\./,
    );
    const { markdown } = summary([change({ before: { a: 1 }, after: { a: 2 } })], {
      complete: false,
      checks: [{ address: { to_display: "var.subnet_id" }, status: "fail" }],
    });
    expect(markdown).toContain("This plan is not the whole change: Terraform was told to leave something out");
    expect(markdown).toContain("Does not hold: `var.subnet_id`.");
  });

  test("no changes at all are one sentence", () => {
    expect(summary([change({ actions: ["no-op"] })]).markdown).toBe("prod: no changes.\n");
  });
});
