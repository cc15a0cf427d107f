import { modelOf } from "@pipelines/image-checks/component-document/model";
import { readYaml } from "@pipelines/image-checks/component-document/read-yaml";
import { isList, isRecord } from "@pipelines/findings/values";
import type { Image } from "./image";

/**
 * What a build of an image reads from S3, as far as it is literal, each `s3://bucket/key` once: Dockerfile and
 * documents in S3, and what `S3Download` steps fetch, whose keys may end in `*`. A source that refers to a parameter or
 * another step is known only during the build.
 */
export function s3Sources({ dockerfile, components }: Pick<Image, "dockerfile" | "components">): string[] {
  const found = components.flatMap((component) => {
    if (component.kind !== "own") return [];
    return "uri" in component.source ? component.source.uri : downloads(component.source.text);
  });
  return [...new Set([...("uri" in dockerfile ? [dockerfile.uri] : []), ...found])].sort();
}

function downloads(text: string): string[] {
  // Most documents have none and need not be parsed again.
  if (!text.includes("S3Download")) return [];
  const { phases } = modelOf(readYaml("", text).located?.value);
  return phases
    .flatMap(({ steps }) => steps)
    .filter(({ action }) => action === "S3Download")
    .flatMap(({ fields: { inputs } }) => (isList(inputs) ? inputs : []))
    .flatMap((input) => (isRecord(input) && typeof input.source === "string" ? input.source : []))
    .filter((source) => /^s3:\/\/[^/{}]+\/[^{}]+$/.test(source));
}
