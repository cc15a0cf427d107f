import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { Construct } from "constructs";

export interface RegistryScanProps {
  /** By ECR when an image is pushed, or by Amazon Inspector, then and whenever a vulnerability becomes known. */
  readonly type: "basic" | "enhanced";
}

/**
 * How the registry of an account and region scans: all its repositories, because it is all or nothing for whoever is
 * not named in a rule. It cannot be deleted: a destroy makes it what ECR has by default.
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
