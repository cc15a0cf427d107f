import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { place, SynthesizedStack, testApp, TestEnvironment } from "@pipelines/testing/stack";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";

describeWithTerraform("An environment in real Terraform", (terraform) => {
  const { text } = new SynthesizedStack(new TestEnvironment(testApp()));
  let aws: LocalAws;
  let folder: TerraformFolder;

  async function folderOf(account: string): Promise<TerraformFolder> {
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account });
    return TerraformFolder.withConfig(target, text).prepare();
  }

  beforeAll(async () => {
    aws = await startLocalAws();
    folder = await folderOf(place.account);
  });
  afterAll(async () => {
    await aws.close();
  });

  describe("accepts variables at plan", () => {
    async function refused(...variables: string[]): Promise<string> {
      const { code, output } = await folder.terraform(["plan", ...variables.flatMap((variable) => ["-var", variable])]);
      expect(code).toBe(1);
      return output.replaceAll(/[│╷╵\s]+/g, " ");
    }

    it("and builds with the subnet, security groups and instance types that they specify", async () => {
      const plan = await folder.plan(
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

    it("but refuses a subnet without security groups", async () => {
      expect(await refused("subnet_id=subnet-0123456789abcdef0")).toContain(
        "subnet_id needs security groups of its VPC: give at least one in security_group_ids.",
      );
    });

    it("but refuses an invalid subnet, security group and instance type", async () => {
      const output = await refused('security_group_ids=["default"]', 'instance_types=["large"]');
      expect(output).toContain("security_group_ids are ids of security groups, such as sg-0123456789abcdef0.");
      expect(output).toContain("instance_types are EC2 instance types, such as t2.micro.");
      expect(await refused("subnet_id=vpc-1", 'security_group_ids=["sg-0123456789abcdef0"]')).toContain(
        "subnet_id is the id of a subnet, such as subnet-0123456789abcdef0, or null for the default VPC.",
      );
    });

    it("but refuses an empty list of instance types", async () => {
      expect(await refused("instance_types=[]")).toContain("instance_types is empty: give at least one type");
    });
  });

  it("refuses to work in any account but its own", async () => {
    const other = await folderOf("444455556666");
    const { code, output } = await other.terraform(["plan"]);
    expect(code).toBe(1);
    expect(output).toContain("AWS account ID not allowed: 444455556666");
  });
});
