import schema from "./schemas/workflow-document.schema.json";
import validate from "./schemas/workflow-document.validate";
import type { Violation } from "./schemas/component-document.validate";
import { checkCharacters, MOST_BYTES, ordered } from "./component-document";
import { tell as tellUnknown, unknown } from "./component-document/check-keys";
import { alternatives, fixType, kindOf, kindsOf, pathOf, valueAt } from "./component-document/check-schema";
import type { Located, Path } from "@pipelines/findings/located";
import { readYaml } from "./component-document/read-yaml";
import { error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";

export interface WorkflowDocument {
  /** Path for the findings, relative to the project's root. */
  readonly file: string;
  readonly text: string;
  /** Values that the image gives for the document's parameters; without it, missing values are not looked for. */
  readonly parameters?: Readonly<Record<string, string>>;
}

const ACTIONS: readonly string[] = schema.definitions.step.properties.action.enum;

/** Actions that are about AMIs: https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html */
const FOR_AMIS = [
  "ApplyImageConfigurations",
  "CollectImageMetadata",
  "CreateImage",
  "ModifyImageAttributes",
  "RegisterImage",
];

/**
 * What is wrong with a workflow document, all at once, in the order of its lines, with the codes of component documents.
 *
 * When in doubt a document passes, as there.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-workflow-create-document.html
 */
export function checkWorkflowDocument({ file, text, parameters }: WorkflowDocument): Finding[] {
  const findings = checkCharacters(file, text, true);
  if (findings.some(({ code }) => code !== "IB-DOC-SIZE") || Buffer.byteLength(text) > MOST_BYTES) return findings;
  const { located, findings: syntax } = readYaml(file, text, "steps");
  findings.push(...syntax);
  if (located !== undefined) {
    const model = modelOf(located.value);
    findings.push(
      ...checkSchema(located),
      ...checkKeys(model, located),
      ...checkSteps(model, located),
      ...checkReferences(model, located),
      ...checkParameters(model, parameters, located),
    );
  }
  return ordered(findings);
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

/** The parts of a document that have the right shape. */
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

/** What the JSON Schema finds wrong, in words of the document rather than the schema's. */
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
        ...(near === undefined ? {} : { fix: `write ${key} for ${near}` }),
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
        allowed: "a comparison with the value that it is compared with",
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
      return error(at, "IB-DOC-CONDITION", { found: `${name} has none or too many`, allowed: "1 to 10 conditions" });
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
  if (name === "action") {
    const allowed = near === undefined ? `one of ${list(ACTIONS, "or")}` : "a step action of Image Builder's workflows";
    return error(at, "IB-DOC-ACTION", { found: `the action ${quote(text)}`, allowed, ...fix });
  }
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

/** Fields that nothing reads, such as a misspelt `timeoutSeconds`. */
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
      const inputs = known(action).length > 0 ? known(action) : action in schema.definitions ? [] : known("instance");
      const given = isRecord(step.inputs) && isKnown(action) ? step.inputs : {};
      return [
        ...unknown(step, path, known("step"), "a step"),
        ...unknown(given, [...path, "inputs"], [...inputs, ...inputs.map((each) => `${each}.$`)], action),
      ];
    }),
  ];
  return tellUnknown(keys, located);
}

/** Whether the inputs of an action are known here. */
function isKnown(action: string): boolean {
  return ACTIONS.includes(action) && !(FOR_AMIS.includes(action) || action === "DistributeImage");
}

function checkSteps({ steps, parameters }: Model, located: Located): Finding[] {
  const findings = [...repeated(steps, "step", located), ...repeated(parameters, "parameter", located)];
  for (const { fields, path } of steps) {
    if (!FOR_AMIS.includes(String(fields.action))) continue;
    findings.push(
      warning(located.at([...path, "action"]), "IB-WORKFLOW-AMI", {
        found: `the action ${String(fields.action)}, which is about AMIs`,
        allowed: "actions for containers: a container image is made by ExecuteComponents",
      }),
    );
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

/** `$.stepOutputs.<step>.<output>` and `$.parameters.<parameter>`; what else there is, only AWS knows. */
const REFERENCE = /\$\.(stepOutputs|parameters)\.([A-Za-z0-9_-]+)/g;

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-dynamic-vars.html */
function checkReferences({ steps, parameters, outputs }: Model, located: Located): Finding[] {
  const findings: Finding[] = [];
  const names = parameters.map(({ name }) => name);
  const look = (value: unknown, path: Path, before: readonly string[]): void => {
    if (isList(value)) for (const [index, each] of value.entries()) look(each, [...path, index], before);
    if (isRecord(value)) for (const [key, each] of Object.entries(value)) look(each, [...path, key], before);
    if (typeof value !== "string") return;
    for (const [, kind, name = ""] of value.matchAll(REFERENCE)) {
      const known = kind === "parameters" ? names : before;
      if (known.includes(name)) continue;
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

/** An input whose value is a reference has a name that ends in `.$`; otherwise the action gets the reference as text. */
function checkChains(inputs: unknown, path: Path, located: Located): Finding[] {
  if (!isRecord(inputs)) return [];
  return Object.entries(inputs).flatMap(([key, value]) => {
    const isReference = typeof value === "string" && /^\$\.[A-Za-z]+\./.test(value);
    if (key.endsWith(".$") || !isReference) return [];
    return [
      error(located.atKey([...path, key]), "IB-WORKFLOW-CHAIN", {
        found: `the reference ${quote(value)} under ${key}`,
        allowed: `${key}.$, without which the action gets the text itself`,
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
        found: `the image gives a value for ${quote(name)}, which is not a parameter of this document`,
        allowed: names.length === 0 ? "no values: the document declares no parameters" : list(names, "or"),
        ...(near === undefined ? {} : { fix: `write ${near} in the image's definition` }),
      });
    }),
    ...parameters.flatMap(({ name, path, fields }) =>
      name === "" || name in given || fields.default !== undefined
        ? []
        : [
            error(located.at(path), "IB-DOC-PARAMETER-MISSING", {
              found: `the parameter ${quote(name)} has no default, and the image gives it no value`,
              allowed: "a default here, or a value in the image's definition",
            }),
          ],
    ),
  ];
}
