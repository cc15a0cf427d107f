/**
 * The six fields of Image Builder's cron dialect.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html
 */
export type FieldName = "minute" | "hour" | "day-of-month" | "month" | "day-of-week" | "year";

export interface FieldRule {
  readonly name: FieldName;
  readonly min: number;
  readonly max: number;
  /** Wildcards that the field accepts, in AWS's order. */
  readonly wildcards: readonly string[];
  /** Names for `min`, `min + 1`, …, in lower case; schedules may use either case. */
  readonly names: readonly string[];
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
export const dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const minute: FieldRule = { name: "minute", min: 0, max: 59, wildcards: [",", "-", "*", "/"], names: [] };
const hour: FieldRule = { name: "hour", min: 0, max: 23, wildcards: [",", "-", "*", "/"], names: [] };
const dayOfMonth: FieldRule = {
  name: "day-of-month",
  min: 1,
  max: 31,
  wildcards: [",", "-", "*", "?", "/", "L", "W"],
  names: [],
};
const month: FieldRule = { name: "month", min: 1, max: 12, wildcards: [",", "-", "*", "/"], names: monthNames };
/** Day 1 is Sunday. `/` is not accepted: AWS lists it for every field except this one. */
const dayOfWeek: FieldRule = {
  name: "day-of-week",
  min: 1,
  max: 7,
  wildcards: [",", "-", "*", "?", "L", "#"],
  names: dayNames,
};
const year: FieldRule = { name: "year", min: 1970, max: 2199, wildcards: [",", "-", "*", "/"], names: [] };

/** Terms in the order in which they are written. */
export const fieldRules = [minute, hour, dayOfMonth, month, dayOfWeek, year] as const;

/** One item of a field's comma-separated list. */
export type Term =
  | { readonly kind: "any" }
  | { readonly kind: "none" }
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  | { readonly kind: "step"; readonly from: number; readonly to: number; readonly step: number }
  /** `L` in the day of month, `L-3` three days before it. */
  | { readonly kind: "last"; readonly before: number }
  /** `15W`: the weekday nearest the 15th, within the month. */
  | { readonly kind: "weekday"; readonly day: number }
  /** `LW`: the last weekday of the month. */
  | { readonly kind: "last-weekday" }
  /** `6L`, `friL`: the last Friday of the month. */
  | { readonly kind: "last-of"; readonly day: number }
  /** `fri#2`: the second Friday of the month. */
  | { readonly kind: "nth"; readonly day: number; readonly nth: number };

/** A parsed field: its terms, and the findings about it. */
export interface Field {
  readonly rule: FieldRule;
  readonly text: string;
  readonly terms: readonly Term[];
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly found: string;
  readonly allowed: string;
  readonly fix?: string;
}

/** Returns every value of a field's plain terms (values, ranges, steps), sorted and without duplicates. */
export function valuesOf(field: Field): number[] {
  const values = new Set<number>();
  for (const term of field.terms) {
    if (term.kind === "any") addRange(values, field.rule, field.rule.min, field.rule.max, 1);
    if (term.kind === "range") addRange(values, field.rule, term.from, term.to, 1);
    if (term.kind === "step") addRange(values, field.rule, term.from, term.to, term.step);
  }
  return [...values].sort((a, b) => a - b);
}

/** A range that ends before it starts wraps around, such as fri-mon or 22-2. */
function addRange(values: Set<number>, rule: FieldRule, from: number, to: number, step: number): void {
  const span = rule.max - rule.min + 1;
  const end = to < from ? to + span : to;
  for (let value = from; value <= end; value += step) values.add(((value - rule.min) % span) + rule.min);
}

export function isAny(field: Field): boolean {
  return field.terms.some((term) => term.kind === "any");
}

export function isNone(field: Field): boolean {
  return field.terms.some((term) => term.kind === "none");
}
