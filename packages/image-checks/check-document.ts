import { checkComponent, checkDocumentText, type ComponentDocument } from "./component-document";
import { kindOf, noKind } from "./component-document/kind";
import type { Finding } from "@pipelines/findings/finding";
import { checkWorkflow } from "./workflow-document";

/** Returns what is wrong with a component or workflow document; its content determines which of the two it is. */
export function checkDocument(document: Omit<ComponentDocument, "parameters">): Finding[] {
  return checkDocumentText(document, (located) => {
    const kind = kindOf(located.value);
    if (kind === undefined) return [noKind(located)];
    return kind === "workflow" ? checkWorkflow(located, {}) : checkComponent(located, document);
  });
}
