export type Architecture = "arm64" | "x86_64";

/**
 * The newest generation of each instance series, in any region, as of November 2026.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export const generations: Readonly<Record<string, number | undefined>> = {
  ...{ a: 1, c: 8, cc: 2, cg: 1, cr: 1, d: 3, dl: 2, f: 2, g: 7, gr: 6, h: 1, hpc: 8, hs: 1, i: 8, im: 4, inf: 2 },
  ...{ is: 4, m: 8, mac: 2, p: 6, r: 8, t: 4, trn: 3, u: 7, vt: 1, x: 8, z: 1 },
};

/**
 * Regions opened since the end of 2018, when AWS stopped offering T2 (a Xen-based type) in new regions. AWS publishes
 * no list, so this only leads to a warning.
 */
export const withoutT2 = [
  ...["af-south-1", "ap-east-1", "ap-east-2", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5"],
  ...["ap-southeast-6", "ap-southeast-7", "ca-west-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2"],
  ...["il-central-1", "me-central-1", "me-south-1", "mx-central-1", "us-gov-east-1"],
];

/**
 * Returns the architecture of an instance type; `undefined` if its name does not reveal it.
 *
 * Graviton families have a `g` after the generation (`c7g`, `r8gd`, `im4gn`); `a1` is their predecessor.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function instanceArchitecture(type: string): Architecture | undefined {
  // High-memory machines: u-6tb1.56xlarge.
  if (/^u-\d+tb\d*\./.test(type)) return "x86_64";
  const match = /^([a-z]+)(\d+)([a-z]*)(-[a-z0-9]+)?\./.exec(type);
  if (match === null) return undefined;
  const [, family, generation, options = "", suffix = ""] = match;
  // Grace, NVIDIA's Arm processor: p6e-gb200.36xlarge.
  if (suffix.startsWith("-gb")) return "arm64";
  if (family === "mac") return undefined;
  return options.includes("g") || (family === "a" && generation === "1") ? "arm64" : "x86_64";
}

/**
 * Returns the architecture in the name of an image or of an AMI parameter (`arm64v8/debian`, `base:1.2-amd64`,
 * `ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended`); `undefined` if there is none.
 */
export function architectureIn(name = ""): Architecture | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9_]+/);
  if (words.some((word) => ["arm64", "arm64v8", "aarch64"].includes(word))) return "arm64";
  return words.some((word) => ["amd64", "x86_64"].includes(word)) ? "x86_64" : undefined;
}
