import { createHash } from "node:crypto";
import { AwsError } from "./errors";
import type { JsonObject } from "./json";
import type { Resource } from "./service";

export interface ContainerImage {
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
  readonly pushed: Date;
  readonly tags: Set<string>;
}

export interface Repository {
  readonly name: string;
  readonly arn: string;
  readonly uri: string;
  readonly registryId: string;
  readonly created: Date;
  readonly encryption: JsonObject;
  mutability: string;
  scanning: JsonObject;
  lifecyclePolicy: { text: string; evaluated: Date } | undefined;
  policy: string | undefined;
  readonly tags: Map<string, string>;
  /** By digest. */
  readonly images: Map<string, ContainerImage>;
}

export class EcrState {
  readonly repositories = new Map<string, Repository>();

  rows(region: string): Resource[] {
    return [...this.repositories.values()].flatMap((repository) => [
      { service: "ecr", region, kind: "repository", name: repository.name },
      ...[...repository.images.values()].map((image) => ({
        service: "ecr",
        region,
        kind: "image",
        name: repository.name,
        version: image.tags.size === 0 ? image.digest : [...image.tags].join(", "),
      })),
    ]);
  }
}

export const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

export function digestOf(manifest: string): string {
  return `sha256:${createHash("sha256").update(manifest).digest("hex")}`;
}

/**
 * Pushes an image as `docker push` does, every tag of it or, where an immutable one is taken, none.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export function pushImage(
  repository: Repository,
  manifest: string,
  tags: readonly string[],
  now: Date,
  mediaType = DOCKER_MANIFEST,
): ContainerImage {
  const digest = digestOf(manifest);
  for (const tag of tags) {
    const holder = [...repository.images.values()].find((image) => image.tags.has(tag));
    if (holder === undefined) continue;
    if (holder.digest === digest) {
      throw new AwsError(
        "ImageAlreadyExistsException",
        `Image with digest '${digest}' and tag '${tag}' already exists in the repository with name '${repository.name}' in registry with id '${repository.registryId}'`,
      );
    }
    if (repository.mutability === "IMMUTABLE") {
      throw new AwsError(
        "ImageTagAlreadyExistsException",
        `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the repository is immutable.`,
      );
    }
  }
  for (const other of repository.images.values()) for (const tag of tags) other.tags.delete(tag);
  const image = repository.images.get(digest) ?? { digest, manifest, mediaType, pushed: now, tags: new Set<string>() };
  for (const tag of tags) image.tags.add(tag);
  repository.images.set(digest, image);
  return image;
}
