import validate, { type Violation } from "../schemas/component-document.validate";
import { error, type Finding } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import type { Located, Path } from "@pipelines/findings/located";
import { description, knownOperators, requiredInputs } from "./schema-node";

/** Returns what the JSON Schema finds wrong, expressed in terms of the document rather than the schema. */
export function checkSchema(located: Located): Finding[] {
  if (validate(located.value)) return [];
  // A value that breaks two rules (not 0, at least 1) is reported once.
  const reported = new Set<string>();
  return (validate.errors ?? [])
    .filter(isTelling)
    .map((violation) => ({ place: violation.instancePath, finding: tell(violation, located) }))
    .filter(({ place, finding: { code, found } }) => {
      const one = code === "IB-DOC-VALUE" ? `${place} ${code}` : `${place} ${code} ${found}`;
      return !reported.has(one) && reported.add(one);
    })
    .map(({ finding }) => finding);
}

/** Ajv also reports the branches and conditions around a violation, which are of no use to the user. */
function isTelling({ keyword, schemaPath }: Violation): boolean {
  return keyword !== "if" && !/\/(?:oneOf\/\d+|propertyNames)\//.test(schemaPath);
}

function tell(violation: Violation, located: Located): Finding {
  const { keyword, params, parentSchema: node } = violation;
  const path = pathOf(violation.instancePath, located.value);
  const value = valueAt(located.value, path);
  const at = located.at(path);
  const last = path[path.length - 1] ?? "the document";
  const name = typeof last === "number" ? "this entry" : last;
  switch (keyword) {
    case "dependencies":
      return noOperand(params.property ?? "", params.missingProperty ?? "", value, path, located);
    case "required":
      return missing(params.missingProperty ?? "", value, path, node, located);
    case "type":
      return error(at, "IB-DOC-TYPE", {
        found: `${name} is ${kindOf(value)}`,
        allowed:
          path.length === 0
            ? "a map with schemaVersion and phases"
            : `${kindsOf(node.type)}${suffix(description(node))}`,
        ...fixType(value, node.type),
      });
    case "propertyNames":
      return error(located.atKey([...path, params.propertyName ?? ""]), "IB-DOC-NAME", {
        found: `the name ${quote(params.propertyName ?? "")}`,
        allowed: "3 to 128 letters, digits, hyphens and underscores",
      });
    case "minItems":
      if (path.length === 5 && name === "inputs") {
        const action = String(valueAt(located.value, [...path.slice(0, 4), "action"]));
        const needed = {
          found: `the action ${action} has no inputs`,
          allowed: `inputs with ${list(requiredInputs(action))}`,
        };
        if (action !== "Assert") return error(at, "IB-DOC-INPUT", needed);
      }
      return error(at, "IB-DOC-CONDITION", { found: `${name} is empty`, allowed: "at least one condition" });
    case "minProperties":
    case "maxProperties":
      return error(at, "IB-DOC-VARIABLE", {
        found:
          isRecord(value) && Object.keys(value).length > 1
            ? `${list(Object.keys(value))} in one entry`
            : `${name} is empty`,
        allowed: "one name per list entry",
        ...(keyword === "maxProperties" ? { fix: "put a - before each name" } : {}),
      });
    case "oneOf":
      if (alternatives(node.oneOf).includes("and")) return operators(value, path, located);
      return error(at, "IB-DOC-ONE-OF", {
        found: params.passingSchemas
          ? `${list(alternatives(node.oneOf), "and")} both`
          : `neither ${alternatives(node.oneOf).join(" nor ")}`,
        allowed: `exactly one of ${list(alternatives(node.oneOf))}`,
      });
    default:
      return wrongValue(name, value, node, path, located);
  }
}

/** Returns the finding for a condition without an operator or with more than one. */
function operators(value: unknown, path: Path, located: Located): Finding {
  const keys = isRecord(value) ? Object.keys(value) : [];
  const found = keys.filter((key) => knownOperators.includes(key));
  const [first, second = ""] = found;
  if (first !== undefined) {
    return error(located.atKey([...path, second]), "IB-DOC-CONDITION", {
      found: `${list(found)} in one condition`,
      allowed: "exactly one comparison or logical operator",
      fix: "make each one a separate condition, and combine them with and or or",
    });
  }
  const meant = keys.map((key) => ({ key, near: nearest(key, knownOperators) })).find(({ near }) => near !== undefined);
  return error(meant ? located.atKey([...path, meant.key]) : located.at(path), "IB-DOC-CONDITION", {
    found: keys.length === 0 ? "a condition without an operator" : `a condition with ${list(keys.map(quote))}`,
    allowed: `exactly one of ${list(knownOperators, "or")}`,
    ...(meant?.near === undefined ? {} : { fix: `write ${meant.near}` }),
  });
}

