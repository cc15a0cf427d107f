/** Gives Image Builder resources their versions; `VersionLock` does it from the committed lock file and git's history. */
export interface Versions {
  /** Full version, such as `1.0.34711`, under which AWS has exactly this content or nothing yet. */
  versionOf(request: VersionRequest): string;
  /**
   * Whether the newest known recipe of an image has a part, such as `workflows`; every recipe has a `parent`.
   * `committed` asks about the newest one in git's history.
   */
  recipeHas(environment: string, image: string, part: string, committed?: boolean): boolean;
  /** Repositories that images of an environment used before, sorted by name; other images may use some of them now. */
  formerRepositories(environment: string, deletionProtection: boolean): readonly FormerRepository[];
}

export interface FormerRepository {
  readonly name: string;
  /** Whether the image that had it was removed; otherwise it now has another repository. */
  readonly left: boolean;
  /** The images that had it. */
  readonly images: readonly string[];
  /** The group of that image. @default none */
  readonly group: string | undefined;
}

export type VersionedKind = "component" | "workflow" | "recipe";

/** An immutable resource and everything that AWS cannot change in it. */
export interface VersionRequest {
  readonly kind: VersionedKind;
  /** Name of the resource in AWS. */
  readonly name: string;
  readonly environment: string;
  readonly image: string;
  /** The group that the image is in. @default none */
  readonly group?: string | undefined;
  /** What people call the resource: the component's own name, without environment and image. */
  readonly label: string;
  /** For a recipe: the repositories that are created for it. */
  readonly repositories?: readonly string[];
  /** The definition's file, for findings. */
  readonly file: string;
  /** `major.minor` from the definition; `undefined` leaves it unchanged. */
  readonly line: string | undefined;
  readonly content: readonly ContentPart[];
}

/** A part of the immutable content. Parts are hashed separately, so that a change is reported with its reason. */
export interface ContentPart {
  /** Name in the lock file; one word that never changes. */
  readonly part: string;
  /** What changed when this part changed, in words: `hello-world.yaml`. */
  readonly label: string;
  /** Plain JSON values, in an order that does not depend on how the definition was written. */
  readonly value: unknown;
  /** The value that the first format of the lock file hashed, if it was different. */
  readonly before?: unknown;
}
