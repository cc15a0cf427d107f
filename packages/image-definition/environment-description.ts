/** Describes what an environment defines, for commands that compare it with what is running there. */
export interface EnvironmentDescription {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Names of its stacks: its own, then those of its groups, in deployment order. */
  readonly stacks: readonly string[];
  readonly images: readonly ImageDescription[];
}

export interface ImageDescription {
  readonly name: string;
  /** Name of the stack that contains it. */
  readonly stack: string;
  /** Owners of its group, as listed in `CODEOWNERS`. */
  readonly owners: readonly string[];
  /** Name of its pipeline, recipe and Image Builder images: `staging-web`. */
  readonly resourceName: string;
  readonly description: string | undefined;
  readonly repository: string;
  /** Additional regions that the image is pushed to. */
  readonly regions: readonly string[];
  /** Whether the repository already exists, so that no deploy creates it. */
  readonly repositoryExists: boolean;
  readonly parentImage: string;
  /** Name of the parent image, if it is in the same environment. */
  readonly parent: string | undefined;
  /** Channel of the parent that the image is built on. */
  readonly parentChannel: string | undefined;
  /** Whether every build of the parent, or every promotion to the channel, starts its pipeline. */
  readonly rebuiltWithParent: boolean;
  readonly containerTags: readonly string[];
  readonly channels: readonly string[];
  readonly tested: boolean;
  /** Working directory of its components. */
  readonly workingDirectory: string;
  readonly enabled: boolean;
  /** Version of the recipe as currently defined; the next deploy creates it. */
  readonly version: string;
  /** When the pipeline builds; `null` means manual builds only. */
  readonly schedule: { readonly expression: string; readonly timezone: string | undefined } | null;
}

/** A stack in the app, for commands that select some of them. */
export interface ListedStack {
  readonly stack: string;
  /** Name of the environment that it belongs to; undefined for an account's stack. */
  readonly environment?: string | undefined;
  /** Names of the stacks that are deployed before it. */
  readonly dependencies: readonly string[];
}
