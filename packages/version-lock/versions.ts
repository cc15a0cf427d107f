/** Gives Image Builder resources their versions; `VersionLock` does it from the committed lock file and git's history. */
export interface Versions {
  /** Full version, such as `1.0.34711`, under which AWS holds exactly this content or holds nothing yet. */
  versionOf(request: VersionRequest): string;
  /**
   * Whether the newest recipe of an image that is known consists of a part, such as `workflows`; every one has a
   * `parent`. `committed`: the newest that git's history has.
   */
  recipeHas(environment: string, image: string, part: string, committed?: boolean): boolean;
  /** Repositories that images of an environment had once, in the order of names; some may be those of others by now. */
  formerRepositories(environment: string, deletionProtection: boolean): readonly FormerRepository[];
}

export interface FormerRepository {
  readonly name: string;
  /** Whether the image that had it was taken out; otherwise it has another repository now. */
  readonly left: boolean;
}

export type VersionedKind = "component" | "workflow" | "recipe";

/** An immutable resource and all that AWS will not change in it. */
export interface VersionRequest {
  readonly kind: VersionedKind;
  /** Name of the resource in AWS. */
  readonly name: string;
  readonly environment: string;
  readonly image: string;
  /** What people call the resource: the component's own name, without environment and image. */
  readonly label: string;
  /** Of a recipe: the repositories that are made for it. */
  readonly repositories?: readonly string[];
  /** The definition's file, which findings name. */
  readonly file: string;
  /** `major.minor` that the definition asks for; `undefined`: as it is. */
  readonly line: string | undefined;
  readonly content: readonly ContentPart[];
}

/** A part of what is immutable. Parts are hashed one by one, so that a change is reported with its reason. */
export interface ContentPart {
  /** Name in the lock file; one word that never changes. */
  readonly part: string;
  /** What changed when this part did, for people: `hello-world.yaml`. */
  readonly label: string;
  /** Plain JSON values, in an order that does not depend on how a definition was written. */
  readonly value: unknown;
  /** The value that the first format of the lock file hashed, where that was another. */
  readonly before?: unknown;
}
