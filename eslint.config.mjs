import tseslint from "typescript-eslint";

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
              message: "The barrel costs 10 s: import @cdktf/provider-aws/lib/<resource>.",
            },
          ],
        },
      ],
    },
  },
  // `new DevStack(app)` is how constructs are used; jest's describe and test take promises.
  { rules: { "no-new": "off" } },
);
