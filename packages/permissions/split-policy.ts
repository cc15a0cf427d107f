import type { PolicyDocument, Statement } from "./policy-document";

/** Characters that a managed policy may have: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const managedPolicyLimit = 6144;

/** Characters that all inline policies of a role may have together. */
export const inlinePolicyLimit = 10_240;

/** Characters that a trust policy may have: in every account, and at most if the quota was raised. */
export const trustPolicyLimits = { usual: 2048, most: 4096 } as const;

/** Managed policies that a role may have, if the account's quota was not raised. */
export const attachedPolicyLimit = 10;

/** Number of characters of a policy as IAM counts them, without spaces between its parts. */
export function policyLength(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}

/** A policy as files of an export: usually one, several if it is longer than a managed policy may be. */
export function policyFiles(document: PolicyDocument): Record<string, string> {
  const parts = splitPolicy(document);
  const name = (index: number): string => `deploy-policy${parts.length === 1 ? "" : `-${index + 1}`}.json`;
  return Object.fromEntries(parts.map((part, index) => [name(index), `${JSON.stringify(part, null, 2)}\n`]));
}

/** Policies that together allow the same, each short enough for a managed policy. */
export function splitPolicy(document: PolicyDocument): PolicyDocument[] {
  const parts: PolicyDocument[] = [];
  for (const statement of document.Statement.flatMap(splitStatement)) {
    const last = parts.at(-1);
    const longer = { ...document, Statement: [...(last?.Statement ?? []), statement] };
    if (last === undefined || policyLength(longer) > managedPolicyLimit) {
      parts.push({ ...document, Statement: [statement] });
    } else {
      parts[parts.length - 1] = longer;
    }
  }
  return parts;
}

/** Divides a statement's resources evenly among as many parts as it takes until each fits. */
function splitStatement(statement: Statement): Statement[] {
  const { Sid, Resource } = statement;
  const fits = (part: Statement): boolean =>
    part.Resource.length < 2 || policyLength({ Version: "2012-10-17", Statement: [part] }) <= managedPolicyLimit;
  for (let parts = [statement], count = 2; ; count++) {
    if (parts.every(fits)) return parts;
    const size = Math.ceil(Resource.length / count);
    parts = Array.from({ length: Math.ceil(Resource.length / size) }, (_, index) => ({
      ...statement,
      Sid: `${Sid}${String.fromCharCode(65 + index)}`,
      Resource: Resource.slice(index * size, (index + 1) * size),
    }));
  }
}
