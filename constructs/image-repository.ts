import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import type { TerraformProvider, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { registryOf } from "@pipelines/facts/regions";
import type { Consumers, Keep } from "@pipelines/image-definition";
import { expiryRules } from "./expiry-rules";
import { Forgotten } from "./forgotten";
import type { Place } from "./place";
import { pullPolicy } from "./pull-policy";
import { literalMap } from "./terraform-text";

/** A repository that images are pushed to, no matter who created it. */
export type TargetRepository = Pick<EcrRepository, "name" | "repositoryUrl">;

/**
 * A repository that already exists in that region of the account. It is never read, so only the deploy shows whether it
 * exists.
 */
export function existingRepository(place: Place, name: string): TargetRepository {
  return { name, repositoryUrl: `${registryOf(place)}/${name}` };
}

export interface ImageRepositoryProps {
  /** Account and region of the repository. */
  readonly place: Place;
  /** The provider for an additional region. @default the stack's */
  readonly provider?: TerraformProvider | undefined;
  readonly name: string;
  readonly imageTagMutability: "MUTABLE" | "IMMUTABLE";
  /** Whether Terraform refuses to destroy or replace the repository while it is defined. */
  readonly deletionProtection: boolean;
  /** How many builds to keep, or for how long. */
  readonly keep: Keep;
  /** Tag patterns whose images are kept forever. */
  readonly protectedTags: readonly string[];
  /** Whether ECR scans an image when it is pushed. @default true */
  readonly scanOnPush?: boolean;
  /** Who else may pull, in addition to the account itself. @default nobody */
  readonly consumers?: Consumers | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /**
   * Whether the image now has another repository, and this one is kept as it is. Terraform cannot forget it the way it
   * does when the image is removed: Terraform 1.11 finds a cycle if a `create_before_destroy` resource (the recipe)
   * stops using a resource that a `removed` block names. @default false
   */
  readonly former?: boolean;
}

/** A repository that images are pushed to: encrypted, scanned, and cleared of old and untagged images. */
export class ImageRepository extends Construct {
  public readonly repository: EcrRepository;

  public constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { provider } = props;
    const asItIs: TerraformResourceLifecycle = props.former === true ? { ignoreChanges: "all" } : {};
    // In the home region, the new repository is created before the old one is destroyed, because the recipe that uses
    // it is replaced in this order. The same order here means that a replacement that is bound to fail (because of a
    // different key) fails before any region's repository is deleted.
    const newFirst: TerraformResourceLifecycle = provider === undefined ? {} : { createBeforeDestroy: true };
    this.repository = new EcrRepository(this, "repository", {
      provider,
      name: props.name,
      imageTagMutability: props.imageTagMutability,
      imageScanningConfiguration: { scanOnPush: props.scanOnPush ?? true },
      encryptionConfiguration: [
        props.place.encryptionKey === undefined
          ? { encryptionType: "AES256" }
          : { encryptionType: "KMS", kmsKey: props.place.encryptionKey },
      ],
      forceDelete: true,
      tags: literalMap(props.tags),
      lifecycle: { preventDestroy: props.deletionProtection, ...newFirst, ...asItIs },
    });
    new EcrLifecyclePolicy(this, "expiry", {
      provider,
      repository: this.repository.name,
      policy: expiryRules(props.keep, props.protectedTags),
      lifecycle: asItIs,
    });
    if (props.former === true) {
      // It is not known whether the repository had a policy; anyone who could pull from it still can.
      new Forgotten(this, "policy", "aws_ecr_repository_policy");
      return;
    }
    const policy = props.consumers && pullPolicy(props.consumers, props.place);
    if (policy !== undefined)
      new EcrRepositoryPolicy(this, "policy", { provider, repository: this.repository.name, policy });
  }
}
