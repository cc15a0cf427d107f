import { type ECRClient, BatchDeleteImageCommand, paginateDescribeImages } from "@aws-sdk/client-ecr";
import { inParallel, isNamed } from "@pipelines/operations/access";
import type { Matter } from "./inspect";
import type { Services } from "./services";
import type { Wanted } from "./wanted";

/** A tag by which a signature, an attestation or an SBOM refers to an image: `sha256-<digest>.sig`, say. */
const attached = /^sha256-([0-9a-f]{64})(?:\..+)?$/;

export type Orphan = Matter & { readonly kind: "orphan" };

/**
 * Signatures, attestations and SBOMs of images that are in none of the stack's repositories. (cosign may keep them in
 * another repository than the image.)
 */
export async function orphans(wanted: Iterable<Wanted>, services: Services): Promise<Orphan[]> {
  const repositories = [...wanted].flatMap(({ type, attributes: { name }, region }) =>
    type === "aws_ecr_repository" && typeof name === "string" ? [{ repository: name, region }] : [],
  );
  const digests = new Set<string>();
  const tags = await inParallel(repositories, 8, async ({ repository, region }) => {
    const images = await imagesOf(services.in(region).ecr, repository);
    for (const { imageDigest } of images) digests.add(imageDigest ?? "");
    return images.flatMap(({ imageTags = [] }) => imageTags.map((tag) => ({ repository, region, tag })));
  });
  return tags.flat().flatMap(({ repository, region, tag }): Orphan[] => {
    const digest = attached.exec(tag)?.[1];
    if (digest === undefined || digests.has(`sha256:${digest}`)) return [];
    return [{ kind: "orphan", id: `${repository}:${tag}`, repository, tag, region }];
  });
}

async function imagesOf(client: ECRClient, repositoryName: string) {
  try {
    const pages = [];
    for await (const { imageDetails } of paginateDescribeImages({ client }, { repositoryName })) {
      pages.push(imageDetails ?? []);
    }
    return pages.flat();
  } catch (error) {
    if (isNamed(error, "RepositoryNotFoundException")) return [];
    throw error;
  }
}

/** Takes the tag away, and with its last tag what it stood for. */
export async function removeOrphan({ repository, tag, region }: Orphan, services: Services): Promise<void> {
  const imageIds = [{ imageTag: tag }];
  await services.in(region).ecr.send(new BatchDeleteImageCommand({ repositoryName: repository, imageIds }));
}
