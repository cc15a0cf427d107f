import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { invalidParameter } from "./errors";
import { type JsonObject, number, object, objects, parseObject, text } from "../json";

export function sha256(content: string | Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

export const imageManifest = "application/vnd.docker.distribution.manifest.v2+json";

/** What a manifest refers to: an image's configuration and layers, or an index's manifests. */
export interface ManifestContent {
  readonly mediaType: string;
  readonly layers: readonly { readonly digest: string; readonly size: number }[];
  readonly manifests: readonly string[];
  /** For an image, the type of its configuration: https://github.com/opencontainers/image-spec/blob/main/manifest.md */
  readonly artifactType?: string | undefined;
  /** Digest of the image that a signature or the like refers to. */
  readonly subject?: string | undefined;
}

/** Creates a manifest as `docker push` writes it, with the configuration and layers that it refers to. */
export interface ImageContent {
  readonly manifest: string;
  readonly blobs: ReadonlyMap<string, Buffer>;
}

/** Reads the image that `buildah push … dir:<folder>` wrote. */
export function imageIn(folder: string): ImageContent {
  const manifest = fs.readFileSync(path.join(folder, "manifest.json"), "utf8");
  const read = (digest: string) => fs.readFileSync(path.join(folder, digest.replace("sha256:", "")));
  return { manifest, blobs: new Map(contentOf(manifest).layers.map(({ digest }) => [digest, read(digest)])) };
}

/** https://github.com/opencontainers/image-spec/blob/main/manifest.md */
export function contentOf(manifest: string): ManifestContent {
  let json: JsonObject;
  try {
    json = parseObject(Buffer.from(manifest));
  } catch {
    throw invalidParameter("ImageManifest", "Invalid JSON syntax");
  }
  const config = object(json, "config");
  const layers = [...(config === undefined ? [] : [config]), ...objects(json, "layers")];
  return {
    mediaType: text(json, "mediaType") ?? imageManifest,
    layers: layers.map((layer) => ({ digest: text(layer, "digest") ?? "", size: number(layer, "size") ?? 0 })),
    manifests: objects(json, "manifests").map((each) => text(each, "digest") ?? ""),
    artifactType: text(json, "artifactType") ?? text(config ?? {}, "mediaType"),
    subject: text(object(json, "subject") ?? {}, "digest"),
  };
}
