import { chain } from "@pipelines/image-checks/component-document/check-chain";
import { sourcedReference, referencePattern } from "@pipelines/image-checks/component-document/check-references";
import type { DocumentModel, Step } from "@pipelines/image-checks/component-document/model";
import { isList, isRecord } from "@pipelines/findings/values";

/** Account and region that `{{ context:… }}` refers to; unknown without an environment. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** What the references of one step resolve to. */
export interface Scope {
  readonly model: DocumentModel;
  readonly step: Step;
  /** Values of parameters and constants. */
  readonly values: ReadonlyMap<string, string>;
  readonly place: Place | undefined;
  /** What the step refers to that does not exist here; collected while its texts are compiled. */
  readonly missing: Set<string>;
}

/** Quotes text for the shell. */
export function quoted(text: string): string {
  return text === "" ? "''" : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A YAML scalar as text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Name of a step's shell function, which also names its outputs. */
export function functionOf({ phase, index }: Step): string {
  return `s_${phase.index}_${index}`;
}

/** A value of the document as a shell word, with its references resolved when the step runs. */
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

/** The text of a value that is the same in every run; `undefined` if it is only known in a run. */
export function fixedText(value: unknown, scope: Scope): string | undefined {
  const text = textOf(value);
  const names = [...text.matchAll(referencePattern)].map(([, inner = ""]) => inner.trim());
  if (names.some((name) => !scope.values.has(name) && reference(name, scope, 0) !== undefined)) return undefined;
  return text.replaceAll(referencePattern, (whole, inner: string) => scope.values.get(inner.trim()) ?? whole);
}

/** What AWSTOE does not know stays unchanged in the text. */
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
  // A chain that refers to itself ends somewhere.
  return chained === undefined || depth > 20 ? undefined : word(chained, { ...scope, step: other }, depth + 1);
}

function outside(source: string, rest: string, { place, step, missing }: Scope): string {
  if (source === "env") return `"$(printenv ${quoted(rest)})"`;
  if (source === "context") {
    if (rest === "phase") return quoted(step.phase.name ?? "");
    if (rest === "step") return quoted(step.name ?? "");
    if (rest !== "accountId" && rest !== "region") return `"$(context ${quoted(rest)})"`;
    if (place !== undefined) return quoted(rest === "region" ? place.region : place.account);
    missing.add(`the ${rest} of the build: name an --environment`);
  } else if (source === "aws:ssm") missing.add(`the parameter ${rest} of Systems Manager`);
  else missing.add(`the instance metadata ${rest}`);
  return "''";
}
