import { hasOnly, isList, isObject, type JsonObject, parsed, plainText } from "./values";

/**
 * No repository has this many images, so a rule that expires images beyond this number expires none, and it shields the
 * images it selects from later rules.
 */
const never = 100_000;

/**
 * Reports whether a new ECR lifecycle policy deletes nothing that the previous one kept: it has the same rules in the
 * same order with the same or higher numbers, and only protective rules between them. An image that one rule selects is
 * safe from later rules, so removing or reordering rules may delete more.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function keepsAtLeast(before: string, after: string): boolean {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  if (old === undefined || now === undefined) return false;
  const left = [...old];
  for (const rule of now) {
    const [expected] = left;
    if (expected?.selection === rule.selection && rule.count >= expected.count) left.shift();
    // A rule before one that protects images may delete what that one keeps.
    else if (!rule.protects && !old.slice(0, old.length - left.length + 1).some((each) => isWider(each, rule)))
      return false;
  }
  return left.length === 0;
}

/**
 * Reports whether a rule for all tagged images deletes everything that another rule, which covers only some of them,
 * deletes.
 */
function isWider(wide: ExpiryRule, narrow: ExpiryRule): boolean {
  const isOfSome = narrow.patterns !== undefined && narrow.patterns !== "*";
  return wide.patterns === "*" && isOfSome && wide.counts === narrow.counts && wide.count <= narrow.count;
}

interface ExpiryRule {
  /** What the rule selects, without the number. */
  readonly selection: string;
  readonly count: number;
  readonly protects: boolean;
  /** Tag patterns; `undefined` unless the rule selects tagged images by pattern. */
  readonly patterns: string | undefined;
  /** What the rule counts, and in which unit. */
  readonly counts: string;
}

function rulesOf(policy: string): ExpiryRule[] | undefined {
  const { rules, ...others } = parsed(policy) ?? {};
  if (!isList(rules) || !rules.every(isObject) || Object.keys(others).length > 0) return undefined;
  const found = [...rules].sort((a, b) => Number(a["rulePriority"]) - Number(b["rulePriority"])).map(ruleOf);
  return found.every((each) => each !== undefined) ? found : undefined;
}

function ruleOf(rule: JsonObject): ExpiryRule | undefined {
  const { rulePriority, selection, action } = rule;
  if (typeof rulePriority !== "number" || !isObject(selection) || !isObject(action)) return undefined;
  const { countNumber: count, ...selected } = selection;
  if (typeof count !== "number" || !hasOnly(rule, ["rulePriority", "description", "selection", "action"]))
    return undefined;
  const { tagStatus, tagPatternList, countType, countUnit } = selected;
  return {
    selection: JSON.stringify([Object.entries(selected).sort(), action]),
    count,
    protects: countType === "imageCountMoreThan" && count >= never && action["type"] === "expire",
    patterns: tagStatus === "tagged" && isList(tagPatternList) ? tagPatternList.map(plainText).join() : undefined,
    counts: JSON.stringify([countType, countUnit, action]),
  };
}
