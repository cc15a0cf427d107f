import * as fs from "node:fs";
import * as path from "node:path";
import type { ImageDefinition } from "@pipelines/image-definition";
import type { Image } from "@pipelines/image-definition/image";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { Engine } from "../engine";
import { type Request, tryImage, type TryResult } from "../try-image";
import { missingForBuilds, useRoot } from "./local-root";
import { bash, phasesOf } from "./run-document";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const missing = missingForBuilds();
if (missing !== undefined) console.warn(`SKIPPED: no image is built, because ${missing}`);
// Building an image takes a long time on a busy machine.
jest.setTimeout(600_000);

/** A `describe` for tests that build images, on a small root in separate storage; skipped where that is impossible. */
export function whenBuilding(name: string, tests: () => void): void {
  (missing === undefined ? describe : describe.skip)(name, () => {
    beforeAll(() => {
      useRoot(tinyRoot);
    });
    tests();
  });
}

export const tinyRoot = "localhost/tiny-root";
export const dockerfile =
  "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";

/** Writes an image's files, as a user would. */
export function define(
  name: string,
  files: Readonly<Record<string, string>>,
  definition: Partial<ImageDefinition> = {},
): void {
  const folder = temporaryFolder();
  folders.set(name, folder);
  const all = { Dockerfile: dockerfile, ...files };
  for (const [file, text] of Object.entries(all)) fs.writeFileSync(path.join(folder, file), text);
  const components = Object.keys(files).filter((file) => file.endsWith(".yaml"));
  definitions.set(name, {
    parentImage: `docker.io/${tinyRoot}`,
    components: components.map((document) => ({ document })),
    ...definition,
  });
}

const folders = new Map<string, string>();

/** Returns the folder that contains an image's files. */
export function folderOf(name: string): string {
  return folders.get(name) ?? "";
}

const definitions = new Map<string, ImageDefinition>();

export function load(name: string): Image {
  const definition = definitions.get(name) ?? { components: [] };
  const image = resolveImage({ name, folder: folderOf(name), definition });
  // Findings that are due only to the fixtures' location do not count as mistakes.
  return { ...image, findings: [], parentImage: image.parentImage?.replace("docker.io/", "") };
}

export async function attempt(
  name: string,
  request: Partial<Request> = {},
): Promise<TryResult & { readonly log: string }> {
  const lines: string[] = [];
  const result = await tryImage({ image: name, load, patience: 200, ...request }, new Engine("buildah"), (line) =>
    lines.push(line),
  );
  return { ...result, log: lines.join("\n") };
}

/**
 * A stand-in with awstoe's documented command line. Commands can detect that they run under it, so tests can make their
 * results differ.
 */
export const awstoe = path.join(__dirname, "awstoe-stand-in");

/** Returns a document whose build and test run these commands. */
export function documentsOf(build: string, test: string): Readonly<Record<string, string>> {
  return {
    "web.yaml": phasesOf(
      { build: [bash("Make", build)], test: [bash("Look", test)] },
      "parameters:\n  - Who:\n      type: string\n      default: nobody\n",
    ),
  };
}
