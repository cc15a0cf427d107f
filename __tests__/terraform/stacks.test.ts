import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "../../tools/rehearsal/aws/local-aws";
import { accounts } from "../../stacks/accounts";
import { s3Sources } from "../../images/s3-sources";
import type { ResolvedSettings } from "../../stacks/environment-settings";
import { OwnApp } from "../stacks/environments";
import { describeWithTerraform, type PlanJson, TerraformFolder, withOneProvider } from "../terraform";
import { synthesizeApp } from "./synthesized-app";

const bucket = {
  aws_s3_bucket: 1,
  aws_s3_bucket_lifecycle_configuration: 1,
  aws_s3_bucket_ownership_controls: 1,
  aws_s3_bucket_policy: 1,
  aws_s3_bucket_public_access_block: 1,
  aws_s3_bucket_server_side_encryption_configuration: 1,
  aws_s3_bucket_versioning: 1,
};
const own = new OwnApp();

function hasConsumers(consumers: ResolvedSettings["consumers"]): boolean {
  return Object.values(consumers ?? {}).some((one) => (Array.isArray(one) ? one.length > 0 : one === true));
}

/** Resources that an environment plans for the images in its settings, by type. */
function environmentResources({
  images,
  account,
  buildOnDeploy,
  notifications,
  consumers,
  scan,
  registryScan,
  buildPermissions,
  instanceProfile,
}: ResolvedSettings): Record<string, number> {
  const scanned = images.some((image) => (image.scan ?? scan) === "enhanced");
  const repositories = new Set(images.map(({ repository }) => repository)).size + (scanned ? 1 : 0);
  const components = images.flatMap((image) => image.components.filter(({ kind }) => kind === "own"));
  const mails = notifications.emails.length;
  const { topic, eventBus, states, disabledPipelines, findings } = notifications;
  const destinations = [mails > 0, topic !== undefined, eventBus !== undefined].filter(Boolean).length;
  const rules = [states.length > 0, disabledPipelines, findings !== undefined].filter(Boolean).length;
  const foreign = [topic !== undefined && topic.split(":")[4] !== account, eventBus !== undefined].filter(
    Boolean,
  ).length;
  const ownRole = instanceProfile === undefined ? 1 : 0;
  const reads = images.some((image) => s3Sources(image).length > 0);
  const inline = 1 + (reads ? 1 : 0) + (buildPermissions.statements.length > 0 ? 1 : 0);
  const all = {
    ...bucket,
    aws_cloudwatch_log_group: 2 * images.length,
    aws_ecr_lifecycle_policy: repositories,
    aws_ecr_registry_scanning_configuration: registryScan === undefined ? 0 : 1,
    aws_ecr_repository: repositories,
    aws_ecr_repository_policy: images.filter((image) => hasConsumers(image.consumers ?? consumers)).length,
    aws_iam_instance_profile: ownRole,
    aws_iam_role: ownRole + foreign,
    aws_iam_role_policy: ownRole * inline + foreign,
    aws_iam_role_policy_attachment: ownRole * (2 + buildPermissions.managedPolicies.length),
    aws_imagebuilder_component: components.length,
    aws_imagebuilder_container_recipe: images.length,
    aws_imagebuilder_distribution_configuration: images.length,
    aws_imagebuilder_image: buildOnDeploy ? images.length : 0,
    aws_imagebuilder_image_pipeline: images.length,
    aws_imagebuilder_infrastructure_configuration: 1,
    aws_cloudwatch_event_rule: destinations > 0 ? rules : 0,
    aws_cloudwatch_event_target: destinations * rules,
    aws_sns_topic: Math.min(mails, 1),
    aws_sns_topic_policy: Math.min(mails, 1),
    aws_sns_topic_subscription: mails,
  };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

/** Resources that each stack of the app plans, by type. */
const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ...Object.fromEntries(own.stacks.map((stack) => [stack, bucket])),
  ...Object.fromEntries(own.environments.map(({ node, settings }) => [node.id, environmentResources(settings)])),
};
const accountOf = new Map(own.environments.map(({ node, settings }) => [node.id, settings.account]));

