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

/** A repository as images are pushed to it, whoever made it. */
export type TargetRepository = Pick<EcrRepository, "name" | "repositoryUrl">;

/** A repository that the account has in that region already. Nothing is read of it: it shows at the deploy whether it exists. */
export function existingRepository(place: Place, name: string): TargetRepository {
  return { name, repositoryUrl: `${registryOf(place)}/${name}` };
}

export interface ImageRepositoryProps {
  /** Where it is: of a further region, with that region. */
  readonly place: Place;
  /** That of a further region. @default the stack's */
  readonly provider?: TerraformProvider | undefined;
  readonly name: string;
  readonly imageTagMutability: "MUTABLE" | "IMMUTABLE";
  /** Whether Terraform refuses to destroy or replace the repository while it is defined. */
  readonly deletionProtection: boolean;
  /** How many builds are kept, or for how long. */
  readonly keep: Keep;
  /** Patterns of tags whose images are kept for ever. */
  readonly protectedTags: readonly string[];
  /** Whether ECR scans an image when it is pushed. @default true */
  readonly scanOnPush?: boolean;
  /** Who may pull beside the account itself. @default nobody */
  readonly consumers?: Consumers | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /**
   * Whether its image has another one now, and this is kept as it is. It cannot be forgotten then, as where the image is
   * taken out: Terraform 1.11 finds a cycle where a `create_before_destroy` resource, here the recipe, changes away from
   * what a `removed` block names. @default false
   */
  readonly former?: boolean;
}

/** A repository that images are pushed to: encrypted, scanned, with old and untagged images cleared away. */
export class ImageRepository extends Construct {
  public readonly repository: EcrRepository;

  public constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { provider } = props;
    const asItIs: TerraformResourceLifecycle = props.former === true ? { ignoreChanges: "all" } : {};
    // As the home region's, which its recipe makes so: where a replacement has to fail, for another key, no region's
    // repository is deleted before that shows.
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
      // Whether it had one, nothing here knows; whoever could pull from it still can.
      new Forgotten(this, "policy", "aws_ecr_repository_policy");
      return;
    }
    const policy = props.consumers && pullPolicy(props.consumers, props.place);
    if (policy !== undefined)
      new EcrRepositoryPolicy(this, "policy", { provider, repository: this.repository.name, policy });
  }
}
