import { createHash } from "node:crypto";
import { contentOf, imageManifest, type ImageContent, imageIn, sha256 } from "../ecr/manifest";
import { repositoryNamed } from "../ecr/repository";
import { pushImage } from "../ecr/state";
import { AwsError } from "../errors";
import { type JsonObject, needed, object, objects, text, texts } from "../json";
import { writeLogEvents } from "../logs/groups";
import type { Scope } from "../world";
import type { Image } from "./state";

/**
 * A build writes to this group and creates it if it does not exist. A group created this way never expires and belongs
 * to no stack. https://docs.aws.amazon.com/imagebuilder/latest/userguide/monitor-cwlogs.html
 */
export function logTo(image: Image, scope: Scope, at: Date, message: string): void {
  const event = { timestamp: at.getTime(), message };
  writeLogEvents(scope, `/aws/imagebuilder/${image.name}`, `${image.version}/${image.build}`, [event]);
}

export function writeLog(image: Image, scope: Scope, line: string): void {
  const logging = object(image.infrastructure.settings, "logging", "s3Logs") ?? {};
  const name = text(logging, "s3BucketName");
  const bucket = name === undefined ? undefined : scope.world.buckets.get(name);
  if (bucket === undefined) return;
  const prefix = (text(logging, "s3KeyPrefix") ?? "").replace(/^\/+|\/+$/g, "");
  const key = [prefix, image.name, image.version, image.build, "console.log"].filter((part) => part !== "").join("/");
  bucket.put(key, Buffer.from(`${line}\n`), { ContentType: "text/plain" }, scope.now());
}

/** Pushes to the recipe's repository, and to the distribution configuration's repository with its tags. */
export function push(image: Image, scope: Scope): JsonObject[] {
  const own = needed(image.recipe.settings, "targetRepository", "repositoryName");
  const outputs = objects(image.distribution?.settings ?? {}, "distributions").flatMap((each) => {
    const output = object(each, "containerDistributionConfiguration");
    if (output === undefined) return [];
    const repository = text(output, "targetRepository", "repositoryName") ?? own;
    return [{ region: text(each, "region") ?? scope.region, repository, tags: texts(output, "containerTags") }];
  });
  const targets = outputs.length > 0 ? outputs : [{ region: scope.region, repository: own, tags: [] }];
  const { manifest, blobs } = contentOfBuild(image, scope);
  const found = targets.map((target) => {
    return { ...target, repository: repositoryNamed(target.repository, scope.in(target.region)) };
  });
  return found.map(({ region, repository, tags }) => {
    for (const [digest, blob] of blobs) repository.layers.set(digest, blob);
    const all = [`${image.version}-${image.build}`, ...tags];
    // An unchanged image keeps its tags: pushing them changes nothing.
    const held = repository.images.get(sha256(manifest))?.tags ?? new Set();
    pushImage(
      repository,
      manifest,
      [...new Set(all)].filter((tag) => !held.has(tag)),
      scope.now(),
    );
    return { region, imageUris: all.map((tag) => `${repository.uri}:${tag}`) };
  });
}

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
  const parent = needed(image.recipe.settings, "parentImage");
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
