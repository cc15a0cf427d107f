import { isList, isObject, JsonObject, plainText } from "./values";
import { matches } from "./wildcards";

/**
 * Keys that pin down who asks, or from where, if their value is fixed: what S3 calls not public.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
const callerKeys =
  /^(aws:(source(arn|account|owner|vpc|vpce|ip|orgid|orgpaths)|vpcsourceip|principal(orgid|orgpaths|account|arn)|userid)|kms:calleraccount|s3:dataaccesspoint(arn|account))$/;

/** Keys that keep a right on all resources to a few of them, or to one purpose. */
const purposeKeys =
  /^(iam:(passedtoservice|awsservicename|permissionsboundary|policyarn|associatedresourcearn|resourcetag\/.+)|aws:(resourcetag|requesttag)\/.+|kms:(viaservice|grantisforawsresource))$/;

/** Keys by which an identity provider says who somebody is. */
const identityKeys =
  /:(sub|amr|oaud|email|repository|repository_owner|org_id|terraform_\w+)$|^saml:(sub|iss|namequalifier)$/;

const keys = { public: callerKeys, identity: purposeKeys, federated: identityKeys } as const;

/**
 * Whether a condition keeps anybody out. All of its keys must hold, so one that does is enough; of a key's values
 * one must hold, so all of them must be fixed. A negated operator, one with `IfExists` or `ForAllValues`, which hold
 * where the key is absent, and a value of wildcards alone keep nobody out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function meaningful(condition: JsonObject, of: keyof typeof keys): boolean {
  return restrictions(condition).some(
    ({ key, values }) => keys[of].test(key) && values.every((value) => isFixed(key, value)),
  );
}

/** Accounts, organizations and their units that a condition lets in, where it is by them that it keeps others out. */
export function reachedAccounts(condition: JsonObject): string[] {
  return restrictions(condition)
    .filter(({ key, values }) => callerKeys.test(key) && values.every((value) => isFixed(key, value)))
    .flatMap(({ key, values }) => {
      if (key.endsWith("orgpaths")) return values.map((value) => `organizational unit ${value.replace(/\/\*?$/, "")}`);
      if (key.includes("org")) return values.map((value) => `organization ${value}`);
      if (/ip$|vpce?$/.test(key)) return [];
      return values.flatMap((value) => /(?:^|:)(\d{12})(?::|$)/.exec(value)?.[1] ?? []);
    });
}

/** Whether whoever meets one condition meets another: each test of `wide` is in `narrow` too, with no other values. */
export function conditionCovers(wide: JsonObject, narrow: JsonObject): boolean {
  return Object.entries(wide).every(([operator, tests]) => {
    const others =
      narrow[operator] ?? (operator.endsWith("Like") ? narrow[operator.replace(/Like$/, "Equals")] : undefined);
    if (!isObject(tests) || !isObject(others)) return false;
    const fits = (allowed: string, value: string): boolean =>
      operator.endsWith("Like") ? matches(allowed, value) : allowed === value;
    return Object.entries(tests).every(([key, allowed]) => {
      const values = texts(others[key]);
      if (values.length === 0) return false;
      // Of a negated test, each value takes somebody away.
      if (!positive.test(operator)) return texts(allowed).every((value) => values.includes(value));
      return values.every((value) => texts(allowed).some((each) => fits(each, value)));
    });
  });
}

function texts(value: unknown): string[] {
  return value === undefined ? [] : (isList(value) ? value : [value]).map(plainText);
}

interface Restriction {
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

const positive = /^(ForAnyValue:)?((String|Arn)(Equals|Like)|StringEqualsIgnoreCase|IpAddress|Bool)$/i;

function restrictions(condition: JsonObject): Restriction[] {
  return Object.entries(condition).flatMap(([operator, tests]) => {
    if (!positive.test(operator) || !isObject(tests)) return [];
    return Object.entries(tests).map(([key, value]) => ({
      key: key.toLowerCase(),
      values: texts(value),
    }));
  });
}

function isFixed(key: string, value: string): boolean {
  if (key.endsWith("ip")) return Number(/\/(\d+)$/.exec(value)?.[1] ?? 128) >= 8;
  if (key === "kms:grantisforawsresource") return value === "true";
  // Whose workflows or runs: an owner or organization that anybody could be is nobody in particular.
  const owner = /^(repo|organization):([^:/]*)/.exec(value)?.[2];
  if (owner !== undefined) return /^[\w.-]+$/.test(owner);
  if (value.startsWith("arn:")) {
    const [, , service = "", , account = "", ...resource] = value.split(":");
    return /^\d{12}$/.test(account) || (service === "s3" && /^[^*?]{3}/.test(resource.join(":")));
  }
  return /^[^*?]{2}/.test(value);
}
