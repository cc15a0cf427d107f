import { contentOf, sha256 } from "./manifest";
import { pages } from "./errors";
import { repositoryOf } from "./repository";
import { type ContainerImage, pushImage, type Repository } from "./state";
import { AwsError } from "../errors";
import { type JsonObject, needed, object, objects, text, texts } from "../json";
import { paged } from "../paging";
import type { JsonOperation } from "../protocols";
import type { Scope } from "../world";

/** Returns the images that `imageIds` refers to, and the ids that match none. */
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

/** Returns one id per tag, or one without a tag. */
function idsOf({ digest, tags }: ContainerImage): JsonObject[] {
  if (tags.size === 0) return [{ imageDigest: digest }];
  return [...tags].map((imageTag) => ({ imageDigest: digest, imageTag }));
}

/** `filter: { tagStatus }` in list requests. */
function filtered(input: JsonObject, repository: Repository): ContainerImage[] {
  const status = text(object(input, "filter") ?? {}, "tagStatus") ?? "ANY";
  return [...repository.images.values()].filter(
    ({ tags }) => status === "ANY" || (status === "TAGGED") === tags.size > 0,
  );
}

function missing(imageId: JsonObject, repository: Repository): AwsError {
  return new AwsError(
    "ImageNotFoundException",
    `The image with imageId ${JSON.stringify(imageId)} does not exist within the repository with name '${repository.name}' in the registry with id '${repository.registryId}'`,
  );
}

/** Basic scanning adds its counts to the image; enhanced scanning returns them only on request. */
function scanOf(image: ContainerImage, repository: Repository, scope: Scope) {
  const isIndex = contentOf(image.manifest).manifests.length > 0;
  if ((repository.scanning["scanOnPush"] !== true && !repository.scanned.has(image.digest)) || isIndex)
    return undefined;
  const seconds = Math.floor(image.pushed.getTime() / 1000);
  const { enhanced = false, counts = {} } = scope.world.scans[repository.name] ?? {};
  const findings = {
    imageScanCompletedAt: seconds,
    vulnerabilitySourceUpdatedAt: seconds,
    findingSeverityCounts: counts,
  };
  return { status: { status: enhanced ? "ACTIVE" : "COMPLETE" }, findings, enhanced };
}

function describe(image: ContainerImage, repository: Repository, scope: Scope): JsonObject {
  const scan = scanOf(image, repository, scope);
  return {
    registryId: scope.accountId,
    repositoryName: repository.name,
    imageDigest: image.digest,
    imageTags: image.tags.size === 0 ? undefined : [...image.tags],
    imageSizeInBytes: contentOf(image.manifest).layers.reduce((sum, { size }) => sum + size, 0),
    imagePushedAt: Math.floor(image.pushed.getTime() / 1000),
    imageManifestMediaType: image.mediaType,
    artifactMediaType: contentOf(image.manifest).artifactType,
    imageScanStatus: scan?.status,
    imageScanFindingsSummary: scan?.enhanced === false ? scan.findings : undefined,
  };
}

