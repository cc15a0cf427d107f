import * as fs from "node:fs";
import * as path from "node:path";
import { error, type Finding, warning } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";
import { writeWhole } from "@pipelines/findings/files";
import type { ImportedImage, Settings } from "./images";

const width = 120;

/** A value as Prettier formats it, at this depth and after this many characters of its line. */
function literal(value: unknown, depth: number, before: number): string {
  if (typeof value === "string") return stringLiteral(value);
  if (!isList(value) && !isRecord(value)) return String(value);
  const [open, close] = isList(value) ? ["[", "]"] : ["{ ", " }"];
  const parts = entriesOf(value, depth);
  if (parts.length === 0) return isList(value) ? "[]" : "{}";
  const line = open + parts.join(", ") + close;
  if (before + line.length + 1 <= width && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth + 1);
  const lines = entriesOf(value, depth + 1).map((each) => `${indent}${each},\n`);
  return `${open.trim()}\n${lines.join("")}${"  ".repeat(depth)}${close.trim()}`;
}

function entriesOf(value: object, depth: number): string[] {
  const isPlain = Object.keys(value).every((key) => /^[A-Za-z_$][\w$]*$/.test(key));
  return Object.entries(value).map(([name, each]) => {
    if (isList(value)) return literal(each, depth, 2 * depth);
    const key = `${isPlain ? name : stringLiteral(name)}:`;
    const text = literal(each, depth, 2 * depth + key.length + 1);
    const isLong = typeof each === "string" && 2 * depth + key.length + text.length + 2 > width;
    return `${key}${isLong ? `\n${"  ".repeat(depth + 1)}` : " "}${text}`;
  });
}

/** In the quotes that need fewer escapes. */
function stringLiteral(text: string): string {
  const json = JSON.stringify(text);
  const count = (mark: string): number => text.split(mark).length - 1;
  if (count('"') <= count("'")) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Fields of an object, each with a comma, on lines of their own. */
export function fieldLines(settings: Settings, depth: number): string[] {
  return entriesOf(settings, depth).map((entry) => `${"  ".repeat(depth)}${entry},`);
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The text of `image.ts`. */
export function definitionText({ definition }: ImportedImage, from: string): string {
  return [
    'import { ImageDefinition } from "@pipelines/image-definition";\n',
    `/** Imported from ${from}. */`,
    "const definition: ImageDefinition = {",
    ...fieldLines(definition, 1),
    "};\n",
    "export default definition;\n",
  ].join("\n");
}

/** The text of an environment's class. */
export function stackText(environment: string, images: readonly string[], settings: Settings, from: string): string {
  const { region, ...others } = settings;
  const list = images.map((name) => `image(${JSON.stringify(name)})`);
  const line = `      images: [${list.join(", ")}],`;
  return [
    'import { App } from "cdktf";',
    'import { image } from "@pipelines/image-definition/load-image";',
    'import { Versions } from "@pipelines/version-lock/versions";',
    `import { accounts${region === undefined ? ", region" : ""} } from "./accounts";`,
    'import { EnvironmentStack } from "./environment/environment-stack";\n',
    `/** Imported from ${from}. */`,
    `export class ${pascalCase(environment)}Stack extends EnvironmentStack {`,
    "  public constructor(app: App, versions: Versions) {",
    "    super(app, versions, {",
    `      environment: ${JSON.stringify(environment)},`,
    `      account: accounts${/^\w+$/.test(environment) ? `.${environment}` : `[${JSON.stringify(environment)}]`},`,
    region === undefined ? "      region," : `      region: ${JSON.stringify(region)},`,
    line.length <= width ? line : `      images: [\n${list.map((each) => `        ${each},\n`).join("")}      ],`,
    ...fieldLines(others, 3),
    "    });",
    "  }",
    "}\n",
  ].join("\n");
}

/** What an import writes: files by their paths from the project's root. */
export type Files = Readonly<Record<string, string>>;

/** Images that exist with another content, which an import does not overwrite unasked. */
export function checkTargets(root: string, files: Files): Finding[] {
  const folders = [...new Set(Object.keys(files).map((file) => path.posix.dirname(file)))];
  return folders.flatMap((folder) => {
    const own = Object.entries(files).filter(([file]) => path.posix.dirname(file) === folder);
    const isSame = own.every(([file, text]) => readIfThere(path.join(root, file)) === text);
    if (isSame || folder === "stacks" || !fs.existsSync(path.join(root, folder))) return [];
    const words = { found: "an image that is there already", allowed: "a new name" };
    const fix = "name another one with --image, or add --replace";
    return [error({ file: folder }, "IB-IMPORT-EXISTS", { ...words, fix })];
  });
}

function readIfThere(file: string): string | undefined {
  return fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file, "utf8") : undefined;
}

/** Writes all files; if one cannot be written, all are as they were before. */
export function writeFiles(root: string, files: Files): void {
  const undo: (() => void)[] = [];
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(root, name);
      const first = fs.mkdirSync(path.dirname(file), { recursive: true });
      if (first !== undefined)
        undo.push(() => {
          fs.rmSync(first, { recursive: true, force: true });
        });
      const before = readIfThere(file);
      writeWhole(file, text);
      undo.push(() => {
        if (before === undefined) fs.rmSync(file, { force: true });
        else fs.writeFileSync(file, before);
      });
    }
  } catch (thrown) {
    for (const step of undo.reverse()) step();
    throw thrown;
  }
}

/** What secrets look like, in the texts of documents and definitions. */
const secretPatterns = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
  /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|xox[abprs]-[\w-]{10,})/,
  /(?:passw(?:or)?d|secret|token|api_?key)\w{0,20}["']?\s{0,3}[:=]\s{0,3}["']?[^\s"'$<{(]{8,}/i,
];

/** Lines that hold what looks like a secret, or the value of a secret parameter. */
export function findSecrets(files: Files, secrets: readonly string[]): Finding[] {
  return Object.entries(files).flatMap(([file, text]) =>
    text.split("\n").flatMap((line, index) => {
      const isGiven = secrets.some((secret) => secret !== "" && line.includes(secret));
      if (!isGiven && !secretPatterns.some((pattern) => pattern.test(line))) return [];
      return warning({ file, line: index + 1 }, "IB-IMPORT-SECRET", {
        found: isGiven ? "the value of a secret parameter" : "what looks like a secret",
        allowed: "no secrets: they would be in git, in the Terraform state and in Image Builder",
        fix: "let the component read it from Secrets Manager while it builds, and remove it here",
      });
    }),
  );
}
