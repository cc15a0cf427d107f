import * as v from "valibot";
import { flag, hasField, nothing, object, oneOf, readShape, text, textMap, texts, wholeNumber } from "../shape";

const schema = object({
  name: text,
  mode: v.optional(oneOf("fast", "slow"), "fast"),
  days: v.optional(wholeNumber(1, 9)),
  on: v.optional(flag),
  labels: v.optional(textMap),
  parts: v.optional(v.array(object({ id: text }))),
  never: v.optional(nothing("nothing at all")),
  list: v.optional(texts, []),
});

const read = (given: unknown) => readShape(schema, given, "images/web/image.ts", { name: "placeholder" });

describe("A value's shape", () => {
  it("is accepted with its defaults filled in; what is undefined counts as absent", () => {
    const given = { name: "web", days: undefined, labels: { a: "b", c: undefined }, parts: [{ id: "one" }] };
    expect(read(given)).toStrictEqual({
      value: { name: "web", mode: "fast", labels: { a: "b" }, parts: [{ id: "one" }], list: [] },
      findings: [],
    });
    expect([1, 9].map((days) => read({ name: "web", days }).findings)).toEqual([[], []]);
    expect([hasField(given, "name"), hasField(given, "days"), hasField(null, "name")]).toEqual([true, false, false]);
  });

  const fields = "name, mode, days, on, labels, parts, never and list";

  it.each<[unknown, string]>([
    [undefined, "IB-FIELD-KIND: undefined, but: an object"],
    [null, "IB-FIELD-KIND: null, but: an object"],
    [[], "IB-FIELD-KIND: a list, but: an object"],
    [() => "", "IB-FIELD-KIND: a function, but: an object"],
    [{}, "name IB-FIELD-MISSING: no name, but: text"],
    [{ name: 1 }, "name IB-FIELD-KIND: 1, but: text; put it in quotes"],
    [{ name: {} }, "name IB-FIELD-KIND: an object without fields, but: text"],
    [{ name: { a: 1, b: 2 } }, "name IB-FIELD-KIND: an object with a and b, but: text"],
    [{ name: "web", mode: "fest" }, 'mode IB-FIELD-KIND: "fest", but: "fast" or "slow"; write "fast"'],
    [{ name: "web", mode: "SLOW" }, 'mode IB-FIELD-KIND: "SLOW", but: "fast" or "slow"; write "slow"'],
    [{ name: "web", mode: "other" }, 'mode IB-FIELD-KIND: "other", but: "fast" or "slow"'],
    [{ name: "web", days: 0 }, "days IB-FIELD-KIND: 0, but: a whole number from 1 to 9"],
    [{ name: "web", days: 10 }, "days IB-FIELD-KIND: 10, but: a whole number from 1 to 9"],
    [{ name: "web", days: 1.5 }, "days IB-FIELD-KIND: 1.5, but: a whole number from 1 to 9"],
    [{ name: "web", days: "3" }, 'days IB-FIELD-KIND: "3", but: a whole number from 1 to 9'],
    [{ name: "web", on: "true" }, 'on IB-FIELD-KIND: "true", but: true or false; write true, without quotes'],
    [{ name: "web", on: "yes" }, 'on IB-FIELD-KIND: "yes", but: true or false'],
    [{ name: "web", labels: [] }, "labels IB-FIELD-KIND: a list, but: an object whose values are strings"],
    [{ name: "web", labels: { a: 1 } }, "labels.a IB-FIELD-KIND: 1, but: text; put it in quotes"],
    [{ name: "web", list: "a" }, 'list IB-FIELD-KIND: "a", but: a list of strings; write ["a"]'],
    [{ name: "web", list: ["a", true] }, "list[1] IB-FIELD-KIND: true, but: text"],
    [{ name: "web", parts: [{ id: "a" }, {}] }, "parts[1].id IB-FIELD-MISSING: no id, but: text"],
    [{ name: "web", never: "it" }, 'never IB-FIELD-KIND: "it", but: nothing at all'],
    [{ name: "web", dais: 1 }, `dais IB-FIELD-UNKNOWN: there is no field "dais" here, but: ${fields}; write days`],
    [{ name: "web", "x y": 1 }, `["x y"] IB-FIELD-UNKNOWN: there is no field "x y" here, but: ${fields}`],
  ])("is refused for %j", (given, said) => {
    const { findings } = read(given);
    const words = findings.map(({ field = "", code, found, allowed, fix }) =>
      `${field} ${code}: ${found}, but: ${allowed}${fix === undefined ? "" : `; ${fix}`}`.trim(),
    );
    expect(words).toEqual([said]);
    expect(findings).toMatchObject([{ severity: "error", file: "images/web/image.ts" }]);
  });

  it("keeps every sound field if another one is not, and that one gets its default or its placeholder", () => {
    const { value, findings } = read({ name: 1, mode: "no", days: 3, lisst: ["a"] });
    expect(value).toStrictEqual({ name: "placeholder", mode: "fast", days: 3, list: [] });
    expect(findings.map(({ field }) => field)).toEqual(["name", "mode", "lisst"]);
    expect(read("all wrong").value).toStrictEqual({ name: "placeholder", mode: "fast", list: [] });
  });
});
