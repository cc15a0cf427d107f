import { type JsonObject, text } from "../json";
import { isSchedule } from "../schedules";
import { invalidValue } from "./errors";

/** Throws if Image Builder would refuse a pipeline's schedule. */
export function checkSchedule(schedule: JsonObject): void {
  const expression = text(schedule, "scheduleExpression");
  const timezone = text(schedule, "timezone");
  if (expression !== undefined && !isSchedule(expression)) {
    throw invalidValue("schedule.scheduleExpression", `The schedule expression '${expression}' is not valid.`);
  }
  if (timezone === undefined) return;
  if (!isTimeZone(timezone)) {
    throw invalidValue("schedule.timezone", `The time zone '${timezone}' is not valid.`);
  }
}

/** Time zone names contain capitals, and offsets are not accepted. https://www.iana.org/time-zones */
function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return timeZone === name || (timeZone.toLowerCase() !== name.toLowerCase() && /^[A-Z]/.test(name));
  } catch {
    return false;
  }
}
