import { code } from "./escape";
import { isAlmighty, policyChange } from "./policy";
import { isReplacement, ResourceChange } from "./resource-change";
import { isArray, isMap, textAt, unknownValue, Value, valueAt } from "./values";

/** Resources that say who may do what. */
const accessTypes =
  /^aws_(iam_|security_group|vpc_security_group_|network_acl|lambda_permission$)|_(policy|policy_attachment|acl|ownership_controls|public_access_block|access_policy|grant)$/;

/** Policies that are about clearing away, not about access. */
const notAccess = /lifecycle_policy$|scaling_policy$|backup_policy$|dlm_/;

export function isAboutAccess({ type }: Pick<ResourceChange, "type">): boolean {
  return accessTypes.test(type) && !notAccess.test(type);
}

/** Attributes that hold a policy document, of any resource. */
const documents = ["policy", "assume_role_policy", "access_policy", "access_policies"];

export interface AccessChange {
  /** What is open that was not. */
  readonly opened: readonly string[];
  /** What is open no longer. */
  readonly closed: readonly string[];
  /** What was refused and is refused no longer. */
  readonly weakened: readonly string[];
  /** What cannot be judged. */
  readonly unknown: readonly string[];
}

/** What a change opens to more than it should, in Markdown. Accounts in `own` are not another's. */
export function accessChange(change: ResourceChange, own: ReadonlySet<string>): AccessChange {
  const { type, action, before, after } = change;
  const found = { opened: [] as string[], closed: [] as string[], weakened: [] as string[], unknown: [] as string[] };
  if (!["create", "update", "delete"].includes(action) && !isReplacement(change)) return found;
  if (action === "delete" && type.endsWith("_public_access_block")) {
    found.opened.push("removed: nothing keeps the bucket from being made public");
  }
  const accounts = new Set([...own, ...ownAccounts(before)]);
  // With a bucket or a role goes its own policy, and what it kept others from.
  const goesItself = action === "delete" && !type.endsWith("_policy");
  for (const [old, now] of goesItself ? [] : policies(change)) {
    if (now === unknownValue) {
      if (action !== "create") found.unknown.push("what the policy allows is known after the apply alone");
      continue;
    }
    const { opened, closed, weakened } = policyChange(text(old), text(now), accounts);
    found.opened.push(...opened);
    found.closed.push(...closed);
    found.weakened.push(...weakened);
  }
  if (action === "delete") return found;
  const attached = [textAt(after, "policy_arn"), ...strings(valueAt(after, "managed_policy_arns"))];
  const already = [textAt(before, "policy_arn"), ...strings(valueAt(before, "managed_policy_arns"))];
  for (const arn of attached) {
    if (arn !== undefined && isAlmighty(arn) && !already.includes(arn))
      found.opened.push(`${code(arn)} gives all rights`);
  }
  if (type.endsWith("_public_access_block") && isMap(after)) {
    const off = [...after].filter(([name, value]) => value === false && valueAt(before, name) !== false);
    found.opened.push(...off.map(([name]) => `${code(name)} is off`));
  }
  if (/^aws_(s3_bucket|s3_bucket_acl)$/.test(type)) {
    const acl = textAt(after, "acl");
    const open = acl !== undefined && /^(public-|authenticated-read$)/.test(acl);
    if (open && textAt(before, "acl") !== acl) found.opened.push(`ACL ${code(acl)}`);
  }
  if (type === "aws_lambda_permission" && action !== "update") found.opened.push(...lambdaOpened(after, accounts));
  if (type === "aws_iam_access_key" && action === "create") found.opened.push("a key that does not expire");
  if (isIngress(type, after) && isOpenToAll(after) && !isOpenToAll(before)) {
    found.opened.push("the whole internet may connect");
  }
  return found;
}

/** Policy documents before and after, of which either may be missing. */
function policies({ type, before, after }: ResourceChange): (readonly [Value | undefined, Value | undefined])[] {
  const found = documents.map((name) => [valueAt(before, name), valueAt(after, name)] as const);
  if (type !== "aws_iam_role") return found;
  const inline = (half: Value): Map<string, Value | undefined> => {
    const blocks = valueAt(half, "inline_policy");
    return new Map(
      (isArray(blocks) ? blocks : []).map((block) => [textAt(block, "name") ?? "", valueAt(block, "policy")]),
    );
  };
  const [old, now] = [inline(before), inline(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...found, ...[...names].map((name) => [old.get(name), now.get(name)] as const)];
}

/** The same question as a policy of it would put. */
function lambdaOpened(after: Value, own: ReadonlySet<string>): readonly string[] {
  const principal = textAt(after, "principal") ?? "";
  const fixed = Object.fromEntries(
    [
      ["aws:SourceArn", textAt(after, "source_arn")],
      ["aws:SourceAccount", textAt(after, "source_account")],
      ["aws:PrincipalOrgID", textAt(after, "principal_org_id")],
    ].filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  const service = principal.includes(".amazonaws.");
  const statement = {
    Effect: "Allow",
    Principal: service ? { Service: principal } : { AWS: principal },
    Action: textAt(after, "action"),
    Resource: "*",
    Condition: { StringEquals: fixed },
  };
  return policyChange(undefined, JSON.stringify({ Statement: [statement] }), own).opened;
}

function ownAccounts(before: Value): string[] {
  const account = /^arn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/.exec(textAt(before, "arn") ?? "")?.[1];
  return account === undefined ? [] : [account];
}

function text(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function strings(value: Value | undefined): string[] {
  return isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function isIngress(type: string, after: Value): boolean {
  if (type === "aws_vpc_security_group_ingress_rule" || type === "aws_security_group") return true;
  return type === "aws_security_group_rule" && textAt(after, "type") === "ingress";
}

function isOpenToAll(half: Value): boolean {
  // A security group's egress is open as a rule.
  const rules = isMap(half) && half.has("ingress") ? half.get("ingress") : half;
  return mentions(rules, (text) => text === "0.0.0.0/0" || text === "::/0");
}

function mentions(value: Value | undefined, wanted: (text: string) => boolean): boolean {
  if (typeof value === "string") return wanted(value);
  if (isMap(value)) return [...value.values()].some((inner) => mentions(inner, wanted));
  return Array.isArray(value) && value.some((inner: Value) => mentions(inner, wanted));
}