function planned(plan: PlanJson): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type, change } of plan.resource_changes) {
    expect(change.actions).toEqual(["create"]);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

describeWithTerraform("The real Terraform and AWS provider", (terraform) => {
  let aws: LocalAws;
  let app: ReturnType<typeof synthesizeApp>;

  beforeAll(async () => {
    aws = await startLocalAws();
    app = synthesizeApp();
  });
  afterAll(async () => {
    await aws.close();
  });

  function folder(stack: string, account = accountOf.get(stack) ?? stack.slice(6, 18)): TerraformFolder {
    const config = fs.readFileSync(path.join(app.outdir, "stacks", stack, "cdk.tf.json"), "utf8");
    return TerraformFolder.withConfig({ terraform, endpoint: aws.endpoint, account }, config);
  }

  it("know every stack of the app", () => {
    expect([...app.stacks].sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))("accept %s, and plan its resources with no call but to STS", async (stack) => {
    const terraformFolder = folder(stack);
    await terraformFolder.succeed("init", "-input=false");
    expect(JSON.parse(await terraformFolder.succeed("validate", "-json"))).toMatchObject({
      valid: true,
      error_count: 0,
      warning_count: 0,
    });
    const callsBefore = aws.calls.length;
    expect(planned(await terraformFolder.plan())).toEqual(expected[stack]);
    const calls = aws.calls.slice(callsBefore).map(({ service, operation }) => `${service}:${operation}`);
    expect(new Set(calls)).toEqual(new Set(["sts:GetCallerIdentity"]));
    process.stdout.write(`Terraform ${terraform.version} with provider ${terraform.provider} planned ${stack}\n`);
  });

  describe("take variables at plan", () => {
    let dev: TerraformFolder;

    beforeAll(async () => {
      const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: accounts.dev });
      const config = fs.readFileSync(path.join(app.outdir, "stacks", "dev", "cdk.tf.json"), "utf8");
      dev = await TerraformFolder.withConfig(target, config).prepare();
    });

    async function refused(...variables: string[]): Promise<string> {
      const { code, output } = await dev.terraform(["plan", ...variables.flatMap((variable) => ["-var", variable])]);
      expect(code).toBe(1);
      return output.replaceAll(/[│╷╵\s]+/g, " ");
    }

    it("and build in the subnet, with the groups and on the types that they name", async () => {
      const plan = await dev.plan(
        "-var=subnet_id=subnet-0123456789abcdef0",
        '-var=security_group_ids=["sg-0123456789abcdef0"]',
        '-var=instance_types=["m5.large","c5.large"]',
      );
      const [infrastructure] = plan.resource_changes.filter(
        ({ type }) => type === "aws_imagebuilder_infrastructure_configuration",
      );
      expect(infrastructure?.change.after).toMatchObject({
        subnet_id: "subnet-0123456789abcdef0",
        security_group_ids: ["sg-0123456789abcdef0"],
        instance_types: ["c5.large", "m5.large"],
      });
    });

    it("but refuse a subnet without security groups", async () => {
      expect(await refused("subnet_id=subnet-0123456789abcdef0")).toContain(
        "subnet_id needs security groups of its VPC: give at least one in security_group_ids.",
      );
    });

    it("but refuse what is no subnet, no security group and no instance type", async () => {
      const output = await refused('security_group_ids=["default"]', 'instance_types=["large"]');
      expect(output).toContain("security_group_ids are ids of security groups, such as sg-0123456789abcdef0.");
      expect(output).toContain("instance_types are EC2 instance types, such as t2.micro.");
      expect(await refused("subnet_id=vpc-1", 'security_group_ids=["sg-0123456789abcdef0"]')).toContain(
        "subnet_id is the id of a subnet, such as subnet-0123456789abcdef0, or null for the default VPC.",
      );
    });

    it("but refuse an empty list of instance types", async () => {
      expect(await refused("instance_types=[]")).toContain("instance_types is empty: give at least one type");
    });
  });

  it("refuse to work in another account than the environment's", async () => {
    const prod = await folder("prod", accounts.dev).prepare();
    const { code, output } = await prod.terraform(["plan"]);
    expect(code).toBe(1);
    expect(output).toContain(`AWS account ID not allowed: ${accounts.dev}`);
  });
});
