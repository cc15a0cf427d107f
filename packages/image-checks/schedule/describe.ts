import { list } from "@pipelines/findings/text";
import { type Field, isAny, isNone, type Term, valuesOf } from "./fields";
import { type Cron, parseCron, parseRate } from "./parse";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const ordinals = ["first", "second", "third", "fourth", "fifth"];

/** If there are more times of day than this, they are described as minutes of the hour instead of being listed. */
const mostTimes = 6;

/**
 * Describes a schedule in plain English: `at 09:00 UTC on the first day of every month`.
 *
 * Text that is not a valid schedule is returned unchanged.
 *
 * @param timezone IANA name of the pipeline's time zone; Image Builder's default is UTC
 */
export function describeSchedule(expression: string, timezone = "UTC"): string {
  const rate = parseRate(expression);
  if (rate) return rate.every === 1 ? `every ${rate.unit}` : `every ${rate.every} ${rate.unit}s`;
  const cron = parseCron(expression);
  if (!cron || isNone(cron.dayOfMonth) === isNone(cron.dayOfWeek)) return expression;
  return [time(cron, timezone), days(cron), years(cron.year)].filter((part) => part !== "").join(" ");
}

function time({ minute, hour }: Cron, timezone: string): string {
  const minutes = valuesOf(minute);
  const hours = valuesOf(hour);
  if (!isAny(hour) && minutes.length * hours.length <= mostTimes) {
    const times = hours.flatMap((h) => minutes.map((m) => `${two(h)}:${two(m)}`));
    return `at ${list(times)} ${timezone}`;
  }
  const everyHour = isAny(hour) || hours.length === 24;
  const [step] = minute.terms;
  const hourly = everyHour ? "" : ` in ${spans(hours, "hour")} ${timezone}`;
  if (minutes.length === 60) return `every minute${hourly}`;
  const even = step?.kind === "step" && minute.terms.length === 1 && step.from === 0 && 60 % step.step === 0;
  if (even && step.to === 59) return `every ${step.step} minutes${hourly}`;
  if (minutes.length === 1 && minutes[0] === 0) return `every hour on the hour${hourly}`;
  return `at ${spans(minutes, "minute")} of every hour${hourly}`;
}

function days({ dayOfMonth, dayOfWeek, month }: Cron): string {
  const everyMonth = isAny(month) || valuesOf(month).length === 12;
  const named = everyMonth ? "every month" : monthNames(month);
  const within = everyMonth ? "" : ` in ${named}`;
  if (isNone(dayOfMonth)) {
    if (isAny(dayOfWeek) || valuesOf(dayOfWeek).length === 7) return `every day${within}`;
    const plain = weekdays(valuesOf(dayOfWeek));
    const special = nthDays(dayOfWeek.terms);
    return [
      ...(plain === "" ? [] : [`every ${plain}${within}`]),
      ...(special === "" ? [] : [`on ${special} of ${named}`]),
    ].join(" and ");
  }
  if (isAny(dayOfMonth)) return `every day${within}`;
  return `${monthDays(dayOfMonth)} of ${named}`;
}

function monthDays(field: Field): string {
  const values = valuesOf(field);
  const [only] = field.terms;
  const parts: string[] = [];
  if (field.terms.length === 1 && only?.kind === "step" && only.to === 31) {
    return `every ${ordinal(only.step)} day from the ${ordinal(only.from)}`;
  }
  if (values.length === 1) parts.push(`the ${ordinalWord(values[0] ?? 1)} day`);
  else if (values.length > 1) parts.push(spans(values, "day"));
  for (const term of field.terms) {
    if (term.kind === "last") parts.push(term.before === 0 ? "the last day" : `day ${term.before} before the last day`);
    if (term.kind === "last-weekday") parts.push("the last weekday");
    if (term.kind === "weekday") parts.push(`the weekday nearest the ${ordinalWord(term.day)} day`);
  }
  return `on ${list(parts)}`;
}

function weekdays(values: readonly number[]): string {
  const [first, last] = [values[0] ?? 0, values[values.length - 1] ?? 0];
  const name = (day: number): string => dayNames[day - 1] ?? "";
  if (values.length > 2 && last - first === values.length - 1) return `${name(first)} through ${name(last)}`;
  return list(values.map(name));
}

/** Returns words such as `the second and fourth Saturday` or `the last Friday`. */
function nthDays(terms: readonly Term[]): string {
  const weeks = new Map<number, string[]>();
  for (const term of terms) {
    if (term.kind !== "nth" && term.kind !== "last-of") continue;
    const week = term.kind === "nth" ? (ordinals[term.nth - 1] ?? "") : "last";
    weeks.set(term.day, [...(weeks.get(term.day) ?? []), week]);
  }
  return list([...weeks].map(([day, names]) => `the ${list(names)} ${dayNames[day - 1] ?? ""}`));
}

function monthNames(field: Field): string {
  const values = valuesOf(field);
  const names = values.map((month) => months[month - 1] ?? "");
  const contiguous = (values[values.length - 1] ?? 0) - (values[0] ?? 0) === values.length - 1;
  if (values.length > 2 && contiguous) return `${names[0] ?? ""} through ${names[names.length - 1] ?? ""}`;
  return list(names);
}

function years(field: Field): string {
  if (isAny(field)) return "";
  const values = valuesOf(field);
  const [first, last] = [values[0] ?? 0, values[values.length - 1] ?? 0];
  if (values.length > 2 && last - first === values.length - 1) return `from ${first} through ${last}`;
  return values.length > mostTimes ? `in the years ${field.text}` : `in ${list(values.map(String))}`;
}

/** Returns words such as `minute 5`, `minutes 0, 20 and 40` or `hours 8 through 17`. */
function spans(values: readonly number[], noun: string): string {
  if (values.length === 1) return `${noun} ${values[0] ?? ""}`;
  const [first, last] = [values[0] ?? 0, values[values.length - 1] ?? 0];
  if (values.length > 2 && last - first === values.length - 1) return `${noun}s ${first} through ${last}`;
  return `${noun}s ${list(values.map(String))}`;
}

function ordinalWord(n: number): string {
  return ordinals[n - 1] ?? ordinal(n);
}

function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  const suffix = teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${suffix}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
