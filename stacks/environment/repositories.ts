import type { TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { fromRegionalName, regionalName } from "@pipelines/image-definition/regional-repository";
import { keyIn } from "../../constructs/encryption";
import { existingRepository, ImageRepository, type TargetRepository } from "../../constructs/image-repository";
import { LeftRepository } from "../../constructs/left-repository";
import type { Place } from "../../constructs/place";
import type { Image } from "@pipelines/image-definition/image";
import { protectedTags } from "@pipelines/image-definition/protected-tags";
import type { FormerRepository } from "@pipelines/version-lock/versions";
import type { ResolvedSettings } from "./environment-settings";
import { addRegionalProvider } from "./provider";

/** The repositories of an environment, in its own region and in additional ones, each created once. */
export class Repositories {
  private readonly made = new Map<string, ImageRepository>();
  /** Repositories that images use but that others manage. */
  private readonly existing = new Set<string>();
  /**
   * Scopes by region; `undefined` is the home region. Separate scopes, so that a repository's name cannot collide with
   * an ID in the stack.
   */
  private readonly scopes = new Map<string | undefined, Construct>();
  private readonly providers = new Map<string, TerraformProvider>();

  public constructor(
    private readonly stack: TerraformStack,
    private readonly place: Place,
    private readonly settings: ResolvedSettings,
    private readonly tags: Readonly<Record<string, string>>,
  ) {
    this.scope(undefined);
  }

  /** Returns an image's repository. If another image already uses the same name, the checks report that. */
  public of(image: Image, region?: string): TargetRepository {
    const { deletionProtection, keep, consumers, scan } = this.settings;
    const { repository: name, imageTagMutability, tags } = image;
    const place = this.placeIn(region);
    const key = regionalName(name, region);
    if (image.repositoryExists) {
      this.existing.add(key);
      return existingRepository(place, name);
    }
    const repository =
      this.made.get(key) ??
      new ImageRepository(this.scope(region), name, {
        place,
        provider: this.provider(region),
        name,
        imageTagMutability,
        deletionProtection,
        keep: image.keep ?? keep,
        protectedTags: protectedTags(image),
        scanOnPush: (image.scan ?? scan) !== false,
        consumers: image.consumers ?? consumers,
        tags,
      });
    this.made.set(key, repository);
    return repository.repository;
  }

  /**
   * Keeps or orphans repositories that images used before, if deletion protection is on. One that an image now uses as
   * an existing repository is orphaned: it has been handed over. In either case, the state
   * records each repository with its region's provider.
   */
  public keep(former: readonly FormerRepository[]): void {
    const { keep, deletionProtection } = this.settings;
    const kept = { imageTagMutability: "MUTABLE", deletionProtection: true, tags: {}, former: true } as const;
    for (const { name: key, left } of former.filter(({ name }) => !this.made.has(name))) {
      const { repository: name, region } = fromRegionalName(key);
      const [scope, place, provider] = [this.scope(region), this.placeIn(region), this.provider(region)];
      if (!deletionProtection) continue;
      if (left || this.existing.has(key)) new LeftRepository(scope, name);
      else new ImageRepository(scope, name, { ...kept, place, provider, name, keep, protectedTags: [] });
    }
  }

  private placeIn(region = this.place.region): Place {
    const { encryptionKey } = this.place;
    return { ...this.place, region, encryptionKey: encryptionKey && keyIn(encryptionKey, region) };
  }

  private scope(region: string | undefined): Construct {
    const known = this.scopes.get(region);
    if (known !== undefined) return known;
    const scope = new Construct(this.stack, region === undefined ? "repository" : `repository-${region}`);
    this.scopes.set(region, scope);
    return scope;
  }

  private provider(region: string | undefined): TerraformProvider | undefined {
    if (region === undefined) return undefined;
    const { account } = this.place;
    const provider =
      this.providers.get(region) ?? addRegionalProvider(this.stack, { account, region, tags: this.tags });
    this.providers.set(region, provider);
    return provider;
  }
}

/** Names of images and repositories that a stack no longer has but that may still exist in AWS. */
export interface Former {
  readonly images: readonly string[];
  readonly repositories: readonly string[];
}

export function formerOf(
  former: readonly FormerRepository[],
  { images, regions: everywhere }: ResolvedSettings,
): Former {
  const current = new Set(
    images.flatMap(({ repository, regions = everywhere }) =>
      [undefined, ...regions].map((each) => regionalName(repository, each)),
    ),
  );
  const names = new Set(images.map(({ name }) => name));
  return {
    images: [...new Set(former.flatMap((each) => each.images))].filter((name) => !names.has(name)),
    repositories: former.map(({ name }) => name).filter((name) => !current.has(name)),
  };
}