export const imageOperations: Record<string, JsonOperation> = {
  ListImages: (input, scope) =>
    paged("imageIds", filtered(input, repositoryOf(input, scope)).flatMap(idsOf), input, pages, (id) => id),
  DescribeImages: (input, scope) => {
    const repository = repositoryOf(input, scope);
    if (input["imageIds"] === undefined) {
      const all = filtered(input, repository);
      return paged("imageDetails", all, input, pages, (image) => describe(image, repository, scope));
    }
    const { found, failures } = imagesOf(input, repository);
    const [lost] = failures;
    if (lost !== undefined) throw missing(object(lost, "imageId") ?? {}, repository);
    return { imageDetails: found.map(({ image }) => describe(image, repository, scope)) };
  },
  BatchGetImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const accepted = texts(input, "acceptedMediaTypes");
    const { found, failures } = imagesOf(input, repository);
    const usable = found.filter(({ image }) => accepted.length === 0 || accepted.includes(image.mediaType));
    const refused = found
      .filter((each) => !usable.includes(each))
      .map(({ image, tag }) => ({
        imageId: { imageDigest: image.digest, imageTag: tag },
        failureCode: "ImageNotFound",
        failureReason: `The image is of media type ${image.mediaType}, which is not accepted`,
      }));
    const images = usable.map(({ image, tag }) => ({
      registryId: scope.accountId,
      repositoryName: repository.name,
      imageId: { imageDigest: image.digest, imageTag: tag },
      imageManifest: image.manifest,
      imageManifestMediaType: image.mediaType,
    }));
    return { images, failures: [...failures, ...refused] };
  },
  BatchDeleteImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const { found, failures } = imagesOf(input, repository);
    const parents = new Set([...repository.images.values()].flatMap(({ manifest }) => contentOf(manifest).manifests));
    const imageIds = found.flatMap(({ image, tag }) => {
      // Deleting by tag removes only that tag, or the whole image along with its last tag.
      if (tag !== undefined && image.tags.delete(tag) && image.tags.size > 0)
        return [{ imageDigest: image.digest, imageTag: tag }];
      if (parents.has(image.digest)) {
        failures.push({
          imageId: { imageDigest: image.digest },
          failureCode: "ImageReferencedByManifestList",
          failureReason: "Requested image referenced by manifest list",
        });
        return [];
      }
      repository.images.delete(image.digest);
      return tag === undefined ? idsOf(image) : [{ imageDigest: image.digest, imageTag: tag }];
    });
    return { imageIds, failures };
  },
  PutImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const tag = text(input, "imageTag");
    const manifest = needed(input, "imageManifest");
    const wanted = text(input, "imageDigest");
    const mediaType = text(input, "imageManifestMediaType");
    const digest = sha256(manifest);
    if (wanted !== undefined && wanted !== digest) {
      throw new AwsError(
        "ImageDigestDoesNotMatchException",
        "The specified image digest does not match the digest that Amazon ECR calculated for the image",
      );
    }
    const image = pushImage(repository, manifest, tag === undefined ? [] : [tag], scope.now(), mediaType);
    if (tag !== undefined) scope.world.deliver(pushEvent(repository.name, tag, image.digest), scope, scope.now());
    const imageId = { imageDigest: image.digest, imageTag: tag };
    return {
      image: {
        registryId: scope.accountId,
        repositoryName: repository.name,
        imageId,
        imageManifest: manifest,
        imageManifestMediaType: image.mediaType,
      },
    };
  },
  StartImageScan: (input, scope) => {
    const { repository, image, described } = scanned(input, scope);
    repository.scanned.add(image.digest);
    return { ...described, imageScanStatus: { status: "IN_PROGRESS" } };
  },
  DescribeImageScanFindings: (input, scope) => {
    const { repository, image, described } = scanned(input, scope);
    const scan = scanOf(image, repository, scope);
    if (scan === undefined) {
      throw new AwsError(
        "ScanNotFoundException",
        `Image scan does not exist for the image with '${JSON.stringify(described.imageId)}'`,
      );
    }
    return { ...described, imageScanStatus: scan.status, imageScanFindings: scan.findings };
  },
};

/** The image that a scan is for. */
function scanned(input: JsonObject, scope: Scope) {
  const repository = repositoryOf(input, scope);
  const imageId = object(input, "imageId") ?? {};
  const [found] = imagesOf({ imageIds: [imageId] }, repository).found;
  if (found === undefined) throw missing(imageId, repository);
  const described = { registryId: scope.accountId, repositoryName: repository.name, imageId };
  return { repository, image: found.image, described };
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html */
function pushEvent(repository: string, tag: string, digest: string): JsonObject {
  return {
    source: "aws.ecr",
    "detail-type": "ECR Image Action",
    resources: [],
    detail: {
      result: "SUCCESS",
      "repository-name": repository,
      "image-digest": digest,
      "action-type": "PUSH",
      "image-tag": tag,
    },
  };
}
