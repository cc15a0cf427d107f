import { Cron as Schedule } from "croner";
import { isAny, isNone, valuesOf } from "./fields";
import { type Cron, parseCron, parseRate } from "./parse";

const milliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

export interface NextRunsOptions {
  /** Return only runs after this moment. The intervals of a rate are counted from it. */
  readonly from: Date;
  readonly count: number;
  /** IANA name; UTC by default. */
  readonly timezone?: string;
}

/**
 * Returns the next runs of a schedule, in order: fewer than `count` if the schedule ends, none if it is invalid. Image
 * Builder may start a build up to a minute later.
 */
export function nextRuns(expression: string, { from, count, timezone = "UTC" }: NextRunsOptions): Date[] {
  const rate = parseRate(expression);
  if (rate) {
    const interval = rate.every * milliseconds[rate.unit];
    return Array.from({ length: count }, (_, n) => new Date(from.getTime() + (n + 1) * interval));
  }
  const cron = parseCron(expression);
  if (!cron || isNone(cron.dayOfMonth) === isNone(cron.dayOfWeek)) return [];
  try {
    return cronRuns(patterns(cron), timezone, from, count);
  } catch {
    // Node does not know this time zone; checkTimeZone reports it.
    return [];
  }
}

function cronRuns(wanted: readonly string[], timezone: string, from: Date, count: number): Date[] {
  // UTC is passed as an offset, because Node takes 15 ms to look up its first time zone.
  const zone = timezone === "UTC" ? { utcOffset: 0 } : { timezone };
  const schedules = wanted.map((pattern) => new Schedule(pattern, { ...zone, paused: true }));
  const runs: Date[] = [];
  for (let after = from; runs.length < count;) {
    const next = schedules
      .map((schedule) => schedule.nextRun(after))
      .filter((run) => run !== null)
      .sort((a, b) => a.getTime() - b.getTime())[0];
    if (next === undefined) break;
    runs.push(next);
    after = next;
  }
  return runs;
}

/**
 * Translates the schedule to croner's dialect: one pattern for all plain days and one for each special day. In that
 * dialect, seconds come first, 0 is Sunday, `?` is written `*`, and `5#L` is the last Friday.
 */
function patterns(cron: Cron): string[] {
  const [minute, hour, month, year] = [cron.minute, cron.hour, cron.month, cron.year].map((field) =>
    isAny(field) ? "*" : valuesOf(field).join(","),
  );
  const pattern = (dayOfMonth: string, dayOfWeek: string, months = month, years = year): string =>
    ["0", minute, hour, dayOfMonth, months, dayOfWeek, years].join(" ");
  const byWeek = isNone(cron.dayOfMonth);
  const field = byWeek ? cron.dayOfWeek : cron.dayOfMonth;
  if (isAny(field)) return [pattern("*", "*")];
  const plain = valuesOf(field).map((day) => (byWeek ? day - 1 : day));
  const found = plain.length === 0 ? [] : [byWeek ? pattern("*", plain.join(",")) : pattern(plain.join(","), "*")];
  for (const term of field.terms) {
    if (term.kind === "last-of") found.push(pattern("*", `${term.day - 1}#L`));
    if (term.kind === "nth") found.push(pattern("*", `${term.day - 1}#${term.nth}`));
    if (term.kind === "last-weekday") found.push(pattern("LW", "*"));
    if (term.kind === "weekday") found.push(pattern(`${term.day}W`, "*"));
    if (term.kind === "last" && term.before === 0) found.push(pattern("L", "*"));
    if (term.kind === "last" && term.before > 0) {
      const months = new Set(valuesOf(cron.month));
      const years = valuesOf(cron.year);
      for (const [length, long, inYears] of [
        [31, [1, 3, 5, 7, 8, 10, 12], years],
        [30, [4, 6, 9, 11], years],
        [29, [2], years.filter(isLeap)],
        [28, [2], years.filter((each) => !isLeap(each))],
      ] as const) {
        const these = long.filter((each) => months.has(each));
        if (these.length === 0 || inYears.length === 0 || term.before >= length) continue;
        found.push(pattern(String(length - term.before), "*", these.join(","), inYears.join(",")));
      }
    }
  }
  return found;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
