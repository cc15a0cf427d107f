import { type Access, inParallel } from "./access";
import { buildOf, imageMeant, imagesIn, type Manifest, manifestsOf, type StoredImage } from "./repository";
import { isPointer } from "@pipelines/image-definition/channel-tags";

/** An image in an environment's registry, with the images it is built on and the images built on it. */
export interface Node {
  readonly repository: string;
  readonly image: StoredImage;
  /** Images whose layers it starts with, nearest first. */
  readonly ancestors: readonly Node[];
  /** Images that start with its layers, at all levels. */
  readonly descendants: readonly Node[];
}

interface Draft extends Node {
  readonly layers: readonly (readonly string[])[];
  ancestors: Draft[];
  descendants: Draft[];
}

/**
 * All images in an environment's repositories, and which of them are built on which others: an image starts with all of
 * its parent's layers.
 */
export async function ancestryOf(access: Access): Promise<Node[]> {
  const repositories = [...new Set(access.place.images.map(({ repository }) => repository))];
  const drafts = await inParallel(repositories, 16, async (repository) => {
    const images = (await imagesIn(access, repository)) ?? [];
    const manifests = await manifestsOf(
      access,
      repository,
      images.map(({ digest }) => digest),
    );
    return drafted(repository, images, manifests);
  });
  const nodes = drafts.flat();
  // Images, with the list of all their layers as the key, so that each image only looks up its own prefixes.
  const byLayers = new Map<string, Draft[]>();
  for (const node of nodes) {
    for (const layers of node.layers) {
      const key = layers.join();
      byLayers.set(key, [...(byLayers.get(key) ?? []), node]);
    }
  }
  for (const node of nodes) {
    const found = new Set<Draft>();
    for (const layers of node.layers) {
      for (let length = layers.length - 1; length > 0; length--) {
        for (const base of byLayers.get(layers.slice(0, length).join()) ?? []) found.add(base);
      }
    }
    node.ancestors = [...found];
    for (const base of found) base.descendants.push(node);
  }
  return nodes;
}

/** An index counts as one image, with the layers of each of its platforms. */
function drafted(
  repository: string,
  images: readonly StoredImage[],
  manifests: ReadonlyMap<string, Manifest>,
): Draft[] {
  const parts = new Set([...manifests.values()].flatMap(({ children }) => children));
  return images.flatMap((image) => {
    const manifest = manifests.get(image.digest);
    if (manifest === undefined || parts.has(image.digest)) return [];
    const layers = [manifest, ...manifest.children.map((child) => manifests.get(child))]
      .flatMap((each) => (each === undefined ? [] : [each.layers]))
      .filter((each) => each.length > 0);
    return [{ repository, image, layers, ancestors: [], descendants: [] }];
  });
}

/** Returns the image in a repository that a build, a tag or a digest refers to. */
export function nodeMeant(nodes: readonly Node[], repository: string, meant: string, where: string): Node {
  const here = nodes.filter((node) => node.repository === repository);
  const images = here.map((node) => ({ ...node.image, node }));
  return imageMeant(images, meant, where).node;
}

/**
 * Returns what the image would be built on today: the newest image in the repository that a tag or channel points to.
 */
export function newestOf(nodes: readonly Node[], repository: string): Node | undefined {
  const here = nodes.filter((node) => node.repository === repository && node.image.revoked === undefined);
  const tagged = here.filter(({ image }) => image.tags.some(isPointer));
  // An image without container tags or channels is pulled by build version.
  const pulled = tagged.length > 0 ? tagged : here;
  return pulled.sort((a, b) => a.image.pushed.getTime() - b.image.pushed.getTime()).at(-1);
}

/** What `--json` shows about an image. @param distance number of images in between */
export function relative(node: Node, distance: number, nodes?: readonly Node[]) {
  const { repository, image } = node;
  const today = nodes && newestOf(nodes, repository);
  const isOlder = today !== undefined && today.image.digest !== image.digest && today.image.pushed >= image.pushed;
  return {
    repository,
    build: buildOf(image),
    digest: image.digest,
    pushed: image.pushed.toISOString(),
    tags: image.tags.filter(isPointer),
    revoked: image.revoked !== undefined,
    distance,
    /** A newer image in its repository; only for images that this one is built on. */
    newer: isOlder ? buildOf(today.image) : undefined,
  };
}
