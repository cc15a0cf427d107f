import {
  BatchGetImageCommand,
  DescribeImageScanFindingsCommand,
  type ImageDetail,
  paginateDescribeImages,
} from "@aws-sdk/client-ecr";
import {
  isBuildTag,
  isOriginTag,
  parseHistoryTag,
  parseRevokedTag,
  type RevokedTag,
} from "@pipelines/image-definition/channel-tags";
import { type Access, gather, hundreds, inParallel, unless } from "./access";
import { unknownName } from "./failure";
import { moment } from "./words";

/** An image in a repository, as described by ECR. */
export interface StoredImage {
  readonly digest: string;
  readonly tags: readonly string[];
  /** Compressed size in bytes. */
  readonly size: number;
  readonly pushed: Date;
  /** Number of findings in the last scan, by severity; undefined if there was none. */
  readonly findings: Readonly<Record<string, number>> | undefined;
  readonly isScanned: boolean;
  readonly revoked: RevokedTag | undefined;
}

/** Returns all images in a repository; undefined if it does not exist. One call per 1,000 images. */
export async function imagesIn(access: Access, repositoryName: string): Promise<StoredImage[] | undefined> {
  return unless(["RepositoryNotFoundException"], async () => {
    const pages = paginateDescribeImages({ client: access.ecr, pageSize: 1000 }, { repositoryName });
    const images = await gather(pages, (page) => page.imageDetails);
    return images.map(storedImage).sort((a, b) => a.pushed.getTime() - b.pushed.getTime());
  });
}

function storedImage(detail: ImageDetail): StoredImage {
  const { imageDigest = "", imageTags = [], imageSizeInBytes = 0, imagePushedAt = new Date(0) } = detail;
  return {
    digest: imageDigest,
    tags: [...imageTags].sort(),
    size: imageSizeInBytes,
    pushed: imagePushedAt,
    findings: detail.imageScanFindingsSummary?.findingSeverityCounts,
    isScanned: detail.imageScanStatus !== undefined,
    revoked: imageTags.map(parseRevokedTag).find((tag) => tag !== undefined),
  };
}

/** Only this call returns the counts from enhanced scanning. */
export async function scanFindings(access: Access, repositoryName: string, image: StoredImage) {
  if (image.findings !== undefined || !image.isScanned) return image.findings;
  const command = new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageDigest: image.digest } });
  return (await access.ecr.send(command)).imageScanFindings?.findingSeverityCounts;
}

/** `1.0.3-2`, or `staging.1.0.3-2` for a copied build; the digest if no tag has that form. */
export function buildOf({ digest, tags }: Pick<StoredImage, "digest" | "tags">): string {
  return tags.find(isBuildTag) ?? tags.find(isOriginTag) ?? digest;
}

/** `1.0.3-2 (sha256:0123456789ab)` */
export function named(image: Pick<StoredImage, "digest" | "tags">): string {
  const build = buildOf(image);
  return build === image.digest ? shortDigest(image.digest) : `${build} (${shortDigest(image.digest)})`;
}

export function shortDigest(digest: string): string {
  return digest.slice(0, "sha256:".length + 12);
}

/** One promotion to a channel. */
export interface Promotion {
  readonly tag: string;
  readonly at: Date;
  readonly by: string;
  readonly image: StoredImage;
}

export interface Channel {
  /** The image that the channel points to. */
  readonly current: StoredImage | undefined;
  /** Promotions, from first to last. */
  readonly history: readonly Promotion[];
  /** A promotion that has written its tag but not moved the channel: it is still running, or was interrupted. */
  readonly open: readonly Promotion[];
}

