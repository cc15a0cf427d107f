import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { quote } from "@pipelines/findings/text";
import { allRegions, regionShape } from "@pipelines/facts/regions";

export function checkRegion(region: string, at: At): Finding[] {
  if (allRegions.includes(region)) return [];
  const near = nearest(region, allRegions);
  return [
    (regionShape.test(region) ? warning : error)(at, "IB-REGION", {
      found: `the region ${quote(region)} is not known`,
      allowed: `one of ${allRegions.join(", ")}`,
      fix: `${near === undefined ? "" : `write "${near}"; `}add newer regions in packages/facts/regions.ts`,
    }),
  ];
}
