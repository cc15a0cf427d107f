import schema from "./schemas/workflow-document.schema.json";
import validate from "./schemas/workflow-document.validate";
import type { Violation } from "./schemas/component-document.validate";
import { checkDocumentText } from "./component-document";
import { tell as tellUnknown, unknown } from "./component-document/check-keys";
import { alternatives, fixType, kindOf, kindsOf, pathOf, valueAt } from "./component-document/check-schema";
import { kindOf as kindOfDocument, otherKind } from "./component-document/kind";
import type { Located, Path } from "@pipelines/findings/located";
import { readParameters } from "./component-document/read-parameters";
import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { checkOpenList } from "./component-document/open-list";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { type Stage, workflowActions, type WorkflowAction } from "@pipelines/facts/workflow-actions";

export interface WorkflowDocument {
  /** Path to show in findings, relative to the project's root. */
  readonly file: string;
  readonly text: string;
  /** The stage in which the image uses the workflow. @default unknown */
  readonly type?: Stage;
  /** The image's values for the document's parameters; if omitted, missing values are not reported. */
  readonly parameters?: Readonly<Record<string, string>>;
}

const healthChecks = ["RUNNING", "STATUS_CHECK_PASSED"];

const actions: readonly string[] = Object.keys(workflowActions);

/**
 * Reports everything that is wrong with a workflow document, in line order, with the same codes as for component
 * documents.
 *
 * As with component documents, when in doubt, a document passes.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-workflow-create-document.html
 */
export function checkWorkflowDocument(document: WorkflowDocument): Finding[] {
  return checkDocumentText(document, (located) =>
    kindOfDocument(located.value) === "component" ? [otherKind("workflow", located)] : checkWorkflow(located, document),
  );
}

/** Returns everything that is wrong with a component document that has already been read. */
export function checkWorkflow(
  written: Located,
  { type, parameters }: Pick<WorkflowDocument, "type" | "parameters">,
): Finding[] {
  const { located, findings } = readParameters(written, "workflow");
  const model = modelOf(located.value);
  return [
    ...findings,
    ...checkSchema(located),
    ...checkKeys(model, located),
    ...checkSteps(model, type, located),
    ...checkStages(model, type, located),
    ...checkReferences(model, located),
    ...checkParameters(model, parameters, located),
  ];
}

interface Item {
  readonly name: string;
  readonly path: Path;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Model {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly parameters: readonly Item[];
  readonly steps: readonly Item[];
  readonly outputs: readonly Item[];
}

/** The well-formed parts of a document. */
function modelOf(document: unknown): Model {
  const fields = isRecord(document) ? document : {};
  const items = (field: string): Item[] => {
    const value = fields[field];
    if (!isList(value)) return [];
    return value.flatMap((each, index) =>
      isRecord(each)
        ? [{ name: typeof each.name === "string" ? each.name : "", path: [field, index], fields: each }]
        : [],
    );
  };
  return { fields, parameters: items("parameters"), steps: items("steps"), outputs: items("outputs") };
}

function checkSchema(located: Located): Finding[] {
  if (validate(located.value)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword, schemaPath }) => keyword !== "if" && !/\/(?:any|one)Of\/\d+\//.test(schemaPath))
    .map((violation) => tell(violation, located));
}

