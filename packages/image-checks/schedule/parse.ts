import { fieldRules, type Field } from "./fields";
import { parseField } from "./parse-field";

export interface Cron {
  readonly minute: Field;
  readonly hour: Field;
  readonly dayOfMonth: Field;
  readonly month: Field;
  readonly dayOfWeek: Field;
  readonly year: Field;
}

/** A rate: once every `every` units. */
export interface Rate {
  readonly every: number;
  readonly unit: "minute" | "hour" | "day";
}

/** Returns the text between `cron(` and `)`; undefined if it is not a cron expression. */
export function cronBody(expression: string): string | undefined {
  return /^cron\((.*)\)$/s.exec(expression)?.[1];
}

/** Returns the fields if there are six space-separated words; otherwise undefined. */
export function parseCronBody(body: string): Cron | undefined {
  const words = body.split(/\s+/).filter((word) => word !== "");
  if (words.length !== fieldRules.length) return undefined;
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fieldRules;
  const field = (rule: (typeof fieldRules)[number], index: number): Field => parseField(rule, words[index] ?? "");
  return {
    minute: field(minute, 0),
    hour: field(hour, 1),
    dayOfMonth: field(dayOfMonth, 2),
    month: field(month, 3),
    dayOfWeek: field(dayOfWeek, 4),
    year: field(year, 5),
  };
}

/** Returns the cron expression if it has no errors; otherwise undefined. */
export function parseCron(expression: string): Cron | undefined {
  const cron = parseCronBody(cronBody(expression) ?? "");
  const sound = cron && fieldsOf(cron).every((field) => field.problems.every((each) => each.severity === "warning"));
  return sound ? cron : undefined;
}

export function fieldsOf(cron: Cron): Field[] {
  return [cron.minute, cron.hour, cron.dayOfMonth, cron.month, cron.dayOfWeek, cron.year];
}

/** Returns the rate if it is valid; otherwise undefined. */
export function parseRate(expression: string): Rate | undefined {
  const [, every, unit] = /^rate\(([1-9]\d{0,8}) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit !== "minute" && unit !== "hour" && unit !== "day") return undefined;
  return { every: Number(every), unit };
}
