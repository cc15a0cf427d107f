/** What a field in a cron expression may contain. */
interface Field {
  readonly from: number;
  readonly to: number;
  /** Names of the values, starting with the first. */
  readonly names?: readonly string[];
  /** Other forms that a term may have. */
  readonly special?: RegExp;
}

/**
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html, which agrees with EventBridge's page
 */
const fields: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31, special: /^(?:L|LW|(?:[1-9]|[12]\d|3[01])W)$/ },
  { from: 1, to: 12, names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"] },
  {
    from: 1,
    to: 7,
    names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
    special: /^(?:L|[1-7]L|(?:[1-7]|[A-Z]{3})#[1-5])$/,
  },
  { from: 1970, to: 2199 },
];

/** Whether EventBridge and Image Builder accept this as a schedule: `rate(1 day)` or `cron(0 3 * * ? *)`. */
export function isSchedule(expression: string): boolean {
  const [, value, plural] = /^rate\((\d+) (?:minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  if (value !== undefined) return Number(value) > 0 && (Number(value) === 1) === (plural === "");
  const parts = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(" ") ?? [];
  if (parts.length !== fields.length || (parts[2] === "?") === (parts[4] === "?")) return false;
  return parts.every((part, index) => {
    const field = fields[index];
    return field !== undefined && ((part === "?" && (index === 2 || index === 4)) || isField(part, field));
  });
}

function isField(text: string, { from, to, names = [], special }: Field): boolean {
  const valueOf = (word: string) => (/^\d+$/.test(word) ? Number(word) : from + names.indexOf(word));
  const isValue = (word: string) => valueOf(word) >= from && valueOf(word) <= to;
  return text
    .toUpperCase()
    .split(",")
    .every((term) => {
      if (special?.test(term) === true) return true;
      const [range = "", step, ...more] = term.split("/");
      const [first = "", last = first, ...others] = range.split("-");
      if (more.length > 0 || others.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
      return range === "*" || (isValue(first) && isValue(last));
    });
}

/** Time zone names contain capitals, and offsets are not accepted. https://www.iana.org/time-zones */
export function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return timeZone === name || (timeZone.toLowerCase() !== name.toLowerCase() && /^[A-Z]/.test(name));
  } catch {
    return false;
  }
}
