import { nearest } from "@pipelines/findings/nearest";
import type { Image } from "./image";

/** Which images of an environment are built on which: each has one parent at most, so that there are only trees. */
export class ImageChains {
  private readonly byName: ReadonlyMap<string, Image>;

  /** Of two images of one name, the first counts. */
  public constructor(private readonly images: readonly Image[]) {
    this.byName = new Map([...images].reverse().map((image) => [image.name, image]));
  }

  /** `undefined` where the parent is not of this environment, or not there. */
  public parentOf({ parent }: Image): Image | undefined {
    return parent && this.byName.get(parent.image);
  }

  /** From the first image of its chain to this one; where it goes in a circle, from the first one met twice. */
  public pathTo(image: Image): { readonly path: readonly Image[]; readonly circular: boolean } {
    const path = [image];
    for (let parent = this.parentOf(image); parent !== undefined; parent = this.parentOf(parent)) {
      if (path.includes(parent)) return { path: [parent, ...path], circular: true };
      path.unshift(parent);
    }
    return { path, circular: false };
  }

  /** Every image after its parent, otherwise in the order of the environment. */
  public parentsFirst(): Image[] {
    return [...new Set(this.images.flatMap((image) => this.pathTo(image).path))];
  }

  /** The name that one was probably meant to be. */
  public near(name: string): string | undefined {
    return nearest(name, this.byName.keys());
  }

  public names(): string[] {
    return [...new Set(this.images.map(({ name }) => name))];
  }
}

/** The tag of its parent that an image is built on, which moves; `undefined` where none is named and there is none. */
export function parentTag({ parent }: Image, of: Pick<Image, "containerTags">): string | undefined {
  return parent?.tag ?? of.containerTags[0];
}

/** What starts an image that follows its parent. */
export function afterParent(parent: string, channel: string | undefined): string {
  return channel === undefined ? `after ${parent}` : `after each promotion of ${parent} to ${channel}`;
}

/** The images with the text of each parent that is one of them: a reference to a tag in the environment's own registry. */
export function placeParents(images: readonly Image[], registry: string): Image[] {
  const chains = new ImageChains(images);
  return images.map((image) => {
    const parent = chains.parentOf(image);
    const tag = parent && parentTag(image, parent);
    return parent === undefined || tag === undefined
      ? image
      : { ...image, parentImage: `${registry}/${parent.repository}:${tag}` };
  });
}
