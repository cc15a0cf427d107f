import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const SOURCES = [
  "checks",
  "permissions",
  "constructs",
  "tools/export",
  "tools/operations",
  "tools/recover",
  "images",
  "stacks",
  "synth",
  "versions",
  "main.ts",
];

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

describe("docs/checks.md", () => {
  test("has every code of the source, and no other, each once", () => {
    const sources = SOURCES.flatMap((name) => filesUnder(join(ROOT, name))).filter((file) => file.endsWith(".ts"));
    const used = sources.flatMap((file) => readFileSync(file, "utf8").match(/(?<=")IB-[A-Z0-9-]+(?=")/g) ?? []);
    const documented =
      readFileSync(join(ROOT, "docs/checks.md"), "utf8").match(/(?<=^\| `)IB-[A-Z0-9-]+(?=` *\|)/gm) ?? [];
    expect([...documented].sort()).toEqual([...new Set(used)].sort());
  });
});
