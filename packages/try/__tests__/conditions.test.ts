import { extendedPattern } from "../conditions";
import { documentOf, runDocument } from "./run-document";

/**
 * The documentation's examples and results, except one that contradicts itself: 'A' is not less than 'a' if comparisons
 * ignore case. https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html
 */
const examples: readonly (readonly [condition: object, holds: boolean])[] = [
  [{ stringIsEmpty: "" }, true],
  [{ stringIsEmpty: " " }, false],
  [{ stringIsEmpty: "Hello." }, false],
  [{ stringIsWhitespace: "   " }, true],
  [{ stringIsWhitespace: "" }, false],
  [{ stringIsWhitespace: " Hello?" }, false],
  [{ stringEquals: "Testing, testing...", value: "Testing, testing..." }, true],
  [{ stringEquals: "Testing, testing...", value: "Hello again." }, false],
  [{ stringEquals: "Testing, testing...", value: "TESTING, TESTING...." }, false],
  [{ stringEquals: "Testing, testing...", value: "   Testing, testing..." }, false],
  [{ stringEquals: "Testing, testing...", value: "Testing, testing...   " }, false],
  [{ stringlessThan: "b", value: "a" }, true],
  [{ stringlessThan: "a", value: "0" }, true],
  [{ stringlessThan: "0", value: "a" }, false],
  [{ stringLessThanEquals: "a", value: "a" }, true],
  [{ stringLessThanEquals: "A", value: "a" }, true],
  [{ stringLessThanEquals: "b", value: "a" }, true],
  [{ stringLessThanEquals: "a", value: "0" }, true],
  [{ stringLessThanEquals: "0", value: "a" }, false],
  [{ stringGreaterThan: "a", value: "A" }, false],
  [{ stringGreaterThan: "a", value: "b" }, true],
  [{ stringGreaterThan: "0", value: "a" }, true],
  [{ stringGreaterThan: "a", value: "0" }, false],
  [{ stringGreaterThanEquals: "A", value: "a" }, true],
  [{ stringGreaterThanEquals: "a", value: "b" }, true],
  [{ stringGreaterThanEquals: "0", value: "a" }, true],
  [{ stringGreaterThanEquals: "a", value: "0" }, false],
  [{ patternMatches: "^[a-z]+$", value: "thisisvalue" }, true],
  [{ patternMatches: "^[a-z]+$", value: "ThisIsValue" }, false],
  [{ numberEquals: 1, value: 1 }, true],
  [{ numberEquals: "1", value: 1 }, true],
  [{ numberEquals: 1, value: "1" }, true],
  [{ numberEquals: 5, value: "5.0" }, true],
  [{ numberEquals: -1, value: -1 }, true],
  [{ numberEquals: "+1.5", value: "-0.5" }, false],
  [{ numberLessThan: 2, value: 1 }, true],
  [{ numberLessThan: 2, value: 1.9 }, true],
  [{ numberLessThan: 2, value: "2" }, false],
  [{ numberLessThanEquals: 2, value: "2" }, true],
  [{ numberLessThanEquals: 2, value: 2.1 }, false],
  [{ numberGreaterThan: 1, value: 1.1 }, true],
  [{ numberGreaterThan: 1, value: "1" }, false],
  [{ numberGreaterThan: 9, value: "10" }, true],
  [{ numberGreaterThan: 1, value: "a10" }, false],
  [{ numberGreaterThanEquals: 1, value: "1" }, true],
  [{ numberGreaterThanEquals: 1, value: 0.8 }, false],
  [{ binaryExists: "sh" }, true],
  [{ binaryExists: "no-such-program" }, false],
  [{ fileExists: "/etc/passwd" }, true],
  [{ fileExists: "/etc" }, false],
  [{ folderExists: "/etc" }, true],
  [{ folderExists: "/etc/passwd" }, false],
  [{ fileMD5Equals: "D41D8CD98F00B204E9800998ECF8427E", path: "/dev/null" }, true],
  [{ fileSHA1Equals: "da39a3ee5e6b4b0d3255bfef95601890afd80709", path: "/dev/null" }, true],
  [{ fileSHA256Equals: "0", path: "/dev/null" }, false],
  [{ fileSHA512Equals: "0", path: "/no/such/file" }, false],
  [
    {
      and: [
        { stringEquals: "a", value: "a" },
        { numberEquals: 1, value: 1 },
      ],
    },
    true,
  ],
  [
    {
      and: [
        { stringEquals: "a", value: "b" },
        { numberEquals: 1, value: 1 },
      ],
    },
    false,
  ],
  [
    {
      or: [
        { stringEquals: "a", value: "b" },
        { numberEquals: 1, value: 1 },
      ],
    },
    true,
  ],
  [
    {
      or: [
        { stringEquals: "a", value: "b" },
        { numberEquals: 1, value: 3 },
      ],
    },
    false,
  ],
  [{ not: [{ stringEquals: "a", value: "b" }] }, true],
  [{ not: { or: [{ not: { fileExists: "/etc/passwd" } }, { stringIsEmpty: "" }] } }, false],
];

test("conditions work as documented", () => {
  const steps = examples.map(
    ([condition], index) =>
      `name: Example${index}\naction: Assert\nonFailure: Ignore\ninputs: ${JSON.stringify(condition)}`,
  );
  const { steps: results } = runDocument(documentOf(...steps));
  expect(results.map(({ outcome }, index) => [examples[index]?.[0], outcome === "ok"])).toEqual(examples);
});

test.each([
  [String.raw`^v?\d+\.\d+$`, String.raw`^v?[0-9]+\.[0-9]+$`, false],
  [String.raw`(?i)^[\w.-]+?\s*$`, "^[A-Za-z0-9_.-]+[[:space:]]*$", true],
  [String.raw`(?:a|b){2,}?\S`, "(a|b){2,}[^[:space:]]", false],
  [String.raw`(?P<year>\d{4})[]x]`, "([0-9]{4})[]x]", false],
  [String.raw`[\d\.]`, "[0-9.]", false],
])("the pattern %s is %s for grep", (pattern, expected, ignoreCase) => {
  expect(extendedPattern(pattern)).toEqual({ text: expected, ignoreCase });
});

test.each([String.raw`\Qa\E`, String.raw`\pL`, "a(?i)b", String.raw`[\pL]`])(
  "%s cannot be expressed as a pattern for grep",
  (pattern) => {
    expect(extendedPattern(pattern)).toBeUndefined();
    const step = `name: Match\naction: Assert\ninputs: ${JSON.stringify({ patternMatches: pattern, value: "a" })}`;
    expect(runDocument(documentOf(step)).outcomes).toEqual([
      `Match: left-out, a pattern that grep cannot express, ${pattern}`,
    ]);
  },
);
