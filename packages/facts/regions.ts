/**
 * Regions by partition, from `botocore`'s endpoints as of 2026. Newer regions are added here.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
const regions = {
  aws: [
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "mx-central-1",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
  ],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
} as const;

export type Partition = keyof typeof regions;

export const allRegions: readonly string[] = Object.values(regions).flat();

/** Matches the form of AWS region names. A matching name that is not listed may be a region that AWS opened later. */
export const regionShape = /^[a-z]{2}(?:-gov)?-(?:north|south|central)?(?:east|west)?(?<!-)-[1-9]$/;

/** Returns the partition that a region is in; `aws` for an unknown region. */
export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return "aws";
}

/** Returns the host name of the AWS console, without the region that precedes it. */
export function consoleHost(partition: string): string {
  if (partition === "aws-cn") return "console.amazonaws.cn";
  return partition === "aws-us-gov" ? "console.amazonaws-us-gov.com" : "console.aws.amazon.com";
}

/** Returns the host name of an account's ECR registry. */
export function registryOf(place: { readonly account: string; readonly region: string; readonly partition: string }) {
  return `${place.account}.dkr.ecr.${place.region}.amazonaws.com${place.partition === "aws-cn" ? ".cn" : ""}`;
}
