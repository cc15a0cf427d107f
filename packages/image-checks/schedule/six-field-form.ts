import { dayNames } from "./fields";
import { parseCron } from "./parse";

/**
 * Returns a five- or seven-field cron expression in Image Builder's form; undefined if that is ambiguous.
 *
 * Five fields are treated as Unix cron (no year, Sunday is 0 or 7, both day fields may be set). If one of them is `?`,
 * which Unix does not have, only the year is missing. Seven fields are treated as Quartz, which starts with seconds.
 */
export function sixFieldForm(words: readonly string[]): string | undefined {
  const six =
    words.length === 5 ? fromFive(words) : words.length === 7 && words[0] === "0" ? words.slice(1) : undefined;
  if (six === undefined) return undefined;
  const expression = `cron(${six.join(" ")})`;
  return parseCron(expression) ? `write ${expression}` : undefined;
}

function fromFive(words: readonly string[]): string[] | undefined {
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = ""] = words;
  if (dayOfMonth === "?" || dayOfWeek === "?") return [...words, "*"];
  if (dayOfWeek === "*") return [minute, hour, dayOfMonth, month, "?", "*"];
  const days = unixDays(dayOfWeek);
  // Unix cron runs if either day field matches; Image Builder accepts only one of the two fields.
  if (dayOfMonth !== "*" || days === undefined) return undefined;
  return [minute, hour, "?", month, days, "*"];
}

/** Converts Unix days of the week (0 and 7 are Sunday, steps allowed) to Image Builder's numbers or names. */
function unixDays(text: string): string | undefined {
  const items = text.split(",").map((item) => {
    const match = /^(?:\*|([0-7]|[a-z]{3})(?:-([0-7]|[a-z]{3}))?)(?:\/([1-7]))?$/i.exec(item);
    if (!match) return undefined;
    const [, from = "0", to = match[1] === undefined ? "6" : from, step] = match;
    if (step === undefined) return from === to ? shift(from) : `${shift(from)}-${shift(to)}`;
    const days: string[] = [];
    for (let day = index(from); day <= index(to); day += Number(step)) days.push(shift(String(day)));
    return days.join(",");
  });
  return items.includes(undefined) ? undefined : items.join(",");
}

function shift(day: string): string {
  return /^\d$/.test(day) ? String((Number(day) % 7) + 1) : day;
}

function index(day: string): number {
  return /^\d$/.test(day) ? Number(day) : dayNames.indexOf(day.toLowerCase());
}
