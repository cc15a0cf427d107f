import { Finding } from "../checks/finding";
import { allRegions } from "../checks/regions";
import { ResolvedSettings } from "./environment-settings";

/** All that is wrong with an environment's settings and images. `file`: the stack class's. */
export function checkSettings(settings: ResolvedSettings, file: string): Finding[] {
  const findings: Finding[] = [];
  const error = (code: string, field: string, found: string, allowed: string, mend?: string): void => {
    findings.push({ severity: "error", code, file, field, found, allowed, mend });
  };
  if (!allRegions.includes(settings.region)) error("IB-REGION", "region", settings.region, allRegions.join(", "));
  return [...findings, ...settings.images.flatMap((image) => image.findings)];
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}
