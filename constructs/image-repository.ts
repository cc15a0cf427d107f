import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";
import { literalMap } from "./terraform-text";

/** Every rebuild that moves `latest` leaves an untagged image behind; those are not pulled by digest for long. */
const untaggedImageDays = 30;

export interface ImageRepositoryProps {
  readonly name: string;
  readonly imageTagMutability: "MUTABLE" | "IMMUTABLE";
  /**
   * Whether Terraform refuses to destroy or replace the repository while it is defined. Not where its image is taken
   * out of the environment, or given another repository: the protection goes with the definition.
   */
  readonly deletionProtection: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** A repository that images are pushed to: encrypted, scanned on push, with untagged images cleared away. */
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
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: `Expire untagged images after ${untaggedImageDays} days`,
            selection: {
              tagStatus: "untagged",
              countType: "sinceImagePushed",
              countUnit: "days",
              countNumber: untaggedImageDays,
            },
            action: { type: "expire" },
          },
        ],
      }),
    });
  }
}
