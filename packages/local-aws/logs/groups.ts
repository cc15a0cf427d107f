import { AwsError, raise } from "../errors";
import { type JsonObject, shown, text, textMap } from "../json";
import type { LogEvent, LogGroup } from "./state";
import type { Scope } from "../world";

/** Rows that a list returns at a time, unless a request sets a limit. */
export function pages(size: number) {
  return { size, badToken: "InvalidParameterException" };
}

/** Creates a log group, for a call or for a service that writes to a missing one. */
export function createLogGroup(scope: Scope, name: string, input: JsonObject = {}): void {
  scope.logs.groups.set(name, {
    name,
    arn: scope.arn("logs", `log-group:${name}`),
    created: scope.now().getTime(),
    logGroupClass: text(input, "logGroupClass") ?? "STANDARD",
    kmsKeyId: text(input, "kmsKeyId"),
    // It cannot be set on a delivery group: https://github.com/hashicorp/terraform-provider-aws/issues/42657
    retentionInDays: text(input, "logGroupClass") === "DELIVERY" ? 2 : undefined,
    tags: textMap(input, "tags"),
    streams: new Map(),
  });
}

/** Writes a service's output to a group and a stream, which it creates if they are missing. */
export function writeLogEvents(scope: Scope, group: string, stream: string, events: readonly LogEvent[]): void {
  if (!scope.logs.groups.has(group)) createLogGroup(scope, group);
  const { streams } = groupNamed({ logGroupName: group }, scope);
  streams.set(stream, [...(streams.get(stream) ?? []), ...events]);
}

export function groupNamed(input: JsonObject, scope: Scope): LogGroup {
  const group = scope.logs.groups.get(shown(input["logGroupName"]));
  return group ?? raise(new AwsError("ResourceNotFoundException", "The specified log group does not exist."));
}
