import * as fs from "node:fs";
import * as path from "node:path";
import { checkSync } from "recheck";
import * as ts from "typescript";
import schema from "../schemas/component-document.schema.json";
import { checkComponentDocument } from "../component-document";
import { step } from "./corpus/invalid/case";

const root = path.join(__dirname, "../../..");

function filesUnder(target: string): string[] {
  if (!fs.statSync(target).isDirectory()) return [target];
  return fs.readdirSync(target).flatMap((name) => filesUnder(path.join(target, name)));
}

const sources = ["findings", "image-checks", "image-definition"]
  .flatMap((name) => filesUnder(path.join(root, "packages", name)))
  .filter((file) => file.endsWith(".ts") && !/__tests__|schemas|channel-tags/.test(file));

/** Every regular expression literal in the checks: source and flags. */
const literals = sources.flatMap((file) => {
  const found: [source: string, flags: string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push([node.text.slice(1, end), node.text.slice(end + 1)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  return found;
});

/** Every pattern in the schema; the compiled validator runs them. */
const patterns = [...JSON.stringify(schema).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
  ([, pattern = '""']): [string, string] => [String(JSON.parse(pattern)), "u"],
);

/** Counts steps instead of milliseconds: a busy machine must not make a pattern look slow. */
const steps = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null } as const;

const all = [...new Map([...literals, ...patterns].map((each) => [each.join("/"), each])).values()];

describe("the regular expressions in the checks", () => {
  test("are found", () => {
    expect(literals.length).toBeGreaterThan(60);
    expect(patterns.length).toBeGreaterThan(30);
    // A pattern assembled at run time would not be found.
    expect(sources.filter((file) => fs.readFileSync(file, "utf8").includes("new RegExp("))).toEqual([]);
  });

  // recheck builds the pattern's automaton, or counts the steps that its own matcher takes on increasingly difficult
  // inputs.
  test.each(all)("take a number of steps proportional to their input: /%s/%s", (source, flags) => {
    expect(checkSync(source, flags, steps)).toMatchObject({ status: "safe" });
  });

  test("handle unclosed braces and spaces like any other text", () => {
    const text = step("ExecuteBash", `{commands: ["{{${" ".repeat(14_000)}"]}`);
    expect(checkComponentDocument({ file: "a.yaml", text })).toEqual([]);
  });
});
