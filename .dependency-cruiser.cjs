/**
 * Imports point one way. In the app: main → stacks → constructs → images. A package may import those listed before it,
 * and nothing from the app. Type imports count; imports in tests do not.
 */
const packages = [
  "facts",
  "findings",
  "image-checks",
  "image-definition",
  "version-lock",
  "permissions",
  "plan-review",
  "terraform",
  "operations",
  "graph",
  "export",
  "recover",
  "import",
  "local-aws",
  "try",
  "rehearsal",
  "testing",
  "bench",
  "successor",
  "mutation",
];
const app = ["images", "constructs", "stacks", "main"];
const tests = "(^|/)__tests__/|^packages/testing/";

const upward = (name, from, ...to) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: tests },
  to: { path: to },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    upward("packages-do-not-import-the-app", "^packages/", `^(${app.join("|")}|__tests__)(/|\\.ts$)`),
    ...[packages.map((name) => `packages/${name}/`), app.map((name) => `${name}(/|\\.ts$)`)].flatMap((order) =>
      order
        .slice(0, -1)
        .map((from, index) =>
          upward(`above-${from}`, `^${from}`, ...order.slice(index + 1).map((above) => `^${above}`)),
        ),
    ),
    {
      name: "a-listed-package",
      comment: "Add a new package to the list above.",
      severity: "error",
      from: {},
      to: { path: "^packages/", pathNot: `^packages/(${packages.join("|")})/` },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^packages/testing/fixtures/app/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default"] },
  },
};
