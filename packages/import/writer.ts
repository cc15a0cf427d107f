import * as fs from "node:fs";
import * as path from "node:path";
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { type Finding, warning } from "@pipelines/findings/finding";
import { failure } from "@pipelines/operations/failure";
import type { ImportedImage, Settings } from "./images";

/** What an import writes: files, by path from the project's root. */
export type Files = Readonly<Record<string, string>>;

function formatted(lines: readonly string[]): Promise<string> {
  return format(lines.join("\n"), { parser: "typescript", plugins: [estree, typescript], printWidth: 120 });
}

/** Returns the text of `image.ts`. @param from the name of a file or folder */
function definitionText({ definition }: ImportedImage, from: string): Promise<string> {
  return formatted([
    'import { ImageDefinition } from "@pipelines/image-definition";\n',
    `/** Imported from ${from}. */`,
    `const definition: ImageDefinition = {\n${JSON.stringify(definition).slice(1)};\n`,
    "export default definition;",
  ]);
}

/** Returns the text of an environment's class. */
export function stackText(name: string, images: readonly string[], settings: Settings, from: string): Promise<string> {
  const pascalCase = name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return formatted([
    'import { App } from "cdktf";',
    'import { image } from "@pipelines/image-definition/load-image";',
    'import { Versions } from "@pipelines/version-lock/versions";',
    `import { accounts${settings.region === undefined ? ", region" : ""} } from "./accounts";`,
    'import { EnvironmentStack } from "./environment/environment-stack";\n',
    `/** Imported from ${from}. */`,
    `export class ${pascalCase}Stack extends EnvironmentStack {`,
    "  public constructor(app: App, versions: Versions) {",
    `    super(app, versions, {\nenvironment: ${JSON.stringify(name)},`,
    `account: accounts${/^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`},`,
    ...(settings.region === undefined ? ["region,"] : []),
    `images: [${images.map((image) => `image(${JSON.stringify(image)})`).join(", ")}],`,
    `${JSON.stringify(settings).slice(1)}); } }`,
  ]);
}

/**
 * Returns an image's files; throws a failure if the image exists with different content, which an import does not
 * overwrite unless asked to.
 */
export async function imageFiles(image: ImportedImage, from: string, root: string, replace: boolean): Promise<Files> {
  const folder = `images/${image.name}`;
  const all = Object.entries({ "image.ts": await definitionText(image, from), ...image.files });
  const isSame = all.every(([name, text]) => readIfThere(path.join(root, folder, name)) === text);
  const fix = "choose a different name with --image, or add --replace";
  if (!isSame && !replace && fs.existsSync(path.join(root, folder)))
    throw failure("IB-IMPORT-EXISTS", folder, "an image that already exists", "a new name", fix);
  return Object.fromEntries(all.map(([name, text]) => [`${folder}/${name}`, text]));
}

function readIfThere(file: string): string | undefined {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? fs.readFileSync(file, "utf8") : undefined;
}

/** Patterns that secrets match, in documents and definitions. */
const secretPatterns = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
  /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|xox[abprs]-[\w-]{10,})/,
  /(?:passw(?:or)?d|secret|token|api_?key)\w{0,20}["']?\s{0,3}[:=]\s{0,3}["']?[^\s"'$<{(]{8,}/i,
];

/** Reports lines that contain something that looks like a secret, and the first line with each of the given secrets. */
export function findSecrets(files: Files, secrets: readonly string[]): Finding[] {
  // In a definition, text is quoted and Base64 may hide it; a document has one line for each line of a secret.
  const plain = (text: string): string => text.replaceAll("\\", "");
  const forms = secrets.map((secret) => {
    const lines = secret.split("\n").filter((line) => line.trim().length >= 8);
    return [secret, ...lines, Buffer.from(secret).toString("base64")].filter((form) => form !== "").map(plain);
  });
  return Object.entries(files).flatMap(([file, text]) => {
    const lines = text.split("\n").map(plain);
    const given = new Set(forms.map((all) => lines.findIndex((line) => all.some((form) => line.includes(form)))));
    return lines.flatMap((line, index) => {
      if (!given.has(index) && !secretPatterns.some((pattern) => pattern.test(line))) return [];
      return warning({ file, line: index + 1 }, "IB-IMPORT-SECRET", {
        found: given.has(index) ? "the value of a secret parameter" : "something that looks like a secret",
        allowed: "no secrets: they would end up in git, in the Terraform state and in Image Builder",
        fix: "let the component read it from Secrets Manager during the build, and remove it here",
      });
    });
  });
}
