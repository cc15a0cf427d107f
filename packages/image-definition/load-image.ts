import { nearest } from "@pipelines/findings/nearest";
import { quote } from "@pipelines/findings/text";
import { callersIn, findingOfThrown, mergeConflict } from "@pipelines/findings/thrown";
import * as fs from "node:fs";
import * as path from "node:path";
import { isRecord } from "@pipelines/findings/values";
import { error, type Finding, type Words } from "@pipelines/findings/finding";
import { readShape, withoutUndefined } from "@pipelines/findings/shape";
import { checkImage } from "./check-image";
import type { Component, Image, Source, Workflow } from "./image";
import {
  type ImageDefinition,
  imageDefinition,
  type ImageOverrides,
  imageOverrides,
  type ResolvedDefinition,
} from "./image-definition";

const root = path.resolve(__dirname, "../..");

/**
 * Returns the image that `images/<name>/` defines, for an environment's list of images.
 *
 * Never throws for a user's mistake; it is reported in `findings`.
 */
export function image(name: string, overrides: ImageOverrides = {}): Image {
  if (!isFolderName(name)) {
    const folder = "images/unnamed";
    const wrong = error(callersIn(root)[0] ?? { file: folder }, "IB-IMAGE-MISSING", {
      found: `image(${typeof name === "string" ? quote(name) : String(name)})`,
      allowed: `the name of a folder in images/: ${imageNames().join(", ")}`,
    });
    return resolveImage({ name: "unnamed", folder, definition: { components: [] }, findings: [wrong] });
  }
  const folder = `images/${name}`;
  const { module, ...loaded } = loadDefinition(name, `${folder}/image.ts`);
  const resolve = (): Image => resolveImage({ name, folder, overrides, ...loaded });
  if (module === undefined || !isRecord(overrides) || Object.keys(overrides).length > 0) return resolve();
  // A link to an image's folder is another image, but Node loads the same module for both.
  if (module[shared]?.name !== name) module[shared] = resolve();
  return module[shared];
}

/** Users supply the name, so it may be a value of any type. */
function isFolderName(name: unknown): name is string {
  return typeof name === "string" && name !== "" && !/[/\\]|^\.+$/.test(name);
}

