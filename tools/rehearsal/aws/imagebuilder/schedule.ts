import { type JsonObject, text } from "../json";
import { invalidValue } from "./errors";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html */
const FIELDS = [
  { name: "minute", from: 0, to: 59, names: [], special: /^$/ },
  { name: "hour", from: 0, to: 23, names: [], special: /^$/ },
  { name: "day of month", from: 1, to: 31, names: [], special: /^(\?|L|W|LW|\d+W)$/ },
  { name: "month", from: 1, to: 12, names: MONTHS, special: /^$/ },
  { name: "day of week", from: 1, to: 7, names: DAYS, special: /^(\?|L|[1-7]L|[1-7]#[1-5])$/ },
  { name: "year", from: 1970, to: 2199, names: [], special: /^$/ },
] as const;

/** Throws where Image Builder refuses the expression. */
export function checkSchedule(schedule: JsonObject): void {
  const expression = text(schedule, "scheduleExpression");
  if (expression === undefined) return;
  const refuse = (why: string) =>
    invalidValue("schedule", `The schedule expression '${expression}' is not valid. ${why}`);
  if (/^rate\(([1-9]\d*) (minute|minutes|hour|hours|day|days)\)$/.test(expression)) return;
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(" ");
  if (fields === undefined) throw refuse("It must be cron(…) or rate(…).");
  if (fields.length !== 6) throw refuse(`It must have 6 fields, not ${fields.length}.`);
  for (const [i, field] of FIELDS.entries()) {
    const value = fields[i] ?? "";
    const numberOf = (part: string) => {
      const named = (field.names as readonly string[]).indexOf(part.toLowerCase());
      return named < 0 ? Number(part) : named + field.from;
    };
    const isNumber = (part: string) => part !== "" && numberOf(part) >= field.from && numberOf(part) <= field.to;
    const isPart = (part: string) => {
      const [range = "", step, ...more] = part.split("/");
      if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
      return range === "*" || (range.split("-", 2).every(isNumber) && range.split("-").length <= 2);
    };
    if (!field.special.test(value) && !value.split(",").every(isPart)) throw refuse(`The ${field.name} is '${value}'.`);
  }
  if ((fields[2] === "?") === (fields[4] === "?")) throw refuse("Exactly one of day of month and day of week is '?'.");
}
