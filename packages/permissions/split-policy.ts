import type { PolicyDocument, Statement } from "./policy-document";

/**
 * Maximum length of a managed policy in characters:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const managedPolicyLimit = 6144;

/** Maximum total length of a role's inline policies in characters. */
export const inlinePolicyLimit = 10_240;

/** Maximum length of a trust policy in characters: the default, and the most that a raised quota allows. */
export const trustPolicyLimits = { usual: 2048, most: 4096 } as const;

/** Maximum number of managed policies per role, unless the account's quota was raised. */
export const attachedPolicyLimit = 10;

/** Returns a policy's length in characters as IAM counts them, without spaces between its parts. */
export function policyLength(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}

/** Returns a policy as export files: usually one, or several if it is longer than a managed policy may be. */
export function policyFiles(document: PolicyDocument): Record<string, string> {
  const parts = splitPolicy(document);
  const name = (index: number): string => `deploy-policy${parts.length === 1 ? "" : `-${index + 1}`}.json`;
  return Object.fromEntries(parts.map((part, index) => [name(index), `${JSON.stringify(part, null, 2)}\n`]));
}

/** Returns policies that together allow the same, each short enough for a managed policy. */
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

/** Divides a statement's resources evenly among as many statements as are needed for each to fit. */
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
