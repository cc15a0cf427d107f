import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";

/** The environment's settings. Each is the default of the Terraform variable that overrides it. */
export interface BuildVariablesProps {
  /** `undefined` means the account's default VPC. */
  readonly subnetId: string | undefined;
  readonly securityGroupIds: readonly string[];
  readonly instanceTypes: readonly string[];
}

/**
 * Where images are built, as Terraform variables, because this may differ between two workspaces that share one
 * synthesized config. Their names have no prefix or hash, whichever construct they are in.
 */
export class BuildVariables extends Construct {
  public readonly subnetId: TerraformVariable;
  public readonly securityGroupIds: TerraformVariable;
  public readonly instanceTypes: TerraformVariable;

  public constructor(scope: Construct, id: string, props: BuildVariablesProps) {
    super(scope, id);
    this.subnetId = new TerraformVariable(this, "subnet", {
      type: "string",
      description:
        "Subnet of the instances that build images, with a route to the internet or to VPC endpoints. " +
        "null: the account's default VPC.",
      ...(props.subnetId === undefined ? {} : { default: props.subnetId }),
      validation: [
        {
          condition: '${var.subnet_id == null ? true : can(regex("^subnet-[0-9a-f]{8,17}$", var.subnet_id))}',
          errorMessage:
            "subnet_id is the id of a subnet, such as subnet-0123456789abcdef0, or null for the default VPC.",
        },
        {
          // The service rejects this as well, but only in the middle of an apply.
          condition: "${var.subnet_id == null || length(var.security_group_ids) > 0}",
          errorMessage: "subnet_id needs security groups of its VPC: give at least one in security_group_ids.",
        },
      ],
    });
    // The provider's construct crashes on `default: null`, and without a default the variable would be required.
    if (props.subnetId === undefined) this.subnetId.addOverride("default", null);

    this.securityGroupIds = new TerraformVariable(this, "security-groups", {
      type: "list(string)",
      description: "Security groups of the instances that build images; at least one where subnet_id is given.",
      default: [...props.securityGroupIds],
      nullable: false,
      validation: [
        {
          condition: '${alltrue([for id in var.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", id))])}',
          errorMessage: "security_group_ids are ids of security groups, such as sg-0123456789abcdef0.",
        },
      ],
    });
    this.instanceTypes = new TerraformVariable(this, "instance-types", {
      type: "list(string)",
      description: "Instance types that images are built on; Image Builder takes one that is available.",
      default: [...props.instanceTypes],
      nullable: false,
      validation: [
        {
          condition: "${length(var.instance_types) > 0}",
          errorMessage: "instance_types is empty: give at least one type, such as t2.micro.",
        },
        {
          condition: '${alltrue([for type in var.instance_types : can(regex("^[a-z0-9-]+\\\\.[a-z0-9-]+$", type))])}',
          errorMessage: "instance_types are EC2 instance types, such as t2.micro.",
        },
      ],
    });
    this.subnetId.overrideLogicalId("subnet_id");
    this.securityGroupIds.overrideLogicalId("security_group_ids");
    this.instanceTypes.overrideLogicalId("instance_types");
  }
}
