import type { Resource } from "../resource";

export interface LogEvent {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

export interface LogGroup {
  readonly name: string;
  readonly arn: string;
  readonly created: number;
  readonly logGroupClass: string;
  kmsKeyId: string | undefined;
  retentionInDays: number | undefined;
  readonly tags: Map<string, string>;
  /** By stream name. */
  readonly streams: Map<string, LogEvent[]>;
}

export class LogsState {
  public readonly groups = new Map<string, LogGroup>();

  public rows(region: string): Resource[] {
    return [...this.groups.values()].map(({ name }) => ({ service: "logs", region, kind: "log group", name }));
  }
}
