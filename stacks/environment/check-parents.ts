import { type At, error, type Finding, hasErrors, warning } from "@pipelines/findings/finding";
import { architectureIn, instanceArchitecture } from "@pipelines/facts/instance-types";
import { list, quote } from "@pipelines/findings/text";
import { isBuildTag } from "@pipelines/image-definition/channel-tags";
import type { Image } from "@pipelines/image-definition/image";
import { ImageChains, parentTag } from "@pipelines/image-definition/image-chains";
import type { ResolvedSettings } from "./environment-settings";

/**
 * Maximum length of a chain of images, including the first. A build takes about 20 minutes and waits for the previous
 * one: a fix in the first image takes an hour and 40 minutes to reach the fifth, and so does a deploy that changes all
 * of them.
 */
const longestChain = 5;

/** Checks parents that are images in the same environment. `at` returns the position of an image's field. */
export function checkParents(settings: ResolvedSettings, at: (image: Image, field: string) => At): Finding[] {
  const chains = new ImageChains(settings.images);
  const circles = new Set<string>();
  return settings.images.flatMap((image): Finding[] => {
    // The image's own checks report a malformed value.
    if (image.parent === undefined || hasErrors(image.findings)) return [];
    const here = at(image, "parentImage");
    const parent = chains.parentOf(image);
    if (parent === undefined) {
      // The image may be one that could not be read, which has a finding of its own.
      if (settings.images.some(({ unusable }) => unusable)) return [];
      return [missing(image.parent.image, chains, settings, here)];
    }
    if (parent.unusable) return [];
    const { path, circular } = chains.pathTo(image);
    if (circular) {
      const names = path.map(({ name }) => name);
      const circle = names.slice(0, names.lastIndexOf(names[0] ?? "") + 1);
      // Reports each cycle once, at its first image. An image that only leads into a cycle is not at fault.
      const key = [...new Set(circle)].sort().join(" ");
      if (circles.has(key) || !circle.includes(image.name)) return [];
      circles.add(key);
      return [
        error(here, "IB-PARENT-CYCLE", {
          found: `${circle.join(" → ")}, a cycle in which each image is built on the previous one`,
          allowed: "chains that start with an image from a registry",
          fix:
            circle.length === 2
              ? `give ${image.name} a different parent`
              : `give one of ${list([...new Set(circle)])} a parent outside the cycle`,
        }),
      ];
    }
    return [
      ...checkTag(image, parent, here),
      ...checkPlatforms(image, parent, chains, at),
      ...checkInstances(image, parent, settings, at),
      ...checkDepth(path, here),
      ...checkBuilt(image, parent, settings, here),
    ];
  });
}

function missing(name: string, chains: ImageChains, { environment }: ResolvedSettings, at: At): Finding {
  const near = chains.near(name);
  return error(at, "IB-PARENT-MISSING", {
    found: `${environment} has no image ${quote(name)}`,
    allowed: `an image in the same environment: ${list(chains.names(), "or")}`,
    fix: near === undefined ? `add image("${name}") to the environment's images` : `write ${near}`,
  });
}

function checkTag(image: Image, parent: Image, at: At): Finding[] {
  const tags = [...parent.containerTags, ...parent.channels];
  const tag = parentTag(image, parent);
  if (tag === undefined) {
    return [
      error(at, "IB-PARENT-TAG", {
        found: `${quote(parent.name)} has no container tag${parent.imageTagMutability === "IMMUTABLE" ? ", because the tags in its repository are immutable" : ""}`,
        allowed: "a parent tag that moves to the newest build, or one of its channels",
        fix:
          parent.channels[0] === undefined
            ? `give ${parent.name} containerTags: ["latest"]`
            : `write parentImage: { image: "${parent.name}", tag: "${parent.channels[0]}" }`,
      }),
    ];
  }
  if (tags.includes(tag)) return [];
  if (isBuildTag(tag)) {
    return [
      error(at, "IB-PARENT-TAG", {
        found: `the tag ${quote(tag)} of one build of ${quote(parent.name)}, which never moves`,
        allowed: `a tag that moves: ${list(tags, "or")}`,
        fix: "leave the tag out; to stay on one build forever, write the full reference as text",
      }),
    ];
  }
  return [
    error(at, "IB-PARENT-TAG", {
      found: `${quote(parent.name)} has no tag ${quote(tag)}`,
      allowed: `one of its container tags or channels: ${list(tags, "or")}`,
      fix: `write one of these, or add ${quote(tag)} to the containerTags of ${parent.name}`,
    }),
  ];
}

