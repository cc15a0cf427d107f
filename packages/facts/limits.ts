/** Maximum number of components in a recipe, unless AWS has raised the account's quota. */
export const mostComponents = 20;

/**
 * Maximum number of rules on an event bus, unless AWS has raised it:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export const eventRules = 300;

/** Highest number in a version: 2^30 − 1. */
export const mostInVersion = 1_073_741_823;

/** Sizes in GiB, and IOPS, by volume type: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html */
export const volumes = new Map<
  string,
  { readonly size: readonly [number, number]; readonly iops?: readonly [number, number] }
>([
  ["standard", { size: [1, 1024] }],
  ["gp2", { size: [1, 16_384] }],
  // Up to 80,000 IOPS and 64 TiB since 2025.
  ["gp3", { size: [1, 65_536], iops: [3000, 80_000] }],
  ["io1", { size: [4, 16_384], iops: [100, 64_000] }],
  ["io2", { size: [4, 65_536], iops: [100, 256_000] }],
  ["st1", { size: [125, 16_384] }],
  ["sc1", { size: [125, 16_384] }],
]);
