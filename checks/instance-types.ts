import { type At, error, type Finding } from "./finding";
import { quote } from "./text";

export type Architecture = "arm64" | "x86_64";

export function checkInstanceType(value: string, at: At): Finding[] {
  if (/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(value)) return [];
  return [
    error(at, "IB-INSTANCE-TYPE", {
      found: `the instance type ${quote(value)}`,
      allowed: "family and size, such as t2.micro or c7g.large",
    }),
  ];
}

/**
 * Architecture of an instance type; `undefined` where its name does not tell.
 *
 * Graviton families have a `g` behind the generation (`c7g`, `r8gd`, `im4gn`); `a1` is the one before them.
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
 * Architecture that the name of an image or of an AMI's parameter tells (`arm64v8/debian`, `base:1.2-amd64`,
 * `ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended`); `undefined` where it does not.
 */
export function architectureIn(name: string): Architecture | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9_]+/);
  if (words.some((word) => ["arm64", "arm64v8", "aarch64"].includes(word))) return "arm64";
  return words.some((word) => ["amd64", "x86_64"].includes(word)) ? "x86_64" : undefined;
}
