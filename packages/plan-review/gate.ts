import type { AttributeChange } from "./attributes";
import { list } from "@pipelines/findings/text";
import { code } from "@pipelines/findings/escape";
import type { PlanContext } from "./plan-context";
import { isReplacement, type ResourceChange } from "./resource-change";
import { byAws, judgeAttributes } from "./rules";
import type { Row } from "./row";
import { subject } from "./subject";
import { type Permission, table, type TypeRules } from "./table";
import { isArray, isEmpty, textAt, type Value, valueAt } from "./values";

/** Why a change needs approval: rows for each reason; none for a change that is known to be harmless. */
export function approvalRows(change: ResourceChange, plan: PlanContext): Row[] {
  const rules = Object.hasOwn(table, change.type) ? table[change.type] : undefined;
  const lost = rules?.holds !== undefined && isEnd(change);
  return reasons(change, rules, plan).map((message) => ({
    meaning: lost ? "data" : "approval",
    subject: subject(change),
    message,
  }));
}

function isEnd(change: ResourceChange): boolean {
  return change.deposed || change.action === "delete" || isReplacement(change);
}

function reasons(change: ResourceChange, rules: TypeRules | undefined, plan: PlanContext): readonly string[] {
  const { action, address, type, importing } = change;
  if (importing !== undefined) return ["taken over into this state, so that later plans may change and destroy it"];
  if (action === "no-op") return [];
  if (change.deposed) return [`a leftover of an earlier replacement is destroyed${lost(rules)}`];
  if (action === "unheard-of") return [`${code(change.actions)} is an action that this program does not know`];
  if (action === "read") return ["a data source is read while the plan is applied"];
  if (rules === undefined) return [`nothing is known of ${code(type)}: every change of it needs approval`];
  if (action === "delete") return permission("destroyed", rules.delete, change, plan, lost(rules));
  if (action === "forget")
    return permission("no longer looked after by Terraform, and left as it is", rules.forget, change, plan, "");
  const oddity = plan.oddity(address);
  if (oddity !== undefined) return [oddity];
  const denied =
    action === "create"
      ? permission("created", rules.create, change, plan, "")
      : isReplacement(change)
        ? permission(replaced(change), rules.replace, change, plan, lost(rules))
        : [];
  if (denied.length > 0) return denied;
  const resource = { before: change.before, after: change.after };
  const isNew = action === "create";
  return judgeAttributes(rules.attributes, {
    ...resource,
    address,
    path: [],
    plan,
    resource,
    isNew,
    isReplaced: isReplacement(change),
  });
}

function lost(rules: TypeRules | undefined): string {
  return rules?.holds === undefined ? "" : `, and ${rules.holds} is lost`;
}

function replaced(change: ResourceChange): string {
  const { type, action, before, after, replacePaths } = change;
  const why =
    replacePaths.length === 0 ? "" : `, because ${list(replacePaths.slice(0, 3).map((path) => code(path)))} changes`;
  const isRefused =
    type === "aws_ecr_repository" && action === "create-delete" && textAt(before, "name") === textAt(after, "name");
  const refusal = "; ECR refuses it while the old one exists, so this deploy fails: give the image another repository";
  return `replaced by another one${isRefused ? ` of the same name${why}${refusal}` : why}`;
}

function permission(
  verb: string,
  given: Permission | undefined,
  change: ResourceChange,
  plan: PlanContext,
  loss: string,
): string[] {
  if (given !== undefined && given.holds?.(change, plan) !== false) return [];
  return [`${verb}${loss}${given === undefined ? "" : `; without approval only if: ${given.words}`}`];
}

/** Attributes that somebody changed outside Terraform and that protect something, by their names. */
export function driftedProtections(
  { type, action, after }: ResourceChange,
  attributes: readonly AttributeChange[],
  plan: PlanContext,
): string[] {
  const rules = Object.hasOwn(table, type) ? table[type] : undefined;
  if (action !== "update") return [];
  // What was absent and is off now, the provider read back.
  const isOff = (value: Value | undefined): boolean => value === false || isEmpty(value);
  const changed = attributes.filter(({ before, after: now }) => !(isOff(before) && isOff(now)));
  const names = [...new Set(changed.map(({ path }) => path.replace(/[.[].*$/, "")))];
  return names.filter((name) => {
    if (byAws.test(name)) return false;
    return rules?.attributes[name]?.drifts !== true && !isMirror(type, name, after, plan);
  });
}

/** What a role, bucket or topic shows of resources that have a type of their own, if it shows nothing else. */
function isMirror(type: string, name: string, after: Value, plan: PlanContext): boolean {
  const value = valueAt(after, name);
  if (type === "aws_s3_bucket")
    return Object.hasOwn(bucketMirrors, name) && plan.had(bucketMirrors[name] ?? "", "bucket", textAt(after, "id"));
  if (type === "aws_sns_topic" && name === "policy") {
    return plan.had("aws_sns_topic_policy", "arn", textAt(after, "arn"), ["policy", textAt(after, "policy")]);
  }
  if (type !== "aws_iam_role" || !isArray(value)) return false;
  const role = textAt(after, "name");
  if (name === "managed_policy_arns") {
    return value.every(
      (arn) => typeof arn === "string" && plan.had("aws_iam_role_policy_attachment", "role", role, ["policy_arn", arn]),
    );
  }
  return (
    name === "inline_policy" &&
    value.every((each) =>
      plan.had("aws_iam_role_policy", "role", role, ["name", textAt(each, "name")], ["policy", textAt(each, "policy")]),
    )
  );
}

/** Attributes of a bucket, by the types that set them. */
const bucketMirrors: Readonly<Record<string, string>> = {
  lifecycle_rule: "aws_s3_bucket_lifecycle_configuration",
  policy: "aws_s3_bucket_policy",
  server_side_encryption_configuration: "aws_s3_bucket_server_side_encryption_configuration",
  versioning: "aws_s3_bucket_versioning",
};
