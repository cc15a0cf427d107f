import { AwsError } from "../errors";
import { contentOf, sha256 } from "./manifest";
import type { AnswerObject } from "../answers";
import type { JsonObject } from "../json";
import { type Resource, rowsOf } from "../resource";

export interface ContainerImage {
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
  readonly pushed: Date;
  readonly tags: Set<string>;
}

/** A layer that is still being uploaded. */
export interface Upload {
  readonly parts: Buffer[];
  received: number;
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
  /** The result of the last lifecycle policy preview, and the policy that was previewed. */
  preview?: AnswerObject;
  policy: string | undefined;
  readonly tags: Map<string, string>;
  /** By digest. */
  readonly images: Map<string, ContainerImage>;
  /** Digests of images that were scanned on request. */
  readonly scanned: Set<string>;
  /** Layers and configurations, by digest. */
  readonly layers: Map<string, Buffer>;
  readonly uploads: Map<string, Upload>;
}

export class EcrState {
  /** Settings that differ from the default, by name. */
  public readonly settings = new Map<string, string>();
  /** Registry setting; https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningConfiguration.html */
  public scanning: JsonObject = { scanType: "BASIC", rules: [] };
  /** The registry's policy. */
  public policy: string | undefined;
  public replication: JsonObject = { rules: [] };
  public readonly repositories = new Map<string, Repository>();

  public rows(region: string): Resource[] {
    const row = rowsOf("ecr", region);
    return [...this.repositories.values()].flatMap(({ name, images }) => [
      row("repository", name),
      ...[...images.values()].map(({ tags, digest }) =>
        row("image", name, { version: tags.size === 0 ? digest : [...tags].join(", ") }),
      ),
    ]);
  }
}

/**
 * Pushes an image as `docker push` does: with all its tags or, if an immutable tag is taken, not at all.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export function pushImage(
  repository: Repository,
  manifest: string,
  tags: readonly string[],
  now: Date,
  mediaType = contentOf(manifest).mediaType,
): ContainerImage {
  const digest = sha256(manifest);
  requireContent(repository, manifest);
  const there = `in the repository with name '${repository.name}' in registry with id '${repository.registryId}'`;
  if (tags.length === 0 && repository.images.has(digest)) {
    throw new AwsError("ImageAlreadyExistsException", `Image with digest '${digest}' already exists ${there}`);
  }
  for (const tag of tags) {
    const holder = [...repository.images.values()].find((image) => image.tags.has(tag));
    if (holder === undefined) continue;
    if (holder.digest === digest) {
      throw new AwsError(
        "ImageAlreadyExistsException",
        `Image with digest '${digest}' and tag '${tag}' already exists ${there}`,
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

/** Everything that a manifest refers to must already have been pushed. */
function requireContent(repository: Repository, manifest: string): void {
  const { layers, manifests } = contentOf(manifest);
  const into = `required for pushing image into repository with name '${repository.name}' in the registry with id '${repository.registryId}' do not exist`;
  const lost = layers.filter(({ digest }) => !repository.layers.has(digest)).map(({ digest }) => digest);
  if (lost.length > 0)
    throw new AwsError("LayersNotFoundException", `Layers with digests '[${lost.join(", ")}]' ${into}`);
  const absent = manifests.filter((digest) => !repository.images.has(digest));
  if (absent.length === 0) return;
  throw new AwsError("ReferencedImagesNotFoundException", `Images with digests '[${absent.join(", ")}]' ${into}`);
}
