import { type At, error, type Finding } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import type { Image } from "@pipelines/image-definition/image";
import type { ResolvedSettings } from "./environment-settings";

/** Reports whether Image Builder scans any image. */
export function isScanned({ images, scan }: ResolvedSettings): boolean {
  return images.some((image) => (image.scan ?? scan) === "enhanced");
}

/** Checks the scan requirements that can be determined from the settings. */
export function checkScans(settings: ResolvedSettings, file: string): Finding[] {
  const { notifications, images, scan } = settings;
  const at = ({ file: own, overridden }: Image): At =>
    overridden.includes("tests") ? { file, field: "images" } : { file: own, field: "tests.enabled" };
  const findings = images
    .filter((image) => (image.scan ?? scan) === "enhanced" && !image.tests.enabled)
    .map((image) =>
      error(at(image), "IB-SCAN-TESTS", {
        found: `${quote(image.name)} without tests, and scan: "enhanced"`,
        allowed: "tests, because Image Builder scans on the test instance",
        fix: 'write tests: { enabled: true }, or scan: "basic"',
      }),
    );
  if (notifications.findings !== undefined && !isScanned(settings)) {
    findings.push(
      error({ file, field: "notifications.findings" }, "IB-FINDINGS-UNSCANNED", {
        found: `findings: ${quote(notifications.findings)}, but Image Builder scans no image`,
        allowed:
          'findings only if at least one image has scan: "enhanced": only Image Builder\'s own scan sends the event',
        fix: 'write scan: "enhanced"',
      }),
    );
  }
  return findings;
}
