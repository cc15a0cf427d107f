import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";

/**
 * Makes Terraform forget the resource of this type at this address, while AWS keeps it. Does nothing if there is none.
 * CDKTF does not support `removed` blocks:
 * https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources
 */
export class Forgotten extends TerraformElement {
  public constructor(
    scope: Construct,
    id: string,
    private readonly type: string,
  ) {
    super(scope, id);
  }

  public override toTerraform(): object {
    return { removed: [{ from: `${this.type}.${this.friendlyUniqueId}`, lifecycle: { destroy: false } }] };
  }
}
