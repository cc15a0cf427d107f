import { list, quote } from "@pipelines/findings/text";
import { dayNames, type Field, type FieldRule, type Problem, type Term } from "./fields";

/** Reads one field of a cron expression. Never throws, whatever the text is. */
export function parseField(rule: FieldRule, text: string): Field {
  const terms: Term[] = [];
  const problems: Problem[] = [];
  let weeksOf: number | undefined;
  for (const item of text.split(",")) {
    // `sat#2,4` means the second and fourth Saturdays (AWS's own example), not the second Saturday and every Wednesday.
    if (weeksOf !== undefined && /^[1-5]$/.test(item)) {
      terms.push({ kind: "nth", day: weeksOf, nth: Number(item) });
      continue;
    }
    const parsed = parseTerm(rule, item);
    if ("found" in parsed) {
      problems.push(parsed);
      continue;
    }
    weeksOf = parsed.kind === "nth" ? parsed.day : undefined;
    terms.push(parsed);
    const wraps = wrapProblem(rule, item, parsed);
    if (wraps) problems.push(wraps);
  }
  if (text.includes(",") && terms.some((term) => term.kind === "any" || term.kind === "none")) {
    problems.push(problem(rule, `${quote(text)} lists * or ? next to other values`, "IB-CRON-VALUE"));
  }
  if (rule.name === "day-of-week" && /^l$/i.test(text)) {
    problems.push({
      severity: "warning",
      code: "IB-CRON-LAST-DAY",
      found: "a bare L in the day-of-week field, which AWS documents as Sunday although day 7 is Saturday",
      allowed: "an unambiguous day: 1-7 or sun-sat, or sunL for the last Sunday of the month",
      fix: "write sun or sat",
    });
  }
  return { rule, text, terms, problems };
}

function parseTerm(rule: FieldRule, item: string): Term | Problem {
  const wildcard = strangeWildcard(rule, item);
  if (wildcard) return problem(rule, `${quote(item)} uses ${wildcard}`, "IB-CRON-WILDCARD");
  if (item === "*") return { kind: "any" };
  if (item === "?") return { kind: "none" };
  const special =
    rule.name === "day-of-month" ? dayOfMonth(item) : rule.name === "day-of-week" ? dayOfWeek(item) : null;
  if (special && "day" in special && !inRange(rule, special.day)) return outOfRange(rule, item);
  if (special?.kind === "nth" && (special.nth < 1 || special.nth > 5)) {
    return problem(rule, `${quote(item)} asks for week ${special.nth} of the month`, "IB-CRON-VALUE");
  }
  if (special) return special;

  const [base = "", step, ...more] = item.split("/");
  const steps = step === undefined ? undefined : /^\d+$/.test(step) ? Number(step) : NaN;
  const ends = base === "*" || (base === "" && step !== undefined) ? [] : base.split("-");
  const [from = rule.min, to] = ends.map((end) => valueOf(rule, end));
  if (more.length > 0 || ends.length > 2 || Number.isNaN(steps) || Number.isNaN(from) || Number.isNaN(to)) {
    return problem(rule, `${quote(item)} in the ${rule.name} field`, "IB-CRON-VALUE");
  }
  if (!inRange(rule, from) || (to !== undefined && !inRange(rule, to))) return outOfRange(rule, item);
  if (steps === undefined) return { kind: "range", from, to: to ?? from };
  if (steps < 1 || steps > rule.max - rule.min + 1) {
    return problem(rule, `${quote(item)} steps by ${steps} in the ${rule.name} field`, "IB-CRON-STEP");
  }
  return { kind: "step", from, to: to ?? rule.max, step: steps };
}

function dayOfMonth(item: string): Term | null {
  if (/^lw$|^wl$/i.test(item)) return { kind: "last-weekday" };
  const last = /^l(?:-(\d{1,2}))?$/i.exec(item);
  if (last && Number(last[1] ?? 0) <= 30) return { kind: "last", before: Number(last[1] ?? 0) };
  const weekday = /^(\d{1,2})w$/i.exec(item);
  return weekday ? { kind: "weekday", day: Number(weekday[1]) } : null;
}

function dayOfWeek(item: string): Term | null {
  // AWS: "or Sunday, for the day of the week"; parseField warns about it.
  if (/^l$/i.test(item)) return { kind: "range", from: 1, to: 1 };
  const [, day = "", , nth] = /^([a-z]{3}|\d+)(l|#(\d+))$/i.exec(item) ?? [];
  if (day === "") return null;
  const value = dayNames.includes(day.toLowerCase()) ? dayNames.indexOf(day.toLowerCase()) + 1 : Number(day);
  if (Number.isNaN(value)) return null;
  return nth === undefined ? { kind: "last-of", day: value } : { kind: "nth", day: value, nth: Number(nth) };
}

/** Returns the number that a value stands for; NaN if there is none. */
function valueOf(rule: FieldRule, text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const index = rule.names.indexOf(text.toLowerCase());
  return index < 0 ? NaN : index + rule.min;
}

function inRange(rule: FieldRule, value: number): boolean {
  return value >= rule.min && value <= rule.max;
}

/** Returns the first wildcard in `item` that the field does not accept. Month and day names also contain L and W. */
function strangeWildcard(rule: FieldRule, item: string): string | undefined {
  const bare = item.replace(/[a-z]{3,}/gi, (word) => (rule.names.includes(word.slice(0, 3).toLowerCase()) ? "" : word));
  const used = bare.toUpperCase().match(/[-*?/LW#]/g) ?? [];
  return used.find((char) => !rule.wildcards.includes(char));
}

function wrapProblem(rule: FieldRule, item: string, term: Term): Problem | undefined {
  if (!("to" in term) || term.to >= term.from) return undefined;
  return {
    severity: "warning",
    code: "IB-CRON-RANGE",
    found: `${quote(item)} in the ${rule.name} field ends before it starts, which is read as wrapping around`,
    allowed: "a range from the lower to the higher value",
  };
}

function outOfRange(rule: FieldRule, item: string): Problem {
  const zeroSunday = rule.name === "day-of-week" && item.startsWith("0");
  const fix = zeroSunday ? "Sunday is 1 here, Saturday 7: add 1 to each number, or use names" : undefined;
  return problem(rule, `${quote(item)} is outside the ${rule.name} field`, "IB-CRON-RANGE", fix);
}

function problem(rule: FieldRule, found: string, code: string, fix?: string): Problem {
  const names = rule.names.length > 0 ? ` or ${rule.names[0] ?? ""}-${rule.names[rule.names.length - 1] ?? ""}` : "";
  const allowed = `${rule.name}: ${rule.min}-${rule.max}${names}, with the wildcards ${list(
    [...rule.wildcards].map((c) => c),
    "and",
  )}`;
  return { severity: "error", code, found, allowed, ...(fix === undefined ? {} : { fix }) };
}
