import { type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import type { Located, Path } from "@pipelines/findings/located";
import type { DocumentModel } from "./model";
import { knownActions, documentKeys, knownKeys } from "./schema-node";

/**
 * Finds keys that have no effect: if `timeoutSeconds` is misspelled, the step keeps the default.
 *
 * These are warnings, because Image Builder may know more keys than it documents. A key that starts with `x-`, `.` or
 * `_` is a place for anchors and is not meant to be read.
 */
export function checkKeys(model: DocumentModel, located: Located): Finding[] {
  const findings = [...unknown(model.fields, [], documentKeys, "the document")];
  for (const phase of model.phases) {
    findings.push(...unknown(phase.fields, phase.path, knownKeys("phase"), "a phase"));
    for (const { fields, path, action } of phase.steps) {
      findings.push(...unknown(fields, path, knownKeys("step"), "a step"));
      if (isRecord(fields.loop)) findings.push(...unknown(fields.loop, [...path, "loop"], knownKeys("loop"), "a loop"));
      // Conditions in an Assert are checked along with all other conditions.
      if (action === undefined || action === "Assert" || !knownActions.includes(action)) continue;
      const known = knownKeys(action);
      const inputs = [...path, "inputs"];
      if (isRecord(fields.inputs)) findings.push(...unknown(fields.inputs, inputs, known, action));
      if (!isList(fields.inputs)) continue;
      for (const [index, entry] of fields.inputs.entries()) {
        if (isRecord(entry)) findings.push(...unknown(entry, [...inputs, index], known, action));
      }
    }
  }
  return tell(findings, located);
}

export function tell(keys: readonly UnknownKey[], located: Located): Finding[] {
  return keys.map(({ path, found, allowed, near }) =>
    warning(located.atKey(path), "IB-DOC-UNKNOWN-KEY", {
      found,
      allowed,
      ...(near === undefined ? {} : { fix: `write ${near}` }),
    }),
  );
}

export interface UnknownKey {
  readonly path: Path;
  readonly found: string;
  readonly allowed: string;
  readonly near: string | undefined;
}

export function unknown(fields: object, path: Path, known: readonly string[], owner: string): UnknownKey[] {
  return Object.keys(fields)
    .filter((key) => !known.includes(key) && !/^(?:x-|[._])/.test(key))
    .map((key) => ({
      path: [...path, key],
      found: `${quote(key)}, which is not a known key in ${owner}`,
      allowed: list(known, "or"),
      near: nearest(key, known),
    }));
}
