import { code } from "./escape";
import { isAlmighty, openings } from "./policy";
import { isReplacement, ResourceChange } from "./resource-change";
import { isMap, textAt, Value, valueAt } from "./values";

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

/** What a change opens to more than it should, in Markdown. */
export function accessOpened(change: ResourceChange): string[] {
  const { type, action, before, after } = change;
  if (action === "delete" || action === "forget") {
    return type.endsWith("_public_access_block") ? ["removed: nothing keeps the bucket from being made public"] : [];
  }
  if (action !== "create" && action !== "update" && !isReplacement(change)) return [];
  const found = documents.flatMap((attribute) => {
    const old = new Set(openings(textAt(before, attribute)));
    return openings(textAt(after, attribute)).filter((opening) => !old.has(opening));
  });
  if (isAlmighty(textAt(after, "policy_arn")) && textAt(before, "policy_arn") !== textAt(after, "policy_arn")) {
    found.push(`${code(textAt(after, "policy_arn") ?? "")} gives all rights`);
  }
  if (type.endsWith("_public_access_block") && isMap(after)) {
    const off = [...after].filter(([name, value]) => value === false && valueAt(before, name) !== false);
    found.push(...off.map(([name]) => `${code(name)} is off`));
  }
  if (/^aws_(s3_bucket|s3_bucket_acl)$/.test(type)) {
    const acl = textAt(after, "acl");
    if (acl?.startsWith("public-") === true && textAt(before, "acl") !== acl) found.push(`ACL ${code(acl)}`);
  }
  if (isIngress(type, after) && isOpenToAll(after) && !isOpenToAll(before)) {
    found.push("the whole internet may connect");
  }
  return found;
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
