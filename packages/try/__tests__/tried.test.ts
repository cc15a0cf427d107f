import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { readTried, record, withTable } from "../tried";

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

test("A run is recorded next to those of other images, and replaces the image's own", () => {
  const root = temporaryFolder();
  fs.mkdirSync(path.join(root, "docs"));
  const marks = "<!-- What `npm run try -- <image> --record` wrote -->\n<!-- tried -->\n";
  fs.writeFileSync(path.join(root, "README.md"), marks);
  const now = new Date("2026-11-29T23:59:59Z");
  const step = { component: "web", phase: "build", name: "A", action: "ExecuteBash", seconds: 1, attempts: 1, log: [] };
  const result = {
    ...{ image: "web", engine: "buildah", built: ["web"], cached: [], seconds: 2 },
    root: "public.ecr.aws/ubi9:9.4@sha256:abc",
    system: { id: "rhel", name: "Red Hat 9" },
    steps: [
      { ...step, outcome: "ok" as const },
      { ...step, outcome: "left-out" as const },
    ],
    leftOut: [
      { component: "web", step: "build.A", reason: "no" },
      { component: "update-linux", reason: "no" },
    ],
  };
  record(result, now, root);
  const web = { on: "2026-11-29", root: result.root, system: "Red Hat 9", standIn: false, steps: 1 };
  expect(readTried(root)).toEqual({ web: { ...web, leftOut: "web build.A, update-linux" } });
  record({ ...result, leftOut: [], failure: { where: "web build.A", reason: "no", lines: [] } }, now, root);
  const standIns = [
    ["amazonlinux:2023", "amzn", false],
    ["amazonlinux", "debian", true],
    ["redhat/ubi8", "rhel", false],
    ["debian@sha256:abc", "debian", false],
  ] as const;
  standIns.forEach(([reference, id], index) => {
    record({ ...result, image: `a${index}`, root: reference, system: { id, name: "any" } }, now, root);
  });
  record({ ...result, image: "zoo", system: undefined }, now, root);
  const tried = readTried(root);
  expect(tried["web"]).toEqual({ ...web, failed: "web build.A: no", leftOut: "" });
  expect(Object.keys(tried)).toEqual(["a0", "a1", "a2", "a3", "web", "zoo"]);
  expect(standIns.map((_, index) => tried[`a${index}`]?.standIn)).toEqual(standIns.map(([, , expected]) => expected));
  expect(tried["zoo"]).toMatchObject({ system: "unknown", standIn: false });
  expect(fs.readFileSync(path.join(root, "README.md"), "utf8")).toBe(withTable(marks, tried));
});
