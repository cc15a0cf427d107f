import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { graphOf } from "../chains";
import { mermaid } from "../mermaid";
import { svg } from "../svg";
import { expectFile } from "@pipelines/testing/expected";
import { environment } from "@pipelines/testing/local-environments";
import { projectCopy } from "@pipelines/testing/exporting";
import { writeSmallTree } from "@pipelines/testing/small-tree";

const schedule = { expression: "cron(30 1 ? * sun *)", timezone: "Europe/Berlin" };

const dev = environment("dev", "111122223333", [
  { name: "base", parentImage: "amazonlinux:2023", schedule },
  { name: "runtime", parent: "base", rebuiltWithParent: true, schedule: null },
  { name: "web", parent: "runtime", rebuiltWithParent: true, schedule },
  { name: "cli", parent: "base", schedule: null },
  { name: "off", parentImage: "amazonlinux:2023", enabled: false },
]);

function run(cwd: string, ...args: readonly string[]) {
  const all = ["--require", "./typescript.cjs", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("The graph of an environment", () => {
  it("shows chains and schedules in Mermaid", () => {
    expect(mermaid(graphOf(dev)).split("\n")).toEqual([
      "flowchart LR",
      '  p0(["amazonlinux:2023"])',
      '  i0["<b>base</b><br/>at 01:30 Europe/Berlin every Sunday"]',
      '  i1["<b>runtime</b><br/>after base"]',
      '  i2["<b>web</b><br/>after runtime<br/>at 01:30 Europe/Berlin every Sunday"]',
      '  i3["<b>cli</b><br/>by hand only"]',
      '  i4["<b>off</b><br/>pipeline not enabled"]',
      "  p0 -.-> i0",
      "  i0 --> i1",
      "  i1 --> i2",
      "  i0 -.-> i3",
      "  p0 -.-> i4",
      "",
    ]);
  });

  it("is a picture that someone has looked at", () => {
    expectFile(path.join(__dirname, "dev-chains.svg"), svg(graphOf(dev)));
  });

  it("shows groups and channels, and escapes what is not ours", () => {
    const other = environment("qa", "111122223333", [
      { name: "base", parentImage: '<"a">', schedule: null, stack: "qa-platform" },
      { name: "web", parent: "base", parentChannel: "stable", rebuiltWithParent: true, schedule: null },
    ]);
    const graph = graphOf(other);
    expect(graph.title).toBe("qa, 111122223333 eu-west-1");
    expect(mermaid(graph).split("\n").slice(1, 4)).toEqual([
      '  p0(["#60;#34;a#34;#62;"])',
      '  i0["<b>base</b><br/>in qa-platform<br/>by hand only"]',
      '  i1["<b>web</b><br/>after each promotion of base to stable"]',
    ]);
    expect(svg(graph)).toContain('class="line">&lt;&quot;a&quot;&gt;</text>');
  });

  it("has each image inside the SVG, with children to the right of their parents and without overlaps", () => {
    const stdout = svg(graphOf(dev));
    const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(stdout) ?? [];
    const boxes = [
      ...stdout.matchAll(/<rect x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"[^]*?<text[^>]*>([^<]*)/g),
    ].map(([, x, y, w, h, title = ""]) => ({
      x: Number(x),
      y: Number(y),
      right: Number(x) + Number(w),
      bottom: Number(y) + Number(h),
      title,
    }));
    expect(boxes.map(({ title }) => title)).toEqual(["amazonlinux:2023", "base", "runtime", "web", "cli", "off"]);
    for (const box of boxes) {
      expect(box.right).toBeLessThan(Number(width));
      expect(box.bottom).toBeLessThan(Number(height));
      for (const other of boxes.filter((one) => one !== box)) {
        expect(box.right < other.x || other.right < box.x || box.bottom < other.y || other.bottom < box.y).toBe(true);
      }
    }
    const at = (title: string) => boxes.find((box) => box.title === title)?.x ?? 0;
    expect([at("base"), at("runtime"), at("web")]).toEqual(
      [at("base"), at("runtime"), at("web")].sort((a, b) => a - b),
    );
  });

  it("is written for an environment in main.ts, and refused for any other", () => {
    const copy = projectCopy();
    const { status, stdout } = run(copy, "packages/graph/graph-cli.ts", "dev", "--out", "pictures");
    expect({ status, files: stdout.trim().split("\n") }).toEqual({
      status: 0,
      files: ["pictures/dev-chains.mmd", "pictures/dev-chains.svg"],
    });
    expect(fs.readFileSync(path.join(copy, "pictures/dev-chains.mmd"), "utf8")).toMatch(/^flowchart LR\n/);
    const unwritable = run(copy, "packages/graph/graph-cli.ts", "dev", "--out", "package.json");
    expect({ status: unwritable.status, stderr: unwritable.stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining("package.json IB-FILE-SYSTEM") as unknown,
    });
    const wrong = run(copy, "packages/graph/graph-cli.ts", "dve");
    expect({ status: wrong.status, stderr: wrong.stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('there is no environment "dve"') as unknown,
    });
  });

  it("prints the owners of the images in groups, as lines for CODEOWNERS", () => {
    const copy = projectCopy();
    writeSmallTree(copy, {
      environments: {
        dev: 'images: [image("base")], groups: { web: { images: [image("web")], owners: ["@acme/web", "@bob"] } }',
      },
      images: {
        base: 'repository: "base", parentImage: "amazonlinux:2023"',
        web: 'repository: "web", parentImage: { image: "base" }',
      },
    });
    expect(run(copy, "packages/graph/graph-cli.ts", "dev", "--codeowners")).toMatchObject({
      status: 0,
      stdout: "# npm run -s graph -- dev --codeowners\n/images/web/ @acme/web @bob\n/image-versions.lock\n",
    });
  });
});
