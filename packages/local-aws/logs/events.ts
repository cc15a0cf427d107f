import { createHash } from "node:crypto";
import { AwsError, raise } from "../errors";
import { flag, type JsonObject, needed, number, text, texts } from "../json";
import { groupNamed, pages } from "./groups";
import type { LogEvent } from "./state";
import { paged } from "../paging";
import type { Operations } from "../protocols";
import type { Scope } from "../world";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html */
const mostEvents = 10_000;

function streamOf(input: JsonObject, scope: Scope): readonly LogEvent[] {
  const stream = groupNamed(input, scope).streams.get(needed(input, "logStreamName"));
  return stream ?? raise(new AwsError("ResourceNotFoundException", "The specified log stream does not exist."));
}

/** Returns the fields that AWS adds to an event in a stream; they are the same on every request. */
function described(event: LogEvent, stream: string, index: number) {
  const hash = createHash("sha256").update(`${stream} ${index} ${event.timestamp}`).digest("hex");
  return {
    ...event,
    logStreamName: stream,
    ingestionTime: event.timestamp,
    eventId: BigInt(`0x${hash}`).toString().slice(0, 56),
  };
}

function within({ timestamp }: LogEvent, input: JsonObject): boolean {
  return timestamp >= (number(input, "startTime") ?? 0) && timestamp < (number(input, "endTime") ?? Infinity);
}

export const logEventOperations: Operations = {
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
  CreateLogStream: (input, scope) => {
    const { streams } = groupNamed(input, scope);
    const name = needed(input, "logStreamName");
    if (streams.has(name)) {
      throw new AwsError("ResourceAlreadyExistsException", "The specified log stream already exists");
    }
    streams.set(name, []);
  },
  DeleteLogStream: (input, scope) => {
    streamOf(input, scope);
    groupNamed(input, scope).streams.delete(needed(input, "logStreamName"));
  },
  DescribeLogStreams: (input, scope) => {
    const group = groupNamed(input, scope);
    const last = (name: string) => group.streams.get(name)?.at(-1)?.timestamp ?? 0;
    const names = [...group.streams.keys()]
      .filter((name) => name.startsWith(text(input, "logStreamNamePrefix") ?? ""))
      .sort((a, b) => (text(input, "orderBy") === "LastEventTime" ? last(a) - last(b) : a < b ? -1 : 1));
    if (flag(input, "descending") === true) names.reverse();
    return paged("logStreams", names, input, pages(50), (logStreamName) => {
      const events = group.streams.get(logStreamName) ?? [];
      return {
        logStreamName,
        arn: `${group.arn}:log-stream:${logStreamName}`,
        creationTime: events[0]?.timestamp ?? group.created,
        firstEventTimestamp: events[0]?.timestamp,
        lastEventTimestamp: events.at(-1)?.timestamp,
        lastIngestionTime: events.at(-1)?.timestamp,
        storedBytes: 0,
      };
    });
  },
  FilterLogEvents: (input, scope) => {
    const names = texts(input, "logStreamNames");
    for (const logStreamName of names) streamOf({ ...input, logStreamName }, scope);
    const rows = [...groupNamed(input, scope).streams]
      .filter(([name]) => names.length === 0 || names.includes(name))
      .flatMap(([name, events]) => events.map((event, index) => described(event, name, index)))
      .filter((event) => within(event, input))
      // The only implemented patterns are quoted and plain text.
      .filter(({ message }) => message.includes((text(input, "filterPattern") ?? "").replace(/^"(.*)"$/, "$1")))
      .sort((a, b) => a.timestamp - b.timestamp);
    // Always empty since 2020: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
    return { ...paged("events", rows, input, pages(mostEvents)), searchedLogStreams: [] };
  },
};
