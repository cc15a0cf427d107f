import { contentOf, sha256 } from "./manifest";
import { pages, refused } from "./errors";
import { repositoryOf } from "./repository";
import { type ContainerImage, pushImage, type Repository } from "./state";
import type { AnswerObject } from "../answers";
import { AwsError, raise } from "../errors";
import { type JsonObject, needed, object, objects, text, texts } from "../json";
import { paged } from "../paging";
import type { Operations } from "../protocols";
import type { Scope } from "../world";

/** Returns the images that `imageIds` refers to, and the ids that match none. */
function imagesOf(input: JsonObject, repository: Repository) {
  const found: { image: ContainerImage; tag: string | undefined }[] = [];
  const failures: { imageId: JsonObject; failureCode: string; failureReason: string }[] = [];
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
function idsOf({ digest, tags }: ContainerImage): AnswerObject[] {
  return (tags.size === 0 ? [undefined] : [...tags]).map((imageTag) => ({ imageDigest: digest, imageTag }));
}

/** `filter: { tagStatus }` in list requests. */
function filtered(input: JsonObject, repository: Repository): ContainerImage[] {
  const status = text(input, "filter", "tagStatus") ?? "ANY";
  return [...repository.images.values()].filter(
    ({ tags }) => status === "ANY" || (status === "TAGGED") === tags.size > 0,
  );
}

function missing(imageId: JsonObject, repository: Repository): AwsError {
  const what = `The image with imageId ${JSON.stringify(imageId)} does not exist within`;
  return refused("ImageNotFoundException", what, repository);
}

/** Basic scanning adds its counts to the image; enhanced scanning returns them only on request. */
function scanOf(image: ContainerImage, repository: Repository, scope: Scope) {
  const isIndex = contentOf(image.manifest).manifests.length > 0;
  if ((repository.scanning["scanOnPush"] !== true && !repository.scanned.has(image.digest)) || isIndex)
    return undefined;
  const { enhanced = false, counts = {} } = scope.world.scans[repository.name] ?? {};
  const findings = {
    imageScanCompletedAt: image.pushed,
    vulnerabilitySourceUpdatedAt: image.pushed,
    findingSeverityCounts: counts,
  };
  return { status: { status: enhanced ? "ACTIVE" : "COMPLETE" }, findings, enhanced };
}

/** An image as a list shows it, and as a pull needs it. By its model, each answer has a part of it. */
function describe(image: ContainerImage, repository: Repository, scope: Scope, imageTag?: string): AnswerObject {
  const { digest: imageDigest, manifest: imageManifest, tags } = image;
  const scan = scanOf(image, repository, scope);
  return {
    registryId: scope.accountId,
    repositoryName: repository.name,
    imageDigest,
    imageId: { imageDigest, imageTag },
    imageTags: tags.size === 0 ? undefined : tags,
    imageManifest,
    imageSizeInBytes: contentOf(imageManifest).layers.reduce((sum, { size }) => sum + size, 0),
    imagePushedAt: image.pushed,
    imageManifestMediaType: image.mediaType,
    artifactMediaType: contentOf(imageManifest).artifactType,
    imageScanStatus: scan?.status,
    imageScanFindingsSummary: scan?.enhanced === false ? scan.findings : undefined,
  };
}

export const imageOperations: Operations = {
  ListImages: (input, scope) =>
    paged("imageIds", filtered(input, repositoryOf(input, scope)).flatMap(idsOf), input, pages),
  DescribeImages: (input, scope) => {
    const repository = repositoryOf(input, scope);
    if (input["imageIds"] === undefined) {
      const all = filtered(input, repository);
      return paged("imageDetails", all, input, pages, (image) => describe(image, repository, scope));
    }
    const { found, failures } = imagesOf(input, repository);
    const [lost] = failures;
    if (lost !== undefined) throw missing(lost.imageId, repository);
    return { imageDetails: found.map(({ image }) => describe(image, repository, scope)) };
  },
  BatchGetImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const accepted = texts(input, "acceptedMediaTypes");
    const { found, failures } = imagesOf(input, repository);
    const usable = found.filter(({ image }) => accepted.length === 0 || accepted.includes(image.mediaType));
    const unusable = found
      .filter((each) => !usable.includes(each))
      .map(({ image, tag }) => ({
        imageId: { imageDigest: image.digest, imageTag: tag },
        failureCode: "ImageNotFound",
        failureReason: `The image is of media type ${image.mediaType}, which is not accepted`,
      }));
    const images = usable.map(({ image, tag }) => describe(image, repository, scope, tag));
    return { images, failures: [...failures, ...unusable] };
  },
  BatchDeleteImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const { found, failures } = imagesOf(input, repository);
    const parents = new Set([...repository.images.values()].flatMap(({ manifest }) => contentOf(manifest).manifests));
    const imageIds = found.flatMap(({ image, tag }): AnswerObject[] => {
      // Deleting by tag removes only that tag, or the whole image along with its last tag.
      const id = { imageDigest: image.digest, ...(tag === undefined ? {} : { imageTag: tag }) };
      if (tag !== undefined && image.tags.delete(tag) && image.tags.size > 0) return [id];
      if (parents.has(image.digest)) {
        failures.push({
          imageId: { imageDigest: image.digest },
          failureCode: "ImageReferencedByManifestList",
          failureReason: "Requested image referenced by manifest list",
        });
        return [];
      }
      repository.images.delete(image.digest);
      return tag === undefined ? idsOf(image) : [id];
    });
    return { imageIds, failures };
  },
  PutImage: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const tag = text(input, "imageTag");
    const manifest = needed(input, "imageManifest");
    if ((text(input, "imageDigest") ?? sha256(manifest)) !== sha256(manifest)) {
      throw new AwsError(
        "ImageDigestDoesNotMatchException",
        "The specified image digest does not match the digest that Amazon ECR calculated for the image",
      );
    }
    const mediaType = text(input, "imageManifestMediaType");
    const image = pushImage(repository, manifest, tag === undefined ? [] : [tag], scope.now(), mediaType);
    if (tag !== undefined) scope.world.deliver(pushEvent(repository.name, tag, image.digest), scope, scope.now());
    return { image: describe(image, repository, scope, tag) };
  },
  StartImageScan: (input, scope) => {
    const { repository, image, imageId } = scanned(input, scope);
    repository.scanned.add(image.digest);
    return { ...describe(image, repository, scope), imageId, imageScanStatus: { status: "IN_PROGRESS" } };
  },
  DescribeImageScanFindings: (input, scope) => {
    const { repository, image, imageId } = scanned(input, scope);
    const absent = `Image scan does not exist for the image with '${JSON.stringify(imageId)}'`;
    const scan = scanOf(image, repository, scope) ?? raise(new AwsError("ScanNotFoundException", absent));
    return { ...describe(image, repository, scope), imageId, imageScanFindings: scan.findings };
  },
};

/** The image that a scan is for. */
function scanned(input: JsonObject, scope: Scope) {
  const repository = repositoryOf(input, scope);
  const imageId = object(input, "imageId") ?? {};
  const [found] = imagesOf({ imageIds: [imageId] }, repository).found;
  const { image } = found ?? raise(missing(imageId, repository));
  return { repository, image, imageId };
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
