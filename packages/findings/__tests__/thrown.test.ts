import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { findingOfThrown } from "../thrown";

const root = temporaryFolder();
fs.mkdirSync(path.join(root, "stacks"));
fs.writeFileSync(path.join(root, "stacks/qa-stack.ts"), "export class QualityStack {}\n");
fs.writeFileSync(path.join(root, "stacks/notes.md"), "export class Documented {}\n");
fs.writeFileSync(path.join(root, "stacks/test-stack.ts"), "export class QualityStack {}\n");
fs.writeFileSync(
  path.join(root, "main.ts"),
  'import { QaStack } from "./stacks/qa-stack";\n<<<<<<< HEAD\nnew QaStack();\n',
);

/** Returns an error thrown at these positions, innermost first. */
function thrownAt(message: string, ...places: readonly string[]): Error {
  const stack = [`Error: ${message}`, ...places.map((place) => `    at call (${path.join(root, place)}:7)`)];
  return Object.assign(new Error(message), { stack: stack.join("\n") });
}

describe("An exception from the project's code", () => {
  it("becomes a finding at the innermost call in a user's file, and also names the place where it was thrown", () => {
    const thrown = thrownAt("boom", "constructs/place.ts:3", "stacks/qa-stack.ts:12", "main.ts:21");
    expect(findingOfThrown(thrown, root)).toEqual({
      severity: "error",
      code: "IB-CODE",
      file: "stacks/qa-stack.ts",
      line: 12,
      found: "it fails: boom (in constructs/place.ts:3)",
      allowed: "code that runs",
      fix: "`npm run typecheck` may show why",
    });
  });

  it("has its position even if the project's folder has a parenthesis in its name", () => {
    const copy = path.join(root, "pipelines (1) (copy)");
    const places = ["packages/image-definition/load-image.ts:3:1", "images/web/image.ts:4:7"];
    const stack = ["Error: boom", ...places.map((place) => `    at call (${path.join(copy, place)})`)].join("\n");
    expect(findingOfThrown(Object.assign(new Error("boom"), { stack }), copy)).toMatchObject({
      file: "images/web/image.ts",
      line: 4,
      found: "it fails: boom (in packages/image-definition/load-image.ts:3)",
    });
    const unnamed = `Error: boom\n    at ${path.join(copy, "main.ts")}:9:1`;
    expect(findingOfThrown(Object.assign(new Error("boom"), { stack: unnamed }), copy)).toMatchObject({ line: 9 });
  });

  it("is not a finding if no such file was involved, because a bug's stack trace is needed", () => {
    expect(findingOfThrown(thrownAt("boom", "packages/graph/svg.ts:3", "node_modules/x/index.ts:1"), root)).toBe(
      undefined,
    );
    expect(findingOfThrown("boom", root)).toBe(undefined);
  });

  it("names the given file if the exception has no position", () => {
    expect(findingOfThrown("boom", root, "main.ts")).toMatchObject({ file: "main.ts", found: "it fails: boom" });
    expect(findingOfThrown(undefined, root, "main.ts")).toMatchObject({ found: "it fails: undefined" });
    expect(findingOfThrown({ code: 3 }, root, "main.ts")).toMatchObject({ found: "it fails: { code: 3 }" });
  });

  it.each([
    ["QualityStack is not defined", 'add import { QualityStack } from "./stacks/qa-stack";'],
    ["Unknown is not defined", "declare or import Unknown, or correct its name"],
    ["Documented is not defined", "declare or import Documented, or correct its name"],
    [
      "(0 , _qastack.QaStack) is not a constructor",
      "use a name that stacks/qa-stack.ts exports, or rename the export to QaStack",
    ],
    ["Cannot find module './stacks/qa'\nRequire stack:\n- /x", "correct the import"],
  ])("suggests a fix for %j", (message, fix) => {
    const { found = "", fix: said } = findingOfThrown(thrownAt(message, "main.ts:21"), root) ?? {};
    expect(said).toBe(fix);
    expect(found).not.toMatch(/_qastack|Require stack/);
  });

  it("is explained even if its file is gone, and is not if its syntax error has no position", () => {
    const gone = thrownAt("(0 , _qa.Qa) is not a function", "stacks/gone-stack.ts:1");
    expect(findingOfThrown(gone, root)).toMatchObject({ file: "stacks/gone-stack.ts", allowed: "code that runs" });
    const old = new SyntaxError(`Error transforming ${path.join(root, "main.ts")} (3:5)`);
    expect(findingOfThrown(Object.assign(old, { stack: "SyntaxError" }), root)).toBe(undefined);
  });

  it("gets the position from the compiler or V8 if the code does not compile, and has its own code if there is a merge conflict", () => {
    const compiler = new SyntaxError(`Error transforming ${path.join(root, "main.ts")}: Unexpected token (3:5)`);
    expect(findingOfThrown(compiler, root)).toMatchObject({
      file: "main.ts",
      line: 3,
      column: 5,
      found: "it does not compile: Unexpected token",
    });
    const v8 = Object.assign(new SyntaxError("Unexpected identifier"), {
      stack: `${path.join(root, "stacks/qa-stack.ts")}:1\nexport class\n^\nSyntaxError: Unexpected identifier`,
    });
    expect(findingOfThrown(v8, root)).toMatchObject({ file: "stacks/qa-stack.ts", line: 1, code: "IB-CODE" });
    const conflict = new SyntaxError(`Error transforming ${path.join(root, "main.ts")}: Unexpected token (2:1)`);
    expect(findingOfThrown(conflict, root)).toMatchObject({ file: "main.ts", line: 2, code: "IB-MERGE-CONFLICT" });
  });
});