/** A channel, as described by the tags in its repository. */
export function channelIn(images: readonly StoredImage[], channel: string): Channel {
  const promotions = images
    .flatMap((image) => image.tags.map((tag) => ({ image, parsed: parseHistoryTag(tag) })))
    .flatMap(({ image, parsed }) => (parsed?.channel === channel ? [{ ...parsed, image }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.tag < b.tag ? -1 : 1));
  const current = images.find(({ tags }) => tags.includes(channel));
  // The tag is written before the channel moves, so a tag newer than the channel's current promotion belongs to a
  // promotion that has not moved the channel yet.
  const last = promotions.map(({ image }) => image.digest).lastIndexOf(current?.digest ?? "");
  // Something other than a promotion moved the channel: the history does not change.
  if (current !== undefined && last < 0) return { current, history: promotions, open: [] };
  return { current, history: promotions.slice(0, last + 1), open: promotions.slice(last + 1) };
}

/** Seconds after which a promotion that has not moved its channel counts as interrupted. */
export const abandoned = 120;

export function isAbandoned({ at }: Promotion, now: Date): boolean {
  return now.getTime() - at.getTime() > abandoned * 1000;
}

/** A message if a channel does not point to the image from its last promotion, for example after `docker push`. */
export function movedByHand(name: string, { current, history, open }: Channel, now: Date): string | undefined {
  const is = `${name} points to ${current === undefined ? "nothing" : named(current)}`;
  const last = open.at(-1) ?? history.at(-1);
  if (last === undefined) return current && `${is}, and no promotion is recorded: it was moved by hand`;
  if (last.image.digest === current?.digest || !isAbandoned(last, now)) return undefined;
  const was = `its last promotion (${moment(last.at)} by ${last.by}) was to ${named(last.image)}`;
  return `${is}, and ${was}: it was moved by hand${open.length > 0 ? ", or that promotion was interrupted" : ""}`;
}

/** Returns the channel's most recent earlier image that is not revoked. */
export function lastGood(images: readonly StoredImage[], channel: string): StoredImage | undefined {
  const { current, history } = channelIn(images, channel);
  return history.findLast(({ image }) => image.digest !== current?.digest && image.revoked === undefined)?.image;
}

/** Returns the image that a build, a tag or a digest refers to. */
export function imageMeant<T extends Pick<StoredImage, "digest" | "tags">>(
  images: readonly T[],
  meant: string,
  where: string,
): T {
  const found = images.find(({ digest, tags }) => digest === meant || tags.includes(meant));
  if (found !== undefined) return found;
  throw unknownName(where, "build", meant, images.map(buildOf).slice(-20));
}

const manifestTypes = [
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.oci.image.index.v1+json",
];

export interface Manifest {
  readonly digest: string;
  readonly text: string;
  readonly mediaType: string | undefined;
  /** Digests of the layers, from the base up; empty for an index. */
  readonly layers: readonly string[];
  /** Configuration and layers, without duplicates. */
  readonly blobs: readonly { readonly digest: string; readonly size: number }[];
  /** Digests of the manifests that an index refers to. */
  readonly children: readonly string[];
}

interface ManifestJson {
  readonly config?: { readonly digest: string; readonly size: number };
  readonly layers?: readonly { readonly digest: string; readonly size: number }[];
  readonly manifests?: readonly { readonly digest: string }[];
}

/** Returns manifests by digest, except those that no longer exist, with one call per 100. */
export async function manifestsOf(access: Access, repositoryName: string, digests: readonly string[]) {
  const manifests = new Map<string, Manifest>();
  await inParallel(hundreds([...new Set(digests)]), 4, async (group) => {
    const imageIds = group.map((imageDigest) => ({ imageDigest }));
    const command = new BatchGetImageCommand({ repositoryName, imageIds, acceptedMediaTypes: manifestTypes });
    const { images = [] } = await access.ecr.send(command);
    for (const { imageId, imageManifest = "", imageManifestMediaType } of images) {
      const digest = imageId?.imageDigest ?? "";
      const { config, layers = [], manifests: children = [] } = JSON.parse(imageManifest) as ManifestJson;
      const blobs = new Map([...(config === undefined ? [] : [config]), ...layers].map((blob) => [blob.digest, blob]));
      manifests.set(digest, {
        digest,
        text: imageManifest,
        mediaType: imageManifestMediaType,
        layers: layers.map((layer) => layer.digest),
        blobs: [...blobs.values()],
        children: children.map((child) => child.digest),
      });
    }
  });
  return manifests;
}
