import { Construct } from "constructs";
import { Forgotten } from "./forgotten";

/**
 * A repository whose images were all removed from an environment that must not delete data: Terraform forgets it and
 * everything that belongs to it, while AWS keeps it. It replaces the former `ImageRepository`, so the addresses stay
 * the same.
 */
export class LeftRepository extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new Forgotten(this, "repository", "aws_ecr_repository");
    new Forgotten(this, "expiry", "aws_ecr_lifecycle_policy");
    new Forgotten(this, "policy", "aws_ecr_repository_policy");
  }
}
