import { createHash } from "node:crypto";
import { invalidParameter } from "./errors";
import { type JsonObject, number, object, objects, parseObject, text } from "../json";

export function sha256(content: string | Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

export const IMAGE_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

/** What a manifest names: the configuration and the layers of an image, or the manifests of an index. */
export interface ManifestContent {
  readonly mediaType: string;
  readonly layers: readonly { readonly digest: string; readonly size: number }[];
  readonly manifests: readonly string[];
  /** Digest of the image that a signature or the like is about. */
  readonly subject?: string | undefined;
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
    mediaType: text(json, "mediaType") ?? IMAGE_MANIFEST,
    layers: layers.map((layer) => ({ digest: text(layer, "digest") ?? "", size: number(layer, "size") ?? 0 })),
    manifests: objects(json, "manifests").map((each) => text(each, "digest") ?? ""),
    subject: text(object(json, "subject") ?? {}, "digest"),
  };
}
