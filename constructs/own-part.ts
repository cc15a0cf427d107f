import { partName } from "@pipelines/image-definition/full-names";
import type { Image, Source } from "@pipelines/image-definition/image";
import type { Versions } from "@pipelines/version-lock/versions";
import type { Place } from "./place";
import { literal, literalMap } from "./terraform-text";

/** One of the image's own components or workflows. */
interface OwnPart {
  readonly name: string;
  /** The file as named in the definition. */
  readonly document: string;
  readonly source: Source;
  /** Major and minor number. @default unchanged */
  readonly version?: string | undefined;
}

export interface OwnPartProps {
  readonly place: Place;
  readonly image: Image;
  readonly versions: Versions;
}

/**
 * Returns the attributes of one of the image's own components or workflows, with the version that its document and
 * settings get. AWS never changes an existing one, so the new one is created before anything stops using the old one.
 */
export function ownPart<Settings extends object>(
  kind: "component" | "workflow",
  part: OwnPart,
  settings: Settings,
  { place, image, versions }: OwnPartProps,
) {
  const name = partName(place, image, part);
  const document = "uri" in part.source ? { uri: literal(part.source.uri) } : { data: literal(part.source.text) };
  const version = versions.versionOf({
    kind,
    name,
    environment: place.environment,
    image: image.name,
    label: part.name,
    file: image.file,
    line: part.version,
    content: [
      { part: "document", label: part.document, value: document },
      { part: "settings", label: "settings", value: settings },
    ],
  });
  return {
    ...document,
    ...settings,
    name,
    version,
    tags: literalMap(image.tags),
    lifecycle: { createBeforeDestroy: true },
  };
}
