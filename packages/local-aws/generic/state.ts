import type { JsonObject } from "../json";
import { type Resource, rowsOf } from "../resource";

/** Something that a generic operation created. */
export interface Thing {
  readonly service: string;
  /** As its operations name it: `MetricAlarm`. */
  readonly noun: string;
  name: string;
  readonly id: string;
  readonly arn: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** The members that identify it in requests. */
  readonly keys: readonly string[];
  /** Everything that requests said about it. */
  fields: JsonObject;
  /** How often it was written. */
  version: number;
  readonly tags: Map<string, string>;
}

export class GenericState {
  public readonly things = new Set<Thing>();
  /** Every service and noun of which something was created: only these can be said not to exist. */
  public readonly known = new Map<string, Pick<Thing, "service" | "noun">>();

  public rows(region: string): Resource[] {
    return [...this.things].map((thing) =>
      rowsOf(thing.service, region)(kindOf(thing), thing.name, { state: "generic" }),
    );
  }
}

/** `metric alarm` */
export function kindOf({ noun }: Pick<Thing, "noun">): string {
  return noun.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
