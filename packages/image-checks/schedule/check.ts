import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { count, quote } from "@pipelines/findings/text";
import { isNone, valuesOf } from "./fields";
import { type Cron, cronBody, fieldsOf, parseCronBody, parseRate } from "./parse";
import { sixFieldForm } from "./six-field-form";

const form = "cron(minute hour day-of-month month day-of-week year) or rate(N minutes|hours|days)";
const sixFields = "six fields: minute hour day-of-month month day-of-week year";

/** Maximum number of days in each month; 29 for February. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reports what is wrong with an Image Builder schedule expression.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html
 */
export function checkSchedule(expression: string, at: At): Finding[] {
  const body = cronBody(expression);
  if (body !== undefined) return checkCron(body, at);
  if (/^rate\(.*\)$/s.test(expression)) return checkRate(expression, at);
  return [notASchedule(expression, at)];
}

function checkCron(body: string, at: At): Finding[] {
  const words = body.split(/\s+/).filter((word) => word !== "");
  const cron = parseCronBody(body);
  if (!cron) {
    const six = sixFieldForm(words);
    return [
      error(at, "IB-CRON-FIELDS", {
        found: `the cron expression has ${count(words.length, "field")}`,
        allowed: sixFields,
        ...(six === undefined ? {} : { fix: six }),
      }),
    ];
  }
  const findings = fieldsOf(cron)
    .flatMap((field) => field.problems)
    .map(({ severity, code, ...words }) => (severity === "error" ? error : warning)(at, code, words));
  if (body !== words.join(" ")) {
    findings.push(
      error(at, "IB-CRON-SPACES", {
        found: `${quote(`cron(${body})`)} has more spaces than the five between its fields`,
        allowed: "one space between fields, none before the first or after the last",
        fix: `write cron(${words.join(" ")})`,
      }),
    );
  }
  return [...findings, ...checkDays(cron, at), ...checkEverRuns(cron, at)];
}

function checkDays(cron: Cron, at: At): Finding[] {
  const { dayOfMonth, dayOfWeek } = cron;
  if (isNone(dayOfMonth) !== isNone(dayOfWeek)) return [];
  const both = isNone(dayOfMonth);
  const fix = both
    ? "write * in the day-of-month field for every day"
    : dayOfWeek.text === "*"
      ? "write ? in the day-of-week field"
      : dayOfMonth.text === "*"
        ? "write ? in the day-of-month field"
        : "write ? in the field that does not matter, or create two pipelines";
  return [
    error(at, "IB-CRON-DAYS", {
      found: `day-of-month is ${quote(dayOfMonth.text)} and day-of-week is ${quote(dayOfWeek.text)}`,
      allowed: "exactly one of the two is ?",
      fix,
    }),
  ];
}

/** February 30 is well-formed, but nothing would ever be built. */
function checkEverRuns(cron: Cron, at: At): Finding[] {
  const days = valuesOf(cron.dayOfMonth);
  const months = valuesOf(cron.month);
  const plain = cron.dayOfMonth.terms.every((term) => term.kind === "range" || term.kind === "step");
  const [first] = days;
  if (!plain || first === undefined || months.length === 0) return [];
  if (months.some((month) => (longest[month - 1] ?? 31) >= first)) return [];
  return [
    warning(at, "IB-CRON-NEVER", {
      found: `day ${first} does not exist in ${quote(cron.month.text)}, so the pipeline never starts`,
      allowed: "a day that exists in at least one of the months",
      fix: "write L for the last day of a month",
    }),
  ];
}

function checkRate(expression: string, at: At): Finding[] {
  const rate = parseRate(expression);
  if (!rate) {
    const [, value, unit] = /^rate\(\s*(\d+)\s+([a-z]+?)s?\s*\)$/i.exec(expression) ?? [];
    const weeks = unit?.toLowerCase() === "week" ? `write rate(${7 * Number(value)} days)` : undefined;
    const spaces = ["minute", "hour", "day"].includes(unit?.toLowerCase() ?? "") && Number(value) > 0;
    const fix = weeks ?? (spaces ? `write ${rateText(Number(value), unit?.toLowerCase() ?? "")}` : undefined);
    return [
      error(at, "IB-RATE", {
        found: quote(expression),
        allowed: "rate(N unit): a whole number of 1 or more, one space, and minute(s), hour(s) or day(s)",
        ...(fix === undefined ? {} : { fix }),
      }),
    ];
  }
  const written = rateText(rate.every, rate.unit);
  if (expression === written) return [];
  return [
    error(at, "IB-RATE-PLURAL", {
      found: quote(expression),
      allowed: "a singular unit after 1, a plural one after any other number",
      fix: `write ${written}`,
    }),
  ];
}

function rateText(every: number, unit: string): string {
  return `rate(${count(every, unit)})`;
}

function notASchedule(expression: string, at: At): Finding {
  const inner = expression.trim().replace(/^cron/i, "").trim().replace(/^\(/, "").replace(/\)$/, "");
  const words = inner.split(/\s+/).filter((word) => word !== "");
  if (words.length === 5 || words.length === 7) {
    const six = sixFieldForm(words);
    if (six !== undefined) {
      return error(at, "IB-CRON-FIELDS", {
        found: `the cron expression ${quote(expression)} has ${words.length} fields and no cron( )`,
        allowed: sixFields,
        fix: six,
      });
    }
  }
  const fix = words.length === 6 ? { fix: `write cron(${words.join(" ")})` } : {};
  return error(at, "IB-SCHEDULE", { found: expression === "" ? "nothing" : quote(expression), allowed: form, ...fix });
}
