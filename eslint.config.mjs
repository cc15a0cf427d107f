import tseslint from "typescript-eslint";

/** Methods that mutate a list, a map or a set. */
const changing = new Set("add clear copyWithin delete fill pop push reverse set shift sort splice unshift".split(" "));

/** Reports whether a reference assigns a new value to its variable or mutates the value it refers to. */
function changes(reference) {
  const { parent } = reference.identifier;
  if (parent.type !== "MemberExpression" || parent.object !== reference.identifier) {
    return reference.isWrite() && reference.init !== true;
  }
  const { type, left, callee, operator } = parent.parent;
  if (type === "CallExpression") return callee === parent && changing.has(parent.property.name);
  return (type === "AssignmentExpression" && left === parent) || type === "UpdateExpression" || operator === "delete";
}

/** Module-level values must never change: each run keeps its state in an object that it creates. */
const noModuleState = {
  meta: {
    type: "problem",
    schema: [],
    messages: { state: "{{name}} outlives a run: keep it in an object of the run" },
  },
  create: (context) => ({
    Program(program) {
      const module = context.sourceCode.getScope(program).childScopes.find(({ type }) => type === "module");
      for (const reference of module?.variables.flatMap(({ references }) => references) ?? []) {
        const { identifier: node } = reference;
        if (changes(reference)) context.report({ node, messageId: "state", data: { name: node.name } });
      }
    },
    "PropertyDefinition[static=true][readonly!=true]"(node) {
      context.report({ node, messageId: "state", data: { name: node.key.name } });
    },
  }),
};

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      "cdktf.out/",
      "export.out/",
      "coverage/",
      "**/*.js",
      "**/*.mjs",
      "**/*.cjs",
      "packages/testing/fixtures/app/",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-extraneous-class": "off",
    },
  },
  {
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@cdktf/provider-aws",
              message: "The barrel import costs 10 s: import @cdktf/provider-aws/lib/<resource>.",
            },
          ],
        },
      ],
    },
  },
  // One code style, except in the files that belong to adopters.
  {
    ignores: ["main.ts", "stacks/*.ts", "images/**"],
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/explicit-member-accessibility": "error",
      "@typescript-eslint/naming-convention": [
        "error",
        { selector: "variable", modifiers: ["const", "global"], format: ["camelCase", "StrictPascalCase"] },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportDeclaration[source.value=/^node:(fs|os|path)$/] > ImportSpecifier",
          message: 'Write import * as, as in import * as fs from "node:fs".',
        },
      ],
    },
  },
  // A construct is created for its side effect, without using the result, as in `new DevStack(app)`.
  { rules: { "no-new": "off" } },
  {
    ignores: ["**/__tests__/**", "packages/testing/**"],
    plugins: { pipelines: { rules: { "no-module-state": noModuleState } } },
    rules: { "pipelines/no-module-state": "error" },
  },
);
