import { sha256 } from "../ecr/manifest";
import { repositoryNamed } from "../ecr/repository";
import { pushImage } from "../ecr/state";
import { type JsonObject, object, objects, text, texts } from "../json";
import { writeLogEvents } from "../logs/groups";
import type { Scope } from "../world";
import { contentOfBuild } from "./image-content";
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
  const bucket = scope.world.buckets.get(text(logging, "s3BucketName") ?? "");
  if (bucket === undefined) return;
  const prefix = (text(logging, "s3KeyPrefix") ?? "").replace(/^\/+|\/+$/g, "");
  const key = [prefix, image.name, image.version, image.build, "console.log"].filter((part) => part !== "").join("/");
  bucket.put(key, Buffer.from(`${line}\n`), { ContentType: "text/plain" }, scope.now());
}

/** Pushes to the recipe's repository, and to the distribution configuration's repository with its tags. */
export function push(image: Image, scope: Scope): JsonObject[] {
  const own = text(image.recipe.settings, "targetRepository", "repositoryName") ?? "";
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
