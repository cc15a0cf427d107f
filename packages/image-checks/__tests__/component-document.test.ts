import { checkComponentDocument } from "../component-document";
import { formatFinding } from "@pipelines/findings/report";
import { build, step } from "./corpus/invalid/case";

function messages(text: string): string[] {
  return checkComponentDocument({ file: "a.yaml", text }).map((finding) => formatFinding(finding));
}

function bash(command: string): string {
  return step("ExecuteBash", `{commands: ['${command}']}`);
}

describe("the findings for a document", () => {
  test.each([
    [
      step("Assert", "{stringEqual: a, value: a}"),
      [
        "error a.yaml:7:18 phases[0].steps[0].inputs.stringEqual IB-DOC-CONDITION",
        '  found:   a condition with "stringEqual" and "value"',
        "  allowed: exactly one of stringIsEmpty, stringIsWhitespace, binaryExists, ",
        "  fix:     write stringEquals",
      ],
    ],
    [
      step("Assert", "{fileSHA256Equals: ab, value: /x}"),
      [
        "error a.yaml:7:40 phases[0].steps[0].inputs.value IB-DOC-OPERAND",
        "  found:   fileSHA256Equals without path",
        "  allowed: fileSHA256Equals with path, the file whose hash is checked",
        "  fix:     write path instead of value",
      ],
    ],
    [
      step("Assert", "{patternMatches: 'a(?=b)', value: a}"),
      [
        "error a.yaml:7:34 phases[0].steps[0].inputs.patternMatches IB-DOC-PATTERN",
        '  found:   the pattern "a(?=b)" has the lookaround (?=',
        "  allowed: an RE2 pattern: no lookaround, no backreferences, all brackets closed",
      ],
    ],
    [
      step("Assert", "{numberEquals: 1, value: a10}"),
      [
        "warning a.yaml:7:42 phases[0].steps[0].inputs.value IB-DOC-NUMBER",
        '  found:   "a10", which is compared as a number',
        "  allowed: an integer, a float, or text such as '1.5'; with anything else, the condition is false",
      ],
    ],
    [
      step("Assert", "{not: {not: {not: {not: {not: {fileExists: /x}}}}}}"),
      [
        "error a.yaml:7:42 phases[0].steps[0].inputs.not.not.not.not.not IB-DOC-CONDITION-DEPTH",
        "  found:   not at level 5",
        "  allowed: and, or and not at most 4 levels deep",
      ],
    ],
    [
      step("Assert", "[{fileExists: /x}, {fileExists: /y}]"),
      [
        "warning a.yaml:7:17 phases[0].steps[0].inputs IB-DOC-CONDITION-LIST",
        "  found:   2 conditions in one list",
        "  allowed: one condition; AWS does not document what several conditions mean",
        "  fix:     combine them with and or or",
      ],
    ],
    [
      bash("{{ context:regoin }}"),
      [
        "error a.yaml:7:29 phases[0].steps[0].inputs.commands[0] IB-DOC-CONTEXT",
        '  found:   the context variable "regoin"',
        "  allowed: executionId, accountId, region, osPlatform, osName, osVersion, date, dateTime, uuid, hostname, phase or step",
        "  fix:     write {{ context:region }}",
      ],
    ],
    [
      bash("{{ aws:imds:iam/info }}"),
      [
        "error a.yaml:7:29 phases[0].steps[0].inputs.commands[0] IB-DOC-METADATA",
        '  found:   the instance metadata "iam/info", which contains credentials',
        "  allowed: paths outside iam/ and identity-credentials/, which AWSTOE rejects",
      ],
    ],
    [
      build("      - {name: Größe, action: Reboot}\n"),
      [
        "error a.yaml:5:16 phases[0].steps[0].name IB-DOC-STEP-NAME",
        '  found:   the step name "Größe"',
        "  allowed: English letters, digits, hyphens and underscores",
        "  fix:     write Gr-e",
      ],
    ],
    [
      step("S3Download", "[]"),
      [
        "error a.yaml:7:17 phases[0].steps[0].inputs IB-DOC-INPUT",
        "  found:   the action S3Download has no inputs",
        "  allowed: inputs with source and destination",
      ],
    ],
    [
      step("ExecuteDocument", "{document: x}", "        timeoutSeconds: 60\n"),
      [
        "error a.yaml:7:25 phases[0].steps[0].timeoutSeconds IB-DOC-VALUE",
        '  found:   timeoutSeconds is "60"',
        "  allowed: -1 or unset: the steps of the other document have their own timeouts",
      ],
    ],
  ])("show what is wrong with %j", (text, lines) => {
    const [message = "", ...more] = messages(text);
    expect(more).toEqual([]);
    const shown = message.split("\n");
    expect(shown).toHaveLength(lines.length);
    lines.forEach((line, index) => {
      expect(shown[index]).toContain(line);
    });
  });

  test("stop at a hundred, and report how many more there are", () => {
    const text = build("      - {name: One, action: Nothing}\n".repeat(80));
    const findings = checkComponentDocument({ file: "a.yaml", text });
    expect(findings).toHaveLength(101);
    // 80 actions that do not exist, and 79 repeated names.
    expect(findings.at(-1)).toMatchObject({
      severity: "error",
      code: "IB-DOC-MORE",
      line: 55,
      found: "59 more findings from here on, which are not shown",
    });
  });
});

describe("the size of a document", () => {
  const text = (length: number): string => `${build("      - {name: A, action: Reboot}\n")}# ${"x".repeat(length)}\n`;

  test("is at most 16,000 characters if a component contains it, or 64 KiB if it stays in S3", () => {
    expect(checkComponentDocument({ file: "a.yaml", text: text(17_000) })).toMatchObject([
      { severity: "error", code: "IB-DOC-SIZE" },
    ]);
    expect(checkComponentDocument({ file: "a.yaml", text: text(17_000), embedded: false })).toMatchObject([
      { severity: "warning", code: "IB-DOC-SIZE" },
    ]);
    expect(checkComponentDocument({ file: "a.yaml", text: text(70_000), embedded: false })).toMatchObject([
      { severity: "error", code: "IB-DOC-SIZE", found: "a document of 70091 bytes" },
    ]);
  });
});

describe("the platform of a document", () => {
  test("defaults to the platform that its actions run on", () => {
    expect(messages(step("ExecutePowerShell", "{commands: [x]}"))).toEqual([]);
    expect(messages(step("ExecuteBash", "{commands: [x]}"))).toEqual([]);
    const both =
      "      - {name: A, action: SetFileOwner, inputs: [{path: x, owner: y}]}\n      - {name: B, action: InstallMSI, inputs: {path: x}}\n";
    expect(checkComponentDocument({ file: "a.yaml", text: build(both) })).toMatchObject([
      { code: "IB-DOC-PLATFORM", field: "phases[0].steps[1].action" },
    ]);
  });

  test("does not depend on words in comments, descriptions or scripts", () => {
    const script = "cat > a.yaml <<EOF\n              action: ExecutePowerShell\n              EOF";
    const text = `description: 'action: InstallMSI'\n# action: SetRegistry\n${step("ExecuteBash", `\n          commands:\n            - |\n              ${script}`)}`;
    expect(messages(text)).toEqual([]);
  });
});
