import { createHash } from "node:crypto";
import { modelOf } from "@pipelines/image-checks/component-document/model";
import { readYaml } from "@pipelines/image-checks/component-document/read-yaml";
import { isList, isRecord } from "@pipelines/findings/values";
import { actionBody, conditionFunctions, runtime } from "./actions";
import { fixedText, functionOf, type Place, quoted, type Scope, textOf, word } from "./shell-words";

/** A component document, and the parts of it to run. */
export interface DocumentRun {
  /** Name of the component. */
  readonly name: string;
  readonly text: string;
  /** The recipe's values for parameters. @default those in the document */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Names of the phases to run, in the document's order. @default all */
  readonly phases?: readonly string[] | undefined;
  /** Contents of the documents that ExecuteDocument refers to. */
  readonly documents?: ReadonlyMap<string, string> | undefined;
  readonly place?: Place | undefined;
  /**
   * How many times to wait for a process that keeps a step's output open: 20 short waits, then one per second. @default
   * 50
   */
  readonly patience?: number | undefined;
  /** File in the image that lists the steps that were left out. @default none */
  readonly keepLeftOut?: string | undefined;
  /** Documents that this one is nested in. */
  readonly within?: readonly string[];
}

/** A document compiled to a script for `sh`. */
export interface CompiledDocument {
  readonly script: string;
  /** Number of steps in the phases that run. */
  readonly steps: number;
}

/** Maximum nesting depth of documents; AWSTOE rejects anything deeper. */
const mostNested = 3;

/** Timeout in seconds; this is AWSTOE's own default. */
const defaultTimeout = 7200;

/**
 * Compiles a component document to a single shell script that runs its steps by AWSTOE's rules (docs/try.md). The
 * script does not depend on anything else, so that an engine can cache its result.
 */
export function compileDocument(run: DocumentRun): CompiledDocument {
  const model = modelOf(readYaml(run.name, run.text).located?.value);
  const values = new Map<string, string>();
  for (const { kind, name, fields } of model.variables) {
    const given = kind === "parameter" ? (run.parameters?.[name] ?? fields.default) : fields.value;
    if (given !== undefined && given !== null) values.set(name, textOf(given));
  }
  const phases = model.phases.filter(({ name = "" }) => run.phases?.includes(name) ?? true);
  const scopes = phases.flatMap(({ steps }) =>
    steps.map((step): Scope => ({ model, step, values, place: run.place, missing: new Set() })),
  );
  const script = [
    `patience=${run.patience ?? 50}`,
    runtime,
    ...scopes.map((scope) => stepFunctions(scope, run)),
    '[ -z "${call-}" ] || { "$call" && exit || exit; }',
    `component ${quoted(run.name)} ${quoted(textOf(run.keepLeftOut))}`,
    ...scopes.map(stepCall),
    'exit "$failed"',
    "",
  ];
  return { script: script.join("\n"), steps: scopes.length };
}

/** Returns a digest by which an engine's cache distinguishes contents. */
export function digest(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

function stepFunctions(scope: Scope, run: DocumentRun): string {
  const { step, missing } = scope;
  const name = functionOf(step);
  const conditions = conditionFunctions(scope);
  const body = actionBody(scope, (inputs) => nestedDocument(inputs, scope, run));
  const each = isRecord(step.fields.loop) ? `${name}_each() {\n  ${iterations(step.fields.loop, scope)}\n}\n` : "";
  if (missing.size === 0) return `${conditions}${each}${name}() {\n  ${body}\n}`;
  const left = `leave_out ${quoted([...missing].join("; "))}`;
  const condition = step.fields.if === undefined ? "" : `${name}_if() {\n  ${left}\n}\n`;
  return `${condition}${each}${name}() {\n  ${left}\n}`;
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-looping-constructs.html */
function iterations(loop: Readonly<Record<string, unknown>>, scope: Scope): string {
  if (isRecord(loop.for)) {
    const { start, end, updateBy } = loop.for;
    return `count ${[start, end, updateBy].map((each) => word(each, scope)).join(" ")}`;
  }
  if (isList(loop.forEach)) return loop.forEach.map((each) => `each ${word(each, scope)}`).join(" && ") || ":";
  const { list, delimiter } = isRecord(loop.forEach) ? loop.forEach : {};
  return `split ${word(delimiter ?? ",", scope)} ${word(list, scope)}`;
}

function stepCall(scope: Scope): string {
  const { step } = scope;
  const { timeoutSeconds, maxAttempts, onFailure, if: given, loop } = step.fields;
  const condition: unknown = isList(given) ? given[0] : given;
  const actions = isRecord(condition) ? [condition.then ?? "Execute", condition.else ?? "Skip"] : ["", ""];
  return [
    "step",
    functionOf(step),
    quoted(textOf(step.name)),
    quoted(textOf(step.action)),
    word(timeoutSeconds ?? (step.action === "ExecuteDocument" ? -1 : defaultTimeout), scope),
    word(maxAttempts ?? 1, scope),
    word(onFailure ?? "Abort", scope),
    ...actions.map((each) => quoted(textOf(each))),
    quoted(isRecord(loop) ? "loop" : ""),
    quoted(textOf(step.phase.name)),
  ].join(" ");
}

function nestedDocument(inputs: Readonly<Record<string, unknown>>, scope: Scope, run: DocumentRun): string {
  const name = fixedText(inputs.document, scope);
  const within = [...(run.within ?? []), run.name];
  const text = name === undefined ? undefined : run.documents?.get(name);
  if (name !== undefined && within.includes(name)) return `fail ${quoted(`${name} runs itself`)}`;
  if (within.length > mostNested) return `fail ${quoted(`more than ${mostNested} documents within each other`)}`;
  const given = isList(inputs.parameters) ? inputs.parameters.filter(isRecord) : [];
  const parameters = given.map((each) => [textOf(each.name), fixedText(each.value, scope)] as const);
  if (name === undefined || text === undefined || parameters.some(([, value]) => value === undefined)) {
    scope.missing.add(`the document ${name ?? textOf(inputs.document)}: provide it with --component <name>=<file>`);
    return ":";
  }
  const phases = inputs.phases === undefined ? undefined : textOf(inputs.phases).split(",");
  const values = Object.fromEntries(parameters.map(([key, value = ""]) => [key, value]));
  const nested = compileDocument({ ...run, name, text, parameters: values, phases, within, keepLeftOut: undefined });
  return `ExecuteDocument ${quoted(nested.script)}`;
}
