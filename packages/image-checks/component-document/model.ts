import { isList, isRecord } from "@pipelines/findings/values";
import type { Path } from "@pipelines/findings/located";

/** A step, possibly incomplete; the schema reports what it lacks. */
export interface Step {
  readonly path: Path;
  readonly phase: Phase;
  readonly index: number;
  readonly name?: string;
  readonly action?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Phase {
  readonly path: Path;
  readonly index: number;
  readonly name?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

/** A parameter or a constant. */
export interface Variable {
  readonly kind: "parameter" | "constant";
  readonly name: string;
  readonly path: Path;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface DocumentModel {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly phases: readonly Phase[];
  readonly variables: readonly Variable[];
}

/** Returns only the parts of a document that have the right shape. */
export function modelOf(document: unknown): DocumentModel {
  const fields = isRecord(document) ? document : {};
  const phases = entries(fields.phases).map(([index, value]) => phaseOf(value, index));
  return { fields, phases, variables: [...variables(fields, "parameter"), ...variables(fields, "constant")] };
}

function phaseOf(fields: Record<string, unknown>, index: number): Phase {
  const steps: Step[] = [];
  const path = ["phases", index];
  const phase = { path, index, ...named(fields), fields, steps };
  for (const [position, step] of entries(fields.steps)) {
    const action = typeof step.action === "string" ? { action: step.action } : {};
    const at = [...path, "steps", position];
    steps.push({ path: at, phase, index: position, ...named(step), ...action, fields: step });
  }
  return phase;
}

function variables(document: Record<string, unknown>, kind: Variable["kind"]): Variable[] {
  return entries(document[`${kind}s`]).flatMap(([index, entry]) =>
    Object.entries(entry).map(([name, fields]) => ({
      kind,
      name,
      path: [`${kind}s`, index, name],
      fields: isRecord(fields) ? fields : {},
    })),
  );
}

function entries(value: unknown): [number, Record<string, unknown>][] {
  if (!isList(value)) return [];
  return value.flatMap((each, index): [number, Record<string, unknown>][] => (isRecord(each) ? [[index, each]] : []));
}

function named(fields: Record<string, unknown>): { name?: string } {
  const { name } = fields;
  return typeof name === "string" || typeof name === "number" ? { name: String(name) } : {};
}
