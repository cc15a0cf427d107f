import fc from "fast-check";
import { deployLimits } from "../deploy-limits";
import { longestComment } from "../markdown";
import { parsePlan } from "../plan-json";
import { summarizePlan } from "../plan-summary";
import { differences } from "../same-changes";
import { UnusablePlan } from "../unusable-plan";
import { change, planOf } from "./hand-made";

const hostile = [
  "a|b",
  "`code` ``` fence",
  "<script>alert(1)</script></details>",
  "@everyone @org/team",
  "line one\nline two\r\nthree",
  "\u001b[31mred\u001b[0m",
  "[link](https://example.com) ![image](x)",
  "&#64;someone",
  "back\\slash \\| bar",
  "\u202egnp.exe",
  "\ud800",
  "$x^2$ #1 :tada: ~~gone~~ __bold__",
];

/** Returns what a reader of GitHub's Markdown sees outside code, which must not include anything from the plan. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, "")
    .replace(/<code>[^<]*<\/code>/g, "")
    .replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "");
}

describe("hostile plans", () => {
  test.each(hostile)("%j stays inside code, wherever it occurs", (text) => {
    const everywhere = [
      change({
        address: text,
        type: text,
        before: { [text]: text },
        after: { [text]: `${text}!` },
        replace_paths: [[text]],
      }),
      change({
        type: "aws_ecr_repository",
        actions: ["delete"],
        before: { name: text },
        after: null,
        action_reason: text,
      }),
      change({
        type: "aws_imagebuilder_image_pipeline",
        before: { name: text, schedule: [{ schedule_expression: text, timezone: text }] },
        after: { name: text, schedule: [{ schedule_expression: "rate(1 day)", timezone: text }] },
      }),
      change({ actions: [text], address: text }),
      change({ previous_address: text, actions: ["no-op"], importing: { id: text } }),
    ];
    const { markdown } = summarizePlan(
      planOf(everywhere, {
        output_changes: { [text]: { actions: ["update"], before: text, after: [text] } },
        resource_drift: [change({ address: text, before: { a: text }, after: { a: 1 } })],
        checks: [{ address: { to_display: text }, status: "fail" }],
      }),
      { stack: text },
    );
    const visible = outsideCode(markdown);
    expect(visible).not.toMatch(/[@`]|<(?!\/?(details|summary)>)|&#/);
    expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(Buffer.from(markdown).toString()).toBe(markdown);
    for (const row of markdown.split("\n").filter((line) => line.startsWith("| **"))) {
      expect(row.split("|")).toHaveLength(5);
    }
    expect(markdown.split("<details>")).toHaveLength(markdown.split("</details>").length);
  });

  test("a fence is longer than every run of backticks in it", () => {
    const { markdown } = summarizePlan(planOf([change({ before: { d: "a\n```\nb" }, after: { d: "a\n`````\nb" } })]));
    expect(markdown).toContain("``````diff\n");
  });

  test("a long comment is cut to GitHub's limit and says so, and its folds and rows are complete", () => {
    const long = "x".repeat(3_000);
    const changes = Array.from({ length: 3_000 }, (_, index) =>
      change({
        type: "aws_ecr_repository",
        address: `aws_ecr_repository.r${index}`,
        actions: ["delete", "create"],
        before: { name: `r${index}`, text: `a\n${long}` },
        after: { name: `s${index}`, text: `b\n${long}` },
        replace_paths: [["name"]],
      }),
    );
    const { markdown, needsApproval } = summarizePlan(planOf(changes), { stack: "prod" });
    expect(markdown.length).toBeLessThanOrEqual(longestComment);
    expect(needsApproval).toBe(true);
    expect(markdown).toMatch(/^⚠️ prod: \*\*data is at risk in 3000 places\*\*, 3000 resources are replaced\.\n/);
    expect(markdown).toMatch(/\| \*\*⚠️ Data at risk\*\* \| … and 2800 more \| +\|/);
    expect(markdown).toMatch(/The details of \d+ more are left out: GitHub accepts 65,536 characters in a comment\./);
    expect(markdown.split("<details>")).toHaveLength(markdown.split("</details>").length);
  });

  test("sensitive values are reported only by name, on both sides, nested, in lists, and if everything is sensitive", () => {
    const secret = "hunter2-secret";
    const { markdown } = summarizePlan(
      planOf(
        [
          change({
            type: "aws_db_instance",
            before: {
              name: secret,
              password: secret,
              user: { key: secret, open: "a" },
              list: ["x", secret],
              all: { a: secret },
            },
            after: {
              name: secret,
              password: `${secret}2`,
              user: { key: `${secret}3`, open: "b" },
              list: ["y", `${secret}4`],
              all: null,
            },
            before_sensitive: { name: true, password: true, user: { key: true }, list: [false, true], all: true },
            after_sensitive: { name: true, user: {}, list: [] },
          }),
          change({
            address: "a.whole",
            before: { a: secret },
            after: { a: 1 },
            before_sensitive: true,
            after_sensitive: {},
          }),
          change({ address: "a.odd", before: secret, after: 1, before_sensitive: { a: true } }),
        ],
        {
          output_changes: {
            o: { actions: ["update"], before: secret, after: "x", before_sensitive: true, after_sensitive: false },
          },
          variables: { token: { value: secret } },
          planned_values: { a: secret },
          configuration: { a: secret },
        },
      ),
    );
    expect(markdown).not.toContain(secret);
    expect(markdown).toContain("| `password` | (sensitive value) | (sensitive value) |");
    expect(markdown).toContain("| `user.open` | `a` | `b` |");
    // The name is the same secret before and after, so there is no change.
    expect(markdown).not.toContain("| `name` |");
  });

  const secrets = fc.stringMatching(/^SECRET[a-z]{8}$/);
  const leaf = fc.oneof(fc.string(), fc.constantFrom(...hostile), fc.integer(), fc.boolean(), fc.constant(null));

  /** A value, its mask, and every secret that the mask hides. */
  const masked = fc.letrec<{ node: { value: unknown; mask: unknown } }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      secrets.map((value) => ({ value, mask: true })),
      leaf.map((value) => ({ value, mask: false })),
      fc.array(tie("node"), { maxLength: 4 }).map((nodes) => ({
        value: nodes.map(({ value }) => value),
        mask: nodes.map(({ mask }) => mask),
      })),
      fc.dictionary(fc.string(), tie("node"), { maxKeys: 4 }).map((nodes) => ({
        value: Object.fromEntries(Object.entries(nodes).map(([key, { value }]) => [key, value])),
        mask: Object.fromEntries(Object.entries(nodes).map(([key, { mask }]) => [key, mask])),
      })),
      tie("node").map(({ value }) => ({ value, mask: true })),
    ),
  })).node;

  test("no sensitive value is ever printed, whatever the shapes of values and masks", () => {
    const actions = fc.constantFrom("create", "update", "delete", "no-op", "forget");
    const types = fc.constantFrom("aws_ecr_repository", "aws_iam_role", "aws_imagebuilder_image_pipeline", "aws_x");
    fc.assert(
      fc.property(masked, masked, actions, types, fc.boolean(), (before, after, action, type, drift) => {
        const one = change({
          type,
          actions: [action],
          before: before.value,
          after: after.value,
          before_sensitive: before.mask,
          after_sensitive: after.mask,
        });
        const plan = planOf([one], { resource_drift: drift ? [one] : [], output_changes: { o: change({}) } });
        expect(summarizePlan(plan).markdown).not.toMatch(/SECRET[a-z]{8}/);
      }),
      { numRuns: 500 },
    );
  });

  test("any JSON is either summarized, compared and timed, or refused with a message", () => {
    // Includes names that every JavaScript object has.
    const names = fc.oneof(fc.string(), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)));
    const { odd } = fc.letrec<{ odd: unknown }>((tie) => ({
      odd: fc.oneof(fc.string(), fc.constant(null), fc.array(tie("odd")), fc.dictionary(names, tie("odd"))),
    }));
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 6 }), odd);
    const parts = fc.record(
      {
        format_version: fc.constantFrom("1.0", "1.2"),
        planned_values: anything,
        resource_changes: fc.oneof(
          anything,
          fc.array(
            fc.record(
              {
                address: anything,
                type: anything,
                change: fc.record(
                  {
                    actions: fc.oneof(anything, fc.array(anything)),
                    before: anything,
                    after: anything,
                    after_unknown: anything,
                    before_sensitive: anything,
                    after_sensitive: anything,
                    replace_paths: anything,
                    importing: anything,
                  },
                  { requiredKeys: ["actions"] },
                ),
              },
              { requiredKeys: ["change"] },
            ),
          ),
        ),
        resource_drift: anything,
        output_changes: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
        checks: anything,
        errored: anything,
        complete: anything,
      },
      { requiredKeys: ["format_version"] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, parts), fc.nat({ max: 40 }), (value, cut) => {
        const json = JSON.stringify(value);
        for (const text of [json, json.slice(0, -1 - cut)]) {
          for (const read of [
            () => {
              expect(summarizePlan(text).markdown.length).toBeLessThanOrEqual(longestComment);
            },
            () => {
              expect(differences(parsePlan({ json: text }), parsePlan({ json: text }))).toEqual([]);
            },
            () => deployLimits(parsePlan({ json: text })),
          ]) {
            try {
              read();
            } catch (error) {
              expect(error).toBeInstanceOf(UnusablePlan);
            }
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("values nested a hundred thousand levels deep do not crash it", () => {
    const deep = (open: string, close: string) => open.repeat(100_000) + "1" + close.repeat(100_000);
    const policy = JSON.stringify(`{"a":${deep("[", "]")}}`);
    for (const value of [deep("[", "]"), deep('{"a":', "}"), policy]) {
      const json = `{"format_version":"1.2","resource_changes":[{"address":"a.b","type":"a","change":{"actions":["update"],"before":{"policy":1},"after":{"policy":${value}},"after_sensitive":{"b":${value}}}}]}`;
      expect(summarizePlan(json).markdown).toContain("1 resource is updated");
    }
  });
});
