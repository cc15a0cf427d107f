import { checkKmsKey } from "@pipelines/image-checks/arns";
import { error, type Finding, warning } from "@pipelines/findings/finding";
import { checkVolume } from "@pipelines/image-checks/limits";
import { quote } from "@pipelines/findings/text";
import type { Image } from "./image";

/** Checks the AMI and volumes of the build instance. */
export function checkBuildInstance({ file, platform, buildInstance }: Omit<Image, "findings">): Finding[] {
  const findings: Finding[] = [];
  const { image, volumes = [] } = buildInstance ?? {};
  if (image !== undefined && !/^(?:ami-[0-9a-f]{8,17}|ssm:\S{1,1011})$/.test(image)) {
    findings.push(
      error({ file, field: "buildInstance.image" }, "IB-BUILD-IMAGE", {
        found: quote(image),
        allowed: "an AMI (ami-0123456789abcdef0) or a parameter (ssm:/aws/service/ecs/optimized-ami/…)",
      }),
    );
  }
  const devices = new Set<string>();
  volumes.forEach((volume, index) => {
    const field = `buildInstance.volumes[${index}]`;
    const { deviceName } = volume;
    if (devices.has(deviceName)) {
      findings.push(
        error({ file, field }, "IB-VOLUME", {
          found: `${deviceName} a second time`,
          allowed: "one volume per device",
        }),
      );
    }
    devices.add(deviceName);
    if (deviceName === "/dev/sda1" && platform === "Linux" && (image === undefined || isEcsOptimized(image))) {
      findings.push(
        warning({ file, field: `${field}.deviceName` }, "IB-VOLUME-ROOT", {
          found: "/dev/sda1, which adds a second volume to the instance",
          allowed: "/dev/xvda for the root volume of the AMI that Image Builder builds containers on",
          fix: 'write deviceName: "/dev/xvda"',
        }),
      );
    }
    findings.push(...checkVolume(volume, { file, field }));
    if (volume.kmsKeyId !== undefined) {
      findings.push(...checkKmsKey(volume.kmsKeyId, { file, field: `${field}.kmsKeyId` }));
    }
  });
  return findings;
}

/**
 * Amazon's AMIs for containers, one of which Image Builder uses by default. Their root device is /dev/xvda:
 * github.com/aws-cloudformation/aws-cloudformation-resource-providers-imagebuilder/issues/5
 */
function isEcsOptimized(image: string): boolean {
  return /^ssm:\/aws\/service\/ecs\/optimized-ami\/amazon-linux-/.test(image);
}
