import type { AnswerObject } from "../answers";
import { type JsonObject, text } from "../json";
import { type Resource, rowsOf } from "../resource";

/** What every Image Builder resource has in common. */
export interface Owned {
  readonly arn: string;
  readonly name: string;
  readonly created: Date;
  readonly tags: Map<string, string>;
  /** What the request said, and what the service adds to it. Each change replaces it completely, in place. */
  settings: JsonObject;
  updated?: Date;
  readonly version?: string;
  readonly build?: number;
}

export interface Versioned extends Owned {
  readonly version: string;
}

/** A component, a workflow or an image: each of its versions has several builds. */
export interface Built extends Versioned {
  readonly build: number;
}

export interface Pipeline extends Owned {
  lastRun?: Date;
  lastStatus?: ImageStatus;
  /** Number of consecutive failed builds. */
  failures?: number;
}

export type ImageStatus = "PENDING" | "BUILDING" | "TESTING" | "DISTRIBUTING" | "AVAILABLE" | "FAILED" | "CANCELLED";

export interface Image extends Built {
  /** Copies made at the start of the build, because an image outlives the originals. */
  readonly recipe: Versioned;
  readonly infrastructure: Owned;
  readonly distribution: Owned | undefined;
  readonly pipeline: Pipeline | undefined;
  status: ImageStatus;
  reason?: string;
  /** When it became available, failed or was canceled. */
  ended?: Date;
  /** The parent's layers at the start of the build. */
  parentLayers: readonly Buffer[];
  /** `outputResources.containers` */
  containers: readonly JsonObject[];
}

export class ImageBuilderState {
  public readonly components = new Map<string, Built>();
  public readonly workflows = new Map<string, Built>();
  public readonly recipes = new Map<string, Versioned>();
  public readonly infrastructures = new Map<string, Owned>();
  public readonly distributions = new Map<string, Owned>();
  public readonly pipelines = new Map<string, Pipeline>();
  public readonly images = new Map<string, Image>();
  public readonly lifecyclePolicies = new Map<string, Owned>();
  /** Request and response, by client token. */
  public readonly tokens = new Map<string, { readonly asked: string; readonly answer: AnswerObject }>();

  public rows(region: string): Resource[] {
    const row = rowsOf("imagebuilder", region);
    return Object.entries(this.kinds()).flatMap(([kind, all]) =>
      [...all.values()].map(({ name, version, build, settings, ...rest }) => {
        const state = "status" in rest ? (rest as Image).status : text(settings, "status");
        const numbered = version === undefined ? undefined : [version, build ?? []].flat().join("/");
        return row(kind, name, {
          ...(numbered === undefined ? {} : { version: numbered }),
          ...(state === undefined ? {} : { state }),
        });
      }),
    );
  }

  /** Everything that can be tagged. */
  public tagged(arn: string): Owned | undefined {
    return Object.values(this.kinds()).flatMap((all) => all.get(arn) ?? [])[0];
  }

  private kinds(): Readonly<Record<string, ReadonlyMap<string, Owned>>> {
    return {
      component: this.components,
      workflow: this.workflows,
      "container recipe": this.recipes,
      "infrastructure configuration": this.infrastructures,
      "distribution configuration": this.distributions,
      "image pipeline": this.pipelines,
      image: this.images,
      "lifecycle policy": this.lifecyclePolicies,
    };
  }
}
