import type { LoggedCall } from "@pipelines/local-aws/local-aws";
import type { PolicyDocument } from "@pipelines/permissions/policy-document";
import { actionsOfOperation } from "@pipelines/local-aws/access-requests";

/** Returns the actions that IAM checks for these calls, without duplicates. */
export function actionsOf(calls: readonly LoggedCall[]): string[] {
  const actions = calls
    // GetCallerIdentity needs no permission.
    .filter(({ service, operation }) => `${service}:${operation}` !== "sts:GetCallerIdentity")
    .flatMap(({ service, operation }) => actionsOfOperation(service, operation));
  return [...new Set(actions)].sort();
}

/** Returns the actions that a policy allows on any resource. */
export function allowedActions({ Statement }: PolicyDocument): string[] {
  return [...new Set(Statement.flatMap(({ Action }) => Action))].sort();
}

/** Reports whether a policy allows an action on a resource, ignoring conditions. */
export function allows({ Statement }: PolicyDocument, action: string, arn: string): boolean {
  return Statement.some(
    ({ Action, Resource }) =>
      Action.includes(action) &&
      Resource.some((pattern) => new RegExp(`^${pattern.split("*").map(escape).join(".*")}$`).test(arn)),
  );
}

function escape(text: string): string {
  return text.replaceAll(/[.?+^${}()|[\]\\]/g, "\\$&");
}
