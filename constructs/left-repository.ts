import { Construct } from "constructs";
import { Forgotten } from "./forgotten";

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
    new Forgotten(this, "policy", "aws_ecr_repository_policy");
  }
}
