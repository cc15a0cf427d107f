import { TerraformElement } from "cdktf";
import { Construct } from "constructs";

/**
 * A repository whose images were all taken out, where what holds data is not to be deleted: Terraform forgets it and all
 * that belongs to it, and AWS keeps it as it is. It stands in the place of the `ImageRepository` that there was, so that
 * the addresses are the same.
 */
export class LeftRepository extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new Forgotten(this, "repository", "aws_ecr_repository");
    new Forgotten(this, "expiry", "aws_ecr_lifecycle_policy");
  }
}

/** https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources, which CDKTF does not know. */
class Forgotten extends TerraformElement {
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
