import { TerraformStack } from "cdktf";

/**
 * Terraform from 1.10: native S3 locking. The AWS provider from 5.100, whose attributes are all that is used
 * here, to 6.25, the release that the types of `@cdktf/provider-aws` 21.22.1 were made from. CDKTF would pin
 * exactly that one; with a range, a mirror that carries another serves too.
 */
export function requireVersions(stack: TerraformStack): void {
  stack.addOverride("terraform.required_version", ">= 1.10");
  stack.addOverride("terraform.required_providers.aws.source", "hashicorp/aws");
  stack.addOverride("terraform.required_providers.aws.version", ">= 5.100.0, <= 6.25.0");
}
