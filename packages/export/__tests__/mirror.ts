import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

/** Makes a mirror with these versions for these platforms. Its programs are hashed, but never started. */
export function mirrorOf(versions: readonly string[], platforms: readonly string[]): string {
  const mirror = temporaryFolder();
  for (const version of versions) {
    for (const platform of platforms) {
      const folder = path.join(mirror, "registry.terraform.io/hashicorp/aws", version, platform);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, `terraform-provider-aws_v${version}`), platform);
    }
  }
  return mirror;
}
