import { isList, isObject, JsonObject } from "./values";

/** Managed policies that give everything, or the power to give oneself everything. */
const almighty = /:policy\/(AdministratorAccess|IAMFullAccess|PowerUserAccess)$/;

/**
 * What a policy opens that should make a reviewer stop: everybody allowed, or everything allowed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function openings(policy: string | undefined): string[] {
  const document = parsed(policy);
  if (document === undefined) return [];
  const statements = oneOrMany(document["Statement"]).filter(isObject).filter(isAllow);
  const found = new Set<string>();
  for (const statement of statements) {
    const actions = oneOrMany(statement["Action"]);
    if (isEverybody(statement["Principal"]) && !isObject(statement["Condition"])) found.add("everybody may use it");
    if (actions.includes("*") && oneOrMany(statement["Resource"]).includes("*")) found.add("it allows everything");
    if (statement["NotAction"] !== undefined || statement["NotPrincipal"] !== undefined) {
      found.add("it allows all but what it names");
    }
  }
  return [...found];
}

export function isAlmighty(policyArn: string | undefined): boolean {
  return policyArn !== undefined && almighty.test(policyArn);
}

/** The text as a JSON object; undefined for any other text. */
export function parsed(text: string | undefined): JsonObject | undefined {
  if (text?.trimStart().startsWith("{") !== true) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAllow(statement: JsonObject): boolean {
  return statement["Effect"] === "Allow";
}

function isEverybody(principal: unknown): boolean {
  if (isObject(principal)) return Object.values(principal).some((value) => oneOrMany(value).includes("*"));
  return principal === "*";
}

function oneOrMany(value: unknown): readonly unknown[] {
  return isList(value) ? value : [value];
}
