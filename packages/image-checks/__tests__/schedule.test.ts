import fc from "fast-check";
import { checkSchedule, describeSchedule, nextRuns } from "../schedule";
import { expectMessages, type Mistake } from "./messages";

const at = { file: "stacks/prod-stack.ts", field: "schedule" };

/** A Tuesday. */
const start = new Date("2026-09-01T12:00:00Z");

const sound: readonly (readonly [expression: string, words: string, ...runs: string[]])[] = [
  ["cron(0 9 1 * ? *)", "at 09:00 UTC on the first day of every month", "2026-10-01T09:00", "2026-11-01T09:00"],
  ["cron(0 10 * * ? *)", "at 10:00 UTC every day", "2026-09-02T10:00", "2026-09-03T10:00"],
  ["cron(15 12 * * ? *)", "at 12:15 UTC every day", "2026-09-01T12:15", "2026-09-02T12:15"],
  ["cron(0 0 ? * * *)", "at 00:00 UTC every day", "2026-09-02T00:00", "2026-09-03T00:00"],
  // 1 is Sunday. AWS's own page describes 1-5 as "every weekday", which contradicts its own numbering.
  [
    "cron(0 10 ? * 1-5 *)",
    "at 10:00 UTC every Sunday through Thursday",
    "2026-09-02T10:00",
    "2026-09-03T10:00",
    "2026-09-06T10:00",
  ],
  ["cron(0 18 ? * mon-fri *)", "at 18:00 UTC every Monday through Friday", "2026-09-01T18:00", "2026-09-02T18:00"],
  ["cron(0 18 ? * MON-FRI *)", "at 18:00 UTC every Monday through Friday", "2026-09-01T18:00"],
  [
    "cron(30 22 ? * tue#2 *)",
    "at 22:30 UTC on the second Tuesday of every month",
    "2026-09-08T22:30",
    "2026-10-13T22:30",
  ],
  [
    "cron(0 6 ? * sat#2,4 *)",
    "at 06:00 UTC on the second and fourth Saturday of every month",
    "2026-09-12T06:00",
    "2026-09-26T06:00",
    "2026-10-10T06:00",
  ],
  ["cron(0 6 ? * fri#5 *)", "at 06:00 UTC on the fifth Friday of every month", "2026-10-30T06:00", "2027-01-29T06:00"],
  ["cron(0 6 ? * 6L *)", "at 06:00 UTC on the last Friday of every month", "2026-09-25T06:00", "2026-10-30T06:00"],
  ["cron(0 6 ? * sunL *)", "at 06:00 UTC on the last Sunday of every month", "2026-09-27T06:00", "2026-10-25T06:00"],
  ["cron(0 6 ? * 1 *)", "at 06:00 UTC every Sunday", "2026-09-06T06:00", "2026-09-13T06:00"],
  ["cron(0 6 ? * 7 *)", "at 06:00 UTC every Saturday", "2026-09-05T06:00", "2026-09-12T06:00"],
  [
    "cron(0 6 ? * mon,wed,5 *)",
    "at 06:00 UTC every Monday, Wednesday and Thursday",
    "2026-09-02T06:00",
    "2026-09-03T06:00",
    "2026-09-07T06:00",
  ],
  ["cron(0 6 L * ? *)", "at 06:00 UTC on the last day of every month", "2026-09-30T06:00", "2026-10-31T06:00"],
  ["cron(0 6 L 2 ? 2028)", "at 06:00 UTC on the last day of February in 2028", "2028-02-29T06:00"],
  [
    "cron(0 6 L-2 * ? *)",
    "at 06:00 UTC on day 2 before the last day of every month",
    "2026-09-28T06:00",
    "2026-10-29T06:00",
  ],
  [
    "cron(0 6 L-1 2 ? *)",
    "at 06:00 UTC on day 1 before the last day of February",
    "2027-02-27T06:00",
    "2028-02-28T06:00",
  ],
  ["cron(0 6 LW * ? *)", "at 06:00 UTC on the last weekday of every month", "2026-09-30T06:00", "2026-10-30T06:00"],
  // September 5, 2026 is a Saturday (nearest weekday: Friday the 4th); November 1 is a Sunday (Monday the 2nd).
  ["cron(0 6 5W 9 ? *)", "at 06:00 UTC on the weekday nearest the fifth day of September", "2026-09-04T06:00"],
  ["cron(0 6 1W 11 ? *)", "at 06:00 UTC on the weekday nearest the first day of November", "2026-11-02T06:00"],
  // August 1, 2026 is a Saturday: the nearest weekday within the month is Monday the 3rd, not July 31.
  [
    "cron(0 6 1W 8 ? 2026-2027)",
    "at 06:00 UTC on the weekday nearest the first day of August in 2026 and 2027",
    "2027-08-02T06:00",
  ],
  ["cron(0 6 1,15 * ? *)", "at 06:00 UTC on days 1 and 15 of every month", "2026-09-15T06:00", "2026-10-01T06:00"],
  ["cron(0 6 1-7 * ? *)", "at 06:00 UTC on days 1 through 7 of every month", "2026-09-02T06:00"],
  [
    "cron(0 6 */2 * ? *)",
    "at 06:00 UTC every 2nd day from the 1st of every month",
    "2026-09-03T06:00",
    "2026-09-05T06:00",
  ],
  [
    "cron(0 6 10/10 * ? *)",
    "at 06:00 UTC every 10th day from the 10th of every month",
    "2026-09-10T06:00",
    "2026-09-20T06:00",
    "2026-09-30T06:00",
  ],
  ["cron(0 6 22 * ? *)", "at 06:00 UTC on the 22nd day of every month", "2026-09-22T06:00"],
  ["cron(0 6 13 * ? *)", "at 06:00 UTC on the 13th day of every month", "2026-09-13T06:00"],
  [
    "cron(0 0 1 jan,jul ? *)",
    "at 00:00 UTC on the first day of January and July",
    "2027-01-01T00:00",
    "2027-07-01T00:00",
  ],
  [
    "cron(0 0 1 */3 ? *)",
    "at 00:00 UTC on the first day of January, April, July and October",
    "2026-10-01T00:00",
    "2027-01-01T00:00",
  ],
  ["cron(0 0 ? 6-8 mon *)", "at 00:00 UTC every Monday in June through August", "2027-06-07T00:00"],
  ["cron(0 0 * 12 ? *)", "at 00:00 UTC every day in December", "2026-12-01T00:00"],
  [
    "cron(0 0 1 1 ? 2027-2029)",
    "at 00:00 UTC on the first day of January from 2027 through 2029",
    "2027-01-01T00:00",
    "2028-01-01T00:00",
    "2029-01-01T00:00",
  ],
  [
    "cron(0 0 1 1 ? 2026/4)",
    "at 00:00 UTC on the first day of January in the years 2026/4",
    "2030-01-01T00:00",
    "2034-01-01T00:00",
  ],
  ["cron(0 8,12,16 * * ? *)", "at 08:00, 12:00 and 16:00 UTC every day", "2026-09-01T16:00", "2026-09-02T08:00"],
  ["cron(0 0/6 * * ? *)", "at 00:00, 06:00, 12:00 and 18:00 UTC every day", "2026-09-01T18:00", "2026-09-02T00:00"],
  ["cron(*/15 * * * ? *)", "every 15 minutes every day", "2026-09-01T12:15", "2026-09-01T12:30"],
  [
    "cron(0/20 8-17 ? * mon-fri *)",
    "every 20 minutes in hours 8 through 17 UTC every Monday through Friday",
    "2026-09-01T12:20",
  ],
  ["cron(0 * * * ? *)", "every hour on the hour every day", "2026-09-01T13:00"],
  ["cron(5 * * * ? *)", "at minute 5 of every hour every day", "2026-09-01T12:05"],
  [
    "cron(5,25 8-17 * * ? *)",
    "at minutes 5 and 25 of every hour in hours 8 through 17 UTC every day",
    "2026-09-01T12:05",
  ],
  ["cron(* * * * ? *)", "every minute every day", "2026-09-01T12:01"],
  ["cron(59 23 31 12 ? 2199)", "at 23:59 UTC on the 31st day of December in 2199", "2199-12-31T23:59"],
  ["rate(1 day)", "every day", "2026-09-02T12:00", "2026-09-03T12:00"],
  ["rate(7 days)", "every 7 days", "2026-09-08T12:00", "2026-09-15T12:00"],
  ["rate(12 hours)", "every 12 hours", "2026-09-02T00:00", "2026-09-02T12:00"],
  ["rate(1 hour)", "every hour", "2026-09-01T13:00"],
  ["rate(30 minutes)", "every 30 minutes", "2026-09-01T12:30", "2026-09-01T13:00"],
];

