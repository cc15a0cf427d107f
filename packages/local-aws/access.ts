import { allow, type Access, statementsOf } from "./access-policy";
import { accessesOf } from "./access-requests";
import { AwsError } from "./errors";
import type { Role } from "./iam/state";
import type { JsonObject } from "./json";
import type { Scope } from "./world";

/** Calls that need no permission, or that the assumed role's trust policy allows or denies. */
const withoutPermission = new Set(["GetCallerIdentity", "AssumeRole", "AssumeRoleWithWebIdentity"]);

/** Error codes of the services that do not use the common one. */
const refusals: Readonly<Record<string, { readonly code: string; readonly status: number }>> = {
  iam: { code: "AccessDenied", status: 403 },
  imagebuilder: { code: "AccessDeniedException", status: 403 },
  s3: { code: "AccessDenied", status: 403 },
  sns: { code: "AuthorizationError", status: 403 },
};

/**
 * Refuses calls that the calling role's policies do not allow. Callers without a role are administrators. Resource
 * policies are ignored.
 */
export function authorize(service: string, operation: string, input: JsonObject, scope: Scope): void {
  const { caller } = scope;
  if (caller === undefined || withoutPermission.has(operation)) return;
  const role = scope.iam.role(caller.role);
  for (const access of accessesOf(service, operation, input, scope)) {
    scope.world.accesses.push({ role: role.arn, ...access });
    if (mayDo(role, access, scope)) continue;
    const { code, status } = refusals[service] ?? { code: "AccessDeniedException", status: 400 };
    throw new AwsError(
      code,
      `User: ${caller.arn} is not authorized to perform: ${access.action} on resource: ${access.resource} because no identity-based policy allows the ${access.action} action`,
      status,
    );
  }
}

function mayDo(role: Role, access: Access, scope: Scope): boolean {
  const { boundary, inline, attached } = role;
  const documents = [...inline.values(), ...[...attached].map((arn) => scope.iam.policyDocument(arn))];
  return (
    allow(documents.flatMap(statementsOf), access) &&
    (boundary === undefined || allow(statementsOf(scope.iam.policyDocument(boundary)), access))
  );
}
