/** What is defined in an environment, for commands that compare it with what runs there. */
export interface EnvironmentDescription {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Names of its stacks: its own, then those of its groups, in the order of deploys. */
  readonly stacks: readonly string[];
  readonly images: readonly ImageDescription[];
}

export interface ImageDescription {
  readonly name: string;
  /** Name of the stack that it is in. */
  readonly stack: string;
  /** Who answers for its group, as `CODEOWNERS` names them. */
  readonly owners: readonly string[];
  /** Name of its pipeline, recipe and Image Builder images: `staging-web`. */
  readonly resourceName: string;
  readonly description: string | undefined;
  readonly repository: string;
  /** Further regions that the image is pushed to. */
  readonly regions: readonly string[];
  /** Whether the repository existed before: no deploy creates it. */
  readonly repositoryExists: boolean;
  readonly parentImage: string;
  /** Name of the parent image, if it is in the same environment. */
  readonly parent: string | undefined;
  /** The channel of the parent that it is built on. */
  readonly parentChannel: string | undefined;
  /** Whether every build of the parent, or every promotion to the channel, starts its pipeline. */
  readonly rebuiltWithParent: boolean;
  readonly containerTags: readonly string[];
  readonly channels: readonly string[];
  readonly tested: boolean;
  /** Folder that its components work in. */
  readonly workingDirectory: string;
  readonly enabled: boolean;
  /** Version of the recipe as it is defined now; the next deploy creates it. */
  readonly version: string;
  /** When the pipeline builds; `null` means manual builds only. */
  readonly schedule: { readonly expression: string; readonly timezone: string | undefined } | null;
}

/** A stack of the app, for commands that choose some of them. */
export interface ListedStack {
  readonly stack: string;
  /** Name of the environment that it belongs to; undefined for the stack of an account. */
  readonly environment?: string | undefined;
  /** Names of the stacks that are deployed before it. */
  readonly dependencies: readonly string[];
}
