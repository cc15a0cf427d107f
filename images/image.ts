import * as fs from "node:fs";
import * as path from "node:path";
import { error, Finding, Words } from "../checks/finding";
import { checkDefinition } from "./check-definition";
import { checkImage } from "./check-image";
import { BuildInstance, ComponentUse, ImageDefinition, Platform, Schedule } from "./image-definition";

/** Text of a file of the image's folder, or the place in S3 that AWS will read it from. */
export type Source = { readonly file: string; readonly text: string } | { readonly uri: string };

/** A component with its text at hand. */
export type Component =
  | (Extract<ComponentUse, { document: string }> & {
      readonly kind: "own";
      readonly name: string;
      readonly source: Source;
    })
  | (Extract<ComponentUse, { managed: string }> & { readonly kind: "managed"; readonly version: string })
  | (Extract<ComponentUse, { arn: string }> & { readonly kind: "foreign" });

/** An image definition with every default filled in, every file read, and all that is wrong with it. */
export interface Image {
  readonly name: string;
  /** The definition's file, as findings name it. */
  readonly file: string;
  readonly description: string | undefined;
  readonly parentImage: string;
  readonly platform: Platform;
  readonly dockerfile: Source;
  readonly components: readonly Component[];
  readonly repository: string;
  readonly imageTagMutability: "MUTABLE" | "IMMUTABLE";
  readonly containerTags: readonly string[];
  /** `undefined`: the environment's; `null`: only by hand. */
  readonly schedule: Schedule | null | undefined;
  readonly enabled: boolean;
  readonly workingDirectory: string;
  readonly tests: { readonly enabled: boolean; readonly timeoutMinutes: number };
  readonly buildInstance: BuildInstance | undefined;
  /** `major.minor` of the recipe that the definition asks for, if it does. */
  readonly version: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** Fields that the environment says otherwise: what is wrong with them is wrong there. */
  readonly overridden: readonly string[];
  readonly findings: readonly Finding[];
}

/** What an environment may say otherwise than the image's own definition. Tags are added, all else is replaced. */
export type ImageOverrides = Partial<Omit<ImageDefinition, "components" | "dockerfile" | "platform">>;

const root = path.dirname(__dirname);

/**
 * The image that `images/<name>/` defines, for an environment's list of images.
 *
 * Nothing is thrown for a user's mistake: it stands in `findings`.
 */
export function image(name: string, overrides: ImageOverrides = {}): Image {
  const folder = path.join("images", name);
  const file = `images/${name}/image.ts`;
  let definition: ImageDefinition = { components: [] };
  const findings: Finding[] = [];
  if (!fs.existsSync(path.join(root, file))) {
    findings.push({
      severity: "error",
      code: "IB-IMAGE-MISSING",
      file,
      found: `there is no image "${name}"`,
      allowed: `a folder of images/ with an image.ts in it: ${imageNames().join(", ")}`,
      fix: `write ${file}, or take "${name}" out of the environment's images`,
    });
  } else {
    try {
      // A definition is code; its name is only known here. It is found by Node, whatever runs TypeScript.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const module = require(path.join(root, folder, "image")) as { default?: ImageDefinition };
      if (module.default === undefined) throw new Error("it has no default export");
      definition = module.default;
    } catch (error) {
      findings.push({
        severity: "error",
        code: "IB-IMAGE-LOAD",
        file,
        found: `it cannot be loaded: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
        allowed: "a module whose default export is an ImageDefinition (images/image-definition.ts)",
      });
    }
  }
  return resolveImage({ name, folder, definition, overrides, findings: findings.length > 0 ? findings : undefined });
}

/** Names of all images that have a folder. */
export function imageNames(): string[] {
  return fs
    .readdirSync(path.join(root, "images"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(root, "images", entry.name, "image.ts")))
    .map((entry) => entry.name)
    .sort();
}

/** Fills in the defaults of a definition and reads its files, from `folder` relative to the project's root. */
export function resolveImage(options: {
  readonly name: string;
  readonly folder: string;
  readonly definition: ImageDefinition;
  readonly overrides?: ImageOverrides;
  /** Why the definition could not be read, if so. */
  readonly findings?: readonly Finding[];
}): Image {
  const { name, folder, overrides = {} } = options;
  const file = `${folder.split(path.sep).join("/")}/image.ts`;
  const shape = checkDefinition({ ...options.definition, ...overrides }, file);
  const findings = [...(options.findings ?? shape)];
  // What is not of the right shape would only crash below; the image is not built then anyway.
  const definition: ImageDefinition =
    shape.length > 0
      ? { components: [] }
      : { ...options.definition, ...overrides, tags: { ...options.definition.tags, ...overrides.tags } };
  // Of a definition that could not be read there is nothing more to say, nor of files that it may not name.
  const unread = shape.length > 0 || options.findings !== undefined;
  const unreadable = new Set<string>();
  const read = (source: string, field: string): Source => {
    if (source.startsWith("s3://")) return { uri: source };
    const location = path.posix.join(path.posix.dirname(file), source);
    if (unread) return { file: location, text: "" };
    const text = readText(folder, source);
    if (typeof text === "string") return { file: location, text };
    findings.push(error({ file, field }, "IB-FILE-READ", text));
    unreadable.add(location);
    return { file: location, text: "" };
  };

  const image = {
    name,
    file,
    description: definition.description,
    parentImage: definition.parentImage ?? "amazonlinux:latest",
    platform: definition.platform ?? "Linux",
    dockerfile: read(definition.dockerfile ?? "Dockerfile", "dockerfile"),
    components: definition.components.map((use, index): Component => {
      if ("document" in use) {
        const source = read(use.document, `components[${index}].document`);
        return { ...use, kind: "own", name: use.name ?? path.parse(use.document).name, source };
      }
      if ("managed" in use) return { ...use, kind: "managed", version: use.version ?? "x.x.x" };
      return { ...use, kind: "foreign" };
    }),
    repository: definition.repository ?? name,
    imageTagMutability: definition.imageTagMutability ?? "MUTABLE",
    containerTags: definition.containerTags ?? ["latest"],
    schedule: definition.schedule,
    enabled: definition.enabled ?? true,
    workingDirectory: definition.workingDirectory ?? "/tmp",
    tests: { enabled: definition.tests?.enabled ?? true, timeoutMinutes: definition.tests?.timeoutMinutes ?? 60 },
    buildInstance: definition.buildInstance,
    version: definition.version,
    tags: definition.tags ?? {},
    overridden: Object.keys(overrides),
  };
  if (unread) return { ...image, findings };
  // What a file holds is nothing to talk about where it could not be read.
  const wasRead = (finding: Finding): boolean => !unreadable.has(finding.file);
  return { ...image, findings: [...findings, ...checkImage(image).filter(wasRead)] };
}

/** A file's text, or why it cannot be had. */
function readText(folder: string, name: string): string | Words {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(path.resolve(root, folder, name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code;
    return {
      found: `"${name}" cannot be read: ${why}`,
      allowed: `a file in ${folder.split(path.sep).join("/")}/, or s3://bucket/key`,
    };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { found: `"${name}" is not text in UTF-8`, allowed: "UTF-8, with or without a byte order mark" };
  }
}