/** Returns what the JSON Schema finds wrong, expressed in terms of the document rather than the schema. */
function tell({ keyword, params, instancePath, parentSchema: node }: Violation, located: Located): Finding {
  const path = pathOf(instancePath, located.value);
  const value = valueAt(located.value, path);
  const at = located.at(path);
  const name = path.length === 0 ? "the document" : String(path[path.length - 1] ?? "");
  const what = typeof path[path.length - 1] === "number" ? "this entry" : name;
  const inputs = path[0] === "steps" && path[2] === "inputs";
  const action = String(valueAt(located.value, [...path.slice(0, 2), "action"]));
  switch (keyword) {
    case "required": {
      const key = params.missingProperty ?? "";
      const owner = path[0] === "steps" && path.length === 2 ? `the step ${quote(nameAt(value))}` : what;
      const near = nearest(key, isRecord(value) ? Object.keys(value) : []);
      return error(at, key === "inputs" ? "IB-DOC-INPUT" : "IB-DOC-MISSING", {
        found: `${owner} has no ${key}`,
        allowed: key === "inputs" ? `inputs for the action ${action}` : `${key} is required`,
        ...(near === undefined ? {} : { fix: `write ${key} instead of ${near}` }),
      });
    }
    case "anyOf": {
      const [needed = ""] = alternatives(node.anyOf);
      return error(at, "IB-DOC-INPUT", {
        found: `the action ${action} has no ${needed}`,
        allowed: `${needed}, or ${needed}.$ with a reference`,
      });
    }
    case "dependencies":
      return error(located.atKey([...path, params.property ?? ""]), "IB-DOC-OPERAND", {
        found: `${params.property ?? ""} without ${params.missingProperty ?? ""}`,
        allowed: "a comparison and the value to compare",
      });
    case "oneOf": {
      const operators = alternatives(node.oneOf);
      const found = isRecord(value) ? Object.keys(value) : [];
      return error(at, "IB-DOC-CONDITION", {
        found: found.length === 0 ? "a condition without an operator" : `a condition with ${list(found.map(quote))}`,
        allowed: `exactly one of ${list(operators, "or")}`,
      });
    }
    case "type":
      return error(at, "IB-DOC-TYPE", {
        found: `${what} is ${kindOf(value)}`,
        allowed: kindsOf(node.type),
        ...fixType(value, node.type),
      });
    case "minItems":
    case "maxItems":
      if (name === "steps" && !inputs) {
        const found = isList(value) ? value.length : 0;
        return error(at, "IB-WORKFLOW-STEPS", { found: `${found} steps`, allowed: "1 to 15 steps" });
      }
      return error(at, "IB-DOC-CONDITION", {
        found: `${name} has no conditions, or too many`,
        allowed: "1 to 10 conditions",
      });
    default:
      return wrongValue(name, value, node, located, path);
  }
}

function wrongValue(name: string, value: unknown, node: Violation["parentSchema"], located: Located, path: Path) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const values = isList(node.enum) ? node.enum.map(String) : isList(node.examples) ? node.examples.map(String) : [];
  const near = nearest(text, values);
  const fix = near === undefined ? {} : { fix: `write ${near}` };
  const at = located.at(path);
  if (name === "schemaVersion") {
    const words = { found: `schemaVersion is ${quote(text)}`, allowed: "1.0, the only version", fix: "write 1.0" };
    return error(at, "IB-DOC-VERSION", words);
  }
  const isName = name === "name" && path[0] === "steps";
  const described = typeof node.description === "string" ? node.description.replace(/\.$/, "") : "another value";
  return error(at, isName ? "IB-DOC-STEP-NAME" : "IB-DOC-VALUE", {
    found: `${name} is ${quote(text)}`,
    allowed: isName || values.length === 0 ? described : list(values, "or"),
    ...(isName ? {} : fix),
  });
}

function nameAt(value: unknown): string {
  return isRecord(value) && typeof value.name === "string" ? value.name : "";
}

/** Reports fields that nothing reads, such as a misspelled `timeoutSeconds`. */
function checkKeys({ fields, parameters, steps, outputs }: Model, located: Located): Finding[] {
  const known = (name: string): string[] => {
    const node: unknown = Reflect.get(schema.definitions, name);
    return isRecord(node) && isRecord(node.properties) ? Object.keys(node.properties) : [];
  };
  const keys = [
    ...unknown(fields, [], Object.keys(schema.properties), "the document"),
    ...parameters.flatMap((one) => unknown(one.fields, one.path, known("parameter"), "a parameter")),
    ...outputs.flatMap((one) => unknown(one.fields, one.path, known("output"), "an output")),
    ...steps.flatMap(({ fields: step, path }) => {
      const action = String(step.action);
      const inputs = action in schema.definitions ? known(action) : known("instance");
      const given = isRecord(step.inputs) && action in workflowActions ? step.inputs : {};
      return [
        ...unknown(step, path, known("step"), "a step"),
        ...unknown(given, [...path, "inputs"], [...inputs, ...inputs.map((each) => `${each}.$`)], action),
      ];
    }),
  ];
  return tellUnknown(keys, located);
}

