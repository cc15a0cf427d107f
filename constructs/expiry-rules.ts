import type { Keep } from "@pipelines/image-definition";

/**
 * Every rebuild that moves `latest` leaves an untagged image behind, which is rarely still pulled by digest after this
 * long.
 */
const untaggedImageDays = 30;

/** More images than a repository can hold: a rule with this number selects images but never expires any. */
const morePerRepository = 100_000;

/** Tags of signatures, attestations and SBOMs, as cosign writes them: `sha256-<digest of the image>.sig`. */
const attachedTags = "sha256-*";

/** Build versions such as `1.0.0-7`, which every Image Builder build has as a tag. ECR allows at most four stars. */
const buildTags = "*.*.*-*";

type Rule = readonly [description: string, selection: object];

/**
 * Returns a lifecycle policy that keeps the newest builds, and keeps images with a protected tag forever.
 *
 * An image selected by one rule is safe from all later rules, and it must match all patterns in a rule. So each
 * protected tag has its own rule, before the rules that expire images. Later rules still count such images, so builds
 * are counted by their own tags: signatures are not builds.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function expiryRules(keep: Keep, protectedTags: readonly string[]): string {
  const tagged = (pattern: string) => ({ tagStatus: "tagged", tagPatternList: [pattern] });
  const older = (days: number) => ({ countType: "sinceImagePushed", countUnit: "days", countNumber: days });
  const moreThan = (images: number) => ({ countType: "imageCountMoreThan", countNumber: images });
  const attached = "signatures, attestations and SBOMs";
  const limit = "builds" in keep ? moreThan(keep.builds) : older(keep.days);
  const rules: Rule[] = [
    ...protectedTags.map((tag): Rule => [`Keep ${tag}`, { ...tagged(tag), ...moreThan(morePerRepository) }]),
    // No rule can connect such a tag to its image.
    keep.orphans === undefined
      ? [`Keep ${attached}`, { ...tagged(attachedTags), ...moreThan(morePerRepository) }]
      : [`Expire ${attached} after ${keep.orphans} days`, { ...tagged(attachedTags), ...older(keep.orphans) }],
    [`Expire untagged images after ${untaggedImageDays} days`, { tagStatus: "untagged", ...older(untaggedImageDays) }],
    [
      "builds" in keep ? `Keep the newest ${keep.builds} builds` : `Expire builds after ${keep.days} days`,
      { ...tagged(buildTags), ...limit },
    ],
    // Everything else that was pushed expires the way it did before builds had a separate rule.
    [
      "builds" in keep
        ? `Keep other images among the newest ${keep.builds}`
        : `Expire other images after ${keep.days} days`,
      { ...tagged("*"), ...limit },
    ],
  ];
  return JSON.stringify({
    rules: rules.map(([description, selection], index) => ({
      rulePriority: index + 1,
      description,
      selection,
      action: { type: "expire" },
    })),
  });
}
