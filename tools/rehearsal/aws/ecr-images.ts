import { invalidParameter, PAGES, repositoryOf } from "./ecr-repository";
import { type ContainerImage, digestOf, DOCKER_MANIFEST, pushImage, type Repository } from "./ecr-state";
import { AwsError } from "./errors";
import { type JsonObject, needed, object, objects, parseObject, text } from "./json";
import { paged } from "./paging";
import type { JsonOperation } from "./protocols";

/** The images that `imageIds` means, and what it means in vain. */
function imagesOf(input: JsonObject, repository: Repository) {
  const found: { image: ContainerImage; tag: string | undefined }[] = [];
  const failures: JsonObject[] = [];
  for (const imageId of objects(input, "imageIds")) {
    const digest = text(imageId, "imageDigest");
    const tag = text(imageId, "imageTag");
    const image = [...repository.images.values()].find(
      (each) => (digest === undefined || each.digest === digest) && (tag === undefined || each.tags.has(tag)),
    );
    if (image !== undefined) found.push({ image, tag });
    else failures.push({ imageId, failureCode: "ImageNotFound", failureReason: "Requested image not found" });
  }
  return { found, failures };
}

/** By `filter.tagStatus`. */
function matching(input: JsonObject): (image: ContainerImage) => boolean {
  const status = text(object(input, "filter") ?? {}, "tagStatus") ?? "ANY";
  return ({ tags }) => status === "ANY" || (status === "TAGGED") === tags.size > 0;
}

/** One id for each tag, or one without a tag. */
function idsOf({ digest, tags }: ContainerImage): JsonObject[] {
  if (tags.size === 0) return [{ imageDigest: digest }];
  return [...tags].map((imageTag) => ({ imageDigest: digest, imageTag }));
}

export const imageOperations: Record<string, JsonOperation> = {
  ListImages: (input, scope) => {
    const images = [...repositoryOf(input, scope).images.values()].filter(matching(input));
    return paged("imageIds", images.flatMap(idsOf), input, PAGES);
  },
  DescribeImages: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const { found, failures } = imagesOf(input, repository);
    const [missing] = failures;
    if (missing !== undefined) {
      throw new AwsError(
        "ImageNotFoundException",
        `The image with imageId ${JSON.stringify(missing["imageId"])} does not exist within the repository with name '${repository.name}' in the registry with id '${scope.accountId}'`,
      );
    }
    const images = input["imageIds"] === undefined ? [...repository.images.values()] : found.map(({ image }) => image);
    const details = images.filter(matching(input)).map((image) => ({
      registryId: scope.accountId,
      repositoryName: repository.name,
      imageDigest: image.digest,
      imageTags: image.tags.size === 0 ? undefined : [...image.tags],
      imageSizeInBytes: image.manifest.length,
      imagePushedAt: Math.floor(image.pushed.getTime() / 1000),
      imageManifestMediaType: image.mediaType,
    }));
    return paged("imageDetails", details, input, PAGES);
  },
  BatchGetImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const { found, failures } = imagesOf(input, repository);
    const images = found.map(({ image, tag }) => ({
      registryId: scope.accountId,
      repositoryName: repository.name,
      imageId: { imageDigest: image.digest, imageTag: tag },
      imageManifest: image.manifest,
      imageManifestMediaType: image.mediaType,
    }));
    return { images, failures };
  },
  BatchDeleteImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const { found, failures } = imagesOf(input, repository);
    const imageIds = found.flatMap(({ image, tag }) => {
      // By a tag, only that tag goes, and the image with its last one.
      if (tag !== undefined && image.tags.delete(tag) && image.tags.size > 0)
        return [{ imageDigest: image.digest, imageTag: tag }];
      repository.images.delete(image.digest);
      return tag === undefined ? idsOf(image) : [{ imageDigest: image.digest, imageTag: tag }];
    });
    return { imageIds, failures };
  },
  PutImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const tag = text(input, "imageTag");
    const imageManifest = needed(input, "imageManifest");
    const mediaType = mediaTypeOf(imageManifest, text(input, "imageManifestMediaType"));
    const digest = digestOf(imageManifest);
    if ((text(input, "imageDigest") ?? digest) !== digest) {
      throw new AwsError(
        "ImageDigestDoesNotMatchException",
        "The specified image digest does not match the digest that Amazon ECR calculated for the image",
      );
    }
    pushImage(repository, imageManifest, tag === undefined ? [] : [tag], scope.now(), mediaType);
    return {
      image: {
        registryId: scope.accountId,
        repositoryName: repository.name,
        imageId: { imageDigest: digest, imageTag: tag },
        imageManifest,
        imageManifestMediaType: mediaType,
      },
    };
  },
};

function mediaTypeOf(manifest: string, given: string | undefined): string {
  try {
    return given ?? text(parseObject(Buffer.from(manifest)), "mediaType") ?? DOCKER_MANIFEST;
  } catch {
    throw invalidParameter("ImageManifest", "Invalid JSON syntax");
  }
}
