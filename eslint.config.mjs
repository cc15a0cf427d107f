import tseslint from "typescript-eslint";

/** Imports point one way: images ← constructs ← stacks ← main.ts, and tools/ is imported by none of them (see README, "Project layout"). */
const mayNotImport = (folder, ...others) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${[...others, "main"].join("|")})(/|$)`,
            message: `${folder}/ may not import this: see the picture in the README.`,
          },
          {
            regex: "^@cdktf/provider-aws$",
            message: "The barrel costs 10 s: import @cdktf/provider-aws/lib/<resource>.",
          },
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ["node_modules/", "cdktf.out/", "export.out/", "coverage/", "**/*.js", "**/*.mjs", "**/*.cjs"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-extraneous-class": "off",
    },
  },
  mayNotImport("checks", "images", "versions", "permissions", "constructs", "stacks", "synth", "tools"),
  mayNotImport("schemas", "images", "versions", "permissions", "constructs", "stacks", "synth", "tools"),
  mayNotImport("versions", "images", "permissions", "constructs", "stacks", "synth", "tools"),
  mayNotImport("permissions", "images", "versions", "constructs", "stacks", "synth", "tools"),
  mayNotImport("images", "versions", "permissions", "constructs", "stacks", "synth", "tools"),
  mayNotImport("constructs", "stacks", "synth", "tools"),
  mayNotImport("stacks", "synth", "tools"),
  mayNotImport("synth", "tools"),
  // They read what the app wrote, and nothing of how it came to be.
  mayNotImport("tools/bootstrap", "images", "constructs", "stacks", "synth"),
  mayNotImport("tools/export", "images", "constructs", "stacks", "synth"),
  // They ask the app in a process of its own what is defined, and read of it how tags are named.
  mayNotImport("tools/operations", "constructs", "stacks", "versions"),
  mayNotImport("tools/review", "images", "constructs", "stacks", "synth"),
  // `new DevStack(app)` is how constructs are used; jest's describe and test take promises.
  { rules: { "no-new": "off" } },
);
