import type { Keep } from "@pipelines/image-definition";

/** Every rebuild that moves `latest` leaves an image without a tag behind; nobody pulls those by digest for long. */
const untaggedImageDays = 30;

/** More images than a repository holds: a rule with this number selects images and never expires one. */
const morePerRepository = 100_000;

/** Tags of signatures, attestations and SBOMs, as cosign writes them: `sha256-<digest of the image>.sig`. */
const attachedTags = "sha256-*";

/** Build versions, `1.0.0-7`, which every build of Image Builder carries; ECR takes four stars at most. */
const buildTags = "*.*.*-*";

type Rule = readonly [description: string, selection: object];

/**
 * A lifecycle policy that keeps the newest builds, and forever what carries a protected tag.
 *
 * An image that a rule selects is safe from all later rules, and has to match all patterns of a rule: so each protected
 * tag has a rule of its own, before those that expire. A later rule still counts such an image, so that builds are
 * counted by their own tags: signatures are no builds.
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
    // No rule can tie such a tag to its image.
    keep.orphans === undefined
      ? [`Keep ${attached}`, { ...tagged(attachedTags), ...moreThan(morePerRepository) }]
      : [`Expire ${attached} after ${keep.orphans} days`, { ...tagged(attachedTags), ...older(keep.orphans) }],
    [`Expire untagged images after ${untaggedImageDays} days`, { tagStatus: "untagged", ...older(untaggedImageDays) }],
    [
      "builds" in keep ? `Keep the newest ${keep.builds} builds` : `Expire builds after ${keep.days} days`,
      { ...tagged(buildTags), ...limit },
    ],
    // Whatever else was pushed, as before builds had a rule of their own.
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
