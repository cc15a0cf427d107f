import { error, type Finding } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { isRecord } from "@pipelines/findings/values";
import type { Located } from "@pipelines/findings/located";

/** The field that makes a document a component or a workflow. */
const parts = { component: "phases", workflow: "steps" } as const;

export type DocumentKind = keyof typeof parts;

/**
 * Determines the kind of a document from its fields; undefined if it has neither phases nor steps, nor a field with a
 * similar name.
 */
export function kindOf(document: unknown): DocumentKind | undefined {
  const keys = isRecord(document) ? Object.keys(document) : [];
  const kinds = ["component", "workflow"] as const;
  return (
    kinds.find((kind) => keys.includes(parts[kind])) ??
    kinds.find((kind) => keys.some((key) => nearest(key, [parts[kind]]) !== undefined))
  );
}

/** Returns the finding for a document of the wrong kind. */
export function otherKind(wanted: DocumentKind, located: Located): Finding {
  const other = wanted === "component" ? "workflow" : "component";
  return error(located.at([]), "IB-DOC-KIND", {
    found: `a ${other} document, which has ${parts[other]}`,
    allowed: `a ${wanted} document, which has ${parts[wanted]}`,
    fix: `name it under ${other}s in the image's definition`,
  });
}

/** Returns the finding for a document of neither kind. */
export function noKind(located: Located): Finding {
  const keys = isRecord(located.value) ? Object.keys(located.value) : [];
  return error(located.at([]), "IB-DOC-KIND", {
    found: `neither phases nor steps${keys.length === 0 ? "" : `, but ${list(keys.slice(0, 5).map(quote))}`}`,
    allowed: "phases, which make a document a component, or steps, which make it a workflow",
  });
}
