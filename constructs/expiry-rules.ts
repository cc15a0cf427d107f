import type { Keep } from "@pipelines/image-definition";

/** Every rebuild that moves `latest` leaves an image without a tag behind; nobody pulls those by digest for long. */
const untaggedImageDays = 30;

/** More images than a repository holds: a rule with this number selects images and never expires one. */
const morePerRepository = 100_000;

type Rule = readonly [description: string, selection: object];

/**
 * A lifecycle policy that keeps the newest builds, and for ever what carries a protected tag.
 *
 * An image that a rule selects is safe from all later rules, and has to match all patterns of a rule: so each protected
 * tag has a rule of its own, before those that expire.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function expiryRules(keep: Keep, protectedTags: readonly string[]): string {
  const tagged = (pattern: string) => ({ tagStatus: "tagged", tagPatternList: [pattern] });
  const older = (days: number) => ({ countType: "sinceImagePushed", countUnit: "days", countNumber: days });
  const moreThan = (images: number) => ({ countType: "imageCountMoreThan", countNumber: images });
  const rules: Rule[] = [
    ...protectedTags.map((tag): Rule => [`Keep ${tag}`, { ...tagged(tag), ...moreThan(morePerRepository) }]),
    [`Expire untagged images after ${untaggedImageDays} days`, { tagStatus: "untagged", ...older(untaggedImageDays) }],
    "builds" in keep
      ? [`Keep the newest ${keep.builds} builds`, { ...tagged("*"), ...moreThan(keep.builds) }]
      : [`Expire builds after ${keep.days} days`, { ...tagged("*"), ...older(keep.days) }],
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
