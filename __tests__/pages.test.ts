import * as fs from "node:fs";
import * as path from "node:path";
import { transpileModule } from "typescript";

const root = path.join(__dirname, "..");
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");
const folders = (parent: string): string[] =>
  fs.readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`);

const pages = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...folders("docs").filter((file) => file.endsWith(".md")),
  ...folders("packages").map((folder) => `${folder}/README.md`),
];
const withoutCode = (page: string): string => page.replaceAll(/^ *```[^]*?^ *```/gm, "").replaceAll(/`[^`\n]*`/g, "");

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}
const manifest = JSON.parse(read("package.json")) as Manifest;
const scripts = Object.keys(manifest.scripts ?? {});

/** The anchors of a page's headings, as GitHub generates them. */
function anchorsOf(file: string): string[] {
  const headings = read(file)
    .replaceAll(/^```[^]*?^```/gm, "")
    .match(/^#+ .*$/gm);
  return (headings ?? []).map((heading) =>
    heading
      .replace(/^#+ /, "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("every page", () => {
  test.each(pages)("%s has no broken links", (file) => {
    const broken = [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
      if (/^(?:https?|mailto):/.test(link)) return [];
      const [page = "", anchor] = link.split("#");
      const target = page === "" ? file : path.join(path.dirname(file), page);
      // The samples, which users replace with their own.
      if (/^(?:images|stacks)\//.test(target)) return [];
      if (!fs.existsSync(path.join(root, target))) return [link];
      return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });

  test.each([...pages, "help"])("%s shows only commands that exist", (file) => {
    const printed = [...read(file).matchAll(/\bnpm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(([, name]) => name);
    expect(printed.filter((name) => !scripts.includes(name ?? ""))).toEqual([]);
  });

  test.each(pages)("%s has valid TypeScript", (file) => {
    const invalid = [...read(file).matchAll(/^ *```ts\n([^]*?)^ *```/gm)].filter(
      // An excerpt consists of either statements or object fields.
      ([, text = ""]) => [text, `({ ${text}\n });`].every((code) => syntaxErrors(code) > 0),
    );
    expect(invalid.map(([block]) => block)).toEqual([]);
  });
});

function syntaxErrors(code: string): number {
  return transpileModule(code, { reportDiagnostics: true }).diagnostics?.length ?? 0;
}

test("help lists every script", () => {
  const named = [...read("help").matchAll(/(?:npm (?:run (?:-s )?)?|\| )([a-z][a-z:-]*)/g)].map(([, name]) => name);
  expect(scripts.filter((name) => !named.includes(name))).toEqual([]);
});

test("CONTRIBUTING gives a reason for every dependency", () => {
  const page = read("CONTRIBUTING.md");
  const used = ["", ...folders("packages")].flatMap((folder) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path.join(folder, "package.json"))) as Manifest;
    return Object.keys({ ...dependencies, ...devDependencies });
  });
  const own = /^@(?:pipelines|aws-sdk|types)\//;
  expect([...new Set(used)].filter((name) => !own.test(name) && !page.includes(`\`${name}\``))).toEqual([]);
});

test("the checks that docs/plan-review.md requires exist as jobs", () => {
  const [, names = ""] = /require the status checks? ([^.]*)\./.exec(read("docs/plan-review.md")) ?? [];
  const required = [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  const workflows = fs
    .readdirSync(path.resolve(root, ".github/workflows"))
    .map((name) => read(`.github/workflows/${name}`));
  const reported = workflows.flatMap((text) => [...text.matchAll(/^ {4}name: (.*)$/gm)].map(([, name]) => name));
  expect(required).not.toEqual([]);
  // The review reports this one as a commit status; there is no such job.
  expect(required.filter((name) => name !== "gate" && !reported.includes(name))).toEqual([]);
});