function noOperand(operator: string, operand: string, value: unknown, path: Path, located: Located): Finding {
  const other = operand === "path" ? "value" : "path";
  const swapped = isRecord(value) && other in value;
  return error(located.atKey([...path, swapped ? other : operator]), "IB-DOC-OPERAND", {
    found: `${operator} without ${operand}`,
    allowed: `${operator} with ${operand}, ${operand === "path" ? "the file whose hash is checked" : "the value it is compared with"}`,
    ...(swapped ? { fix: `write ${operand} instead of ${other}` } : {}),
  });
}

function wrongValue(
  name: string,
  value: unknown,
  node: Readonly<Record<string, unknown>>,
  path: Path,
  located: Located,
): Finding {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const at = located.at(path);
  if (name === "schemaVersion") {
    const words = {
      found: `schemaVersion is ${quote(text)}`,
      allowed: "1.0, the only version",
      fix: "write 1.0",
    };
    return error(at, "IB-DOC-VERSION", words);
  }
  // If a pattern stands for a case-insensitive list of values, the examples are that list; otherwise there is one
  // example.
  const examples = isList(node.examples) && node.examples.length > 1 ? node.examples : undefined;
  const names = (isList(node.enum) ? node.enum : examples)?.map(String) ?? [];
  const near = nearest(text, names);
  return error(at, "IB-DOC-VALUE", {
    found: `${name} is ${quote(text)}`,
    allowed: names.length > 0 ? list(names, "or") : description(node),
    ...(near === undefined ? {} : { fix: `write ${near}` }),
  });
}

function missing(
  key: string,
  value: unknown,
  path: Path,
  node: Readonly<Record<string, unknown>>,
  located: Located,
): Finding {
  const inputs = path[4] === "inputs";
  const step = isRecord(value) ? value : {};
  const known = isRecord(node.properties) ? Object.keys(node.properties) : [];
  const near = nearest(
    key,
    Object.keys(step).filter((each) => !known.includes(each)),
  );
  const needed = key === "inputs" ? requiredInputs(String(step.action)) : [];
  const what = description(node, key);
  return error(
    near === undefined ? located.at(path) : located.atKey([...path, near]),
    inputs || key === "inputs" ? "IB-DOC-INPUT" : "IB-DOC-MISSING",
    {
      found: `${owner(value, path, located)} has no ${key}`,
      allowed: needed.length > 0 ? `inputs with ${list(needed)}` : `${key} is required${suffix(what)}`,
      ...(near === undefined ? {} : { fix: `write ${key} instead of ${near}` }),
    },
  );
}

/** Describes what is incomplete: the document, a phase, a step, or an action's inputs. */
function owner(value: unknown, path: Path, located: Located): string {
  const named = isRecord(value) && typeof value.name === "string" ? ` ${quote(value.name)}` : "";
  if (path.length === 0) return "the document";
  if (path[0] !== "phases") return `the entry ${quote(String(path[2] ?? path[1]))}`;
  if (path.length === 2) return `the phase${named}`;
  if (path.length === 4) return `the step${named}`;
  if (path[4] !== "inputs") return String(path[path.length - 1] ?? "");
  const action = valueAt(located.value, [...path.slice(0, 4), "action"]);
  return `the action ${typeof action === "string" ? action : ""}`;
}

/** Returns what each branch of a `oneOf` or `anyOf` requires. */
export function alternatives(branches: unknown): string[] {
  if (!isList(branches)) return [];
  return branches.flatMap((branch) => (isRecord(branch) && isList(branch.required) ? branch.required.map(String) : []));
}

export function fixType(value: unknown, type: unknown): { fix?: string } {
  const wanted = isList(type) ? type : [type];
  if (isRecord(value) && wanted.includes("string")) return { fix: "quote text that contains a colon and a space" };
  if (wanted[0] === "array" && !isList(value) && value !== null)
    return { fix: "start each entry with a - on its own line" };
  if (wanted.includes("object") && isList(value)) return { fix: "remove the - in front of the keys" };
  return {};
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
};

export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (isList(value)) return "a list";
  if (typeof value === "string") return `the text ${quote(value)}`;
  return isRecord(value) ? "a map" : JSON.stringify(value);
}

export function kindsOf(type: unknown): string {
  const types = (isList(type) ? type : [type]).map(String).filter((each) => each !== "null");
  // Any scalar is accepted as text.
  if (types.includes("string") && types.includes("number"))
    return types.includes("array") ? "a text or a list" : "a text";
  return list(
    types.map((each) => kinds[each] ?? each),
    "or",
  );
}

function suffix(text: string): string {
  return text === "" ? "" : `: ${text}`;
}

export function pathOf(instancePath: string, document: unknown): Path {
  let value = document;
  return instancePath
    .split("/")
    .slice(1)
    .map((each) => {
      const key = isList(value) ? Number(each) : each.replaceAll("~1", "/").replaceAll("~0", "~");
      value = valueAt(value, [key]);
      return key;
    });
}

export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : isList(value) && typeof key === "number" ? value[key] : undefined),
    document,
  );
}
