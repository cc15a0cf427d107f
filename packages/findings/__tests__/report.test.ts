import fc from "fast-check";
import type { Finding } from "../finding";
import { formatCount, formatFindings } from "../report";

const error: Finding = {
  severity: "error",
  code: "IB-DOC-ACTION",
  file: "images/web/install.yaml",
  line: 12,
  column: 9,
  field: "phases[0].steps[1].action",
  found: 'the action "ExecuteBsh"',
  allowed: "an Image Builder action module",
  fix: "write ExecuteBash",
};
const warning: Finding = {
  severity: "warning",
  code: "IB-CRON-NEVER",
  file: "stacks/prod-stack.ts",
  field: "schedule",
  found: "day 30 does not exist in February",
  allowed: "a day that exists in one of the months",
};

describe("formatFindings", () => {
  test("shows the position, what was found, what is allowed and how to fix it, with a count", () => {
    expect(formatFindings([warning, error, { ...error, line: 2, column: 1 }])).toBe(
      [
        "error images/web/install.yaml:2:1 phases[0].steps[1].action IB-DOC-ACTION",
        '  found:   the action "ExecuteBsh"',
        "  allowed: an Image Builder action module",
        "  fix:     write ExecuteBash",
        "error images/web/install.yaml:12:9 phases[0].steps[1].action IB-DOC-ACTION",
        '  found:   the action "ExecuteBsh"',
        "  allowed: an Image Builder action module",
        "  fix:     write ExecuteBash",
        "",
        "warning stacks/prod-stack.ts schedule IB-CRON-NEVER",
        "  found:   day 30 does not exist in February",
        "  allowed: a day that exists in one of the months",
        "",
        "2 errors, 1 warning",
      ].join("\n"),
    );
  });

  test("shows findings about a whole file before those with a line", () => {
    const whole: Finding = { ...error, code: "IB-Z", line: undefined, column: undefined };
    const [first] = formatFindings([error, whole]).split("\n");
    expect(first).toBe("error images/web/install.yaml phases[0].steps[1].action IB-Z");
  });

  test("reports and counts the same finding only once", () => {
    expect(formatFindings([error, { ...error }, error])).toBe(formatFindings([error]));
    expect(formatFindings([error, error]).split("\n").at(-1)).toBe("1 error");
  });

  test("does not depend on the order of the findings", () => {
    const some = [
      error,
      warning,
      { ...error, column: 1 },
      { ...error, code: "IB-DOC-TYPE" },
      { ...warning, file: "a" },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        expect(formatFindings(shuffled)).toBe(formatFindings(some));
      }),
    );
  });

  test("prints nothing if there are no findings", () => {
    expect(formatFindings([])).toBe("");
    expect(formatCount([])).toBe("no findings");
  });

  test("colors the severity if the terminal supports color", () => {
    expect(formatFindings([error], { color: true })).toContain("\u001b[31merror\u001b[0m");
    expect(formatFindings([warning], { color: true })).toContain("\u001b[33mwarning\u001b[0m");
    expect(formatFindings([error])).not.toContain("\u001b");
  });

  test("shows control characters instead of sending them to the terminal", () => {
    const hostile = { ...error, file: "a\u001b[2J.yaml", found: "x\u0007\u009b31m\n\u202Etxt\u200B", field: "a\rb" };
    const reported = formatFindings([hostile]);
    expect(reported).toContain("a\\u001b[2J.yaml:12:9 a\\rb");
    expect(reported).toContain("found:   x\\u0007\\u009b31m\\n\\u202etxt\\u200b");
  });

  test("escapes every control character and keeps every line visible", () => {
    const text = fc.string({ unit: "binary", maxLength: 2000 });
    fc.assert(
      fc.property(text, text, text, (found, file, field) => {
        const reported = formatFindings([{ ...error, found, file, field }]);
        expect(reported.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(reported.split("\n")).toHaveLength(6);
      }),
    );
  });

  test("shortens long text in the middle", () => {
    const [, found = ""] = formatFindings([{ ...error, found: `begin${"x".repeat(10_000)}end` }]).split("\n");
    expect(found.length).toBeLessThan(450);
    expect(found).toMatch(/^ {2}found: {3}begin.*…x*end$/);
  });
});
