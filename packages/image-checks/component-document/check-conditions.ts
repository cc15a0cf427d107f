import { error, type Finding, warning } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { tell, unknown } from "./check-keys";
import type { Located, Path } from "@pipelines/findings/located";
import type { DocumentModel } from "./model";
import { re2Problem } from "./re2";
import { knownKeys, knownOperators } from "./schema-node";

/** Maximum nesting depth of `and`, `or` and `not`; beyond it, validation fails. */
const mostLevels = 4;

const conditionKeys = knownKeys("condition");
const stepKeys = [...conditionKeys, ...knownKeys("stepCondition")];

/**
 * Returns what is wrong with conditions, in `if` and in the inputs of an Assert, beyond what the schema covers.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-conditional-constructs.html
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html
 */
export function checkConditions(model: DocumentModel, located: Located): Finding[] {
  return model.phases
    .flatMap((phase) => phase.steps)
    .flatMap(({ fields, path, action }) => [
      ...checkCondition(fields.if, [...path, "if"], stepKeys, 1, located),
      ...(action === "Assert" ? checkCondition(fields.inputs, [...path, "inputs"], conditionKeys, 1, located) : []),
    ]);
}

/** Checks a condition, or a list that contains one. */
function checkCondition(
  value: unknown,
  path: Path,
  keys: readonly string[],
  level: number,
  located: Located,
): Finding[] {
  if (isRecord(value)) return checkOperators(value, path, keys, level, located);
  if (!isList(value)) return [];
  const findings = value.flatMap((each, index) =>
    isRecord(each) ? checkOperators(each, [...path, index], keys, level, located) : [],
  );
  if (value.length < 2) return findings;
  const words = {
    found: `${value.length} conditions in one list`,
    allowed: "one condition; AWS does not document what several conditions mean",
    fix: "combine them with and or or",
  };
  return [...findings, warning(located.at(path), "IB-DOC-CONDITION-LIST", words)];
}

function checkOperators(
  condition: Readonly<Record<string, unknown>>,
  path: Path,
  keys: readonly string[],
  level: number,
  located: Located,
): Finding[] {
  const findings: Finding[] = [];
  // A condition without an operator gets a separate error, which names the operator that was probably meant.
  if (Object.keys(condition).some((key) => knownOperators.includes(key))) {
    findings.push(...tell(unknown(condition, path, keys, "a condition"), located));
  }
  for (const [key, operand] of Object.entries(condition)) {
    const at = [...path, key];
    if (key === "patternMatches" && typeof operand === "string") findings.push(...checkPattern(operand, at, located));
    if (key.startsWith("number") && knownOperators.includes(key))
      findings.push(...checkNumber(condition, path, located));
    if (!["and", "or", "not"].includes(key)) continue;
    if (level > mostLevels) {
      const words = {
        found: `${key} at level ${level}`,
        allowed: `and, or and not at most ${mostLevels} levels deep`,
      };
      findings.push(error(located.atKey(at), "IB-DOC-CONDITION-DEPTH", words));
    } else if (key === "not") findings.push(...checkCondition(operand, at, conditionKeys, level + 1, located));
    else if (isList(operand)) {
      for (const [index, each] of operand.entries()) {
        if (isRecord(each)) findings.push(...checkOperators(each, [...at, index], conditionKeys, level + 1, located));
      }
    }
  }
  return findings;
}

function checkPattern(pattern: string, path: Path, located: Located): Finding[] {
  const problem = pattern.includes("{{") ? undefined : re2Problem(pattern);
  if (problem === undefined) return [];
  return [
    error(located.at(path), "IB-DOC-PATTERN", {
      found: `the pattern ${quote(pattern)} has ${problem}`,
      allowed: "an RE2 pattern: no lookaround, no backreferences, all brackets closed",
    }),
  ];
}

/**
 * The schema checks the operator's own operand. The value compared with it may be anything, but unless it is a number,
 * the condition is false.
 */
function checkNumber(condition: Readonly<Record<string, unknown>>, path: Path, located: Located): Finding[] {
  const { value } = condition;
  if (typeof value !== "string" || value.includes("{{") || /^[-+]?(?:[0-9]+[.])?[0-9]+$/.test(value)) return [];
  return [
    warning(located.at([...path, "value"]), "IB-DOC-NUMBER", {
      found: `${quote(value)}, which is compared as a number`,
      allowed: "an integer, a float, or text such as '1.5'; with anything else, the condition is false",
    }),
  ];
}
