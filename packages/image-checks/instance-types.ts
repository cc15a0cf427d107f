import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { quote } from "@pipelines/findings/text";
import { generations, withoutT2 } from "@pipelines/facts/instance-types";

/** @param region region in which the instance is launched; if omitted, only region-independent rules are checked */
export function checkInstanceType(value: string, at: At, region?: string): Finding[] {
  if (!/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(value)) {
    return [
      error(at, "IB-INSTANCE-TYPE", {
        found: `the instance type ${quote(value)}`,
        allowed: "a family and a size, such as t2.micro or c7g.large",
      }),
    ];
  }
  const [, series = "", generation] = /^([a-z]+)-?(\d*)/.exec(value) ?? [];
  const newest = generations[series];
  // mac-m4.metal and u-6tb1.56xlarge have no generation.
  if (
    newest === undefined ||
    (generation !== "" && !["u", "mac"].includes(series) && (Number(generation) > newest || generation === "0"))
  ) {
    const near = newest === undefined ? nearest(series, Object.keys(generations)) : undefined;
    return [
      warning(at, "IB-INSTANCE-FAMILY", {
        found: `the instance type ${quote(value)}, whose family is not known in any region`,
        allowed:
          newest === undefined
            ? `one of the series ${Object.keys(generations).join(", ")}`
            : `${series}1 to ${series}${newest}, if they exist`,
        fix: `${near === undefined ? "" : `write ${near}; `}add newer families in packages/facts/instance-types.ts`,
      }),
    ];
  }
  const [, size = ""] = value.split(".");
  if (!/^(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?)$/.test(size)) {
    const near = nearest(size, ["nano", "micro", "small", "medium", "large", "xlarge", "metal"]);
    return [
      warning(at, "IB-INSTANCE-SIZE", {
        found: `the instance type ${quote(value)}, whose size is not known in any family`,
        allowed: "nano, micro, small, medium, large, xlarge, 2xlarge and so on, or metal",
        fix: near === undefined ? undefined : `write ${value.slice(0, -size.length)}${near}`,
      }),
    ];
  }
  if (region === undefined || !value.startsWith("t2.") || !withoutT2.includes(region)) return [];
  return [
    warning(at, "IB-INSTANCE-REGION", {
      found: `the instance type ${quote(value)}, which ${region} probably does not have`,
      allowed: "t3, t3a or t4g, or another type in the region",
      fix: `write ${value.replace("t2.", "t3.")}`,
    }),
  ];
}