const unsound: readonly (readonly [expression: string, code: string, fix?: string])[] = [
  ["cron(0 9 1 * *)", "IB-CRON-FIELDS", "write cron(0 9 1 * ? *)"],
  ["0 9 1 * *", "IB-CRON-FIELDS", "write cron(0 9 1 * ? *)"],
  ["cron(0 9 * * *)", "IB-CRON-FIELDS", "write cron(0 9 * * ? *)"],
  ["cron(0 9 * * 1)", "IB-CRON-FIELDS", "write cron(0 9 ? * 2 *)"],
  ["cron(0 9 * * 0)", "IB-CRON-FIELDS", "write cron(0 9 ? * 1 *)"],
  ["cron(0 9 * * 7)", "IB-CRON-FIELDS", "write cron(0 9 ? * 1 *)"],
  ["cron(0 9 * * 1-5)", "IB-CRON-FIELDS", "write cron(0 9 ? * 2-6 *)"],
  ["cron(0 9 * * 1-5/2)", "IB-CRON-FIELDS", "write cron(0 9 ? * 2,4,6 *)"],
  ["cron(0 9 * * */3)", "IB-CRON-FIELDS", "write cron(0 9 ? * 1,4,7 *)"],
  ["cron(0 9 * * mon-fri)", "IB-CRON-FIELDS", "write cron(0 9 ? * mon-fri *)"],
  ["cron(0 9 1 * ?)", "IB-CRON-FIELDS", "write cron(0 9 1 * ? *)"],
  ["cron(0 9 ? * 2)", "IB-CRON-FIELDS", "write cron(0 9 ? * 2 *)"],
  ["cron(0 9 1 * 1)", "IB-CRON-FIELDS"],
  ["cron(0 0 9 1 * ? *)", "IB-CRON-FIELDS", "write cron(0 9 1 * ? *)"],
  ["cron(30 0 9 1 * ? *)", "IB-CRON-FIELDS"],
  ["cron()", "IB-CRON-FIELDS"],
  ["cron(0 9)", "IB-CRON-FIELDS"],
  ["cron(0 9 1 * * *)", "IB-CRON-DAYS", "write ? in the day-of-week field"],
  ["cron(0 9 * * 2 *)", "IB-CRON-DAYS", "write ? in the day-of-month field"],
  ["cron(0 9 ? * ? *)", "IB-CRON-DAYS", "write * in the day-of-month field for every day"],
  ["cron(0 9 1 * 2 *)", "IB-CRON-DAYS", "write ? in the field that does not matter, or create two pipelines"],
  ["cron(0  9 1 * ? *)", "IB-CRON-SPACES", "write cron(0 9 1 * ? *)"],
  ["cron( 0 9 1 * ? * )", "IB-CRON-SPACES", "write cron(0 9 1 * ? *)"],
  ["cron(0\t9 1 * ? *)", "IB-CRON-SPACES", "write cron(0 9 1 * ? *)"],
  ["cron(60 9 1 * ? *)", "IB-CRON-RANGE"],
  ["cron(0 24 1 * ? *)", "IB-CRON-RANGE"],
  ["cron(0 9 0 * ? *)", "IB-CRON-RANGE"],
  ["cron(0 9 32 * ? *)", "IB-CRON-RANGE"],
  ["cron(0 9 32W * ? *)", "IB-CRON-RANGE"],
  ["cron(0 9 1 0 ? *)", "IB-CRON-RANGE"],
  ["cron(0 9 1 13 ? *)", "IB-CRON-RANGE"],
  ["cron(0 9 ? * 0 *)", "IB-CRON-RANGE", "Sunday is 1 here, Saturday 7: add 1 to each number, or use names"],
  ["cron(0 9 ? * 8 *)", "IB-CRON-RANGE"],
  ["cron(0 9 1 * ? 1969)", "IB-CRON-RANGE"],
  ["cron(0 9 1 * ? 2200)", "IB-CRON-RANGE"],
  ["cron(0 9 ? * 2#6 *)", "IB-CRON-VALUE"],
  ["cron(0 9 ? * 2#0 *)", "IB-CRON-VALUE"],
  ["cron(0 9 ? * moo *)", "IB-CRON-VALUE"],
  ["cron(0 9 1 january ? *)", "IB-CRON-VALUE"],
  ["cron(0 9 1,,2 * ? *)", "IB-CRON-VALUE"],
  ["cron(0 9 1-2-3 * ? *)", "IB-CRON-VALUE"],
  ["cron(0 9 1,* * ? *)", "IB-CRON-VALUE"],
  ["cron(0 nine 1 * ? *)", "IB-CRON-VALUE"],
  ["cron(? 9 1 * ? *)", "IB-CRON-WILDCARD"],
  ["cron(0 L 1 * ? *)", "IB-CRON-WILDCARD"],
  ["cron(0 9 2#1 * ? *)", "IB-CRON-WILDCARD"],
  ["cron(0 9 ? * 3W *)", "IB-CRON-WILDCARD"],
  ["cron(0 9 ? * 2/2 *)", "IB-CRON-WILDCARD"],
  ["cron(*/0 9 1 * ? *)", "IB-CRON-STEP"],
  ["cron(*/90 9 1 * ? *)", "IB-CRON-STEP"],
  ["rate(0 days)", "IB-RATE"],
  ["rate(-1 days)", "IB-RATE"],
  ["rate(1.5 days)", "IB-RATE"],
  ["rate(day)", "IB-RATE"],
  ["rate(1  day)", "IB-RATE", "write rate(1 day)"],
  ["rate(2 weeks)", "IB-RATE", "write rate(14 days)"],
  ["rate(1 month)", "IB-RATE"],
  ["0 9 1 * ? *", "IB-SCHEDULE", "write cron(0 9 1 * ? *)"],
  ["CRON(0 9 1 * ? *)", "IB-SCHEDULE", "write cron(0 9 1 * ? *)"],
  ["rate(1 days)", "IB-RATE-PLURAL", "write rate(1 day)"],
  ["rate(2 day)", "IB-RATE-PLURAL", "write rate(2 days)"],
  ["", "IB-SCHEDULE"],
  ["daily", "IB-SCHEDULE"],
  ["at(2026-01-01T00:00:00)", "IB-SCHEDULE"],
];

