/**
 * Assigns versions to Image Builder resources; `VersionLock` does so from the committed lock file and git's history.
 */
export interface Versions {
  /** Returns the full version, such as `1.0.34711`, under which AWS has either exactly this content or nothing yet. */
  versionOf(request: VersionRequest): string;
  /**
   * Reports whether the newest known recipe of an image contains a part, such as `workflows`; every recipe has a
   * `parent`. `committed` considers the newest recipe in git's history instead.
   */
  recipeHas(environment: string, image: string, part: string, committed?: boolean): boolean;
  /**
   * Returns repositories that images in an environment used before, sorted by name; other images may use some of them
   * now.
   */
  formerRepositories(environment: string, deletionProtection: boolean): readonly FormerRepository[];
}

export interface FormerRepository {
  readonly name: string;
  /** Whether the image that used it was removed; if not, the image now uses a different repository. */
  readonly left: boolean;
  /** The images that used the repository. */
  readonly images: readonly string[];
  /** The group of that image. @default none */
  readonly group: string | undefined;
}

export type VersionedKind = "component" | "workflow" | "recipe";

/** An immutable resource, and all of its content that cannot be changed in AWS. */
export interface VersionRequest {
  readonly kind: VersionedKind;
  /** Name of the resource in AWS. */
  readonly name: string;
  readonly environment: string;
  readonly image: string;
  /** The group that the image is in. @default none */
  readonly group?: string | undefined;
  /** Short name for messages: the component's own name, without environment and image. */
  readonly label: string;
  /** For a recipe: the repositories that are created for it. */
  readonly repositories?: readonly string[];
  /** The definition's file, for findings. */
  readonly file: string;
  /** `major.minor` from the definition; `undefined` leaves it unchanged. */
  readonly line: string | undefined;
  readonly content: readonly ContentPart[];
}

/** A part of the immutable content. Parts are hashed separately, so that a change can be reported with its reason. */
export interface ContentPart {
  /** Name in the lock file: one word that never changes. */
  readonly part: string;
  /** Description of the change if this part changed: `hello-world.yaml`. */
  readonly label: string;
  /** Plain JSON values, in an order that does not depend on how the definition was written. */
  readonly value: unknown;
  /** The value that the lock file's first format hashed, if it was different. */
  readonly before?: unknown;
}
