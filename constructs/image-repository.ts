import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";
import type { Keep } from "../images/image-definition";
import { expiryRules } from "./expiry-rules";
import { literalMap } from "./terraform-text";

export interface ImageRepositoryProps {
  readonly name: string;
  readonly imageTagMutability: "MUTABLE" | "IMMUTABLE";
  /**
   * Whether Terraform refuses to destroy or replace the repository while it is defined. Not where its image is taken
   * out of the environment, or given another repository: the protection goes with the definition.
   */
  readonly deletionProtection: boolean;
  /** How many builds are kept, or for how long. */
  readonly keep: Keep;
  /** Patterns of tags whose images are kept for ever. */
  readonly protectedTags: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** A repository that images are pushed to: encrypted, scanned on push, with old and untagged images cleared away. */
export class ImageRepository extends Construct {
  public readonly repository: EcrRepository;

  public constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    this.repository = new EcrRepository(this, "repository", {
      name: props.name,
      imageTagMutability: props.imageTagMutability,
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: "AES256" }],
      forceDelete: true,
      tags: literalMap(props.tags),
      lifecycle: { preventDestroy: props.deletionProtection },
    });
    new EcrLifecyclePolicy(this, "expiry", {
      repository: this.repository.name,
      policy: expiryRules(props.keep, props.protectedTags),
    });
  }
}