const unwise: readonly (readonly [expression: string, code: string])[] = [
  ["cron(0 9 31 2 ? *)", "IB-CRON-NEVER"],
  ["cron(0 9 30 2 ? *)", "IB-CRON-NEVER"],
  ["cron(0 9 31 4,6,9,11 ? *)", "IB-CRON-NEVER"],
  ["cron(0 9 ? * L *)", "IB-CRON-LAST-DAY"],
  ["cron(0 9 ? * fri-mon *)", "IB-CRON-RANGE"],
  ["cron(0 22-2 * * ? *)", "IB-CRON-RANGE"],
];

describe("checkSchedule", () => {
  test.each(sound)("accepts %s", (expression) => {
    expect(checkSchedule(expression, at)).toEqual([]);
  });

  test.each(unsound.map(([expression, code, fix]) => ({ expression, code, fix })))(
    "rejects $expression with $code",
    ({ expression, code, fix }) => {
      const findings = checkSchedule(expression, at);
      expect(findings.filter((finding) => finding.severity === "error").map((finding) => finding.code)).toEqual([code]);
      expect(findings[0]).toMatchObject(at);
      expect(findings.find((finding) => finding.fix !== undefined)?.fix).toBe(fix);
    },
  );

  test.each(unwise)("warns about %s with %s but accepts it", (expression, code) => {
    expect(checkSchedule(expression, at).map(({ severity, code: found }) => [severity, found])).toEqual([
      ["warning", code],
    ]);
  });

  test("reports errors and warnings with reviewed messages", () => {
    const mistakes = [...unsound, ...unwise].flatMap(([expression]) =>
      checkSchedule(expression, at).map((finding): Mistake => [expression, finding]),
    );
    expectMessages("schedules", mistakes);
  });

  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

  test.each(lengths.map((days, index) => [index + 1, days] as const))(
    "accepts the last day of month %i, its %ith, but none after it",
    (month, days) => {
      expect(checkSchedule(`cron(0 9 ${days} ${month} ? *)`, at)).toEqual([]);
      if (days < 31) expect(checkSchedule(`cron(0 9 ${days + 1} ${month} ? *)`, at)).toHaveLength(1);
    },
  );

  test("reports all mistakes in an expression at once", () => {
    const codes = checkSchedule("cron(61 25 0 13 9 1)", at).map((finding) => finding.code);
    expect(codes).toEqual([...Array<string>(6).fill("IB-CRON-RANGE"), "IB-CRON-DAYS"]);
  });

  test("reports the position it was given", () => {
    expect(checkSchedule("x", { file: "a.yaml", line: 3, column: 7 })[0]).toMatchObject({
      file: "a.yaml",
      line: 3,
      column: 7,
    });
  });

  test("never throws for any text, and neither do the description and the next runs", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string().map((body) => `cron(${body})`),
      fc.string().map((body) => `rate(${body})`),
    );
    fc.assert(
      fc.property(text, (expression) => {
        const errors = checkSchedule(expression, at).filter((finding) => finding.severity === "error");
        if (errors.length > 0) {
          expect(describeSchedule(expression)).toBe(expression);
          expect(nextRuns(expression, { from: start, count: 1 })).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("describeSchedule", () => {
  test.each(sound)("describes %s in plain English: %s", (expression, words) => {
    expect(describeSchedule(expression)).toBe(words);
  });

  test("names the time zone in which the schedule is read", () => {
    expect(describeSchedule("cron(0 9 1 * ? *)", "Europe/Berlin")).toBe(
      "at 09:00 Europe/Berlin on the first day of every month",
    );
  });

  test("lists at most six times of day", () => {
    expect(describeSchedule("cron(0,30 6,7,8 * * ? *)")).toMatch(/^at 06:00, 06:30, .* and 08:30 UTC every day$/);
    expect(describeSchedule("cron(0 1,2,3,4,5,6,7 * * ? *)")).not.toMatch(/^at 01:00/);
  });

  test.each(["", "daily", "cron(0 9 1 * *)", "cron(0 9 1 * 2 *)", "rate(0 days)"])("returns %j unchanged", (text) => {
    expect(describeSchedule(text)).toBe(text);
  });
});

describe("nextRuns", () => {
  test.each(sound)("finds the next runs of %s", (expression, _words, ...runs) => {
    const found = nextRuns(expression, { from: start, count: runs.length });
    expect(found.map((run) => run.toISOString().slice(0, 16))).toEqual(runs);
  });

  test("reads the schedule in its time zone, in summer and winter", () => {
    const runs = nextRuns("cron(0 9 25 * ? *)", { from: start, count: 2, timezone: "Europe/Berlin" });
    expect(runs.map((run) => run.toISOString())).toEqual(["2026-09-25T07:00:00.000Z", "2026-10-25T08:00:00.000Z"]);
  });

  test("counts from the end of every month, also in leap years", () => {
    const runs = nextRuns("cron(0 9 L-3 * ? *)", { from: new Date("2027-01-01T00:00:00Z"), count: 14 });
    const days = runs.map((run) => run.toISOString().slice(5, 10));
    expect(days.join(" ")).toBe("01-28 02-25 03-28 04-27 05-28 06-27 07-28 08-28 09-27 10-28 11-27 12-28 01-28 02-26");
  });

  test("wraps around the week and the day if a range ends before it starts", () => {
    const days = nextRuns("cron(0 9 ? * fri-mon *)", { from: start, count: 5 }).map((run) => run.getUTCDay());
    expect(days).toEqual([5, 6, 0, 1, 5]);
    const hours = nextRuns("cron(0 22-2 * * ? *)", { from: start, count: 6 }).map((run) => run.getUTCHours());
    expect(hours).toEqual([22, 23, 0, 1, 2, 22]);
  });

  test("returns fewer runs than requested if the schedule ends", () => {
    expect(nextRuns("cron(0 0 1 1 ? 2027)", { from: start, count: 3 })).toEqual([new Date("2027-01-01T00:00:00Z")]);
    expect(nextRuns("cron(0 0 1 1 ? 2020)", { from: start, count: 3 })).toEqual([]);
    expect(nextRuns("cron(0 0 30 2 ? *)", { from: start, count: 3 })).toEqual([]);
  });

  test("has no runs in a time zone that does not exist", () => {
    expect(nextRuns("cron(0 9 1 * ? *)", { from: start, count: 3, timezone: "Mars/Olympus" })).toEqual([]);
  });

  test("does not include the start time itself", () => {
    expect(nextRuns("cron(0 12 * * ? *)", { from: start, count: 1 })).toEqual([new Date("2026-09-02T12:00:00Z")]);
  });
});
