import { BuildVariables, type BuildVariablesProps } from "../../constructs/build-variables";
import { type StackJson, SynthesizedStack, testStack } from "@pipelines/testing/stack";

function variables(props: Partial<BuildVariablesProps> = {}): NonNullable<StackJson["variable"]> {
  const stack = testStack();
  new BuildVariables(stack, "variables", {
    subnetId: undefined,
    securityGroupIds: [],
    instanceTypes: ["t2.micro"],
    ...props,
  });
  return new SynthesizedStack(stack).json.variable ?? {};
}

describe("The build variables", () => {
  it("are exactly three, with no prefix or hash in their names in any construct", () => {
    expect(Object.keys(variables())).toEqual(["instance_types", "security_group_ids", "subnet_id"]);
  });

  it("default to a null subnet if no setting specifies one, which makes the variable optional", () => {
    expect(variables().subnet_id).toEqual({
      type: "string",
      default: null,
      description:
        "Subnet of the instances that build images, with a route to the internet or to VPC endpoints. " +
        "null: the account's default VPC.",
      validation: [
        {
          condition: '${var.subnet_id == null ? true : can(regex("^subnet-[0-9a-f]{8,17}$", var.subnet_id))}',
          error_message:
            "subnet_id is the id of a subnet, such as subnet-0123456789abcdef0, or null for the default VPC.",
        },
        {
          condition: "${var.subnet_id == null || length(var.security_group_ids) > 0}",
          error_message: "subnet_id needs security groups of its VPC: give at least one in security_group_ids.",
        },
      ],
    });
  });

  it("have no security groups by default, and accept security group ids", () => {
    expect(variables().security_group_ids).toEqual({
      type: "list(string)",
      default: [],
      nullable: false,
      description: "Security groups of the instances that build images; at least one where subnet_id is given.",
      validation: [
        {
          condition: '${alltrue([for id in var.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", id))])}',
          error_message: "security_group_ids are ids of security groups, such as sg-0123456789abcdef0.",
        },
      ],
    });
  });

  it("require at least one instance type, in a valid form", () => {
    expect(variables().instance_types).toEqual({
      type: "list(string)",
      default: ["t2.micro"],
      nullable: false,
      description: "Instance types that images are built on; Image Builder takes one that is available.",
      validation: [
        {
          condition: "${length(var.instance_types) > 0}",
          error_message: "instance_types is empty: give at least one type, such as t2.micro.",
        },
        {
          // Two backslashes, which Terraform's own string syntax reduces to one.
          condition: '${alltrue([for type in var.instance_types : can(regex("^[a-z0-9-]+\\\\.[a-z0-9-]+$", type))])}',
          error_message: "instance_types are EC2 instance types, such as t2.micro.",
        },
      ],
    });
  });

  it("have the environment's settings as defaults", () => {
    const given = variables({
      subnetId: "subnet-0123456789abcdef0",
      securityGroupIds: ["sg-0123456789abcdef0", "sg-0123456789abcdef1"],
      instanceTypes: ["m5.large", "m6i.large"],
    });
    expect(given.subnet_id?.default).toBe("subnet-0123456789abcdef0");
    expect(given.security_group_ids?.default).toEqual(["sg-0123456789abcdef0", "sg-0123456789abcdef1"]);
    expect(given.instance_types?.default).toEqual(["m5.large", "m6i.large"]);
  });

  it("refuse invalid values with messages in full sentences, as Terraform requires", () => {
    const messages = Object.values(variables()).flatMap(({ validation }) =>
      (validation as { error_message: string }[]).map(({ error_message }) => error_message),
    );
    expect(messages).toHaveLength(5);
    for (const message of messages) expect(message).toMatch(/^(subnet_id|security_group_ids|instance_types) .*\.$/);
  });
});
