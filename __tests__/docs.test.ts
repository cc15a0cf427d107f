import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
/** What reports findings; rehearsals, tests and reviews have words of their own. */
const SOURCES = [
  ...["constructs", "stacks", "main.ts"],
  ...[
    "export",
    "findings",
    "image-checks",
    "image-definition",
    "operations",
    "permissions",
    "plan-review",
    "recover",
    "version-lock",
  ].map((name) => `packages/${name}`),
];

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

describe("docs/checks.md", () => {
  test("has every code of the source, and no other, each once", () => {
    const sources = SOURCES.flatMap((name) => filesUnder(join(ROOT, name))).filter(
      (file) => file.endsWith(".ts") && !file.includes("__tests__"),
    );
    const used = sources.flatMap((file) => readFileSync(file, "utf8").match(/(?<=")IB-[A-Z0-9-]+(?=")/g) ?? []);
    const documented =
      readFileSync(join(ROOT, "docs/checks.md"), "utf8").match(/(?<=^\| `)IB-[A-Z0-9-]+(?=` *\|)/gm) ?? [];
    expect([...documented].sort()).toEqual([...new Set(used)].sort());
  });
});
