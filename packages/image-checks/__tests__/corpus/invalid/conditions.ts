import { type Case, one, step } from "./case";

/** Returns a condition in an Assert and in an `if`, both on its own and as the only entry in a list. */
function everywhere(code: string, condition: string): Case[] {
  return [
    one(code, step("Assert", condition)),
    one(code, step("Assert", `[${condition}]`)),
    one(code, step("ExecuteBash", "{commands: [x]}", `        if: ${condition}\n`)),
    one(code, step("ExecuteBash", "{commands: [x]}", `        if:\n          - ${condition}\n`)),
    one(code, step("Assert", `{and: [{fileExists: /x}, ${condition}]}`)),
    one(code, step("Assert", `{not: ${condition}}`)),
    one(code, step("ExecuteBash", "{commands: [x]}", `        if: {or: [{not: [${condition}]}]}\n`)),
  ];
}

const second = ["stringEquals", "stringLessThan", "stringGreaterThanEquals", "patternMatches"];
const hashes = ["fileMD5Equals", "fileSHA1Equals", "fileSHA256Equals", "fileSHA512Equals"];

export const conditions: readonly Case[] = [
  ...everywhere("IB-DOC-CONDITION", "{»stringEqual: a, value: a}"),
  ...everywhere("IB-DOC-CONDITION", "{»StringEquals: a, value: a}"),
  ...everywhere("IB-DOC-CONDITION", "»{value: a}"),
  ...everywhere("IB-DOC-CONDITION", "{fileExists: /x, »folderExists: /y}"),
  ...everywhere("IB-DOC-CONDITION", "{stringEquals: a, value: a, »and: [{fileExists: /x}]}"),
  ...everywhere("IB-DOC-CONDITION", "{and: »[]}"),
  ...everywhere("IB-DOC-TYPE", "{and: »{fileExists: /x}}"),
  ...everywhere("IB-DOC-UNKNOWN-KEY", "{fileExists: /x, »vallue: a}"),
  ...second.flatMap((operator) => everywhere("IB-DOC-OPERAND", `{»${operator}: a}`)),
  ...["numberEquals", "numberLessThanEquals"].flatMap((operator) => everywhere("IB-DOC-OPERAND", `{»${operator}: 1}`)),
  ...hashes.flatMap((operator) => everywhere("IB-DOC-OPERAND", `{»${operator}: '00'}`)),
  ...everywhere("IB-DOC-OPERAND", "{fileSHA256Equals: '00', »value: /x}"),
  ...everywhere("IB-DOC-OPERAND", "{stringEquals: a, »path: /x}"),
  ...everywhere("IB-DOC-VALUE", "{numberEquals: »one, value: 1}"),
  ...everywhere("IB-DOC-VALUE", "{numberEquals: »'1.', value: 1}"),
  ...everywhere("IB-DOC-VALUE", "{numberGreaterThan: »'1e3', value: 1}"),
  ...everywhere("IB-DOC-NUMBER", "{numberEquals: 1, value: »a10}"),
  ...["a(?=b)", "(?!a)b", "(?<=a)b", "(?<!a)b", "(a)\\1", "(?P<n>a)\\k<n>", "(?>a)", "a)", "(a", "[a"].flatMap((pattern) =>
    everywhere("IB-DOC-PATTERN", `{patternMatches: »'${pattern}', value: a}`),
  ),
  // Levels.
  one("IB-DOC-CONDITION-DEPTH", step("Assert", "{and: [{or: [{not: {and: [{»not: {fileExists: /x}}]}}]}]}")),
  one("IB-DOC-CONDITION-DEPTH", step("ExecuteBash", "{commands: [x]}", "        if: {not: {not: {not: {not: {»or: [{fileExists: /x}]}}}}}\n")),
  // Lists.
  one("IB-DOC-CONDITION-LIST", step("Assert", "»[{fileExists: /x}, {fileExists: /y}]")),
  one("IB-DOC-CONDITION-LIST", step("Assert", "{not: »[{fileExists: /x}, {fileExists: /y}]}")),
  one("IB-DOC-CONDITION-LIST", step("ExecuteBash", "{commands: [x]}", "        if: »[{fileExists: /x}, {fileExists: /y, then: Skip}]\n")),
  one("IB-DOC-CONDITION", step("ExecuteBash", "{commands: [x]}", "        if: »[]\n")),
  one("IB-DOC-CONDITION", step("Assert", "»[]")),
  one("IB-DOC-TYPE", step("ExecuteBash", "{commands: [x]}", "        if: [»fileExists]\n")),
  // The `then` and `else` fields.
  one("IB-DOC-VALUE", step("ExecuteBash", "{commands: [x]}", "        if: [{fileExists: /x, then: »Run}]\n")),
  one("IB-DOC-UNKNOWN-KEY", step("Assert", "{fileExists: /x, »then: Skip}")),
  one("IB-DOC-UNKNOWN-KEY", step("ExecuteBash", "{commands: [x]}", "        if: {not: {fileExists: /x, »else: Skip}}\n")),
];