function actionOf({ fields }: Item): WorkflowAction | undefined {
  return workflowActions[String(fields.action)];
}

/** Whether a condition depends on the image type, as conditions in AWS's own workflows do. */
function dependsOnType(condition: unknown): boolean {
  return JSON.stringify(condition ?? null).includes("$.imagebuilder.imageType");
}

function checkSteps({ steps, parameters }: Model, type: Stage | undefined, located: Located): Finding[] {
  const findings = [...repeated(steps, "step", located), ...repeated(parameters, "parameter", located)];
  for (const step of steps) {
    const { fields, path } = step;
    const { action, inputs } = fields;
    const words = "a step action for Image Builder workflows";
    findings.push(
      ...checkOpenList(
        action,
        actions,
        { code: "IB-DOC-ACTION", what: "the action", words },
        [...path, "action"],
        located,
      ),
    );
    const health = isRecord(inputs) ? inputs.healthCheck : undefined;
    if (action === "LaunchInstance") {
      const kind = { code: "IB-DOC-VALUE", what: "healthCheck is", words: list(healthChecks, "or") };
      findings.push(...checkOpenList(health, healthChecks, kind, [...path, "inputs", "healthCheck"], located));
    }
    // A workflow that is checked from the command line may be for AMIs.
    if (type === undefined || actionOf(step)?.forAmis !== true || dependsOnType(fields.if)) continue;
    findings.push(
      warning(located.at([...path, "action"]), "IB-WORKFLOW-AMI", {
        found: `the action ${String(action)}, which is for AMIs`,
        allowed: "actions for containers: ExecuteComponents builds a container image",
      }),
    );
  }
  return findings;
}

/**
 * Reports actions that are not available in the workflow's stage, and workflows with two kinds of distribution. If the
 * workflow's type is unknown, the first action that belongs only to certain stages decides which stages the other
 * actions must fit.
 */
function checkStages({ steps }: Model, type: Stage | undefined, located: Located): Finding[] {
  const findings: Finding[] = [];
  let possible: readonly Stage[] = type === undefined ? ["BUILD", "TEST", "DISTRIBUTION"] : [type];
  let distributes: string | undefined;
  for (const step of steps) {
    const { stages, distributes: kind } = actionOf(step) ?? {};
    const at = located.at([...step.path, "action"]);
    const action = String(step.fields.action);
    if (kind !== undefined && distributes !== undefined && kind !== distributes) {
      const found = `the action ${action}, which distributes ${kind}, after one that distributes ${distributes}`;
      findings.push(error(at, "IB-WORKFLOW-DISTRIBUTION", { found, allowed: "one kind of distribution per workflow" }));
    }
    distributes ??= kind;
    if (stages === undefined) continue;
    const both = possible.filter((stage) => stages.includes(stage));
    if (both.length === 0) {
      findings.push(
        error(at, "IB-WORKFLOW-ACTION-STAGE", {
          found: `the action ${action} in ${type === undefined ? `a workflow with actions for the stage ${list(possible, "or")}` : `a ${type} workflow`}`,
          allowed: `${action} in workflows of type ${list(stages, "or")}`,
        }),
      );
    } else possible = both;
  }
  return findings;
}

function repeated(items: readonly Item[], kind: string, located: Located): Finding[] {
  return items.flatMap(({ name, path }, index) => {
    if (name === "" || items.findIndex((other) => other.name === name) === index) return [];
    const words = { found: `a second ${kind} ${quote(name)}`, allowed: `each ${kind} name once` };
    return [error(located.at([...path, "name"]), "IB-DOC-REPEATED", words)];
  });
}

/**
 * `$.stepOutputs.<step>.<output>` and `$.parameters.<parameter>`. There may be other references, but only AWS knows
 * them.
 */
