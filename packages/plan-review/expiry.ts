import { isList, isObject, type JsonObject, parsed, plainText } from "./values";

/** No repository holds so many images: a rule that expires those beyond expires none, and keeps them from later rules. */
const never = 100_000;

/**
 * Whether another ECR lifecycle policy deletes nothing that the one before it kept: the same rules in the same order
 * with numbers that are no lower, and between them only rules that protect. An image that one rule selects is safe from
 * those after it, so that a rule less, or another order, may delete more.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function keepsAtLeast(before: string, after: string): boolean {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  if (old === undefined || now === undefined) return false;
  const left = [...old];
  for (const rule of now) {
    const [expected] = left;
    if (expected?.selection === rule.selection && rule.count >= expected.count) left.shift();
    else if (!rule.protects && !old.some((each) => isWider(each, rule))) return false;
  }
  return left.length === 0;
}

/** Whether a rule for all tagged images deletes whatever the other one does, which is for some of them. */
function isWider(wide: ExpiryRule, narrow: ExpiryRule): boolean {
  const isOfSome = narrow.patterns !== undefined && narrow.patterns !== "*";
  return wide.patterns === "*" && isOfSome && wide.counts === narrow.counts && wide.count <= narrow.count;
}

interface ExpiryRule {
  /** What it selects, without the number. */
  readonly selection: string;
  readonly count: number;
  readonly protects: boolean;
  /** Patterns of tags; `undefined` if it is not for tagged images by patterns. */
  readonly patterns: string | undefined;
  /** What is counted, and in which unit. */
  readonly counts: string;
}

function rulesOf(policy: string): ExpiryRule[] | undefined {
  const { rules, ...others } = parsed(policy) ?? {};
  if (!isList(rules) || !rules.every(isObject) || Object.keys(others).length > 0) return undefined;
  const found = [...rules].sort((a, b) => Number(a["rulePriority"]) - Number(b["rulePriority"])).map(ruleOf);
  return found.every((each) => each !== undefined) ? found : undefined;
}

const members = ["rulePriority", "description", "selection", "action"];

function ruleOf(rule: JsonObject): ExpiryRule | undefined {
  const { rulePriority, selection, action } = rule;
  if (typeof rulePriority !== "number" || !isObject(selection) || !isObject(action)) return undefined;
  const { countNumber, ...selected } = selection;
  if (typeof countNumber !== "number" || !Object.keys(rule).every((name) => members.includes(name))) return undefined;
  const protects =
    selected["countType"] === "imageCountMoreThan" && countNumber >= never && action["type"] === "expire";
  const { tagStatus, tagPatternList, countType, countUnit } = selected;
  return {
    selection: JSON.stringify([Object.entries(selected).sort(), action]),
    count: countNumber,
    protects,
    patterns: tagStatus === "tagged" && isList(tagPatternList) ? tagPatternList.map(plainText).join() : undefined,
    counts: JSON.stringify([countType, countUnit, action]),
  };
}
