/** What is defined of an environment, for commands that look at what runs there. */
export interface EnvironmentDescription {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly images: readonly ImageDescription[];
}

export interface ImageDescription {
  readonly name: string;
  /** Name of its pipeline, recipe and Image Builder images: `staging-web`. */
  readonly resourceName: string;
  readonly description: string | undefined;
  readonly repository: string;
  /** Further regions that it is pushed to. */
  readonly regions: readonly string[];
  /** Whether the repository is somebody else's: no deploy makes it. */
  readonly repositoryExists: boolean;
  readonly parentImage: string;
  /** Name of the image of the same environment that it is built on. */
  readonly parent: string | undefined;
  /** The channel of that one that it is built on. */
  readonly parentChannel: string | undefined;
  /** Whether every build of that one, or promotion to the channel, starts its pipeline. */
  readonly rebuiltWithParent: boolean;
  readonly containerTags: readonly string[];
  readonly channels: readonly string[];
  readonly tested: boolean;
  /** Folder that its components work in. */
  readonly workingDirectory: string;
  readonly enabled: boolean;
  /** Version of the recipe as it is defined now; a deploy brings it. */
  readonly version: string;
  /** When the pipeline builds; `null`: only by hand. */
  readonly schedule: { readonly expression: string; readonly timezone: string | undefined } | null;
}
