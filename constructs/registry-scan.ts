import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { Construct } from "constructs";

export interface RegistryScanProps {
  /**
   * Scans by ECR when an image is pushed, or by Amazon Inspector on push and whenever a new vulnerability becomes
   * known.
   */
  readonly type: "basic" | "enhanced";
}

/**
 * How the registry of an account and region scans images. Covers all repositories, because a repository that matches no
 * rule is not scanned. The setting cannot be deleted: a destroy restores ECR's default.
 */
export class RegistryScan extends Construct {
  public constructor(scope: Construct, id: string, { type }: RegistryScanProps) {
    super(scope, id);
    new EcrRegistryScanningConfiguration(this, "configuration", {
      scanType: type.toUpperCase(),
      rule: [
        {
          scanFrequency: type === "basic" ? "SCAN_ON_PUSH" : "CONTINUOUS_SCAN",
          repositoryFilter: [{ filter: "*", filterType: "WILDCARD" }],
        },
      ],
    });
  }
}
