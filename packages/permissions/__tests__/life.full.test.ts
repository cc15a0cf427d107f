import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { isRead } from "../grants";
import { permissionTable } from "../permission-table";
import { withoutCall } from "./without-call";
import { stackPolicy } from "../policy";
import type { PolicyDocument } from "../policy-document";
import type { Block, StackConfig } from "../stack-config";
import { startLocalAws, type LocalAws } from "@pipelines/local-aws/local-aws";
import { accounts } from "@pipelines/testing/fixture-app";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import { exportedFrom, projectCopy, readJson } from "@pipelines/testing/exporting";
import { clientsOf } from "@pipelines/testing/clients";
import { actionsOf, allowedActions, allows } from "@pipelines/testing/iam";

type Changeable = Record<string, unknown>;

/** Returns a resource of a given type to change: hello-world's, if every image has one. */
function one(config: StackConfig, type: string): Changeable {
  const all = Object.entries(config.resource[type] ?? {});
  const [, resource] = all.find(([id]) => id.includes("hello-world")) ?? all[0] ?? [];
  if (resource === undefined) throw new Error(`no ${type}`);
  return resource;
}

/** Changes everything that can change: replacements, updates, and one more tag on everything. */
function changeAll(config: StackConfig): void {
  const component = one(config, "aws_imagebuilder_component");
  component["version"] = "1.0.99";
  component["data"] = `${String(component["data"])}# changed\n`;
  one(config, "aws_imagebuilder_container_recipe")["version"] = "1.0.99";
  const schedule = { schedule_expression: "rate(1 day)", pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY" };
  one(config, "aws_imagebuilder_image_pipeline")["schedule"] = schedule;
  one(config, "aws_imagebuilder_infrastructure_configuration")["instance_types"] = ["m5.large"];
  one(config, "aws_imagebuilder_distribution_configuration")["description"] = "changed";
  one(config, "aws_cloudwatch_log_group")["retention_in_days"] = 180;
  one(config, "aws_cloudwatch_event_rule")["description"] = "changed";
  const role = one(config, "aws_iam_role");
  role["description"] = "changed";
  role["assume_role_policy"] = String(role["assume_role_policy"]).replace('"Effect"', '"Sid":"Changed","Effect"');
  tagsOf(config)["More"] = "x";
}

function tagsOf(config: StackConfig): Changeable {
  const [aws] = config.provider.aws as unknown as readonly { default_tags: readonly { tags: Changeable }[] }[];
  return aws?.default_tags[0]?.tags ?? {};
}

/** Read calls that the provider makes when it creates, changes or destroys something, but not during a refresh. */
const notByEveryPlan = ["ecr:DescribeImages", "iam:ListInstanceProfilesForRole", "s3:ListBucketVersions"];

interface State {
  readonly values: { readonly root_module: { readonly resources: readonly { type: string; values: Block }[] } };
}

describeWithTerraform("The entire life cycle of an environment", (terraform) => {
  let aws: LocalAws;
  let policy: PolicyDocument;
  let used: readonly string[];
  let planPolicy: PolicyDocument;
  let usedByPlan: readonly string[];
  let state: State;

  beforeAll(async () => {
    aws = await startLocalAws();
    const { s3 } = clientsOf(aws, "us-east-1", accounts.dev);
    await s3.send(new CreateBucketCommand({ Bucket: `image-builder-state-${accounts.dev}-us-east-1` }));
    const before = aws.calls.length;

    // An environment with everything that it can have, including what dev does not use.
    const project = projectCopy();
    const stack = path.join(project, "stacks/dev-stack.ts");
    const settings = fs.readFileSync(stack, "utf8");
    const more =
      'notifications: { emails: ["builds@example.com"] }, consumers: { accounts: ["444455556666"] }, ' +
      'registryScan: "basic",';
    fs.writeFileSync(
      stack,
      settings.replace("images: [", (images) => `${more} ${images}`),
    );
    fs.cpSync(
      path.join(__dirname, "../../testing/fixtures/workflows/approve.yaml"),
      path.join(project, "images/hello-world/approve.yaml"),
    );
    const image = path.join(project, "images/hello-world/image.ts");
    const approve = '{ document: "approve.yaml", type: "TEST", parameters: { waitForApproval: "true" } }';
    const definition = fs.readFileSync(image, "utf8");
    fs.writeFileSync(
      image,
      definition.replace(
        "components: [",
        (components) => `workflows: [{ managed: "build-container" }, ${approve}], ${components}`,
      ),
    );
    // The export uses the version numbers in the lock unchanged.
    const synth = ["--require", "./typescript.cjs", "main.ts", "--without-history"];
    const env = { ...process.env };
    delete env.CI;
    expect(spawnSync(process.execPath, synth, { cwd: project, env }).status).toBe(0);
    const folder = exportedFrom(project, "dev", "--backend", "keep");
    const names = fs.readdirSync(folder).filter((name) => name.startsWith("deploy-policy"));
    const parts = names.map((name) => readJson(folder, name) as PolicyDocument);
    policy = { Version: "2012-10-17", Statement: parts.flatMap(({ Statement }) => Statement) };
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: accounts.dev });
    const dev = new TerraformFolder(target, folder);
    const config = readJson(folder, "cdk.tf.json") as StackConfig;
    const apply = async (): Promise<void> => {
      fs.writeFileSync(path.join(folder, "cdk.tf.json"), JSON.stringify(config));
      await dev.succeed("apply", "-auto-approve");
    };
    await dev.succeed("init", "-input=false");
    await dev.succeed("apply", "-auto-approve");
    state = JSON.parse(await dev.succeed("show", "-json")) as State;
    const beforePlan = aws.calls.length;
    // Planned the way the workflow does it: without a lock, because the plan role may not write.
    await dev.succeed("plan", "-detailed-exitcode", "-lock=false");
    usedByPlan = actionsOf(aws.calls.slice(beforePlan));
    planPolicy = stackPolicy("dev", config, { purpose: "plan" }).document;
    await moveStateAwayAndBack(dev, new TerraformFolder(target, exportedFrom(project, "dev")));
    changeAll(config);
    await apply();
    delete tagsOf(config)["More"];
    one(config, "aws_ecr_repository")["image_tag_mutability"] = "IMMUTABLE";
    await apply();
    await dev.succeed("destroy", "-auto-approve");
    used = actionsOf(aws.calls.slice(before));
  });

  /**
   * As in docs/hcp-terraform.md, with a state file instead of a workspace. After either move, nothing may be left to
   * change.
   */
  async function moveStateAwayAndBack(s3: TerraformFolder, other: TerraformFolder): Promise<void> {
    await other.succeed("init", "-input=false");
    for (const [from, to] of [
      [s3, other],
      [other, s3],
    ] as const) {
      fs.writeFileSync(path.join(to.folder, "moved.tfstate"), await from.succeed("state", "pull"));
      // On the way back, the state from before the move still exists, and may have the same serial.
      await to.succeed("state", "push", ...(to === s3 ? ["-force"] : []), "moved.tfstate");
      await to.succeed("plan", "-detailed-exitcode");
    }
  }

  afterAll(async () => {
    await aws.close();
  });

  it("needs only actions that the policy allows", () => {
    const allowed = new Set(allowedActions(policy));
    expect(used.filter((action) => !allowed.has(action))).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
  });

  it("needs every action that the policy allows, except those with a stated reason", () => {
    const taken = new Set(used);
    expect(allowedActions(policy).filter((action) => !taken.has(action))).toEqual(Object.keys(withoutCall).sort());
  });

  it("is planned with the plan permissions, all of which it needs and none of which change anything", () => {
    const allowed = allowedActions(planPolicy);
    expect(usedByPlan.filter((action) => !allowed.includes(action))).toEqual([]);
    expect(allowed.filter((action) => !usedByPlan.includes(action))).toEqual(notByEveryPlan);
    expect(allowed.filter((action) => !isRead(action))).toEqual([]);
  });

  it("has only resources that the policies cover", () => {
    const { resources } = state.values.root_module;
    const reached = resources
      .filter(({ values }) => typeof values["arn"] === "string")
      // Its `arn` is that of its topic.
      .filter(({ type }) => type !== "aws_cloudwatch_event_target");
    // Everything that has its own ARN; attachments, policies and bucket settings are covered by the ARN of their
    // resource.
    expect([...new Set(reached.map(({ type }) => type))].sort()).toEqual(
      Object.keys(permissionTable)
        .filter(
          (type) =>
            !/^aws_(s3_bucket_|iam_role_|iam_policy|iam_openid_|ecr_(lifecycle|repository)_policy|ecr_registry|cloudwatch_event_target)/.test(
              type,
            ),
        )
        .sort(),
    );
    for (const { type, values } of reached) {
      for (const action of permissionTable[type as keyof typeof permissionTable].actions) {
        const arn = String(values["arn"]);
        expect([action, arn, allows(policy, action, arn)]).toEqual([action, arn, true]);
        expect([action, arn, allows(planPolicy, action, arn)]).toEqual([action, arn, isRead(action)]);
      }
    }
  });
});
