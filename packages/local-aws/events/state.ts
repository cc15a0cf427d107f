import type { JsonObject } from "../json";
import { type Resource, rowsOf } from "../resource";

export interface Rule {
  readonly name: string;
  readonly arn: string;
  settings: JsonObject;
  state: string;
  readonly tags: Map<string, string>;
  /** By target id, unchanged. */
  readonly targets: Map<string, JsonObject>;
}

export class EventsState {
  /** Rules on the default event bus, by name. */
  public readonly rules = new Map<string, Rule>();

  public rows(region: string): Resource[] {
    const row = rowsOf("events", region);
    return [...this.rules.values()].flatMap(({ name, state, targets }) => [
      row("rule", name, { state }),
      ...[...targets.keys()].map((id) => row("target", `${name}/${id}`)),
    ]);
  }
}

/** What EventBridge did with an event that a rule matched. */
export interface Delivery {
  readonly rule: string;
  readonly target: string;
  /** The reason if nothing was started. */
  readonly refused: string | undefined;
}
