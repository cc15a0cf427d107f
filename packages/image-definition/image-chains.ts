import { nearest } from "@pipelines/findings/nearest";
import type { Image } from "./image";

/** Which images in an environment are built on which others. Each has at most one parent, so they form trees. */
export class ImageChains<T extends Image = Image> {
  private readonly byName: ReadonlyMap<string, T>;

  /** If two images have the same name, the first one counts. */
  public constructor(private readonly images: readonly T[]) {
    this.byName = new Map([...images].reverse().map((image) => [image.name, image]));
  }

  /** `undefined` if the parent is not in this environment, or does not exist. */
  public parentOf({ parent }: Image): T | undefined {
    return parent && this.byName.get(parent.image);
  }

  /**
   * The path from the first image in its chain to this one. In a cycle, it starts at the first image that was visited
   * twice.
   */
  public pathTo(image: T): { readonly path: readonly T[]; readonly circular: boolean } {
    const path = [image];
    for (let parent = this.parentOf(image); parent !== undefined; parent = this.parentOf(parent)) {
      if (path.includes(parent)) return { path: [parent, ...path], circular: true };
      path.unshift(parent);
    }
    return { path, circular: false };
  }

  /** Returns the images that are rebuilt whenever there is a new version of their parent in the environment. */
  public followers(): T[] {
    return this.images.filter(
      (image) => image.enabled && image.rebuildWithParent && this.parentOf(image) !== undefined,
    );
  }

  /** Returns the images with each parent before its children, and otherwise in the environment's order. */
  public parentsFirst(): T[] {
    return [...new Set(this.images.flatMap((image) => this.pathTo(image).path))];
  }

  /** Returns the existing name that a misspelled name was probably meant to be. */
  public near(name: string): string | undefined {
    return nearest(name, this.byName.keys());
  }

  public names(): string[] {
    return [...new Set(this.images.map(({ name }) => name))];
  }
}

/**
 * Returns the moving tag of the parent that an image is built on; `undefined` if the image sets none and the parent has
 * none.
 */
export function parentTag({ parent }: Image, of: Pick<Image, "containerTags">): string | undefined {
  return parent?.tag ?? of.containerTags[0];
}

/** Describes what starts an image that follows its parent. */
export function afterParent(parent: string, channel: string | undefined): string {
  return channel === undefined ? `after ${parent}` : `after each promotion of ${parent} to ${channel}`;
}

/**
 * Returns the images. If an image's parent is one of them, it is replaced by a reference to a tag in the environment's
 * own registry.
 */
export function placeParents<T extends Image>(images: readonly T[], registry: string): T[] {
  const chains = new ImageChains(images);
  return images.map((image) => {
    const parent = chains.parentOf(image);
    const tag = parent && parentTag(image, parent);
    return parent === undefined || tag === undefined
      ? image
      : { ...image, parentImage: `${registry}/${parent.repository}:${tag}` };
  });
}
