import { nearest } from "@pipelines/findings/nearest";
import type { Image } from "./image";

/** Which images of an environment are built on which. Each has at most one parent, so there are only trees. */
export class ImageChains<T extends Image = Image> {
  private readonly byName: ReadonlyMap<string, T>;

  /** Of two images with the same name, the first counts. */
  public constructor(private readonly images: readonly T[]) {
    this.byName = new Map([...images].reverse().map((image) => [image.name, image]));
  }

  /** `undefined` if the parent is not in this environment, or does not exist. */
  public parentOf({ parent }: Image): T | undefined {
    return parent && this.byName.get(parent.image);
  }

  /** From the first image of its chain to this one. In a cycle, from the first image that was met twice. */
  public pathTo(image: T): { readonly path: readonly T[]; readonly circular: boolean } {
    const path = [image];
    for (let parent = this.parentOf(image); parent !== undefined; parent = this.parentOf(parent)) {
      if (path.includes(parent)) return { path: [parent, ...path], circular: true };
      path.unshift(parent);
    }
    return { path, circular: false };
  }

  /** The images that are rebuilt whenever their parents in the environment are new. */
  public followers(): T[] {
    return this.images.filter(
      (image) => image.enabled && image.rebuildWithParent && this.parentOf(image) !== undefined,
    );
  }

  /** Every image after its parent, otherwise in the environment's order. */
  public parentsFirst(): T[] {
    return [...new Set(this.images.flatMap((image) => this.pathTo(image).path))];
  }

  /** The existing name that a misspelled one was probably meant to be. */
  public near(name: string): string | undefined {
    return nearest(name, this.byName.keys());
  }

  public names(): string[] {
    return [...new Set(this.images.map(({ name }) => name))];
  }
}

/** The moving tag of the parent that an image is built on; `undefined` if none is named and the parent has none. */
export function parentTag({ parent }: Image, of: Pick<Image, "containerTags">): string | undefined {
  return parent?.tag ?? of.containerTags[0];
}

/** What starts an image that follows its parent. */
export function afterParent(parent: string, channel: string | undefined): string {
  return channel === undefined ? `after ${parent}` : `after each promotion of ${parent} to ${channel}`;
}

/** The images, with a reference to a tag in the environment's own registry for each parent that is one of them. */
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
