import { BatchDeleteImageCommand } from "@aws-sdk/client-ecr";
import type { ImageDescription } from "@pipelines/image-definition/environment-description";
import { type Access, inParallel } from "@pipelines/operations/access";
import { imagesIn } from "@pipelines/operations/repository";
import type { Matter } from "./inspect";
import type { Wanted } from "./wanted";

/** A tag by which a signature, an attestation or an SBOM refers to an image, such as `sha256-<digest>.sig`. */
const attached = /^sha256-([0-9a-f]{64})(?:\..+)?$/;

export type Orphan = Matter & { readonly kind: "orphan" };

/**
 * Returns signatures, attestations and SBOMs for images that are in none of the environment's repositories. (cosign may
 * keep them in a different repository from the image.)
 *
 * @param others images in the environment's other stacks
 */
export async function orphans(
  wanted: Iterable<Wanted>,
  others: readonly ImageDescription[],
  access: Access,
): Promise<Orphan[]> {
  const own = [...wanted].flatMap(({ type, attributes: { name }, region }) =>
    type === "aws_ecr_repository" && typeof name === "string" ? [{ repository: name, region, isOwn: true }] : [],
  );
  const further = others.flatMap(({ repository, regions }) =>
    [undefined, ...regions].map((region) => ({ repository, region, isOwn: false })),
  );
  const digests = new Set<string>();
  const tags = await inParallel([...own, ...further], 8, async ({ repository, region, isOwn }) => {
    const images = (await imagesIn(access.in(region), repository)) ?? [];
    for (const { digest } of images) digests.add(digest);
    if (!isOwn) return [];
    return images.flatMap((image) => image.tags.map((tag) => ({ repository, region, tag })));
  });
  return tags.flat().flatMap(({ repository, region, tag }): Orphan[] => {
    const digest = attached.exec(tag)?.[1];
    if (digest === undefined || digests.has(`sha256:${digest}`)) return [];
    return [{ kind: "orphan", id: `${repository}:${tag}`, repository, tag, region }];
  });
}

/** Removes the tag. Removing the last tag also deletes what it points to. */
export async function removeOrphan({ repository, tag, region }: Orphan, access: Access): Promise<void> {
  const imageIds = [{ imageTag: tag }];
  await access.in(region).ecr.send(new BatchDeleteImageCommand({ repositoryName: repository, imageIds }));
}
