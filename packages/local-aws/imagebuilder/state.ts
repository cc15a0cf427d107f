import { type JsonObject, shown } from "../json";
import type { Resource } from "../resource";

/** What every Image Builder resource has in common. */
export interface Owned {
  readonly arn: string;
  readonly name: string;
  readonly created: Date;
  readonly tags: Map<string, string>;
}

export interface Component extends Owned {
  readonly version: string;
  readonly build: number;
  readonly settings: JsonObject;
  readonly document: string;
  readonly type: "BUILD" | "TEST";
  readonly parameters: readonly JsonObject[];
}

export interface Workflow extends Owned {
  readonly version: string;
  readonly build: number;
  readonly settings: JsonObject;
  readonly document: string;
  readonly parameters: readonly JsonObject[];
}

export interface ContainerRecipe extends Owned {
  readonly version: string;
  readonly settings: JsonObject;
  readonly platform: string;
  readonly dockerfile: string;
  /** ARNs of its components, as given in the request. */
  readonly components: readonly string[];
}

/**
 * An infrastructure or distribution configuration, a pipeline or a lifecycle policy. Each change replaces it
 * completely, in place.
 */
export interface Configuration extends Owned {
  settings: JsonObject;
  updated: Date | undefined;
}

export interface Pipeline extends Configuration {
  lastRun: Date | undefined;
  lastStatus: ImageStatus | undefined;
  /** Number of consecutive failed builds. */
  failures: number;
  readonly platform: string;
}

export type ImageStatus = "PENDING" | "BUILDING" | "TESTING" | "DISTRIBUTING" | "AVAILABLE" | "FAILED" | "CANCELLED";

export interface Image extends Owned {
  readonly version: string;
  readonly build: number;
  readonly settings: JsonObject;
  /** Copies made at the start of the build, because an image outlives the originals. */
  readonly recipe: ContainerRecipe;
  readonly infrastructure: Configuration;
  readonly distribution: Configuration | undefined;
  readonly pipeline: Pipeline | undefined;
  status: ImageStatus;
  reason: string | undefined;
  /** When it became available, failed or was canceled. */
  ended: Date | undefined;
  /** The parent's layers at the start of the build. */
  parentLayers: readonly Buffer[];
  /** `outputResources.containers` */
  containers: readonly JsonObject[];
}

export class ImageBuilderState {
  public readonly components = new Map<string, Component>();
  public readonly workflows = new Map<string, Workflow>();
  public readonly recipes = new Map<string, ContainerRecipe>();
  public readonly infrastructures = new Map<string, Configuration>();
  public readonly distributions = new Map<string, Configuration>();
  public readonly pipelines = new Map<string, Pipeline>();
  public readonly images = new Map<string, Image>();
  public readonly lifecyclePolicies = new Map<string, Configuration>();
  /** Request and response, by client token. */
  public readonly tokens = new Map<string, { readonly asked: string; readonly answer: JsonObject }>();

  public rows(region: string): Resource[] {
    const row = (kind: string, { name }: Owned, rest: { version?: string; state?: string } = {}): Resource => ({
      service: "imagebuilder",
      region,
      kind,
      name,
      ...rest,
    });
    const all = <T>(map: ReadonlyMap<string, T>, each: (resource: T) => Resource) => [...map.values()].map(each);
    return [
      ...all(this.components, (each) => row("component", each, { version: `${each.version}/${each.build}` })),
      ...all(this.workflows, (each) => row("workflow", each, { version: `${each.version}/${each.build}` })),
      ...all(this.recipes, (each) => row("container recipe", each, { version: each.version })),
      ...all(this.infrastructures, (each) => row("infrastructure configuration", each)),
      ...all(this.distributions, (each) => row("distribution configuration", each)),
      ...all(this.pipelines, (each) => row("image pipeline", each, { state: shown(each.settings["status"]) })),
      ...all(this.images, (each) =>
        row("image", each, { version: `${each.version}/${each.build}`, state: each.status }),
      ),
      ...all(this.lifecyclePolicies, (each) =>
        row("lifecycle policy", each, { state: shown(each.settings["status"]) }),
      ),
    ];
  }

  /** Everything that can be tagged. */
  public tagged(arn: string): Owned | undefined {
    for (const kind of [
      this.components,
      this.workflows,
      this.recipes,
      this.infrastructures,
      this.distributions,
      this.pipelines,
      this.images,
      this.lifecyclePolicies,
    ]) {
      const found = kind.get(arn);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