/** Names of all images with a folder. */
export function imageNames(): string[] {
  return fs
    .readdirSync(path.join(root, "images"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(root, "images", entry.name, "image.ts")))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Where a loaded module caches its image, so that environments without overrides read and check its files only once.
 */
const shared = Symbol("image");

interface DefinitionModule {
  readonly default?: ImageDefinition;
  [shared]?: Image;
}

interface Loaded {
  readonly definition: ImageDefinition;
  readonly module?: DefinitionModule;
  /** Why the definition could not be loaded, if loading failed. */
  readonly findings?: readonly Finding[];
}

function loadDefinition(name: string, file: string): Loaded {
  if (!fs.existsSync(path.join(root, file))) {
    const [near, other] = [nearest(name, imageNames()), nearestIn(path.join(root, file))];
    const otherwise =
      near === undefined
        ? `write ${file}, or take "${name}" out of the environment's images`
        : `write image("${near}")`;
    const missing = error({ file }, "IB-IMAGE-MISSING", {
      found: `there is no image "${name}"`,
      allowed: `a folder in images/ that contains an image.ts: ${imageNames().join(", ")}`,
      fix: other === undefined ? otherwise : `rename ${path.posix.dirname(file)}/${other} to image.ts`,
    });
    return { definition: { components: [] }, findings: [missing] };
  }
  let module: DefinitionModule;
  try {
    // A definition is code, and its file is known only here. Node resolves it, so it works with any TypeScript loader.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    module = require(path.join(root, path.dirname(file), "image")) as DefinitionModule;
  } catch (thrown) {
    return { definition: { components: [] }, findings: [findingOfThrown(thrown, root, file)] };
  }
  if (module.default !== undefined) return { definition: module.default, module };
  const unusable = error({ file }, "IB-IMAGE-LOAD", {
    found: "it has no default export",
    allowed: "a module whose default export is an ImageDefinition (packages/image-definition/image-definition.ts)",
    fix: "end the file with `export default` and the name of the definition",
  });
  return { definition: { components: [] }, findings: [unusable] };
}

/** Fills in a definition's defaults and reads its files from `folder`, which is relative to the project's root. */
export function resolveImage(
  options: Loaded & { readonly name: string; readonly folder: string; readonly overrides?: ImageOverrides },
): Image {
  const { name, folder, overrides = {} } = options;
  const file = `${folder.split(path.sep).join("/")}/image.ts`;
  const { definition, findings: shape } = withOverrides(options.definition, overrides, file);
  // There are no further findings about a definition that could not be loaded, or about files with a forbidden name.
  const wrong = options.findings ?? shape;
  const files = new ImageFiles(folder, file, wrong.length > 0);
  const { repository = name, parentImage, platform, workingDirectory } = definition;
  const image = {
    ...definition,
    workingDirectory: workingDirectory ?? (platform === "Windows" ? "C:/" : "/tmp"),
    ...(platform === "Windows" && workingDirectory === undefined ? { hasDefaultDirectory: true as const } : {}),
    ...(typeof parentImage === "string" ? { parentImage } : { parentImage: undefined, parent: parentImage }),
    name,
    file,
    dockerfile: files.read(definition.dockerfile, "dockerfile"),
    components: definition.components.map((use, index): Component => {
      if ("document" in use) return { ...use, ...files.part(use, `components[${index}]`) };
      return "managed" in use ? { ...use, kind: "managed" } : { ...use, kind: "foreign" };
    }),
    workflows: definition.workflows.map((use, index): Workflow => {
      if ("document" in use) return { ...use, ...files.part(use, `workflows[${index}]`) };
      return "managed" in use ? { ...use, kind: "managed" } : { ...use, kind: "foreign" };
    }),
    repository: isRecord(repository) ? repository.existing : repository,
    repositoryExists: isRecord(repository),
    // Includes findings about overrides, which point at the override.
    unusable: wrong.length > 0,
    overridden: isRecord(overrides) ? Object.keys(withoutUndefined(overrides)) : ["overrides"],
  };
  if (wrong.length > 0) return { ...image, findings: wrong };
  return { ...image, findings: [...files.findings, ...checkImage(image).filter((each) => files.wasRead(each.file))] };
}

/** Returns a definition with an environment's overrides applied, and findings about the shape of both. */
function withOverrides(definition: unknown, overrides: unknown, file: string) {
  const own = readShape(imageDefinition, definition, file, { components: [] });
  const other = readShape(imageOverrides, overrides, file, {});
  const merged: ResolvedDefinition = { ...own.value, ...other.value, tags: { ...own.value.tags, ...other.value.tags } };
  const inOverrides = other.findings.map((finding) => ({ field: "overrides", ...finding }));
  return { definition: merged, findings: [...own.findings, ...inOverrides] };
}

/** Returns the files that a definition refers to. */
class ImageFiles {
  public readonly findings: Finding[] = [];
  private readonly unreadable = new Set<string>();

  /** @param unread whether to skip reading them */
  public constructor(
    private readonly folder: string,
    private readonly file: string,
    private readonly unread: boolean,
  ) {}

  public read(source: string, field: string): Source {
    if (source.startsWith("s3://")) return { uri: source };
    const location = path.posix.join(path.posix.dirname(this.file), source);
    if (this.unread) return { file: location, text: "" };
    const text = readText(this.folder, source);
    const wrong =
      typeof text === "string" ? conflictIn(text, location) : error({ file: this.file, field }, "IB-FILE-READ", text);
    if (typeof text === "string" && wrong === undefined) return { file: location, text };
    if (wrong !== undefined) this.findings.push(wrong);
    this.unreadable.add(location);
    return { file: location, text: "" };
  }

  /** One of the image's own components or workflows. Its default name is the file's name. */
  public part(
    // On every machine, both / and \ end a folder's name.
    {
      document,
      name = path.win32.parse(document).name,
    }: { readonly document: string; readonly name?: string | undefined },
    field: string,
  ) {
    return { kind: "own" as const, name, source: this.read(document, `${field}.document`) };
  }

  /** If a file could not be read, there are no findings about its content. */
  public wasRead(file: string): boolean {
    return !this.unreadable.has(file);
  }
}

function conflictIn(text: string, file: string): Finding | undefined {
  const index = text.split("\n").findIndex((line) => line.startsWith("<<<<<<< "));
  return index < 0 ? undefined : error({ file, line: index + 1 }, "IB-MERGE-CONFLICT", mergeConflict);
}

function isInProject(file: string): boolean {
  return !path.relative(root, file).startsWith("..");
}

/** Returns a file in the same folder with a similar name, such as `install.yml` for `install.yaml`. */
function nearestIn(file: string): string | undefined {
  const folder = path.dirname(file);
  return fs.existsSync(folder) ? nearest(path.basename(file), fs.readdirSync(folder)) : undefined;
}

/** Returns a file's text, or a finding that says why it is not available. */
function readText(folder: string, name: string): string | Words {
  if (path.isAbsolute(name) || path.win32.isAbsolute(name)) {
    const allowed =
      "a path from the image's folder, such as install.yaml or ../base/install.yaml: the same on every machine";
    return { found: `the absolute path ${quote(name)}`, allowed };
  }
  if (name.includes("\\")) {
    const found = `the path ${quote(name)}, in which \\ separates folders only on Windows`;
    return { found, allowed: "/ between folders, as on every machine", fix: `write "${name.replaceAll("\\", "/")}"` };
  }
  const file = path.resolve(root, folder, name);
  if (isInProject(path.resolve(root, folder)) && !isInProject(file)) {
    const allowed = "a file in this repository, so that everyone who builds the image has it";
    return { found: `${quote(name)}, which is outside the repository`, allowed };
  }
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const near = code === "ENOENT" ? nearestIn(file) : undefined;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : String(code);
    return {
      found: `"${name}" cannot be read: ${why}`,
      allowed: `a file in ${folder.split(path.sep).join("/")}/, or s3://bucket/key`,
      fix: near && `write "${path.posix.join(path.posix.dirname(name), near)}"`,
    };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { found: `"${name}" is not UTF-8 text`, allowed: "UTF-8, with or without a byte order mark" };
  }
}
