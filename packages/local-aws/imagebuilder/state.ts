import { type JsonObject, shown } from "../json";
import { type Resource, rowsOf } from "../resource";

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
    const row = rowsOf("imagebuilder", region);
    const built = ({ version, build }: { readonly version: string; readonly build: number }) => `${version}/${build}`;
    const all = <T extends Owned>(
      kind: string,
      map: ReadonlyMap<string, T>,
      rest: (each: T) => Partial<Resource> = () => ({}),
    ) => [...map.values()].map((each) => row(kind, each.name, rest(each)));
    const status = ({ settings }: Configuration) => ({ state: shown(settings["status"]) });
    return [
      ...all("component", this.components, (each) => ({ version: built(each) })),
      ...all("workflow", this.workflows, (each) => ({ version: built(each) })),
      ...all("container recipe", this.recipes, ({ version }) => ({ version })),
      ...all("infrastructure configuration", this.infrastructures),
      ...all("distribution configuration", this.distributions),
      ...all("image pipeline", this.pipelines, status),
      ...all("image", this.images, (each) => ({ version: built(each), state: each.status })),
      ...all("lifecycle policy", this.lifecyclePolicies, status),
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
