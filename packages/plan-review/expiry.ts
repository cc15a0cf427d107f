import { list } from "@pipelines/findings/text";
import { code } from "./escape";
import { parsed } from "./policy";
import { isList, isObject, type JsonObject } from "./values";

interface Rule {
  /** What it selects, without the number. */
  readonly selection: string;
  readonly patterns: readonly string[];
  readonly byAge: boolean;
  readonly tagStatus: unknown;
  readonly count: number;
}

/** No repository holds so many images: a rule that expires those beyond expires none, and keeps them from later rules. */
const never = 100_000;

/**
 * What another ECR lifecycle policy deletes that the one before it kept, in Markdown. An image that one rule selects is
 * safe from those after it, so that a rule less may delete more.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function expiryRisks(before: string | undefined, after: string | undefined): string[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const same = (rules: readonly Rule[], { selection }: Rule) => rules.find((each) => each.selection === selection);
  const risks: string[] = [];
  const gone = old.filter((rule) => same(now, rule) === undefined && now.length > 0);
  const unprotected = gone.filter(({ count, patterns }) => count >= never && patterns.length === 1);
  if (unprotected.length > 0) {
    risks.push(`images tagged ${list(unprotected.map(({ patterns }) => code(patterns[0] ?? "")))} are no longer kept`);
  }
  for (const rule of now.filter(({ byAge, count }) => byAge || count < never)) {
    const was = same(old, rule);
    // What it deletes, a rule for all tags deleted before, or is reported for.
    const wider = [...old, ...now].some((each) => isWider(each, rule));
    if (!wider && (was === undefined || rule.count < was.count))
      risks.push(`${limits(rule)}${was === undefined ? "" : `, no longer ${limit(was)}`}`);
  }
  const kept = now.filter((rule) => same(old, rule) !== undefined).map(({ selection }) => selection);
  const order = old.map(({ selection }) => selection).filter((selection) => kept.includes(selection));
  const isOtherwise = gone.length > unprotected.length || order.join() !== kept.join();
  return risks.length === 0 && isOtherwise ? ["the rules by which images are deleted change"] : risks;
}

/** Whether a rule for all tagged images deletes whatever the other one does, which is for some of them. */
function isWider(wide: Rule, narrow: Rule): boolean {
  return (
    wide.patterns.join() === "*" &&
    narrow.tagStatus === "tagged" &&
    narrow.patterns.join() !== "*" &&
    wide.byAge === narrow.byAge &&
    wide.count <= narrow.count
  );
}

function limits(rule: Rule): string {
  const { tagStatus, patterns } = rule;
  const what =
    tagStatus === "untagged"
      ? "images without a tag"
      : tagStatus === "tagged" && patterns.join() !== "*"
        ? `images tagged ${code(patterns.join(" and "))}`
        : "images";
  return `${what} are deleted ${limit(rule)}`;
}

function limit({ byAge, count }: Rule): string {
  return byAge ? `after ${count} days` : `beyond the newest ${count}`;
}

function rulesOf(policy: string | undefined): Rule[] {
  const rules = parsed(policy)?.["rules"];
  return (isList(rules) ? rules : [])
    .filter(isObject)
    .sort((a, b) => Number(a["rulePriority"]) - Number(b["rulePriority"]))
    .map((rule) => {
      const { countNumber, ...others } = isObject(rule["selection"]) ? rule["selection"] : ({} as JsonObject);
      const patterns = [
        ...textsOf(others["tagPatternList"]),
        ...textsOf(others["tagPrefixList"]).map((one) => `${one}*`),
      ];
      return {
        selection: JSON.stringify([Object.entries(others).sort(), rule["action"]]),
        patterns,
        byAge: others["countType"] !== "imageCountMoreThan",
        tagStatus: others["tagStatus"],
        count: Number(countNumber),
      };
    });
}

function textsOf(value: unknown): string[] {
  return isList(value) ? value.filter((each) => typeof each === "string") : [];
}
