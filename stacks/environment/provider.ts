import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";
import { literalMap } from "../../constructs/terraform-text";

/** Tags on everything that this project creates, in every environment. */
export const projectTags = { Project: "container-image-pipelines", ManagedBy: "cdktf" } as const;

export interface ProviderProps {
  /** The only account in which Terraform may work. */
  readonly account: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Native S3 locking requires 1.10. */
const terraformRange = ">= 1.10";

/**
 * The AWS provider from version 5.100 on; only attributes that this version has are used here. 6.23 and later are
 * excluded: they read a bucket's tags through S3 Control, which fails in China and GovCloud (terraform-provider-aws
 * issues 45251 and 45784). CDKTF would pin the single release that its types were generated from; with a range, a
 * mirror with another release works as well.
 */
export const providerRange = ">= 5.100.0, < 6.23.0";

/** Adds a stack's AWS provider, and the version constraints for the provider and Terraform. */
export function addProvider(stack: TerraformStack, { account, region, tags }: ProviderProps): void {
  stack.addOverride("terraform.required_version", terraformRange);
  stack.addOverride("terraform.required_providers.aws.source", "hashicorp/aws");
  stack.addOverride("terraform.required_providers.aws.version", providerRange);
  new AwsProvider(stack, "aws", settingsOf({ account, region, tags }));
}

/** Adds a provider for an environment's resources in an additional region, with the same account and tags. */
export function addRegionalProvider(stack: TerraformStack, props: ProviderProps): AwsProvider {
  return new AwsProvider(stack, `aws-${props.region}`, { alias: props.region, ...settingsOf(props) });
}

function settingsOf({ account, region, tags }: ProviderProps) {
  return { region, allowedAccountIds: [account], defaultTags: [{ tags: literalMap(tags) }] };
}
