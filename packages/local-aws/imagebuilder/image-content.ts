import { createHash } from "node:crypto";
import { contentOf, imageManifest, type ImageContent, imageIn, sha256 } from "../ecr/manifest";
import { AwsError } from "../errors";
import { needed, objects, text } from "../json";
import type { Scope } from "../world";
import type { Image } from "./state";

const layerType = "application/vnd.docker.image.rootfs.diff.tar.gzip";

/** The result of a build: the image that was actually built, or the parent's layers plus one for each component. */
export function contentOfBuild(image: Image, { world }: Scope): ImageContent {
  const folder = world.builds.folder(image.recipe.name);
  if (folder !== undefined) return imageIn(folder);
  const components = objects(image.recipe.settings, "components").map((each) => {
    return layer(`${needed(each, "componentArn")} ${image.arn}`);
  });
  return imageContent(image.arn, image.created, [...image.parentLayers, ...components]);
}

function imageContent(name: string, created: Date, layers: readonly Buffer[]): ImageContent {
  const rootfs = { type: "layers", diff_ids: layers.map(sha256) };
  const config = Buffer.from(
    JSON.stringify({
      architecture: "amd64",
      os: "linux",
      created: created.toISOString(),
      config: { Labels: { name } },
      rootfs,
    }),
  );
  const descriptor = (mediaType: string, blob: Buffer) => ({ mediaType, size: blob.length, digest: sha256(blob) });
  return {
    manifest: JSON.stringify({
      schemaVersion: 2,
      mediaType: imageManifest,
      config: descriptor("application/vnd.docker.container.image.v1+json", config),
      layers: layers.map((each) => descriptor(layerType, each)),
    }),
    blobs: new Map([config, ...layers].map((blob) => [sha256(blob), blob])),
  };
}

/** Returns 32 KiB that depend only on the name: always the same for one name, and different for any two names. */
function layer(name: string): Buffer {
  const blocks = Array.from({ length: 1024 }, (_, n) => createHash("sha256").update(`${name} ${n}`).digest());
  return Buffer.concat(blocks);
}

/** The parent's current layers. */
export function parentLayers(image: Image, scope: Scope): Buffer[] {
  const parent = text(image.recipe.settings, "parentImage") ?? "";
  const [, account = "", region = "", name = "", digest, tag = "latest"] =
    /^(\d{12})\.dkr\.ecr\.([\w-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?:@(sha256:\w+)|:([\w.-]+))?$/.exec(parent) ?? [];
  if (account === "" || scope.world.existing.has(parent)) return [layer(`parent ${parent}`)];
  const repository = scope.world.scope(account, region).ecr.repositories.get(name);
  const found = [...(repository?.images.values() ?? [])].find((each) =>
    digest === undefined ? each.tags.has(tag) : each.digest === digest,
  );
  if (repository === undefined || found === undefined) {
    throw new AwsError("ImageNotFoundException", `manifest for ${parent} not found: manifest unknown`);
  }
  // A manifest's first reference is the configuration.
  return contentOf(found.manifest)
    .layers.slice(1)
    .flatMap((each) => repository.layers.get(each.digest) ?? []);
}
