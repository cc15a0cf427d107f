import { chain } from "@pipelines/image-checks/component-document/check-chain";
import { sourcedReference, referencePattern } from "@pipelines/image-checks/component-document/check-references";
import type { DocumentModel, Step } from "@pipelines/image-checks/component-document/model";
import { isList, isRecord } from "@pipelines/findings/values";

/** Account and region that `{{ context:… }}` refers to; unknown if no environment is given. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** The values that the references in one step resolve to. */
export interface Scope {
  readonly model: DocumentModel;
  readonly step: Step;
  /** Values of parameters and constants. */
  readonly values: ReadonlyMap<string, string>;
  readonly place: Place | undefined;
  /** References in the step to things that do not exist here; collected while the step is compiled. */
  readonly missing: Set<string>;
}

/** Quotes a string for the shell. */
export function quoted(text: string): string {
  return text === "" ? "''" : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Returns a YAML scalar as text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Returns the name of a step's shell function, which also identifies its outputs. */
export function functionOf({ phase, index }: Step): string {
  return `s_${phase.index}_${index}`;
}

/** Returns a value from the document as a shell word whose references are resolved when the step runs. */
export function word(value: unknown, scope: Scope, depth = 0): string {
  const text = textOf(value);
  let words = "";
  let from = 0;
  for (const match of text.matchAll(referencePattern)) {
    const found = reference((match[1] ?? "").trim(), scope, depth);
    if (found === undefined) continue;
    words += (match.index > from ? quoted(text.slice(from, match.index)) : "") + found;
    from = match.index + match[0].length;
  }
  return from < text.length || words === "" ? words + quoted(text.slice(from)) : words;
}

/** Returns a value as text if it is the same in every run; `undefined` if it is known only at run time. */
export function fixedText(value: unknown, scope: Scope): string | undefined {
  const text = textOf(value);
  const names = [...text.matchAll(referencePattern)].map(([, inner = ""]) => inner.trim());
  if (names.some((name) => !scope.values.has(name) && reference(name, scope, 0) !== undefined)) return undefined;
  return text.replaceAll(referencePattern, (whole, inner: string) => scope.values.get(inner.trim()) ?? whole);
}

/** Anything that AWSTOE does not recognize stays unchanged in the text. */
function reference(content: string, scope: Scope, depth: number): string | undefined {
  const { values, step, model } = scope;
  const value = values.get(content);
  if (value !== undefined) return quoted(value);
  const loop = isRecord(step.fields.loop) ? step.fields.loop : undefined;
  const [, name, member] = /^([^.:]+)\.(index|value)$/.exec(content) ?? [];
  if (loop !== undefined && member !== undefined && (name === "loop" || name === loop.name)) return `"$${member}"`;
  const [, source = "", rest = ""] = sourcedReference.exec(content) ?? [];
  if (source !== "") return outside(source, rest, scope);
  const [, phaseName, stepText = "", side, index, path = ""] = chain.exec(content) ?? [];
  const [, stepName = stepText, iteration = ""] = /^(.*)\[(\d+)\]$/.exec(stepText) ?? [];
  const other = model.phases.find((phase) => phase.name === phaseName)?.steps.find((each) => each.name === stepName);
  if (other === undefined) return undefined;
  const field = path.replace(/^\./, "");
  if (side === "outputs") return `"$(chain ${functionOf(other)} ${quoted(field)}${iteration && ` ${iteration}`})"`;
  const { inputs } = other.fields;
  const input: unknown = isList(inputs) ? inputs[Number(index ?? 0)] : inputs;
  const chained = isRecord(input) ? input[field] : undefined;
  // Limits the depth, because a chain may refer to itself.
  return chained === undefined || depth > 20 ? undefined : word(chained, { ...scope, step: other }, depth + 1);
}

function outside(source: string, rest: string, { place, step, missing }: Scope): string {
  if (source === "env") return `"$(printenv ${quoted(rest)})"`;
  if (source === "context") {
    if (rest === "phase") return quoted(textOf(step.phase.name));
    if (rest === "step") return quoted(textOf(step.name));
    if (rest !== "accountId" && rest !== "region") return `"$(context ${quoted(rest)})"`;
    if (place !== undefined) return quoted(rest === "region" ? place.region : place.account);
    missing.add(`the ${rest} of the build: specify an --environment`);
  } else if (source === "aws:ssm") missing.add(`the Systems Manager parameter ${rest}`);
  else missing.add(`the instance metadata ${rest}`);
  return "''";
}