const reference = /\$\.(stepOutputs|parameters)\.([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?/g;

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-dynamic-vars.html */
function checkReferences({ steps, parameters, outputs }: Model, located: Located): Finding[] {
  const findings: Finding[] = [];
  const names = parameters.map(({ name }) => name);
  const look = (value: unknown, path: Path, before: readonly string[]): void => {
    if (isList(value)) for (const [index, each] of value.entries()) look(each, [...path, index], before);
    if (isRecord(value)) for (const [key, each] of Object.entries(value)) look(each, [...path, key], before);
    if (typeof value !== "string") return;
    for (const [, kind, name = "", output] of value.matchAll(reference)) {
      const known = kind === "parameters" ? names : before;
      if (known.includes(name)) {
        const step = kind === "parameters" ? undefined : steps.find((each) => each.name === name);
        findings.push(...checkOutput(step, output, located.at(path)));
        continue;
      }
      const near = nearest(name, known);
      findings.push(
        error(located.at(path), "IB-DOC-REFERENCE", {
          found: `${quote(value)}, and ${kind === "parameters" ? "no parameter" : "no step before this one"} is called ${quote(name)}`,
          allowed: known.length === 0 ? `no $.${kind ?? ""} here` : list(known, "or"),
          ...(near === undefined ? {} : { fix: `write ${near}` }),
        }),
      );
    }
  };
  steps.forEach(({ fields, path }, index) => {
    const before = steps.slice(0, index).map(({ name }) => name);
    look(fields.if, [...path, "if"], before);
    look(fields.inputs, [...path, "inputs"], before);
    findings.push(...checkChains(fields.inputs, [...path, "inputs"], located));
  });
  const all = steps.map(({ name }) => name);
  for (const { fields, path } of outputs) look(fields.value, [...path, "value"], all);
  return findings;
}

/**
 * Reports an output that the step's action does not have. AWS's own examples use an output that is missing from the
 * documentation's tables. So the only outputs reported are near misses of documented ones, and any output of an action
 * that has none.
 */
function checkOutput(step: Item | undefined, output: string | undefined, at: At): Finding[] {
  const known = step && actionOf(step)?.outputs;
  if (step === undefined || known === undefined || output === undefined || known.includes(output)) return [];
  const near = nearest(output, known);
  if (near === undefined && known.length > 0) return [];
  return [
    warning(at, "IB-WORKFLOW-OUTPUT", {
      found: `the output ${quote(output)} from the step ${quote(step.name)}`,
      allowed: `${list(known, "or") || "nothing"}: the outputs of ${String(step.fields.action)}`,
      ...(near === undefined ? {} : { fix: `write ${near}` }),
    }),
  ];
}

/**
 * The name of an input whose value is a reference ends in `.$`; otherwise the action gets the reference as text. This
 * is a warning, because two of AWS's own examples omit `.$`.
 */
function checkChains(inputs: unknown, path: Path, located: Located): Finding[] {
  if (!isRecord(inputs)) return [];
  return Object.entries(inputs).flatMap(([key, value]) => {
    const isReference = typeof value === "string" && /^\$\.[A-Za-z]+\./.test(value);
    if (key.endsWith(".$") || !isReference) return [];
    return [
      warning(located.atKey([...path, key]), "IB-WORKFLOW-CHAIN", {
        found: `the reference ${quote(value)} under ${key}`,
        allowed: `${key}.$; without it, the action gets the text itself`,
        fix: `write ${key}.$`,
      }),
    ];
  });
}

function checkParameters({ parameters }: Model, given: WorkflowDocument["parameters"], located: Located): Finding[] {
  if (given === undefined) return [];
  const names = parameters.map(({ name }) => name);
  const unknownOnes = Object.keys(given).filter((name) => !names.includes(name));
  return [
    ...unknownOnes.map((name) => {
      const near = nearest(name, names);
      return error(located.at(["parameters"]), "IB-DOC-PARAMETER-UNKNOWN", {
        found: `the image sets ${quote(name)}, which is not a parameter of this document`,
        allowed: names.length === 0 ? "no values: the document declares no parameters" : list(names, "or"),
        ...(near === undefined ? {} : { fix: `write ${near} in the image's definition` }),
      });
    }),
    ...parameters.flatMap(({ name, path, fields }) =>
      name === "" || name in given || fields.default !== undefined
        ? []
        : [
            error(located.at(path), "IB-DOC-PARAMETER-MISSING", {
              found: `the parameter ${quote(name)} has no default, and the image does not set it`,
              allowed: "a default here, or a value in the image's definition",
            }),
          ],
    ),
  ];
}
