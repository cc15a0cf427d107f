import { modelOf } from "@pipelines/image-checks/component-document/model";
import { readYaml } from "@pipelines/image-checks/component-document/read-yaml";
import { isList, isRecord } from "@pipelines/findings/values";
import type { Image } from "./image";

/**
 * Returns the S3 objects that a build of an image reads, each `s3://bucket/key` once: its Dockerfile, its documents,
 * and whatever `S3Download` steps fetch (these keys may end in `*`). Only literal sources are included: one that refers
 * to a parameter or another step is known only during the build.
 */
export function s3Sources({ dockerfile, components }: Pick<Image, "dockerfile" | "components">): string[] {
  const found = components.flatMap((component) => {
    if (component.kind !== "own") return [];
    return "uri" in component.source ? component.source.uri : downloads(component.source.text);
  });
  return [...new Set([...("uri" in dockerfile ? [dockerfile.uri] : []), ...found])].sort();
}

function downloads(text: string): string[] {
  // Most documents have no such step and do not need to be parsed again.
  if (!text.includes("S3Download")) return [];
  const { phases } = modelOf(readYaml("", text).located?.value);
  return phases
    .flatMap(({ steps }) => steps)
    .filter(({ action }) => action === "S3Download")
    .flatMap(({ fields: { inputs } }) => (isList(inputs) ? inputs : []))
    .flatMap((input) => (isRecord(input) && typeof input.source === "string" ? input.source : []))
    .filter((source) => /^s3:\/\/[^/{}]+\/[^{}]+$/.test(source));
}
