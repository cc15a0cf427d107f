import { NotImplementedHere } from "./errors";
import { isObject, type Json, type JsonObject, shown } from "./json";

/**
 * EventBridge rule patterns and SNS subscription filter policies, which use the same language.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */

/** Operators that AWS supports; those without a function are refused as not implemented. */
const operators: Readonly<Record<string, ((wanted: Json, value: Json) => boolean) | undefined>> = {
  "anything-but": (wanted, value) => {
    if (value === undefined) return false;
    if (isObject(wanted)) return !matchesValue(wanted, value);
    return !(Array.isArray(wanted) ? (wanted as readonly Json[]) : [wanted]).includes(value);
  },
  cidr: undefined,
  "equals-ignore-case": (wanted, value) => shown(value).toLowerCase() === shown(wanted).toLowerCase(),
  exists: (wanted, value) => (value !== undefined) === wanted,
  numeric: (wanted, value) => typeof value === "number" && compares(value, Array.isArray(wanted) ? wanted : []),
  prefix: (wanted, value) => typeof value === "string" && value.startsWith(shown(wanted)),
  suffix: (wanted, value) => typeof value === "string" && value.endsWith(shown(wanted)),
  wildcard: undefined,
};

/** Whether an event matches a pattern: each field in the pattern is in the event, with one of the listed values. */
export function matches(pattern: JsonObject, event: JsonObject): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const found = event[field];
    if (field === "$or") return patternsOf(wanted).some((one) => matches(one, event));
    if (isObject(wanted))
      return matches(wanted, isObject(found) ? found : {}) && (isObject(found) || found === undefined);
    const values: readonly Json[] = Array.isArray(found) ? found : [found];
    return Array.isArray(wanted) && wanted.some((one: Json) => values.some((value) => matchesValue(one, value)));
  });
}

function matchesValue(wanted: Json, value: Json): boolean {
  if (!isObject(wanted)) return wanted === value;
  return Object.entries(wanted).every(([operator, operand]) => operators[operator]?.(operand, value) === true);
}

/** The patterns in `$or`, one of which must match. */
function patternsOf(wanted: Json): JsonObject[] {
  return Array.isArray(wanted) ? (wanted as readonly Json[]).filter(isObject) : [];
}

/** `[">", 0, "<=", 5]`: every comparison must be true. */
function compares(value: number, [operator, bound, ...more]: readonly Json[]): boolean {
  const sign = typeof operator === "string" ? operator : "";
  const order = value - Number(bound);
  const holds =
    (sign.includes("=") && order === 0) || (sign.includes(">") && order > 0) || (sign.includes("<") && order < 0);
  return holds && (more.length === 0 || compares(value, more));
}

/**
 * Refuses patterns that are invalid, with the error from AWS's own parser, and patterns that are not supported here.
 * https://github.com/aws/event-ruler/blob/main/src/main/software/amazon/event/ruler/RuleCompiler.java
 */
export function checkPattern(pattern: string, operation: string, refuse: (why: string) => Error): void {
  let parsed: Json;
  try {
    parsed = JSON.parse(pattern) as Json;
  } catch {
    // Refused below, like everything else that is no object.
  }
  if (!isObject(parsed)) throw refuse("Filter is not an object");
  checkFields(parsed, operation, refuse);
}

function checkFields(pattern: JsonObject, operation: string, refuse: (why: string) => Error): void {
  if (Object.keys(pattern).length === 0) throw refuse("Empty objects are not allowed");
  for (const [field, wanted] of Object.entries(pattern)) {
    if (field === "$or") for (const one of patternsOf(wanted)) checkFields(one, operation, refuse);
    else if (isObject(wanted)) checkFields(wanted, operation, refuse);
    else if (!Array.isArray(wanted)) throw refuse(`"${field}" must be an object or an array`);
    else if (wanted.length === 0) throw refuse("Empty arrays are not allowed");
    else for (const one of wanted as readonly Json[]) checkValue(one, operation, refuse);
  }
}

function checkValue(value: Json, operation: string, refuse: (why: string) => Error): void {
  if (Array.isArray(value)) throw refuse("Match value must be String, number, true, false, or null");
  if (!isObject(value)) return;
  const [[operator, operand] = ["", undefined], ...others] = Object.entries(value);
  if (!Object.hasOwn(operators, operator)) throw refuse(`Unrecognized match type ${operator}`);
  if (others.length > 0) throw refuse("Only one key allowed in match expression");
  if (/^(prefix|suffix|cidr|wildcard)$/.test(operator) && typeof operand !== "string" && !isObject(operand)) {
    throw refuse(`${operator} match pattern must be a string`);
  }
  if (operator === "numeric" && !Array.isArray(operand)) throw refuse("Value of numeric must be an array.");
  if (operator === "exists" && typeof operand !== "boolean")
    throw refuse("exists match pattern must be either true or false.");
  if (operators[operator] === undefined || isObject(operand)) {
    throw new NotImplementedHere(operation, [
      `the operator ${operator}${isObject(operand) ? " with an operator" : ""}`,
    ]);
  }
}
