import { regionalName } from "@pipelines/image-definition/regional-repository";
import type { ImageDescription } from "@pipelines/image-definition/environment-description";
import { type Access, inParallel } from "./access";
import { buildOf, imagesIn, type StoredImage } from "./repository";

/** A tag or channel in an additional region, compared with the environment's own. */
export interface RegionalTag {
  readonly region: string;
  /** undefined: it points nowhere */
  readonly build: string | undefined;
  readonly digest: string | undefined;
  /** `different`: it points to something other than an older image from the environment's own region. */
  readonly state: "equal" | "behind" | "different";
}

/** By `regionalName`, without repositories that do not exist. */
export type FurtherRepositories = ReadonlyMap<string, readonly StoredImage[]>;

/** Reads the images' repositories in additional regions, with one call per 1,000 images in each. */
export async function furtherRepositories(access: Access): Promise<FurtherRepositories> {
  const wanted = access.place.images.flatMap(({ repository, regions }) =>
    regions.map((region) => ({ repository, region })),
  );
  const found = await inParallel(wanted, 16, async ({ repository, region }) => {
    const stored = await imagesIn(access.in(region), repository);
    return stored === undefined ? [] : [[regionalName(repository, region), stored] as const];
  });
  return new Map(found.flat());
}

/** Returns the additional regions in which a repository lacks one of its images. */
export function regionsWithout(
  images: readonly ImageDescription[],
  repository: string,
  digest: string,
  further: FurtherRepositories,
): string[] {
  const regions = images.find((image) => image.repository === repository)?.regions ?? [];
  const isIn = (region: string) =>
    further.get(regionalName(repository, region))?.some((each) => each.digest === digest);
  return regions.filter((region) => isIn(region) !== true);
}

/** Returns a tag in every additional region where the image has a repository. */
export function regionalTags(
  { repository, regions }: ImageDescription,
  tag: string,
  home: readonly StoredImage[],
  further: FurtherRepositories,
): RegionalTag[] {
  const pointsTo = (images: readonly StoredImage[]) => images.find(({ tags }) => tags.includes(tag));
  const here = pointsTo(home);
  return regions.flatMap((region) => {
    const images = further.get(regionalName(repository, region));
    if (images === undefined) return [];
    const there = pointsTo(images);
    const known = home.find(({ digest }) => digest === there?.digest);
    const isOlder = here !== undefined && (there === undefined || (known !== undefined && known.pushed < here.pushed));
    const state = there?.digest === here?.digest ? "equal" : isOlder ? "behind" : "different";
    return [{ region, build: there && buildOf(there), digest: there?.digest, state }];
  });
}
