import * as fs from "node:fs";
import * as path from "node:path";
import { readTried, withTable } from "../tried";

test("the README shows the runs that docs/tried.json records", () => {
  const readme = fs.readFileSync(path.resolve(__dirname, "../../../README.md"), "utf8");
  expect(withTable(readme, readTried())).toBe(readme);
});

test("a root file system that stands in for another is marked as such, and so are steps that failed or were left out", () => {
  const marks = "<!-- What `npm run try -- <image> --record` wrote -->\nold\n<!-- tried -->";
  const common = { on: "2026-11-29", root: "amazonlinux:2023", steps: 3, leftOut: "", failed: undefined };
  const table = withTable(`before\n${marks}\nafter`, {
    web: { ...common, system: "Debian 12", standIn: true },
    api: {
      ...common,
      system: "Amazon Linux 2023",
      standIn: false,
      failed: "web test.Bad: exit code 1",
      leftOut: "update-linux",
    },
  });
  expect(table.replaceAll(/ +/g, " ")).toContain(
    "| web | all 3 steps | Debian 12, a stand-in for `amazonlinux:2023` | 2026-11-29 |\n" +
      "| api | failed at web test.Bad: exit code 1; not run: update-linux | Amazon Linux 2023 (`amazonlinux:2023`) | 2026-11-29 |\n",
  );
  expect(table).toMatch(/^before\n<!-- What[^]*<!-- tried -->\nafter$/);
});
