import { type Finding, hasErrors, warning } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import type { Image } from "@pipelines/image-definition/image";
import { ImageChains, parentTag } from "@pipelines/image-definition/image-chains";
import type { Versions } from "@pipelines/version-lock/versions";
import type { ResolvedSettings } from "./environment-settings";

/**
 * Checks for images that a first deploy cannot build because no parent image has been pushed yet. If an image's recipe
 * has been committed, the image is assumed to have been built.
 */
export function checkFirstBuilds(settings: ResolvedSettings, versions: Versions): Finding[] {
  const { images, environment } = settings;
  const chains = new ImageChains(images);
  return images.flatMap((image) => {
    const parent = chains.parentOf(image);
    const isBuilt = ({ buildOnDeploy = settings.buildOnDeploy }: Image): boolean => buildOnDeploy;
    if (parent === undefined || hasErrors(image.findings) || !isBuilt(image)) return [];
    if (versions.recipeHas(environment, image.name, "parent", true)) return [];
    const tag = parentTag(image, parent) ?? "";
    const onChannel = parent.channels.includes(tag);
    if (!onChannel && (isBuilt(parent) || parent.buildOnDeploy === undefined)) return [];
    const found = onChannel
      ? `the channel ${quote(tag)} of ${quote(parent.name)}, which nothing has been promoted to before the first deploy`
      : `${quote(parent.name)}, which the first deploy does not build`;
    return [
      warning({ file: image.file, field: "buildOnDeploy" }, "IB-FIRST-BUILD", {
        found: `a build of ${quote(image.name)} on ${found}: the deploy would fail`,
        allowed: "a first build after the parent has been built",
        fix: `write buildOnDeploy: false: its first build follows the ${onChannel ? "first promotion" : "parent's"}`,
      }),
    ];
  });
}