function checkPlatforms(
  image: Image,
  parent: Image,
  chains: ImageChains,
  at: (image: Image, field: string) => At,
): Finding[] {
  const findings: Finding[] = [];
  if (image.platform !== parent.platform && image.platform === "Linux") {
    findings.push(
      error(at(image, "platform"), "IB-PARENT-PLATFORM", {
        found: `${image.platform} on ${quote(parent.name)}, which is for ${parent.platform}`,
        allowed: "one platform for all images in a chain",
      }),
    );
  }
  const own = architectureIn(image.buildInstance?.image);
  const [other] = chains
    .pathTo(parent)
    .path.flatMap(
      (one) => architectureIn(one.buildInstance?.image ?? (one.parent ? undefined : one.parentImage)) ?? [],
    );
  if (own !== undefined && other !== undefined && own !== other) {
    findings.push(
      error(at(image, "buildInstance"), "IB-PARENT-ARCHITECTURE", {
        found: `a build AMI for ${own}, but the parent ${quote(parent.name)} is for ${other}`,
        allowed: "one architecture for all images in a chain",
      }),
    );
  }
  return findings;
}

/** A container has its parent's architecture, and so on down the chain. */
function checkInstances(
  image: Image,
  parent: Image,
  settings: ResolvedSettings,
  at: (image: Image, field: string) => At,
): Finding[] {
  const typesOf = ({ instanceTypes = settings.instanceTypes }: Image): readonly string[] => instanceTypes;
  const [own] = typesOf(image).flatMap((type) => instanceArchitecture(type) ?? []);
  const [other] = typesOf(parent).flatMap((type) => instanceArchitecture(type) ?? []);
  if (own === undefined || other === undefined || own === other) return [];
  return [
    error(at(image, "instanceTypes"), "IB-PARENT-ARCHITECTURE", {
      found: `${list(typesOf(image))}, which is ${own}, for ${quote(image.name)}, and ${list(typesOf(parent))}, which is ${other}, for its parent ${quote(parent.name)}`,
      allowed: "one architecture for all images in a chain",
    }),
  ];
}

function checkDepth(path: readonly Image[], at: At): Finding[] {
  // Only the first image that is too far down the chain is reported, not those built on it.
  if (path.length !== longestChain + 1) return [];
  return [
    error(at, "IB-PARENT-DEPTH", {
      found: `a chain of ${path.length} images: ${path.map(({ name }) => name).join(" → ")}`,
      allowed: `${longestChain} at most: each build waits about 20 minutes for the previous one`,
      fix: "combine some of their components into one image",
    }),
  ];
}

/** A child fails to build until its parent has been built, and gets no updates if its parent is never rebuilt. */
function checkBuilt(image: Image, parent: Image, settings: ResolvedSettings, at: At): Finding[] {
  const { environment } = settings;
  const buildOnDeploy = parent.buildOnDeploy ?? settings.buildOnDeploy;
  const schedule = parent.schedule === undefined ? settings.schedule : parent.schedule;
  const follows = parent.parent !== undefined && parent.rebuildWithParent;
  const off = `${quote(parent.name)}, whose pipeline is not enabled`;
  if (!parent.enabled && !buildOnDeploy) {
    return [
      error(at, "IB-PARENT-UNBUILT", {
        found: `${off}, in ${environment}, whose deploys build nothing (buildOnDeploy): it is never built`,
        allowed: "a parent that is built before its children",
        fix: `write enabled: true for ${parent.name}`,
      }),
    ];
  }
  if (!parent.enabled) {
    return [
      warning(at, "IB-PARENT-UNBUILT", {
        found: `${off}: a deploy builds it, and nothing rebuilds it after that`,
        allowed: `a parent that is rebuilt, so that ${image.name} gets its updates`,
      }),
    ];
  }
  if (schedule !== null || follows || buildOnDeploy) return [];
  return [
    warning(at, "IB-PARENT-UNBUILT", {
      found: `${quote(parent.name)}, which is only built by hand: until then, every build of ${quote(image.name)} fails`,
      allowed: "a parent with a schedule, or deploys that build (buildOnDeploy)",
    }),
  ];
}
