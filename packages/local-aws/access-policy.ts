import { NotImplementedHere } from "./errors";
import { isObject, type Json, type JsonObject } from "./json";

/** An action that IAM must allow for a call to succeed. */
export interface Access {
  /** `imagebuilder:CreateImage` */
  readonly action: string;
  /** ARN of one resource, or `*` if the action has no resource type. */
  readonly resource: string;
  /** Values of the condition keys, by lower-case name. */
  readonly context: Readonly<Record<string, string>>;
}

/** An access that a role requested. */
export interface AskedAccess extends Access {
  /** ARN of the role. */
  readonly role: string;
}

/** A policy statement, as written. */
type Statement = JsonObject;

export function statementsOf(document: string): Statement[] {
  const parsed = JSON.parse(document) as JsonObject;
  const statements = parsed["Statement"];
  return (Array.isArray(statements) ? (statements as readonly Json[]) : [statements]).filter(isObject);
}

/**
 * Whether these statements for a role allow something: at least one allows it, and none denies it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function allow(statements: readonly Statement[], access: Access): boolean {
  const applying = statements.filter((statement) => applies(statement, access));
  return applying.length > 0 && applying.every(({ Effect }) => Effect === "Allow");
}

/** Whether a role's trust policy lets one of these principals assume it. */
export function isTrusted(trust: string, kind: string, principals: readonly string[], access: Access): boolean {
  const named = statementsOf(trust).filter(
    ({ Principal }) => isObject(Principal) && listOf(Principal[kind]).some((each) => principals.includes(each)),
  );
  return allow(named, access);
}

function applies(statement: Statement, { action, resource, context }: Access): boolean {
  return (
    selects(statement, "Action", (pattern) => like(pattern.toLowerCase(), action.toLowerCase())) &&
    selects(statement, "Resource", (pattern) => like(pattern, resource)) &&
    meets(statement["Condition"], context)
  );
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
function selects(statement: Statement, element: string, matches: (pattern: string) => boolean): boolean {
  const named = statement[element];
  if (named !== undefined) return listOf(named).some(matches);
  return !listOf(statement[`Not${element}`]).some(matches);
}

/**
 * Whether a condition is met: every operator must be met for every key, with at least one of its values.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
function meets(condition: Json, context: Access["context"]): boolean {
  return Object.entries(isObject(condition) ? condition : {}).every(([operator, keys]) =>
    Object.entries(isObject(keys) ? keys : {}).every(([key, values]) =>
      holds(operator, context[key.toLowerCase()], listOf(values)),
    ),
  );
}

function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  if (operator === "Null") return wanted.some((each) => (each === "true") === (value === undefined));
  const [, not, base = ""] =
    /^(?:String|Arn|(?=Bool))(Not)?(Equals|EqualsIgnoreCase|Like|Bool)(?:IfExists)?$/.exec(operator) ?? [];
  const compare = comparisons[operator.startsWith("Arn") ? "Arn" : base];
  if (compare === undefined) throw new NotImplementedHere("a policy", [`the condition operator ${operator}`]);
  if (value === undefined) return not !== undefined || operator.endsWith("IfExists");
  return wanted.some((each) => compare(each, value)) === (not === undefined);
}

const comparisons: Readonly<Record<string, (pattern: string, value: string) => boolean>> = {
  Equals: (pattern, value) => pattern === value,
  EqualsIgnoreCase: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  Bool: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  Like: like,
  Arn: (pattern, value) => {
    const [patterns, parts] = [pattern, value].map((arn) => arn.split(/:(.*?):(.*?):(.*?):(.*?):(.*)/s));
    return parts !== undefined && (patterns ?? []).every((part, index) => like(part, parts[index] ?? ""));
  },
};

/** `*` matches any characters, `?` matches one. */
function like(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "s").test(value);
}

export function listOf(value: Json): string[] {
  return [value ?? []].flat().map(String);
}
