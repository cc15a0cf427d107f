import { AwsError } from "../errors";
import { flag, type JsonObject, number, text, texts } from "../json";
import { groupNamed } from "./groups";
import type { LogEvent } from "./state";
import type { JsonOperation } from "../protocols";
import type { Scope } from "../world";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html */
const mostEvents = 10_000;

function streamOf(input: JsonObject, scope: Scope): readonly LogEvent[] {
  const stream = groupNamed(input, scope).streams.get(text(input, "logStreamName") ?? "");
  if (stream === undefined) throw new AwsError("ResourceNotFoundException", "The specified log stream does not exist.");
  return stream;
}

function within({ timestamp }: LogEvent, input: JsonObject): boolean {
  return timestamp >= (number(input, "startTime") ?? 0) && timestamp < (number(input, "endTime") ?? Infinity);
}

export const logEventOperations: Record<string, JsonOperation> = {
  GetLogEvents: (input, scope) => {
    const all = streamOf(input, scope).filter((event) => within(event, input));
    const limit = number(input, "limit") ?? mostEvents;
    const [, direction, position] = /^([fb])\/(\d+)$/.exec(text(input, "nextToken") ?? "") ?? [];
    const fromHead = flag(input, "startFromHead") === true;
    let start = fromHead ? 0 : Math.max(0, all.length - limit);
    if (direction === "f") start = Number(position);
    if (direction === "b") start = Math.max(0, Number(position) - limit);
    const events = all.slice(start, direction === "b" ? Number(position) : start + limit);
    return {
      events: events.map((event) => ({ ...event, ingestionTime: event.timestamp })),
      nextForwardToken: `f/${start + events.length}`,
      nextBackwardToken: `b/${start}`,
    };
  },
  FilterLogEvents: (input, scope) => {
    const names = texts(input, "logStreamNames");
    const rows = [...groupNamed(input, scope).streams]
      .filter(([name]) => names.length === 0 || names.includes(name))
      .flatMap(([logStreamName, events]) => events.map((event) => ({ logStreamName, ...event })))
      .filter((event) => within(event, input))
      // Of the pattern language only a quoted or plain text is here.
      .filter(({ message }) => message.includes((text(input, "filterPattern") ?? "").replace(/^"(.*)"$/, "$1")))
      .sort((a, b) => a.timestamp - b.timestamp);
    const start = Number(text(input, "nextToken") ?? 0);
    const end = start + (number(input, "limit") ?? mostEvents);
    return { events: rows.slice(start, end), nextToken: end < rows.length ? String(end) : undefined };
  },
};
