import { hasOnly, isList, isObject, parsed, plainText } from "./values";

/** A statement in a policy document, with each element as a list or a map of lists. */
export interface Statement {
  readonly allow: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Values by kind (`AWS`, `Service`, …); `undefined` means the role or user that the policy is attached to. */
  readonly principals: ReadonlyMap<string, readonly string[]> | undefined;
  /** Values by operator and key, such as `StringEquals aws:sourceaccount`. */
  readonly conditions: ReadonlyMap<string, readonly string[]>;
  /** `NotAction`, `NotResource` and `NotPrincipal` as JSON, which are compared only for equality. */
  readonly negated: string;
}

/**
 * Returns the statements of a policy document; `undefined` for anything that does not follow the grammar exactly.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function statementsOf(text: string): Statement[] | undefined {
  const document = parsed(text);
  if (document?.["Version"] !== "2012-10-17" || !hasOnly(document, ["Version", "Id", "Statement"])) return undefined;
  const found = oneOrMany(document["Statement"]).map(statementOf);
  return found.every((each) => each !== undefined) ? found : undefined;
}

const elements = ["Sid", "Effect", "Action", "Resource", "Principal", "Condition"];
const negations = ["NotAction", "NotResource", "NotPrincipal"];

function statementOf(value: unknown): Statement | undefined {
  if (!isObject(value) || !hasOnly(value, [...elements, ...negations])) return undefined;
  const { Effect, Action, Resource, Principal, Condition = {} } = value;
  const [actions, resources, conditions] = [textsOf(Action), textsOf(Resource), conditionsOf(Condition)];
  // `"*"` is the same as `{ "AWS": "*" }`.
  const principals = mapOf(Principal === "*" ? { AWS: "*" } : Principal, (kind) => kind);
  if (actions === undefined || resources === undefined || conditions === undefined) return undefined;
  if ((Principal !== undefined && principals === undefined) || !["Allow", "Deny"].includes(plainText(Effect)))
    return undefined;
  const negated = negations.map((name) => JSON.stringify(value[name] ?? null)).join();
  return { allow: Effect === "Allow", actions, resources, principals, conditions, negated };
}

function conditionsOf(value: unknown): Statement["conditions"] | undefined {
  if (!isObject(value)) return undefined;
  const maps = Object.entries(value).map(([operator, tests]) =>
    mapOf(tests, (key) => `${operator} ${key.toLowerCase()}`),
  );
  return maps.every((each) => each !== undefined) ? new Map(maps.flatMap((each) => [...each])) : undefined;
}

function mapOf(value: unknown, keyOf: (key: string) => string): Map<string, string[]> | undefined {
  if (!isObject(value)) return undefined;
  const found = new Map<string, string[]>();
  for (const [key, each] of Object.entries(value)) {
    const texts = textsOf(each);
    if (texts === undefined || found.has(keyOf(key))) return undefined;
    found.set(keyOf(key), texts);
  }
  return found;
}

/** Reports whether one statement covers everything that another covers. */
export function covers(wide: Statement, narrow: Statement): boolean {
  return (
    wide.allow === narrow.allow &&
    wide.negated === narrow.negated &&
    narrow.actions.every((action) =>
      wide.actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())),
    ) &&
    narrow.resources.every((resource) => wide.resources.some((pattern) => matches(pattern, resource))) &&
    principalsCover(wide.principals, narrow.principals) &&
    [...wide.conditions].every(([test, values]) => testCovers(test, values, narrow.conditions.get(test)))
  );
}

function principalsCover(wide: Statement["principals"], narrow: Statement["principals"]): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  const isAnybody = wide.get("AWS")?.includes("*") === true;
  return [...narrow].every(([kind, values]) =>
    values.every((value) => (kind === "AWS" && isAnybody) || wide.get(kind)?.includes(value) === true),
  );
}

/** Operators that require a match with one of the values: the fewer values there are, the less is allowed. */
const positive = /^(ForAnyValue:)?(String|Arn)(Equals|Like)$/;

function testCovers(test: string, wide: readonly string[], narrow: readonly string[] | undefined): boolean {
  if (narrow === undefined || narrow.length === 0) return false;
  const isSubset = narrow.every((value) => wide.includes(value));
  return positive.test(test.split(" ", 1)[0] ?? "")
    ? isSubset
    : isSubset && wide.every((value) => narrow.includes(value));
}

function oneOrMany(value: unknown): readonly unknown[] {
  return isList(value) ? value : [value];
}

/**
 * Returns one or more strings; `[]` if there are none, `undefined` for anything else. IAM accepts numbers and booleans
 * as strings.
 */
function textsOf(value: unknown): string[] | undefined {
  if (value === undefined) return [];
  const found = oneOrMany(value);
  return found.every((each) => ["string", "number", "boolean"].includes(typeof each)) ? found.map(String) : undefined;
}

/**
 * Reports whether `wide` matches everything that `narrow` matches. Both may contain IAM's wildcards: `*` for any
 * characters, `?` for one. A variable, such as `${aws:username}`, may be any text. Backtracks only to the last `*`, so
 * that no pattern takes long.
 */
export function matches(wide: string, narrow: string): boolean {
  // An escaped wildcard, such as `${*}`, stands for itself.
  if (/\$\{[*?$]\}/.test(wide)) return wide === narrow;
  let [at, star, resume] = [0, -1, 0];
  for (let index = 0; index < narrow.length;) {
    const [sign, character] = [wide[at], narrow[index]];
    if (sign === "*") {
      star = at++;
      resume = index;
    } else if (sign === character || (sign === "?" && character !== "*" && character !== "$")) {
      at++;
      index++;
    } else if (star === -1) return false;
    else {
      at = star + 1;
      index = ++resume;
    }
  }
  return /^\**$/.test(wide.slice(at));
}
