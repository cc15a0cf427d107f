import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import type { Target } from "@pipelines/rehearsal/workspace";
import { accounts } from "../../stacks/accounts";
import { OwnApp } from "../stacks/environments";
import { describeWithTerraform, type PlanJson, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import { synthesizeApp } from "./synthesized-app";

const own = new OwnApp();

const accountOf = new Map(own.environments.map(({ node, settings }) => [node.id, settings.account]));

/** Resources that a plan creates, by type. */
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

  function configOf(stack: string): string {
    return fs.readFileSync(path.join(app.outdir, "stacks", stack, "cdk.tf.json"), "utf8");
  }

  const targets = new Map<string, Promise<Target>>();

  async function folder(stack: string, account = accountOf.get(stack) ?? stack.slice(6, 18)): Promise<TerraformFolder> {
    const target = targets.get(account) ?? withOneProvider({ terraform, endpoint: aws.endpoint, account });
    targets.set(account, target);
    return TerraformFolder.withConfig(await target, configOf(stack));
  }

  it("know every stack of the app", () => {
    expect([...app.stacks].sort()).toEqual([...own.stacks].sort());
  });

  it.each(own.stacks)("accept %s, and plan its resources with no call but to STS", async (stack) => {
    const terraformFolder = await folder(stack);
    // With a provider that runs already it would compare no version.
    const installing = { terraform, endpoint: aws.endpoint, account: accounts.dev };
    await new TerraformFolder(installing, terraformFolder.folder).succeed("init", "-input=false");
    expect(JSON.parse(await terraformFolder.succeed("validate", "-json"))).toMatchObject({
      valid: true,
      error_count: 0,
      warning_count: 0,
    });
    const callsBefore = aws.calls.length;
    const { resource } = JSON.parse(configOf(stack)) as { resource: Readonly<Record<string, object>> };
    const stated = Object.entries(resource).map(([type, resources]) => [type, Object.keys(resources).length]);
    expect(planned(await terraformFolder.plan())).toEqual(Object.fromEntries(stated));
    const calls = aws.calls.slice(callsBefore).map(({ service, operation }) => `${service}:${operation}`);
    expect(new Set(calls)).toEqual(new Set(["sts:GetCallerIdentity"]));
    process.stdout.write(`Terraform ${terraform.version} with provider ${terraform.provider} planned ${stack}\n`);
  });

  describe("take variables at plan", () => {
    let dev: TerraformFolder;

    beforeAll(async () => {
      dev = await (await folder("dev")).prepare();
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
    const prod = await (await folder("prod", accounts.dev)).prepare();
    const { code, output } = await prod.terraform(["plan"]);
    expect(code).toBe(1);
    expect(output).toContain(`AWS account ID not allowed: ${accounts.dev}`);
  });
});
